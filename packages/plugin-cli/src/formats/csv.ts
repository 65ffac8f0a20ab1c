import type { AssessmentResult } from '@calm-sdk/core';

/** Columns in front of those of the attributes. Their order is stable; new ones come at the end. */
export const CSV_COLUMNS = [
  'path',
  'status',
  'score',
  'low',
  'high',
  'percentile',
  'technical',
  'confidence',
  'abstained',
  'domain',
  'width',
  'height',
  'sha256',
  'model',
  'error',
  'message',
  'hint',
] as const;

/** Columns of one person's score, for results that were asked for it. */
export const PERSONAL_COLUMNS = [
  'personal',
  'personal-low',
  'personal-high',
  'personal-weight',
] as const;

/** The cells under {@link PERSONAL_COLUMNS}; empty where the profile says nothing of such pictures. */
export function personalCells(result: AssessmentResult): Cell[] {
  const personal = result.status === 'ok' ? result.score?.personal : undefined;
  return [personal?.value, personal?.interval.low, personal?.interval.high, personal?.weight];
}

export type Cell = string | number | boolean | undefined;

/** The heading; for each attribute its value and its score (1 is no concern). */
export function csvHeading(attributes: readonly string[], more: readonly string[] = []): string {
  return csvLine([...CSV_COLUMNS, ...more, ...attributes.flatMap((id) => [id, `${id}-score`])]);
}

/** The row of one result; what does not apply is empty. */
export function csvRow(
  result: AssessmentResult,
  attributes: readonly string[],
  more: readonly Cell[] = [],
): string {
  const path = inertPath(result.source.path ?? result.source.name ?? '');
  if (result.status === 'failed') {
    const { code, message, hint } = result.error;
    const empty = CSV_COLUMNS.slice(2, -3).map(() => undefined);
    const readings = attributes.flatMap(() => [undefined, undefined]);
    return csvLine([
      path,
      'failed',
      ...empty,
      code,
      inertText(message),
      inertText(hint),
      ...more,
      ...readings,
    ]);
  }
  const { score, domain, picture, stamps } = result;
  const readings = new Map(result.attributes.map((reading) => [reading.id, reading]));
  return csvLine([
    path,
    'ok',
    score?.value,
    score?.interval.low,
    score?.interval.high,
    score?.percentile,
    score?.technical,
    score?.confidence,
    score?.abstained,
    domain.id,
    picture.width,
    picture.height,
    picture.sha256,
    stamps.model.id,
    undefined,
    undefined,
    undefined,
    ...more,
    ...attributes.flatMap((id) => {
      const reading = readings.get(id);
      return reading?.status === 'measured'
        ? [reading.value, reading.score]
        : [undefined, undefined];
    }),
  ]);
}

/** One record by RFC 4180, ended by a line feed. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  const text = String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A relative path that a spreadsheet would run as a formula (`=…`, `+…`, `-…`, `@…`, or after a tab) is written with
 * `./` before it: the same file, and text for every reader.
 */
function inertPath(path: string): string {
  return FORMULA.test(path) ? `./${path}` : path;
}

/** The same for a sentence, which may begin with a file's name: spreadsheets take what follows an apostrophe as text. */
function inertText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

const FORMULA = /^[=+\-@\t\r]/;
