import { veil } from '../measurement/contrast.js';
import { addHaze } from '../picture/operations/tone.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

export const haze: BuiltInAttribute = {
  id: 'haze',
  level: 'low',
  kind: 'fault',
  title: 'haze',
  topic: 'light',
  appliesTo: PICTURES,
  meaning:
    "The share of the scene's light that comes through the air, in %, from how dark the darkest small parts still are (dark channel prior, He, Sun and Tang 2009).",
  unit: '%',
  range: [-14, 100],
  direction: 'higher-is-better',
  axis: 'contrast',
  excusedBy: ['fog'],
  measure({ picture }) {
    const { transmission } = veil(picture);
    return {
      status: 'measured',
      value: 100 * transmission,
      score: concern(1 - transmission, 0.25, 0.06),
      confidence: 0.9,
      evidence: [],
    };
  },
  change: {
    parameter: 'transmission, encoded samples',
    strengths: { weak: 0.8, medium: 0.55, strong: 0.35 },
    range: [0.1, 0.95],
    apply: async (raster, strength) => addHaze(raster, strength),
  },
  remedy: undo(
    1,
    ({ value }) => Math.min(1, Math.max(0.2, value / 100)),
    (transmission) => ({ operation: 'dehaze', transmission }),
  ),
  wording: {
    value: ({ value }) => `${Math.max(0, value).toFixed(0)} % of the light comes through`,
    weakness: {
      slight: [
        'a thin veil lies over the picture',
        'the air takes a little of the depth',
        'the darks are slightly milky',
      ],
      clear: [
        'haze veils the picture',
        'the darks are milky, as if seen through mist',
        'the distance pales behind a veil',
      ],
      strong: [
        'thick haze hides the scene',
        'a dense veil swallows the depth of the scene',
        'hardly any true dark comes through the haze',
      ],
    },
  },
};
