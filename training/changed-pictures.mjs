/** The unlabelled pictures that training changes, and how it changes them. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { drawStrength, severityOf } from '../benchmarks/changes/kinds.mjs';

const fromCore = createRequire(new URL('../packages/core/package.json', import.meta.url));
const { default: sharp } = await import(fromCore.resolve('sharp'));

/** A change that moves samples by less than this on average, of 255, cannot be seen and is no label. */
export const VISIBLE = 1.2;
/** A subject is clear enough to be moved or cut off. */
export const CLEAR_SUBJECT = 0.6;

const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** All of them, in an order that mixes them: `{ path, source, name }`, the name made from the place below the folder of the data. */
export async function unlabelledPictures(data) {
  const pictures = [];
  for (const source of ['imagenet-sample', 'bsds500']) {
    for (const path of await picturesBelow(join(data, 'unlabelled', source))) {
      pictures.push({ path, source, name: hash(path.slice(data.length)) });
    }
  }
  return pictures.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function picturesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(jpe?g|png|webp)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** A harmless variant of a picture: nothing that a viewer would blame. */
export async function variant(path, random) {
  let pipeline = sharp(path).rotate().toColourspace('srgb').removeAlpha();
  const { width, height } = await sharp(
    await pipeline.png({ compressionLevel: 0 }).toBuffer(),
  ).metadata();
  pipeline = sharp(path).rotate().toColourspace('srgb').removeAlpha();
  const keep = 0.8 + 0.2 * random();
  const box = { width: Math.round(width * keep), height: Math.round(height * keep) };
  const left = Math.floor((width - box.width) * random());
  const top = Math.floor((height - box.height) * random());
  pipeline.extract({ left, top, ...box });
  const scale = random() < 0.6 ? Math.exp(Math.log(0.8) + Math.log(3) * random()) : 1;
  if (scale !== 1)
    pipeline.resize(Math.round(box.width * scale), Math.round(box.height * scale), { fit: 'fill' });
  const mirrored = random() < 0.5;
  let encoded = await pipeline.png({ compressionLevel: 0 }).toBuffer();
  if (mirrored) encoded = await sharp(encoded).flop().png({ compressionLevel: 0 }).toBuffer();
  if (random() < 0.6) {
    encoded = await sharp(encoded)
      .jpeg({ quality: 86 + Math.floor(12 * random()) })
      .toBuffer();
  }
  const { data: samples, info } = await sharp(encoded).raw().toBuffer({ resolveWithObject: true });
  return { data: samples, width: info.width, height: info.height };
}

/** Applies a change of a drawn strength and says which way it went. */
export async function changeOnce(attributes, raster, kind, subject, random) {
  const strength = drawStrength(kind, random);
  const first = random();
  let calls = 0;
  const drawn = () => (calls++ === 0 ? first : random());
  const attribute = attributes.find(({ id }) => id === kind.id);
  const clear = subject !== undefined && subject.confidence >= CLEAR_SUBJECT ? subject : undefined;
  const changed = await attribute.change.apply(raster, strength, drawn, clear);
  if (changed === undefined) return undefined;
  let side;
  if (kind.id === 'horizon-tilt') side = first < 0.5 ? 'left' : 'right';
  if (kind.id === 'subject-placement' && clear !== undefined) {
    side = clear.box.x + clear.box.width / 2 < 0.5 ? 'left' : 'right';
  }
  if (kind.id === 'cut-off-subject' && clear !== undefined) {
    const { x, width } = clear.box;
    const sides = [x + strength * width, 1 - x - width + strength * width];
    const both = sides.every((lost) => lost <= 0.6);
    side = (both ? first < 0.5 : sides[0] <= 0.6) ? 'left' : 'right';
  }
  return {
    raster: changed,
    label: { kind: kind.id, strength, severity: severityOf(kind, strength), side },
  };
}

/** Mean difference of two pictures at full size; changes that move the frame always show. */
export function difference(a, b) {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let sum = 0;
  for (let at = 0; at < a.data.length; at++) sum += Math.abs(a.data[at] - b.data[at]);
  return sum / a.data.length;
}
