import { sharpeningOf } from '../measurement/sharpening.js';
import { unsharpMask } from '../picture/operations/detail.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

/** Radius of the change and the remedy, in pixels. */
const RADIUS = 1.5;

export const overSharpening: BuiltInAttribute = {
  id: 'over-sharpening',
  level: 'low',
  kind: 'fault',
  title: 'over-sharpening',
  topic: 'detail',
  appliesTo: PICTURES,
  meaning:
    'Amount of unsharp masking (radius 1.5 px) that the picture looks like: from the bump which sharpening leaves in the ' +
    "gradients' power between one and eight pixels, and from narrow seams clipped to black or white. 0 is a usual photograph.",
  unit: 'amount',
  range: [-1, 20],
  direction: 'lower-is-better',
  fullSize: true,
  measure({ picture }) {
    if ('notMeasured' in picture.tiles) {
      return { status: 'not-measured', reason: picture.tiles.notMeasured };
    }
    const octaves = sharpeningOf(picture.tiles);
    return {
      status: 'measured',
      value: 2 ** octaves - 1,
      score: concern(octaves, 1.7, 0.5),
      confidence: 0.85,
      evidence: [],
    };
  },
  change: {
    parameter: 'amount of unsharp masking, radius 1.5 px',
    strengths: { weak: 1, medium: 2.5, strong: 5 },
    range: [0.3, 8],
    async apply(raster, strength) {
      return unsharpMask(raster, strength, RADIUS);
    },
  },
  remedy: undo(
    0,
    ({ value }) => Math.max(0, value),
    // Sharpening by a is undone, at the finest detail, by softening by a / (1 + a).
    (amount) => ({ operation: 'unsharpMask', amount: -amount / (1 + amount), radius: RADIUS }),
  ),
  wording: {
    value: ({ value }) =>
      value < 0.5 ? 'not over-sharpened' : `as if sharpened by ${(100 * value).toFixed(0)} %`,
    weakness: {
      slight: [
        'it is sharpened a little too much',
        'edges are slightly crisper than they should be',
        'a touch too much sharpening shows',
      ],
      clear: [
        'it is over-sharpened: edges carry halos',
        'sharpening has drawn bright seams along the edges',
        'detail looks harsh from too much sharpening',
      ],
      strong: [
        'gross sharpening makes every edge glare',
        'extreme sharpening has turned texture into grit',
        'halos and grit from sharpening are everywhere',
      ],
    },
  },
};
