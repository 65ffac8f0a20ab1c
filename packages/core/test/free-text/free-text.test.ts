/**
 * The reader of free text against sentences of which it is known whether they are true: it must let most true ones pass and no untrue
 * one, made in whatever way.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTES } from '../../src/attributes/index.js';
import { appliesTo } from '../../src/attributes/kinds.js';
import { FreeReader } from '../../src/decoder/free-text/free-reader.js';
import { hold } from '../../src/decoder/free-text/hold.js';
import { splitSentences } from '../../src/decoder/sentences.js';
import { seededByWords } from '../../src/protocol/random.js';
import { en } from '../../src/language/en/index.js';
import type { Claim } from '../../src/protocol/generated/assessment.js';
import { corruptionsOf, type Corruption, type Respect } from './corruptions.js';
import { FALSE_SENTENCES } from './false-sentences.js';
import { CHATTY_SENTENCES, TRUE_SENTENCES, UNSEEN_SENTENCES } from './sentences.js';
import { assessmentOf, WORLDS, type WorldName } from './worlds.js';

const reader = new FreeReader(
  en,
  en.free!,
  ATTRIBUTES.filter((attribute) => appliesTo(attribute, 'photograph')),
);

/** The claims of a sentence that holds; why it does not, where it does not. */
function check(world: WorldName, sentence: string): readonly Claim[] | string {
  const { claims, unclear } = reader.read(sentence);
  if (unclear !== undefined) return unclear;
  const held: Claim[] = [];
  for (const claim of claims) {
    const result = hold(claim, assessmentOf(WORLDS[world]));
    if ('unbacked' in result) return result.unbacked;
    held.push(...result.claims);
  }
  return held;
}

const holds = (world: WorldName, sentence: string): boolean =>
  typeof check(world, sentence) !== 'string';

const all = (
  lists: Readonly<Record<WorldName, readonly string[]>>,
): readonly { readonly world: WorldName; readonly sentence: string }[] =>
  (Object.keys(lists) as WorldName[]).flatMap((world) =>
    lists[world].map((sentence) => ({ world, sentence })),
  );

const share = (part: readonly unknown[], whole: readonly unknown[]): number =>
  part.length / whole.length;

describe('free sentences', () => {
  it.for([
    ['plain', TRUE_SENTENCES, 150, 0.95],
    ['chatty', CHATTY_SENTENCES, 150, 0.85],
    ['unseen', UNSEEN_SENTENCES, 80, 0.75],
  ] as const)('that are true and %s mostly pass', async ([, lists, least, floor], { annotate }) => {
    const sentences = all(lists);
    expect(sentences.length).toBeGreaterThanOrEqual(least);
    const passed = sentences.filter(({ world, sentence }) => holds(world, sentence));
    await annotate(`${passed.length} of ${sentences.length} pass`);
    expect(share(passed, sentences)).toBeGreaterThanOrEqual(floor);
  });

  it('that are untrue, or say what readings do not tell, never pass', async ({ annotate }) => {
    const sentences = all(FALSE_SENTENCES);
    expect(sentences.length).toBeGreaterThanOrEqual(200);
    await annotate(`${sentences.length} sentences`);
    expect(sentences.filter(({ world, sentence }) => holds(world, sentence))).toEqual([]);
  });

  it('that were corrupted in noun, negation, direction or number are caught: 99 % of 200', async ({
    annotate,
  }) => {
    const corruptions = [TRUE_SENTENCES, CHATTY_SENTENCES, UNSEEN_SENTENCES]
      .flatMap(all)
      .filter(({ world, sentence }) => holds(world, sentence))
      .flatMap(({ world, sentence }) => [...corruptionsOf(world, sentence)]);
    const random = seededByWords('corruptions');
    const respects: readonly Respect[] = ['noun', 'negation', 'direction', 'number'];
    const drawn: Corruption[] = respects.flatMap((respect) => {
      const these = corruptions.filter((corruption) => corruption.respect === respect);
      return Array.from({ length: 50 }, () => these[Math.floor(random() * these.length)]!);
    });
    const caught = drawn.filter(({ world, text }) => !holds(world, text));
    expect(share(caught, drawn)).toBeGreaterThanOrEqual(0.99);
    // And of every one that can be made.
    const allCaught = corruptions.filter(({ world, text }) => !holds(world, text));
    await annotate(
      `caught: ${caught.length} of ${drawn.length} drawn, ${allCaught.length} of all ${corruptions.length}`,
    );
    expect(share(allCaught, corruptions)).toBeGreaterThanOrEqual(0.99);
  });

  it('do not pass for being told together with true ones', () => {
    const pairs = (Object.keys(WORLDS) as WorldName[]).flatMap((world) => {
      const pass = TRUE_SENTENCES[world].filter((sentence) => holds(world, sentence));
      return FALSE_SENTENCES[world].map((untrue) => ({ world, untrue, pass }));
    });
    const begun = (sentence: string): string => sentence.replace(/[.?!]$/u, '');
    const goesOn = (sentence: string): string =>
      sentence.charAt(0).toLowerCase() + sentence.slice(1);
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.nat(),
        fc.constantFrom(', and ', ' and ', '; ', ', but ', ', '),
        fc.boolean(),
        ({ world, untrue, pass }, at, joint, untrueFirst) => {
          const other = pass[at % pass.length]!;
          const [first, second] = untrueFirst ? [untrue, other] : [other, untrue];
          expect(check(world, begun(first) + joint + goesOn(second))).toBeTypeOf('string');
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('pass no word that is not known', () => {
    const sentences = all(TRUE_SENTENCES).filter(({ world, sentence }) => holds(world, sentence));
    const strangers = ['mountain', 'golden', 'dog', 'smiling', 'vintage', 'sunset', 'zebra-like'];
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.constantFrom(...strangers),
        fc.nat(),
        ({ world, sentence }, stranger, at) => {
          const words = sentence.split(' ');
          words.splice(at % words.length, 0, stranger);
          expect(check(world, words.join(' '))).toBeTypeOf('string');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are read the same however they are written', () => {
    const sentences = all(TRUE_SENTENCES);
    fc.assert(
      fc.property(fc.constantFrom(...sentences), ({ world, sentence }) => {
        const read = check(world, sentence);
        if (typeof read === 'string') return;
        expect(check(world, sentence.toUpperCase())).toEqual(read);
        expect(check(world, `${sentence.replace(/\.$/u, '')}!`)).toEqual(read);
        expect(check(world, sentence.replaceAll("'", '’').replaceAll(' ', '  '))).toEqual(read);
        expect(check(world, sentence.replaceAll('colour', 'color'))).toEqual(read);
      }),
    );
  });

  it('are read without a fault of the reader, whatever stands in them', () => {
    const words = [...new Set(all(TRUE_SENTENCES).flatMap(({ sentence }) => sentence.split(' ')))];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), {
          maxLength: 14,
        }),
        (parts) => {
          const { claims, unclear } = reader.read(parts.join(' '));
          expect(claims.length > 0 || unclear !== undefined).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('what a sentence claims', () => {
  it.each<[WorldName, string, readonly Partial<Claim>[]]>([
    [
      'tilted',
      'The horizon leans a little to the right.',
      [
        {
          about: 'horizon-tilt',
          relation: 'weakness',
          value: 1.3,
          degree: 'slight',
          side: 'right',
        },
      ],
    ],
    [
      'tilted',
      'The left side sits higher, for the horizon is tilted.',
      [{ about: 'horizon-tilt', relation: 'weakness' }],
    ],
    [
      'dark',
      'The shadows in the bottom left corner are blocked up.',
      [{ about: 'crushed-shadows', relation: 'weakness', place: 'bottom-left' }],
    ],
    [
      'warm',
      'It would gain from a slightly cooler white balance.',
      [{ about: 'warm-cast', relation: 'weakness', degree: 'slight' }],
    ],
    [
      'warm',
      'The image is neither too dark nor too bright.',
      [
        { about: 'under-exposure', relation: 'absence' },
        { about: 'over-exposure', relation: 'absence' },
      ],
    ],
    [
      'excellent',
      'The subject is not soft.',
      [{ about: 'subject-sharpness', relation: 'no-weakness' }],
    ],
    [
      'excellent',
      'The picture scores 8.1 out of 10.',
      [{ about: 'score', relation: 'standing', value: 8.12, unit: 'of 10' }],
    ],
    [
      'excellent',
      'It ranks in the top 7 % of the reference pictures.',
      [{ about: 'score', relation: 'standing', value: 93, unit: '%' }],
    ],
    ['noir', 'There are no weaknesses.', [{ about: 'craft', relation: 'no-weakness' }]],
  ])('in %s: %s', (world, sentence, claims) => {
    expect(check(world, sentence)).toEqual(
      claims.map((claim) => expect.objectContaining(claim) as unknown),
    );
  });

  it.each<[WorldName, string, RegExp]>([
    ['tilted', 'The horizon leans a little to the left.', /other side/u],
    ['tilted', 'The picture leans heavily to the right.', /slight/u],
    ['tilted', 'There is no noise.', /noise is a weakness/u],
    ['tilted', 'The horizon is tilted by 2.3 degrees.', /measured as 1\.3°/u],
    ['tilted', 'The noise sits in the top left corner.', /not found there/u],
    ['tilted', 'The main weakness is the tilted horizon.', /noise is the first weakness/u],
    ['tilted', 'A mountain rises behind the lake.', /"mountain" is not understood/u],
    ['tilted', 'The noise is beautiful.', /praises a fault/u],
    ['dark', 'It is ahead of 77 % of the reference pictures.', /percentile is 23/u],
  ])('and why it fails, in %s: %s', (world, sentence, reason) => {
    expect(check(world, sentence)).toMatch(reason);
  });

  it('of an attribute that was not measured is never backed, nor is its absence', () => {
    const world = { ...WORLDS.warm, notMeasured: ['noise'] };
    for (const sentence of ['The picture is noisy.', 'There is no noise.']) {
      const [claim] = reader.read(sentence).claims;
      expect(hold(claim!, assessmentOf(world))).toEqual({ unbacked: 'noise was not measured' });
    }
  });

  it('of an attribute from elsewhere is understood by its title and clauses', () => {
    const dust = {
      ...ATTRIBUTES[0]!,
      id: 'sensor-dust',
      title: 'sensor dust',
      wording: {
        value: () => '12 specks',
        weakness: {
          slight: ['a speck or two lies in the sky'],
          clear: ['specks of dust lie in the sky'],
          strong: ['the sky is full of dust'],
        },
      },
    } as const;
    const other = new FreeReader(en, en.free!, [...ATTRIBUTES, dust]);
    for (const sentence of ['Sensor dust is visible.', 'The sky is full of dust.']) {
      expect(other.read(sentence)).toMatchObject({
        claims: [{ alternatives: [{ about: 'sensor-dust', relation: 'weakness' }] }],
      });
      expect(other.read(sentence).unclear).toBeUndefined();
    }
    expect(other.read('There is no sensor dust.').claims).toMatchObject([
      { alternatives: [{ about: 'sensor-dust', relation: 'absence' }] },
    ]);
  });
});

describe('a text', () => {
  it('is divided where a sentence ends, not within a figure', () => {
    expect(splitSentences('It leans by 1.3 degrees. Noise shows! 72 % score lower.  ')).toEqual([
      'It leans by 1.3 degrees.',
      'Noise shows!',
      '72 % score lower.',
    ]);
  });
});
