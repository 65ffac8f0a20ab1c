/** Sends what a walk found through the engine, and gives every result its name back, in the order of the walk. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  CalmError,
  type AssessmentResult,
  type Engine,
  type ImageSource,
  type Part,
} from '@calm-sdk/core';
import type { FileName } from './file-name.js';
import type { Found } from './walk.js';

export interface Asked {
  /** Parts of the documents; the engine's everyday ones by default. */
  readonly include?: readonly Part[];
  /** Of what they tell; English by default. */
  readonly language?: string;
  /** Name of the taste profile of whoever's score is told too. */
  readonly profile?: string;
}

/**
 * Results in the order of the walk; a failure of the walk stands in its place. Ends early, without an error, once the
 * signal aborts: what is done has then been given, and nothing is under way any more.
 */
export async function* assessFound(
  engine: Engine,
  found: AsyncIterable<Found>,
  options: Asked & { readonly signal: AbortSignal },
): AsyncGenerator<AssessmentResult> {
  const { signal } = options;
  /** What was taken from the walk and has no result yet, oldest first. */
  const waiting: Found[] = [];
  async function* sources(): AsyncGenerator<ImageSource> {
    for await (const each of found) {
      if (signal.aborted) return;
      waiting.push(each);
      if (each.kind === 'picture') yield sourceOf(each.name);
    }
  }
  function* failures(): Generator<AssessmentResult> {
    for (let next = waiting[0]; next?.kind === 'failure'; next = waiting[0]) {
      waiting.shift();
      yield failed(next);
    }
  }

  try {
    for await (const result of engine.assessMany(sources(), options)) {
      yield* failures();
      const next = waiting.shift();
      if (next === undefined)
        throw new Error('The engine gave more results than it was given pictures.');
      if (result.status === 'failed' && result.error.code === 'cancelled') return;
      yield { ...result, source: { kind: 'path', path: next.name.shown } };
    }
    yield* failures();
  } catch (error) {
    if (!(error instanceof CalmError && error.code === 'cancelled' && signal.aborted)) throw error;
  }
}

/** A name that is no text is opened here, once the engine reads from it. */
export function sourceOf(name: FileName): Exclude<ImageSource, { kind: 'pixels' }> {
  const { path } = name;
  if (typeof path === 'string') return { kind: 'path', path };
  async function* bytes(): AsyncGenerator<Buffer> {
    yield* createReadStream(path) as AsyncIterable<Buffer>;
  }
  return {
    kind: 'stream',
    stream: Readable.from(bytes(), { objectMode: false }),
    name: name.shown,
  };
}

function failed(found: Extract<Found, { kind: 'failure' }>): AssessmentResult {
  return { status: 'failed', source: { kind: 'path', path: found.name.shown }, error: found.error };
}
