/**
 * What the encoder sees of many pictures, for training the alignment: one folder of records, made by the engine itself.
 *
 *   node training/alignment/material.mjs --data FOLDER --out FOLDER --part training|framing|test
 *                                        [--variants 4] [--limit N] [--share 0/2] [--bundle FOLDER]
 *
 * `training`: unlabelled pictures, each in several harmless variants (mirrored, cropped, resized, saved again), every variant as it is
 * and changed in one and in two known respects. `framing`: the same pictures in three further variants, turned and cropped. `test`: the
 * clean photographs of the change benchmark, plain and changed at medium strength by both implementations.
 *
 * Each picture gives NAME.json, the facts of its records, and NAME.f32, their numbers: for each record the map of stride 8 pooled to the
 * cells of stride 32 (means and deviations), the maps of stride 16 and 32 as they are, `head`, `headDeviation`, `classes`, then 208
 * numbers and a place for each full-size tile. What is there already is not made again; `bundle.json`
 * beside the parts tells how wide each block is.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBases, randomFrom } from '../../benchmarks/changes/bases.mjs';
import { openBase, ownChanges, secondChanges } from '../../benchmarks/changes/changers.mjs';
import { basesFor, KINDS } from '../../benchmarks/changes/kinds.mjs';
import { createEngine } from '../../packages/core/dist/index.js';
import {
  changeOnce,
  CLEAR_SUBJECT,
  difference,
  unlabelledPictures,
  variant,
  VISIBLE,
} from '../changed-pictures.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    part: { type: 'string' },
    variants: { type: 'string', default: '4' },
    limit: { type: 'string', default: 'Infinity' },
    share: { type: 'string', default: '0/1' },
    bundle: { type: 'string' },
  },
});
if (options.data === undefined || options.out === undefined) {
  console.error(
    'usage: node training/alignment/material.mjs --data FOLDER --out FOLDER --part PART',
  );
  process.exit(2);
}
const data = resolve(options.data);
const out = resolve(options.out, options.part);
await mkdir(out, { recursive: true });

const KINDS_BY_ID = new Map(KINDS.map((kind) => [kind.id, kind]));

const engine = await createEngine(options.bundle === undefined ? {} : { bundle: options.bundle });
await copyFile(join(engine.bundle.folder, 'bundle.json'), resolve(options.out, 'bundle.json'));
let scene;
let wanted = new Set();
const NOT_ASKED = { status: 'not-measured', reason: 'not asked' };
for (const attribute of engine.attributes) {
  const measure = attribute.measure.bind(attribute);
  attribute.measure = (seen) => {
    scene = seen;
    return wanted.has(attribute.id) ? measure(seen) : NOT_ASKED;
  };
}

/** The record of one raster: facts of its shape, its numbers, and what the engine reads of some attributes. */
async function see(raster, ids = []) {
  wanted = new Set(ids);
  const { attributes } = await engine.assess(
    { kind: 'pixels', channels: 3, colourSpace: 'srgb', ...raster },
    { include: ['attributes'] },
  );
  const { features, picture, subject } = scene;
  const { height, width } = features.stride32;
  const { detail, stride16 } = features;
  const numbers = [
    pooled(features.stride8, 4, height, width),
    stride16.data,
    features.stride32.data,
    features.head,
    features.headDeviation,
    features.classes,
    detail.vectors,
    detail.places,
  ];
  const readings = Object.fromEntries(
    attributes
      .filter(({ status }) => status === 'measured')
      .map(({ id, value, score, confidence }) => [id, [value, score, confidence]]),
  );
  return {
    shape: {
      height,
      width,
      height16: stride16.height,
      width16: stride16.width,
      tiles: detail.count,
    },
    numbers,
    readings,
    subject,
    size: [picture.width, picture.height],
    small: picture.small,
  };
}

/** Means, then deviations, over `factor` × `factor` cells; what hangs over the border does not count. */
function pooled({ data: cells, channels, height, width }, factor, rows, columns) {
  const area = rows * columns;
  const result = new Float32Array(channels * area * 2);
  for (let channel = 0; channel < channels; channel++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let sum = 0;
        let squares = 0;
        let count = 0;
        for (let y = row * factor; y < Math.min(height, (row + 1) * factor); y++) {
          for (let x = column * factor; x < Math.min(width, (column + 1) * factor); x++) {
            const value = cells[(channel * height + y) * width + x];
            sum += value;
            squares += value * value;
            count++;
          }
        }
        const at = channel * area + row * columns + column;
        result[at] = sum / count;
        result[channels * area + at] = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
      }
    }
  }
  return result;
}

async function write(name, records) {
  const buffers = records.flatMap(({ numbers }) =>
    numbers.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)),
  );
  await writeFile(join(out, `${name}.f32`), Buffer.concat(buffers));
  const facts = records.map(({ shape, facts }) => ({ ...shape, ...facts }));
  await writeFile(join(out, `${name}.part`), JSON.stringify(facts));
  await rename(join(out, `${name}.part`), join(out, `${name}.json`));
}

async function each(items, nameOf, make) {
  const [share, of] = options.share.split('/').map(Number);
  const mine = items.filter((_, index) => index % of === share).slice(0, Number(options.limit));
  const began = Date.now();
  let records = 0;
  for (const [index, item] of mine.entries()) {
    const name = nameOf(item);
    if (existsSync(join(out, `${name}.json`))) continue;
    const made = await make(item);
    await write(name, made);
    records += made.length;
    if (index % 10 === 9) {
      const rate = records / ((Date.now() - began) / 1000);
      console.log(
        `${index + 1} of ${mine.length} pictures, ${records} records, ${rate.toFixed(1)}/s`,
      );
    }
  }
}

async function training({ path, name, source }) {
  const records = [];
  for (let number = 0; number < Number(options.variants); number++) {
    const seed = createHash('sha256').update(`${name} ${number}`).digest().readUInt32LE();
    const random = randomFrom(seed);
    random();
    const raster = await variant(path, random);
    const drawn = [...KINDS_BY_ID.values()].sort(() => random() - 0.5);
    const ids = drawn.slice(0, 6).map(({ id }) => id);
    const before = await see(raster, ids);
    const about = { source, picture: name, variant: number };
    records.push({ ...before, facts: { ...about, labels: [], readings: before.readings } });
    let made = 0;
    for (const amount of [1, number % 2 === 0 ? 2 : 0]) {
      if (amount === 0) continue;
      let current = raster;
      const labels = [];
      while (labels.length < amount && made < drawn.length) {
        const kind = drawn[made++];
        const result = await changeOnce(engine.attributes, current, kind, before.subject, random);
        if (result === undefined) continue;
        const shown = difference(current, result.raster);
        if (shown < VISIBLE) continue;
        labels.push({ ...result.label, shown: Number.isFinite(shown) ? shown : null });
        current = result.raster;
      }
      if (labels.length === 0) continue;
      const after = await see(
        current,
        labels.map(({ kind }) => kind),
      );
      records.push({ ...after, facts: { ...about, labels, readings: after.readings } });
    }
  }
  return records;
}

/** Strengths of framing that can be seen. */
const FRAMING = ['horizon-tilt', 'subject-placement', 'cut-off-subject'];
/** A turn that nobody sees, in degrees: resampled samples alone are no tilt. */
const UNSEEN_TURN = 0.25;
const FRAMING_VARIANTS = 3;

/**
 * Framing once more, which is the hardest to learn: every picture turned, and its subject moved and cut off, beside the same picture
 * with a turn that nobody sees and cropped where nothing is lost, so that neither softness nor shape gives the answer away.
 */
async function framing({ path, name, source }) {
  const records = [];
  for (let number = 0; number < FRAMING_VARIANTS; number++) {
    const seed = createHash('sha256').update(`${name} framing ${number}`).digest().readUInt32LE();
    const random = randomFrom(seed);
    random();
    const raster = await variant(path, random);
    const about = { source, picture: name, variant: `framing ${number}` };
    const whole = await see(raster, FRAMING);
    const tilt = engine.attributes.find(({ id }) => id === 'horizon-tilt').change;
    const turned = await tilt.apply(raster, UNSEEN_TURN, random);
    const harmless = await see(cropBeside(turned ?? raster, whole.subject, random), FRAMING);
    records.push({ ...harmless, facts: { ...about, labels: [], readings: harmless.readings } });
    for (const id of FRAMING) {
      const kind = KINDS_BY_ID.get(id);
      for (let draw = 0; draw < (id === 'horizon-tilt' ? 2 : 1); draw++) {
        const result = await changeOnce(engine.attributes, raster, kind, whole.subject, random);
        if (result === undefined || result.label.severity < 0.9) continue;
        const after = await see(result.raster, [id]);
        records.push({
          ...after,
          facts: { ...about, labels: [result.label], readings: after.readings },
        });
      }
    }
  }
  return records;
}

/** Cuts off up to a third at one side, or above or below, where the subject keeps its room. */
function cropBeside(raster, subject, random) {
  const { x, y, width, height } = subject.box;
  const room = { left: x, right: 1 - x - width, top: y, bottom: 1 - y - height };
  const sides = Object.keys(room).filter((side) => room[side] > 0.12);
  if (subject.confidence < CLEAR_SUBJECT || sides.length === 0) return raster;
  const side = sides[Math.floor(random() * sides.length)];
  const lost = Math.min(0.33, room[side] - 0.08) * random();
  const across = side === 'left' || side === 'right';
  const from = (size, first) => (side === first ? Math.floor(size * lost) : 0);
  const left = from(raster.width, 'left');
  const top = from(raster.height, 'top');
  const box = {
    width: across ? Math.ceil(raster.width * (1 - lost)) - 1 : raster.width,
    height: across ? raster.height : Math.ceil(raster.height * (1 - lost)) - 1,
  };
  const samples = new Uint8Array(box.width * box.height * 3);
  for (let row = 0; row < box.height; row++) {
    const start = ((top + row) * raster.width + left) * 3;
    samples.set(raster.data.subarray(start, start + box.width * 3), row * box.width * 3);
  }
  return { data: samples, ...box };
}

async function test(base) {
  const raster = await openBase(base);
  const about = { source: base.set, picture: base.sha256, theme: base.theme };
  const plain = await see(
    raster,
    KINDS.map(({ id }) => id),
  );
  const records = [{ ...plain, facts: { ...about, labels: [], readings: plain.readings } }];
  for (const kind of base.kinds) {
    for (const [by, changer] of Object.entries(changers)) {
      if (!changer.has(kind.id)) continue;
      const strength = kind.strengths.medium;
      const changed = await changer.apply(base, raster, kind.id, strength);
      if (changed === undefined) continue;
      const seen = await see(changed, [kind.id]);
      records.push({
        ...seen,
        facts: {
          ...about,
          by,
          labels: [{ kind: kind.id, strength, severity: 2 }],
          readings: seen.readings,
        },
      });
    }
  }
  return records;
}

let changers = {};
if (options.part === 'training' || options.part === 'framing') {
  const items = await unlabelledPictures(data);
  await each(items, ({ name }) => name, options.part === 'framing' ? framing : training);
} else if (options.part === 'test') {
  changers = { own: ownChanges(engine.attributes), second: secondChanges() };
  const listed = await findBases(data, 'test');
  const drawn = new Map(KINDS.map((kind) => [kind, new Set(basesFor(kind, listed, 40))]));
  const bases = listed.map((base) => ({
    ...base,
    kinds: KINDS.filter((kind) => drawn.get(kind).has(base)),
  }));
  await each(bases, ({ sha256 }) => sha256.slice(0, 24), test);
  for (const changer of Object.values(changers)) await changer.close();
} else {
  console.error(`unknown part ${options.part}`);
  process.exitCode = 2;
}
await engine.dispose();
