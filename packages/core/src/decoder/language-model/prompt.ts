/** What a language model is asked: facts in plain lines, and an instruction. Figures stand as slots, which are filled in what it answers. */
import type { Attribute } from '../../attributes/attribute.js';
import { wordsOf } from '../../attributes/words-of.js';
import { degreeOf } from '../../finding/degree.js';
import type { Locale } from '../../language/locale.js';
import type { Assessment, Claim, Sentence } from '../../protocol/generated/assessment.js';

/** A text with `{slots}` in place of figures, and what belongs into them. */
export interface Facts {
  readonly text: string;
  readonly slots: Readonly<Record<string, string>>;
}

/** What the sentences claim, one line for each thing: "weakness: horizon tilt, strong, right, {horizon-tilt}; effect; mend". */
export function factsOf(
  sentences: readonly Sentence[],
  { findings }: Assessment,
  attributes: readonly Attribute[],
  locale: Locale,
): Facts {
  const slots: Record<string, string> = {};
  const lines = new Map<string, string[]>();
  for (const claim of sentences.flatMap(({ claims }) => claims)) {
    const attribute = attributes.find(({ id }) => id === claim.about);
    const words = attribute && wordsOf(attribute, locale);
    const line = lines.get(claim.about);
    if (line !== undefined && FOLLOWING.includes(claim.relation)) {
      line.push(claim.relation);
      continue;
    }
    const severity = findings.find(
      ({ attribute: id, kind }) => id === claim.about && kind === claim.relation,
    )?.severity;
    const slot = slotOf(claim, words?.figure?.bind(words), locale);
    if (slot !== undefined) slots[slot.name] = slot.text;
    const about = WHOLE.includes(claim.about) ? [] : [words?.title ?? claim.about];
    const facts = [
      ...about,
      ...(severity === undefined || claim.relation === 'style' ? [] : [degreeOf(severity)]),
      ...[claim.standing, claim.side, claim.place].filter((one) => one !== undefined),
      ...(slot === undefined ? [] : [`{${slot.name}}`]),
    ];
    const text = facts.length === 0 ? claim.relation : `${claim.relation}: ${facts.join(', ')}`;
    lines.set(`${line === undefined ? '' : claim.relation}${claim.about}`, [text]);
  }
  return { text: [...lines.values()].map((line) => line.join('; ')).join('\n'), slots };
}

/** Relations that say more of what has been told. */
const FOLLOWING: readonly Claim['relation'][] = ['effect', 'mend', 'next-time'];
/** What has no name of its own. */
const WHOLE: readonly string[] = ['score', 'craft'];

function slotOf(
  { about, relation, value }: Claim,
  figure: ((value: number) => string | undefined) | undefined,
  locale: Locale,
): { readonly name: string; readonly text: string } | undefined {
  if (value === undefined) return undefined;
  if (relation === 'standing') return { name: 'percent', text: String(value) };
  if (relation === 'lowers' || relation === 'lifts') {
    return { name: 'points', text: locale.number(Math.abs(value), 1) };
  }
  const text = figure?.(value);
  return text === undefined ? undefined : { name: about, text };
}

/** Puts slots where their figures stand, as the answers that the model learns from do. */
export function withSlots(text: string, { slots }: Facts): string {
  return Object.entries(slots).reduce(
    (result, [name, figure]) => result.replace(figureIn(figure), `{${name}}`),
    text,
  );
}

/** The text with its slots filled; `undefined` where it has one that no fact fills. */
export function filled(text: string, { slots }: Facts): string | undefined {
  let whole = true;
  const result = text.replace(/\{([\w-]+)\}/gu, (slot, name: string) => {
    const figure = slots[name];
    if (figure === undefined) whole = false;
    return figure ?? slot;
  });
  return whole ? result : undefined;
}

function figureIn(figure: string): RegExp {
  const escaped = figure.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}.,])${escaped}(?![\\p{L}\\p{N}])`, 'u');
}
