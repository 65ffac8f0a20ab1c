/** What the grounded writer says, read back and held against what was measured: over made-up assessments of every sort. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTES } from '../attributes/index.js';
import { de } from '../language/de/index.js';
import { en } from '../language/en/index.js';
import type { Locale } from '../language/locale.js';
import type { Assessment, Claim, Sentence } from '../protocol/generated/assessment.js';
import { whyUnbacked } from './check-claims.js';
import type { CommentDetail } from './decoder.js';
import { GroundedDecoder } from './grounded/grounded-decoder.js';
import { FreeReader } from './free-text/free-reader.js';
import { hold } from './free-text/hold.js';
import { splitSentences } from './free-text/sentences.js';
import { phrasesOf, wordsOf } from './words-of.js';

const LOCALES = [en, de];

/** An assessment with some readings and what was found in them. */
const assessments: fc.Arbitrary<Assessment> = fc
  .record({
    sha256: fc.stringMatching(/^[0-9a-f]{64}$/u),
    percentile: fc.double({ min: 0, max: 100, noNaN: true }),
    abstained: fc.boolean(),
    readings: fc.array(
      fc.record({
        attribute: fc.constantFrom(...ATTRIBUTES),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        confidence: fc.double({ min: 0.3, max: 1, noNaN: true }),
        severity: fc.double({ min: 0.15, max: 1, noNaN: true }),
        strength: fc.boolean(),
        corner: fc.option(fc.integer({ min: 0, max: 8 })),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ sha256, percentile, abstained, readings }) => {
    const once = [...new Map(readings.map((one) => [one.attribute.id, one])).values()];
    const attributes = once.map(({ attribute: { id, level, unit, range }, share, confidence }) => ({
      id,
      level,
      status: 'measured' as const,
      value: range[0] + share * (range[1] - range[0]),
      unit,
      score: 0.5,
      confidence,
      text: '',
      evidence: [],
    }));
    const findings = once
      .map(({ attribute: { id, kind }, severity, strength, corner }) => {
        const as =
          kind === 'fault'
            ? 'weakness'
            : kind === 'style'
              ? 'style'
              : strength
                ? 'strength'
                : 'weakness';
        return {
          id: `${id}/${as}`,
          attribute: id,
          kind: as,
          severity,
          contribution: 0,
          evidence:
            corner === null
              ? []
              : [
                  {
                    kind: 'grid' as const,
                    columns: 3,
                    rows: 3,
                    values: Array.from({ length: 9 }, (_, cell) => (cell === corner ? 1 : 0)),
                  },
                ],
        };
      })
      // A quality with no words for its absence is never found wanting.
      .filter(({ attribute, kind }) => {
        const { wording } = ATTRIBUTES.find(({ id }) => id === attribute)!;
        return kind !== 'weakness' || wording.weakness !== undefined;
      })
      .sort((a, b) => b.severity - a.severity);
    return {
      status: 'ok',
      source: { kind: 'bytes' },
      picture: { width: 600, height: 400, sha256, format: 'jpeg', preview: false },
      domain: { id: 'photograph', confidence: 1, alternatives: [] },
      score: { value: 5, percentile, abstained },
      attributes,
      findings,
      stamps: {},
    } as unknown as Assessment;
  });

const anyOf = fc.record({
  assessment: assessments,
  locale: fc.constantFrom(...LOCALES),
  detail: fc.constantFrom<CommentDetail>('short', 'normal', 'full'),
});

async function write(
  assessment: Assessment,
  locale: Locale,
  detail: CommentDetail,
): Promise<Sentence[]> {
  const sentences: Sentence[] = [];
  const request = { assessment, attributes: ATTRIBUTES, locale, detail };
  for await (const sentence of new GroundedDecoder().write(request)) sentences.push(sentence);
  return sentences;
}

const readers = new Map(LOCALES.map((locale) => [locale.id, new FreeReader(locale, ATTRIBUTES)]));

/** What a text can tell of a claim: all but figures that it does not write out. */
const told = ({ about, relation, side, place, value }: Partial<Claim>): unknown => ({
  about,
  relation,
  ...(side === undefined ? {} : { side }),
  ...(place === undefined ? {} : { place }),
  ...(relation === 'standing' ? { value } : {}),
});

const claimsOf = (held: ReturnType<typeof hold>): readonly Claim[] =>
  'claims' in held ? held.claims : [];

describe('a comment of the grounded writer', () => {
  it('claims nothing that was not measured', async () => {
    await fc.assert(
      fc.asyncProperty(anyOf, async ({ assessment, locale, detail }) => {
        const sentences = await write(assessment, locale, detail);
        const reasons = sentences
          .flatMap(({ claims }) => claims)
          .map((claim) => whyUnbacked(claim, assessment));
        expect(reasons.filter((reason) => reason !== undefined)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is read back to the same claims by a reader that sees the text alone', async () => {
    await fc.assert(
      fc.asyncProperty(anyOf, async ({ assessment, locale, detail }) => {
        const sentences = await write(assessment, locale, detail);
        const texts = splitSentences(sentences.map(({ text }) => text).join(' '));
        expect(texts).toEqual(sentences.map(({ text }) => text));
        const read = texts.map((text) => readers.get(locale.id)!.read(text));
        expect(read.map(({ unclear }) => unclear)).toEqual(read.map(() => undefined));
        const held = read.map(({ claims }) => claims.map((claim) => hold(claim, assessment)));
        expect(held.map((each) => each.flatMap((one) => claimsOf(one).map(told)))).toEqual(
          sentences.map(({ claims }) => claims.map(told)),
        );
      }),
      { numRuns: 600 },
    );
  });

  it('is whole sentences, the same every time, and never empty', async () => {
    await fc.assert(
      fc.asyncProperty(anyOf, async ({ assessment, locale, detail }) => {
        const sentences = await write(assessment, locale, detail);
        expect(sentences.length).toBeGreaterThan(0);
        for (const { text, claims } of sentences) {
          expect(text).toMatch(/^[\p{Lu}\p{N}][^{}]*[^\s.;,:]\.$/u);
          expect(claims.length).toBeGreaterThan(0);
        }
        expect(await write(assessment, locale, detail)).toEqual(sentences);
      }),
      { numRuns: 200 },
    );
  });

  it('says no more when less is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(assessments, async (assessment) => {
        const lengths = await Promise.all(
          (['short', 'normal', 'full'] as const).map(
            async (detail) =>
              new Set(
                (await write(assessment, en, detail)).flatMap(({ claims }) =>
                  claims.map(({ about }) => about),
                ),
              ).size,
          ),
        );
        expect(lengths[0]).toBeLessThanOrEqual(lengths[1]! + 1);
        expect(lengths[1]).toBeLessThanOrEqual(lengths[2]! + 1);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a claim', () => {
  it('that was bent is found out', async () => {
    await fc.assert(
      fc.asyncProperty(assessments, fc.nat(), async (assessment, which) => {
        const claims = (await write(assessment, en, 'full')).flatMap((sentence) => sentence.claims);
        const claim = claims[which % claims.length]!;
        const bent: Claim[] = [];
        if (claim.value !== undefined) bent.push({ ...claim, value: claim.value + 1 });
        if (claim.side !== undefined) {
          bent.push({ ...claim, side: claim.side === 'left' ? 'right' : 'left' });
        }
        if (claim.relation === 'weakness') bent.push({ ...claim, relation: 'strength' });
        if (claim.relation === 'strength') bent.push({ ...claim, relation: 'weakness' });
        if (claim.about !== 'score' && claim.about !== 'craft') {
          bent.push({ ...claim, about: 'no-such-attribute' });
        }
        for (const one of bent) expect(whyUnbacked(one, assessment)).toBeDefined();
      }),
    );
  });
});

describe.each(LOCALES)('the words of $name', (locale) => {
  const phrases = ATTRIBUTES.flatMap((attribute) =>
    phrasesOf(attribute, locale).map(({ phrase }) => ({ phrase, id: attribute.id })),
  );

  it('say each thing of one attribute only', () => {
    const owners = new Map<string, Set<string>>();
    for (const { phrase, id } of phrases) {
      owners.set(phrase, (owners.get(phrase) ?? new Set()).add(id));
    }
    const shared = [...owners].filter(([, ids]) => ids.size > 1);
    expect(shared.map(([phrase, ids]) => `${phrase}: ${[...ids].join(', ')}`)).toEqual([]);
  });

  it('are parts of sentences', () => {
    for (const { phrase } of phrases) expect(phrase).toMatch(/^[\p{L}\d].*[^\s.;,:!?]$/u);
  });

  it('know every weakness, what it does and what to do', () => {
    for (const attribute of ATTRIBUTES) {
      const words = wordsOf(attribute, locale);
      expect(words.title).not.toBe('');
      if (attribute.wording.weakness !== undefined) {
        expect(words.weakness, attribute.id).toBeDefined();
        expect(words.effect, attribute.id).toBeDefined();
        expect(words.advice, attribute.id).toBeDefined();
      }
      if (attribute.kind === 'style') expect(words.style, attribute.id).toBeDefined();
    }
  });
});
