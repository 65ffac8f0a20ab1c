/** What makes the difference between two scores, told to a person: in sentences and as a list. */
import type { ComparedPair, Reason } from '@calm-sdk/core';
import { cells, cutEnd, padEnd } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Colours } from '../terminal/screen.js';
import { signedTenths, toTenths } from './numbers.js';
import { IMPRESSION, OVERALL_IMPRESSION, titleOf, type Registry } from './readings.js';
import { shownTenths } from './shown-parts.js';

/** Reasons told in a sentence, for each of the two pictures. */
const TOLD = 3;

const INDENT = '  ';
const FIGURE = 4;
const GAP = 3;

/** A reason, and its figure as it is shown: whole tenths of a point. */
interface ShownReason {
  readonly reason: Reason;
  readonly shown: number;
}

/** The reasons of a pair as they are shown: figures in tenths that add up. */
export interface ShownReasons {
  readonly reasons: readonly ShownReason[];
  /** What is left of the difference, and of how many reasons. */
  readonly rest: number;
  readonly restCount: number;
  /** What no reading explains. */
  readonly impression: number;
}

/**
 * @param total difference of the two scores as they are shown, in tenths
 * @param most reasons that are listed by name
 */
export function shownReasons({ reasons }: ComparedPair, total: number, most: number): ShownReasons {
  const [named, others] = [reasons.slice(0, most), reasons.slice(most)];
  const hundredths = ({ difference }: Reason): number => Math.round(difference * 100);
  const sum = others.reduce((all, reason) => all + hundredths(reason), 0);
  const parts = shownTenths([...named.map(hundredths), sum], total);
  const shown = named
    .map((reason, index) => ({ reason, shown: parts[index] as number }))
    .filter((each) => each.shown !== 0);
  return {
    reasons: shown,
    rest: parts.at(-1) as number,
    restCount: reasons.length - shown.length,
    impression:
      shown.find(({ reason }) => isImpression(reason))?.shown ??
      toTenths(others.find(isImpression)?.difference ?? 0),
  };
}

/**
 * What speaks for one of the two: "it has less noise (+0.2) and more contrast (+0.1), and is more level (+0.1)".
 *
 * @param sign 1 for the first, -1 for the second
 * @returns no clause where nothing speaks for it
 */
export function clauses(subject: string, { reasons }: ShownReasons, sign: 1 | -1): string[] {
  const own = reasons
    // What both readings say in the same words is nothing that a person would see.
    .filter(({ reason, shown }) => Math.sign(shown) === sign && !saysTheSame(reason))
    .slice(0, TOLD);
  if (own.length === 0) return [];
  const verbs: { readonly verb: string; readonly objects: string[] }[] = [];
  for (const { reason, shown } of own) {
    const [verb = '', ...words] = printable(reason.text).split(' ');
    const object = `${words.join(' ')} (${signedTenths(Math.abs(shown))})`;
    const last = verbs.at(-1);
    if (last?.verb === verb) last.objects.push(object);
    else verbs.push({ verb, objects: [object] });
  }
  const parts = verbs.map(({ verb, objects }) => `${verb} ${listOf(objects)}`);
  const plain = verbs.length === own.length;
  return [`${subject} ${plain ? listOf(parts) : parts.join(', and ')}`];
}

/** "a", "a and b", "a, b and c". */
export function listOf(parts: readonly string[]): string {
  const [last = '', ...before] = parts.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`;
}

/** A line for each reason, with what was read in both pictures, and one for the rest. */
export function reasonLines(
  { reasons, rest, restCount }: ShownReasons,
  { registry, colours, width }: { registry: Registry; colours: Colours; width: number | undefined },
): string[] {
  const titles = reasons.map(({ reason }) =>
    isImpression(reason) ? IMPRESSION : titleOf(reason.attributes[0] ?? '', registry),
  );
  const title = Math.max(0, ...titles.map(cells));
  const before = INDENT.length + FIGURE + INDENT.length + title + GAP;
  const room = width === undefined ? undefined : Math.max(8, width - before);
  const lines = reasons.flatMap(({ reason, shown }, index) => {
    const [reading = '', ...further] = readingLines(reason, room);
    return [
      `${figure(shown, colours)}${INDENT}${padEnd(titles[index] ?? '', title + GAP)}${colours.dim(reading)}`,
      ...further.map((line) => ' '.repeat(before) + colours.dim(line)),
    ];
  });
  if (rest !== 0) {
    const more =
      restCount === 1 ? 'one smaller difference' : `${restCount} smaller differences together`;
    lines.push(`${figure(rest, colours)}${INDENT}${colours.dim(more)}`);
  }
  return lines;
}

function figure(shown: number, colours: Colours): string {
  const text = signedTenths(shown).padStart(FIGURE);
  return INDENT + (shown > 0 ? colours.green(text) : colours.red(text));
}

/** The readings of both; on two lines where one has no room for them. */
function readingLines(reason: Reason, room: number | undefined): string[] {
  if (isImpression(reason)) return ['learned; no single reading'];
  const [first, second] = [printable(reason.first ?? ''), printable(reason.second ?? '')];
  if (first === second) return first === '' ? [] : [`${first}, both`];
  const together = against(first, second);
  if (room === undefined || cells(together) <= room) return [together];
  return [first, `against ${second}`].map((line) => cutEnd(line, room));
}

/** "tones span 100 against 95 % of the range": what two figures stand between is said once. */
function against(first: string, second: string): string {
  const [one, other] = [first.split(' '), second.split(' ')];
  const most = Math.min(one.length, other.length) - 1;
  let begin = 0;
  while (begin < most && one[begin] === other[begin]) begin += 1;
  let end = 0;
  while (end < most - begin && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const isFigure = (words: readonly string[]): boolean =>
    /\d/u.test(words.slice(begin, words.length - end).join(' '));
  if (!isFigure(one) || !isFigure(other)) return `${first} against ${second}`;
  const start = one.slice(0, one.length - end).join(' ');
  return `${start.replace(/[,;]$/u, '')} against ${other.slice(begin).join(' ')}`;
}

function saysTheSame(reason: Reason): boolean {
  return !isImpression(reason) && reason.first === reason.second;
}

function isImpression({ attributes }: Reason): boolean {
  return attributes[0] === OVERALL_IMPRESSION;
}
