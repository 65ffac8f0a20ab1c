/**
 * Whether `compare` is right, as sure as it says, and names the reason.
 *
 *   node benchmarks/compare.mjs --data FOLDER [--limit 12] [--out FOLDER]
 *
 * Pairs of rated pictures are scored by heads that the recipe made without them (`training/held_out.py`, by a `python3` with the packages of
 * `training/requirements.txt`), for the head in the box has seen every rated picture. Reasons are tried on clean photographs, which the
 * model may know, against themselves changed in one known way, by the model in the box.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare, createEngine } from '../packages/core/dist/index.js';
import { findBases, randomFrom } from './changes/bases.mjs';
import { openBase, ownChanges, secondChanges } from './changes/changers.mjs';
import { basesFor, KINDS, namesOf } from './changes/kinds.mjs';
import { mean } from './changes/statistics.mjs';
import { machine } from './machine.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    limit: { type: 'string', default: '12' },
    out: { type: 'string', default: here('results') },
  },
});
if (options.data === undefined) {
  console.error('usage: node benchmarks/compare.mjs --data FOLDER [--limit 12] [--out FOLDER]');
  process.exit(2);
}
const data = resolve(options.data);

/** Lower ends of the bands of probability. */
const BANDS = [0.5, 0.6, 0.7, 0.8, 0.9];
const DRAWS = 500;
/** By how much narrower the errors might be taken: whether a factor would make the probability truer. */
const FACTORS = [0.9, 1, 1.1, 1.2];
const STRENGTH = 'medium';
/** From here on `calm compare` says which of two is ahead by craft. */
const CRAFT_AHEAD = 1;

const SETS = {
  oasis: 'photographs, OASIS, beauty; themes left out',
  'vessel-landscapes': 'photographs, Vessel landscapes, liking; set left out',
  agiqa: 'generated pictures, AGIQA, quality; generator left out',
  'vessel-art': 'art, Vessel, liking; five-fold',
  calista: 'web pages, Calista, pair choices; ten-fold',
};

const began = Date.now();
const engine = await createEngine();
const axisOf = new Map(engine.attributes.map(({ id, axis }) => [id, axis]));
const pairs = measurePairs(await heldOut());
process.stderr.write(`pairs, ${Math.round((Date.now() - began) / 1000)} s\n`);
const reasons = await measureReasons();
await engine.dispose();

const result = {
  date: new Date().toISOString().slice(0, 10),
  machine: machine(),
  model: engine.stamps.model.id,
  seconds: Math.round((Date.now() - began) / 1000),
  pairs,
  reasons,
};
const markdown = toMarkdown(result);
await mkdir(options.out, { recursive: true });
await writeFile(join(options.out, 'compare.json'), `${JSON.stringify(result, null, 1)}\n`);
await writeFile(join(options.out, 'compare.md'), markdown);
process.stdout.write(markdown);

/** What heads say of pictures that they have not seen. */
async function heldOut() {
  const script = here('../training/held_out.py');
  const child = spawn('python3', [script, '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const lines = [];
  for await (const line of createInterface({ input: child.stdout })) lines.push(JSON.parse(line));
  const [status] = await ended;
  if (status !== 0) throw new Error(`${script} ended with status ${status}.`);
  return lines;
}

/** As much of an assessment as its score is compared by, its interval narrower by a factor. */
function assessmentOf({ kind, value, interval: { low, high, level } }, factor) {
  const interval = {
    low: value - (value - low) / factor,
    high: value + (high - value) / factor,
    level,
  };
  return {
    status: 'ok',
    domain: { id: kind, confidence: 1 },
    score: { value, interval, abstained: false, contributions: [] },
    attributes: [],
    stamps: engine.stamps,
  };
}

function measurePairs(scores) {
  const folds = new Map();
  for (const score of scores) {
    const key = `${score.set} ${score.fold}`;
    folds.set(key, [...(folds.get(key) ?? []), score]);
  }
  const bySet = Object.fromEntries(Object.keys(SETS).map((set) => [set, []]));
  for (const fold of folds.values()) {
    const documents = FACTORS.map((factor) => fold.map((score) => assessmentOf(score, factor)));
    const own = documents[FACTORS.indexOf(1)];
    for (let a = 0; a < fold.length; a++) {
      for (let b = a + 1; b < fold.length; b++) {
        const difference = fold[a].rating - fold[b].rating;
        if (difference === 0) continue;
        const { probability, verdict } = compare(own[a], own[b]);
        const right = probability === 0.5 ? 0.5 : Number(probability > 0.5 === difference > 0);
        bySet[fold[a].set].push({
          said: sureness(probability),
          saidBy: documents.map((by) => sureness(compare(by[a], by[b]).probability)),
          right,
          called: verdict !== 'too-close',
          groups: [fold[a].group, fold[b].group],
          sameCategory: fold[a].category === fold[b].category,
        });
      }
    }
  }
  const inOne = ({ groups: [a, b] }) => a === b;
  return [
    ...Object.entries(SETS).map(([set, name]) => [name, bySet[set]]),
    ['… OASIS, both of one category', bySet.oasis.filter(({ sameCategory }) => sameCategory)],
    ['… OASIS, both of one theme', bySet.oasis.filter(inOne)],
  ].map(([name, rows]) => ({ name, ...figures(rows) }));
}

function sureness(probability) {
  return Math.max(probability, 1 - probability);
}

function bandsOf(rows) {
  return BANDS.map((from, index) => {
    const band = rows.filter(({ said }) => said >= from && said < (BANDS[index + 1] ?? 2));
    return { from, pairs: band.length, said: share(band, 'said'), right: share(band, 'right') };
  });
}

/** Mean distance of what is said from what is right, by bands. */
function calibrationError(rows) {
  return bandsOf(rows).reduce(
    (sum, { pairs, said, right }) =>
      pairs === 0 ? sum : sum + (Math.abs(said - right) * pairs) / rows.length,
    0,
  );
}

function figures(rows) {
  const called = rows.filter((row) => row.called);
  return {
    pairs: rows.length,
    said: share(rows, 'said'),
    right: share(rows, 'right'),
    interval: resampled(rows),
    calibrationError: calibrationError(rows),
    calibrationErrorBy: FACTORS.map((_, index) =>
      calibrationError(rows.map(({ saidBy, right }) => ({ said: saidBy[index], right }))),
    ),
    called: called.length / rows.length,
    rightWhenCalled: share(called, 'right'),
    bands: bandsOf(rows),
  };
}

function share(rows, key) {
  return mean(rows.map((row) => row[key]));
}

/** 95 % interval of the share in the right order, by drawing whole groups (themes, generators, or single pictures) anew. */
function resampled(rows) {
  const numbers = new Map();
  const numberOf = (group) => numbers.get(group) ?? numbers.set(group, numbers.size).get(group);
  const all = rows.map(({ groups: [a, b], right }) => [numberOf(a), numberOf(b), right]);
  const random = randomFrom(1);
  const draws = Array.from({ length: DRAWS }, () => {
    const counts = new Uint16Array(numbers.size);
    for (let draw = 0; draw < counts.length; draw++) counts[Math.floor(random() * counts.length)]++;
    let [weights, sum] = [0, 0];
    for (const [a, b, right] of all) {
      const weight = a === b ? counts[a] : counts[a] * counts[b];
      weights += weight;
      sum += weight * right;
    }
    return sum / weights;
  }).sort((a, b) => a - b);
  return { low: draws[Math.floor(DRAWS * 0.025)], high: draws[Math.floor(DRAWS * 0.975)] };
}

/** Clean photographs against themselves with one known change. */
async function measureReasons() {
  const listed = await findBases(data, 'test');
  const changers = [ownChanges(engine.attributes), secondChanges()];
  const assess = (raster) =>
    engine.assess(
      { kind: 'pixels', channels: 3, colourSpace: 'srgb', ...raster },
      { include: ['score', 'attributes'] },
    );
  const rows = new Map(KINDS.map(({ id }) => [id, []]));
  const wanted = new Map(
    KINDS.map((kind) => [kind, new Set(basesFor(kind, listed, Number(options.limit)))]),
  );
  for (const base of listed) {
    const kinds = KINDS.filter((kind) => wanted.get(kind).has(base));
    if (kinds.length === 0) continue;
    const raster = await openBase(base);
    const clean = await assess(raster);
    for (const { id, strengths } of kinds) {
      for (const changer of changers) {
        if (!changer.has(id)) continue;
        const changed = await changer.apply(base, raster, id, strengths[STRENGTH]);
        if (changed !== undefined) rows.get(id).push(judged(clean, await assess(changed), id));
      }
    }
  }
  await Promise.all(changers.map((changer) => changer.close()));
  return [...rows]
    .filter(([, found]) => found.length > 0)
    .map(([kind, found]) => ({
      kind,
      pairs: found.length,
      ...Object.fromEntries(Object.keys(found[0]).map((key) => [key, share(found, key)])),
    }));
}

/** What is said of a clean picture (first) and a changed one. */
function judged(clean, changed, kind) {
  const pair = compare(clean, changed);
  const { reasons = [], verdict, difference = 0 } = pair;
  const names = namesOf(kind);
  const readings = reasons.filter(({ first }) => first !== undefined);
  const tells = (reason) => names.has(reason.attribute) && reason.difference > 0;
  const craft = clean.score.technical - changed.score.technical;
  return Object.fromEntries(
    Object.entries({
      largest: reasons.slice(0, 1).some(tells),
      largestReading: readings.slice(0, 1).some(tells),
      largestJoined: joined(readings).slice(0, 1).some(tells),
      firstThree: readings.slice(0, 3).some(tells),
      higher: difference > 0,
      preferred: verdict === 'first',
      wrong: verdict === 'second',
      incomparable: pair.status !== 'compared',
      betterMade: craft >= CRAFT_AHEAD,
      worseMade: craft <= -CRAFT_AHEAD,
    }).map(([key, held]) => [key, Number(held)]),
  );
}

/** Opposites on one axis as one, as text tells them. */
function joined(readings) {
  const axes = new Map();
  for (const reading of readings) {
    const axis = axisOf.get(reading.attribute) ?? reading.attribute;
    axes.set(axis, [...(axes.get(axis) ?? []), reading]);
  }
  return [...axes.values()]
    .map((opposites) => {
      const difference = opposites.reduce((sum, each) => sum + each.difference, 0);
      const [main] = opposites.toSorted(
        (a, b) => Math.sign(difference) * (b.difference - a.difference),
      );
      return { ...main, difference };
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}

function toMarkdown({ date, machine, model, seconds, pairs, reasons }) {
  const percent = (value) => (value === undefined ? '–' : `${(value * 100).toFixed(1)} %`);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const head = (cells) => [line(cells), line(cells.map(() => '---'))];
  const keys = Object.keys(reasons[0]).slice(2);
  return [
    '# Comparisons',
    '',
    `${date}, ${machine}, ${seconds} s. Model ${model}. Made by \`node benchmarks/compare.mjs\`.`,
    '',
    '## Pairs of rated pictures',
    '',
    'The head in the box has seen every rated picture. These figures are of heads that the same recipe made without them, calibration',
    "included (`training/held_out.py`); a pair is always scored by one head. A pair is in the right order where people's mean ratings agree;",
    '95 % by resampling themes, generators or pictures. The few settings of the recipe were chosen on theme folds of OASIS.',
    '',
    ...head([
      'set',
      'pairs',
      'right order',
      '95 %',
      'said on average',
      'calibration error',
      'verdict given',
      'right where given',
    ]),
    ...pairs.map((row) =>
      line([
        row.name,
        row.pairs,
        percent(row.right),
        `${percent(row.interval.low)} to ${percent(row.interval.high)}`,
        percent(row.said),
        row.calibrationError.toFixed(3),
        percent(row.called),
        percent(row.rightWhenCalled),
      ]),
    ),
    '',
    'By band of the probability that is said: right order, and share of the pairs in brackets.',
    '',
    ...head(['set', ...BANDS.map((from) => `${from * 100} to ${from * 100 + 10} %`)]),
    ...pairs.map((row) =>
      line([
        row.name,
        ...row.bands.map((band) => `${percent(band.right)} (${percent(band.pairs / row.pairs)})`),
      ]),
    ),
    '',
    'Calibration error if the errors were taken as so many times smaller; as they are is 1.',
    '',
    ...head(['set', ...FACTORS.map(String)]),
    ...pairs.map((row) => line([row.name, ...row.calibrationErrorBy.map((e) => e.toFixed(3))])),
    '',
    '## Reasons',
    '',
    `Clean photographs of the change benchmark against themselves, changed once at ${STRENGTH} strength, by the attributes' own code and by a`,
    'second implementation, all by the model in the box; it was trained on many of them, unchanged. How often the largest reason of all names',
    'the change, the largest of those that were measured (also with opposites joined, as text tells them), one of the three largest; whom the',
    'score prefers; how often the change makes the model take a picture for another kind, so that the two do not compare; and which of them is',
    'ahead by a point of the technical score.',
    '',
    ...head([
      'change',
      'pairs',
      'largest reason',
      'largest reading',
      'opposites joined',
      'first three readings',
      'clean one scores higher',
      'clean one preferred',
      'changed one preferred',
      'not comparable',
      'clean one ahead by craft',
      'changed one ahead by craft',
    ]),
    ...reasons.map((row) => line([row.kind, row.pairs, ...keys.map((key) => percent(row[key]))])),
    line([
      'mean of kinds',
      reasons.reduce((sum, row) => sum + row.pairs, 0),
      ...keys.map((key) => percent(mean(reasons.map((row) => row[key])))),
    ]),
    '',
  ].join('\n');
}
