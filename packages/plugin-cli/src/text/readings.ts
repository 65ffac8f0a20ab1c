/** What the text says of a reading: its name, its value in words, and what it adds to the score. */
import type { Assessment, Attribute, AttributeReading } from '@calm-sdk/core';
import { printable } from '../terminal/printable.js';
import { placeOf } from './place.js';

/** Contribution that no single reading explains. */
export const OVERALL_IMPRESSION = 'overall-impression';
/** Its name in text. */
export const IMPRESSION = 'overall impression';

/** Everything said under one name: an attribute, or opposites that share an axis. */
export interface Topic {
  /** Of the attribute; of opposites, the one that is worse. */
  readonly id: string;
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
  const readings = new Map(assessment.attributes.map((reading) => [reading.id, reading]));
  const axes = new Map<string, { ids: string[]; hundredths: number }>();
  for (const { attribute, value } of assessment.score?.contributions ?? []) {
    const axis = axisOf(attribute, registry);
    const known = axes.get(axis) ?? { ids: [], hundredths: 0 };
    known.ids.push(attribute);
    known.hundredths += Math.round(value * 100);
    axes.set(axis, known);
  }
  const topics = [...axes.values()].map(({ ids, hundredths }) => {
    const [id] = ids.toSorted((a, b) => scoreOf(readings.get(a)) - scoreOf(readings.get(b))) as [
      string,
      ...string[],
    ];
    if (id === OVERALL_IMPRESSION) {
      return { id, title: IMPRESSION, text: 'learned; no single reading', hundredths };
    }
    // A fault lifts no score: its absence does.
    const absent = registry.get(id)?.kind === 'fault' && hundredths > 0;
    const title = `${absent ? 'no ' : ''}${titleOf(id, registry)}`;
    return { id, title, text: valueText(id, assessment, registry), hundredths };
  });
  return topics.sort(
    (a, b) =>
      Number(b.title === IMPRESSION) - Number(a.title === IMPRESSION) ||
      Math.sign(b.hundredths) - Math.sign(a.hundredths) ||
      Math.abs(b.hundredths) - Math.abs(a.hundredths),
  );
}

/** The value in words; of a fault also where in the frame, unless the words say so themselves. */
export function valueText(id: string, assessment: Assessment, registry: Registry): string {
  const reading = assessment.attributes.find((each) => each.id === id);
  if (reading === undefined) return '';
  if (reading.status === 'not-measured') return `not measured: ${printable(reading.reason)}`;
  const text = printable(reading.text);
  const found = assessment.findings.find(({ attribute }) => attribute === id);
  if (found === undefined || registry.get(id)?.kind !== 'fault' || saysWhere(text)) return text;
  const place = placeOf(found.evidence);
  return place === undefined ? text : `${text}, ${place}`;
}

function saysWhere(text: string): boolean {
  return /\b(top|bottom|left|right|cent(re|er)|middle|corners?|edges?)\b/.test(text);
}

/** The readings in the order of the registry, of opposites on one axis only the one that is worse. */
export function onePerAxis(assessment: Assessment, registry: Registry): AttributeReading[] {
  const worst = new Map<string, AttributeReading>();
  for (const reading of assessment.attributes) {
    const axis = axisOf(reading.id, registry);
    const known = worst.get(axis);
    if (known === undefined || scoreOf(reading) < scoreOf(known)) worst.set(axis, reading);
  }
  return [...worst.values()];
}

/** What opposites share; an attribute without an opposite is its own axis. */
export function axisOf(id: string, registry: Registry): string {
  return registry.get(id)?.axis ?? id;
}

function scoreOf(reading: AttributeReading | undefined): number {
  return reading?.status === 'measured' ? reading.score : 1;
}
