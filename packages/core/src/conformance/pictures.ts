/** Pictures of the suite's own making, so that nothing is needed beside the engine. */
import type { BytesSource, PixelsSource } from '../protocol/generated/source.js';

/** Samples of a field that grows lighter from left to right: one channel after the other, row by row. */
function samplesOf(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height * 3 }, (_, index) =>
    Math.floor(((Math.floor(index / 3) % width) / width) * 256),
  );
}

/** The field as samples. */
export function pixels(width = 64, height = 48): PixelsSource {
  const base64 = base64Of(samplesOf(width, height));
  return { kind: 'pixels', base64, width, height, channels: 3, colourSpace: 'srgb' };
}

/**
 * Small pictures that no engine has seen, so that none of them is remembered, and that tell themselves apart by their widths.
 *
 * @param count how many
 */
export function unseen(count: number): PixelsSource[] {
  return Array.from({ length: count }, (_, index) => {
    const [width, height] = [8 + index, 8];
    const samples = samplesOf(width, height).map((sample, place) =>
      place < 12 ? Math.floor(Math.random() * 256) : sample,
    );
    return { ...pixels(width, height), base64: base64Of(samples) };
  });
}

/** The field as a PNG file. */
export function png(width = 64, height = 48): BytesSource {
  const rows = samplesOf(width, height);
  const filtered = Array.from({ length: height }, (_, row) => [
    0,
    ...rows.subarray(row * width * 3, (row + 1) * width * 3),
  ]).flat();
  const bytes = [
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...uint32(width), ...uint32(height), 8, 2, 0, 0, 0]),
    ...chunk('IDAT', stored(filtered)),
    ...chunk('IEND', []),
  ];
  return { kind: 'bytes', base64: base64Of(Uint8Array.from(bytes)) };
}

/** A JPEG file, 16 × 16. */
export const JPEG: BytesSource = {
  kind: 'bytes',
  base64:
    '/9j/2wBDAA0NDQ0ODQ4QEA4UFhMWFB4bGRkbHi0gIiAiIC1EKjIqKjIqRDxJOzc7STxsVUtLVWx9aWNpfZeHh5e+tb75+f//2wBDAQ0NDQ0ODQ4QEA4UFhMWFB4bGRkbHi0gIiAiIC1EKjIqKjIqRDxJOzc7STxsVUtLVWx9aWNpfZeHh5e+tb75+f//wgARCAAQABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAABwb/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIQAxAAAACTE4MROP/EABYQAAMAAAAAAAAAAAAAAAAAAAAFQv/aAAgBAQABPwBTIpkUyKZP/8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAgEBPwAf/8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAwEBPwAf/9k=',
};

function chunk(type: string, data: readonly number[]): number[] {
  const content = [...type].map((letter) => letter.charCodeAt(0)).concat(data);
  return [...uint32(data.length), ...content, ...uint32(crc32(content))];
}

/** A zlib stream (RFC 1950) of blocks that are not compressed. */
function stored(data: readonly number[]): number[] {
  const most = 0xffff;
  const blocks = Array.from({ length: Math.ceil(data.length / most) }, (_, index) => {
    const block = data.slice(index * most, (index + 1) * most);
    const last = (index + 1) * most >= data.length ? 1 : 0;
    const length = [block.length & 0xff, block.length >> 8];
    return [last, ...length, ...length.map((byte) => byte ^ 0xff), ...block];
  });
  return [0x78, 0x01, ...blocks.flat(), ...uint32(adler32(data))];
}

function uint32(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}

function crc32(data: readonly number[]): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

function adler32(data: readonly number[]): number {
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
