import type { Attribute } from '../attributes/attribute.js';
import { wordsOf } from '../attributes/words-of.js';
import type { Locale } from '../language/locale.js';
import type { Contribution, ScoreReason } from '../protocol/generated/assessment.js';
import { inHundredths } from '../protocol/rounding.js';
import { OVERALL_IMPRESSION } from './contributions.js';

/** What is known where reasons are told. */
export interface ReasonContext {
  /** Scores of the readings that were measured, 0 to 1, by attribute id. */
  readonly scores: ReadonlyMap<string, number>;
  readonly attributes: readonly Attribute[];
  readonly locale: Locale;
}

/**
 * Contributions as a person hears them. Opposites, such as a warm and a cool cast, are one reason under the name of the one that reads worse. A fault
 * lifts no score: its absence does, and is told.
 *
 * @returns what no reading explains first, then what lifts, then what lowers, largest first; in sum the contributions to the last hundredth
 */
export function reasonsOf(
  contributions: readonly Contribution[],
  { scores, attributes, locale }: ReasonContext,
): ScoreReason[] {
  const known = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const axes = new Map<string, { ids: string[]; hundredths: number }>();
  for (const { attribute, value } of contributions) {
    const axis = known.get(attribute)?.axis ?? attribute;
    const joined = axes.get(axis) ?? { ids: [], hundredths: 0 };
    joined.ids.push(attribute);
    joined.hundredths += inHundredths(value);
    axes.set(axis, joined);
  }
  const scoreOf = (id: string): number => scores.get(id) ?? 1;
  const rank = ({ attribute, value }: ScoreReason): number =>
    attribute === OVERALL_IMPRESSION ? 0 : value > 0 ? 1 : 2;
  return [...axes.values()]
    .filter(({ hundredths }) => hundredths !== 0)
    .map(({ ids, hundredths }): ScoreReason => {
      const attribute = ids.reduce((worst, id) => (scoreOf(id) < scoreOf(worst) ? id : worst));
      const title = titleOf(attribute, hundredths > 0, known.get(attribute), locale);
      return { attribute, title, value: hundredths / 100 };
    })
    .sort((a, b) => rank(a) - rank(b) || Math.abs(b.value) - Math.abs(a.value));
}

/** An attribute that is not registered here goes by its id. */
function titleOf(
  id: string,
  lifts: boolean,
  attribute: Attribute | undefined,
  locale: Locale,
): string {
  if (id === OVERALL_IMPRESSION) return locale.reasons.impression;
  if (attribute === undefined) return id.replaceAll('-', ' ');
  const { title } = wordsOf(attribute, locale);
  return lifts && attribute.kind === 'fault'
    ? locale.reasons.absent.replace('{title}', title)
    : title;
}
