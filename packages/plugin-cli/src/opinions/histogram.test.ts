import fc from 'fast-check';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { fileName } from '../pictures/file-name.js';
import { cells } from '../terminal/columns.js';
import { histogramText, meaningText } from '../text/opinions.js';
import { histogram, STARS, suggestMeaning, type Meaning } from './histogram.js';
import type { Opinion, Stars } from './opinion.js';

function opinion(about: Partial<Opinion> = {}): Opinion {
  return {
    name: fileName(Buffer.from('a.jpg')),
    kind: 'picture',
    stars: undefined,
    flag: undefined,
    labels: [],
    sidecar: undefined,
    writtenBy: undefined,
    writtenAt: '2024-05-06T07:08:09.000Z',
    pairedWith: [],
    disagreements: [],
    problems: [],
    ...about,
  };
}

/** So many pictures of each number of stars, from 0 to 5, and rejected ones. */
function folder(counts: readonly number[], rejected = 0, writtenBy?: string): Opinion[] {
  const rated = counts.flatMap((count, stars) =>
    Array.from({ length: count }, () =>
      opinion({ stars: stars === 0 ? undefined : (stars as Stars), writtenBy }),
    ),
  );
  return [...rated, ...Array.from({ length: rejected }, () => opinion({ flag: 'reject' }))];
}

describe('a histogram', () => {
  it('counts every picture once: by its stars, as unrated or as rejected', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 6, maxLength: 6 }),
        fc.nat(20),
        (counts, rejected) => {
          const counted = histogram(folder(counts, rejected));
          expect([counted.unrated, ...STARS.map((value) => counted.stars[value])]).toEqual(counts);
          expect(counted.rejected).toBe(rejected);
          expect(counted.pictures).toBe(counts.reduce((sum, each) => sum + each, rejected));
        },
      ),
    );
  });

  it('counts flags, labels and pairs', () => {
    const pair = [fileName(Buffer.from('a.nef'))];
    const counted = histogram([
      opinion({ flag: 'pick', labels: ['Rot', 'Blau'], pairedWith: pair }),
      opinion({ kind: 'raw', labels: ['Blau'], pairedWith: pair }),
      opinion({ kind: 'heic', stars: 3, flag: 'reject' }),
    ]);
    expect(counted).toMatchObject({
      picked: 1,
      rejected: 1,
      unrated: 2,
      raw: 1,
      heic: 1,
      paired: 2,
    });
    expect([...counted.labels]).toEqual([
      ['Blau', 2],
      ['Rot', 1],
    ]);
  });
});

describe('the meaning that is suggested', () => {
  it.each<[string, Opinion[], Meaning, RegExp]>([
    ['no stars', folder([50]), { kind: 'nothing' }, /^No picture has stars\.$/u],
    [
      'one value on few',
      folder([960, 0, 0, 0, 0, 40]),
      { kind: 'keepers', from: 5 },
      /^96 % have no stars, and nearly all others have 5 stars\.$/u,
    ],
    [
      'one value and a slip',
      folder([900, 1, 0, 99]),
      { kind: 'keepers', from: 3 },
      /^90 % have no stars/u,
    ],
    [
      'all five',
      folder([20, 10, 25, 30, 20, 8]),
      { kind: 'quality' },
      /^All five values are in use, and 82 % have stars\.$/u,
    ],
    [
      'all five on few',
      folder([900, 10, 25, 30, 20, 8]),
      { kind: 'quality' },
      /rounds of selection/u,
    ],
    [
      'two values on few',
      folder([900, 0, 0, 0, 50, 50]),
      { kind: 'keepers', from: 4 },
      /the others have 4 or 5\.$/u,
    ],
    ['all equal', folder([0, 0, 0, 70]), { kind: 'nothing' }, /tells none from another/u],
    [
      'all equal or rejected',
      folder([0, 0, 0, 70], 30),
      { kind: 'keepers', from: 3 },
      /not rejected/u,
    ],
    [
      'one star of darktable',
      folder([0, 70], 5, 'darktable'),
      { kind: 'nothing' },
      /darktable gives by itself/u,
    ],
    [
      'one star of darktable, and some more',
      folder([0, 900, 10, 25, 30, 20], 5, 'darktable'),
      { kind: 'keepers', from: 2 },
      /darktable gives by itself .* more than one were given by hand/u,
    ],
  ])('of %s', (_, opinions, meaning, because) => {
    const suggestion = suggestMeaning(histogram(opinions));
    expect(suggestion.meaning).toEqual(meaning);
    expect(suggestion.because).toMatch(because);
  });

  it('is there for any counts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 6, maxLength: 6 }),
        fc.nat(9),
        (counts, rejected) => {
          const counted = histogram(folder(counts, rejected));
          const { meaning, because } = suggestMeaning(counted);
          expect(because).toMatch(/\.$/u);
          expect(because).not.toMatch(/NaN|undefined/u);
          // A threshold that nothing reaches would teach nothing.
          if (meaning.kind === 'keepers') expect(counted.stars[meaning.from]).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('on a screen', () => {
  const colours = pc.createColors(false);
  const opinions = [
    ...folder([960, 0, 1, 30, 8, 1], 12),
    opinion({ labels: ['Rot\u001b[31m'], flag: 'pick' }),
    opinion({ kind: 'raw', pairedWith: [fileName(Buffer.from('a.jpg'))] }),
  ];
  const counted = histogram(opinions);

  it('stands each count with a bar, and what is foreign is made harmless', () => {
    expect(histogramText(counted, { colours, width: 80 })).toBe(
      `Stars of 1014 pictures
  ★★★★★          1  ▏
  ★★★★           8  ▏
  ★★★           30  █
  ★★             1  ▏
  ★              0
  unrated      962  ██████████████████████████████
  rejected      12  ▏
  Picked    1
  Labels    Rot\\x1b[31m 1
  Of them   1 RAW, 1 in pairs of RAW and JPEG, each counted
`,
    );
  });

  it('is asked what stars mean, with the suggestion', () => {
    expect(
      meaningText(suggestMeaning(histogram(folder([960, 0, 0, 0, 0, 40]))), { colours, width: 80 }),
    ).toBe(`What do stars mean here?
  keepers  pictures from 5 stars on are the ones you like; the others say
           nothing
  quality  stars say how much you like a picture, from 1 to 5; no stars say
           nothing
  nothing  stars say something else, such as what is delivered; only flags count
96 % have no stars, and nearly all others have 5 stars. That looks like keepers;
only you know.
`);
  });

  it('fits a narrow terminal', () => {
    const text =
      histogramText(counted, { colours, width: 40 }) +
      meaningText(suggestMeaning(counted), { colours, width: 40 });
    for (const line of text.split('\n')) expect(cells(line)).toBeLessThanOrEqual(40);
  });
});
