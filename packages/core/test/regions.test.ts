/** Where scores come from, on the sample photographs, with the model in the box. */
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine, type Engine } from '../src/engine/engine.js';
import type { ImageSource } from '../src/picture/source.js';
import type { Assessment, Regions } from '../src/protocol/generated/assessment.js';
import { validateAssessmentDocument } from '../src/protocol/generated/validators.js';

const PHOTOS = path.resolve(import.meta.dirname, '../../../examples/photos');
const photo = (name: string): string => path.join(PHOTOS, name);

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});
afterAll(async () => {
  await engine.dispose();
});

async function explained(source: ImageSource): Promise<Assessment & { regions: Regions }> {
  const assessment = await engine.assess(source, { include: ['score', 'regions'] });
  const { regions } = assessment;
  if (regions === undefined) throw new Error('regions were asked for and are not there');
  return { ...assessment, regions };
}

it('add up to the score, follow the schema, and come only when they are asked for', async () => {
  for (const name of ['cat.png', 'sunset.jpg', 'wine-and-drum.jpg']) {
    const assessment = await explained({ kind: 'path', path: photo(name) });
    const { regions, score } = assessment;
    const units = regions.values.reduce((sum, value) => sum + Math.round(value * 1e4), 0);
    expect(units / 1e4 + regions.base).toBeCloseTo(score?.value ?? 0, 8);
    expect(validateAssessmentDocument({ results: [assessment] })).toBe(true);
  }
  const everyday = await engine.assess({ kind: 'path', path: photo('cat.png') });
  expect(everyday.regions).toBeUndefined();
});

it('tell the better half of a picture from the worse', async () => {
  const half = (name: string): Promise<Buffer> =>
    sharp(photo(name)).resize(400, 600, { fit: 'cover' }).png().toBuffer();
  const [better, worse] = await Promise.all([half('sunset.jpg'), half('wine-and-drum.jpg')]);
  for (const [left, right, sign] of [
    [better, worse, 1],
    [worse, better, -1],
  ] as const) {
    const bytes = await sharp({
      create: { width: 800, height: 600, channels: 3, background: '#000' },
    })
      .composite([
        { input: left, left: 0, top: 0 },
        { input: right, left: 400, top: 0 },
      ])
      .png()
      .toBuffer();
    const { regions } = await explained({ kind: 'bytes', bytes });
    const sideways = regions.values.reduce((sum, value, at) => {
      const column = at % regions.columns;
      return sum + (column < regions.columns / 2 ? value : -value);
    }, 0);
    expect(Math.sign(sideways)).toBe(sign);
  }
});

it('of a panorama fit into a document', async () => {
  const bytes = await sharp(photo('sunset.jpg'))
    .resize(6000, 100, { fit: 'fill' })
    .png()
    .toBuffer();
  const assessment = await engine.assess(
    { kind: 'bytes', bytes },
    { include: ['score', 'regions', 'attention'] },
  );
  expect(validateAssessmentDocument({ results: [assessment] })).toBe(true);
  expect(assessment.regions?.columns).toBeLessThanOrEqual(64);
});
