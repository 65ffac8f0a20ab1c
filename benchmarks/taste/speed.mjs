/**
 * What a taste costs: hearing one more rating, and telling a person's score beside the general one.
 *
 *   node benchmarks/taste/speed.mjs --photos FOLDER [--rounds 12] [--out FOLDER]
 *
 * The profile holds as many ratings as told, of pictures that do not exist: what was seen in them is drawn by chance. Assessing with and
 * without the profile takes turns, picture by picture.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEngine, openStore, seededBy } from '../../packages/core/dist/index.js';
import { machine } from '../machine.mjs';

const { values: options } = parseArgs({
  options: {
    photos: { type: 'string' },
    rounds: { type: 'string', default: '12' },
    out: { type: 'string', default: fileURLToPath(new URL('../results', import.meta.url)) },
  },
});
if (options.photos === undefined) {
  console.error(
    'usage: node benchmarks/taste/speed.mjs --photos FOLDER [--rounds 12] [--out FOLDER]',
  );
  process.exit(2);
}
const COUNTS = [10, 100, 1000];
const rounds = Number(options.rounds);

const names = (await readdir(options.photos))
  .filter((name) => /\.(jpe?g|png)$/iu.test(name))
  .sort();
const photos = names.map((name) => ({ kind: 'path', path: join(options.photos, name) }));
const folder = await mkdtemp(join(tmpdir(), 'calm-taste-speed-'));
const store = await openStore(join(folder, 'taste.sqlite'));
const engine = await createEngine({ store });

const lines = [];
for (const count of COUNTS) {
  const name = `${count} ratings`;
  await fill(name, count);
  const first = await timed(async () => (await engine.tastes.of(name)).in('photograph'));
  const hearing = [];
  const plain = [];
  const personal = [];
  const ratios = [];
  for (let round = 0; round < rounds; round++) {
    const source = photos[round % photos.length];
    const assess = async (options) =>
      (await timed(() => engine.assess(source, options))).milliseconds;
    const turns = [() => assess({}), () => assess({ profile: name })];
    const [a, b] = round % 2 === 0 ? [await turns[0](), await turns[1]()] : await backwards(turns);
    // The first round opens what is opened once.
    if (round === 0) continue;
    plain.push(a);
    personal.push(b);
    ratios.push(b / a);
    await engine.tastes.add(name, [rating(pictureOf(name, round), 1 + (round % 5))]);
    hearing.push(
      (await timed(async () => (await engine.tastes.of(name)).in('photograph'))).milliseconds,
    );
  }
  lines.push({
    ratings: count,
    'from the store, ms': spread([first.milliseconds]),
    'one rating more, ms': spread(hearing),
    'without profile, ms': spread(plain),
    'with profile, ms': spread(personal),
    'with / without': spread(ratios),
  });
}
await engine.dispose();
await store[Symbol.asyncDispose]();
await rm(folder, { recursive: true });

const heading = Object.keys(lines[0]);
const table = [
  `| ${heading.join(' | ')} |`,
  `|${heading.map(() => '---|').join('')}`,
  ...lines.map((line) => `| ${heading.map((key) => line[key]).join(' | ')} |`),
].join('\n');
const text = `# What a taste costs

\`node benchmarks/taste/speed.mjs --photos FOLDER\`, ${new Date().toISOString().slice(0, 10)}, ${machine()}; ${photos.length} photographs. Median, and
least to most of ${rounds - 1} rounds.

${table}

*From the store*: the log and what was seen in its pictures are read, and the taste is learned, once in a process. *One rating more*: the same
after a rating was added, with what is kept in memory.
`;
console.log(text);
await mkdir(options.out, { recursive: true });
await writeFile(join(options.out, 'taste-speed.md'), text);

async function backwards([first, second]) {
  const b = await second();
  return [await first(), b];
}

/** A profile of ratings of made-up pictures. */
async function fill(name, count) {
  const { id } = await engine.tastes.create(name);
  const { pictures } = await engine.tastes.say(name, [
    { kind: 'rating', source: photos[0], value: 3 },
  ]);
  const [stamp] = [...(await store.stamps()).keys()];
  const [{ vector }] = await store.snapshots(stamp, pictures);
  const random = seededBy(count);
  const all = Array.from({ length: count + rounds }, (_, index) => pictureOf(name, index));
  await store.remember(
    all.map((sha256) => ({
      sha256,
      paths: [],
      domain: 'photograph',
      perceptualHash: sha256.slice(0, 16),
    })),
  );
  await store.keep(
    all.map((picture) => ({
      picture,
      stamp,
      general: 3 + 4 * random(),
      vector: Float32Array.from(vector, () => random() - 0.5),
    })),
  );
  const entries = all.slice(rounds).map((picture) => rating(picture, 1 + Math.floor(5 * random())));
  await store.append(id, entries);
}

function pictureOf(name, index) {
  return createHash('sha256').update(`${name} ${index}`).digest('hex');
}

function rating(picture, value) {
  const said = {
    id: randomUUID(),
    at: new Date().toISOString(),
    source: 'api',
    session: 's',
    shown: false,
  };
  return { kind: 'rating', ...said, picture, value, scale: { low: 1, high: 5 } };
}

async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - began };
}

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  const digits = at(0.5) < 10 ? 2 : 0;
  const middle = at(0.5).toFixed(digits);
  return values.length < 2
    ? middle
    : `${middle} (${at(0).toFixed(digits)} to ${at(1).toFixed(digits)})`;
}
