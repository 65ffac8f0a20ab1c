/** What was learned of a person, told to them. */
import type { TasteReport } from '@calm-sdk/core';
import { adviceOf, ENOUGH_RATINGS, NO_TASTE, type Advice } from '../tastes/advice.js';
import type { SelfAgreement } from '../tastes/agreement.js';
import { cells, cutEnd, padEnd, wrap } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Colours } from '../terminal/screen.js';
import type { Registry } from './readings.js';
import {
  adviceText,
  counted,
  figure,
  KINDS,
  preferencesOf,
  selfAgreementText,
  signedFigure,
  weightText,
} from './taste.js';

export interface ReportTextOptions {
  readonly profile: string;
  readonly registry: Registry;
  readonly colours: Colours;
  readonly width: number | undefined;
  readonly agreement: SelfAgreement | undefined;
}

const WIDE = 100;
const LABEL = 14;
const INDENT = '  ';
const GAP = '   ';
const POINTS = 5;
/** A profile's name in fewer cells stands on a line of its own. */
const LEAST_NAME = 8;

/** The screen of one kind of picture, lines ended by line feeds. */
export function tasteReportText(report: TasteReport, options: ReportTextOptions): string {
  const { colours, width, profile } = options;
  const { kind, ratings, pictures } = report;
  const advice = adviceOf(report, options.agreement);
  const facts = `${KINDS[kind]}   ${counted(ratings, 'opinion')} of ${counted(pictures, 'picture')}`;
  const name = printable(profile);
  const room = width === undefined ? Infinity : width - cells(facts) - GAP.length;
  const blocks = [
    room < LEAST_NAME
      ? [colours.bold(cutEnd(name, width ?? WIDE)), ...wrap(facts, width ?? WIDE)]
      : [`${colours.bold(cutEnd(name, room))}${GAP}${facts}`],
    howSureLines(report, advice, options),
    likeLines(report, advice, options),
    adviceLines(report, advice, options),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line.trimEnd()}\n`).join(''))
    .join('\n');
}

function howSureLines(
  report: TasteReport,
  advice: Advice,
  { agreement, width = WIDE }: ReportTextOptions,
): string[] {
  const { tuned, gain, curve, ratings } = report;
  const facts: [string, string][] = [['Counts', countsText(report, advice)]];
  if (tuned) facts.push(['Tuned', 'learned in a way that suits you better than most']);
  if (gain !== undefined) {
    const { general, personal, personalLow, personalHigh, low, high, level, shoots } = gain;
    const certainty = `with ${Math.round(level * 100)} % certainty`;
    facts.push(
      [
        'General',
        `agrees with you at ${figure(general)} (rank correlation; 1 always, 0 by chance)`,
      ],
      [
        'Yours',
        `agrees at ${figure(personal)}, ${certainty} ${figure(personalLow)} to ${figure(personalHigh)}, on ${gain.pictures} pictures: ${shoots} shoots or motifs in turn, none of which it was learned from`,
      ],
      [
        'Gain',
        `${signedFigure(gain.gain)}, ${certainty} ${signedFigure(low)} to ${signedFigure(high)}`,
      ],
    );
    if (curve.length > 0) {
      const points = [...curve, { opinions: ratings, gain: gain.gain }];
      facts.push([
        'As it grew',
        points.map((point) => `${signedFigure(point.gain)} with ${point.opinions}`).join(', '),
      ]);
    }
  }
  if (agreement !== undefined) facts.push(['Yourself', selfAgreementText(agreement)]);
  return facts.flatMap(([name, text]) =>
    wrap(text, Math.min(width, WIDE) - LABEL).map(
      (line, index) => `${INDENT}${index === 0 ? name : ''}`.padEnd(LABEL) + line,
    ),
  );
}

/** What counts after a few ratings is what counts for anybody. */
function countsText({ weight, steppedBack, ratings }: TasteReport, { kind }: Advice): string {
  if (steppedBack) return 'not at all: yours is the general score';
  return ratings >= ENOUGH_RATINGS || kind === 'helps'
    ? `${weightText(weight)}: how far a taste of your own can be seen in it`
    : 'too early to tell how far a taste of your own can be seen in it';
}

function likeLines(
  { topics, weight }: TasteReport,
  advice: Advice,
  { registry, colours, width = WIDE }: ReportTextOptions,
): string[] {
  const preferences = weight < NO_TASTE ? [] : preferencesOf(topics, registry);
  // What does not help is no knowledge.
  const title = advice.kind === 'helps' ? 'What you like' : 'What you seem to like';
  const unsure = ['few', 'contradictory', 'untried', 'unpredictable'].includes(advice.kind);
  if (preferences.length === 0) {
    return [colours.bold(title), `${INDENT}Nothing stands out yet.`];
  }
  const heading = `${title} (points that a picture gains which has clearly more of it)`;
  const longest = Math.max(...preferences.map(({ text }) => cells(text)));
  return [
    ...wrap(heading, width).map((line) => colours.bold(line)),
    ...preferences.flatMap(({ points, text, sure }) => {
      const shown = signedFigure(points).padStart(POINTS);
      const coloured = points > 0 ? colours.green(shown) : colours.red(shown);
      const how = colours.dim(sure && !unsure ? 'surely' : 'perhaps');
      const room = Math.min(longest, width - 20);
      const [first = '', ...rest] = wrap(text, room);
      const indent = ' '.repeat(INDENT.length + POINTS + INDENT.length);
      return [
        `${INDENT}${coloured}${INDENT}${padEnd(first, room)}${GAP}${how}`,
        ...rest.map((line) => indent + line),
      ];
    }),
  ];
}

function adviceLines(
  report: TasteReport,
  advice: Advice,
  { profile, colours, width = WIDE }: ReportTextOptions,
): string[] {
  const text = adviceText(advice, profile, report);
  return [
    colours.bold('What to do'),
    ...wrap(text, Math.min(width, WIDE) - INDENT.length).map((line) => INDENT + line),
  ];
}
