/** How many colours a page has, and how strong they are. */
import type { Picture } from '../picture/picture.js';
import { pageRaster } from './page.js';
import { shared } from './shared.js';

/** Share of the page from which a colour counts. */
const SEEN = 0.0005;

/** Colours, of 32 steps of each channel, that cover at least a two-thousandth of the page: what compression and smoothing of edges leave is less. */
export const colourCount = shared((picture: Picture): number => {
  const { data } = pageRaster(picture);
  const counts = new Uint32Array(32 ** 3);
  for (let at = 0; at < data.length; at += 3) {
    counts[((data[at]! >> 3) << 10) | ((data[at + 1]! >> 3) << 5) | (data[at + 2]! >> 3)]!++;
  }
  const least = Math.max(1, (SEEN * data.length) / 3);
  let colours = 0;
  for (const count of counts) if (count >= least) colours++;
  return Math.max(1, colours);
});

/**
 * Colourfulness of Hasler and Süsstrunk 2003: the root of the summed variances of red less green and of yellow less blue, and .3 of the length of
 * their means, on samples of 0 to 255. Its authors' people called 15 slightly, 33 moderately, 59 quite, 82 highly and 109 extremely colourful.
 */
export const howColourful = shared((picture: Picture): number => {
  const { data } = pageRaster(picture);
  let [sumRed, squareRed, sumYellow, squareYellow] = [0, 0, 0, 0];
  for (let at = 0; at < data.length; at += 3) {
    const red = data[at]! - data[at + 1]!;
    const yellow = (data[at]! + data[at + 1]!) / 2 - data[at + 2]!;
    sumRed += red;
    squareRed += red * red;
    sumYellow += yellow;
    squareYellow += yellow * yellow;
  }
  const count = data.length / 3;
  const meanRed = sumRed / count;
  const meanYellow = sumYellow / count;
  const variance = squareRed / count - meanRed ** 2 + (squareYellow / count - meanYellow ** 2);
  return Math.sqrt(Math.max(0, variance)) + 0.3 * Math.hypot(meanRed, meanYellow);
});
