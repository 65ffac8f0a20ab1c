/** What the grounded writer says, read back and held against what was measured: over made-up assessments of every sort. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTES } from '../attributes/index.js';
import { wordsOf } from '../attributes/words-of.js';
import { de } from '../language/de/index.js';
import { en } from '../language/en/index.js';
import type { Locale, Thing } from '../language/locale.js';
import type { Assessment, Claim, Sentence } from '../protocol/generated/assessment.js';
import { whyUnbacked } from './check-claims.js';
import type { CommentDetail } from './decoder.js';
import { GroundedDecoder } from './grounded/grounded-decoder.js';
import { capital } from '../language/capital.js';
import { CommentReader } from './comment-reader.js';
import { GrammarReader } from './grammar/grammar-reader.js';
import { phrasesOf } from './grammar/phrases-of.js';

const LOCALES = [en, de];

/** Words; where it has to say where and how to avoid it, a weakness may need a few more than the 25 that a short comment has as a rule. */
const MOST_IN_SHORT = 36;

/** An assessment with some readings and what was found in them. */
const assessments: fc.Arbitrary<Assessment> = fc
  .record({
    sha256: fc.stringMatching(/^[0-9a-f]{64}$/u),
    percentile: fc.double({ min: 0, max: 100, noNaN: true }),
    abstained: fc.boolean(),
    impression: fc.integer({ min: -300, max: 300 }),
    shows: fc.uniqueArray(fc.constantFrom(...(Object.keys(en.things) as Thing[])), {
      maxLength: 2,
    }),
    readings: fc.array(
      fc.record({
        attribute: fc.constantFrom(...ATTRIBUTES),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        confidence: fc.double({ min: 0.3, max: 1, noNaN: true }),
        severity: fc.double({ min: 0.15, max: 1, noNaN: true }),
        strength: fc.boolean(),
        box: fc.boolean(),
        corner: fc.option(fc.integer({ min: 0, max: 8 })),
        found: fc.boolean(),
        points: fc.integer({ min: -40, max: 20 }),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ sha256, percentile, abstained, impression, shows, readings }) => {
    const once = [...new Map(readings.map((one) => [one.attribute.id, one])).values()];
    const attributes = once.map(({ attribute, share, confidence }) => {
      const { id, level, unit, range, usual = range } = attribute;
      const value = range[0] + share * (range[1] - range[0]);
      const standing = value < usual[0] ? 'low' : value > usual[1] ? 'high' : undefined;
      return {
        id,
        level,
        status: 'measured' as const,
        value,
        unit,
        score: 0.5,
        confidence,
        text: '',
        ...(standing === undefined ? {} : { standing }),
      };
    });
    const contributions = [
      ...once.map(({ attribute: { id }, points }) => ({ attribute: id, value: points / 100 })),
      { attribute: 'overall-impression', value: impression / 100 },
    ];
    const distance = contributions.reduce((sum, { value }) => sum + value, 0);
    const findings = once
      .filter(({ found }) => found)
      .map(({ attribute: { id, kind }, severity, strength, corner, box }) => {
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
                  ...(box
                    ? [{ kind: 'box' as const, x: 0.1, y: 0.1, width: 0.2, height: 0.2 }]
                    : []),
                ].slice(box ? 1 : 0),
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
      picture: {
        width: 600,
        height: 400,
        sha256,
        imageSha256: sha256,
        format: 'jpeg',
        preview: false,
      },
      domain: { id: 'photograph', confidence: 1, alternatives: [] },
      score: {
        value: 5 + distance,
        reference: { id: 'made up', size: 100, mean: 5 },
        percentile,
        abstained,
        contributions,
      },
      attributes,
      findings,
      shows: shows.map((thing) => ({ thing, confidence: 0.95 })),
      stamps: {},
    } as unknown as Assessment;
  });

const anyOf = fc.record({
  assessment: assessments,
  language: fc.constantFrom('en', 'de'),
  detail: fc.constantFrom<CommentDetail>('short', 'normal', 'full'),
});

function localeOf(language: string): Locale {
  return LOCALES.find(({ id }) => id === language)!;
}

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

const readers = new Map(
  LOCALES.map((locale) => [locale.id, new CommentReader(locale, ATTRIBUTES)]),
);

/** What a text can tell of a claim: all but figures that it does not write out. */
const told = ({
  about,
  relation,
  standing,
  degree,
  side,
  place,
  value,
}: Partial<Claim>): unknown => ({
  about,
  relation,
  ...(standing === undefined ? {} : { standing }),
  ...(degree === undefined ? {} : { degree }),
  ...(side === undefined || relation === 'effect' ? {} : { side }),
  ...(place === undefined ? {} : { place }),
  ...(relation === 'standing' ? { value } : {}),
});

/** A figure as the language writes it. */
function figureOf({ about, value = 0 }: Claim, locale: Locale): string | undefined {
  const attribute = ATTRIBUTES.find(({ id }) => id === about);
  return attribute === undefined ? undefined : wordsOf(attribute, locale).figure?.(value);
}

describe('a comment of the grounded writer', () => {
  it('claims nothing that was not measured', async () => {
    await fc.assert(
      fc.asyncProperty(anyOf, async ({ assessment, language, detail }) => {
        const locale = localeOf(language);
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
      fc.asyncProperty(anyOf, async ({ assessment, language, detail }) => {
        const locale = localeOf(language);
        const sentences = await write(assessment, locale, detail);
        const read = readers.get(locale.id)!.read(sentences.map(({ text }) => text).join(' '));
        expect(read.map(({ text }) => text)).toEqual(sentences.map(({ text }) => text));
        const meant = sentences.map(({ claims }) => claims);
        expect(read.map(({ claims }) => claims.map(told))).toEqual(
          meant.map((claims) => claims.map(told)),
        );
        for (const [at, { figure }] of read.flatMap(({ claims }) => claims).entries()) {
          if (figure !== undefined) expect(figure).toBe(figureOf(meant.flat()[at]!, locale));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('can be understood in one way only, and is taken without its claims as with them', async () => {
    await fc.assert(
      fc.asyncProperty(anyOf, async ({ assessment, language, detail }) => {
        const locale = localeOf(language);
        const grammar = new GrammarReader(locale, ATTRIBUTES);
        for (const { text, claims } of await write(assessment, locale, detail)) {
          expect(grammar.readings(text), text).toHaveLength(1);
          const held = readers.get(language)!.hold(text, assessment);
          expect('claims' in held ? held.claims.map(told) : held.reason, text).toEqual(
            claims.map(told),
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says of no picture that all is well beside a reading that is all concern', async () => {
    await fc.assert(
      fc.asyncProperty(assessments, fc.constantFrom('en', 'de'), async (assessment, language) => {
        const { score, findings, attributes } = assessment;
        fc.pre(score?.abstained === false && findings.every(({ kind }) => kind !== 'weakness'));
        const noise: Assessment['attributes'][number] = {
          id: 'noise',
          level: 'low',
          status: 'measured',
          value: 40,
          unit: 'of 255',
          score: 0.05,
          confidence: 0.9,
          text: '',
        };
        const others = attributes.filter(({ id }) => id !== 'noise');
        const doubtful: Assessment = { ...assessment, attributes: [...others, noise] };
        const sentences = await write(doubtful, localeOf(language), 'normal');
        expect(sentences.length).toBeGreaterThan(0);
        const about = sentences.flatMap(({ claims }) => claims.map((claim) => claim.about));
        expect(about).not.toContain('craft');
      }),
      { numRuns: 100 },
    );
  });

  it('is whole sentences, the same every time, and never empty', async () => {
    await fc.assert(
      fc.asyncProperty(anyOf, async ({ assessment, language, detail }) => {
        const locale = localeOf(language);
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

  it('leaves to the suggestions what they say with figures, and finds nothing perfect beside them', async () => {
    const edit = { operation: 'warm', ratio: 1.2 } as const;
    await fc.assert(
      fc.asyncProperty(anyOf, async ({ assessment, language, detail }) => {
        const [first] = assessment.findings.filter(({ kind }) => kind === 'weakness');
        const attribute = first?.attribute ?? 'cool-cast';
        const suggestions = { suggestions: [{ attribute, edit }], tried: [], advice: [] };
        const suggested = { ...assessment, suggestions } as unknown as Assessment;
        const claims = (await write(suggested, localeOf(language), detail)).flatMap(
          (sentence) => sentence.claims,
        );
        const advised = claims.filter(
          ({ relation }) => relation === 'mend' || relation === 'next-time',
        );
        expect(advised.map(({ about }) => about)).not.toContain(attribute);
        expect(claims.map(({ relation }) => relation)).not.toContain('no-weakness');
      }),
      { numRuns: 200 },
    );
  });

  it('sends nobody out with a camera to take again what is drawn, or a page', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyOf,
        fc.constantFrom('artwork' as const, 'interface' as const),
        async ({ assessment, language, detail }, id) => {
          const made = { ...assessment, domain: { id, confidence: 1 } };
          const sentences = await write(made, localeOf(language), detail);
          const relations = sentences.flatMap(({ claims }) =>
            claims.map(({ relation }) => relation),
          );
          expect(relations).not.toContain('next-time');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('tells no more of what was found when less is asked for', async () => {
    const found = new Set<Claim['relation']>(['weakness', 'strength', 'style']);
    await fc.assert(
      fc.asyncProperty(assessments, fc.constantFrom('en', 'de'), async (assessment, language) => {
        const locale = localeOf(language);
        const [short, normal, full] = await Promise.all(
          (['short', 'normal', 'full'] as const).map(async (detail) => {
            const sentences = await write(assessment, locale, detail);
            const told = sentences
              .flatMap(({ claims }) => claims)
              .filter(({ relation }) => found.has(relation));
            return {
              told: new Set(told.map(({ about }) => about)).size,
              words: sentences.flatMap(({ text }) => text.split(' ')).length,
            };
          }),
        );
        expect(short!.told).toBeLessThanOrEqual(normal!.told);
        expect(normal!.told).toBeLessThanOrEqual(full!.told);
        expect(short!.words).toBeLessThanOrEqual(MOST_IN_SHORT);
      }),
      { numRuns: 200 },
    );
  });
});

/** A sentence with one thing in it made untrue. */
interface Corruption {
  readonly respect: 'noun' | 'negation' | 'direction' | 'number';
  readonly text: string;
}

const OPPOSITE: Readonly<Record<string, string>> = {
  left: 'right',
  right: 'left',
  top: 'bottom',
  bottom: 'top',
  middle: 'top',
};

const opposite = (where: string): string =>
  where
    .split('-')
    .map((one) => OPPOSITE[one] ?? '')
    .join('-');

const NEGATED: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\b(is|are|does|can|has|have)\b/u, '$1 not'],
    [/\b(works|speaks|holds|gains)\b/u, 'hardly $1'],
  ],
  de: [
    [/\b(ist|sind|kann|hat|haben)\b/u, '$1 nicht'],
    [/\b(spricht|stört|gefällt|liegt)\b/u, '$1 nicht'],
  ],
};

/** What can be made of a sentence that is true of an assessment. */
function* corruptionsOf(
  { text, claims }: Sentence,
  assessment: Assessment,
  locale: Locale,
): Generator<Corruption> {
  const { sides, places } = locale;
  const innocent = ATTRIBUTES.find(
    ({ id, kind }) =>
      kind === 'fault' && assessment.findings.every(({ attribute }) => attribute !== id),
  )!;
  for (const { about, relation, side, place } of claims) {
    const attribute = ATTRIBUTES.find(({ id }) => id === about);
    if (attribute !== undefined && ['weakness', 'effect', 'minor'].includes(relation)) {
      for (const { phrase, relation: said, named, degree } of phrasesOf(attribute, locale)) {
        const other = phrasesOf(innocent, locale).find(
          (one) => one.relation === said && one.named === named && one.degree === degree,
        );
        for (const [from, to] of [
          [phrase, other?.phrase],
          [capital(phrase), capital(other?.phrase ?? '')],
        ] as const) {
          if (to && text.includes(from)) yield { respect: 'noun', text: text.replace(from, to) };
        }
      }
    }
    if (side !== undefined && relation === 'weakness') {
      const other = sides[opposite(side) as typeof side];
      yield { respect: 'direction', text: text.replace(sides[side], other) };
    }
    if (place !== undefined) {
      const other = places[opposite(place) as typeof place];
      yield { respect: 'direction', text: text.replace(places[place], other) };
    }
  }
  for (const [pattern, by] of NEGATED[locale.id]!) {
    if (pattern.test(text)) yield { respect: 'negation', text: text.replace(pattern, by) };
  }
  for (const [figure] of text.matchAll(/\d+/gu)) {
    yield { respect: 'number', text: text.replace(figure, String(Number(figure) + 1)) };
  }
}

describe('a sentence that was corrupted', () => {
  it.each(LOCALES)('is caught in $name, 99 of 100 in each respect', async (locale) => {
    const made = { noun: 0, negation: 0, direction: 0, number: 0 };
    const caught = { ...made };
    await fc.assert(
      fc.asyncProperty(assessments, async (assessment) => {
        for (const sentence of await write(assessment, locale, 'full')) {
          for (const { respect, text } of corruptionsOf(sentence, assessment, locale)) {
            if (text === sentence.text) continue;
            made[respect]++;
            if ('reason' in readers.get(locale.id)!.hold(text, assessment)) caught[respect]++;
          }
        }
      }),
      { numRuns: 1500 },
    );
    for (const respect of ['noun', 'negation', 'direction', 'number'] as const) {
      expect(made[respect]).toBeGreaterThan(50);
      expect(caught[respect] / made[respect], respect).toBeGreaterThanOrEqual(0.99);
    }
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
        if (claim.place !== undefined) {
          bent.push({ ...claim, place: claim.place === 'top-left' ? 'bottom' : 'top-left' });
        }
        if (claim.standing !== undefined) {
          bent.push({ ...claim, standing: claim.standing === 'low' ? 'high' : 'low' });
        }
        if (claim.relation === 'weakness') bent.push({ ...claim, relation: 'strength' });
        if (claim.relation === 'strength') bent.push({ ...claim, relation: 'weakness' });
        if (claim.relation === 'shows') {
          bent.push({ ...claim, about: 'unicorn' });
        } else if (claim.about !== 'score' && claim.about !== 'craft') {
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
    for (const { phrase } of phrases) expect(phrase).toMatch(/^[\p{L}\d{].*[^\s.;,:!?]$/u);
  });

  it('know every weakness, what it does and what to do', () => {
    for (const attribute of ATTRIBUTES) {
      const words = wordsOf(attribute, locale);
      expect(words.title).not.toBe('');
      if (attribute.wording.weakness !== undefined) {
        expect(words.weakness, attribute.id).toBeDefined();
        expect(words.fault, attribute.id).toBeDefined();
        expect(words.effect, attribute.id).toBeDefined();
        expect(words.mend ?? words.nextTime, attribute.id).toBeDefined();
      }
      if (attribute.wording.strength !== undefined) {
        expect(words.strength, attribute.id).toBeDefined();
        expect(words.merit, attribute.id).toBeDefined();
      }
      if (attribute.kind === 'style') expect(words.style, attribute.id).toBeDefined();
      // Words that need a figure or a side have others beside them that do not, for readings that have none.
      for (const ways of Object.values(words.weakness ?? {})) {
        expect(ways.some((way) => !way.includes('{figure}'))).toBe(true);
      }
    }
  });
});
