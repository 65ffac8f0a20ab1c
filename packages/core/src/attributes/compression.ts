import { blocksOf } from '../measurement/blocks.js';
import { compress } from '../picture/operations/detail.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';

export const compression: BuiltInAttribute = {
  id: 'compression',
  level: 'low',
  kind: 'fault',
  title: 'compression',
  topic: 'detail',
  meaning:
    'JPEG quality (IJG scale, 1 to 100) that the picture looks like, whatever its file is: from the steps to which the ' +
    'frequencies of its 8 × 8 blocks are rounded, or, where editing has blurred the steps, from how much the borders of the blocks stand out.',
  unit: 'JPEG quality',
  range: [0, 100],
  direction: 'higher-is-better',
  fullSize: true,
  measure({ picture }) {
    if ('notMeasured' in picture.tiles) {
      return { status: 'not-measured', reason: picture.tiles.notMeasured };
    }
    const { quality, agreeing } = blocksOf(picture.tiles);
    return {
      status: 'measured',
      value: quality,
      score: concern(Math.log2(quality), Math.log2(19), -0.6),
      confidence: agreeing > 0 ? 0.65 + 0.03 * agreeing : 0.6,
      evidence: [],
    };
  },
  change: {
    parameter: 'JPEG quality',
    strengths: { weak: 30, medium: 15, strong: 7 },
    range: [2, 60],
    async apply(raster, strength) {
      return compress(raster, strength);
    },
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) =>
      value > 95 ? 'no traces of compression' : `looks like JPEG quality ${value.toFixed(0)}`,
    weakness: {
      slight: [
        'compression has left faint traces around edges',
        'fine detail has suffered a little from compression',
        'there are slight compression artefacts',
      ],
      clear: [
        'compression blocks show in smooth areas',
        'the file was compressed too hard, and it shows',
        'blocks and ringing from compression surround the detail',
      ],
      strong: [
        'the picture falls apart into compression blocks',
        'heavy compression has left a mosaic of blocks',
        'compression has eaten most of the detail',
      ],
    },
  },
};
