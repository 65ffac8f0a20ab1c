/** Reads any CSV of pictures and ratings: which column is which is found by name unless told. */
import { parse } from 'csv-parse/sync';

/** A picture and what people gave it. */
export interface Rating {
  /** As the file names it. */
  readonly image: string;
  /** Mean, where several rows rate the same picture. */
  readonly rating: number;
  readonly group: string | undefined;
}

export interface Ratings {
  readonly ratings: readonly Rating[];
  readonly imageColumn: string;
  readonly scoreColumn: string;
  readonly groupColumn: string | undefined;
  /** Rows with ratings; more than `ratings` where pictures come several times. */
  readonly rows: number;
  /** Rows that could not be used, with the reason. */
  readonly problems: readonly string[];
}

export interface ColumnChoice {
  readonly imageColumn?: string;
  readonly scoreColumn?: string;
  readonly groupColumn?: string;
}

/** The file is no list of ratings, or not in a way that can be guessed. The message says what to do. */
export class RatingsError extends Error {
  override readonly name = 'RatingsError';
}

const IMAGE_NAMES =
  'image filename file_name file path image_path file_path image_name picture photo img name image_id id';
const SCORE_NAMES =
  'score mean mean_score rating mean_rating mos aesthetic aesthetic_score aesthetics beauty liking quality value label';

/**
 * The text of a list: UTF-8, or UTF-16 with its mark, as spreadsheets save "Unicode text".
 *
 * @throws RatingsError
 */
export function ratingsText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // anything else than "not in this encoding"
    throw new RatingsError('is not in UTF-8. Save it as "CSV UTF-8"', { cause: error });
  }
}

/** One row of a list: one rating by one person. */
export interface RatedRow {
  /** As the file names it. */
  readonly image: string;
  readonly rating: number;
  /** The line that the row ends in, from 1. */
  readonly line: number;
  /** What stands in a column, by its place in {@link RatedRows.heading}. */
  readonly cells: readonly string[];
}

/** A list row by row. */
export interface RatedRows {
  readonly heading: readonly string[];
  readonly imageColumn: string;
  readonly scoreColumn: string;
  readonly rows: readonly RatedRow[];
  /** Rows that could not be used, with the reason. */
  readonly problems: readonly string[];
}

/** @throws RatingsError */
export function readRatings(text: string, choice: ColumnChoice = {}): Ratings {
  const { heading, imageColumn, scoreColumn, rows, problems } = readRows(text, choice);
  const group =
    choice.groupColumn === undefined
      ? undefined
      : columnOf(heading, choice.groupColumn, '', 'group');
  const sums = new Map<string, { sum: number; count: number; group: string | undefined }>();
  for (const { image, rating, cells } of rows) {
    const known = sums.get(image);
    if (known === undefined) {
      const of = group === undefined ? undefined : cells[group];
      sums.set(image, { sum: rating, count: 1, group: of });
    } else {
      known.sum += rating;
      known.count += 1;
    }
  }
  return {
    ratings: Array.from(sums, ([name, { sum, count, group: of }]) => ({
      image: name,
      rating: sum / count,
      group: of,
    })),
    imageColumn,
    scoreColumn,
    groupColumn: group === undefined ? undefined : heading[group],
    rows: rows.length,
    problems,
  };
}

/**
 * @param remedy what to do where no column looks like the image, or like the score
 * @throws RatingsError
 */
export function readRows(
  text: string,
  choice: Pick<ColumnChoice, 'imageColumn' | 'scoreColumn'> = {},
  remedy = (option: string) => `say which with --${option}-column`,
): RatedRows {
  const delimiter = delimiterOf(text);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    records = parsed as typeof records; // the types of csv-parse do not know `info`
  } catch (error) {
    throw new RatingsError(`is no CSV: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  const [first, ...others] = records;
  if (first === undefined) throw new RatingsError('is empty');
  const heading = first.record;
  const image = columnOf(heading, choice.imageColumn, IMAGE_NAMES, 'image', remedy);
  const score = columnOf(heading, choice.scoreColumn, SCORE_NAMES, 'score', remedy);
  const rows: RatedRow[] = [];
  const problems: string[] = [];
  for (const { record, info } of others) {
    const name = record[image] ?? '';
    const rating = numberIn(record[score] ?? '', delimiter);
    if (record.length > heading.length) {
      problems.push(
        `line ${info.lines}: it has ${record.length} fields, and the heading ${heading.length}; write numbers with a point, or texts with commas in quotes`,
      );
    } else if (name === '' || rating === undefined) {
      problems.push(
        `line ${info.lines}: ${name === '' ? 'no image' : `"${record[score] ?? ''}" is not a number`}`,
      );
    } else {
      rows.push({ image: name, rating, line: info.lines, cells: record });
    }
  }
  if (others.length === 0) throw new RatingsError('has a heading and no ratings');
  return {
    heading,
    imageColumn: heading[image] as string,
    scoreColumn: heading[score] as string,
    rows,
    problems,
  };
}

/** The separator that the first line has most of. */
function delimiterOf(text: string): string {
  const line = text.slice(0, (text.search(/[\r\n]/) + 1 || text.length + 1) - 1);
  const count = (delimiter: string): number => line.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function columnOf(
  heading: readonly string[],
  chosen: string | undefined,
  usual: string,
  option: string,
  remedy: (option: string) => string = () => '',
): number {
  if (chosen !== undefined) {
    const at = heading.indexOf(chosen);
    if (at >= 0) return at;
    throw new RatingsError(`has no column "${chosen}": it has ${heading.join(', ')}`);
  }
  const at = findColumn(heading, usual);
  if (at !== undefined) return at;
  throw new RatingsError(
    `has no column that looks like the ${option}. Its first line names the columns ${heading.join(', ')}: ${remedy(option)}`,
  );
}

/** The place of the first of these names, apart by spaces, that a heading has, however it is written. */
export function findColumn(heading: readonly string[], names: string): number | undefined {
  const plain = heading.map((name) => name.toLowerCase().replace(/[^a-z0-9]+/g, '_'));
  return names
    .split(' ')
    .map((name) => plain.indexOf(name))
    .find((at) => at >= 0);
}

/** A finite number; with semicolons between cells a comma may be the decimal point. */
function numberIn(text: string, delimiter: string): number | undefined {
  const plain = delimiter === ';' ? text.replace(',', '.') : text;
  if (plain.trim() === '') return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
