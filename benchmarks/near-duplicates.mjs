/**
 * Whether the perceptual hash knows copies of a photograph again, and takes no other for one; beside it a hash of differences (dHash), which
 * is the usual choice where time matters more.
 *
 *   node benchmarks/near-duplicates.mjs --data FOLDER [--out FOLDER]
 *
 * Photographs are those of OASIS and the unlabelled sets; copies are made of every second one.
 */
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  NEAR_DUPLICATE_BITS,
  openPicture,
  perceptualDistance,
  perceptualHash,
} from '../packages/core/dist/index.js';
import { machine } from './machine.mjs';

const { default: sharp } = await import(
  createRequire(new URL('../packages/core/package.json', import.meta.url)).resolve('sharp')
);
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: fileURLToPath(new URL('results', import.meta.url)) },
  },
});
if (options.data === undefined) {
  console.error('usage: node benchmarks/near-duplicates.mjs --data FOLDER [--out FOLDER]');
  process.exit(2);
}

/** How many photographs of each set, spread evenly. */
const SETS = {
  'oasis/images': 598,
  'unlabelled/bsds500': 300,
  'unlabelled/imagenet-sample': 500,
  'unlabelled/kodak': 18,
  'unlabelled/debian-mate-nature': 12,
};

const COPIES = {
  'half size, JPEG 85': (picture, { width }) =>
    picture.resize({ width: Math.round(width / 2) }).jpeg({ quality: 85 }),
  'quarter of the size, JPEG 85': (picture, { width }) =>
    picture.resize({ width: Math.round(width / 4) }).jpeg({ quality: 85 }),
  'JPEG 50': (picture) => picture.jpeg({ quality: 50 }),
  'WebP 70': (picture) => picture.webp({ quality: 70 }),
  '0.3 EV brighter': (picture) => exposed(picture, 0.3),
  '0.3 EV darker': (picture) => exposed(picture, -0.3),
  'in Display P3': (picture) => picture.withIccProfile('p3').jpeg({ quality: 92 }),
  sharpened: (picture) => picture.sharpen({ sigma: 1 }).jpeg({ quality: 90 }),
  'half size, 0.3 EV brighter, JPEG 60': async (picture, { width }) =>
    (await exposed(picture, 0.3)).resize({ width: Math.round(width / 2) }).jpeg({ quality: 60 }),
  '1 EV brighter': (picture) => exposed(picture, 1),
  '2 % cropped at each side': (picture, { width, height }) =>
    picture
      .extract({
        left: Math.round(width * 0.02),
        top: Math.round(height * 0.02),
        width: Math.round(width * 0.96),
        height: Math.round(height * 0.96),
      })
      .jpeg({ quality: 90 }),
  'black and white': (picture) => picture.grayscale().jpeg({ quality: 90 }),
};

/** Stops of light, not of code values. */
async function exposed(picture, stops) {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const curve = Uint8Array.from({ length: 256 }, (_, code) => {
    const value = code / 255;
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const more = Math.min(1, light * 2 ** stops);
    return Math.round(255 * (more <= 0.0031308 ? 12.92 * more : 1.055 * more ** (1 / 2.4) - 0.055));
  });
  const { width, height, channels } = info;
  return sharp(
    data.map((code) => curve[code]),
    { raw: { width, height, channels } },
  ).jpeg({ quality: 90 });
}

/** 64 signs of differences between neighbours of 9 × 8 means of luma. */
function differenceHash({ data, width, height }) {
  const sums = new Float64Array(72);
  const counts = new Uint32Array(72);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * 8) / height) * 9;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const cell = row + Math.floor((x * 9) / width);
      sums[cell] += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
      counts[cell]++;
    }
  }
  let bits = 0n;
  for (let cell = 0; cell < 72; cell++) {
    if (cell % 9 === 8) continue;
    const right = sums[cell + 1] / counts[cell + 1];
    bits = bits * 2n + (right > sums[cell] / counts[cell] ? 1n : 0n);
  }
  return bits.toString(16).padStart(16, '0');
}

const HASHES = { 'perceptual hash': perceptualHash, 'hash of differences': differenceHash };

const data = resolve(options.data);
const files = Object.entries(SETS).flatMap(([set, count]) => {
  const all = readdirSync(join(data, set), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:jpe?g|png)$/iu.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, index) => index % step === 0).slice(0, count);
});

const workingOf = async (bytes) => (await openPicture({ kind: 'bytes', bytes })).working;
const hashes = Object.fromEntries(Object.keys(HASHES).map((name) => [name, []]));
const distances = Object.fromEntries(Object.keys(HASHES).map((name) => [name, {}]));
const milliseconds = [];
for (const [index, file] of files.entries()) {
  const upright = sharp(file).autoOrient().flatten({ background: 'white' }).toColourspace('srgb');
  const { data: bytes, info } = await upright
    .jpeg({ quality: 97 })
    .toBuffer({ resolveWithObject: true });
  const working = await workingOf(bytes);
  for (const [name, hash] of Object.entries(HASHES)) hashes[name].push(hash(working));
  if (index % 2 === 1) continue;
  for (const [copy, make] of Object.entries(COPIES)) {
    const copied = await workingOf(await (await make(sharp(bytes), info)).toBuffer());
    for (const [name, hash] of Object.entries(HASHES)) {
      (distances[name][copy] ??= []).push(perceptualDistance(hashes[name][index], hash(copied)));
    }
  }
}
// Of the largest raster that there is.
const large = {
  data: Uint8Array.from({ length: 1024 * 1024 * 3 }, (_, index) => (index * 2654435761) >>> 24),
  width: 1024,
  height: 1024,
};
for (let turn = 0; turn < 100; turn++) {
  const start = performance.now();
  perceptualHash(large);
  milliseconds.push(performance.now() - start);
}
milliseconds.sort((a, b) => a - b);

const LIMITS = [4, 6, 8, 10, 12];
const share = (count, of) => `${((100 * count) / of).toFixed(1)} %`;
const sections = Object.keys(HASHES).map((name) => {
  const between = new Array(65).fill(0);
  const all = hashes[name];
  for (let a = 0; a < all.length; a++) {
    for (let b = a + 1; b < all.length; b++) between[perceptualDistance(all[a], all[b])]++;
  }
  const within = (limit) => between.slice(0, limit + 1).reduce((sum, count) => sum + count, 0);
  const rows = Object.entries(distances[name]).map(([copy, bits]) => {
    const missed = LIMITS.map((limit) =>
      share(bits.filter((each) => each > limit).length, bits.length),
    );
    return `| ${copy} | ${missed.join(' | ')} | ${Math.max(...bits)} |`;
  });
  const cells = LIMITS.map((limit) => `within ${limit}`).join(' | ');
  return `## The ${name}

| copies missed | ${cells} | most bits |
|---|${'---|'.repeat(LIMITS.length + 1)}
${rows.join('\n')}
| **pairs of different photographs taken for one** | ${LIMITS.map(within).join(' | ')} | |
`;
});
const pairs = (files.length * (files.length - 1)) / 2;
const [median, worst] = [milliseconds[50], milliseconds[95]].map((each) => each.toFixed(2));
const markdown = `# Near-duplicates

${new Date().toISOString().slice(0, 10)}, ${machine()}. Made by \`node benchmarks/near-duplicates.mjs\`.

${files.length} photographs, ${pairs} pairs; copies of ${Math.ceil(files.length / 2)}. Two pictures count as near-duplicates up to ${NEAR_DUPLICATE_BITS}
bits of the perceptual hash; such pairs are offered, never acted on. A hash of the largest raster, 1024 × 1024, takes ${median} ms
(95 % below ${worst} ms).

${sections.join('\n')}`;
await writeFile(join(options.out, 'near-duplicates.md'), markdown);
console.log(markdown);
