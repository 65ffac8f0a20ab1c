import type { Attribute } from '../attributes/attribute.js';
import { en } from '../language/en/index.js';
import type { Assessment } from '../protocol/generated/assessment.js';
import type { Reason } from '../protocol/generated/comparison.js';
import { inHundredths } from '../protocol/rounding.js';
import { OVERALL_IMPRESSION } from '../scoring/contributions.js';

/** What one attribute adds to the difference. */
interface Part {
  readonly id: string;
  readonly hundredths: number;
}

/**
 * What the difference of two scores is made of: contributions of `a` minus those of `b`, opposites on one axis joined.
 *
 * @returns largest first, equal ones in the order of `attributes`; in sum the difference of the scores to the last hundredth
 */
export function reasonsFor(
  a: Assessment,
  b: Assessment,
  attributes: readonly Attribute[],
): Reason[] {
  const registry = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const axes = new Map<string, Part[]>();
  for (const part of partsOf(a, b, attributes)) {
    const axis = registry.get(part.id)?.axis ?? part.id;
    axes.set(axis, [...(axes.get(axis) ?? []), part]);
  }
  return [...axes.values()]
    .map((parts) => ({ parts, total: parts.reduce((sum, part) => sum + part.hundredths, 0) }))
    .filter(({ total }) => total !== 0)
    .sort((one, other) => Math.abs(other.total) - Math.abs(one.total))
    .map(({ parts, total }) => {
      // Of opposites the one that speaks most for whom the sum speaks, so that its words are true.
      const [{ id }, ...opposites] = parts.toSorted(
        (one, other) => Math.sign(total) * (other.hundredths - one.hundredths),
      ) as [Part, ...Part[]];
      const [first, second] = [readingOf(id, a), readingOf(id, b)];
      return {
        attributes: [id, ...opposites.map((opposite) => opposite.id)],
        difference: total / 100,
        text: betterIn(id, registry),
        ...(first === undefined ? {} : { first }),
        ...(second === undefined ? {} : { second }),
      };
    });
}

/**
 * The difference by attribute, in the order of `attributes`. What was measured in one of the two only says nothing about the other, so it
 * counts as overall impression: there it is already in the picture that has no reading of it.
 */
function partsOf(a: Assessment, b: Assessment, attributes: readonly Attribute[]): Part[] {
  const unmeasured = new Set([...unmeasuredIn(a), ...unmeasuredIn(b)]);
  const sums = new Map<string, number>(attributes.map(({ id }) => [id, 0]));
  const add = ({ score }: Assessment, sign: 1 | -1): void => {
    for (const { attribute, value } of score?.contributions ?? []) {
      const id = unmeasured.has(attribute) ? OVERALL_IMPRESSION : attribute;
      sums.set(id, (sums.get(id) ?? 0) + sign * inHundredths(value));
    }
  };
  add(a, 1);
  add(b, -1);
  return [...sums]
    .map(([id, hundredths]) => ({ id, hundredths }))
    .filter(({ hundredths }) => hundredths !== 0);
}

function unmeasuredIn({ attributes }: Assessment): string[] {
  return attributes.filter(({ status }) => status === 'not-measured').map(({ id }) => id);
}

function readingOf(id: string, { attributes }: Assessment): string | undefined {
  const reading = attributes.find((each) => each.id === id);
  return reading?.status === 'measured' ? reading.text : undefined;
}

function betterIn(id: string, registry: ReadonlyMap<string, Attribute>): string {
  if (id === OVERALL_IMPRESSION) return 'pleases more as a whole';
  const attribute = registry.get(id);
  const words = attribute?.wording.better ?? en.attributes[id]?.better;
  if (words !== undefined) return words;
  const title = attribute?.title ?? id.replaceAll('-', ' ');
  return attribute?.kind === 'fault' ? `has less ${title}` : `has the better ${title}`;
}
