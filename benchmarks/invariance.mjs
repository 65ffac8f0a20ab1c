/**
 * What a score and its readings do where a viewer would say that nothing changed, and where a style came in: the same photograph
 * resized, saved again, in another format, cropped by a few pixels, turned by EXIF; in black and white, in fog, with shallow depth, as a
 * panorama, with bare space around it; and people with darker and lighter skin.
 *
 *   node benchmarks/invariance.mjs --data FOLDER [--limit 80] [--out FOLDER]
 *
 * Photographs are the clean bases of the change benchmark; people are OASIS' own category.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEngine } from '../packages/core/dist/index.js';
import { findBases } from './changes/bases.mjs';
import { mean, spearman } from './changes/statistics.mjs';
import { machine } from './machine.mjs';

const { default: sharp } = await import(
  createRequire(new URL('../packages/core/package.json', import.meta.url)).resolve('sharp')
);
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    limit: { type: 'string', default: '80' },
    out: { type: 'string', default: fileURLToPath(new URL('results', import.meta.url)) },
  },
});
if (options.data === undefined) {
  console.error('usage: node benchmarks/invariance.mjs --data FOLDER [--limit 80] [--out FOLDER]');
  process.exit(2);
}
const data = resolve(options.data);

/** A weakness that a person would be told of. */
const SEVERE = 0.5;

/** What a viewer does not see. */
const HARMLESS = {
  'half size': (picture, { width }) => picture.resize({ width: Math.round(width / 2) }).png(),
  'three quarters of the size': (picture, { width }) =>
    picture.resize({ width: Math.round(width * 0.75) }).png(),
  'half as large again': (picture, { width }) =>
    picture.resize({ width: Math.round(width * 1.5) }).png(),
  'JPEG 92': (picture) => picture.jpeg({ quality: 92 }),
  'JPEG 75': (picture) => picture.jpeg({ quality: 75 }),
  'WebP 80': (picture) => picture.webp({ quality: 80 }),
  'AVIF 60': (picture) => picture.avif({ quality: 60, effort: 2 }),
  'three pixels cropped at each side': (picture, { width, height }) =>
    picture.extract({ left: 3, top: 3, width: width - 6, height: height - 6 }).png(),
  'turned by EXIF': async (picture, _, upright) =>
    sharp(
      await sharp(await upright.rotate(90).png().toBuffer())
        .png()
        .toBuffer(),
    )
      .withMetadata({
        orientation: 8,
      })
      .png(),
  mirrored: (picture) => picture.flop().png(),
};

/** What is a style before it is a fault. */
const STYLES = {
  'black and white': (picture) => picture.grayscale().toColourspace('srgb').png(),
  'fog over the whole': (picture) => picture.linear(0.5, 105).png(),
  'soft surroundings': async (picture, size) => shallow(picture, size),
  'cut to a panorama, 2.4 : 1': (picture, { width, height }) => {
    const tall = Math.min(height, Math.round(width / 2.4));
    return picture
      .extract({ left: 0, top: Math.round((height - tall) / 2), width, height: tall })
      .png();
  },
  'small in a bare frame': (picture, { width, height }) =>
    picture
      .extend({
        top: Math.round(height * 0.5),
        bottom: Math.round(height * 0.5),
        left: Math.round(width * 0.5),
        right: Math.round(width * 0.5),
        background: '#d8d8d4',
      })
      .png(),
};

const SKIN = {
  'darker skin': (picture, size) => skin(picture, size, 0.6),
  'lighter skin': (picture, size) => skin(picture, size, 1.3),
};

/** Sharp in the middle of the frame, softer towards its border. */
async function shallow(picture, { width, height }) {
  const sharpened = await picture.png().toBuffer();
  const mask = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><radialGradient id="g"><stop offset=".45" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#g)"/></svg>`,
  );
  const middle = await sharp(sharpened)
    .ensureAlpha()
    .composite([{ input: mask, blend: 'dest-in' }])
    .png()
    .toBuffer();
  return sharp(sharpened)
    .blur(Math.max(2, width * 0.008))
    .composite([{ input: middle }])
    .png();
}

/**
 * Brightness of skin times a factor, softly, by where chrominance is that of skin (Chai and Ngan 1999: Cb 77 to 127, Cr 133 to 173).
 */
async function skin(picture, { width, height }, factor) {
  const samples = await picture.removeAlpha().toColourspace('srgb').raw().toBuffer();
  for (let at = 0; at < samples.length; at += 3) {
    const [r, g, b] = [samples[at], samples[at + 1], samples[at + 2]];
    const cb = 128 - 0.169 * r - 0.331 * g + 0.5 * b;
    const cr = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
    const soft = (value, low, high) =>
      Math.max(0, Math.min(1, (value - low) / 6 + 0.5, (high - value) / 6 + 0.5));
    const share = Math.min(soft(cb, 77, 127), soft(cr, 133, 173));
    const gain = 1 + share * (factor - 1);
    for (let channel = 0; channel < 3; channel++) {
      samples[at + channel] = Math.min(255, Math.round(samples[at + channel] * gain));
    }
  }
  return sharp(samples, { raw: { width, height, channels: 3 } }).png();
}

const engine = await createEngine();
const began = Date.now();

async function seen(bytes) {
  const { score, findings } = await engine.assess({ kind: 'bytes', bytes });
  return {
    score: score.value,
    technical: score.technical,
    weak: findings.some(({ kind, severity }) => kind === 'weakness' && severity >= SEVERE),
  };
}

/** What each change does to some pictures, against the same bytes in PNG. */
async function measure(paths, changes) {
  const rows = Object.fromEntries(Object.keys(changes).map((name) => [name, []]));
  const plain = [];
  for (const [index, path] of paths.entries()) {
    const upright = await sharp(path).rotate().removeAlpha().toColourspace('srgb').png().toBuffer();
    const { width, height } = await sharp(upright).metadata();
    plain.push(await seen(upright));
    for (const [name, change] of Object.entries(changes)) {
      const changed = await change(sharp(upright), { width, height }, sharp(upright));
      rows[name].push(await seen(await changed.toBuffer()));
    }
    if (index % 10 === 9) {
      process.stderr.write(
        `${index + 1} of ${paths.length}, ${Math.round((Date.now() - began) / 1000)} s\n`,
      );
    }
  }
  return Object.entries(rows).map(([name, after]) => {
    const difference = (key) => after.map((value, index) => value[key] - plain[index][key]);
    const sizes = difference('score')
      .map(Math.abs)
      .sort((a, b) => a - b);
    return {
      name,
      pictures: after.length,
      scoreChange: mean(difference('score')),
      scoreMoved: mean(sizes),
      scoreMovedMost: sizes[Math.floor(sizes.length * 0.95)],
      rankCorrelation: spearman(
        after.map(({ score }) => score),
        plain.map(({ score }) => score),
      ),
      technicalChange: mean(difference('technical')),
      newWeakness: mean(after.map(({ weak }, index) => (weak && !plain[index].weak ? 1 : 0))),
    };
  });
}

const limit = Number(options.limit);
const bases = (await findBases(data, 'test')).slice(0, limit).map(({ path }) => path);
const [titles, ...listed] = (await readFile(join(data, 'oasis', 'ratings.csv'), 'utf8'))
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const people = listed
  .filter((row) => row[titles.indexOf('category')] === 'Person')
  .map((row) => join(data, 'oasis', 'images', row[titles.indexOf('filename')]))
  .slice(0, limit);
const result = {
  date: new Date().toISOString().slice(0, 10),
  machine: machine(),
  model: engine.stamps.model.id,
  harmless: await measure(bases, HARMLESS),
  styles: await measure(bases, STYLES),
  skin: await measure(people, SKIN),
};
await engine.dispose();

const points = (value) => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`;
const table = (title, rows) =>
  [
    `## ${title}`,
    '',
    '| change | pictures | score, mean change | moved by | 95 % moved at most | rank correlation | technical, mean change | new weakness |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map((row) =>
      [
        '',
        row.name,
        row.pictures,
        points(row.scoreChange),
        row.scoreMoved.toFixed(2),
        row.scoreMovedMost.toFixed(2),
        row.rankCorrelation.toFixed(3),
        points(row.technicalChange),
        `${(row.newWeakness * 100).toFixed(1)} %`,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
const markdown = `# Invariance

${result.date}, ${result.machine}. Model ${result.model}. Made by \`node benchmarks/invariance.mjs\`; points of 10, each picture against itself.

${table('What a viewer does not see', result.harmless)}

${table('Styles', result.styles)}

${table('Skin', result.skin)}
`;
await mkdir(options.out, { recursive: true });
await writeFile(join(options.out, 'invariance.json'), `${JSON.stringify(result, null, 1)}\n`);
await writeFile(join(options.out, 'invariance.md'), markdown);
process.stdout.write(markdown);
