/** What the text says of a reading: its name, its value in words, and what it adds to the score. */
import type { Assessment, Attribute, Finding, MeasuredAttribute } from '@calm-sdk/core';
import { printable } from '../terminal/printable.js';
import { placeOf } from './place.js';

/** Contribution that no single reading explains. */
export const OVERALL_IMPRESSION = 'overall-impression';
/** Its name in text. */
export const IMPRESSION = 'overall impression';

/** Everything said under one name: an attribute, or opposites that share an axis. */
export interface Topic {
  readonly title: string;
  readonly text: string;
  /** What it adds to the score, in hundredths of a point. */
  readonly hundredths: number;
}

export type Registry = ReadonlyMap<string, Attribute>;

export function registryOf(attributes: readonly Attribute[]): Registry {
  return new Map(attributes.map((attribute) => [attribute.id, attribute]));
}

/** For people; an attribute that is not registered here goes by its id. */
export function titleOf(id: string, registry: Registry): string {
  return registry.get(id)?.title ?? printable(id).replaceAll('-', ' ');
}

/**
 * The contributions, opposites on one axis joined into one (under the name of the one that is worse), overall
 * impression first, then what lifts the score, then what lowers it, largest first.
 */
export function topicsOf(assessment: Assessment, registry: Registry): Topic[] {
  const readings = measuredById(assessment);
  const axes = new Map<string, { ids: string[]; hundredths: number }>();
  for (const { attribute, value } of assessment.score?.contributions ?? []) {
    const axis = registry.get(attribute)?.axis ?? attribute;
    const known = axes.get(axis) ?? { ids: [], hundredths: 0 };
    known.ids.push(attribute);
    known.hundredths += Math.round(value * 100);
    axes.set(axis, known);
  }
  const topics = [...axes.values()].map(({ ids, hundredths }) => {
    const [id] = ids.toSorted(
      (a, b) => (readings.get(a)?.score ?? 1) - (readings.get(b)?.score ?? 1),
    ) as [string, ...string[]];
    if (id === OVERALL_IMPRESSION) {
      return { title: IMPRESSION, text: 'learned; no single reading', hundredths };
    }
    return { title: titleOf(id, registry), text: valueText(id, assessment), hundredths };
  });
  return topics.sort(
    (a, b) =>
      Number(b.title === IMPRESSION) - Number(a.title === IMPRESSION) ||
      Math.sign(b.hundredths) - Math.sign(a.hundredths) ||
      Math.abs(b.hundredths) - Math.abs(a.hundredths),
  );
}

/** The value in words, and where in the frame, unless the words say so themselves. */
export function valueText(
  id: string,
  assessment: Assessment,
  evidence?: Finding['evidence'],
): string {
  const reading = assessment.attributes.find((each) => each.id === id);
  if (reading === undefined) return '';
  if (reading.status === 'not-measured') return `not measured: ${printable(reading.reason)}`;
  const text = printable(reading.text);
  const seen = evidence ?? assessment.findings.find(({ attribute }) => attribute === id)?.evidence;
  const place = seen === undefined ? undefined : placeOf(seen);
  return place === undefined || saysWhere(text) ? text : `${text}, ${place}`;
}

function saysWhere(text: string): boolean {
  return /\b(top|bottom|left|right|cent(re|er)|middle|corners?|edges?)\b/.test(text);
}

export function measuredById(assessment: Assessment): ReadonlyMap<string, MeasuredAttribute> {
  return new Map(
    assessment.attributes.flatMap((reading) =>
      reading.status === 'measured' ? [[reading.id, reading] as const] : [],
    ),
  );
}
