/**
 * What the language model is taught from: pictures as the engine assesses them, and what was done to each.
 *
 *   node training/words/material.mjs --data FOLDER --out FILE.jsonl --part training|test
 *                                    [--variants 2] [--limit N] [--share 0/1] [--bundle FOLDER]
 *
 * `training`: unlabelled pictures in harmless variants, each as it is and changed in known ways, one at a time. `test`: the clean
 * photographs of the change benchmark, and each kind of change at medium strength on twelve of them, by both implementations.
 *
 * One line a picture: `{ picture, source, labels, by?, tokens, assessment }`; `tokens` is base64 of float32, the tokens of three levels and the
 * theme. A run that was stopped goes on where it was.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBases, randomFrom } from '../../benchmarks/changes/bases.mjs';
import { openBase, ownChanges, secondChanges } from '../../benchmarks/changes/changers.mjs';
import { basesFor, KINDS } from '../../benchmarks/changes/kinds.mjs';
import { createEngine } from '../../packages/core/dist/index.js';
import {
  changeOnce,
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
    variants: { type: 'string', default: '2' },
    limit: { type: 'string', default: 'Infinity' },
    share: { type: 'string', default: '0/1' },
    bundle: { type: 'string' },
  },
});
const { data, out, part } = options;
if (data === undefined || out === undefined || !['training', 'test'].includes(part)) {
  console.error(
    'usage: node training/words/material.mjs --data FOLDER --out FILE.jsonl --part training|test',
  );
  process.exit(2);
}

/** Photographs that each kind of change is tried on, in the test. */
const TEST_BASES = 12;
/** Changes of each variant. */
const CHANGES = 3;

const engine = await createEngine(options.bundle === undefined ? {} : { bundle: options.bundle });
// The subject that changes move or cut off is not in the document.
let subject;
const [first] = engine.attributes;
const measure = first.measure.bind(first);
first.measure = (scene) => {
  subject = scene.subject;
  return measure(scene);
};

async function see(raster) {
  const { features, ...assessment } = await engine.assess(
    { kind: 'pixels', channels: 3, colourSpace: 'srgb', ...raster },
    { include: ['score', 'attributes', 'findings', 'features'] },
  );
  const { low, middle, high, thematic } = features;
  const numbers = Float32Array.from([...low, ...middle, ...high, ...thematic]);
  return { tokens: Buffer.from(numbers.buffer).toString('base64'), assessment };
}

async function training({ path, name, source }) {
  const records = [];
  for (let number = 0; number < Number(options.variants); number++) {
    const seed = createHash('sha256').update(`${name} words ${number}`).digest().readUInt32LE();
    const random = randomFrom(seed);
    random();
    const raster = await variant(path, random);
    records.push({ picture: name, source, labels: [], ...(await see(raster)) });
    const itsSubject = subject;
    const drawn = [...KINDS].sort(() => random() - 0.5);
    let made = 0;
    for (const kind of drawn) {
      if (made === CHANGES) break;
      const result = await changeOnce(engine.attributes, raster, kind, itsSubject, random);
      if (result === undefined || difference(raster, result.raster) < VISIBLE) continue;
      records.push({
        picture: name,
        source,
        labels: [result.label],
        ...(await see(result.raster)),
      });
      made++;
    }
  }
  return records;
}

async function test(base, changers) {
  const raster = await openBase(base);
  const facts = { picture: base.sha256, source: base.set };
  const records = [{ ...facts, labels: [], ...(await see(raster)) }];
  for (const kind of base.kinds) {
    for (const [by, changer] of Object.entries(changers)) {
      const strength = kind.strengths.medium;
      const changed = await changer.apply(base, raster, kind.id, strength);
      if (changed === undefined) continue;
      const labels = [{ kind: kind.id, strength, severity: 2 }];
      records.push({ ...facts, by, labels, ...(await see(changed)) });
    }
  }
  return records;
}

async function testPictures() {
  const listed = await findBases(resolve(data), 'test');
  const drawn = new Map(KINDS.map((kind) => [kind, new Set(basesFor(kind, listed, TEST_BASES))]));
  return listed
    .map((base) => ({
      ...base,
      name: base.sha256,
      kinds: KINDS.filter((kind) => drawn.get(kind).has(base)),
    }))
    .filter(({ kinds }) => kinds.length > 0);
}

mkdirSync(dirname(resolve(out)), { recursive: true });
const kept = existsSync(out)
  ? readFileSync(out, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('}'))
  : [];
writeFileSync(out, kept.map((line) => `${line}\n`).join(''));
const done = new Set(kept.map((line) => JSON.parse(line).picture));
const [share, shares] = options.share.split('/').map(Number);
const pictures = (
  part === 'training' ? await unlabelledPictures(resolve(data)) : await testPictures()
)
  .filter((_, index) => index % shares === share)
  .slice(0, Number(options.limit));
const changers =
  part === 'test' ? { own: ownChanges(engine.attributes), second: secondChanges() } : {};
for (const [index, picture] of pictures.entries()) {
  process.stderr.write(`\r${index} of ${pictures.length} pictures  `);
  if (done.has(picture.name)) continue;
  const records = part === 'training' ? await training(picture) : await test(picture, changers);
  appendFileSync(out, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}
for (const changer of Object.values(changers)) await changer.close();
await engine.dispose();
process.stderr.write('\n');
