/**
 * The cues of framing in clean training photographs and in crops of them, as lines of JSON for fit_framing.py.
 *
 *   node training/framing/cues.mjs --data FOLDER --out FILE.jsonl
 *
 * Crops cut the subject at each side, or bring it nearer to a side and leave it whole. Where no box was drawn by hand, the
 * subject that the engine finds stands in, if it is clear and whole. The test photographs are never touched.
 */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBases } from '../../benchmarks/changes/bases.mjs';
import { openBase, ownChanges, secondChanges } from '../../benchmarks/changes/changers.mjs';
import { KINDS } from '../../benchmarks/changes/kinds.mjs';
import { createEngine } from '../../packages/core/dist/index.js';

const IDS = ['cut-off-subject', 'subject-placement'];
const { values: options } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string' } },
});
if (options.data === undefined || options.out === undefined) {
  console.error('usage: node training/framing/cues.mjs --data FOLDER --out FILE.jsonl');
  process.exit(2);
}

const engine = await createEngine();
// Details of a reading stay inside the engine: they are noted on their way.
const details = {};
let subject;
for (const attribute of engine.attributes.filter(({ id }) => IDS.includes(id))) {
  const measure = attribute.measure.bind(attribute);
  attribute.measure = (scene) => {
    const reading = measure(scene);
    details[attribute.id] = reading.details;
    subject = scene.subject;
    return reading;
  };
}
const changers = { own: ownChanges(engine.attributes), second: secondChanges() };
const file = createWriteStream(options.out);
let count = 0;

for (const base of await findBases(resolve(options.data), 'training')) {
  const raster = await openBase(base);
  const drawn = base.subject !== undefined;
  const facts = { base: base.sha256, drawn };
  await note(raster, { ...facts, kind: 'original' });
  const box = drawn ? base.subject : wholeSubject();
  if (box === undefined) continue;
  for (const kind of KINDS.filter(({ id }) => IDS.includes(id))) {
    for (const strength of drawn ? ['weak', 'medium', 'strong'] : ['medium']) {
      for (const [by, changer] of Object.entries(changers)) {
        const changed = await changer.apply(
          { ...base, subject: box },
          raster,
          kind.id,
          kind.strengths[strength],
        );
        await note(changed, { ...facts, kind: kind.id, strength, by });
      }
    }
  }
  if (!drawn) continue;
  for (const [side, gap, size] of [
    ['left', box[0], box[2]],
    ['right', 1 - box[0] - box[2], box[2]],
    ['top', box[1], box[3]],
    ['bottom', 1 - box[1] - box[3], box[3]],
  ]) {
    for (const outside of [0.1, 0.25, 0.45]) {
      await note(cropped(raster, side, gap + outside * size), { ...facts, kind: 'cut', outside });
    }
    for (const share of [0.5, 0.9]) {
      const lost = share * gap;
      if (lost < 0.05) continue;
      const from = offCentre(box);
      const to = offCentre(boxAfter(box, side, lost));
      await note(cropped(raster, side, lost), { ...facts, kind: 'nearer', moved: to - from });
    }
  }
}
for (const changer of Object.values(changers)) await changer.close();
await engine.dispose();
file.end();
await once(file, 'finish');
process.stderr.write('\n');

async function note(raster, facts) {
  if (raster === undefined) return;
  await engine.assess(
    { kind: 'pixels', channels: 3, colourSpace: 'srgb', ...raster },
    { include: ['attributes'] },
  );
  const { close, off, rim } = details['cut-off-subject'];
  const { beyond, off: aside } = details['subject-placement'];
  // Maps that say nothing have no cues to learn from.
  if (aside === undefined) return;
  file.write(`${JSON.stringify({ ...facts, close, off, rim, beyond, aside })}\n`);
  if (++count % 20 === 0) process.stderr.write(`\r${count} pictures  `);
}

/** The box of the subject last seen, where it is clear, whole and leaves room. */
function wholeSubject() {
  const { x, y, width, height } = subject.box;
  const inside = x >= 0.02 && y >= 0.02 && x + width <= 0.98 && y + height <= 0.98;
  return subject.confidence >= 0.35 && inside && width * height <= 0.5
    ? [x, y, width, height]
    : undefined;
}

function cropped({ data, width, height }, side, lost) {
  if (lost > 0.6) return undefined;
  const across = side === 'left' || side === 'right' ? Math.round(lost * width) : 0;
  const down = side === 'top' || side === 'bottom' ? Math.round(lost * height) : 0;
  const left = side === 'left' ? across : 0;
  const top = side === 'top' ? down : 0;
  const [columns, rows] = [width - across, height - down];
  const result = new Uint8Array(columns * rows * 3);
  for (let row = 0; row < rows; row++) {
    const from = ((row + top) * width + left) * 3;
    result.set(data.subarray(from, from + columns * 3), row * columns * 3);
  }
  return { data: result, width: columns, height: rows };
}

function boxAfter([x, y, width, height], side, lost) {
  const k = 1 / (1 - lost);
  switch (side) {
    case 'left':
      return [(x - lost) * k, y, width * k, height];
    case 'right':
      return [x * k, y, width * k, height];
    case 'top':
      return [x, (y - lost) * k, width, height * k];
    default:
      return [x, y * k, width, height * k];
  }
}

function offCentre([x, y, width, height]) {
  return Math.hypot(x + width / 2 - 0.5, y + height / 2 - 0.5);
}
