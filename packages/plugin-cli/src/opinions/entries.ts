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
  type Retraction,
} from '@calm-sdk/core';
import { sourceOf } from '../pictures/assess-found.js';
import type { FileName } from '../pictures/file-name.js';
import { entryId } from './entry-id.js';
import type { Meaning } from './histogram.js';
import type { Opinion } from './opinion.js';

/** What one picture adds to a log. */
export type PictureEntries =
  | {
      readonly kind: 'entries';
      readonly name: FileName;
      readonly picture: KnownPicture;
      /** None where the log says the same already. */
      readonly entries: readonly Entry[];
      /** What becomes of what was read before; absent where nothing was, or the same. */
      readonly former?: 'replaced' | 'taken-back';
      /** How many rows of a list the log holds already. */
      readonly known?: number;
    }
  /** Another file of a picture that came before: its opinion is that one's. */
  | { readonly kind: 'copy'; readonly name: FileName; readonly of: FileName }
  | { readonly kind: 'failure'; readonly name: FileName; readonly error: ErrorInfo };

export interface EntryOptions {
  /** Id of the profile. */
  readonly profile: string;
  /** Names the sitting, as `Entry.session`. */
  readonly session: string;
  /** What the profile's log holds now, in its order: what it says already is not said again, and what it says otherwise is replaced. */
  readonly log: readonly Entry[];
  /** Pictures by where they were seen. */
  readonly places: ReadonlyMap<string, string>;
  readonly signal: AbortSignal;
}

const STARS_SCALE = { low: 1, high: 5 } as const;
const SOURCE = 'xmp';

/**
 * Entries of those pictures that an opinion says something of. A file has a state: what it says is held against the last that was read of
 * its picture, so that a second import of a folder adds nothing, changed stars replace the former, and stars and flags that are gone, or
 * mean nothing now, are taken back. Of several files of one picture the one that was written last counts, of those that say something.
 * Only files that might add something are read. Ends early, without an error, once the signal aborts.
 *
 * With the meaning `quality` stars are ratings from 1 to 5; with `keepers` so many stars or more are a pick, fewer say nothing; with
 * `nothing` stars are passed over. Flags count with each; no stars are never a rating.
 */
export async function* entriesOf(
  opinions: readonly Opinion[],
  meaning: Meaning,
  { profile, session, log, places, signal }: EntryOptions,
): AsyncGenerator<PictureEntries> {
  const last = lastOf(log);
  const seen = new Map<string, FileName>();
  for (const { opinion, rating, flag } of inOrder(opinions, meaning)) {
    if (signal.aborted) return;
    const { name } = opinion;
    const isSilent = rating === undefined && flag === undefined;
    if (isSilent && !mayTakeBack(opinion, last, places)) continue;
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
    const wasRated = lastRating?.kind === 'rating';
    if (rating === undefined && wasRated) {
      const id = idOf(profile, sha256, 'retraction', lastRating);
      entries.push({ kind: 'retraction', id, ...common });
    } else if (rating !== undefined && !(wasRated && says(lastRating, rating))) {
      const id = idOf(profile, sha256, `stars ${rating}`, lastRating);
      entries.push({ kind: 'rating', id, ...common, value: rating, scale: STARS_SCALE });
    }
    const lastFlag = last.flags.get(sha256);
    const wasFlagged = (lastFlag?.flag ?? 'none') !== 'none';
    const flagNow = flag ?? 'none';
    if (flagNow !== (lastFlag?.flag ?? 'none')) {
      const id = idOf(profile, sha256, `flag ${flagNow}`, lastFlag);
      entries.push({ kind: 'flag', id, ...common, flag: flagNow });
    }
    if (isSilent && entries.length === 0) continue;
    const picture = knownAs(name, sha256);
    const changes = (wasRated || wasFlagged) && entries.length > 0;
    yield {
      kind: 'entries',
      name,
      picture,
      entries,
      ...(changes && { former: isSilent ? 'taken-back' : 'replaced' }),
    };
  }
}

/** An opinion, and what it says under a meaning. */
interface Read extends ReturnType<typeof read> {
  readonly opinion: Opinion;
}

/** Those that say something first, and of these the newest. */
function inOrder(opinions: readonly Opinion[], meaning: Meaning): Read[] {
  const all = opinions.map((opinion): Read => ({ opinion, ...read(opinion, meaning) }));
  const isSilent = ({ rating, flag }: Read): number =>
    Number(rating === undefined && flag === undefined);
  return all.sort(
    (a, b) =>
      isSilent(a) - isSilent(b) ||
      Date.parse(b.opinion.writtenAt) - Date.parse(a.opinion.writtenAt),
  );
}

/** A file that says nothing takes back what was read from it; stars that mean nothing, what was read of that picture from any file. */
function mayTakeBack(
  { name, stars }: Opinion,
  { ratings, flags }: Last,
  places: ReadonlyMap<string, string>,
): boolean {
  if (stars !== undefined) return ratings.size > 0 || flags.size > 0;
  const [place] = knownAs(name, '').paths;
  const before = place === undefined ? undefined : places.get(place);
  return before !== undefined && (ratings.has(before) || flags.has(before));
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

function says({ value, scale }: Rating, stars: number): boolean {
  return value === stars && scale.low === STARS_SCALE.low && scale.high === STARS_SCALE.high;
}

/** With the entry before it, so that stars which return to an earlier number are said anew. */
function idOf(profile: string, sha256: string, said: string, before: Entry | undefined): string {
  return entryId(profile, sha256, SOURCE, said, before?.id ?? '');
}

/** The last of each sort that was read from files, by picture. */
interface Last {
  readonly ratings: ReadonlyMap<string, Rating | Retraction>;
  readonly flags: ReadonlyMap<string, Flag>;
}

function lastOf(log: readonly Entry[]): Last {
  const ratings = new Map<string, Rating | Retraction>();
  const flags = new Map<string, Flag>();
  for (const entry of log) {
    if (entry.source !== SOURCE) continue;
    if (entry.kind === 'rating' || entry.kind === 'retraction') ratings.set(entry.picture, entry);
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
