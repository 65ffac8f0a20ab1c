import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AssessmentResult, Engine } from '@calm-sdk/core';
import type { Context, EngineFlags } from '../context.js';
import { DONE, FAILED, withEngine } from '../context.js';
import {
  evaluate as agreementOf,
  ROUNDS,
  type Agreement,
  type Figure,
  type Scale,
} from '../evaluation/evaluate.js';
import {
  ratingsText,
  readRatings,
  RatingsError,
  type Rating,
  type Ratings,
} from '../evaluation/ratings.js';
import { jsonLine } from '../formats/json.js';
import { failureText } from '../formats/report.js';
import { locate } from '../pictures/locate.js';
import { run } from '../pictures/run.js';
import { cutEnd, wrap } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Screen } from '../terminal/screen.js';
import { table } from '../terminal/table.js';

export interface EvaluateFlags extends EngineFlags {
  readonly format: 'text' | 'json';
  readonly imageColumn?: string;
  readonly scoreColumn?: string;
  readonly groupColumn?: string;
  /** The folder that names of images start from; that of the list where it is not given. */
  readonly images?: string;
  readonly scale?: Scale;
}

/** What `calm evaluate` finds, as its JSON has it. */
export interface Evaluation {
  readonly ratings: {
    readonly file: string;
    readonly imageColumn: string;
    readonly scoreColumn: string;
    readonly groupColumn: string | null;
    readonly rows: number;
    readonly pictures: number;
    readonly scale: Scale | null;
  };
  readonly bootstrapRounds: number;
  readonly overall: Agreement;
  readonly groups: readonly (Agreement & { readonly group: string })[];
  /** Pictures whose score the model itself does not stand by; they count in the figures. */
  readonly abstained: number;
  readonly failed: readonly { path: string; code: string; message: string }[];
  readonly stamps: Engine['stamps'];
}

/** `calm evaluate`: how well the scores agree with people's. */
export async function evaluate(
  context: Context,
  file: string,
  flags: EvaluateFlags,
): Promise<number> {
  const { screen } = context;
  const list = await readList(file, flags, screen);
  if (list === undefined) return FAILED;
  for (const problem of list.problems.slice(0, 5)) screen.problem(`${file}, ${problem}: left out`);
  if (list.problems.length > 5) {
    screen.problem(`${file}: ${list.problems.length - 5} more lines left out`);
  }
  const folder = flags.images ?? path.dirname(file);
  const located = await Promise.all(
    list.ratings.map(async (rating) => [await locate(folder, rating.image), rating] as const),
  );
  // Names that differ in the list may be one file: it is assessed once and counts for each.
  const byPath = new Map<string, Rating[]>();
  for (const [name, rating] of located) {
    const same = byPath.get(name) ?? [];
    same.push(rating);
    byPath.set(name, same);
  }

  return withEngine(context, flags, async (engine) => {
    const rated: { score: number; rating: number; group: string | undefined }[] = [];
    const failed: Extract<AssessmentResult, { status: 'failed' }>[] = [];
    let abstained = 0;
    await run(context, engine, [...byPath.keys()], {}, (result) => {
      if (result.status === 'failed') {
        failed.push(result);
        if (flags.format === 'text' && failed.length <= 5) screen.problem(failureText(result));
        return Promise.resolve();
      }
      const { score } = result;
      if (score === undefined) return Promise.resolve();
      for (const { rating, group } of byPath.get(result.source.path ?? '') ?? []) {
        rated.push({ score: score.value, rating, group });
        if (score.abstained) abstained += 1;
      }
      return Promise.resolve();
    });
    if (failed.length > 5 && flags.format === 'text') {
      screen.problem(`${failed.length - 5} more pictures could not be assessed`);
    }
    const groups = [...new Set(rated.map(({ group }) => group))]
      .filter((group) => group !== undefined)
      .sort();
    const evaluation: Evaluation = {
      ratings: {
        file,
        imageColumn: list.imageColumn,
        scoreColumn: list.scoreColumn,
        groupColumn: list.groupColumn ?? null,
        rows: list.rows,
        pictures: list.ratings.length,
        scale: flags.scale ?? null,
      },
      bootstrapRounds: ROUNDS,
      overall: agreementOf(rated, flags.scale),
      groups: groups.map((group) => ({
        group,
        ...agreementOf(
          rated.filter((each) => each.group === group),
          flags.scale,
        ),
      })),
      abstained,
      failed: failed.map(({ source, error }) => ({
        path: source.path ?? '',
        code: error.code,
        message: error.message,
      })),
      stamps: engine.stamps,
    };
    await screen.print(
      flags.format === 'json' ? `${jsonLine(evaluation)}\n` : evaluationText(evaluation, screen),
    );
    return failed.length > 0 || list.problems.length > 0 || rated.length === 0 ? FAILED : DONE;
  });
}

async function readList(
  file: string,
  flags: EvaluateFlags,
  screen: Screen,
): Promise<Ratings | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    screen.problem(`${file} cannot be read: ${error.message}`);
    return undefined;
  }
  try {
    return readRatings(ratingsText(bytes), flags);
  } catch (error) {
    if (!(error instanceof RatingsError)) throw error;
    screen.problem(`${file} ${error.message}`);
    return undefined;
  }
}

const FIGURES = [
  { title: 'SRCC', of: (each: Agreement): string => figure(each.srcc, 3) },
  { title: 'PLCC', of: (each: Agreement): string => figure(each.plcc, 3) },
  { title: 'MAE', of: (each: Agreement): string => figure(each.mae, 2) },
  { title: 'Accuracy', of: (each: Agreement): string => figure(each.accuracy, 2) },
] as const;

function evaluationText(evaluation: Evaluation, screen: Screen): string {
  const { ratings, overall, groups, abstained, failed } = evaluation;
  const { colours, width } = screen;
  const all = { group: ratings.groupColumn === null ? 'all' : 'all groups', ...overall };
  const lines = [all, ...groups].map((each) => ({ ...each, group: printable(each.group) }));
  const { scale } = ratings;
  const notes = [
    `Column ${ratings.scoreColumn} of ${ratings.file}: ${counted(ratings.rows, 'rating')} of ${counted(ratings.pictures, 'picture')}${failed.length > 0 ? `, ${failed.length} of which could not be assessed` : ''}.`,
    scale === null
      ? 'MAE in units of the ratings, scores mapped onto them by least squares; accuracy: same side of the median.'
      : `MAE in points of 0 to 10, ratings mapped from ${scale.low} to ${scale.high}; accuracy: same side of the middle.`,
    `In brackets 95 % intervals from ${ROUNDS} resamples of the pictures.`,
    ...(abstained > 0
      ? [
          `The model is not sure of ${abstained} of them; ${abstained === 1 ? 'it counts' : 'they count'} all the same.`,
        ]
      : []),
  ]
    .map(printable)
    .flatMap((note) => (width === undefined ? [note] : wrap(note, width)));
  const heading = (text: string): string => colours.bold(text);
  const figures =
    width === undefined || width >= ROOM_FOR_TABLE
      ? table(
          [
            { title: printable(ratings.groupColumn ?? ''), cut: 'end' },
            { title: 'Pictures', align: 'right' },
            ...FIGURES,
          ],
          lines.map((each) => [
            each.group,
            String(each.pictures),
            ...FIGURES.map(({ of }) => of(each)),
          ]),
          width,
          heading,
        )
      : lines.flatMap((each) => [
          heading(cutEnd(each.group, width)),
          `  ${'Pictures'.padEnd(10)}${each.pictures}`,
          ...FIGURES.map(({ title, of }) => `  ${title.padEnd(10)}${of(each)}`),
        ]);
  return `${[...figures, '', ...notes.map((note) => colours.dim(note))].join('\n')}\n`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Cells that a table with intervals takes; on narrower terminals the figures stand below each other. */
const ROOM_FOR_TABLE = 112;

function figure(value: Figure | null, decimals: number): string {
  if (value === null) return '–';
  const text = (number: number): string => number.toFixed(decimals).replace('-', '−');
  return `${text(value.value)} (${text(value.low)} to ${text(value.high)})`;
}
