import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultBundleFolder, openBundle } from '../bundle/bundle.js';
import { Inference } from '../inference/inference.js';
import { TextEncoder } from './text-encoder.js';

const inference = new Inference();
let encoder: TextEncoder;
beforeAll(async () => {
  const bundle = await openBundle(defaultBundleFolder());
  const { text } = bundle.manifest;
  if (text === undefined) throw new Error('the bundle in the box has no text encoder');
  await inference.load('text', bundle.file(text.file), { provider: 'cpu', threads: 1 });
  encoder = await TextEncoder.open(inference, 'text', bundle, text);
});
afterAll(async () => {
  await inference[Symbol.asyncDispose]();
});

const TEXTS = [
  'is it sharp?',
  'is the picture in focus?',
  'does it show a cat?',
  'Ist der Horizont schief? 🌅',
  'is it sharp? '.repeat(60),
];

it('puts texts where the reference does', async () => {
  const vectors: Float32Array[] = [];
  for (const text of TEXTS) vectors.push(await encoder.encode(text));
  const cosines = vectors.map((a) =>
    vectors.map((b) => a.reduce((sum, value, index) => sum + value * b[index]!, 0)),
  );
  // TextEncoder of training/alignment/text_encoder.py, on the same texts.
  const reference = [
    [1, 0.3947, 0.1762, 0.0295, 0.5003],
    [0.3947, 1, 0.3325, 0.0625, 0.2459],
    [0.1762, 0.3325, 1, 0.0124, 0.1411],
    [0.0295, 0.0625, 0.0124, 1, 0.0266],
    [0.5003, 0.2459, 0.1411, 0.0266, 1],
  ];
  cosines.forEach((row, a) => {
    row.forEach((cosine, b) => {
      expect(cosine).toBeCloseTo(reference[a]![b]!, 2);
    });
  });
});

it('gives the empty text a vector too', async () => {
  const vector = await encoder.encode('');
  expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
});
