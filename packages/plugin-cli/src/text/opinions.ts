/** Opinions found in a folder, told before the person is asked what stars mean here. */
import {
  STARS,
  starsText,
  type Histogram,
  type Meaning,
  type Suggestion,
} from '../opinions/histogram.js';
import { cutEnd, padEnd, wrap } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Screen } from '../terminal/screen.js';

const INDENT = '  ';
const NAME = 9;
const COUNT = 7;
const BAR = 30;
/** A terminal narrower than this has no room for bars. */
const ROOM_FOR_BARS = 60;
/** Labels beyond these are summed up. */
const LABELS = 8;

/** Lines ended by line feeds. */
export function histogramText(
  histogram: Histogram,
  { colours, width }: Pick<Screen, 'colours' | 'width'>,
): string {
  const { pictures, stars, unrated, picked, rejected, labels, raw, heic, paired } = histogram;
  const most = Math.max(1, unrated, rejected, ...STARS.map((value) => stars[value]));
  const bars = width === undefined || width >= ROOM_FOR_BARS;
  const line = (name: string, count: number): string =>
    `${INDENT}${padEnd(name, NAME)}${String(count).padStart(COUNT)}${bars && count > 0 ? `  ${'█'.repeat(Math.round((count / most) * BAR)) || '▏'}` : ''}`;
  const rows = [
    ...STARS.toReversed().map((value) => line('★'.repeat(value), stars[value])),
    line('unrated', unrated),
    ...(rejected > 0 ? [line('rejected', rejected)] : []),
  ];
  const shown = [...labels].slice(0, LABELS);
  const rest = [...labels].slice(LABELS).reduce((sum, [, count]) => sum + count, 0);
  const labelled = [
    ...shown.map(([label, count]) => `${printable(label)} ${count}`),
    ...(rest > 0 ? [`others ${rest}`] : []),
  ];
  const kinds = [
    ...(raw > 0 ? [`${raw} RAW`] : []),
    ...(heic > 0 ? [`${heic} HEIC`] : []),
    ...(paired > 0 ? [`${paired} in pairs of RAW and JPEG, each counted`] : []),
  ];
  const notes = [
    ...(picked > 0 ? [`Picked    ${picked}`] : []),
    ...(labelled.length > 0 ? [`Labels    ${labelled.join(', ')}`] : []),
    ...(kinds.length > 0 ? [`Of them   ${kinds.join(', ')}`] : []),
  ];
  const lines = [
    colours.bold(`Stars of ${pictures} ${pictures === 1 ? 'picture' : 'pictures'}`),
    ...rows,
    ...notes.map((note) => (width === undefined ? INDENT + note : cutEnd(INDENT + note, width))),
  ];
  return lines.map((each) => `${each}\n`).join('');
}

/** The question what stars mean, with what each answer leads to, and the suggestion. Lines ended by line feeds. */
export function meaningText(
  { meaning, because }: Suggestion,
  { colours, width }: Pick<Screen, 'colours' | 'width'>,
): string {
  const answers: readonly (readonly [Meaning['kind'], string])[] = [
    [
      'keepers',
      `pictures from ${meaning.kind === 'keepers' ? starsText(meaning.from) : 'so many stars'} on are the ones you like; the others say nothing`,
    ],
    ['quality', 'stars say how much you like a picture, from 1 to 5; no stars say nothing'],
    ['nothing', 'stars say something else, such as what is delivered; only flags count'],
  ];
  const wrapped = (text: string, indent: string, first = indent): string[] =>
    (width === undefined ? [text] : wrap(text, width - indent.length)).map(
      (each, index) => (index === 0 ? first : indent) + each,
    );
  const indent = INDENT + ' '.repeat(NAME);
  const lines = [
    colours.bold('What do stars mean here?'),
    ...answers.flatMap(([kind, text]) => wrapped(text, indent, INDENT + padEnd(kind, NAME))),
    ...wrapped(`${because} That looks like ${meaning.kind}; only you know.`, ''),
  ];
  return lines.map((each) => `${each}\n`).join('');
}
