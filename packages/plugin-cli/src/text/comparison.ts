/** Which of several pictures is preferred and why, told to a person. */
import path from 'node:path';
import type {
  ComparedPair,
  ComparedPicture,
  Comparison,
  IncomparablePair,
  Pair,
} from '@calm-sdk/core';
import { cutMiddle, wrap } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Colours } from '../terminal/screen.js';
import { table } from '../terminal/table.js';
import { percent, signedTenths, tenths, toTenths } from './numbers.js';
import type { Registry } from './readings.js';
import { clauses, reasonLines, shownReasons, type ShownReasons } from './reasons.js';

export interface ComparisonTextOptions {
  readonly registry: Registry;
  readonly colours: Colours;
  /** Cells of a line, or `undefined` for lines of any length. */
  readonly width: number | undefined;
}

const WIDE = 100;
const INDENT = '  ';
/** No verdict is certain. */
const MOST_SURE = 99;
/** Reasons listed where there are two pictures, and for each pair of several. */
const LISTED = 7;
const LISTED_OF_SEVERAL = 4;
const LONGEST_NAME = 32;
/** Points of the technical score by which one of two is ahead. Known changes of medium strength hardly ever put the wrong one ahead by it. */
const CRAFT_AHEAD = 1;

/** The screen of a comparison, lines ended by line feeds. */
export function comparisonText(comparison: Comparison, options: ComparisonTextOptions): string {
  const { pictures, pairs } = comparison;
  const names = shortNames(pictures);
  const compared = pairs.filter((pair) => pair.status === 'compared');
  const apart = pairs.filter((pair) => pair.status === 'incomparable');
  const several = compared.length > 1;
  const scores = scoreLines(comparison, compared, options);
  const told = compared.map((pair) => {
    const [first, second] = [shownScore(pictures[pair.first]), shownScore(pictures[pair.second])];
    const reasons = shownReasons(
      pair,
      options.registry,
      first - second,
      several ? LISTED_OF_SEVERAL : LISTED,
    );
    const verdict = [
      ...verdictLines(pair, reasons, names, options),
      ...craftLines(pair, pictures, names, options),
    ];
    const listed = reasonLines(reasons, options);
    return several
      ? [[...verdict, ...listed]]
      : [verdict, scores, [...whyLines(first, second, reasons, options), ...listed]];
  });
  const blocks = [
    ...(several ? [bestLines(compared, names, options), scores] : []),
    ...told.flat(),
    ...apart.map((pair) => [
      ...apartLines(pair, names, options),
      ...craftLines(pair, pictures, names, options),
    ]),
  ];
  return blocks.map((lines) => lines.map((line) => `${line.trimEnd()}\n`).join('')).join('\n');
}

/** The ends of the paths where these tell the pictures apart. */
function shortNames(pictures: readonly ComparedPicture[]): string[] {
  const paths = pictures.map(pathOf);
  const ends = paths.map((each) => path.basename(each));
  const names = new Set(ends).size === ends.length ? ends : paths;
  return names.map((name) => cutMiddle(name, LONGEST_NAME));
}

function pathOf({ source }: ComparedPicture): string {
  return printable(source.path ?? source.name ?? source.kind);
}

/** In tenths. */
function shownScore(picture: ComparedPicture | undefined): number {
  return toTenths(picture?.score?.value ?? 0);
}

function sureness({ probability }: ComparedPair): string {
  return percent(Math.min(MOST_SURE, probability * 100));
}

/** Which of several is the best, and which may be as good. */
function bestLines(
  pairs: readonly ComparedPair[],
  names: readonly string[],
  options: ComparisonTextOptions,
): string[] {
  const best = names[pairs[0]?.first ?? 0] ?? '';
  const rivals = pairs
    .filter(({ verdict }) => verdict === 'too-close')
    .map(({ second }) => names[second] ?? '');
  const { words } = options.registry;
  return heading(
    rivals.length === 0
      ? words.preferredToAll(best)
      : words.tooCloseAgainst(best, words.list(rivals)),
    options,
  );
}

/** The verdict on a pair, and its main reasons in a sentence. */
function verdictLines(
  pair: ComparedPair,
  reasons: ShownReasons,
  names: readonly string[],
  options: ComparisonTextOptions,
): string[] {
  const [first = '', second = ''] = [names[pair.first], names[pair.second]];
  const close = pair.verdict === 'too-close';
  const { words } = options.registry;
  const verdict = close
    ? words.tooClose(first, second, sureness(pair), pair.difference === 0)
    : words.preferred(first, second, sureness(pair));
  const why = [
    ...clauses(close ? first : words.it, reasons, 1, words),
    ...clauses(second, reasons, -1, words),
  ].join('; ');
  return [
    ...heading(verdict, options),
    ...indented(why === '' ? words.noReason : `${why}.`, options),
  ];
}

/** Which of two is the better made, whatever people like; told of pictures that do not compare otherwise, too. */
function craftLines(
  { first, second }: Pair,
  pictures: readonly ComparedPicture[],
  names: readonly string[],
  options: ComparisonTextOptions,
): string[] {
  const made = [first, second]
    .map((place) => ({ name: names[place] ?? '', technical: pictures[place]?.score?.technical }))
    .filter((each): each is { name: string; technical: number } => each.technical !== undefined)
    .sort((a, b) => b.technical - a.technical);
  const [better, lesser] = made;
  if (better === undefined || lesser === undefined) return [];
  if (better.technical - lesser.technical < CRAFT_AHEAD) return [];
  const { words } = options.registry;
  const points = ({ technical }: { technical: number }): string =>
    words.figure(tenths(toTenths(technical)));
  return indented(words.aheadByCraft(better.name, points(better), points(lesser)), options);
}

/** The scores, best first, and where there are several how sure it is that the best is better. */
function scoreLines(
  { pictures, order }: Comparison,
  pairs: readonly ComparedPair[],
  { registry: { words }, colours, width }: ComparisonTextOptions,
): string[] {
  const several = pairs.length > 1;
  const titles = words.columns;
  const points = (value: number): string => words.figure(tenths(toTenths(value)));
  const columns = [
    { title: titles.score, align: 'right' as const },
    { title: titles.likely },
    { title: titles.technical, align: 'right' as const },
    ...(several ? [{ title: titles.firstIsBetter, align: 'right' as const }] : []),
    { title: titles.picture, cut: 'middle' as const },
  ];
  const rows = order.map((place) => {
    const picture = pictures[place] as ComparedPicture;
    const { low = 0, high = 0 } = picture.score?.interval ?? {};
    const pair = pairs.find(({ second }) => second === place);
    return [
      points(picture.score?.value ?? 0),
      words.range(points(low), points(high)),
      points(picture.score?.technical ?? 0),
      ...(several ? [pair === undefined ? '' : sureness(pair)] : []),
      pathOf(picture),
    ];
  });
  return table(columns, rows, width, (line) => colours.dim(line));
}

/** What the list of reasons adds up to. */
function whyLines(
  first: number,
  second: number,
  { impression }: ShownReasons,
  options: ComparisonTextOptions,
): string[] {
  const { words } = options.registry;
  const total = first - second;
  const [one, other] = [first, second].map((value) => words.figure(tenths(value)));
  const [part, whole] = [total - impression, total].map((value) =>
    words.figure(signedTenths(value)),
  );
  return heading(
    total === 0
      ? words.whatDiffers(one ?? '')
      : `${words.whyAgainst(one ?? '', other ?? '')} (${words.explained(part ?? '', whole ?? '')})`,
    options,
  );
}

function apartLines(
  { first, second, reason }: IncomparablePair,
  names: readonly string[],
  options: ComparisonTextOptions,
): string[] {
  return [
    ...heading(
      options.registry.words.cannotCompare(names[first] ?? '', names[second] ?? ''),
      options,
    ),
    ...indented(printable(reason), options),
  ];
}

function heading(text: string, { colours, width = WIDE }: ComparisonTextOptions): string[] {
  return wrap(text, width).map((line) => colours.bold(line));
}

function indented(text: string, { width = WIDE }: ComparisonTextOptions): string[] {
  return wrap(text, Math.min(width, WIDE) - INDENT.length).map((line) => INDENT + line);
}
