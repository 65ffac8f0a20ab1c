/** What would make a picture better, told to a person. */
import type { Claim, Comment, Gain, Suggestions } from '@calm-sdk/core';
import { cells, padEnd, wrap } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Colours } from '../terminal/screen.js';
import { percent, signedTenths, toTenths } from './numbers.js';
import type { Registry } from './readings.js';
import type { ScreenWords } from './words.js';

const INDENT = '  ';
const WIDE = 100;

export interface SuggestionsTextOptions {
  readonly registry: Registry;
  readonly colours: Colours;
  readonly width: number | undefined;
  /** A comment beside it, whose advice is not told again. */
  readonly told?: Comment | undefined;
}

/** Heading and lines, without line feeds. */
export function suggestionLines(
  { suggestions, plan, advice }: Suggestions,
  { registry: { words }, colours, width = WIDE, told }: SuggestionsTextOptions,
): string[] {
  const room = Math.min(width, WIDE);
  const hung = (text: string): string[] =>
    wrap(printable(text), room - 2 * INDENT.length).map((line) => INDENT + INDENT + line);
  const lines =
    suggestions.length === 0
      ? wrap(
          advice.length > 0 || advises(told) ? words.noEditHelps : words.leaveIt,
          room - INDENT.length,
        ).map((line) => INDENT + line)
      : suggestions.flatMap(({ text, gain, confidence, reason }) => [
          ...entry(
            text,
            `${gained(gain, words)}, ${words.sure(percent(confidence * 100))}`,
            room,
            colours,
          ),
          ...hung(reason).map(colours.dim),
        ]);
  if (plan !== undefined) {
    lines.push(...entry(words.together(plan.text), gained(plan.gain, words), room, colours));
  }
  for (const { text } of advice.filter(({ attribute }) => !isTold(attribute, told))) {
    const [first = '', ...rest] = wrap(printable(text), room - INDENT.length);
    lines.push(INDENT + first, ...rest.map((line) => INDENT + INDENT + line));
  }
  return [colours.bold(words.suggestions), ...lines];
}

/** Points of the score, and where they likely lie. */
export function gained({ value, low, high }: Gain, words: ScreenWords, withUnit = false): string {
  const points = (each: number): string => words.figure(signedTenths(toTenths(each)));
  return words.gain(points(value), points(low), points(high), withUnit);
}

/** Whether a comment says what to do. */
function advises(comment: Comment | undefined): boolean {
  return (comment?.sentences ?? []).some(({ claims }) => claims.some(isAdvice));
}

function isAdvice({ relation }: Claim): boolean {
  return relation === 'mend' || relation === 'next-time';
}

function isTold(attribute: string, comment: Comment | undefined): boolean {
  return (comment?.sentences ?? []).some(({ claims }) =>
    claims.some((claim) => claim.about === attribute && isAdvice(claim)),
  );
}

/** An edit and its gain on one line where both fit, else on lines of their own. */
function entry(text: string, gain: string, room: number, colours: Colours): string[] {
  const shown = printable(text);
  const left = room - INDENT.length - cells(gain) - INDENT.length;
  if (cells(shown) <= left) return [INDENT + padEnd(shown, left) + INDENT + colours.green(gain)];
  return [
    ...wrap(shown, room - INDENT.length).map((line) => INDENT + line),
    INDENT + INDENT + colours.green(gain),
  ];
}
