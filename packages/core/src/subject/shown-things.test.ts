import { describe, expect, it } from 'vitest';
import { thingsShown } from './shown-things.js';

/** Logits with some classes above the others. */
function logits(...high: readonly [at: number, by: number][]): Float32Array {
  const all = new Float32Array(1000);
  for (const [at, by] of high) all[at] = by;
  return all;
}

const face = (height: number, confidence = 0.95) => ({
  x: 0.4,
  y: 0.2,
  width: height * 0.7,
  height,
  confidence,
});

const named = (...given: Parameters<typeof thingsShown>): string[] =>
  thingsShown(...given).map(({ thing }) => thing);

describe('what a picture shows', () => {
  it('is named where its classes together are probable', () => {
    // German shepherd 235 and malinois 225, either of which alone is not.
    expect(named(logits([235, 6], [225, 6]), [])).toEqual(['dog']);
    expect(thingsShown(logits([235, 6], [225, 6]), [])[0]?.confidence).toBeGreaterThan(0.9);
  });

  it('is not named where nothing is sure, nor where it is not on the list', () => {
    expect(named(logits(), [])).toEqual([]);
    expect(named(logits([235, 3]), [])).toEqual([]);
    // A stopwatch is never named.
    expect(named(logits([826, 12]), [])).toEqual([]);
  });

  it('is an animal where it is not known which', () => {
    // A zebra.
    expect(named(logits([340, 9]), [])).toEqual(['animal']);
  });

  it('is people, a person or a face, and one thing beside', () => {
    expect(named(logits(), [face(0.1), face(0.1)])).toEqual(['people']);
    expect(named(logits(), [face(0.1), face(0.1, 0.75)])).toEqual(['person']);
    expect(named(logits(), [face(0.6)])).toEqual(['face']);
    expect(named(logits([235, 9]), [face(0.1)])).toEqual(['person', 'dog']);
    expect(named(logits(), [face(0.5, 0.75)])).toEqual([]);
  });
});
