/** Pages of an interface: what is read in them, and what their score says of itself. The pages beside their HTML are as Chromium shows them. */
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appliesTo } from '../src/attributes/kinds.js';
import { createEngine, type Engine } from '../src/engine/engine.js';
import { checkLayout } from '../src/layout/check-layout.js';
import type { Assessment } from '../src/protocol/generated/assessment.js';
import { layoutOf, text } from './layouts.js';

const PAGES = path.resolve(import.meta.dirname, 'fixtures/pages');
const PHOTO = path.resolve(import.meta.dirname, '../../../examples/photos/dahlia.jpg');

let engine: Engine;
let calm: Assessment;
let busy: Assessment;

beforeAll(async () => {
  engine = await createEngine();
  const assess = (file: string): Promise<Assessment> =>
    engine.assess(
      { kind: 'path', path: file },
      { include: ['score', 'attributes', 'findings', 'regions'] },
    );
  calm = await assess(path.join(PAGES, 'calm.png'));
  busy = await assess(path.join(PAGES, 'busy.png'));
});
afterAll(async () => {
  await engine.dispose();
});

const idsFor = (kind: 'photograph' | 'interface'): string[] =>
  engine.attributes.filter((attribute) => appliesTo(attribute, kind)).map(({ id }) => id);

const valueOf = ({ attributes }: Assessment, id: string): number => {
  const reading = attributes.find((each) => each.id === id);
  if (reading?.status !== 'measured') throw new Error(`${id} was not measured`);
  return reading.value;
};

it('are read as pages, and not as photographs', () => {
  for (const page of [calm, busy]) {
    expect(page.domain.id).toBe('interface');
    expect(page.attributes.map(({ id }) => id)).toEqual(idsFor('interface'));
  }
  const ids = idsFor('interface');
  expect(ids).toContain('feature-congestion');
  for (const photographic of ['horizon-tilt', 'motion-blur', 'haze', 'depth-separation']) {
    expect(ids).not.toContain(photographic);
  }
});

it('of a photograph nothing is read that pages have', async () => {
  const photo = await engine.assess({ kind: 'path', path: PHOTO });
  expect(photo.domain.id).toBe('photograph');
  expect(photo.attributes.map(({ id }) => id)).toEqual(idsFor('photograph'));
  expect(idsFor('photograph')).not.toContain('white-space');
});

it('a portal is more crowded than a page with room, and is told so', () => {
  for (const id of ['feature-congestion', 'subband-entropy', 'contour-density', 'colourfulness']) {
    expect(valueOf(busy, id), id).toBeGreaterThan(valueOf(calm, id));
  }
  expect(valueOf(busy, 'white-space')).toBeLessThan(valueOf(calm, 'white-space'));
  const weaknesses = busy.findings.filter(({ kind }) => kind === 'weakness');
  expect(weaknesses.map(({ attribute }) => attribute)).toContain('contour-density');
});

it.each(['en', 'de'])('are commented on as pages in %s', async (language) => {
  const page = await engine.assess(
    { kind: 'path', path: path.join(PAGES, 'busy.png') },
    { language },
  );
  const { text } = await engine.comment(page, { language });
  expect(text).toMatch(language === 'en' ? /page/u : /Seite/u);
  expect(text).not.toMatch(/camera|aperture|subject|Kamera|Blende|Motiv/u);
});

it('have a score whose contributions come from what is read in them and add up exactly', () => {
  for (const { score, attributes } of [calm, busy]) {
    if (score === undefined) throw new Error('no score');
    const cents = (value: number): number => Math.round(value * 100);
    const sum = score.contributions.reduce((total, { value }) => total + cents(value), 0);
    expect(sum).toBe(cents(score.value) - cents(score.reference.mean));
    const read = new Set(attributes.map(({ id }) => id));
    const parts = score.contributions.filter(({ attribute }) => read.has(attribute));
    expect(parts.length).toBe(score.contributions.length - 1);
    expect(parts.length).toBeGreaterThan(0);
  }
});

it('have regions that add up to the score', () => {
  for (const { regions, score } of [calm, busy]) {
    if (regions === undefined || score === undefined) throw new Error('no regions');
    const sum = regions.values.reduce((total, value) => total + Math.round(value * 1e4), 0);
    expect(sum).toBe(Math.round((score.value - regions.base) * 1e4));
  }
});

it('are told what rules of layout find, where the layout is given, and only then', async () => {
  const source = { kind: 'path', path: path.join(PAGES, 'calm.png') } as const;
  const layout = layoutOf({ width: calm.picture.width, height: calm.picture.height }, [
    text('Note', 'Thirty days to return', { x: 40, y: 40, fill: '#a0a0a0' }),
  ]);
  const { layout: told } = await engine.assess(source, { layout });
  expect(told).toEqual(checkLayout(layout));
  expect(told?.findings[0]).toMatchObject({ rule: 'text-contrast', title: 'Text contrast' });
  // Remembered is what the picture tells, not what its layout did.
  expect((await engine.assess(source)).layout).toBeUndefined();
});
