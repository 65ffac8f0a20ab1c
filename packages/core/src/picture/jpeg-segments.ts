import type { ReadAt } from './tiff-directories.js';

/** A segment of a JPEG file (ITU-T T.81 B.1) before its first scan. */
export interface JpegSegment {
  /** Second byte of the marker: 0xe1 for APP1, 0xda for the start of scan. */
  readonly marker: number;
  /** Where its data begin, behind the length. */
  readonly offset: number;
  /** Bytes of data. */
  readonly length: number;
  /** Bytes in front of it that belong to no segment. */
  readonly stray: number;
}

const MOST_SEGMENTS = 20_000;
const MOST_STRAY = 65_536;

/** The segments of a JPEG file up to the first start of scan; ends early where it is damaged. */
export async function* jpegSegments(read: ReadAt): AsyncGenerator<JpegSegment> {
  for (let at = 2, count = 0; count < MOST_SEGMENTS; count++) {
    let head = await read(at, 4);
    let stray = 0;
    if (head[0] !== 0xff) {
      // As libjpeg does: on to the next marker.
      const rest = await read(at, MOST_STRAY);
      stray = rest.findIndex((byte, index) => byte === 0xff && (rest[index + 1] ?? 0) !== 0);
      if (stray === -1) return;
      at += stray;
      head = await read(at, 4);
    }
    while (head[1] === 0xff) head = await read(++at, 4); // fill bytes
    if (head.length < 4 || head[1] === 0xd9) return;
    const length = Math.max(0, ((head[2]! << 8) | head[3]!) - 2);
    yield { marker: head[1]!, offset: at + 4, length, stray };
    if (head[1] === 0xda) return;
    at += 4 + length;
  }
}

/**
 * Whether a JPEG file has one of the faults that cameras and phones are known to write and that cost no pixel: bytes between segments,
 * or scan parameters of a progressive file in a sequential one.
 */
export async function hasHarmlessFault(read: ReadAt): Promise<boolean> {
  let sequential = false;
  for await (const { marker, offset, stray } of jpegSegments(read)) {
    if (stray > 0) return true;
    if (marker === 0xc0 || marker === 0xc1) sequential = true;
    if (marker === 0xda && sequential) {
      const [components = 0] = await read(offset, 1);
      const [start, end, approximation] = await read(offset + 1 + components * 2, 3);
      return start !== 0 || end !== 63 || approximation !== 0;
    }
  }
  return false;
}
