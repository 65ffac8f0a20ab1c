/** A run over what the user named: walking, assessing, progress, and the lines that close it. */
import type { AssessmentResult, Engine } from '@calm-sdk/core';
import type { Context } from '../context.js';
import { Progress } from '../terminal/progress.js';
import { assessFound, type Asked } from './assess-found.js';
import { namedBy } from './named.js';
import { nothingPassed, walk, type Found, type Passed } from './walk.js';

/** Without a terminal a line of progress is written this often, for whoever reads the log of a long run. */
const LOG_EVERY_MS = 60_000;

export interface RunSettings extends Asked {
  /** Names on standard input end with NUL. */
  readonly nulSeparated?: boolean;
}

/**
 * Assesses what was named and hands every result to `take`, in order. Ends early where the person stops it, after the
 * pictures under way.
 */
export async function run(
  context: Context,
  engine: Engine,
  paths: readonly string[],
  { nulSeparated = false, ...parts }: RunSettings,
  take: (result: AssessmentResult) => Promise<void>,
): Promise<Passed> {
  const { screen, signal, now } = context;
  const passed = nothingPassed();
  const progress = new Progress(now);
  const separator = nulSeparated ? '\0' : '\n';
  const counting = new AbortController();
  const counted = count(paths, progress, AbortSignal.any([signal, counting.signal]));
  let logged = now();
  screen.startFoot(progress);
  try {
    const found = walk(namedBy(paths, context.stdin, separator, signal), passed);
    for await (const result of assessFound(engine, watched(found, progress), {
      signal,
      ...parts,
    })) {
      progress.step();
      await take(result);
      if (!screen.noticesAreSeen && now() - logged > LOG_EVERY_MS) {
        logged = now();
        screen.notice(progress.line(100)?.trim() ?? '');
      }
    }
  } finally {
    screen.endFoot();
    counting.abort();
    await counted;
  }
  if (context.interrupt.aborted) {
    screen.notice(`Stopped after ${progress.done} ${pictures(progress.done)}.`);
  }
  return passed;
}

async function* watched(found: AsyncIterable<Found>, progress: Progress): AsyncGenerator<Found> {
  for await (const each of found) {
    progress.begin(each.name.shown);
    yield each;
  }
}

/** Counts ahead of the run, for the time left. What comes on standard input cannot be counted before it is there. */
async function count(
  paths: readonly string[],
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  if (paths.includes('-')) return;
  let total = 0;
  const found = walk(
    paths.map((path) => ({ shown: path, path })),
    nothingPassed(),
  );
  while ((await found.next()).done !== true) {
    if (signal.aborted) return;
    total += 1;
  }
  progress.total = total;
}

/**
 * The lines that close a run: what a folder held and was not assessed, with the remedy.
 *
 * @param seen results, failed ones included
 * @returns whether there was nothing to assess at all
 */
export function sayWhatWasPassed(context: Context, passed: Passed, seen: number): boolean {
  const { screen } = context;
  const { raw, heic, repeated, empty } = passed;
  if (repeated > 0) {
    screen.notice(`${repeated} ${pictures(repeated)} named more than once: each is listed once.`);
  }
  if (raw + heic > 0) {
    const kinds = [...(raw > 0 ? [`${raw} RAW`] : []), ...(heic > 0 ? [`${heic} HEIC`] : [])];
    const one = raw + heic === 1;
    screen.notice(
      `${kinds.join(' and ')} ${one ? 'file was' : 'files were'} not assessed: export ${one ? 'it' : 'them'} as JPEG or TIFF first.`,
    );
  }
  if (context.signal.aborted) return false;
  for (const folder of empty) screen.problem(`no pictures in ${folder}`);
  if (seen > 0) return false;
  if (empty.length === 0) screen.problem('no pictures were named');
  return true;
}

function pictures(count: number): string {
  return count === 1 ? 'picture' : 'pictures';
}
