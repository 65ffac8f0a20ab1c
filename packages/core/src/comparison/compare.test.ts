/** What a comparison promises, over made-up pairs of every sort. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTES } from '../attributes/index.js';
import { de } from '../language/de/index.js';
import { en } from '../language/en/index.js';
import type { Assessment, AssessmentResult, Stamps } from '../protocol/generated/assessment.js';
import type { ComparedPair, Pair } from '../protocol/generated/comparison.js';
import { validateComparison } from '../protocol/generated/validators.js';
import { OVERALL_IMPRESSION } from '../scoring/contributions.js';
import { compare, compareAll } from './compare.js';

const LOCALES = [en, de];
const MEAN = 574;
const STAMPS: Stamps = {
  protocol: '1.0',
  engine: '0.2.0',
  model: { id: 'calm-nano@0.2.0', sha256: '0'.repeat(64) },
  preprocessing: '1',
  registry: 'a',
};

interface Made {
  readonly value?: number;
  readonly half?: number;
  /** In hundredths; the overall impression is what is left. */
  readonly contributions?: Readonly<Record<string, number>>;
  readonly texts?: Readonly<Record<string, string>>;
  readonly unmeasured?: readonly string[];
  readonly domain?: Assessment['domain']['id'];
  readonly abstained?: boolean;
  readonly stamps?: Partial<Stamps>;
  readonly path?: string;
}

function made({ value = 600, half = 147, contributions = {}, ...made }: Made = {}): Assessment {
  const explained = Object.values(contributions).reduce((sum, each) => sum + each, 0);
  const parts = Object.entries({
    ...contributions,
    [OVERALL_IMPRESSION]: value - MEAN - explained,
  });
  const level = 'low' as const;
  return {
    status: 'ok',
    source: { kind: 'path', path: made.path ?? 'a.jpg' },
    picture: {
      width: 1,
      height: 1,
      sha256: '1'.repeat(64),
      imageSha256: '1'.repeat(64),
      format: 'jpeg',
      preview: false,
    },
    domain: { id: made.domain ?? 'photograph', confidence: 0.912 },
    score: {
      value: value / 100,
      interval: {
        low: Math.max(0, value - half) / 100,
        high: Math.min(1000, value + half) / 100,
        level: 0.8,
      },
      percentile: 50,
      reference: { id: 'oasis-598', size: 598, mean: MEAN / 100 },
      confidence: 0.6,
      abstained: made.abstained ?? false,
      distribution: Array.from({ length: 10 }, () => 0.1),
      technical: 7,
      contributions: parts.map(([attribute, part]) => ({ attribute, value: part / 100 })),
    },
    attributes: [
      ...Object.entries(made.texts ?? {}).map(([id, text]) => ({
        id,
        level,
        status: 'measured' as const,
        value: 1,
        unit: '',
        text,
        score: 0.5,
        confidence: 1,
      })),
      ...(made.unmeasured ?? []).map((id) => ({
        id,
        level,
        status: 'not-measured' as const,
        unit: '',
        reason: 'a preview',
      })),
    ],
    findings: [],
    stamps: { ...STAMPS, ...made.stamps },
  };
}

function compared(pair: Pair): ComparedPair {
  if (pair.status !== 'compared') throw new Error(pair.reason);
  return pair;
}

const hundredths = (points: number): number => Math.round(points * 100);

const ids = ATTRIBUTES.filter(({ kind }) => kind !== 'style').map(({ id }) => id);
const pictures: fc.Arbitrary<Assessment> = fc
  .record({
    value: fc.integer({ min: 50, max: 950 }),
    half: fc.integer({ min: 5, max: 400 }),
    contributions: fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: -50, max: 50 })),
    unmeasured: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 }),
  })
  .map(({ contributions, ...rest }) =>
    made({
      ...rest,
      contributions: Object.fromEntries(
        Object.entries(contributions).filter(([id]) => !rest.unmeasured.includes(id)),
      ),
    }),
  );

describe('two pictures', () => {
  it('get the same answer whichever is named first', () => {
    fc.assert(
      fc.property(pictures, pictures, (a, b) => {
        const [one, other] = [compared(compare(a, b)), compared(compare(b, a))];
        expect(one.probability + other.probability).toBeCloseTo(1, 9);
        expect(one.difference).toBe(-other.difference + 0);
        const mirrored = { first: 'second', second: 'first', 'too-close': 'too-close' } as const;
        expect(other.verdict).toBe(mirrored[one.verdict]);
        expect(other.reasons.map(({ difference, text }) => [-difference, text])).toEqual(
          one.reasons.map(({ difference, text }) => [difference, text]),
        );
      }),
    );
  });

  it('differ by reasons that add up exactly, the largest first', () => {
    fc.assert(
      fc.property(pictures, pictures, (a, b) => {
        const { reasons, difference } = compared(compare(a, b));
        const sum = reasons.reduce((total, reason) => total + hundredths(reason.difference), 0);
        expect(sum).toBe(hundredths(difference));
        expect(sum).toBe(hundredths(a.score!.value) - hundredths(b.score!.value));
        const sizes = reasons.map((reason) => Math.abs(reason.difference));
        expect(sizes).toEqual(sizes.toSorted((x, y) => y - x));
        expect(sizes).not.toContain(0);
      }),
    );
  });

  it('that are the same are even, for no reason', () => {
    fc.assert(
      fc.property(pictures, (a) => {
        expect(compare(a, a)).toMatchObject({
          verdict: 'too-close',
          probability: 0.5,
          difference: 0,
          reasons: [],
        });
      }),
    );
  });

  it('are told apart as probably as their intervals allow', () => {
    // Half widths of 1.2816 are deviations of 1 at a level of .8: Φ(1.5 / √2) = Φ(1.0607) = .8556, by a table.
    const [a, b] = [made({ value: 700, half: 128.16 }), made({ value: 550, half: 128.16 })];
    const { probability, verdict } = compared(compare(a, b));
    expect(probability).toBeCloseTo(0.8556, 3);
    expect(verdict).toBe('first');
    const unsure = made({ value: 550, half: 400 });
    expect(compared(compare(a, unsure)).probability).toBeLessThan(probability);
  });

  it('are not made surer by an interval that ends where the scale does', () => {
    const cut = made({ value: 950, half: 150 });
    const whole = made({ value: 850, half: 150 });
    const { probability } = compared(compare(cut, whole));
    expect(probability).toBe(
      compared(compare(made({ value: 800, half: 150 }), made({ value: 700, half: 150 })))
        .probability,
    );
  });

  it('are too close to call below three in five', () => {
    // Φ(.25) = .5987, Φ(.26) = .6026, by a table.
    const half = 128.16 / Math.SQRT2;
    const b = made({ value: 500, half });
    expect(compared(compare(made({ value: 525, half }), b)).verdict).toBe('too-close');
    expect(compared(compare(made({ value: 526, half }), b)).verdict).toBe('first');
  });
});

describe('a reason', () => {
  it('says in words what the better one has, with both readings', () => {
    const [a, b] = [
      made({ contributions: { 'horizon-tilt': 10 }, texts: { 'horizon-tilt': 'level' } }),
      made({ contributions: { 'horizon-tilt': -15 }, texts: { 'horizon-tilt': '3.1°' } }),
    ];
    const { reasons } = compared(compare(a, b));
    expect(reasons.find(({ attribute }) => attribute === 'horizon-tilt')).toEqual({
      attribute: 'horizon-tilt',
      difference: 0.25,
      text: 'is more level',
      first: 'level',
      second: '3.1°',
    });
  });

  it('speaks for the one whose contribution is larger', () => {
    fc.assert(
      fc.property(pictures, pictures, (a, b) => {
        const part = ({ score }: Assessment, id: string): number =>
          score!.contributions.find(({ attribute }) => attribute === id)?.value ?? 0;
        const unread = [a, b].flatMap(({ attributes }) => attributes.map(({ id }) => id));
        for (const { attribute, difference } of compared(compare(a, b)).reasons) {
          if (attribute === OVERALL_IMPRESSION) continue;
          expect(unread).not.toContain(attribute);
          expect(Math.sign(part(a, attribute) - part(b, attribute))).toBe(Math.sign(difference));
        }
      }),
    );
  });

  it('is never what was measured in one of them only', () => {
    const [a, b] = [
      made({ value: 600, contributions: { noise: -30, haze: 9 } }),
      made({ value: 604, contributions: { haze: 2 }, unmeasured: ['noise'] }),
    ];
    const { reasons } = compared(compare(a, b));
    expect(reasons.map(({ attribute, difference }) => [attribute, difference])).toEqual([
      [OVERALL_IMPRESSION, -0.11],
      ['haze', 0.07],
    ]);
  });

  it.each(LOCALES)('has words in $name for every attribute that can be better in one', (locale) => {
    const { betterIn } = locale.comparison;
    const texts = ids.map((id) => {
      const pair = compare(made({ contributions: { [id]: 20 } }), made(), locale);
      const { text } = compared(pair).reasons.find(({ attribute }) => attribute === id)!;
      expect(text).not.toBe(betterIn(id.replaceAll('-', ' ')));
      // A verb in the third person comes first, so that a name can stand before it and like verbs can be told once.
      expect(text).toMatch(/^\p{Ll}+[st] /u);
      return text;
    });
    expect(new Set(texts).size).toBe(ids.length);
  });

  it('has words for an attribute that it does not know', () => {
    const pair = compare(made({ contributions: { 'golden-hour': 20 } }), made());
    expect(compared(pair).reasons.map(({ text }) => text)).toContain('does better in golden hour');
  });
});

describe('pictures on different scales', () => {
  const cases: [string, Assessment, Assessment, string][] = [
    ['other-kind', made(), made({ domain: 'interface' }), 'a photograph (91 % sure), the second'],
    ['abstained', made(), made({ abstained: true }), 'The second is unlike all'],
    ['abstained', made({ abstained: true }), made({ abstained: true }), 'Both are unlike all'],
    [
      'other-model',
      made(),
      made({ stamps: { model: { id: 'mine@1', sha256: '2'.repeat(64) } } }),
      'calm-nano@0.2.0',
    ],
    ['other-model', made(), made({ stamps: { registry: 'b' } }), 'assess both with the same'],
    ['other-model', made(), made({ stamps: { preprocessing: '2' } }), 'assess both with the same'],
  ];
  it.each(cases)('are not compared, for a reason: %s', (code, a, b, words) => {
    const pair = compare(a, b);
    expect(pair).toMatchObject({ status: 'incomparable', code });
    expect((pair as { reason: string }).reason).toContain(words);
  });

  it('are told apart in the language that was asked for', () => {
    for (const [code, a, b] of cases) {
      const [inEnglish, inGerman] = [en, de].map((locale) => compare(a, b, locale));
      expect(inGerman).toMatchObject({ status: 'incomparable', code });
      expect((inGerman as { reason: string }).reason).toMatch(
        /^(?:Das erste|Das zweite|Beide|Die Werte) .*\.$/u,
      );
      expect(inGerman).not.toEqual(inEnglish);
    }
    const { pairs } = compareAll([made(), made({ domain: 'interface' })], de);
    expect(pairs[0]).toMatchObject({
      reason:
        'Das erste gilt als Foto (zu 91 % sicher), das zweite als Oberfläche (zu 91 % sicher): Jede Art von Bild hat ihre eigene Skala.',
    });
  });

  it('are not compared without a score', () => {
    const { score: _, ...without } = made();
    expect(compare(without, made())).toMatchObject({ status: 'incomparable', code: 'no-score' });
  });

  it('compare where only the engine is another', () => {
    expect(compare(made(), made({ stamps: { engine: '9' } })).status).toBe('compared');
  });
});

describe('many pictures', () => {
  const failed: AssessmentResult = {
    status: 'failed',
    source: { kind: 'path', path: 'gone.jpg' },
    error: { code: 'file-not-found', message: '', hint: '', retryable: false },
  };

  it('come best first, and the best stands against every other', () => {
    fc.assert(
      fc.property(fc.array(pictures, { minLength: 2, maxLength: 8 }), (all) => {
        const comparison = compareAll([failed, ...all]);
        validateComparison(comparison);
        expect(validateComparison.errors ?? []).toEqual([]);
        const { order, pairs } = comparison;
        expect(order.toSorted((x, y) => x - y)).toEqual(all.map((_, place) => place));
        const values = order.map((place) => all[place]!.score!.value);
        expect(values).toEqual(values.toSorted((x, y) => y - x));
        expect(pairs.map(({ second }) => second)).toEqual(order.slice(1));
        for (const pair of pairs) {
          expect(pair.first).toBe(order[0]);
          expect(compared(pair).probability).toBeGreaterThanOrEqual(0.5);
          const alone = compare(all[pair.first]!, all[pair.second]!);
          expect(pair).toEqual({ ...alone, first: pair.first, second: pair.second });
        }
        expect(comparison.failed).toEqual([failed]);
      }),
    );
  });

  it('leave out those of another kind, with the reason', () => {
    const all = [
      made({ domain: 'interface', value: 900 }),
      made({ value: 500 }),
      made({ value: 700 }),
      made({ value: 800, abstained: true }),
    ];
    const { order, pairs } = compareAll(all);
    expect(order).toEqual([2, 1]);
    expect(
      pairs.map((pair) => [pair.second, pair.status === 'compared' ? pair.verdict : pair.code]),
    ).toEqual([
      [1, 'first'],
      [0, 'other-kind'],
      [3, 'abstained'],
    ]);
  });

  it('of which no two compare have no order', () => {
    const { order, pairs } = compareAll([made({ domain: 'artwork' }), made()]);
    expect(order).toEqual([]);
    expect(pairs).toMatchObject([{ first: 0, second: 1, code: 'other-kind' }]);
  });

  it('with equal scores stay in the order in which they were given', () => {
    const { order, pairs } = compareAll([
      made({ value: 400 }),
      made({ value: 500 }),
      made({ value: 500 }),
    ]);
    expect(order).toEqual([1, 2, 0]);
    expect(pairs[0]).toMatchObject({ probability: 0.5, verdict: 'too-close' });
  });
});
