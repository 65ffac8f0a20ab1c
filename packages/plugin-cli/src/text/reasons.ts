/** What makes the difference between two scores, told to a person: in sentences and as a list. */
import type { ComparedPair, Reason } from '@calm-sdk/core';
import { cells, cutEnd, padEnd } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Colours } from '../terminal/screen.js';
import { signedTenths, toTenths } from './numbers.js';
import { axisOf, OVERALL_IMPRESSION, titleOf, type Registry } from './readings.js';
import { shownTenths } from './shown-parts.js';
import type { ScreenWords } from './words.js';

/** Reasons told in a sentence, for each of the two pictures. */
const TOLD = 3;

const INDENT = '  ';
const FIGURE = 4;
const GAP = 3;

/** A reason as a person hears it: opposites on one axis (warm and cool cast) are one. */
interface Topic extends Reason {
  readonly hundredths: number;
}

/** A topic, and its figure as it is shown: whole tenths of a point. */
interface ShownTopic {
  readonly topic: Topic;
  readonly shown: number;
}

/** The reasons of a pair as they are shown: figures in tenths that add up. */
export interface ShownReasons {
  readonly topics: readonly ShownTopic[];
  /** What is left of the difference, and of how many topics. */
  readonly rest: number;
  readonly restCount: number;
  /** What no reading explains. */
  readonly impression: number;
}

/**
 * @param total difference of the two scores as they are shown, in tenths
 * @param most topics that are listed by name
 */
export function shownReasons(
  { reasons }: ComparedPair,
  registry: Registry,
  total: number,
  most: number,
): ShownReasons {
  const topics = topicsOf(reasons, registry);
  // What both readings say in the same words is nothing that a person would see.
  const named = topics.filter((topic) => !saysTheSame(topic)).slice(0, most);
  const others = topics.filter((topic) => !named.includes(topic));
  const sum = others.reduce((all, { hundredths }) => all + hundredths, 0);
  const parts = shownTenths([...named.map(({ hundredths }) => hundredths), sum], total);
  const shown = named
    .map((topic, index) => ({ topic, shown: parts[index] as number }))
    .filter((each) => each.shown !== 0);
  return {
    topics: shown,
    rest: parts.at(-1) as number,
    restCount: topics.length - shown.length,
    impression:
      shown.find(({ topic }) => isImpression(topic))?.shown ??
      toTenths(others.find(isImpression)?.difference ?? 0),
  };
}

/** Largest first. Opposites go by the one that speaks most for whom their sum speaks, so that its words are true. */
function topicsOf(reasons: readonly Reason[], registry: Registry): Topic[] {
  const axes = new Map<string, Reason[]>();
  for (const reason of reasons) {
    const axis = axisOf(reason.attribute, registry);
    axes.set(axis, [...(axes.get(axis) ?? []), reason]);
  }
  return [...axes.values()]
    .map((opposites) => {
      const hundredths = opposites.reduce(
        (sum, { difference }) => sum + Math.round(difference * 100),
        0,
      );
      const [main] = opposites.toSorted(
        (a, b) => Math.sign(hundredths) * (b.difference - a.difference),
      ) as [Reason, ...Reason[]];
      return { ...main, difference: hundredths / 100, hundredths };
    })
    .filter(({ hundredths }) => hundredths !== 0)
    .sort((a, b) => Math.abs(b.hundredths) - Math.abs(a.hundredths));
}

/**
 * What speaks for one of the two: "it has less noise (+0.2) and more contrast (+0.1), and is more level (+0.1)".
 *
 * @param sign 1 for the first, -1 for the second
 * @returns no clause where nothing speaks for it
 */
export function clauses(
  subject: string,
  { topics }: ShownReasons,
  sign: 1 | -1,
  words: ScreenWords,
): string[] {
  const own = topics.filter(({ shown }) => Math.sign(shown) === sign).slice(0, TOLD);
  if (own.length === 0) return [];
  const verbs: { readonly verb: string; readonly objects: string[] }[] = [];
  for (const { topic, shown } of own) {
    const [verb = '', ...rest] = printable(topic.text).split(' ');
    const object = `${rest.join(' ')} (${words.figure(signedTenths(Math.abs(shown)))})`;
    const last = verbs.at(-1);
    if (last?.verb === verb) last.objects.push(object);
    else verbs.push({ verb, objects: [object] });
  }
  const parts = verbs.map(({ verb, objects }) => `${verb} ${words.list(objects)}`);
  const plain = verbs.length === own.length;
  return [`${subject} ${plain ? words.list(parts) : parts.join(words.andAlso)}`];
}

/** A line for each reason, with what was read in both pictures, and one for the rest. */
export function reasonLines(
  { topics, rest, restCount }: ShownReasons,
  { registry, colours, width }: { registry: Registry; colours: Colours; width: number | undefined },
): string[] {
  const { words } = registry;
  const titles = topics.map(({ topic }) =>
    isImpression(topic) ? words.impression : titleOf(topic.attribute, registry),
  );
  const title = Math.max(0, ...titles.map(cells));
  const before = INDENT.length + FIGURE + INDENT.length + title + GAP;
  const room = width === undefined ? undefined : Math.max(8, width - before);
  const lines = topics.flatMap(({ topic, shown }, index) => {
    const [reading = '', ...further] = readingLines(topic, room, words);
    return [
      `${figure(shown, words, colours)}${INDENT}${padEnd(titles[index] ?? '', title + GAP)}${colours.dim(reading)}`,
      ...further.map((line) => ' '.repeat(before) + colours.dim(line)),
    ];
  });
  if (rest !== 0) {
    const more = words.otherDifferences(restCount);
    lines.push(`${figure(rest, words, colours)}${INDENT}${colours.dim(more)}`);
  }
  return lines;
}

function figure(shown: number, words: ScreenWords, colours: Colours): string {
  const text = words.figure(signedTenths(shown)).padStart(FIGURE);
  return INDENT + (shown > 0 ? colours.green(text) : colours.red(text));
}

/** The readings of both; on two lines where one has no room for them. */
function readingLines(reason: Reason, room: number | undefined, words: ScreenWords): string[] {
  if (isImpression(reason)) return [words.learned];
  if (reason.first === undefined || reason.second === undefined) return [];
  const [first, second] = [printable(reason.first), printable(reason.second)];
  const lines = words.against(...sideBySide(first, second));
  const together = lines.join(' ');
  if (room === undefined || cells(together) <= room) return [together];
  return lines.map((line) => cutEnd(line, room));
}

/** "tones span 100", "95 % of the range": what two figures stand between is said once, where a reading has one. */
function sideBySide(first: string, second: string): [string, string] {
  const [one, other] = [first.split(' '), second.split(' ')];
  const figuresIn = (words: readonly string[]): number =>
    words.filter((word) => /\d/u.test(word)).length;
  if (figuresIn(one) > 1 || figuresIn(other) > 1) return [first, second];
  const most = Math.min(one.length, other.length) - 1;
  let begin = 0;
  while (begin < most && one[begin] === other[begin]) begin += 1;
  let end = 0;
  while (end < most - begin && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const differing = (words: readonly string[]): readonly string[] =>
    words.slice(begin, words.length - end);
  if (figuresIn(differing(one)) === 0 || figuresIn(differing(other)) === 0) return [first, second];
  const start = one.slice(0, one.length - end).join(' ');
  return [start.replace(/[,;]$/u, ''), other.slice(begin).join(' ')];
}

function saysTheSame(reason: Reason): boolean {
  return reason.first !== undefined && reason.first === reason.second;
}

function isImpression({ attribute }: Reason): boolean {
  return attribute === OVERALL_IMPRESSION;
}
