/** Violations as findings, in a language. */
import type { LayoutWords } from '../language/layout-words.js';
import { layout as german } from '../language/de/layout.js';
import { number as germanNumber } from '../language/de/number.js';
import { layout as english } from '../language/en/layout.js';
import { number as englishNumber } from '../language/en/number.js';
import type { LayoutFinding } from '../protocol/generated/layout.js';
import { round } from '../protocol/rounding.js';
import { bottom, right, shared, type Box } from './box.js';
import type { Frame } from './frame.js';
import type { Rule, Violation } from './rule.js';

/** What of a language is needed to tell of layouts: every `Locale` has it. */
export interface LayoutLocale {
  /** BCP 47: "en". */
  readonly id: string;
  /** A number as the language writes it. */
  number(value: number, digits: number): string;
  readonly layout: LayoutWords;
}

/** The built-in languages. */
export const LAYOUT_LOCALES: readonly [LayoutLocale, ...LayoutLocale[]] = [
  { id: 'en', number: englishNumber, layout: english },
  { id: 'de', number: germanNumber, layout: german },
];

/** A language, or the built-in one of a BCP 47 tag, "de-AT"; English where there is none. */
export function layoutLocaleOf(locale: LayoutLocale | string = 'en'): LayoutLocale {
  if (typeof locale !== 'string') return locale;
  const language = locale.toLowerCase().split('-')[0];
  return LAYOUT_LOCALES.find(({ id }) => id === language) ?? LAYOUT_LOCALES[0];
}

/** A finding as the protocol has it. */
export function tell(
  frame: Frame,
  rule: Pick<Rule, 'id' | 'level' | 'unit' | 'source'>,
  violation: Violation,
  locale: LayoutLocale,
): LayoutFinding {
  const { layers, says = 'message', value, needed, facts, alike = 0, fix } = violation;
  const [main] = layers;
  const words = locale.layout.rules[rule.id] ?? english.rules[rule.id];
  const template = words?.[says] ?? english.rules[rule.id]?.[says];
  if (words === undefined || template === undefined)
    throw new Error(
      `No language says "${says}" of the rule ${rule.id}: add it to language/en/layout.ts.`,
    );
  const slots: Record<string, string | number> = {
    name: main.node.name.replace(/\s+/gu, ' ').trim(),
    value,
    ...(needed === undefined ? {} : { needed }),
    ...facts,
  };
  const more =
    alike === 0
      ? ''
      : ` ${filled(alike === 1 ? locale.layout.alike.one : locale.layout.alike.many, { count: alike }, locale)}`;
  return {
    id: `${rule.id}/${main.id}`,
    rule: rule.id,
    level: violation.level ?? rule.level,
    severity: round(Math.min(1, Math.max(0, violation.severity)), 4),
    nodes: [...new Set(layers.map(({ id }) => id))],
    box: { kind: 'box', ...fractions(frame, violation.box ?? main.visible ?? main.box) },
    value: round(value, 4),
    ...(needed === undefined ? {} : { needed: round(needed, 4) }),
    unit: violation.unit ?? rule.unit,
    title: words.title,
    message: filled(template, slots, locale) + more,
    ...(rule.source === undefined ? {} : { source: rule.source }),
    ...(fix === undefined ? {} : { fix }),
  };
}

const LONGEST_NAME = 40;

function filled(
  template: string,
  slots: Readonly<Record<string, string | number>>,
  locale: LayoutLocale,
): string {
  return template.replace(/\{(\w+)(?:\.(\d))?\}/gu, (slot, key: string, digits?: string) => {
    const value = slots[key];
    if (value === undefined) return slot;
    if (typeof value === 'string')
      return value.length > LONGEST_NAME ? `${value.slice(0, LONGEST_NAME - 1).trimEnd()}…` : value;
    const short = Number.isInteger(round(value, 1)) ? 0 : 1;
    return locale.number(value, digits === undefined ? short : Number(digits));
  });
}

/** In fractions of the frame, and within it: what lies beyond is shown at its edge. */
function fractions(frame: Frame, box: Box): Box {
  const seen = shared(box, frame.box) ?? {
    x: Math.min(frame.width, Math.max(0, box.x)),
    y: Math.min(frame.height, Math.max(0, box.y)),
    width: 0,
    height: 0,
  };
  const left = round(seen.x / frame.width, 4);
  const top = round(seen.y / frame.height, 4);
  return {
    x: left,
    y: top,
    width: round(round(right(seen) / frame.width, 4) - left, 4),
    height: round(round(bottom(seen) / frame.height, 4) - top, 4),
  };
}
