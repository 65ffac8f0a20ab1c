/** Pixels that may lie in memory at full size at a time: one picture of everyday size, or several small ones. */
const ALLOWED = 16e6;

let held = 0;
const waiting: { readonly pixels: number; readonly start: () => void }[] = [];

/**
 * Runs `work` once its pixels fit beside those of the pictures under way, first come, first served. A picture larger than
 * what is allowed waits until it is alone. This bounds memory however many pictures are asked for at a time, and costs no
 * time: a decoder keeps a core busy, and the other one encodes.
 */
export async function holdingPixels<T>(pixels: number, work: () => Promise<T>): Promise<T> {
  if (waiting.length > 0 || !fits(pixels)) {
    await new Promise<void>((start) => waiting.push({ pixels, start }));
  } else {
    held += pixels;
  }
  try {
    return await work();
  } finally {
    held -= pixels;
    for (let next = waiting[0]; next !== undefined && fits(next.pixels); next = waiting[0]) {
      waiting.shift();
      held += next.pixels;
      next.start();
    }
  }
}

function fits(pixels: number): boolean {
  return held === 0 || held + pixels <= ALLOWED;
}
