import type { Attribute } from '../../attributes/attribute.js';
import { wordsOf } from '../../attributes/words-of.js';
import type { Locale } from '../../language/locale.js';
import type { Degree, Graded } from '../../language/words.js';
import type { Finding } from '../../protocol/generated/assessment.js';

/** A phrase of the grammar, and what it states. */
export interface Statement {
  readonly kind: Finding['kind'];
  readonly phrase: string;
  /** How strongly, for a clause of a weakness. */
  readonly degree?: Degree;
  /** Asks for what would mend it. */
  readonly request?: true;
}

/** What the grammar has to say of an attribute, but for phrases with a figure and those that state no finding. */
export function statementsOf(attribute: Attribute, locale: Locale): readonly Statement[] {
  const { weakness, fault, strength, merit, style, effect, mend, nextTime } = wordsOf(
    attribute,
    locale,
  );
  const of = (kind: Finding['kind'], phrases: readonly string[] = []): readonly Statement[] =>
    phrases.map((phrase) => ({ kind, phrase }));
  const graded = (kind: Finding['kind'], ways: Graded | undefined): readonly Statement[] =>
    Object.entries(ways ?? {}).flatMap(([degree, phrases]: [string, readonly string[]]) =>
      of(kind, phrases).map((one) => ({ ...one, degree: degree as Degree })),
    );
  const requests = [
    ...(mend ?? []),
    ...(nextTime ?? []).flatMap((way) => locale.then.map((then) => way.replace('{then}', then))),
  ];
  return [
    ...graded('weakness', weakness),
    ...graded('weakness', fault),
    ...graded('strength', strength).map(({ kind, phrase }) => ({ kind, phrase })),
    ...of('strength', merit),
    ...of('style', style),
    ...of('weakness', [...(effect?.does ?? []), ...(effect?.can ?? [])]),
    ...of('weakness', requests).map((one) => ({ ...one, request: true as const })),
  ].filter(({ phrase }) => !phrase.includes('{figure}'));
}
