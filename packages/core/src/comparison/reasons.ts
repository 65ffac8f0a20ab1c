import type { ComparisonWords } from '../language/locale.js';
import type { Assessment } from '../protocol/generated/assessment.js';
import type { Reason } from '../protocol/generated/comparison.js';
import { inHundredths } from '../protocol/rounding.js';
import { OVERALL_IMPRESSION } from '../scoring/contributions.js';

/**
 * What the difference of two scores is made of: contributions to `a` minus those to `b`, attribute by attribute. What was measured in one
 * of the two only says nothing about the other, so it counts as overall impression: there it is already in the picture without a reading.
 *
 * @returns largest first, equal ones in the order of their ids; in sum the difference of the scores to the last hundredth
 */
export function reasonsFor(a: Assessment, b: Assessment, words: ComparisonWords): Reason[] {
  const unmeasured = new Set([...unmeasuredIn(a), ...unmeasuredIn(b)]);
  const hundredths = new Map<string, number>();
  const add = ({ score }: Assessment, sign: 1 | -1): void => {
    for (const { attribute, value } of score?.contributions ?? []) {
      const id = unmeasured.has(attribute) ? OVERALL_IMPRESSION : attribute;
      hundredths.set(id, (hundredths.get(id) ?? 0) + sign * inHundredths(value));
    }
  };
  add(a, 1);
  add(b, -1);
  return [...hundredths]
    .filter(([, difference]) => difference !== 0)
    .sort(([one, x], [other, y]) => Math.abs(y) - Math.abs(x) || (one < other ? -1 : 1))
    .map(([attribute, difference]) => {
      const [first, second] = [readingOf(attribute, a), readingOf(attribute, b)];
      return {
        attribute,
        difference: difference / 100,
        text: betterIn(attribute, words),
        ...(first === undefined ? {} : { first }),
        ...(second === undefined ? {} : { second }),
      };
    });
}

function unmeasuredIn({ attributes }: Assessment): string[] {
  return attributes.filter(({ status }) => status === 'not-measured').map(({ id }) => id);
}

function readingOf(id: string, { attributes }: Assessment): string | undefined {
  const reading = attributes.find((each) => each.id === id);
  return reading?.status === 'measured' ? reading.text : undefined;
}

function betterIn(attribute: string, words: ComparisonWords): string {
  if (attribute === OVERALL_IMPRESSION) return words.pleasesMore;
  return words.better[attribute] ?? words.betterIn(attribute.replaceAll('-', ' '));
}
