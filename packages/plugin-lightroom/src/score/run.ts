/**
 * Scores photographs: Lightroom renders ahead, the engine works on a few at a time in jobs, and what is found is written in batches. Three things go
 * on at once in one task, each of which sleeps only while it waits.
 */
import type { Failure } from '../answer';
import { write, type Entry } from '../catalogue/write';
import type { FieldTexts } from '../definitions/fields';
import { call, type Connection } from '../engine/connection';
import type { AssessmentResult, BytesSource } from '../engine/protocol';
import { connectOrStart } from '../engine/start';
import { developState } from '../photo/develop-state';
import { sourceOf, type KnownPhoto } from '../photo/facts';
import { ask, LONGEST_SIDE, take, type Request } from '../photo/pixels';
import { settings } from '../settings';
import { shortened, textsOf } from './texts';

const LrDate = lrImport('LrDate');
const LrStringUtils = lrImport('LrStringUtils');
const LrTasks = lrImport('LrTasks');

/** Renditions that Lightroom is asked for ahead of the engine. */
const AHEAD = 6;
/** Pictures in a job: a message of a few megabytes. */
const IN_A_JOB = 8;
/** One under way and one that waits, so that the engine never does. */
const JOBS = 2;
const POLL_S = 0.05;
/** How long an engine that went away may take to come back. */
const PATIENCE_S = 30;
/** Entries that are written together. */
const WRITE_EVERY = 50;

export interface Watcher {
  isCancelled(this: void): boolean;
  progressed(this: void, done: number, total: number): void;
}

export interface Outcome {
  scored: number;
  /** With what was wrong, the first few of them. */
  failed: number;
  readonly problems: string[];
  /** Scored, and kept in a file to be written later. */
  unwritten: number;
  /** Why it ended before all were scored. */
  ended?: Failure;
}

interface Taken {
  readonly known: KnownPhoto;
  readonly from: 'preview' | 'export';
  readonly developState: string;
  readonly source: BytesSource;
}

interface UnderWay {
  readonly taken: Taken[];
  id: string;
  /** Results that have been fetched, and how many of them an earlier job of the same pictures had brought. */
  fetched: number;
  base: number;
}

/** Yields. */
export function run(
  connection: Connection,
  photos: readonly KnownPhoto[],
  watcher: Watcher,
): Outcome {
  return new Run(connection, photos, watcher).outcome();
}

class Run {
  private readonly result: Outcome = { scored: 0, failed: 0, problems: [], unwritten: 0 };
  private readonly asked: { readonly known: KnownPhoto; readonly request: Request }[] = [];
  private readonly jobs: UnderWay[] = [];
  private entries: Entry[] = [];
  private taken: Taken[] = [];
  private next = 0;

  constructor(
    private connection: Connection,
    private readonly photos: readonly KnownPhoto[],
    private readonly watcher: Watcher,
  ) {}

  outcome(): Outcome {
    while (!this.hasEnded() && this.isOpen()) {
      this.askAhead();
      this.takeOne();
      this.startJobs();
      this.pollJobs();
    }
    this.cancelJobs();
    this.flush(0);
    return this.result;
  }

  private isOpen(): boolean {
    return (
      this.next < this.photos.length ||
      this.asked.length > 0 ||
      this.taken.length > 0 ||
      this.jobs.length > 0
    );
  }

  private hasEnded(): boolean {
    if (this.result.ended === undefined && this.watcher.isCancelled()) {
      this.result.ended = { code: 'cancelled', message: '', hint: '', retryable: false };
    }
    return this.result.ended !== undefined;
  }

  private askAhead(): void {
    while (this.asked.length < AHEAD && this.next < this.photos.length) {
      const known = this.photos[this.next]!;
      this.next += 1;
      this.asked.push({ known, request: ask(known.photo) });
    }
  }

  /** The next photograph's pixels, unless enough of them wait for the engine. */
  private takeOne(): void {
    if (this.taken.length >= IN_A_JOB || this.asked.length === 0) return;
    const { known, request } = this.asked.shift()!;
    const size = known.facts.croppedDimensions;
    const least = size === undefined ? LONGEST_SIDE : math.max(size.width, size.height);
    const pixels = take(request, least, this.watcher.isCancelled);
    if (pixels.ok) {
      const { jpeg, from } = pixels.value;
      const source = sourceOf(known, LrStringUtils.encodeBase64(jpeg));
      this.taken.push({ known, from, developState: developState(known.photo), source });
    } else if (pixels.failure.code !== 'cancelled') {
      this.fail(known, pixels.failure);
    }
  }

  private startJobs(): void {
    const isLast = this.next >= this.photos.length && this.asked.length === 0;
    const isDue = this.taken.length >= IN_A_JOB || (isLast && this.taken.length > 0);
    if (!isDue || this.jobs.length >= JOBS || this.hasEnded()) return;
    const job: UnderWay = { taken: this.taken, id: '', fetched: 0, base: 0 };
    this.taken = [];
    if (this.begin(job)) this.jobs.push(job);
  }

  /** Gives a job to the engine, also one that was lost; false where the run ends. */
  private begin(job: UnderWay): boolean {
    const { profile, suggest } = settings();
    const deadline = LrDate.currentTime() + PATIENCE_S;
    while (!this.hasEnded()) {
      const started = call(this.connection, 'assess/start', {
        sources: job.taken.slice(job.fetched).map(({ source }) => source),
        include: ['score', 'findings', ...(suggest ? (['suggestions'] as const) : [])],
        ...(profile === '' ? {} : { profile }),
      });
      if (started.ok) {
        job.id = started.value.job;
        job.base = job.fetched;
        return true;
      }
      const { failure } = started;
      if (failure.code === 'engine-silent') this.reconnect(failure);
      else if (failure.retryable && LrDate.currentTime() < deadline)
        LrTasks.sleep((failure.retryAfterMs ?? 1000) / 1000);
      else this.result.ended = failure;
    }
    return false;
  }

  private pollJobs(): void {
    const job = this.jobs[0];
    if (job === undefined) return;
    const isFull = this.jobs.length >= JOBS || this.isStarved();
    const got = call(this.connection, 'job/get', { job: job.id, since: job.fetched - job.base });
    if (!got.ok) {
      this.recover(job, got.failure);
      return;
    }
    for (const result of got.value.results) {
      this.note(job.taken[job.fetched]!, result);
      job.fetched += 1;
    }
    this.watcher.progressed(this.result.scored + this.result.failed, this.photos.length);
    this.flush(WRITE_EVERY);
    if (job.fetched >= job.taken.length) this.jobs.shift();
    else if (isFull && got.value.results.length === 0) LrTasks.sleep(POLL_S);
  }

  /** Nothing else to do than to wait for the engine. */
  private isStarved(): boolean {
    return this.asked.length === 0 || this.taken.length >= IN_A_JOB;
  }

  /** An engine that was ended has forgotten its jobs; what they found is in its cache. */
  private recover(job: UnderWay, failure: Failure): void {
    if (failure.code === 'engine-silent') this.reconnect(failure);
    else if (failure.code !== 'job-unknown') this.result.ended = failure;
    if (!this.hasEnded()) this.begin(job);
  }

  private reconnect(failure: Failure): void {
    const deadline = LrDate.currentTime() + PATIENCE_S;
    while (LrDate.currentTime() < deadline && !this.hasEnded()) {
      LrTasks.sleep(1);
      const connected = connectOrStart();
      if (connected.ok) {
        this.connection = connected.value;
        return;
      }
    }
    this.result.ended ??= failure;
  }

  private note({ known, from, developState }: Taken, result: AssessmentResult): void {
    if (result.status === 'failed') {
      this.fail(known, { ...result.error });
      return;
    }
    this.result.scored += 1;
    const scoredAt = LrDate.timeToUserFormat(LrDate.currentTime(), '%Y-%m-%d %H:%M');
    this.add(known, {
      ...EMPTY,
      ...textsOf(result),
      from,
      developState,
      scoredAt,
      state: 'current',
    });
  }

  private fail(known: KnownPhoto, { message, hint }: Failure): void {
    this.result.failed += 1;
    if (this.result.problems.length < 3)
      this.result.problems.push(`${known.facts.path}: ${message} ${hint}`);
    this.add(known, { ...EMPTY, why: shortened(`${message} ${hint}`), state: 'failed' });
  }

  private add({ photo, facts }: KnownPhoto, texts: FieldTexts): void {
    this.entries.push({ photo, uuid: facts.uuid, texts });
  }

  private flush(least: number): void {
    if (this.entries.length === 0 || this.entries.length < least) return;
    const entries = this.entries;
    this.entries = [];
    this.result.unwritten += write(entries);
  }

  private cancelJobs(): void {
    for (const { id } of this.jobs) call(this.connection, 'job/cancel', { job: id });
  }
}

/** What was found before is gone, whatever is found now. */
const EMPTY: FieldTexts = {
  score: '',
  band: '',
  rank: '',
  technical: '',
  mine: '',
  myBand: '',
  strength: '',
  weakness: '',
  why: '',
  advice: '',
  from: '',
  value: '',
  kind: '',
  developState: '',
  stamps: '',
};
