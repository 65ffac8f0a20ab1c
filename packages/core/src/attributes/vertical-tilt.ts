import { convergence } from '../measurement/tilt.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const verticalTilt: BuiltInAttribute = {
  id: 'vertical-tilt',
  level: 'middle',
  kind: 'fault',
  title: 'converging verticals',
  topic: 'framing',
  appliesTo: PICTURES,
  meaning:
    'The angle between upright lines at the left and at the right edge of the picture, as a camera tilted up (positive: they ' +
    'meet above) or down (negative) makes it; the fan that fits the upright edges of eight strips best.',
  unit: 'deg',
  range: [-16, 16],
  direction: 'lower-is-better',
  measure({ picture }) {
    const { degrees, confidence } = convergence(picture);
    const lean = Math.tan((degrees * Math.PI) / 360) * (picture.height / picture.width) * 0.5;
    return {
      status: 'measured',
      value: degrees,
      score: concern(Math.abs(degrees), 12, 2.5),
      confidence,
      evidence: [
        { kind: 'line', x1: clip(0.1 - lean), y1: 1, x2: clip(0.1 + lean), y2: 0 },
        { kind: 'line', x1: clip(0.9 + lean), y1: 1, x2: clip(0.9 - lean), y2: 0 },
      ],
    };
  },
  remedy: { kind: 'edit', edit: ({ value }) => ({ operation: 'keystone', degrees: value }) },
  wording: {
    figure: (value) => (Math.abs(value) < 0.05 ? undefined : `${Math.abs(value).toFixed(1)}°`),
    value: ({ value }) => {
      const amount = Math.abs(value).toFixed(1);
      if (Number(amount) === 0) return 'parallel';
      return `${amount}° between left and right, meeting ${value > 0 ? 'above' : 'below'}`;
    },
    weakness: {
      slight: [
        'upright lines run slightly together',
        'the verticals are not quite parallel',
        'upright edges lean a little',
        'the uprights are {figure} away from parallel',
      ],
      clear: [
        'the verticals converge',
        'upright lines lean towards each other',
        'the uprights lean as they do when the camera is tipped',
        'the uprights run together by {figure}',
      ],
      strong: [
        'the verticals converge steeply, as if everything fell over',
        'strong keystoning pulls the uprights together',
        'upright lines run together so fast that the scene seems to topple',
      ],
    },
  },
};

function clip(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
