import { randomUUID } from 'node:crypto';
import { CalmError, errorInfoOf, type ErrorInfo } from '../protocol/errors.js';
import type { AssessmentResult } from '../protocol/generated/assessment.js';
import type { Job, JobStarted } from '../protocol/generated/job.js';

/** Results that wait to be fetched; beyond that a job pauses, so that memory stays flat. */
const MOST_UNFETCHED = 1000;

/** How many results are given at once where nobody says. */
const PAGE = 100;

export interface JobLimits {
  /** Jobs that one client may have at a time. */
  readonly ofClient: number;
  /** Bytes that jobs under way may hold of the messages that started them, of all clients together; one job alone is always taken. */
  readonly bytes: number;
  /** A job that nobody asks for is stopped and forgotten after so many milliseconds. */
  readonly expiryMs: number;
}

/** Does the work: yields a result for each picture, in order, and ends between pictures once the signal says so. */
export type JobWork = (signal: AbortSignal) => AsyncIterable<AssessmentResult>;

/**
 * Long work that outlives the request which started it. A job belongs to the client that started it; to others it does not exist. What it
 * found is kept until it is fetched, and once more until the next fetch, in case the answer was lost.
 */
export class Jobs implements AsyncDisposable {
  readonly #limits: JobLimits;
  readonly #running = new Map<string, RunningJob>();

  constructor(limits: JobLimits) {
    this.#limits = limits;
  }

  /**
   * @param owner the client
   * @param bytes what it holds of the message that started it, until it ends
   * @throws CalmError `busy` where the client has as many jobs as it may have, or all of them hold as much as they may
   */
  start(owner: string, total: number, work: JobWork, bytes = 0): JobStarted {
    const own = [...this.#running.values()].filter((job) => job.owner === owner);
    if (own.filter(({ state }) => state === 'running').length >= this.#limits.ofClient) {
      throw new CalmError(
        'busy',
        `This client has ${this.#limits.ofClient} jobs under way already.`,
        {
          hint: 'Wait for one of them, or cancel it with job/cancel.',
          retryable: true,
          retryAfterMs: 5000,
        },
      );
    }
    const held = [...this.#running.values()].reduce((sum, job) => sum + job.bytes, 0);
    if (held > 0 && held + bytes > this.#limits.bytes) {
      throw new CalmError(
        'busy',
        'The jobs under way hold as many pictures as there is room for.',
        {
          hint: 'Wait until some of them have ended, or name pictures by their paths.',
          retryable: true,
          retryAfterMs: 5000,
        },
      );
    }
    const job = new RunningJob(owner, total, bytes, this.#limits.expiryMs, () => {
      this.#running.delete(job.id);
    });
    this.#running.set(job.id, job);
    job.begin(work);
    return { job: job.id, total };
  }

  /**
   * @param since the cursor of the last answer; absent: what has been fetched last is given again
   * @throws CalmError `job-unknown`; `invalid-request` for a cursor whose results are gone or have not come
   */
  get(owner: string, id: string, since?: number, limit = PAGE): Job {
    const job = this.#own(owner, id);
    return job.fetch(since ?? job.fetched, limit);
  }

  /** Stops a job; results that it has can still be fetched. @throws CalmError `job-unknown` */
  cancel(owner: string, id: string): Job {
    const job = this.#own(owner, id);
    job.cancel();
    return job.fetch(job.fetched, 0);
  }

  /** Stops all of one client, or of all, and waits for the pictures under way. */
  async stop(owner?: string): Promise<void> {
    const jobs = [...this.#running.values()].filter(
      (job) => owner === undefined || job.owner === owner,
    );
    await Promise.all(jobs.map((job) => job.end()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  #own(owner: string, id: string): RunningJob {
    const job = this.#running.get(id);
    if (job !== undefined && job.owner === owner) return job;
    throw new CalmError('job-unknown', `There is no job "${id}".`, {
      hint: 'It has expired, or the engine was started anew: start it again. What it computed is remembered, so that this is quick.',
    });
  }
}

class RunningJob {
  readonly id = randomUUID();
  readonly owner: string;
  state: Job['state'] = 'running';
  /** What it holds of the message that started it. */
  bytes: number;
  /** How many results were fetched, and fetched again: those before it are gone. */
  fetched = 0;
  readonly #total: number;
  readonly #expiryMs: number;
  readonly #forget: () => void;
  readonly #stopped = new AbortController();
  /** From the one after {@link RunningJob.fetched} on. */
  readonly #results: AssessmentResult[] = [];
  #failed = 0;
  #error: ErrorInfo | undefined;
  #ended: Promise<void> = Promise.resolve();
  #expiry: NodeJS.Timeout | undefined;
  #wake: (() => void) | undefined;

  constructor(owner: string, total: number, bytes: number, expiryMs: number, forget: () => void) {
    this.owner = owner;
    this.bytes = bytes;
    this.#total = total;
    this.#expiryMs = expiryMs;
    this.#forget = forget;
    this.#live();
  }

  begin(work: JobWork): void {
    this.#ended = this.#run(work(this.#stopped.signal));
  }

  fetch(since: number, limit: number): Job {
    this.#live();
    const done = this.fetched + this.#results.length;
    if (since < this.fetched || since > done) {
      throw new CalmError(
        'invalid-request',
        `The job ${this.id} has results ${this.fetched} to ${done}; ${since} is not among them.`,
        { hint: 'Ask since the cursor of the last answer.' },
      );
    }
    this.#results.splice(0, since - this.fetched);
    this.fetched = since;
    this.#wake?.();
    const results = this.#results.slice(0, limit);
    return {
      job: this.id,
      state: this.state,
      done,
      failed: this.#failed,
      total: this.#total,
      cursor: since + results.length,
      results,
      ...(this.#error === undefined ? {} : { error: this.#error }),
      expiresInMs: this.#expiryMs,
    };
  }

  cancel(): void {
    if (this.state !== 'running') return;
    this.state = 'cancelled';
    this.#stopped.abort(CalmError.cancelled('The job'));
    this.#wake?.();
  }

  /** Stops it, waits for what is under way, and forgets it. */
  async end(): Promise<void> {
    this.cancel();
    clearTimeout(this.#expiry);
    await this.#ended;
    this.#forget();
  }

  async #run(results: AsyncIterable<AssessmentResult>): Promise<void> {
    try {
      for await (const result of results) {
        this.#results.push(result);
        if (result.status === 'failed') this.#failed++;
        while (this.#results.length >= MOST_UNFETCHED && this.state === 'running') {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
      if (this.state === 'running') this.state = 'done';
    } catch (error) {
      // Pictures that fail are results, so that this is the job's own stop, or a defect.
      if (this.state !== 'running') return;
      this.state = 'failed';
      this.#error = errorInfoOf(error);
    } finally {
      this.bytes = 0;
    }
  }

  /** Somebody has asked for it. */
  #live(): void {
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(() => {
      this.cancel();
      this.#forget();
    }, this.#expiryMs);
    this.#expiry.unref();
  }
}
