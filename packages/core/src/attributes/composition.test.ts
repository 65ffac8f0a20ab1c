/** What all attributes of composition promise, and each on a drawing of known geometry. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, mirrored, sceneOf, subjectIn } from '../../test/drawn-scene.js';
import { applyEdits } from '../picture/operations/edit.js';
import type { FeatureMap } from '../encoder/encoder.js';
import type { BuiltInAttribute, Measured } from './attribute.js';
import { balance } from './balance.js';
import { clutter } from './clutter.js';
import { cutOffSubject } from './cut-off-subject.js';
import { horizonTilt } from './horizon-tilt.js';
import { leadingLines } from './leading-lines.js';
import { looseFraming } from './loose-framing.js';
import { minimalism } from './minimalism.js';
import { panorama } from './panorama.js';
import { repetition } from './repetition.js';
import type { Scene } from './scene.js';
import { simplicity } from './simplicity.js';
import { subjectClarity } from './subject-clarity.js';
import { subjectPlacement } from './subject-placement.js';
import { symmetry } from './symmetry.js';
import { tightFraming } from './tight-framing.js';
import { verticalTilt } from './vertical-tilt.js';

const ALL: readonly BuiltInAttribute[] = [
  horizonTilt,
  verticalTilt,
  subjectPlacement,
  balance,
  tightFraming,
  looseFraming,
  cutOffSubject,
  clutter,
  leadingLines,
  symmetry,
  repetition,
  subjectClarity,
  simplicity,
  panorama,
  minimalism,
];

function read(attribute: BuiltInAttribute, scene: Scene): Measured {
  const reading = attribute.measure(scene);
  if (reading.status !== 'measured') throw new Error(`${attribute.id}: ${reading.reason}`);
  return reading;
}

const plain = draw(240, 160, () => 0.6);

describe.each(ALL)('$id', (attribute) => {
  it('stays within its range on pictures of any size and content', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (width, height, seed, amount) => {
          const raster = draw(width, height, (x, y) => {
            const noise = Math.sin(seed + Math.floor(x / 3) * 12.9898 + Math.floor(y / 3) * 78.233);
            return 0.5 + 0.5 * amount * noise;
          });
          const reading = read(attribute, sceneOf(raster));
          expect(reading.value).toBeGreaterThanOrEqual(attribute.range[0]);
          expect(reading.value).toBeLessThanOrEqual(attribute.range[1]);
          for (const share of [reading.score, reading.confidence]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
          for (const seen of reading.evidence) {
            if (seen.kind !== 'line') continue;
            for (const end of [seen.x1, seen.y1, seen.x2, seen.y2]) {
              expect(end).toBeGreaterThanOrEqual(0);
              expect(end).toBeLessThanOrEqual(1);
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('has words for every strength that it can have', () => {
    const { wording } = attribute;
    expect(wording.value(read(attribute, sceneOf(plain)))).not.toMatch(/NaN|undefined|Infinity/);
    if (attribute.kind === 'fault') expect(wording.weakness).toBeDefined();
    if (attribute.kind === 'style') expect(wording.style?.length).toBeGreaterThan(1);
    for (const clause of [
      ...Object.values(wording.weakness ?? {}).flat(),
      ...Object.values(wording.strength ?? {}).flat(),
      ...(wording.style ?? []),
    ]) {
      expect(clause).toMatch(/^[a-z{]/);
      expect(clause).not.toMatch(/\.$/);
    }
  });
});

describe('horizon-tilt', () => {
  const sea = (degrees: number) =>
    draw(300, 200, (x, y) =>
      y > 90 + Math.tan((degrees * Math.PI) / 180) * (x - 150) ? 0.3 : 0.8,
    );

  it('reads a drawn horizon, and its change tilts by the degrees it names', async () => {
    expect(read(horizonTilt, sceneOf(sea(3))).value).toBeCloseTo(3, 0);
    const tilted = await horizonTilt.change?.apply(sea(0), 4, () => 0.9);
    if (tilted === undefined) throw new Error('no change');
    expect(Math.abs(read(horizonTilt, sceneOf(tilted)).value - 4)).toBeLessThan(0.4);
    expect(tilted.width / tilted.height).toBeCloseTo(1.5, 1);
  });

  it('is undone by its remedy', async () => {
    const tilted = sea(-5);
    if (horizonTilt.remedy.kind !== 'edit') throw new Error('no edit');
    const edit = horizonTilt.remedy.edit(read(horizonTilt, sceneOf(tilted)));
    if (edit.operation !== 'rotate') throw new Error('no turn');
    expect(edit.degrees).toBeCloseTo(5, 0);
    const level = read(horizonTilt, sceneOf(await applyEdits(tilted, [edit])));
    expect(Math.abs(level.value)).toBeLessThan(0.5);
  });

  it('names the lower side', () => {
    expect(horizonTilt.wording.value(read(horizonTilt, sceneOf(sea(5))))).toContain('right');
    expect(horizonTilt.wording.value(read(horizonTilt, sceneOf(sea(-5))))).toContain('left');
  });
});

describe('subject-placement', () => {
  const at = (x: number, y: number) =>
    read(
      subjectPlacement,
      sceneOf(plain, subjectIn({ x: x - 0.1, y: y - 0.15, width: 0.2, height: 0.3 })),
    );

  it('is 0 on a line of thirds and falls off towards the edge', () => {
    expect(at(1 / 3, 0.5).value).toBeCloseTo(0, 0);
    expect(at(0.5, 0.5).value).toBeCloseTo(-100 / 6, 0);
    expect(at(0.12, 0.5).score).toBeLessThan(at(1 / 3, 0.5).score);
    expect(at(0.12, 0.5).score).toBeLessThan(0.2);
    expect(at(1 / 3, 0.5).score).toBeGreaterThan(0.6);
  });

  it('is the same in a mirror', () => {
    expect(at(0.2, 0.4).value).toBeCloseTo(at(0.8, 0.4).value, 3);
  });

  it('follows what stands out in the maps where the mask stays', () => {
    const leaningTo = (column: number): number => {
      const scene = sceneOf(plain);
      const data = Float32Array.from({ length: 15 * 10 }, (_, cell) =>
        Math.abs((cell % 15) - column) < 2 && Math.abs(Math.floor(cell / 15) - 4.5) < 2 ? 1 : 0,
      );
      const stride32 = { data, channels: 1, width: 15, height: 10, stride: 32 };
      return read(subjectPlacement, {
        ...scene,
        features: { ...scene.features, stride16: stride32, stride32 },
      }).value;
    };
    expect(leaningTo(9)).toBeGreaterThan(leaningTo(7));
    expect(leaningTo(12)).toBeGreaterThan(leaningTo(9));
    expect(leaningTo(2)).toBeCloseTo(leaningTo(12), 5);
  });

  it('suggests a frame in which the subject lies on a third', () => {
    if (subjectPlacement.remedy.kind !== 'edit') throw new Error('no edit');
    const frame = subjectPlacement.remedy.edit(at(0.85, 0.5));
    if (frame.operation !== 'crop') throw new Error('no crop');
    expect((0.85 - frame.x) / frame.width).toBeCloseTo(2 / 3, 1);
    expect(frame.x + frame.width).toBeLessThanOrEqual(1.001);
  });

  it('moves the subject by the share of the width that it names', async () => {
    // A disc at .4 of the width, moved by .2 towards the left edge, lies at .2.
    const disc = draw(300, 200, (x, y) => (Math.hypot(x - 120, y - 100) < 20 ? 0 : 1));
    const moved = await subjectPlacement.change?.apply(
      disc,
      0.2,
      () => 0,
      subjectIn({ x: 0.333, y: 0.4, width: 0.134, height: 0.2 }),
    );
    if (moved === undefined) throw new Error('no room');
    let sum = 0;
    let dark = 0;
    for (let pixel = 0; pixel < moved.width * moved.height; pixel++) {
      if (moved.data[pixel * 3]! > 128) continue;
      sum += (pixel % moved.width) + 0.5;
      dark++;
    }
    expect(sum / dark / moved.width).toBeCloseTo(0.2, 2);
  });
});

describe('cut-off-subject', () => {
  const box = { x: 0.3, y: 0.3, width: 0.3, height: 0.4 };

  /** A scene in whose maps the subject stands out, most in its middle. */
  function standingIn(where: typeof box, softness: number): Scene {
    const scene = sceneOf(plain, subjectIn(where));
    const fill = (stride: number): FeatureMap => {
      const width = Math.ceil(480 / stride);
      const height = Math.ceil(320 / stride);
      const data = Float32Array.from({ length: width * height }, (_, cell) => {
        const x = ((cell % width) + 0.5) / width - where.x - where.width / 2;
        const y = (Math.floor(cell / width) + 0.5) / height - where.y - where.height / 2;
        return 1 + Math.exp(-((x / where.width) ** 2 + (y / where.height) ** 2) / softness);
      });
      return { data, channels: 1, width, height, stride };
    };
    return { ...scene, features: { ...scene.features, stride16: fill(16), stride32: fill(32) } };
  }

  it('grows as the subject runs out of the frame', () => {
    const places = [0.3, 0.12, 0, -0.1].map((x) =>
      read(cutOffSubject, standingIn({ ...box, x }, 0.5)),
    );
    for (const [at, reading] of places.entries()) {
      if (at > 0) expect(reading.value).toBeGreaterThan(places[at - 1]!.value);
    }
    expect(places[0]!.score).toBeGreaterThan(0.95);
    expect(places[3]!.score).toBeLessThan(0.5);
    expect(places[0]!.details?.['outline']).toBe(0);
    // One of the four sides of the box: .4 of .3 · 1.5 + .4 + .3 · 1.5 + .4 = 24 %, more on a rounder thing.
    expect(places[2]!.details?.['outline']).toBeGreaterThan(20);
    expect(places[2]!.details?.['outline']).toBeLessThan(35);
    expect(places[2]!.evidence[0]).toMatchObject({ kind: 'line', x1: 0, x2: 0 });
  });

  it('forgives a cut at the bottom sooner than one at a side', () => {
    const bust = read(cutOffSubject, sceneOf(plain, subjectIn({ ...box, y: 0.6 })));
    const side = read(cutOffSubject, sceneOf(plain, subjectIn({ ...box, x: 0 })));
    expect(bust.score).toBeGreaterThan(0.7);
    expect(side.score).toBeLessThan(bust.score);
  });

  it('leaves the named share of the box outside', async () => {
    const marked = draw(200, 100, (x) => (x > 60 && x < 120 ? 0 : 1));
    const cut = await cutOffSubject.change?.apply(marked, 0.25, () => 0, subjectIn(box));
    // From the left, .3 + .25 · .3 of 200 pixels are lost.
    expect(cut?.width).toBe(125);
    expect(cut?.data[44 * 3]).toBe(0);
    expect(cut?.data[46 * 3]).toBe(255);
  });

  it('has no room where the subject is too wide to leave', async () => {
    const wide = subjectIn({ x: 0.02, y: 0, width: 0.96, height: 1 });
    expect(await cutOffSubject.change?.apply(plain, 0.9, () => 0, wide)).toBeUndefined();
  });
});

describe('framing', () => {
  it('is tight for a subject that fills the frame and loose for a speck', () => {
    const huge = sceneOf(plain, subjectIn({ x: 0.01, y: 0.01, width: 0.98, height: 0.98 }));
    const usual = sceneOf(plain, subjectIn({ x: 0.3, y: 0.2, width: 0.5, height: 0.6 }));
    const speck = sceneOf(plain, subjectIn({ x: 0.5, y: 0.5, width: 0.1, height: 0.1 }));
    expect(read(tightFraming, huge).score).toBeLessThan(0.2);
    expect(read(tightFraming, usual).score).toBeGreaterThan(0.9);
    expect(read(looseFraming, usual).score).toBeGreaterThan(0.9);
    expect(read(looseFraming, speck).score).toBeLessThan(0.2);
    expect(read(looseFraming, speck).value).toBeCloseTo(1, 1);
  });
});

describe('balance', () => {
  const heavy = draw(240, 160, (x, y) => (x > 180 ? ((x >> 2) + (y >> 2)) % 2 : 0.5));
  const middle = subjectIn({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 });

  it('leans to the side that has all the detail, and to the other in a mirror', () => {
    const right = read(balance, sceneOf(heavy, middle));
    const left = read(balance, sceneOf(mirrored(heavy), middle));
    expect(right.value).toBeGreaterThan(10);
    expect(left.value).toBeCloseTo(-right.value, 0);
    expect(right.score).toBeLessThan(0.5);
  });
});

describe('order and calm', () => {
  const checks = draw(240, 160, (x, y) => ((x >> 3) + (y >> 3)) % 2);

  it('tells clutter and simplicity apart', () => {
    expect(read(clutter, sceneOf(checks)).score).toBeLessThan(0.5);
    expect(read(clutter, sceneOf(plain)).score).toBeGreaterThan(0.95);
    expect(read(simplicity, sceneOf(plain)).score).toBeGreaterThan(0.9);
    expect(read(simplicity, sceneOf(checks)).score).toBeLessThan(0.5);
  });

  it('never calls missing symmetry, rhythm or lines a weakness', () => {
    const uneven = draw(240, 160, (x, y) => (x < 80 && y < 60 ? 0.1 : 0.9));
    for (const attribute of [symmetry, repetition, leadingLines]) {
      expect(read(attribute, sceneOf(uneven)).score).toBeGreaterThanOrEqual(0.5);
    }
  });

  it('finds symmetry that a mirror keeps', () => {
    const uneven = draw(240, 160, (x, y) => (x < 90 && y < 70 ? 0.1 : 0.5 + y / 500));
    expect(read(symmetry, sceneOf(mirrored(uneven))).value).toBeCloseTo(
      read(symmetry, sceneOf(uneven)).value,
      2,
    );
  });

  it('finds lines that run to the subject', () => {
    // Rays from the centre of the subject, against rings around it.
    const subject = subjectIn({ x: 0.45, y: 0.4, width: 0.1, height: 0.2 });
    const rays = draw(240, 160, (x, y) =>
      Math.sin(16 * Math.atan2(y - 80, x - 120)) > 0 ? 0.2 : 0.8,
    );
    const rings = draw(240, 160, (x, y) => (Math.hypot(x - 120, y - 80) % 24 < 12 ? 0.2 : 0.8));
    expect(read(leadingLines, sceneOf(rays, subject)).score).toBeGreaterThan(0.9);
    expect(read(leadingLines, sceneOf(rings, subject)).score).toBeLessThan(0.55);
  });
});

describe('styles of the frame', () => {
  it('knows a panorama by its sides', () => {
    expect(read(panorama, sceneOf(draw(300, 100, () => 0.5))).score).toBeGreaterThan(0.9);
    expect(read(panorama, sceneOf(draw(320, 180, () => 0.5))).score).toBeLessThan(0.1);
  });

  it('knows a small subject in much quiet space', () => {
    const small = subjectIn({ x: 0.3, y: 0.5, width: 0.15, height: 0.2 });
    expect(read(minimalism, sceneOf(plain, small)).score).toBeGreaterThan(0.9);
    const large = subjectIn({ x: 0.2, y: 0.2, width: 0.6, height: 0.6 });
    expect(read(minimalism, sceneOf(plain, large)).score).toBeLessThan(0.1);
  });
});
