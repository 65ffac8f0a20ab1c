/** Edits as data: what a remedy asks for, what a suggestion proposes, what is applied to a picture and written for other programs. */
import type { Edit } from '../../protocol/generated/assessment.js';
import type { Raster, Samples } from '../picture.js';
import { saturate, tint, vibrance, warm } from './colour.js';
import { denoise, unsharpMask } from './detail.js';
import { crop, rotateAndCrop, straightenAndCrop } from './geometry.js';
import {
  addHaze,
  changeContrast,
  changeHighlights,
  changeShadows,
  expose,
  vignette,
  type Area,
} from './tone.js';

export type { Edit };

/** What a number of an edit may be: from the first to the second, both included. */
type Range = readonly [number, number];

const ANY: Range = [-Number.MAX_VALUE, Number.MAX_VALUE];
const NOT_NEGATIVE: Range = [0, Number.MAX_VALUE];
const POSITIVE: Range = [Number.MIN_VALUE, Number.MAX_VALUE];

const RANGES: {
  readonly [Name in Edit['operation']]: Readonly<
    Record<Exclude<keyof Extract<Edit, { operation: Name }>, 'operation'>, Range>
  >;
} = {
  expose: { ev: ANY },
  shadows: { ev: [-2, 2] },
  highlights: { ev: [-1, 1] },
  contrast: { factor: NOT_NEGATIVE },
  dehaze: { transmission: POSITIVE },
  saturate: { factor: NOT_NEGATIVE },
  vibrance: { amount: [-1, 1] },
  warm: { ratio: POSITIVE },
  tint: { ratio: POSITIVE },
  vignette: { stops: ANY },
  denoise: { sigma: NOT_NEGATIVE },
  unsharpMask: { amount: ANY, radius: NOT_NEGATIVE },
  rotate: { degrees: [-45, 45] },
  keystone: { degrees: [-30, 30] },
  crop: { x: ANY, y: ANY, width: POSITIVE, height: POSITIVE },
};

/**
 * What is wrong with an edit that comes from outside, where types promise nothing: an unknown operation, or a parameter that is missing
 * or no number that means something.
 *
 * @returns a clause for a message, or `undefined` where nothing is wrong
 */
export function faultOf(edit: Edit): string | undefined {
  if (typeof edit !== 'object' || (edit as Edit | null) === null) return 'an edit is an object';
  if (!Object.hasOwn(RANGES, edit.operation)) {
    return `there is no operation ${String(edit.operation)}`;
  }
  const ranges: Readonly<Record<string, Range>> = RANGES[edit.operation];
  const parameters: Readonly<Record<string, unknown>> = { ...edit };
  for (const [parameter, [least, most]] of Object.entries(ranges)) {
    const value = parameters[parameter];
    if (typeof value !== 'number' || !(value >= least && value <= most)) {
      return `${parameter} of ${edit.operation} cannot be ${String(value)}`;
    }
  }
  return undefined;
}

/** An edit that moves the frame. */
export type FrameEdit = Extract<Edit, { operation: 'rotate' | 'keystone' | 'crop' }>;

/** What a raster shows of its picture. Default: the whole, at full size. */
export interface Shown {
  /** Mean of the encoded luma of the whole picture, 0 to 1. */
  readonly meanLuma?: number;
  /** Where the raster lies in the picture. */
  readonly area?: Area;
  /** Pixels of the raster to one of the full-size picture, at most 1. */
  readonly scale?: number;
}

/** Of 255: below this nothing is to be smoothed. */
const LEAST_NOISE = 0.5;

/** Applies an edit that keeps the frame to a raster, which may be a part of the picture or a smaller copy of it. */
export async function applyWithinFrame<Data extends Samples>(
  raster: Raster<Data>,
  edit: Exclude<Edit, FrameEdit>,
  { meanLuma, area, scale = 1 }: Shown = {},
): Promise<Raster<Data>> {
  switch (edit.operation) {
    case 'expose':
      return expose(raster, edit.ev);
    case 'shadows':
      return changeShadows(raster, edit.ev);
    case 'highlights':
      return changeHighlights(raster, edit.ev);
    case 'contrast':
      return changeContrast(raster, edit.factor, meanLuma);
    case 'dehaze':
      // J·t + A·(1 − t) with 1 / t is what undoes it with t.
      return addHaze(raster, 1 / edit.transmission);
    case 'saturate':
      return saturate(raster, edit.factor);
    case 'vibrance':
      return vibrance(raster, edit.amount);
    case 'warm':
      return warm(raster, edit.ratio);
    case 'tint':
      return tint(raster, edit.ratio);
    case 'vignette':
      return vignette(raster, edit.stops, area);
    case 'denoise': {
      // What a smaller copy has averaged away is gone from it already.
      const sigma = edit.sigma * scale;
      return sigma < LEAST_NOISE ? raster : denoise(raster, sigma);
    }
    case 'unsharpMask':
      return unsharpMask(raster, edit.amount, edit.radius * scale);
  }
}

export async function applyToFrame<Data extends Samples>(
  raster: Raster<Data>,
  edit: FrameEdit,
): Promise<Raster<Data>> {
  switch (edit.operation) {
    case 'rotate':
      return rotateAndCrop(raster, edit.degrees);
    case 'keystone':
      return straightenAndCrop(raster, edit.degrees);
    case 'crop':
      return crop(raster, edit);
  }
}

export function movesFrame(edit: Edit): edit is FrameEdit {
  return edit.operation === 'rotate' || edit.operation === 'keystone' || edit.operation === 'crop';
}

/** Applies edits, in order, to a picture at full size. Samples of 16 bits stay such. */
export async function applyEdits<Data extends Samples = Uint8Array>(
  raster: Raster<Data>,
  edits: readonly Edit[],
): Promise<Raster<Data>> {
  let result = raster;
  for (const edit of edits) {
    result = movesFrame(edit)
      ? await applyToFrame(result, edit)
      : await applyWithinFrame(result, edit);
  }
  return result;
}
