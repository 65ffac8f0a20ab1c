/** Scenes drawn by formula, whose geometry is known exactly. */
import type { Scene } from '../src/attributes/scene.js';
import type { FeatureMap } from '../src/encoder/encoder.js';
import type { Picture, Raster } from '../src/picture/picture.js';
import type { Subject } from '../src/subject/subject.js';

/** Lightness of a point, 0 to 1; `x`, `y` in pixels, continuous. */
export type Drawing = (x: number, y: number) => number;

/** Samples a drawing with 4 × 4 points for each pixel, so that edges are smooth. */
export function draw(width: number, height: number, drawing: Drawing): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let part = 0; part < 16; part++) {
        sum += drawing(column + ((part % 4) + 0.5) / 4, row + (Math.floor(part / 4) + 0.5) / 4);
      }
      data.fill(
        Math.round((sum / 16) * 255),
        (row * width + column) * 3,
        (row * width + column) * 3 + 3,
      );
    }
  }
  return { data, width, height };
}

/** The same raster seen in a mirror. */
export function mirrored({ data, width, height }: Raster): Raster {
  const result = new Uint8Array(data.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = (row * width + column) * 3;
      result.set(data.subarray(from, from + 3), (row * width + width - 1 - column) * 3);
    }
  }
  return { data: result, width, height };
}

/** A picture of these samples, at most 1024 pixels long, so that nothing needs scaling. */
export function pictureOf(raster: Raster): Picture {
  return {
    width: raster.width,
    height: raster.height,
    sha256: '0'.repeat(64),
    imageSha256: '0'.repeat(64),
    format: 'pixels',
    captureFacts: {},
    working: raster,
    small: raster,
    tiles: { notMeasured: 'drawn' },
  };
}

/** A subject that fills the box evenly, on a grid of 30 × 20 cells. */
export function subjectIn(box: Subject['box'], confidence = 1): Subject {
  const columns = 30;
  const rows = 20;
  const covered = (at: number, cells: number, from: number, size: number): number =>
    Math.max(0, Math.min(1, from + size - at / cells, (at + 1) / cells - from, 1 / cells) * cells);
  return {
    mask: {
      columns,
      rows,
      values: Float32Array.from(
        { length: columns * rows },
        (_, cell) =>
          covered(cell % columns, columns, box.x, box.width) *
          covered(Math.floor(cell / columns), rows, box.y, box.height),
      ),
    },
    box,
    confidence,
    faces: [],
  };
}

/** A scene of these samples; its features say nothing. */
export function sceneOf(
  raster: Raster,
  subject: Subject = subjectIn({ x: 0.4, y: 0.35, width: 0.2, height: 0.3 }),
): Scene {
  const map = (stride: number): FeatureMap => {
    const width = Math.max(1, Math.ceil(raster.width / stride));
    const height = Math.max(1, Math.ceil(raster.height / stride));
    return { data: new Float32Array(2 * width * height), channels: 2, width, height, stride };
  };
  return {
    picture: pictureOf(raster),
    features: {
      stride8: map(8),
      stride16: map(16),
      stride32: map(32),
      head: new Float32Array(4),
      headDeviation: new Float32Array(4),
      classes: new Float32Array(1000),
      detail: { vectors: new Float32Array(), places: new Float32Array(), count: 0, width: 0 },
    },
    subject,
  };
}
