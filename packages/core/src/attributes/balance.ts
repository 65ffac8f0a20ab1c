import { layout, maskOn } from '../measurement/layout.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import type { Scene } from './scene.js';

export const balance: BuiltInAttribute = {
  id: 'balance',
  level: 'middle',
  kind: 'quality',
  ordinary: 0.956,
  title: 'balance',
  topic: 'framing',
  appliesTo: PICTURES,
  meaning:
    'How far the centre of visual weight (detail, contrast to the mean colour, the subject) lies from the middle of the frame, in ' +
    '% of the width, left and right only: weight below the middle is the rule of the world.',
  unit: '%',
  range: [-50, 50],
  usual: [-3.1, 2.9],
  direction: 'lower-is-better',
  measure(scene) {
    const { value, columns, rows, weights } = weigh(scene);
    return {
      status: 'measured',
      value,
      score: concern(Math.abs(value), 9, 2.5),
      confidence: 0.6,
      evidence: [{ kind: 'grid', columns, rows, values: weights }],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => {
      const amount = Math.abs(value).toFixed(0);
      if (amount === '0') return 'weight in the middle';
      return `weight ${amount} % of the width to the ${value > 0 ? 'right' : 'left'}`;
    },
    weakness: {
      slight: [
        'the picture is a little heavier on the {side}',
        'the visual weight leans to the {side}',
        'the {side} side carries slightly more than its share',
      ],
      clear: [
        'the picture is out of balance, heavy on the {side}',
        'the weight is clearly on the {side}',
        'nothing answers the weight on the {side}',
      ],
      strong: [
        'the picture tips over to the {side}',
        'the weight hangs far over to the {side}',
        'next to the {side} side, the rest of the frame weighs little',
      ],
    },
    strength: {
      slight: [
        'left and right are about in balance',
        'the visual weight is fairly even',
        'neither side outweighs the other',
        'the frame keeps its balance',
        'the two sides carry about the same weight',
      ],
      clear: ['the visual weight is well balanced', 'the parts of the picture balance each other'],
      strong: [
        'left and right hold each other exactly in balance',
        'the balance of the picture is excellent',
      ],
    },
    trait: {
      low: [
        'there is more to see on the left than on the right',
        'the picture has its weight left of the middle',
      ],
      high: [
        'there is more to see on the right than on the left',
        'the picture has its weight right of the middle',
      ],
    },
  },
};

function weigh({ picture, subject }: Scene) {
  const cells = layout(picture);
  const mask = maskOn(cells, subject);
  const weights: number[] = [];
  let sum = 0;
  let moment = 0;
  let most = 1e-9;
  for (let cell = 0; cell < mask.length; cell++) {
    const weight =
      cells.busyness[cell]! + cells.contrast[cell]! + subject.confidence * 0.5 * mask[cell]!;
    weights.push(weight);
    most = Math.max(most, weight);
    sum += weight;
    moment += weight * (((cell % cells.columns) + 0.5) / cells.columns - 0.5);
  }
  return {
    value: sum > 0 ? (100 * moment) / sum : 0,
    columns: cells.columns,
    rows: cells.rows,
    weights: weights.map((weight) => weight / most),
  };
}
