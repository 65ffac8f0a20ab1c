/** What would make a picture better, told to a person. */
import type { Gain, Suggestions } from '@calm-sdk/core';
import { cells, padEnd, wrap } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Colours } from '../terminal/screen.js';
import { percent, signedTenths, toTenths } from './numbers.js';

const INDENT = '  ';
const WIDE = 100;

export interface SuggestionsTextOptions {
  readonly colours: Colours;
  readonly width: number | undefined;
}

/** Heading and lines, without line feeds. */
export function suggestionLines(
  { suggestions, plan, advice }: Suggestions,
  { colours, width = WIDE }: SuggestionsTextOptions,
): string[] {
  const room = Math.min(width, WIDE);
  const hung = (text: string): string[] =>
    wrap(printable(text), room - 2 * INDENT.length).map((line) => INDENT + INDENT + line);
  const lines =
    suggestions.length === 0
      ? [`${INDENT}Leave it: no edit that was tried makes it better.`]
      : suggestions.flatMap(({ text, gain, confidence, reason }) => [
          ...entry(text, `${gained(gain)}, ${percent(confidence * 100)} sure`, room, colours),
          ...hung(reason).map(colours.dim),
        ]);
  if (plan !== undefined) {
    lines.push(...entry(`together: ${plan.text}`, gained(plan.gain), room, colours));
  }
  for (const { text } of advice) {
    const [first = '', ...rest] = wrap(printable(`Next time: ${text}`), room - INDENT.length);
    lines.push(INDENT + first, ...rest.map((line) => INDENT + INDENT + line));
  }
  return [colours.bold('What would make it better'), ...lines];
}

/** Points of the score, and where they likely lie. */
export function gained({ value, low, high }: Gain, unit = ''): string {
  const points = (each: number): string => signedTenths(toTenths(each));
  return `${points(value)}${unit} (${points(low)} to ${points(high)})`;
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
