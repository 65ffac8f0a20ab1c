/** Previews, as hosts send them that render for themselves, against the whole pictures they stand for. */
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../src/engine/engine.js';

const PHOTOS = path.resolve(import.meta.dirname, '../../../examples/photos');

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});
afterAll(async () => {
  await engine.dispose();
});

/** The main weakness of a picture that a preview can show, once as it is and once as the preview of a larger one. */
async function mainWeaknesses(picture: Sharp): Promise<(string | undefined)[]> {
  const { data: bytes, info } = await picture.png().toBuffer({ resolveWithObject: true });
  const fullSize = new Set(
    engine.attributes.filter((attribute) => attribute.fullSize === true).map(({ id }) => id),
  );
  const sources = [
    { kind: 'bytes' as const, bytes },
    {
      kind: 'bytes' as const,
      bytes,
      originalWidth: 3 * info.width,
      originalHeight: 3 * info.height,
    },
  ];
  return Promise.all(
    sources.map(async (source) => {
      const { findings = [] } = await engine.assess(source, { include: ['findings'] });
      return findings.find(
        ({ kind, attribute }) => kind === 'weakness' && !fullSize.has(attribute ?? ''),
      )?.attribute;
    }),
  );
}

describe('a preview', () => {
  it('is told the weakness that the whole picture is told', { timeout: 120_000 }, async () => {
    const changes: readonly ((picture: Sharp) => Sharp)[] = [
      (picture) => picture.linear(0.4, 0),
      (picture) => picture.linear([1.15, 1, 0.75], [0, 0, 0]),
      (picture) => picture.linear(0.45, 70),
      (picture) => picture.blur(2.5),
      (picture) => picture.modulate({ saturation: 1.8 }),
    ];
    const pairs: (string | undefined)[][] = [];
    for (const photo of [
      'coffee.png',
      'dahlia.jpg',
      'mountain-path.jpg',
      'pagoda.jpg',
      'raccoon.jpg',
      'cat.png',
    ]) {
      for (const change of changes) {
        pairs.push(await mainWeaknesses(change(sharp(path.join(PHOTOS, photo)).removeAlpha())));
      }
    }
    expect(pairs.filter(([whole]) => whole !== undefined).length).toBeGreaterThan(20);
    const alike = pairs.filter(([whole, preview]) => whole === preview);
    expect(alike.length / pairs.length).toBeGreaterThanOrEqual(0.9);
  });
});
