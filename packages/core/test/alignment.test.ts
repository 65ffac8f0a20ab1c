/** The alignment in the engine: what its tokens see of photographs whose change is known. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attribute } from '../src/attributes/attribute.js';
import { createEngine, type Engine } from '../src/engine/engine.js';
import { openPicture } from '../src/picture/index.js';
import type { Raster } from '../src/picture/picture.js';
import type { ImageSource } from '../src/picture/source.js';
import type { Assessment } from '../src/protocol/generated/assessment.js';
import { validateAssessmentDocument } from '../src/protocol/generated/validators.js';
import { makeVariant } from './bundle-variant.js';

const PHOTO = path.resolve(import.meta.dirname, '../../../examples/photos/raccoon.jpg');

let engine: Engine;
let raster: Raster;
beforeAll(async () => {
  engine = await createEngine();
  // The photograph is smaller than the working raster, which therefore holds it whole.
  const picture = await openPicture({ kind: 'path', path: PHOTO });
  expect(picture.working.width).toBe(picture.width);
  raster = picture.working;
});
afterAll(async () => {
  await engine.dispose();
});

const pixels = ({ data, width, height }: Raster): ImageSource => ({
  kind: 'pixels',
  data,
  width,
  height,
  channels: 3,
  colourSpace: 'srgb',
});

function seen(assessment: Assessment, id: string): { probability: number; severity: number } {
  const found = assessment.attributes.find((reading) => reading.id === id)?.seen;
  if (found === undefined) throw new Error(`the tokens say nothing of ${id}`);
  return found;
}

function changeOf(id: string): NonNullable<Attribute['change']> {
  const change = engine.attributes.find((attribute) => attribute.id === id)?.change;
  if (change === undefined) throw new Error(`${id} has no change`);
  return change;
}

describe('the tokens', () => {
  it('speak of every change that they were taught, with probabilities that order', async () => {
    const assessment = await engine.assess(pixels(raster));
    const ids = engine.bundle.manifest.alignment?.changes ?? [];
    expect(ids).toHaveLength(19);
    for (const id of ids) {
      const { probability, severity } = seen(assessment, id);
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
      expect(severity).toBeLessThanOrEqual(3 * probability + 1e-3);
    }
    expect(assessment.attributes.find(({ id }) => id === 'symmetry')?.seen).toBeUndefined();
  });

  it.each(['noise', 'compression', 'defocus-blur', 'motion-blur', 'under-exposure', 'haze'])(
    'see %s where it was made, and not where it was not',
    async (id) => {
      const { apply, strengths } = changeOf(id);
      let state = 7;
      const random = (): number => (state = (state * 16807) % 2147483647) / 2147483647;
      const changed = await apply(raster, strengths.medium, random);
      if (changed === undefined) throw new Error('there was no room for the change');
      const before = seen(await engine.assess(pixels(raster)), id);
      const after = seen(await engine.assess(pixels(changed)), id);
      expect(before.probability).toBeLessThan(0.5);
      expect(after.probability).toBeGreaterThan(0.5);
      expect(after.severity).toBeGreaterThan(before.severity + 0.5);
    },
  );

  it('are there for a preview too, which has no full-size detail', async () => {
    const assessment = await engine.assess({
      ...pixels(raster),
      originalWidth: raster.width * 6,
      originalHeight: raster.height * 6,
    } as ImageSource);
    expect(assessment.picture.preview).toBe(true);
    expect(seen(assessment, 'under-exposure').probability).toBeLessThan(0.5);
  });

  it('and where they looked come on request, and follow the schema', async () => {
    const assessment = await engine.assess(pixels(raster), { include: ['features', 'attention'] });
    expect(validateAssessmentDocument({ results: [assessment] })).toBe(true);
    const { queries = 0, width = 0, themeWidth = 0 } = engine.bundle.manifest.alignment ?? {};
    expect(assessment.features?.low).toHaveLength(queries * width);
    expect(assessment.features?.thematic).toHaveLength(themeWidth);
    const { low, middle, high } = assessment.attention ?? {};
    for (const grid of [low, middle, high]) {
      if (grid === undefined) throw new Error('a level has no attention');
      expect(grid.values).toHaveLength(grid.rows * grid.columns);
      expect(Math.max(...grid.values)).toBe(1);
    }
    expect((await engine.assess(pixels(raster))).attention).toBeUndefined();
  });
});

describe('a bundle', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'calm-bundle-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('without an alignment, or without the detail that it reads, is refused when it is opened', async () => {
    for (const part of ['alignment', 'detail']) {
      const other = await mkdtemp(path.join(folder, `${part}-`));
      await makeVariant(other, {}, (manifest) => {
        const { [part]: _, ...rest } = manifest as unknown as Record<string, unknown>;
        return rest as unknown as typeof manifest;
      });
      await expect(createEngine({ bundle: other })).rejects.toMatchObject({
        code: 'bundle-incompatible',
        message: expect.stringContaining(part) as string,
      });
    }
  });

  it('without a text encoder still scores, reads and explains', async () => {
    const other = await mkdtemp(path.join(folder, 'mute-'));
    await makeVariant(other, {}, (manifest) => {
      delete manifest.text;
      return manifest;
    });
    const plain = await createEngine({ bundle: other });
    try {
      const include = ['score', 'regions'] as const;
      const { score, regions } = await plain.assess(pixels(raster), { include });
      const whole = await engine.assess(pixels(raster), { include });
      expect({ score, regions }).toEqual({ score: whole.score, regions: whole.regions });
    } finally {
      await plain.dispose();
    }
  });

  it('is verified before it is used: at once, but for what only questions need', async () => {
    const damagedWords = await mkdtemp(path.join(folder, 'words-'));
    await makeVariant(damagedWords, { 'ask.onnx': 'the file that the manifest means' });
    await writeFile(path.join(damagedWords, 'ask.onnx'), 'another one, of the same name');
    const other = await createEngine({ bundle: damagedWords });
    try {
      await expect(other.assess(pixels(raster))).resolves.toMatchObject({ status: 'ok' });
      const asked = other.ask(pixels(raster), 'is it blurred?');
      await expect(asked).rejects.toMatchObject({
        code: 'bundle-damaged',
        message: expect.stringContaining('ask.onnx is not the file') as string,
      });
    } finally {
      await other.dispose();
    }

    const damagedEyes = await mkdtemp(path.join(folder, 'eyes-'));
    await makeVariant(damagedEyes, { 'detail.onnx': 'the file that the manifest means' });
    await writeFile(path.join(damagedEyes, 'detail.onnx'), 'another one, of the same name');
    await expect(createEngine({ bundle: damagedEyes })).rejects.toMatchObject({
      code: 'bundle-damaged',
      message: expect.stringContaining('detail.onnx is not the file') as string,
    });
  });
});
