import type { Shown } from '../protocol/generated/assessment.js';
import type { Face } from './subject.js';

/** Logits are divided by this before the softmax: the encoder is less sure than it may be (least log loss on a sample of ImageNet: 0.4 to 0.5). */
const TEMPERATURE = 0.5;

type Thing = Shown['thing'];

/** Numbers of ImageNet classes, both ends included. */
export type Classes = readonly (readonly number[])[];

/**
 * What may be named, and from which probability of its classes together on: only what was right in at least 95 of 100 photographs that it
 * was named in (`benchmarks/named-things.mjs`). Of several that a picture may show, the first is named.
 */
const NAMED: readonly {
  readonly thing: Thing;
  readonly least: number;
  readonly classes: Classes;
}[] = [
  { thing: 'dog', least: 0.7, classes: [[151, 268]] },
  { thing: 'bear', least: 0.7, classes: [[294, 297]] },
  { thing: 'lion', least: 0.5, classes: [[291, 291]] },
  { thing: 'tiger', least: 0.5, classes: [[292, 292]] },
  { thing: 'monkey', least: 0.7, classes: [[370, 382]] },
  {
    thing: 'elephant',
    least: 0.7,
    classes: [
      [101, 101],
      [385, 386],
    ],
  },
  { thing: 'shark', least: 0.7, classes: [[2, 4]] },
  {
    thing: 'fish',
    least: 0.7,
    classes: [
      [0, 1],
      [389, 397],
    ],
  },
  { thing: 'snake', least: 0.7, classes: [[52, 68]] },
  { thing: 'lizard', least: 0.7, classes: [[38, 48]] },
  {
    thing: 'bird',
    least: 0.9,
    classes: [
      [7, 24],
      [80, 100],
      [127, 146],
    ],
  },
  { thing: 'insect', least: 0.9, classes: [[300, 326]] },
  // Animals with a spine: those without are taken for leaves, nebulae and pebbles.
  {
    thing: 'animal',
    least: 0.9,
    classes: [
      [0, 106],
      [127, 299],
      [330, 397],
    ],
  },
  {
    thing: 'car',
    least: 0.9,
    classes: [
      [407, 407],
      [436, 436],
      [468, 468],
      [511, 511],
      [609, 609],
      [627, 627],
      [656, 656],
      [661, 661],
      [717, 717],
      [734, 734],
      [751, 751],
      [817, 817],
    ],
  },
  {
    thing: 'boat',
    least: 0.9,
    classes: [
      [403, 403],
      [472, 472],
      [484, 484],
      [510, 510],
      [554, 554],
      [576, 576],
      [625, 625],
      [628, 628],
      [724, 724],
      [780, 780],
      [814, 814],
      [871, 871],
      [914, 914],
    ],
  },
  {
    thing: 'aeroplane',
    least: 0.7,
    classes: [
      [404, 404],
      [895, 895],
      [908, 908],
    ],
  },
  {
    thing: 'building',
    least: 0.9,
    classes: [
      [425, 425],
      [437, 437],
      [442, 442],
      [449, 449],
      [483, 483],
      [497, 497],
      [538, 538],
      [663, 663],
      [668, 668],
      [698, 698],
    ],
  },
  { thing: 'flower', least: 0.5, classes: [[985, 986]] },
  { thing: 'fruit', least: 0.7, classes: [[948, 957]] },
  { thing: 'food', least: 0.7, classes: [[924, 965]] },
  { thing: 'water', least: 0.8, classes: [[975, 975]] },
];

/** A face is surely one from this confidence on. */
const SURE_FACE = 0.9;

/** One face of at least this share of the picture's height is a picture of a face. */
const CLOSE = 0.4;

/** Faces that are surely some. */
function sureFaces(faces: readonly Face[]): Face[] {
  return faces.filter(({ confidence }) => confidence >= SURE_FACE);
}

/** Whether the picture surely shows people. */
export function showsPeople(faces: readonly Face[]): boolean {
  return sureFaces(faces).length > 0;
}

/**
 * What the picture shows, where that can be named: at most people and one thing beside them.
 *
 * @param classes logits of the ImageNet classes
 */
export function thingsShown(classes: Float32Array, faces: readonly Face[]): Shown[] {
  const sure = sureFaces(faces);
  const [most] = sure;
  const people: Shown[] =
    most === undefined
      ? []
      : [
          {
            thing: sure.length > 1 ? 'people' : most.height >= CLOSE ? 'face' : 'person',
            confidence: most.confidence,
          },
        ];
  const probabilityOf = classProbabilities(classes);
  for (const { thing, least, classes: ranges } of NAMED) {
    const confidence = probabilityOf(ranges);
    if (confidence >= least) return [...people, { thing, confidence: Math.min(1, confidence) }];
  }
  return people;
}

/**
 * How probable it is that a picture shows one of some classes.
 *
 * @param logits of the ImageNet classes
 */
export function classProbabilities(logits: Float32Array): (ranges: Classes) => number {
  const probabilities = softmax(logits);
  return (ranges) =>
    ranges.reduce(
      (sum, [first = 0, last = first]) =>
        sum + probabilities.slice(first, last + 1).reduce((a, b) => a + b, 0),
      0,
    );
}

function softmax(logits: Float32Array): Float64Array {
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = Float64Array.from(logits, (logit) => Math.exp((logit - most) / TEMPERATURE));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}
