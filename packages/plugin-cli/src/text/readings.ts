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

/** What the score is made of, as the engine tells it, each with its reading in words. */
export function topicsOf(assessment: Assessment, registry: Registry): Topic[] {
  return (assessment.score?.reasons ?? []).map(({ attribute: id, title, value }) => ({
    id,
    title: printable(title),
    text: id === OVERALL_IMPRESSION ? registry.words.learned : valueText(id, assessment, registry),
    hundredths: Math.round(value * 100),
  }));
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
