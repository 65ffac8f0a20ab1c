import { expect, it } from 'vitest';
import { deviationsHolding, normalProbability } from './normal.js';

// Published tables of the standard normal distribution.
it.each([
  [0, 0.5],
  [0.5, 0.69146],
  [1, 0.84134],
  [1.96, 0.975],
  [-1.96, 0.025],
  [3, 0.99865],
  [Number.POSITIVE_INFINITY, 1],
])('below %f lies %f', (z, probability) => {
  expect(normalProbability(z)).toBeCloseTo(probability, 5);
});

it.each([
  [0.5, 0.67449],
  [0.8, 1.28155],
  [0.95, 1.95996],
])('a share of %f lies within %f deviations', (share, deviations) => {
  expect(deviationsHolding(share)).toBeCloseTo(deviations, 4);
});
