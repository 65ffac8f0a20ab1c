import { toneSpan } from '../measurement/contrast.js';
import { changeContrast } from '../picture/operations/tone.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { undo } from './remedy.js';

export const lowContrast: BuiltInAttribute = {
  id: 'low-contrast',
  level: 'low',
  kind: 'fault',
  title: 'low contrast',
  topic: 'light',
  meaning:
    'How much of the range from black to white the tones span, in % (encoded samples; .2 % to 99.9 % of the pixels weighted .7, 1 % to 99 % weighted .3).',
  unit: '%',
  range: [0, 100],
  usual: [85.2, 100],
  direction: 'higher-is-better',
  axis: 'contrast',
  excusedBy: ['fog'],
  measure({ picture }) {
    const span = toneSpan(picture);
    return {
      status: 'measured',
      value: 100 * span,
      score: concern(-Math.log2(span), 0.62, 0.2),
      confidence: 0.9,
      evidence: [],
    };
  },
  change: {
    parameter: 'factor about the mean luma, encoded samples',
    strengths: { weak: 0.8, medium: 0.55, strong: 0.35 },
    range: [0.1, 0.95],
    apply: async (raster, strength) => changeContrast(raster, strength),
  },
  remedy: undo(
    1,
    ({ value }) => Math.min(1, Math.max(0.25, value / 95)),
    (factor) => ({ operation: 'contrast', factor: 1 / factor }),
  ),
  wording: {
    figure: (value) => `${value.toFixed(0)} %`,
    value: ({ value }) => `tones span ${value.toFixed(0)} % of the range`,
    weakness: {
      slight: [
        'the contrast is a little low',
        'light and dark lie a little close together',
        'the picture could take a bit more contrast',
        'the tones use no more than {figure} of the range',
      ],
      clear: [
        'the contrast is low',
        'the picture looks flat',
        'the tones take up only part of the range',
        'the tones fill just {figure} of the range, and it looks flat',
      ],
      strong: [
        'the picture is grey and flat',
        'hardly any contrast is left',
        'light and dark have almost merged',
      ],
    },
    trait: {
      low: [
        'the tones keep to {figure} of the range',
        'the tones stay closer together than in most photographs',
      ],
    },
  },
};
