/** Suggestions for the sample photographs and for changed ones, by the engine whole with the model in the box. */
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../src/engine/engine.js';
import type { ImageSource } from '../src/picture/source.js';
import type { Edit, Suggestions } from '../src/protocol/generated/assessment.js';

const PHOTOS = path.resolve(import.meta.dirname, '../../../examples/photos');
const COFFEE = path.join(PHOTOS, 'coffee.png');

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});
afterAll(async () => {
  await engine.dispose();
});

async function suggest(source: ImageSource, edits: readonly Edit[] = []): Promise<Suggestions> {
  const { suggestions } = await engine.assess(source, { include: ['suggestions'], edits });
  if (suggestions === undefined) throw new Error('no suggestions');
  return suggestions;
}

async function changed(change: (picture: Sharp) => Sharp): Promise<ImageSource> {
  return { kind: 'bytes', bytes: await change(sharp(COFFEE)).png().toBuffer() };
}

describe('suggestions', () => {
  it.each([
    ['expose', (picture: Sharp) => picture.linear(0.35, 0)],
    ['contrast', (picture: Sharp) => picture.linear(0.4, 80)],
    ['warm', (picture: Sharp) => picture.linear([1, 0.9, 0.5], [0, 0, 0])],
  ] as const)('%s what other code changed, first of all', async (operation, change) => {
    const { suggestions } = await suggest(await changed(change));
    const [first] = suggestions;
    const sort = operation === 'contrast' ? ['contrast', 'dehaze'] : [operation];
    expect(sort).toContain(first?.edit.operation);
    expect(first!.gain.value).toBeGreaterThan(0);
    expect(first!.gain.low).toBeLessThanOrEqual(first!.gain.value);
    expect(first!.gain.high).toBeGreaterThanOrEqual(first!.gain.value);
  });

  it('come at most five, the greatest gain first, no two of a sort, and the same every time', async () => {
    const source = await changed((picture) => picture.linear([0.5, 0.45, 0.3], [40, 40, 40]));
    const { suggestions } = await suggest(source);
    const gains = suggestions.map(({ gain }) => gain.value);
    expect(suggestions.length).toBeLessThanOrEqual(5);
    expect([...gains].sort((a, b) => b - a)).toEqual(gains);
    expect(new Set(suggestions.map(({ edit }) => edit.operation)).size).toBe(suggestions.length);
    expect((await suggest(source)).suggestions).toEqual(suggestions);
  });

  it('leave alone what needs nothing, and list what was tried', async () => {
    const { suggestions, tried } = await suggest({ kind: 'path', path: COFFEE });
    expect(suggestions).toEqual([]);
    expect(tried.every(({ verdict }) => verdict !== 'suggested')).toBe(true);
  });

  it.each<Edit>([
    { operation: 'saturate', factor: 2 },
    { operation: 'unsharpMask', amount: 3, radius: 1.5 },
    { operation: 'crop', x: 0.6, y: 0.6, width: 0.3, height: 0.3 },
    { operation: 'rotate', degrees: 6 },
  ])('%j does not pay', async (edit) => {
    const { tried } = await suggest({ kind: 'path', path: COFFEE }, [edit]);
    const own = tried.find((one) => JSON.stringify(one.edit) === JSON.stringify(edit));
    expect(own).toBeDefined();
    expect(own?.verdict).not.toBe('suggested');
  });

  it('are asked for by edits of your own', async () => {
    const edit: Edit = { operation: 'shadows', ev: 0.5 };
    const { score, suggestions } = await engine.assess(
      { kind: 'path', path: COFFEE },
      { include: ['score'], edits: [edit] },
    );
    expect(score).toBeDefined();
    expect(suggestions?.tried.map((one) => one.edit)).toContainEqual(edit);
  });

  it('say what to do at the next shot where nothing can be undone', async () => {
    const { advice } = await suggest(await changed((picture) => picture.blur(2.5)));
    expect(advice.find(({ attribute }) => attribute === 'defocus-blur')?.text).toMatch(
      /^Next time, .*\.$/u,
    );
  });

  it('are not made for what is no photograph', async () => {
    const dot = { kind: 'pixels', data: new Uint8Array([9, 9, 9]), width: 1, height: 1 } as const;
    expect(await suggest({ ...dot, channels: 3, colourSpace: 'srgb' })).toEqual({
      suggestions: [],
      advice: [],
      crops: [],
      tried: [],
    });
  });
});
