import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saturate, warm } from '../picture/operations/colour.js';
import { applyEdits, type Edit } from '../picture/operations/edit.js';
import { addHaze, expose } from '../picture/operations/tone.js';
import type { Raster } from '../picture/picture.js';
import type { Attribute, Measured } from './attribute.js';
import { blackAndWhite } from './black-and-white.js';
import { clippedHighlights } from './clipped-highlights.js';
import { colourHarmony } from './colour-harmony.js';
import { coolCast } from './cool-cast.js';
import { crushedShadows } from './crushed-shadows.js';
import { dullColour } from './dull-colour.js';
import { fog } from './fog.js';
import { greenCast } from './green-cast.js';
import { haze } from './haze.js';
import { highKey } from './high-key.js';
import { lowContrast } from './low-contrast.js';
import { lowKey } from './low-key.js';
import { magentaCast } from './magenta-cast.js';
import { overExposure } from './over-exposure.js';
import { overSaturation } from './over-saturation.js';
import type { Scene } from './scene.js';
import { silhouette } from './silhouette.js';
import { underExposure } from './under-exposure.js';
import { vignetting } from './vignetting.js';
import { warmCast } from './warm-cast.js';

const FAULTS = [
  underExposure,
  overExposure,
  clippedHighlights,
  crushedShadows,
  lowContrast,
  haze,
  overSaturation,
  dullColour,
  warmCast,
  coolCast,
  greenCast,
  magentaCast,
  vignetting,
];
const STYLES = [lowKey, highKey, blackAndWhite, silhouette, fog];
const ALL: readonly Attribute[] = [...FAULTS, colourHarmony, ...STYLES];

function sceneOf(working: Raster): Scene {
  const none = { data: new Float32Array(0), channels: 0, width: 0, height: 0, stride: 8 };
  return {
    picture: {
      width: working.width,
      height: working.height,
      sha256: '',
      imageSha256: '',
      format: 'pixels',
      captureFacts: {},
      working,
      small: working,
      tiles: [],
    },
    features: {
      stride8: none,
      stride16: none,
      stride32: none,
      head: new Float32Array(0),
      headDeviation: new Float32Array(0),
      classes: new Float32Array(0),
      detail: { vectors: new Float32Array(), places: new Float32Array(), count: 0, width: 0 },
    },
    subject: {
      mask: { columns: 1, rows: 1, values: Float32Array.of(1) },
      box: { x: 0, y: 0, width: 1, height: 1 },
      confidence: 0,
      faces: [],
    },
  };
}

function read(attribute: Attribute, raster: Raster): Measured {
  const reading = attribute.measure(sceneOf(raster));
  if (reading.status !== 'measured') throw new Error(`${attribute.id}: ${reading.reason}`);
  return reading;
}

/** What a finding makes of a fault: recognised styles excuse it, from .5 on and wholly at 1. */
function severity(attribute: Attribute, raster: Raster): number {
  const { score, confidence, excused = 0 } = read(attribute, raster);
  const strongest = Math.max(
    0,
    ...STYLES.filter(({ id }) => attribute.excusedBy?.includes(id)).map((style) => {
      const reading = read(style, raster);
      return reading.score * reading.confidence;
    }),
  );
  return (1 - score) * confidence * (1 - Math.max(excused, 2 * strongest - 1));
}

function paint(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number],
): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      data.set(colour((x + 0.5) / width, (y + 0.5) / height).map(Math.round), at);
    }
  }
  return { data, width, height };
}

/** A street of sorts: sky above, ground below, coloured houses between with dark windows and one white door. */
function street(seed: number): Raster {
  return paint(160, 110, (x, y) => {
    const grain = 12 * Math.sin(97 * x + 61 * y + seed) * Math.sin(53 * x - 71 * y + 2 * seed);
    if (y < 0.3) return [150 + 40 * y + grain, 180 + 30 * y + grain, 215 + grain];
    if (y > 0.78) return [118 + grain, 112 + grain, 106 + grain];
    const house = Math.floor(x * 5 + seed) % 5;
    if ((x * 20) % 4 < 1 && (y * 20) % 3 < 1) return [8 + grain / 3, 9 + grain / 3, 12 + grain / 3];
    if (house === 2 && y > 0.6) return [250, 250, 248];
    const wall = [
      [176, 92, 70],
      [150, 150, 120],
      [200, 190, 165],
      [96, 128, 92],
      [112, 118, 140],
    ][house] ?? [128, 128, 128];
    return [wall[0]! + grain, wall[1]! + grain, wall[2]! + grain];
  });
}

describe.each(ALL.map((attribute) => [attribute.id, attribute] as const))('%s', (_, attribute) => {
  it.each([
    ['one pixel', paint(1, 1, () => [7, 130, 200])],
    ['a line', paint(300, 1, (x) => [255 * x, 0, 255])],
    ['a column', paint(1, 300, (_x, y) => [255 * y, 255 * y, 90])],
    ['black', paint(40, 30, () => [0, 0, 0])],
    ['white', paint(40, 30, () => [255, 255, 255])],
    ['grey', paint(40, 30, () => [128, 128, 128])],
    ['one pure colour', paint(40, 30, () => [0, 255, 0])],
  ])('reads %s without failing', (_name, raster) => {
    const { value, score, confidence } = read(attribute, raster);
    expect(Number.isFinite(value)).toBe(true);
    expect(value).toBeGreaterThanOrEqual(attribute.range[0]);
    expect(value).toBeLessThanOrEqual(attribute.range[1]);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  });

  it('words its reading', () => {
    expect(attribute.wording.value(read(attribute, street(1)))).not.toMatch(
      /NaN|undefined|Infinity/,
    );
  });
});

describe('changes', () => {
  it.each(FAULTS.map((fault) => [fault.id, fault] as const))(
    '%s gets worse with every step of its own change',
    async (_, fault) => {
      const change = fault.change;
      if (change === undefined) throw new Error('Expected a change');
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 9 }), async (seed) => {
          const raster = street(seed);
          let last = read(fault, raster).score;
          for (const strength of Object.values(change.strengths)) {
            const changed = await change.apply(raster, strength, () => 0.5);
            const { score } = read(fault, changed ?? raster);
            expect(score).toBeLessThan(last);
            last = score;
          }
        }),
        { numRuns: 3 },
      );
    },
  );
});

describe('remedies', () => {
  function remedy(attribute: Attribute, raster: Raster): Edit {
    if (attribute.remedy.kind !== 'edit') throw new Error('Expected an edit');
    return attribute.remedy.edit(read(attribute, raster));
  }

  it('ask for the light that was taken away', () => {
    const asked = (raster: Raster): number => {
      const edit = remedy(underExposure, raster);
      if (edit.operation !== 'expose') throw new Error('Expected an exposure');
      return edit.ev;
    };
    expect(asked(expose(street(2), -2)) - asked(street(2))).toBeCloseTo(2, 1);
  });

  it('ask for less of a cast by about its strength', () => {
    const asked = (raster: Raster): number => {
      const edit = remedy(warmCast, raster);
      if (edit.operation !== 'warm') throw new Error('Expected a change of warmth');
      return edit.ratio;
    };
    const after = asked(warm(street(3), 1.9));
    expect(asked(warm(street(3), 1.4)) / after).toBeGreaterThan(1.15);
    expect(after).toBeLessThan(1);
  });

  it.each([
    ['under-exposure', underExposure, (raster: Raster) => expose(raster, -2)],
    ['a warm cast', warmCast, (raster: Raster) => warm(raster, 1.6)],
  ] as const)('of %s bring the reading back to less than half', async (_, attribute, change) => {
    const changed = change(street(2));
    const before = Math.abs(read(attribute, changed).value);
    const after = Math.abs(
      read(attribute, await applyEdits(changed, [remedy(attribute, changed)])).value,
    );
    expect(after).toBeLessThan(before / 2);
  });
});

describe('intent', () => {
  it('black-and-white has no cast and no dull colour', () => {
    const grey = saturate(street(4), 0);
    expect(read(blackAndWhite, grey).score).toBeGreaterThan(0.95);
    for (const fault of [warmCast, coolCast, greenCast, magentaCast, dullColour]) {
      expect(severity(fault, grey), fault.id).toBeLessThan(0.1);
    }
    expect(read(blackAndWhite, street(4)).score).toBeLessThan(0.01);
  });

  it('toned black-and-white is excused, too', () => {
    const toned = warm(saturate(street(4), 0), 1.6);
    expect(severity(warmCast, toned)).toBeLessThan(0.1);
  });

  it('a few lights in the dark are low key, a dark picture without lights is under-exposed', () => {
    const lamps = paint(120, 80, (x, y) =>
      Math.hypot(x - 0.5, y - 0.5) < 0.12 ? [240, 225, 190] : [14, 12, 16],
    );
    expect(read(lowKey, lamps).score).toBeGreaterThan(0.8);
    expect(severity(crushedShadows, lamps)).toBeLessThan(0.2);
    expect(severity(underExposure, lamps)).toBeLessThan(0.1);
    const dark = expose(street(5), -3);
    expect(read(lowKey, dark).score).toBeLessThan(0.1);
    expect(severity(underExposure, dark)).toBeGreaterThan(0.8);
  });

  it('a thing on white is high key, a washed-out street is over-exposed', () => {
    const onWhite = paint(120, 80, (x, y) =>
      Math.hypot(x - 0.5, y - 0.5) < 0.25 ? [60 + 80 * x, 50, 40 + 60 * y] : [254, 254, 254],
    );
    expect(read(highKey, onWhite).score).toBeGreaterThan(0.8);
    expect(severity(overExposure, onWhite)).toBeLessThan(0.2);
    expect(severity(clippedHighlights, onWhite)).toBeLessThan(0.2);
    const washedOut = expose(street(6), 2);
    expect(severity(overExposure, washedOut)).toBeGreaterThan(0.5);
  });

  it('a white ground is no burnt-out light, however much the thing on it fills; a blown sky is', () => {
    const machine = paint(120, 80, (x, y) =>
      x > 0.05 && x < 0.95 && y > 0.05 && y < 0.95
        ? Math.sin(50 * x) * Math.cos(40 * y) > 0.55
          ? [255, 255, 255]
          : [70 + 60 * x, 60, 50 + 60 * y]
        : [255, 255, 255],
    );
    const { value } = read(clippedHighlights, machine);
    expect(value).toBeGreaterThan(20);
    expect(read(highKey, machine).score).toBeLessThan(0.5);
    expect(severity(clippedHighlights, machine)).toBe(0);
    const sky = paint(120, 80, (x, y) =>
      y < 0.35 ? [255, 255, 255] : [60 + 80 * x, 110 * y, 40 + 30 * x],
    );
    expect(severity(clippedHighlights, sky)).toBeGreaterThan(0.6);
  });

  it('dark shapes before a bright sky are a silhouette', () => {
    const shapes = paint(120, 80, (x, y) =>
      y > 0.7 || Math.hypot((x - 0.4) * 2, y - 0.6) < 0.25
        ? [9, 8, 10]
        : [235, 200 - 60 * y, 150 - 60 * y],
    );
    expect(read(silhouette, shapes).score).toBeGreaterThan(0.8);
    expect(severity(crushedShadows, shapes)).toBeLessThan(0.2);
    expect(read(silhouette, street(7)).score).toBeLessThan(0.1);
  });

  it('mist that thickens with distance is fog, an even veil is haze', () => {
    const misty = paint(160, 110, (x, y) => {
      const far = Math.max(0, 1 - Math.max(0, y - 0.55) * 2.2);
      const near = Math.sin(40 * x) * Math.sin(30 * y) > 0 ? 20 : 90;
      const mixed = near + (205 - near) * far;
      return [mixed, mixed + 2, mixed + 5];
    });
    expect(read(fog, misty).score).toBeGreaterThan(0.6);
    const veiled = addHaze(street(8), 0.5);
    expect(read(fog, veiled).score).toBeLessThan(0.5);
    expect(severity(haze, veiled)).toBeGreaterThan(0.6);
  });
});
