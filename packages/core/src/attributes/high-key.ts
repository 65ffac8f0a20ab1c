import { keyOf } from '../measurement/key.js';
import { toneSpan } from '../measurement/contrast.js';
import { tones } from '../measurement/luminance.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const highKey: BuiltInAttribute = {
  id: 'high-key',
  level: 'high',
  kind: 'style',
  title: 'high key',
  topic: 'light',
  appliesTo: PICTURES,
  meaning:
    'A picture kept bright on purpose: most of the frame is near to white in all channels, while hardly any colour has been burnt away, as over-exposure does, and darks are left, as haze leaves none.',
  unit: '%',
  range: [0, 100],
  usual: [0.2, 36.1],
  direction: 'higher-is-better',
  measure({ picture }) {
    const { light } = keyOf(picture);
    const { vivid, coloured, pale } = tones(picture).burnt;
    return {
      status: 'measured',
      value: 100 * light,
      score:
        concern(-light, -0.5, 0.04) *
        concern(vivid + coloured + pale, 0.06, 0.01) *
        concern(-toneSpan(picture), -0.6, 0.03),
      confidence: 0.95,
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => `${value.toFixed(0)} %`,
    value: ({ value }) => `${value.toFixed(0)} % of the frame near white`,
    style: [
      'the picture is high in key',
      'most of it is white or close to white',
      'the tones are mostly bright',
    ],
    trait: {
      low: ['it does almost without bright tones', 'there is hardly any white in it'],
      high: [
        '{figure} of the frame comes close to white',
        'it has more white in it than most photographs',
      ],
    },
  },
};
