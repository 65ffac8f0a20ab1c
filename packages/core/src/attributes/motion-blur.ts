import { LENGTH_OF_SPREAD, motionOf } from '../measurement/motion.js';
import { motionBlur as blurAlong } from '../picture/operations/detail.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const motionBlur: BuiltInAttribute = {
  id: 'motion-blur',
  level: 'low',
  kind: 'fault',
  title: 'motion blur',
  topic: 'detail',
  appliesTo: PICTURES,
  meaning:
    'Length of the line over which everything is smeared, from how much wider edges across one direction are than edges ' +
    'across the other (gradient power by direction at four scales). The length is that of a uniform motion while the shutter is open.',
  unit: '% of the long side',
  range: [0, 350],
  direction: 'lower-is-better',
  excusedBy: ['panning', 'long-exposure'],
  measure({ picture }) {
    const { along, across, angle, edges } = motionOf(picture);
    const octaves = Math.max(0, Math.log2(along / across));
    // Softness that is the same in all directions is defocus and counts for a part only.
    const value = LENGTH_OF_SPREAD * along * (0.3 + 0.7 * (1 - Math.exp(-octaves)));
    return {
      status: 'measured',
      value,
      score: concern(Math.log2(value), Math.log2(1.75), 0.7),
      confidence:
        0.95 * (1 - Math.exp(-edges / 0.06)) * (0.55 + 0.45 * (1 - Math.exp(-octaves / 0.7))),
      evidence: [],
      details: {
        lengthPx: (value / 100) * Math.max(picture.width, picture.height),
        angleDeg: angle,
      },
    };
  },
  change: {
    parameter: 'length, % of the long side',
    strengths: { weak: 1, medium: 3, strong: 6 },
    range: [0.3, 12],
    async apply(raster, strength, random) {
      const length = (strength / 100) * Math.max(raster.width, raster.height);
      return blurAlong(raster, length, 180 * random() - 90);
    },
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value, details }) => {
      const pixels = details?.['lengthPx'] ?? 0;
      const angle = Math.round(details?.['angleDeg'] ?? 0)
        .toString()
        .replace('-', '−');
      return `smeared over ${pixels.toFixed(0)} px (${value.toFixed(1)} % of the long side) at ${angle}°`;
    },
    weakness: {
      slight: [
        'a slight movement softens the detail',
        'there is a trace of movement in the edges',
        'edges are a little smeared in one direction',
      ],
      clear: [
        'something moved while the shutter was open',
        'movement smears the picture in one direction',
        'the shot is blurred by motion',
      ],
      strong: [
        'strong movement has turned detail into streaks',
        'everything is smeared by motion',
        'the movement is so strong that shapes dissolve into streaks',
      ],
    },
  },
};
