import { focusOf, maskOver } from '../measurement/focus.js';
import { gaussianBlur } from '../picture/operations/detail.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const subjectSharpness: BuiltInAttribute = {
  id: 'subject-sharpness',
  level: 'middle',
  kind: 'quality',
  ordinary: 0.929,
  title: 'subject sharpness',
  topic: 'detail',
  appliesTo: PICTURES,
  meaning:
    'How far the edges of the subject are spread (as for defocus blur, but of the subject alone): whether the focus lies where the picture is about.',
  unit: '% of the long side',
  range: [0, 100],
  direction: 'lower-is-better',
  measure({ picture, subject }) {
    const { subject: spread } = focusOf(picture, subject);
    if (spread === undefined) {
      return { status: 'not-measured', reason: 'the subject has no edges to judge by' };
    }
    return {
      status: 'measured',
      value: spread,
      score: concern(Math.log2(spread), Math.log2(0.2), 0.8),
      confidence: 0.9 * subject.confidence,
      evidence: [{ kind: 'box', ...subject.box }],
      details: { spreadPx: (spread / 100) * Math.max(picture.width, picture.height) },
    };
  },
  change: {
    parameter: 'σ on the subject, % of the long side',
    strengths: { weak: 0.2, medium: 0.5, strong: 1.2 },
    range: [0.05, 2.5],
    needsSubject: true,
    async apply(raster, strength, _random, subject) {
      if (subject === undefined) return undefined;
      const { data, width, height } = raster;
      const blurred = await gaussianBlur(raster, (strength / 100) * Math.max(width, height));
      const columns = Math.min(width, 128);
      const rows = Math.min(height, 128);
      const mask = maskOver(subject, columns, rows);
      const result = new Uint8Array(data.length);
      for (let row = 0; row < height; row++) {
        for (let column = 0; column < width; column++) {
          const cell =
            Math.floor((row * rows) / height) * columns + Math.floor((column * columns) / width);
          // Twice the mask: the whole of the subject is blurred, and the edge of the blur stays soft.
          const share = Math.min(1, Math.max(0, 2 * mask[cell]!));
          const at = (row * width + column) * 3;
          for (let channel = at; channel < at + 3; channel++) {
            result[channel] = Math.round(
              data[channel]! + share * (blurred.data[channel]! - data[channel]!),
            );
          }
        }
      }
      return { data: result, width, height };
    },
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value, details }) => {
      const pixels = details?.['spreadPx'] ?? 0;
      return `edges of the subject spread over ${pixels.toFixed(1)} px, ${value.toFixed(2)} % of the long side`;
    },
    weakness: {
      slight: [
        'the subject is a little soft',
        'the focus does not quite hold the subject',
        'the subject could be crisper',
      ],
      clear: [
        'the subject itself is not sharp',
        'the focus has missed the subject',
        'the main subject is blurred',
      ],
      strong: [
        'the subject is far out of focus',
        'the subject is lost in blur',
        'nothing of the subject is sharp',
      ],
    },
    strength: {
      slight: [
        'the subject is sharp',
        'the focus is on the subject',
        'the subject shows good detail',
        'the subject is crisp',
        'the edges of the subject are clean',
        'sharpness sits where it belongs',
      ],
      clear: ['the subject is crisply sharp', 'the focus sits right on the subject'],
      strong: [
        'the subject is sharp down to the finest detail',
        'the subject could not be sharper',
      ],
    },
  },
};
