import fc from 'fast-check';
import pc from 'picocolors';
import { findLocale, LOCALES, type Assessment, type PersonalScore } from '@calm-sdk/core';
import { describe, expect, it } from 'vitest';
import { assessment, ATTRIBUTES, finding } from '../../test/stand-in-engine.js';
import { pictureText } from './picture.js';
import { registryOf } from './readings.js';

const registry = registryOf(ATTRIBUTES);
const colours = pc.createColors(false);

const number = (text: string | undefined): number => Number((text ?? '').replace('−', '-'));

describe('the reasons of a score', () => {
  it.each(['normal', 'full'] as const)(
    'add up as printed, whatever the contributions (%s)',
    (detail) => {
      const ids = [...ATTRIBUTES.map(({ id }) => id), 'someone.elses', 'overall-impression'];
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: -120, max: 120 }), {
            minLength: ids.length,
            maxLength: ids.length,
          }),
          fc.integer({ min: 400, max: 600 }),
          (hundredths, mean) => {
            const value = mean + hundredths.reduce((sum, each) => sum + each, 0);
            fc.pre(value >= 0 && value <= 1000);
            const document = assessment('a.jpg', {
              value: value / 100,
              contributions: ids.map((attribute, index) => ({
                attribute,
                value: (hundredths[index] as number) / 100,
              })),
            });
            if (document.score === undefined) throw new Error('The stand-in has a score.');
            document.score.reference.mean = mean / 100;
            const text = pictureText(document, { registry, colours, width: undefined, detail });

            const [why = ''] = text.split('\n\n').filter((block) => block.startsWith('Why'));
            const [heading = '', ...lines] = why.trimEnd().split('\n');
            const score = number(/Score +([\d.]+)/.exec(text)?.[1]);
            const average = number(/average is ([\d.]+)/.exec(heading)?.[1] ?? String(score));
            const [, explained, total] =
              /explain ([+−]?[\d.]+) of ([+−]?[\d.]+)/.exec(heading) ?? [];
            const parts = lines.map((line) => /^ {2} {0,3}([+−]\d+\.\d) {2}(.*)$/.exec(line));
            const shown = parts.reduce(
              (sum, part) => sum + (part === null ? 0 : number(part[1])),
              0,
            );
            const impression = parts.find((part) => part?.[2]?.startsWith('overall impression'));

            expect(shown).toBeCloseTo(score - average, 6);
            expect(number(total)).toBeCloseTo(score - average, 6);
            expect(number(explained) + (impression ? number(impression[1]) : 0)).toBeCloseTo(
              shown,
              6,
            );
          },
        ),
      );
    },
  );

  it('show opposites as one, under the name of the worse', () => {
    const text = pictureText(
      assessment('a.jpg', {
        contributions: [
          { attribute: 'warm-cast', value: -0.3 },
          { attribute: 'cool-cast', value: 0.1 },
          { attribute: 'overall-impression', value: 1.74 },
        ],
      }),
      { registry, colours, width: 80, detail: 'normal' },
    );
    expect(text).toContain('−0.2  warm cast            1.04 × too warm');
    expect(text).not.toContain('cool cast');
  });

  it('do not call everything fine while an unlisted reading is a weakness', () => {
    const document = assessment('a.jpg');
    const fine = pictureText(document, { registry, colours, width: 80, detail: 'normal' });
    expect(fine).toContain('none a concern');
    document.findings.push(finding('noise', 'weakness', 0.3));
    const concern = pictureText(document, { registry, colours, width: 80, detail: 'normal' });
    expect(concern).toContain('3 more readings: --detail full');
  });
});

describe('the place of something', () => {
  it('is told of faults, and only where the words do not tell it', () => {
    const text = pictureText(assessment('a.jpg'), {
      registry,
      colours,
      width: 80,
      detail: 'normal',
    });
    expect(text).toContain('0.8 % of the frame, at top left');
    expect(text).toMatch(/1\.3°, lower on the right \(slight\)\n/);
  });
});

describe('another language', () => {
  const german = registryOf(ATTRIBUTES, findLocale(LOCALES, 'de-AT'));

  it('tells the score, its reasons and what was found', () => {
    const text = pictureText(assessment('a.jpg'), {
      registry: german,
      colours,
      width: 80,
      detail: 'normal',
    });
    expect(text).toContain('7,1 von 10');
    expect(text).toContain('besser als 86 % von 720 Vergleichsfotos');
    expect(text).toMatch(/Schwächen\n {2}Horizontneigung .*\(leicht\)\n/u);
    expect(text).not.toMatch(/Strength|Weakness|average|score|reading/u);
  });

  it('does not tell advice again that the comment gives', () => {
    const document = assessment('a.jpg');
    document.suggestions = {
      suggestions: [],
      advice: [{ attribute: 'noise', text: 'Belichte ein andermal reichlicher.' }],
      crops: [],
      tried: [],
    };
    const options = { registry: german, colours, width: 80, detail: 'normal' } as const;
    expect(pictureText(document, options)).toContain('Belichte ein andermal');
    document.comment = {
      language: 'de',
      decoder: 'grounded',
      text: 'Belichte bei der nächsten Aufnahme reichlicher.',
      sentences: [
        {
          text: 'Belichte bei der nächsten Aufnahme reichlicher.',
          level: 'low',
          claims: [{ about: 'noise', relation: 'next-time' }],
        },
      ],
    };
    expect(pictureText(document, options)).not.toContain('Belichte ein andermal');
  });
});

describe('one person beside everybody', () => {
  const topics = ['noise', 'horizon-tilt', 'depth-separation', 'low-key', 'colour-harmony'];
  const document = (hundredths: readonly number[]): Assessment => {
    const told = assessment('a.jpg');
    if (told.score === undefined) throw new Error('The stand-in has a score.');
    const distance = hundredths.reduce((sum, each) => sum + each, 0);
    const value = (712 + distance) / 100;
    const personal: PersonalScore = {
      profile: 'Weddings',
      value,
      interval: { low: value - 1, high: value + 1, level: 0.8 },
      percentile: 90,
      ratings: 214,
      weight: 0.9,
      overridden: false,
      contributions: hundredths.map((each, index) => ({
        kind: index === 0 ? 'shown' : index === 1 ? 'consensus' : 'reading',
        topic:
          index === 0 ? 'dog' : index === 1 ? 'consensus' : (topics[index - 2] ?? 'someone.elses'),
        value: each / 100,
      })),
    };
    return { ...told, score: { ...told.score, personal } };
  };

  it('is told why, in parts that add up as printed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('normal' as const, 'full' as const),
        (hundredths, detail) => {
          const told = document(hundredths);
          fc.pre(told.score!.personal!.value >= 0 && told.score!.personal!.value <= 10);
          const text = pictureText(told, { registry, colours, width: undefined, detail });
          const general = number(/Score +([\d.]+)/.exec(text)?.[1]);
          const yours = number(/Yours +([\d.]+)/.exec(text)?.[1]);
          const why = text.split('\n\n').find((block) => block.startsWith('Why yours'));
          const parts = (why ?? '').split('\n').slice(1);
          const shown = parts.map((line) => number(/^ +([+−][\d.]+) {2}/.exec(line)?.[1]));
          expect(shown.reduce((sum, each) => sum + each, 0)).toBeCloseTo(yours - general, 6);
        },
      ),
    );
  });

  it('stands beneath the general score, in both languages', () => {
    const text = (language: string): string =>
      pictureText(document([40, -10]), {
        registry: registryOf(ATTRIBUTES, findLocale(LOCALES, language)),
        colours,
        width: 80,
        detail: 'normal',
      });
    expect(text('en')).toMatch(
      /^ {2}Yours +7\.4 of 10 .* likely 6\.4 to 8\.4\n {13}Weddings, 214 opinions, \+0\.3$/mu,
    );
    expect(text('en')).toMatch(/^Why yours differs \(\+0\.3\)\n {2}\+0\.4 {2}shows dogs/mu);
    expect(text('de')).toMatch(/^ {2}Für dich +7,4 von 10 /mu);
    expect(text('de')).toContain('zeigt Hunde');
  });
});
