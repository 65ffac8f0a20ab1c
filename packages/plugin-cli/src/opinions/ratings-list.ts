/** A person's own ratings in a CSV, as entries of a taste profile's log. Each row counts as it was said; none is averaged. */
import { createHash } from 'node:crypto';
import type { Entry, Rating, Scale } from '@calm-sdk/core';
import {
  findColumn,
  readRows,
  RatingsError,
  type ColumnChoice,
  type RatedRow,
} from '../evaluation/ratings.js';
import type { FileName } from '../pictures/file-name.js';
import { locate } from '../pictures/locate.js';
import { knownAs, hashOf, type EntryOptions, type PictureEntries } from './entries.js';
import { entryId } from './entry-id.js';
import { isFuture } from './future.js';

const SOURCE = 'csv';
const TIME_NAMES = 'at time timestamp date datetime rated_at';
const SESSION_NAMES = 'session sitting';
/** Scales that people rate on, the narrowest first of those that hold the same numbers. */
const USUAL: readonly Scale[] = [
  { low: 0, high: 1 },
  { low: 1, high: 5 },
  { low: 0, high: 5 },
  { low: 1, high: 7 },
  { low: 1, high: 10 },
  { low: 0, high: 10 },
  { low: 0, high: 100 },
];

/** One row, with what it says beside the rating. */
export interface ListedRating {
  readonly image: string;
  readonly line: number;
  readonly value: number;
  /** ISO 8601, UTC; absent where no column tells. */
  readonly at?: string;
  readonly session?: string;
}

export interface RatingsList {
  readonly ratings: readonly ListedRating[];
  readonly scale: Scale;
  /** How the scale is known, for the person: `1 to 5, from the values 2 to 5`, or `1 to 7, as told`. */
  readonly scaleText: string;
  readonly imageColumn: string;
  readonly ratingColumn: string;
  readonly timeColumn: string | undefined;
  readonly sessionColumn: string | undefined;
  /** What could not be used, by line. */
  readonly problems: readonly string[];
}

/**
 * Reads a list; columns of times and sessions are found by their usual names. A scale that is not told is the narrowest usual one that
 * holds all values.
 *
 * @throws RatingsError
 */
export function readRatingsList(
  text: string,
  choice: Pick<ColumnChoice, 'imageColumn' | 'scoreColumn'> & { readonly scale?: Scale } = {},
): RatingsList {
  const { heading, imageColumn, scoreColumn, rows, problems } = readRows(
    text,
    choice,
    (option) => `call one of them ${option === 'image' ? 'path' : 'rating'}`,
  );
  const time = findColumn(heading, TIME_NAMES);
  const session = findColumn(heading, SESSION_NAMES);
  const found = [...problems];
  const { scale, scaleText } = scaleOf(rows, choice.scale);
  const ratings = rows.flatMap((row): ListedRating[] => {
    const { image, line, rating: value, cells } = row;
    if (value < scale.low || value > scale.high) {
      found.push(`line ${line}: ${value} is not on the scale ${scale.low} to ${scale.high}`);
      return [];
    }
    const told = time === undefined ? '' : (cells[time] ?? '');
    const at = timeIn(told);
    if (at !== undefined && isFuture(at)) {
      found.push(
        `line ${line}: the time "${told}" lies in the future; the row is left out. Correct it and import again`,
      );
      return [];
    }
    if (told !== '' && at === undefined) {
      found.push(
        `line ${line}: "${told}" is no time such as 2024-05-06T07:08:09Z; it counts without`,
      );
    }
    const sitting = session === undefined ? '' : (cells[session] ?? '');
    return [
      {
        image,
        line,
        value,
        ...(at === undefined ? {} : { at }),
        ...(sitting === '' ? {} : { session: sitting }),
      },
    ];
  });
  return {
    ratings,
    scale,
    scaleText,
    imageColumn,
    ratingColumn: scoreColumn,
    timeColumn: time === undefined ? undefined : heading[time],
    sessionColumn: session === undefined ? undefined : heading[session],
    problems: found,
  };
}

function scaleOf(
  rows: readonly RatedRow[],
  told: Scale | undefined,
): { readonly scale: Scale; readonly scaleText: string } {
  if (told !== undefined) {
    return { scale: told, scaleText: `${told.low} to ${told.high}, as told` };
  }
  const values = rows.map(({ rating }) => rating);
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (values.length === 0) throw new RatingsError('has no rating that is a number');
  // A list of ones is likelier one of stars than of a share.
  const whole = values.every((value) => Number.isInteger(value));
  const scale = USUAL.find(
    (each) => each.low <= low && high <= each.high && !(each.high === 1 && whole && low > 0),
  ) ?? { low, high };
  if (scale.low === scale.high) {
    throw new RatingsError(`has only the rating ${low}, on no usual scale. Say which with --scale`);
  }
  const seen = low === high ? `the value ${low}` : `the values ${low} to ${high}`;
  return { scale, scaleText: `${scale.low} to ${scale.high}, from ${seen}` };
}

/** A date or a time of ISO 8601, which is this computer's where it has no zone. */
function timeIn(text: string): string | undefined {
  const iso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/u;
  if (!iso.test(text)) return undefined;
  const time = new Date(text.length === 10 ? `${text}T12:00` : text.replace(' ', 'T'));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/**
 * Entries of a list, picture by picture in the order in which the list names them first. Rows that say the same are as many entries. A row
 * with a time is the same wherever it is listed; others are those of their list: imported again, it adds nothing, and where rows were
 * added to its end, those alone. Another list is another sitting, whose equal ratings are said again. Ends early, without an error, once
 * the signal aborts.
 *
 * @param folder where relative names of pictures start
 * @param listedAt when the list was last changed: the time of rows without one
 */
export async function* ratingEntriesOf(
  { ratings, scale }: RatingsList,
  folder: string,
  listedAt: Date,
  { profile, session, log, signal }: EntryOptions,
): AsyncGenerator<PictureEntries> {
  const known = new Set(log.map(({ id }) => id));
  const sittings = sittingsOf(ratings, profile, log);
  const byImage = new Map<string, { readonly row: ListedRating; readonly list: string }[]>();
  for (const [index, row] of ratings.entries()) {
    const same = byImage.get(row.image) ?? [];
    byImage.set(row.image, same);
    same.push({ row, list: sittings[index] ?? session });
  }
  /** How often the same has been said already, by what was said. */
  const said = new Map<string, number>();
  for (const [image, rows] of byImage) {
    if (signal.aborted) return;
    const path = await locate(folder, image);
    const name: FileName = { shown: path, path };
    const sha256 = await hashOf(name, signal);
    if (sha256 === undefined) return;
    if (typeof sha256 !== 'string') {
      yield sha256;
      continue;
    }
    const entries = rows.map(({ row: { value, at, session: sitting }, list }): Rating => {
      const of = at === undefined ? [list, sitting ?? ''] : [at, sitting ?? ''];
      const what = [sha256, `${value} of ${scale.low} to ${scale.high}`, ...of];
      const key = what.join('\0');
      const count = said.get(key) ?? 0;
      said.set(key, count + 1);
      return {
        kind: 'rating',
        id: entryId(profile, SOURCE, ...what, String(count)),
        at: at ?? listedAt.toISOString(),
        source: SOURCE,
        session: sitting ?? list,
        shown: false,
        picture: sha256,
        value,
        scale,
      };
    });
    const fresh = entries.filter(({ id }) => !known.has(id));
    yield {
      kind: 'entries',
      name,
      picture: knownAs(name, sha256),
      entries: fresh,
      known: entries.length - fresh.length,
    };
  }
}

/**
 * The sitting that each row is of: a checksum of the rows of its list. The beginning of a list that was imported when it ended there is
 * still of that sitting.
 */
function sittingsOf(
  ratings: readonly ListedRating[],
  profile: string,
  log: readonly Entry[],
): string[] {
  const before = new Set(log.map(({ session }) => session));
  const sittings: string[] = [];
  const hash = createHash('sha256');
  for (const [index, { image, value, at, session }] of ratings.entries()) {
    hash.update(JSON.stringify([image, value, at, session]));
    const sitting = entryId(profile, SOURCE, hash.copy().digest('hex'));
    const ends = before.has(sitting) || index === ratings.length - 1;
    if (ends) while (sittings.length <= index) sittings.push(sitting);
  }
  return sittings;
}
