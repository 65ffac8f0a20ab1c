/** Several pictures, one line each, as they come: the widths are set before the first is known. */
import type { Assessment } from '@calm-sdk/core';
import { cells, cutEnd, cutMiddle, padEnd } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Colours } from '../terminal/screen.js';
import { percent, tenths, toTenths } from './numbers.js';
import { mainFinding } from './picture.js';
import type { Registry } from './readings.js';

export interface RowOptions {
  readonly registry: Registry;
  readonly colours: Colours;
  readonly width: number | undefined;
  readonly minScore?: number | undefined;
  /** Whether there is a column for the score of the person whose profile was named. */
  readonly personal: boolean;
}

const GAP = '  ';
const SCORE = 5;
const YOURS = 6;
const LIKELY = 11;
const BEATS = 8;
/** From here on there is room for the strength beside the weakness. */
const BOTH_FINDINGS = 90;
/** Names of attributes beyond this are cut. */
const FINDING = 22;
const NAME_WITHOUT_TERMINAL = 40;

/** Widths of the columns for a terminal of `width` cells (any, where there is none). */
interface Layout {
  readonly name: number;
  readonly finding: number;
  readonly strengths: boolean;
  readonly cut: boolean;
}

function layoutOf({ width, personal }: Pick<RowOptions, 'width' | 'personal'>): Layout {
  if (width === undefined) {
    return { name: NAME_WITHOUT_TERMINAL, finding: FINDING, strengths: true, cut: false };
  }
  const strengths = width >= BOTH_FINDINGS;
  const fixed = SCORE + LIKELY + BEATS + GAP.length * (strengths ? 5 : 4);
  const room = width - fixed - (personal ? YOURS + GAP.length : 0);
  const finding = Math.min(FINDING, Math.max(8, Math.floor(room / (strengths ? 3 : 2))));
  return { name: Math.max(8, room - finding * (strengths ? 2 : 1)), finding, strengths, cut: true };
}

export function rowHeading(options: RowOptions): string {
  const { registry, colours, personal } = options;
  const { columns } = registry.words;
  const { name, finding, strengths } = layoutOf(options);
  const titles = [
    padEnd(columns.picture, name),
    padEnd(columns.score, SCORE),
    ...(personal ? [padEnd(columns.yours, YOURS)] : []),
    padEnd(columns.likely, LIKELY),
    padEnd(columns.beats, BEATS),
    ...(strengths ? [padEnd(columns.strength, finding)] : []),
    columns.weakness,
  ];
  return `${colours.bold(titles.join(GAP).trimEnd())}\n`;
}

export function row(assessment: Assessment, options: RowOptions): string {
  const { registry, colours, minScore, personal } = options;
  const layout = layoutOf(options);
  const { words } = registry;
  const points = (value: number): string => words.figure(tenths(toTenths(value)));
  const { score } = assessment;
  const name = printable(assessment.source.path ?? '');
  const finding = (kind: 'strength' | 'weakness'): string =>
    padEnd(cutEnd(mainFinding(assessment, kind, registry) ?? '–', layout.finding), layout.finding);
  const shownName = padEnd(layout.cut ? cutPath(name, layout.name) : name, layout.name);
  const value = score === undefined ? '' : points(score.value);
  // A mark beside some scores must not move the others.
  const figure = `${value.padStart(SCORE - 1)}${score?.abstained === true ? '?' : ' '}`;
  const parts = [
    shownName,
    minScore !== undefined && score !== undefined && score.value < minScore
      ? colours.red(figure)
      : colours.bold(figure),
    ...(personal
      ? [
          padEnd(
            score?.personal === undefined ? '   –' : points(score.personal.value).padStart(4),
            YOURS,
          ),
        ]
      : []),
    padEnd(
      score === undefined
        ? ''
        : words.range(points(score.interval.low), points(score.interval.high)),
      LIKELY,
    ),
    padEnd(
      score === undefined ? '' : score.abstained ? words.unsure : percent(score.percentile),
      BEATS,
    ),
    ...(layout.strengths ? [colours.green(finding('strength'))] : []),
    colours.yellow(finding('weakness').trimEnd()),
  ];
  return `${parts.join(GAP).trimEnd()}\n`;
}

/** A path that is too long loses its folders first: names tell pictures apart. */
function cutPath(path: string, width: number): string {
  if (cells(path) <= width) return path;
  const folders = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return cutMiddle(folders < 0 ? path : `…${path.slice(folders)}`, width);
}
