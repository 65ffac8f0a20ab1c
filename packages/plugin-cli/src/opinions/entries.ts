/** From opinions in files to entries of a taste profile's log. */
import path from 'node:path';
import {
  CalmError,
  imageSha256Of,
  type Entry,
  type ErrorInfo,
  type Flag,
  type KnownPicture,
  type Rating,
} from '@calm-sdk/core';
import { sourceOf } from '../pictures/assess-found.js';
import type { FileName } from '../pictures/file-name.js';
import { entryId } from './entry-id.js';
import type { Meaning } from './histogram.js';
import type { Opinion } from './opinion.js';

/** What one picture adds to a log. */
export type PictureEntries =
  /** No entry where the log says the same already. */
  | {
      readonly kind: 'entries';
      readonly name: FileName;
      readonly picture: KnownPicture;
      readonly entries: readonly Entry[];
    }
  /** Another file of a picture that came before: its opinion is that one's. */
  | { readonly kind: 'copy'; readonly name: FileName; readonly of: FileName }
  | { readonly kind: 'failure'; readonly name: FileName; readonly error: ErrorInfo };

export interface EntryOptions {
  /** Id of the profile. */
  readonly profile: string;
  /** Names the sitting, as `Entry.session`. */
  readonly session: string;
  /** What the profile's log holds now, in its order: what it says already is not said again, and what it says otherwise is taken over. */
  readonly log: readonly Entry[];
  readonly signal: AbortSignal;
}

const STARS_SCALE = { low: 1, high: 5 } as const;
const SOURCE = 'xmp';

/**
 * Entries of those pictures that an opinion says something of, in order. What a picture says is held against the last that was read from
 * it: a second import of a folder adds nothing, changed stars add an entry, and a flag that is gone is taken back. Only files that
 * might add something are read. Ends early, without an error, once the signal aborts.
 *
 * With the meaning `quality` stars are ratings from 1 to 5; with `keepers` so many stars or more are a pick, fewer say nothing; with
 * `nothing` stars are passed over. Flags count with each; no stars are never a rating.
 */
export async function* entriesOf(
  opinions: Iterable<Opinion> | AsyncIterable<Opinion>,
  meaning: Meaning,
  { profile, session, log, signal }: EntryOptions,
): AsyncGenerator<PictureEntries> {
  const last = lastOf(log);
  const seen = new Map<string, FileName>();
  for await (const opinion of opinions) {
    if (signal.aborted) return;
    const { name } = opinion;
    const { rating, flag } = read(opinion, meaning);
    // A silent picture can only take a flag back.
    if (rating === undefined && flag === undefined && last.flags.size === 0) continue;
    const sha256 = await hashOf(name, signal);
    if (sha256 === undefined) return;
    if (typeof sha256 !== 'string') {
      yield sha256;
      continue;
    }
    const first = seen.get(sha256);
    if (first !== undefined) {
      yield { kind: 'copy', name, of: first };
      continue;
    }
    seen.set(sha256, name);
    const entries: Entry[] = [];
    const common = {
      at: opinion.writtenAt,
      source: SOURCE,
      session,
      shown: false,
      picture: sha256,
    };
    const lastRating = last.ratings.get(sha256);
    if (rating !== undefined && !says(lastRating, rating)) {
      const id = idOf(profile, sha256, `stars ${rating}`, lastRating);
      entries.push({ kind: 'rating', id, ...common, value: rating, scale: STARS_SCALE });
    }
    const lastFlag = last.flags.get(sha256);
    const flagNow = flag ?? 'none';
    if (flagNow !== (lastFlag?.flag ?? 'none')) {
      const id = idOf(profile, sha256, `flag ${flagNow}`, lastFlag);
      entries.push({ kind: 'flag', id, ...common, flag: flagNow });
    }
    if (rating === undefined && flag === undefined && entries.length === 0) continue;
    yield { kind: 'entries', name, picture: knownAs(name, sha256), entries };
  }
}

/** What an opinion says under a meaning. */
function read(
  { stars, flag }: Opinion,
  meaning: Meaning,
): { readonly rating: number | undefined; readonly flag: 'pick' | 'reject' | undefined } {
  switch (meaning.kind) {
    case 'quality':
      return { rating: stars, flag };
    case 'keepers': {
      const kept = stars !== undefined && stars >= meaning.from ? 'pick' : undefined;
      return { rating: undefined, flag: flag ?? kept };
    }
    case 'nothing':
      return { rating: undefined, flag };
  }
}

function says(rating: Rating | undefined, stars: number): boolean {
  return (
    rating?.value === stars &&
    rating.scale.low === STARS_SCALE.low &&
    rating.scale.high === STARS_SCALE.high
  );
}

/** With the entry before it, so that stars which return to an earlier number are said anew. */
function idOf(profile: string, sha256: string, said: string, before: Entry | undefined): string {
  return entryId(profile, sha256, SOURCE, said, before?.id ?? '');
}

/** The last of each sort that was read from files, by picture. */
function lastOf(log: readonly Entry[]): {
  readonly ratings: ReadonlyMap<string, Rating>;
  readonly flags: ReadonlyMap<string, Flag>;
} {
  const ratings = new Map<string, Rating>();
  const flags = new Map<string, Flag>();
  for (const entry of log) {
    if (entry.source !== SOURCE) continue;
    if (entry.kind === 'rating') ratings.set(entry.picture, entry);
    if (entry.kind === 'flag') flags.set(entry.picture, entry);
  }
  return { ratings, flags };
}

/** A name that is no text cannot stand in a document, and the picture is known without it. */
export function knownAs({ path: name }: FileName, sha256: string): KnownPicture {
  return { sha256, paths: typeof name === 'string' ? [path.resolve(name)] : [] };
}

/** The checksum that opinions of a picture are kept by, or why it cannot be read; nothing once the signal aborts. */
export async function hashOf(
  name: FileName,
  signal: AbortSignal,
): Promise<string | Extract<PictureEntries, { kind: 'failure' }> | undefined> {
  try {
    return await imageSha256Of(sourceOf(name), { signal });
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!(error instanceof CalmError)) throw error;
    return { kind: 'failure', name, error: error.toInfo() };
  }
}
