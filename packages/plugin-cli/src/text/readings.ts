/** What the text says of a reading: its name, its value in words, and what it adds to the score. */
import {
  findLocale,
  LOCALES,
  placeOf,
  wordsOf,
  type Assessment,
  type Attribute,
  type AttributeReading,
  type Locale,
} from '@calm-sdk/core';
import { printable } from '../terminal/printable.js';
import { screenWords, type ScreenWords } from './words.js';

/** Contribution that no single reading explains. */
export const OVERALL_IMPRESSION = 'overall-impression';

/** Everything said under one name: an attribute, or opposites that share an axis. */
export interface Topic {
  /** Of the attribute; of opposites, the one that is worse. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** What it adds to the score, in hundredths of a point. */
  readonly hundredths: number;
}

/** What the text knows by id, and the language that it speaks. */
export interface Registry {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly locale: Locale;
  readonly words: ScreenWords;
}

export function registryOf(
  attributes: readonly Attribute[],
  locale: Locale = findLocale(LOCALES, 'en'),
): Registry {
  return {
    attributes: new Map(attributes.map((attribute) => [attribute.id, attribute])),
    locale,
    words: screenWords(locale.id),
  };
}

/** For people; an attribute that is not registered here goes by its id. */
export function titleOf(id: string, { attributes, locale }: Registry): string {
  const attribute = attributes.get(id);
  return attribute === undefined
    ? printable(id).replaceAll('-', ' ')
    : wordsOf(attribute, locale).title;
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
    const { words } = registry;
    if (id === OVERALL_IMPRESSION) {
      return { id, title: words.impression, text: words.learned, hundredths };
    }
    // A fault lifts no score: its absence does.
    const absent = registry.attributes.get(id)?.kind === 'fault' && hundredths > 0;
    const name = titleOf(id, registry);
    const title = absent ? words.no(name) : name;
    return { id, title, text: valueText(id, assessment, registry), hundredths };
  });
  return topics.sort(
    (a, b) =>
      Number(b.id === OVERALL_IMPRESSION) - Number(a.id === OVERALL_IMPRESSION) ||
      Math.sign(b.hundredths) - Math.sign(a.hundredths) ||
      Math.abs(b.hundredths) - Math.abs(a.hundredths),
  );
}

/** The value in words; of a fault also where in the frame, unless it has a side or lies along the frame anyway. */
export function valueText(
  id: string,
  assessment: Assessment,
  { attributes, locale, words }: Registry,
): string {
  const reading = assessment.attributes.find((each) => each.id === id);
  if (reading === undefined) return '';
  if (reading.status === 'not-measured') return words.notMeasured(printable(reading.reason));
  const text = printable(reading.text);
  const found = assessment.findings.find(({ attribute }) => attribute === id);
  if (found === undefined || attributes.get(id)?.kind !== 'fault') return text;
  const place = placeOf(found.evidence);
  return place === undefined ? text : `${text}, ${locale.places[place]}`;
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
  return registry.attributes.get(id)?.axis ?? id;
}

function scoreOf(reading: AttributeReading | undefined): number {
  return reading?.status === 'measured' ? reading.score : 1;
}
