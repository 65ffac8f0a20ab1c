/** What the commands say of tastes. */
import type { Assessment, Entry, PersonalScore, TasteReport, TopicOfTaste } from '@calm-sdk/core';
import {
  ENOUGH_RATINGS,
  FIRST_RATINGS,
  NO_TASTE,
  WORTH_IT,
  type Advice,
} from '../tastes/advice.js';
import type { SelfAgreement } from '../tastes/agreement.js';
import { quoted } from '../terminal/shell.js';
import { titleOf, type Registry } from './readings.js';
import { shownName } from './shown-names.js';

type Kind = Assessment['domain']['id'];

export const KINDS: Readonly<Record<Kind, string>> = {
  photograph: 'photographs',
  artwork: 'artworks',
  interface: 'interfaces',
};

export const ALL_KINDS = ['photograph', 'artwork', 'interface'] as const satisfies readonly Kind[];

/** @param kinds none: all */
export function kindsText(kinds: readonly Kind[]): string {
  return kinds.length === 0 ? 'all kinds' : kinds.map((kind) => KINDS[kind]).join(', ');
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** What was said of a picture before, as part of a sentence. */
export function saidOfText(entry: Entry, picture: string): string {
  switch (entry.kind) {
    case 'rating':
      return `which you rated ${ratingText(entry.value, entry.scale)}`;
    case 'flag':
      return {
        pick: 'which you picked',
        reject: 'which you rejected',
        none: 'which you unflagged',
      }[entry.flag];
    case 'choice':
      return entry.preferred === picture
        ? 'which you preferred to another'
        : 'which you liked less';
    case 'override':
      return entry.value === undefined
        ? 'whose score you took back'
        : `whose score you set to ${entry.value}`;
    case 'retraction':
      return 'whose rating was taken back';
    case 'tuning':
      return 'which you know';
  }
}

/** `4 of 5`; scales that do not begin at 0 or 1 are told whole. */
export function ratingText(value: number, { low, high }: { low: number; high: number }): string {
  return low === 0 || low === 1 ? `${value} of ${high}` : `${value} on ${low} to ${high}`;
}

/** One line: where a profile stands in one kind of picture. */
export function standingText(
  profile: string,
  kind: Kind,
  { ratings, weight }: Pick<PersonalScore, 'ratings' | 'weight'>,
): string {
  const start = `${profile}: ${counted(ratings, 'opinion')} of ${KINDS[kind]}`;
  if (ratings === 0) {
    return `${profile}: nothing to learn from yet: rate some ${KINDS[kind]} high and others low.`;
  }
  if (ratings < FIRST_RATINGS) {
    return `${start}; from about ${FIRST_RATINGS} on a taste begins to show. Which to rate: calm taste next FOLDER`;
  }
  if (weight < NO_TASTE) {
    return `${start}; none of your own taste shows in them yet, so yours is the general score.`;
  }
  return `${start}. What was learned, and whether it helps: calm taste report`;
}

/** From so many deviations on a preference is sure: its sign is wrong once in twenty. */
const SURELY = 1.64;
const PERHAPS = 1;
/** Preferences named. */
const NAMED = 7;
/** Points below this are shown as nothing. */
const LEAST = 0.05;

/** One thing that a person likes more, or less, than others do. */
export interface Preference {
  /** Points, by which a picture with one standard deviation more of it gains. Of a fault: more of the fault. */
  readonly points: number;
  readonly text: string;
  readonly sure: boolean;
}

/** What stands out, the surest first. */
export function preferencesOf(topics: readonly TopicOfTaste[], registry: Registry): Preference[] {
  return topics
    .filter(
      ({ points, deviation }) =>
        Math.abs(points) >= LEAST && Math.abs(points) >= PERHAPS * deviation,
    )
    .slice(0, NAMED)
    .map(({ kind, topic, points, deviation }) => {
      const fault = kind === 'reading' && registry.attributes.get(topic)?.kind === 'fault';
      return {
        points: fault ? -points : points,
        text: preferenceText(kind, topic, points > 0, registry),
        sure: Math.abs(points) >= SURELY * deviation,
      };
    });
}

function preferenceText(
  kind: TopicOfTaste['kind'],
  topic: string,
  more: boolean,
  registry: Registry,
): string {
  const degree = more ? 'more' : 'less';
  if (kind === 'shown') {
    return `pictures of ${shownName(topic, 'en')} please you ${degree} than others`;
  }
  const title = titleOf(topic, registry);
  switch (registry.attributes.get(topic)?.kind) {
    case 'fault':
      return more ? `${title} bothers you more than others` : `you forgive ${title}`;
    case 'quality':
      return `you value ${title} ${degree} than others`;
    default:
      return `${title} pleases you ${degree} than others`;
  }
}

/** What the rating of a picture would tell, as the reason to rate it. */
export function tellsText(
  topics: readonly Pick<TopicOfTaste, 'kind' | 'topic'>[],
  registry: Registry,
): string {
  if (topics.length === 0) return 'unlike what you have rated';
  const questions = new Map<string, string[]>();
  for (const { kind, topic } of topics) {
    const attribute = kind === 'reading' ? registry.attributes.get(topic)?.kind : undefined;
    const name = kind === 'shown' ? shownName(topic, 'en') : titleOf(topic, registry);
    const question =
      attribute === 'fault'
        ? 'whether you mind'
        : attribute === 'quality'
          ? 'whether you care for'
          : 'how you like';
    questions.set(question, [...(questions.get(question) ?? []), name]);
  }
  return `tells ${[...questions].map(([question, names]) => `${question} ${names.join(' and ')}`).join(' and ')}`;
}

/** Who agrees less than this with the general score may rate the other way round. */
const REVERSED = -0.5;

/** Whether it helps, and what to do, in a few sentences. */
export function adviceText(
  advice: Advice,
  profile: string,
  { gain, ratings }: Pick<TasteReport, 'gain' | 'ratings'>,
): string {
  switch (advice.kind) {
    case 'few':
      return `Too little to tell: rate about ${advice.more} more. Which ones says: calm taste next FOLDER`;
    case 'untried':
      return 'It cannot be tried yet: that takes eight pictures of two shoots or more, rated or flagged, some high and some low. Pictures that look alike count as one shoot. Which to rate: calm taste next FOLDER';
    case 'contradictory':
      return 'You contradict yourself where you rated a picture more than once. If several people rate in this profile, give each their own: calm taste create NAME';
    case 'helps':
      return `It helps: the personal score knows you better than the general one. More ratings may still better it, but need not. Use it with --profile ${quoted(profile)}`;
    case 'unpredictable':
      return [
        (gain?.low ?? 0) > 0
          ? 'It knows you better than the general score, but cannot predict you yet:'
          : 'It cannot predict you yet:',
        'on other shoots its agreement with you is not surely above 0.',
        ...((gain?.general ?? 0) <= REVERSED
          ? [
              'You rate high what most people rate low; if 1 is your best, turn your ratings round: here it is the worst.',
            ]
          : []),
        ratings < ENOUGH_RATINGS
          ? 'Rate more, of other shoots too: calm taste next FOLDER'
          : 'Rate more, of other shoots too, or stop: what you go by need not show in pictures.',
      ].join(' ');
    case 'harms':
      return 'It does not help: on other shoots what was learned agrees less with you than the general score does. So yours is the general score, until a later report finds otherwise. Rate pictures of more shoots, or stop.';
    case 'follows':
      return 'It does not help: nothing but the general score can be seen in your ratings, so it is what is shown. You can stop rating.';
    case 'early':
      return `It cannot be told yet whether it helps: that takes some ${ENOUGH_RATINGS} ratings. Which to rate: calm taste next FOLDER`;
    case 'open': {
      if (advice.more !== undefined) {
        return `It cannot be told yet whether it helps; if it goes on like this, about ${advice.more} more ratings will tell. Best those of: calm taste next FOLDER`;
      }
      const best = signedFigure(gain?.high ?? 0);
      return (gain?.high ?? 0) < WORTH_IT
        ? 'It does not help, and with more ratings hardly will: on other shoots the general score knows you as well. You can stop rating, and leave --profile out.'
        : `It cannot be told yet whether it helps: on other shoots chance may be all of the gain, and it may be ${best}. Pictures of other shoots teach most: calm taste next FOLDER`;
    }
  }
}

/** Where everything was rated alike. */
export const ALL_THE_SAME =
  'All ratings are the same, which tells nothing of what you like. Use the whole scale: rate what you like less, too.';

/** With so many pictures rated twice, how far a score can be expected to agree. */
export function selfAgreementText({ pictures, correlation }: SelfAgreement): string {
  const own = figure(correlation);
  // Classical test theory: what predicts a person perfectly correlates with one rating by the root of its reliability.
  return correlation > 0
    ? `${counted(pictures, 'picture')} you rated twice or more: first and last agree at ${own}, so no score can be expected to agree better than ${figure(Math.sqrt(correlation))}.`
    : `${counted(pictures, 'picture')} you rated twice or more: first and last do not agree (${own}).`;
}

/** A correlation. */
export function figure(value: number): string {
  const text = value.toFixed(2);
  return Number(text) === 0 ? '0.00' : text.replace('-', '−');
}

/** How far a taste counts, in percent; none is certain. */
export function weightText(weight: number): string {
  return `${Math.min(99, Math.round(weight * 100))} %`;
}

/** A difference of correlations. */
export function signedFigure(value: number): string {
  const text = figure(value);
  return Number(value.toFixed(2)) > 0 ? `+${text}` : text;
}
