/** Makes true sentences untrue, each in one respect. */
import { WORLDS, type World, type WorldName } from './worlds.js';

export type Respect = 'noun' | 'negation' | 'direction' | 'number';

export interface Corruption {
  readonly world: WorldName;
  readonly respect: Respect;
  readonly was: string;
  readonly text: string;
}

/** Nouns, each with the attributes that it is a matter of. */
const NOUNS: Readonly<Record<string, readonly string[]>> = {
  noise: ['noise'],
  haze: ['haze'],
  vignetting: ['vignetting'],
  compression: ['compression'],
  'motion blur': ['motion-blur'],
  horizon: ['horizon-tilt'],
  exposure: ['under-exposure', 'over-exposure'],
  contrast: ['low-contrast'],
  'white balance': ['warm-cast', 'cool-cast', 'green-cast', 'magenta-cast'],
  colours: [
    'colour-harmony',
    'over-saturation',
    'dull-colour',
    'warm-cast',
    'cool-cast',
    'green-cast',
    'magenta-cast',
  ],
  saturation: ['over-saturation', 'dull-colour'],
  framing: ['tight-framing', 'loose-framing'],
  background: ['clutter', 'depth-separation'],
  subject: [
    'subject-sharpness',
    'subject-placement',
    'subject-clarity',
    'cut-off-subject',
    'loose-framing',
    'tight-framing',
  ],
  shadows: ['crushed-shadows'],
  highlights: ['clipped-highlights'],
  verticals: ['vertical-tilt'],
  corners: ['vignetting'],
};

/** Words that point one way, and those that point the other. */
const DIRECTIONS: readonly (readonly [string, string])[] = [
  ['left', 'right'],
  ['upper', 'lower'],
  ['top', 'bottom'],
  ['warm', 'cool'],
  ['warmer', 'cooler'],
  ['dark', 'bright'],
  ['darker', 'brighter'],
  ['underexposed', 'overexposed'],
  ['tight', 'loose'],
  ['tighter', 'looser'],
  ['orange', 'blue'],
  ['magenta', 'green'],
  ['low', 'high'],
  ['raising', 'lowering'],
  ['increase', 'reduce'],
  ['boost', 'reduce'],
  ['above', 'below'],
  ['ahead of', 'behind'],
  ['better than', 'worse than'],
  ['lower than', 'higher than'],
  ['soft', 'sharp'],
  ['softer', 'sharper'],
  ['more', 'less'],
  ['longer', 'shorter'],
  ['best', 'weakest'],
  ['top', 'bottom'],
];

/** Every corruption of a sentence. */
export function* corruptionsOf(world: WorldName, sentence: string): Generator<Corruption> {
  const made = (respect: Respect, text: string): Corruption => ({
    world,
    respect,
    was: sentence,
    text: text.charAt(0).toUpperCase() + text.slice(1),
  });
  for (const text of otherNouns(WORLDS[world], sentence)) yield made('noun', text);
  for (const text of otherNegations(sentence)) yield made('negation', text);
  for (const text of otherDirections(sentence)) yield made('direction', text);
  for (const text of otherNumbers(sentence)) yield made('number', text);
}

/** Only between a noun that something is wrong with and one that nothing is: else it might be true of both. */
function* otherNouns(world: World, sentence: string): Generator<string> {
  for (const [noun, attributes] of Object.entries(NOUNS)) {
    const pattern = word(noun);
    if (!pattern.test(sentence)) continue;
    for (const [other, others] of Object.entries(NOUNS)) {
      if (isWeak(world, attributes) === isWeak(world, others) || word(other).test(sentence))
        continue;
      // Low contrast is bad and low noise is not: that would be true.
      if (/\blow\b/u.test(sentence) && !isWeak(world, others)) continue;
      yield sentence.replace(pattern, other);
    }
  }
}

function isWeak(world: World, attributes: readonly string[]): boolean {
  return attributes.some((id) => {
    const found = world.found[id];
    if (found === undefined) return false;
    return found.weak === true || !STRENGTHS.has(id);
  });
}

const STRENGTHS = new Set([
  'colour-harmony',
  'depth-separation',
  'subject-sharpness',
  'subject-placement',
  'subject-clarity',
]);

function* otherNegations(sentence: string): Generator<string> {
  const denied = [/\bnot (?!only)/u, /\bno /iu, /\bhardly any /u, /\bnever /u];
  let removed = false;
  for (const pattern of denied) {
    if (!pattern.test(sentence)) continue;
    removed = true;
    yield sentence.replace(pattern, '');
  }
  if (/\bneither\b.*\bnor\b/iu.test(sentence)) {
    removed = true;
    yield sentence.replace(/\bneither\b/iu, 'both').replace(/\bnor\b/u, 'and');
  }
  if (/\bfree of\b/u.test(sentence)) {
    removed = true;
    yield sentence.replace(/\bfree of\b/u, 'full of');
  }
  if (/\black(?:s)?\b/u.test(sentence)) {
    removed = true;
    yield sentence.replace(/\blacks?\b/u, 'has');
  }
  if (/\bnothing\b/iu.test(sentence)) {
    removed = true;
    yield sentence.replace(/\bnothing\b/iu, 'something');
  }
  if (removed) return;
  const verb = /\b(is|are|has|have|would|could|should|can|looks|were)\b/u.exec(sentence);
  if (verb !== null) {
    const [found] = verb;
    const negated = /^(?:has|have)$/u.test(found)
      ? `does not have`
      : found === 'looks'
        ? 'does not look'
        : `${found} not`;
    yield sentence.replace(verb[0], negated);
  }
  yield `It is not true that ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function* otherDirections(sentence: string): Generator<string> {
  // What is denied one way may be denied the other way as well.
  if (/\b(?:not|no|neither|hardly)\b/iu.test(sentence)) return;
  for (const pair of DIRECTIONS) {
    for (const [one, other] of [pair, [pair[1], pair[0]] as const]) {
      // Where both stand in it, turning one says twice the same.
      if (!word(one).test(sentence) || word(other).test(sentence)) continue;
      yield sentence.replace(word(one), other);
    }
  }
}

function* otherNumbers(sentence: string): Generator<string> {
  for (const match of sentence.matchAll(/\d+(?:\.\d+)?/gu)) {
    const [written] = match;
    const { index } = match;
    // "Out of 10" is the scale.
    if (/(?:out of|of) $/u.test(sentence.slice(0, index)) && written === '10') continue;
    const decimals = written.split('.')[1]?.length ?? 0;
    for (const by of [1.3, 0.6, 1.9]) {
      const value = (Number(written) * by + 1).toFixed(decimals);
      if (value === written) continue;
      yield sentence.slice(0, index) + value + sentence.slice(index + written.length);
    }
  }
}

function word(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}-])${text}(?![\\p{L}-])`, 'iu');
}
