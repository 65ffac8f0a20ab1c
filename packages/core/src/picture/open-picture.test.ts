import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CalmError } from '../protocol/errors.js';
import { adobeRgbProfile, displayP3Profile } from './colour-profile.js';
import { openPicture, type OpenOptions } from './open-picture.js';
import type { Picture, Raster, Tile } from './picture.js';
import type { ImageSource } from './source.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calm-picture-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const openBytes = (bytes: Uint8Array, options?: OpenOptions): Promise<Picture> =>
  openPicture({ kind: 'bytes', bytes }, options);

async function failureOf(source: ImageSource, options?: OpenOptions): Promise<CalmError> {
  try {
    await openPicture(source, options);
  } catch (error) {
    expect(error).toBeInstanceOf(CalmError);
    const failure = error as CalmError;
    expect(failure.message).not.toMatch(/\n/);
    expect(failure.hint).not.toBe('');
    return failure;
  }
  throw new Error('It opened.');
}
const failureOfBytes = (bytes: Uint8Array, options?: OpenOptions): Promise<CalmError> =>
  failureOf({ kind: 'bytes', bytes }, options);

function pixel(raster: Raster, x: number, y: number): number[] {
  return [...raster.data.subarray((y * raster.width + x) * 3, (y * raster.width + x) * 3 + 3)];
}

function expectNear(
  actual: readonly number[],
  expected: readonly number[],
  tolerance: number,
): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => {
    expect(
      Math.abs(value - expected[index]!),
      `${actual.join()} ~ ${expected.join()}`,
    ).toBeLessThanOrEqual(tolerance);
  });
}

function tilesOf(picture: Picture): readonly Tile[] {
  if ('notMeasured' in picture.tiles) throw new Error(picture.tiles.notMeasured);
  return picture.tiles;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

const [GREY, RGB, RGBA] = [0, 2, 6];

/** A PNG written by hand, one number a sample. */
function png(
  width: number,
  height: number,
  samples: readonly number[],
  options: {
    depth?: 8 | 16;
    type?: number;
    icc?: Uint8Array;
    exif?: Uint8Array;
    more?: Buffer[];
  } = {},
): Buffer {
  const { depth = 8, type = RGB, icc, exif, more = [] } = options;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = depth;
  head[9] = type;
  const perRow = samples.length / height;
  const rows = Buffer.alloc(height * (1 + (perRow * depth) / 8));
  samples.forEach((value, index) => {
    const at =
      Math.floor(index / perRow) * (1 + (perRow * depth) / 8) + 1 + ((index % perRow) * depth) / 8;
    if (depth === 8) rows[at] = value;
    else rows.writeUInt16BE(value, at);
  });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...(icc
      ? [chunk('iCCP', Buffer.concat([Buffer.from('p\0\0', 'latin1'), deflateSync(icc)]))]
      : []),
    ...(exif ? [chunk('eXIf', exif)] : []),
    ...more,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Value = readonly [
  tag: number,
  type: 'short' | 'rational' | 'srational' | 'text' | 'directory',
  value: unknown,
];

/** EXIF written by hand, big endian: the first directory, and behind 0x8769 and 0xa005 others. */
function exif(values: readonly Value[]): Buffer {
  const out = Buffer.alloc(2048);
  out.write('MM\0*', 0, 'latin1');
  out.writeUInt32BE(8, 4);
  let free = 8;
  const write = (entries: readonly Value[]): number => {
    const start = free;
    free += 2 + entries.length * 12 + 4;
    out.writeUInt16BE(entries.length, start);
    entries.forEach(([tag, type, value], index) => {
      const at = start + 2 + index * 12;
      out.writeUInt16BE(tag, at);
      out.writeUInt16BE(
        { short: 3, rational: 5, srational: 10, text: 2, directory: 4 }[type],
        at + 2,
      );
      out.writeUInt32BE(1, at + 4);
      if (type === 'short') out.writeUInt16BE(value as number, at + 8);
      else if (type === 'directory') out.writeUInt32BE(write(value as Value[]), at + 8);
      else if (type === 'text') {
        const text = Buffer.from(`${String(value)}\0`, 'latin1');
        out.writeUInt32BE(text.length, at + 4);
        if (text.length <= 4) text.copy(out, at + 8);
        else {
          out.writeUInt32BE(free, at + 8);
          text.copy(out, free);
          free += text.length + (text.length % 2);
        }
      } else {
        const [over, under] = value as [number, number];
        out.writeUInt32BE(free, at + 8);
        out.writeInt32BE(over, free);
        out.writeInt32BE(under, free + 4);
        free += 8;
      }
    });
    return start;
  };
  write(values);
  return out.subarray(0, free);
}

const solid = (width: number, height: number, colour: string): Sharp =>
  sharp({ create: { width, height, channels: 3, background: colour } });

/** Noise and a gradient: something that compresses like a photograph. */
async function scene(width: number, height: number): Promise<Sharp> {
  const data = Buffer.alloc(width * height * 3);
  let seed = 1;
  for (let index = 0; index < data.length; index++) {
    seed = (seed * 48271) % 2147483647;
    const x = (index / 3) % width;
    data[index] = 40 + (160 * x) / width + (x > width / 2 ? seed % 32 : 0);
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

describe('formats', () => {
  const colour = [200, 40, 90] as const;
  it.each([
    ['jpeg', 'jpeg', 4],
    ['png', 'png', 0],
    ['webp', 'webp', 4],
    ['avif', 'avif', 6],
    ['tiff', 'tiff', 4],
    ['gif', 'gif', 2],
  ] as const)('opens %s', async (format, name, tolerance) => {
    const bytes = await solid(120, 80, '#c8285a').toFormat(format).toBuffer();
    const picture = await openBytes(bytes);
    expect(picture).toMatchObject({ format: name, width: 120, height: 80 });
    expectNear(pixel(picture.working, 60, 40), colour, tolerance);
    expect(picture.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('opens SVG with and without a stated size', async () => {
    const rest =
      'xmlns="http://www.w3.org/2000/svg"><rect width="50" height="20" fill="#c8285a"/></svg>';
    const stated = await openBytes(
      Buffer.from(`<?xml version="1.0"?><!-- <html> --><svg width="70" height="40" ${rest}`),
    );
    expect(stated).toMatchObject({ format: 'svg', width: 70, height: 40 });
    expect(pixel(stated.working, 10, 10)).toEqual(colour);
    expect(pixel(stated.working, 60, 30)).toEqual([255, 255, 255]);
    expect(await openBytes(Buffer.from(`<svg ${rest}`))).toMatchObject({ width: 50, height: 20 });
  });

  it('goes by content, not by name', async () => {
    const path = join(folder, 'really a png.jpg');
    await writeFile(path, png(2, 1, [1, 2, 3, 4, 5, 6]));
    expect((await openPicture({ kind: 'path', path })).format).toBe('png');
  });

  it('takes the first frame of what moves', async () => {
    const frames = Buffer.concat([Buffer.alloc(300, 250), Buffer.alloc(300, 5)]);
    const bytes = await sharp(frames, {
      raw: { width: 10, height: 20, channels: 3, pageHeight: 10 },
    })
      .gif({ delay: [50, 50] })
      .toBuffer();
    const picture = await openBytes(bytes);
    expect(picture).toMatchObject({ width: 10, height: 10 });
    expectNear(pixel(picture.working, 5, 5), [250, 250, 250], 3);
  });

  it('lays transparent parts on white', async () => {
    const picture = await openBytes(png(2, 1, [10, 20, 30, 0, 0, 0, 0, 127], { type: RGBA }));
    expect(pixel(picture.working, 0, 0)).toEqual([255, 255, 255]);
    // 127/255 of black on white.
    expectNear(pixel(picture.working, 1, 0), [128, 128, 128], 1);
  });

  it('lays transparent 16-bit parts on white', async () => {
    const picture = await openBytes(
      png(2, 1, [0, 0, 0, 0, 65535, 0, 0, 65535], { type: RGBA, depth: 16 }),
    );
    expect(pixel(picture.working, 0, 0)).toEqual([255, 255, 255]);
    expect(pixel(picture.working, 1, 0)).toEqual([255, 0, 0]);
  });

  it('opens the same from a path, bytes and a stream', async () => {
    const path = join(folder, 'same.jpg');
    await writeFile(path, await (await scene(500, 400)).jpeg().toBuffer());
    const [a, b] = await Promise.all([
      openPicture({ kind: 'path', path }),
      openPicture({ kind: 'stream', stream: createReadStream(path) }),
    ]);
    expect(a.sha256).toBe(b.sha256);
    expect(Buffer.from(a.working.data).equals(Buffer.from(b.working.data))).toBe(true);
  });
});

describe('sizes', () => {
  it('scales to the working size and the encoder size, and enlarges nothing', async () => {
    const large = await openBytes(
      await (await scene(1600, 1200)).png({ compressionLevel: 1 }).toBuffer(),
    );
    expect(large).toMatchObject({ width: 1600, height: 1200 });
    expect([large.working.width, large.working.height]).toEqual([1024, 768]);
    expect([large.small.width, large.small.height]).toEqual([427, 320]);
    expect(large.working.data).toHaveLength(1024 * 768 * 3);
    expect(large.small.data).toHaveLength(427 * 320 * 3);
    const little = await openBytes(png(2, 1, [1, 2, 3, 4, 5, 6]));
    expect([little.working.width, little.working.height]).toEqual([2, 1]);
  });

  it('averages what it scales away', async () => {
    // A chessboard of single pixels, black and white, is mid-grey from afar.
    const width = 4096;
    const data = Buffer.alloc(width * 64 * 3);
    for (let index = 0; index < width * 64; index++) {
      if ((index + Math.floor(index / width)) % 2) data.fill(255, index * 3, index * 3 + 3);
    }
    const { working, small } = await openPicture({
      kind: 'pixels',
      data,
      width,
      height: 64,
      channels: 3,
      colourSpace: 'srgb',
    });
    for (const raster of [working, small]) {
      const mid = pixel(raster, raster.width >> 1, raster.height >> 1);
      expectNear(mid, [127.5, 127.5, 127.5], 4);
    }
  });

  it('gives tiles that are cut-outs of the full picture', async () => {
    const { data, info } = await (
      await scene(1500, 900)
    )
      .raw()
      .toBuffer({ resolveWithObject: true });
    const picture = await openBytes(
      await sharp(data, { raw: { width: 1500, height: 900, channels: 3 } })
        .png({ compressionLevel: 1 })
        .toBuffer(),
    );
    expect(info.channels).toBe(3);
    const tiles = tilesOf(picture);
    expect(tiles).toHaveLength(14);
    for (const { x, y, raster } of tiles) {
      for (const [dx, dy] of [
        [0, 0],
        [raster.width - 1, raster.height - 1],
      ] as const) {
        const at = ((y + dy) * 1500 + x + dx) * 3;
        expect(pixel(raster, dx, dy)).toEqual([...data.subarray(at, at + 3)]);
      }
    }
  });

  it('reads pictures beyond memory band by band, with the same result', async () => {
    // 65 million pixels: just past what is held as a whole.
    const [width, height] = [16_400, 4_000];
    const dot = await (await scene(820, 400)).png().toBuffer();
    const bytes = await sharp({ create: { width, height, channels: 3, background: '#888' } })
      .composite([{ input: dot, tile: true }])
      .jpeg({ quality: 60 })
      .toBuffer();
    const picture = await openBytes(bytes);
    expect(picture).toMatchObject({ width, height });
    expect([picture.working.width, picture.working.height]).toEqual([1024, 250]);
    const tiles = tilesOf(picture);
    expect(tiles).toHaveLength(14);
    const { x, y, raster } = tiles[5]!;
    const cut = await sharp(bytes)
      .extract({ left: x, top: y, width: 192, height: 192 })
      .raw()
      .toBuffer();
    expect(cut.equals(Buffer.from(raster.data))).toBe(true);
  }, 60_000);

  it('says of a preview what it is a preview of', async () => {
    const bytes = await (await scene(600, 400)).jpeg().toBuffer();
    const picture = await openPicture({
      kind: 'bytes',
      bytes,
      originalWidth: 6000,
      originalHeight: 4000,
    });
    expect(picture).toMatchObject({ width: 6000, height: 4000 });
    expect(picture.tiles).toEqual({ notMeasured: 'the source is a preview of 600 of 6000 pixels' });
    const itself = await openPicture({
      kind: 'bytes',
      bytes,
      originalWidth: 600,
      originalHeight: 400,
    });
    expect(tilesOf(itself)).toHaveLength(14);
  });

  it('gives the same samples on every run', async () => {
    const bytes = await (await scene(1300, 1000)).jpeg().toBuffer();
    const all = await Promise.all([1, 2, 3].map(() => openBytes(bytes)));
    expect(
      new Set(
        all.map((picture) =>
          JSON.stringify([
            picture.tiles,
            Buffer.from(picture.working.data).toString('base64'),
            Buffer.from(picture.small.data).toString('base64'),
          ]),
        ),
      ).size,
    ).toBe(1);
  });
});

describe('orientation', () => {
  // Stored: A B C / D E F, as grey values. Upright by the table of Exif 2.3, tag 0x0112.
  const [A, B, C, D, E, F] = [10, 50, 90, 130, 170, 210] as const;
  const stored = [A, B, C, D, E, F].flatMap((value) => [value, value, value]);
  const EXPECTED: Record<number, number[][]> = {
    1: [
      [A, B, C],
      [D, E, F],
    ],
    2: [
      [C, B, A],
      [F, E, D],
    ],
    3: [
      [F, E, D],
      [C, B, A],
    ],
    4: [
      [D, E, F],
      [A, B, C],
    ],
    5: [
      [A, D],
      [B, E],
      [C, F],
    ],
    6: [
      [D, A],
      [E, B],
      [F, C],
    ],
    7: [
      [F, C],
      [E, B],
      [D, A],
    ],
    8: [
      [C, F],
      [B, E],
      [A, D],
    ],
  };
  it.each(Object.entries(EXPECTED))('%s', async (orientation, expected) => {
    const picture = await openBytes(
      png(3, 2, stored, { exif: exif([[0x0112, 'short', Number(orientation)]]) }),
    );
    const { working } = picture;
    expect([picture.width, picture.height]).toEqual([expected[0]!.length, expected.length]);
    expect(expected.map((row, y) => row.map((_, x) => pixel(working, x, y)[0]))).toEqual(expected);
    const tiles = tilesOf(picture);
    expect(Buffer.from(tiles[0]!.raster.data).equals(Buffer.from(working.data))).toBe(true);
  });

  it.each(['jpeg', 'webp', 'tiff', 'avif'] as const)(
    'agrees with another reader in %s',
    async (format) => {
      for (const orientation of format === 'avif' ? [6] : [3, 5, 6, 8]) {
        const bytes = await (
          await scene(format === 'avif' ? 300 : 700, 200)
        )
          .withMetadata({ orientation })
          .toFormat(format)
          .toBuffer();
        const picture = await openBytes(bytes);
        const { data, info } = await sharp(bytes)
          .autoOrient()
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect([picture.width, picture.height]).toEqual([info.width, info.height]);
        expect(Buffer.from(picture.working.data).equals(data)).toBe(true);
        const tiles = tilesOf(picture);
        const { x, y, raster } = tiles[2]!;
        const cut = await sharp(data, { raw: info })
          .extract({ left: x, top: y, width: raster.width, height: raster.height })
          .raw()
          .toBuffer();
        expect(Buffer.from(raster.data).equals(cut)).toBe(true);
      }
    },
  );
});

describe('colour', () => {
  // By hand: linearise, multiply with the matrix of the D65 primaries, encode for sRGB.
  const P3 = { from: [200, 100, 50], to: [215, 93, 31] };
  const ADOBE = { from: [100, 150, 50], to: [66, 151, 33.5] };

  it('converts Display P3 by its profile', async () => {
    const picture = await openBytes(
      png(2, 1, [...P3.from, 255, 0, 0], { icc: displayP3Profile() }),
    );
    expectNear(pixel(picture.working, 0, 0), P3.to, 2);
    // Redder than sRGB can show.
    expectNear(pixel(picture.working, 1, 0), [255, 0, 0], 1);
  });

  it('converts Adobe RGB by its profile', async () => {
    const picture = await openBytes(
      png(2, 1, [...ADOBE.from, 128, 128, 128], { icc: adobeRgbProfile() }),
    );
    expectNear(pixel(picture.working, 0, 0), ADOBE.to, 2);
    expectNear(pixel(picture.working, 1, 0), [129, 129, 129], 1);
  });

  it('converts 16-bit samples by their profile', async () => {
    const wide = (values: readonly number[]): number[] => values.map((value) => value * 257);
    const p3 = await openBytes(png(1, 1, wide(P3.from), { depth: 16, icc: displayP3Profile() }));
    expectNear(pixel(p3.working, 0, 0), P3.to, 2);
    const adobe = await openBytes(
      png(1, 1, wide(ADOBE.from), { depth: 16, icc: adobeRgbProfile() }),
    );
    expectNear(pixel(adobe.working, 0, 0), ADOBE.to, 2);
  });

  it('converts working raster, encoder input and tiles alike', async () => {
    const bytes = await solid(400, 300, '#c8643c')
      .withIccProfile('p3')
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const picture = await openBytes(bytes);
    const tiles = tilesOf(picture);
    for (const raster of [picture.working, picture.small, ...tiles.map((tile) => tile.raster)]) {
      expectNear(pixel(raster, 5, 5), [200, 100, 60], 3);
    }
  });

  it('believes cameras that mark Adobe RGB in EXIF alone', async () => {
    const marks = exif([
      [
        0x8769,
        'directory',
        [
          [0xa001, 'short', 0xffff],
          [0xa005, 'directory', [[0x0001, 'text', 'R03']]],
        ],
      ],
    ]);
    const picture = await openBytes(png(1, 1, ADOBE.from, { exif: marks }));
    expectNear(pixel(picture.working, 0, 0), ADOBE.to, 2);
  });

  it('leaves sRGB as it is, with and without a profile', async () => {
    const plain = await (await scene(300, 200)).jpeg().toBuffer();
    const tagged = await sharp(plain).withIccProfile('srgb').png().toBuffer();
    const [a, b] = await Promise.all([
      openBytes(await sharp(plain).png().toBuffer()),
      openBytes(tagged),
    ]);
    const difference = a.working.data.reduce(
      (most, value, index) => Math.max(most, Math.abs(value - b.working.data[index]!)),
      0,
    );
    expect(difference).toBeLessThanOrEqual(1);
  });

  it('reads 16 bits, grey, palette and two colours', async () => {
    const sixteen = await openBytes(png(1, 1, [0x8000, 0, 0xffff], { depth: 16 }));
    expectNear(pixel(sixteen.working, 0, 0), [128, 0, 255], 1);
    const grey = await openBytes(png(2, 1, [77, 200], { type: GREY }));
    expect(pixel(grey.working, 0, 0)).toEqual([77, 77, 77]);
    const grey16 = await openBytes(png(1, 1, [0x4000], { type: GREY, depth: 16 }));
    expectNear(pixel(grey16.working, 0, 0), [64, 64, 64], 1);
    const palette = await openBytes(await solid(8, 8, '#c8285a').png({ palette: true }).toBuffer());
    expect(pixel(palette.working, 3, 3)).toEqual([200, 40, 90]);
  });

  it('reads CMYK', async () => {
    for (const [colour, expected] of [
      ['#ffffff', [255, 255, 255]],
      ['#000000', [30, 30, 30]],
    ] as const) {
      const bytes = await solid(16, 16, colour)
        .toColourspace('cmyk')
        .jpeg({ quality: 100 })
        .toBuffer();
      // Printed black is no screen black; which grey it is depends on the ink.
      expectNear(pixel((await openBytes(bytes)).working, 8, 8), expected, 40);
    }
    const red = await solid(16, 16, '#d02020')
      .toColourspace('cmyk')
      .jpeg({ quality: 100 })
      .toBuffer();
    expectNear(pixel((await openBytes(red)).working, 8, 8), [208, 32, 32], 35);
  });

  it('ignores a profile that is none', async () => {
    const picture = await openBytes(png(1, 1, [10, 20, 30], { icc: Buffer.alloc(400, 65) }));
    expect(pixel(picture.working, 0, 0)).toEqual([10, 20, 30]);
  });
});

describe('raw pixels', () => {
  const pixels = (more: object): ImageSource => ({
    kind: 'pixels',
    width: 1,
    height: 1,
    channels: 3,
    colourSpace: 'srgb',
    data: Uint8Array.of(200, 100, 50),
    ...more,
  });

  it('takes grey, RGB and RGBA in three colour spaces', async () => {
    const of = async (more: object): Promise<number[]> =>
      pixel((await openPicture(pixels(more))).working, 0, 0);
    expect(await of({})).toEqual([200, 100, 50]);
    expect(await of({ channels: 1, data: Uint8Array.of(9) })).toEqual([9, 9, 9]);
    expect(await of({ channels: 4, data: Uint8ClampedArray.of(9, 9, 9, 0) })).toEqual([
      255, 255, 255,
    ]);
    expectNear(await of({ colourSpace: 'display-p3' }), [215, 93, 31], 2);
    expectNear(
      await of({ colourSpace: 'adobe-rgb', data: Uint8Array.of(100, 150, 50) }),
      [66, 151, 33.5],
      2,
    );
  });

  it('keeps no hold of the caller’s memory', async () => {
    const data = Uint8Array.of(1, 2, 3);
    const picture = await openPicture(pixels({ data }));
    data.fill(99);
    expect(pixel(picture.working, 0, 0)).toEqual([1, 2, 3]);
  });

  it('hashes samples and description', async () => {
    const hash = async (more: object): Promise<string> => (await openPicture(pixels(more))).sha256;
    const hashes = await Promise.all(
      [{}, { colourSpace: 'display-p3' }, { data: Uint8Array.of(200, 100, 51) }].map(hash),
    );
    expect(new Set(hashes).size).toBe(3);
    expect(await hash({})).toBe(hashes[0]);
  });

  it('passes on previews and capture facts', async () => {
    const picture = await openPicture(
      pixels({ originalWidth: 60, originalHeight: 60, captureFacts: { iso: 800 } }),
    );
    expect(picture).toMatchObject({
      width: 60,
      height: 60,
      format: 'pixels',
      captureFacts: { iso: 800 },
    });
    expect(picture.tiles).toEqual({ notMeasured: 'the source is a preview of 1 of 60 pixels' });
  });

  it.each([
    { width: 2 },
    { width: 0 },
    { width: 1.5 },
    { channels: 2 },
    { colourSpace: 'lab' },
    { colourSpace: 'toString' },
    { data: 'abc' },
    { originalWidth: 5 },
    { originalWidth: -1, originalHeight: 4 },
  ])('refuses %j', async (more) => {
    expect((await failureOf(pixels(more))).code).toBe('invalid-request');
  });
});

describe('capture facts', () => {
  const shot = exif([
    [0x010f, 'text', 'Canon'],
    [0x0110, 'text', 'Canon EOS R5'],
    [
      0x8769,
      'directory',
      [
        [0x829a, 'rational', [1, 250]],
        [0x829d, 'rational', [28, 10]],
        [0x8827, 'short', 400],
        [0x9003, 'text', '2024:05:06 07:08:09'],
        [0x9204, 'srational', [-1, 3]],
        [0x920a, 'rational', [50, 1]],
        [0xa434, 'text', 'RF50mm F1.2 L USM'],
      ],
    ],
  ]);
  const facts = {
    camera: 'Canon EOS R5',
    lens: 'RF50mm F1.2 L USM',
    iso: 400,
    exposureTime: 1 / 250,
    fNumber: 2.8,
    focalLength: 50,
    exposureBias: -1 / 3,
    takenAt: '2024-05-06T07:08:09',
  };

  it('reads EXIF from JPEG, PNG and WebP', async () => {
    const body = await solid(8, 8, '#888').jpeg().toBuffer();
    const segment = Buffer.concat([
      Buffer.from([0xff, 0xe1, 0, 0]),
      Buffer.from('Exif\0\0', 'latin1'),
      shot,
    ]);
    segment.writeUInt16BE(segment.length - 2, 2);
    const jpeg = Buffer.concat([body.subarray(0, 2), segment, body.subarray(2)]);
    expect((await openBytes(jpeg)).captureFacts).toEqual(facts);
    expect((await openBytes(png(1, 1, [1, 2, 3], { exif: shot }))).captureFacts).toEqual(facts);
    for (const format of ['webp', 'avif'] as const) {
      const bytes = await sharp(jpeg).keepExif().toFormat(format).toBuffer();
      expect((await openBytes(bytes)).captureFacts).toMatchObject({
        camera: 'Canon EOS R5',
        iso: 400,
      });
    }
  });

  it('leaves out what is missing, zero or rubbish', async () => {
    const odd = exif([
      [0x0110, 'text', ''],
      [
        0x8769,
        'directory',
        [
          [0x829a, 'rational', [1, 0]],
          [0x829d, 'rational', [0, 1]],
          [0x9003, 'text', '0000:00:00 00:00:00'],
          [0x9204, 'srational', [9999, 1]],
        ],
      ],
    ]);
    expect((await openBytes(png(1, 1, [1, 2, 3], { exif: odd }))).captureFacts).toEqual({});
    expect((await openBytes(png(1, 1, [1, 2, 3]))).captureFacts).toEqual({});
  });

  it('lets the host add to it', async () => {
    const bytes = png(1, 1, [1, 2, 3], { exif: shot });
    const picture = await openPicture({ kind: 'bytes', bytes, captureFacts: { iso: 800 } });
    expect(picture.captureFacts).toEqual({ ...facts, iso: 800 });
  });
});

describe('bad input', () => {
  it('names what is missing, empty, a folder, a pipe or a device', async () => {
    const fail = (path: string): Promise<CalmError> => failureOf({ kind: 'path', path });
    const missing = await fail(join(folder, 'missing.jpg'));
    expect(missing.code).toBe('file-not-found');
    expect(missing.message).toContain('missing.jpg');
    expect((await fail(folder)).message).toContain('is a folder');
    const empty = join(folder, 'empty.jpg');
    await writeFile(empty, '');
    expect((await fail(empty)).code).toBe('empty-file');
    expect((await fail(join(empty, 'below.jpg'))).code).toBe('file-not-found');
    expect((await fail('a\0b')).code).toBe('file-not-found');
    const loop = join(folder, 'loop.jpg');
    await symlink(loop, loop);
    expect((await fail(loop)).code).toBe('file-unreadable');
    if (process.platform !== 'win32') {
      const pipe = join(folder, 'pipe.jpg');
      execFileSync('mkfifo', [pipe]);
      expect((await fail(pipe)).message).toContain('pipe or a device');
      expect((await fail('/dev/zero')).message).toContain('pipe or a device');
    }
  });

  it('names a file without permission', async () => {
    if (process.platform === 'win32') return;
    const path = join(folder, 'forbidden.jpg');
    await writeFile(path, png(1, 1, [1, 2, 3]));
    await chmod(path, 0);
    // The superuser may read everything, so the test looks at it as "nobody".
    const superuser = process.geteuid?.() === 0;
    if (superuser) process.seteuid?.(65534);
    try {
      expect((await failureOf({ kind: 'path', path })).code).toBe('file-unreadable');
    } finally {
      if (superuser) process.seteuid?.(0);
    }
  });

  it('keeps its message on one line whatever the name holds', async () => {
    const path = join(folder, 'a\nb\u001b[31m\u202egpj.jpg');
    await writeFile(path, 'text');
    const { message } = await failureOf({ kind: 'path', path });
    expect(message).toContain('a\\nb\\u001b[31m\\u202egpj.jpg');
  });

  it('tells what is no picture from what it cannot read', async () => {
    const ftyp = (brands: string): Buffer => {
      const head = Buffer.alloc(4);
      head.writeUInt32BE(8 + brands.length);
      return Buffer.concat([head, Buffer.from(`ftyp${brands}`, 'latin1'), Buffer.alloc(64)]);
    };
    const cases: [string, Buffer, string, RegExp][] = [
      ['text', Buffer.from('hello, I am a letter'), 'not-an-image', /not a picture/],
      ['HTML', Buffer.from('<!doctype html><svg></svg>'), 'not-an-image', /not a picture/],
      ['HEIC', ftyp('heic\0\0\0\0mif1heic'), 'unsupported-format', /HEIC/],
      ['HEIF', ftyp('mif1\0\0\0\0mif1heic'), 'unsupported-format', /HEIC/],
      ['CR3', ftyp('crx \0\0\0\x01crx isom'), 'unsupported-format', /camera raw/],
      ['video', ftyp('isom\0\0\0\0isommp41'), 'unsupported-format', /video/],
      [
        'CR2',
        Buffer.from('II*\0\x10\0\0\0CR\x02\0\0\0\0\0', 'latin1'),
        'unsupported-format',
        /camera raw/,
      ],
      ['RAF', Buffer.from('FUJIFILMCCD-RAW 0201', 'latin1'), 'unsupported-format', /camera raw/],
      ['ORF', Buffer.from('IIRO\x08\0\0\0', 'latin1'), 'unsupported-format', /camera raw/],
      ['RW2', Buffer.from('IIU\0\x18\0\0\0', 'latin1'), 'unsupported-format', /camera raw/],
      ['Photoshop', Buffer.from('8BPS\0\x01', 'latin1'), 'unsupported-format', /Photoshop/],
      ['SVGZ', Buffer.from([0x1f, 0x8b, 8, 0]), 'unsupported-format', /compressed/],
    ];
    for (const [kind, bytes, code, message] of cases) {
      const failure = await failureOfBytes(bytes);
      expect(failure.code, kind).toBe(code);
      expect(failure.message, kind).toMatch(message);
    }
    expect((await failureOfBytes(cases[2]![1])).hint).toMatch(/JPEG/);
  });

  it('does not take the thumbnail in a raw file for the picture', async () => {
    // A whole, readable little TIFF, as DNG and NEF begin with, marked as what it is.
    const bytes = await solid(16, 12, '#888').tiff({ compression: 'none' }).toBuffer();
    expect((await openBytes(bytes)).format).toBe('tiff');
    const mark = (from: number, tag: number, value: number): Buffer => {
      const marked = Buffer.from(bytes);
      const start = marked.readUInt32LE(4);
      for (let index = 0; index < marked.readUInt16LE(start); index++) {
        const at = start + 2 + index * 12;
        if (marked.readUInt16LE(at) === from) {
          marked.writeUInt16LE(tag, at);
          marked.writeUInt32LE(value, at + 8);
        }
      }
      return marked;
    };
    // Colour filter array, linear raw, Nikon's compression, and a DNG version in place of the planar configuration.
    for (const [from, tag, value] of [
      [262, 262, 32803],
      [262, 262, 34892],
      [259, 259, 34713],
      [284, 50706, 4],
    ] as const) {
      const marked = mark(from, tag, value);
      expect(marked.equals(bytes)).toBe(false);
      const failure = await failureOfBytes(marked);
      expect(failure).toMatchObject({ code: 'unsupported-format' });
      expect(failure.message).toContain('camera raw');
    }
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif'] as const)(
    'refuses truncated %s instead of showing a part',
    async (format) => {
      const bytes = await (await scene(300, 200)).toFormat(format).toBuffer();
      for (const share of [0.3, 0.6, 0.95]) {
        const { code, message } = await failureOfBytes(
          bytes.subarray(0, Math.floor(bytes.length * share)),
        );
        expect(code).toBe('damaged-image');
        // In words of ours: those of the decoder name its parts, or another picture's fault.
        expect(message).toMatch(/\(its (?:data cannot be decoded|content is not what .*)\)\.$/);
      }
    },
  );

  it('forgives faults of JPEG that cost no pixel', async () => {
    const bytes = await (await scene(300, 200)).jpeg().toBuffer();
    const odd = Buffer.concat([bytes.subarray(0, 20), Buffer.from([1, 2, 3]), bytes.subarray(20)]);
    const [a, b] = await Promise.all([openBytes(bytes), openBytes(odd)]);
    const apart = (one: Picture, other: Picture): number =>
      one.working.data.reduce(
        (sum, value, index) => sum + Math.abs(value - other.working.data[index]!),
        0,
      ) / one.working.data.length;
    // libjpeg draws chroma a little differently after such a fault; half a grey picture would be tens apart.
    expect(apart(a, b)).toBeLessThan(2);
    expect((await failureOfBytes(odd.subarray(0, odd.length >> 1))).code).toBe('damaged-image');
    // Phones of one maker end the spectrum of a sequential scan at 0 instead of 63.
    const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
    const phone = Buffer.from(bytes);
    phone[scan + 12] = 0;
    expect(phone.equals(bytes)).toBe(false);
    expect(apart(a, await openBytes(phone))).toBeLessThan(2);
  });

  it('refuses pictures that claim absurd sizes before making room for them', async () => {
    const gif = Buffer.from(
      '47494638396100ff00ff800000ffffff0000002c0000000000ff00ff0002024401003b',
      'hex',
    );
    const bomb = png(1, 1, [1, 2, 3]);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    const svg = (size: string): Buffer =>
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="9" height="9"/></svg>`,
      );
    for (const bytes of [
      gif,
      bomb,
      svg('width="50000" height="50000"'),
      svg('width="1e9" height="1e9"'),
    ]) {
      expect((await failureOfBytes(bytes)).code).toBe('too-large');
    }
  });

  it('holds to the limits it is given', async () => {
    const bytes = png(20, 10, Array<number>(600).fill(7));
    expect((await failureOfBytes(bytes, { limits: { pixels: 199 } })).code).toBe('too-large');
    expect((await openBytes(bytes, { limits: { pixels: 200 } })).width).toBe(20);
    expect((await failureOfBytes(bytes, { limits: { bytes: 10 } })).code).toBe('too-large');
    const path = join(folder, 'limited.png');
    await writeFile(path, bytes);
    expect((await failureOf({ kind: 'path', path }, { limits: { bytes: 10 } })).code).toBe(
      'too-large',
    );
    const progressive = await solid(20, 10, '#888').jpeg({ progressive: true }).toBuffer();
    expect((await failureOfBytes(progressive, { limits: { wholePixels: 199 } })).message).toContain(
      'row by row',
    );
    expect((await failureOfBytes(bytes, { limits: { pixels: -1 } })).code).toBe('invalid-request');
  });

  it('reads nothing outside an SVG', async () => {
    const secret = join(folder, 'secret.png');
    await writeFile(secret, await solid(64, 64, '#f00').png().toBuffer());
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      for (const inside of [
        ...[`file://${secret}`, secret, 'secret.png', `${web}/a.png`].map(
          (link) => `<image href="${link}" xlink:href="${link}" width="64" height="64"/>`,
        ),
        `<style>@import url("${web}/a.css"); @import url("file://${secret}");</style>`,
        `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://${secret}" parse="text"/>`,
      ]) {
        const svg = `<?xml-stylesheet href="${web}/b.css"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64">${inside}</svg>`;
        if (inside.startsWith('<image')) {
          const error = await failureOfBytes(Buffer.from(svg));
          expect([error.code, error.message]).toEqual([
            'unsupported-format',
            expect.stringContaining('outside it'),
          ]);
        } else {
          expect(pixel((await openBytes(Buffer.from(svg))).working, 30, 30)).toEqual([
            255, 255, 255,
          ]);
        }
      }
      const entity = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file://${secret}">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&x;</text></svg>`;
      expect((await failureOfBytes(Buffer.from(entity))).code).toBe('damaged-image');
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });

  it('draws ordinary filters in an SVG, and refuses those that would keep it busy for minutes', async () => {
    const svg = (side: number, uses: number, primitive: string): Buffer =>
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><filter id="f">${primitive}</filter>` +
          `${'<rect width="9" height="9" filter="url(#f)"/>'.repeat(uses)}</svg>`,
      );
    const shadow = '<feGaussianBlur stdDeviation="2"/><feOffset dx="2"/>';
    expect(await openBytes(svg(300, 20, shadow))).toMatchObject({ width: 300, format: 'svg' });
    const before = process.cpuUsage();
    const slow = '<feTurbulence numOctaves="50" baseFrequency=".1"/><feMorphology radius="500"/>';
    expect((await failureOfBytes(svg(4000, 30, slow))).code).toBe('too-large');
    expect(process.cpuUsage(before).user).toBeLessThan(1e6);
  });

  it('shows EXIF made to keep a decoder busy to none, and the picture as it lies', async () => {
    // The orientation, then entries that each claim the same 48 KB.
    const block = (entries: number): Buffer => {
      const bytes = Buffer.alloc(65_000);
      bytes.write('II*\0', 0, 'latin1');
      bytes.writeUInt32LE(8, 4);
      bytes.writeUInt16LE(entries, 8);
      for (let index = 0; index < entries; index++) {
        const at = 10 + index * 12;
        bytes.writeUInt16LE(index === 0 ? 0x0112 : 0x829a, at);
        bytes.writeUInt16LE(index === 0 ? 3 : 5, at + 2);
        bytes.writeUInt32LE(index === 0 ? 1 : 6000, at + 4);
        bytes.writeUInt32LE(index === 0 ? 6 : 8, at + 8);
      }
      return bytes;
    };
    const marked = (entries: number): Buffer =>
      Buffer.concat([Buffer.from('Exif\0\0'), block(entries)]);
    const body = await solid(8, 4, '#888').jpeg().toBuffer();
    const jpeg = (entries: number): Buffer =>
      Buffer.concat([
        body.subarray(0, 2),
        Buffer.from([0xff, 0xe1, 0xfd, 0xf0]),
        marked(entries),
        body.subarray(2),
      ]);
    const before = process.cpuUsage();
    for (const bytes of [
      jpeg(5000),
      jpeg(200),
      png(2, 1, [1, 2, 3, 4, 5, 6], { exif: block(5000) }),
    ]) {
      const { width, height, captureFacts, sha256 } = await openBytes(bytes);
      expect(height / width).toBe(2);
      expect(captureFacts).toEqual({});
      expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
    expect(process.cpuUsage(before).user).toBeLessThan(1e6);
  });

  it('survives packed metadata that unpacks to hundreds of megabytes', async () => {
    const packed = Buffer.concat([
      Buffer.from('x\0\0', 'latin1'),
      deflateSync(Buffer.alloc(200e6), { level: 1 }),
    ]);
    const bytes = png(1, 1, [1, 2, 3], { more: [chunk('iCCP', packed), chunk('zTXt', packed)] });
    expect(pixel((await openBytes(bytes)).working, 0, 0)).toEqual([1, 2, 3]);
  });

  it('ends where TIFF directories run in circles or on and on', async () => {
    const chain = (nexts: readonly number[]): Buffer => {
      const bytes = Buffer.alloc(8 + nexts.length * 18);
      bytes.write('II*\0', 0, 'latin1');
      bytes.writeUInt32LE(8, 4);
      nexts.forEach((next, index) => {
        const at = 8 + index * 18;
        bytes.writeUInt16LE(1, at);
        bytes.writeUInt16LE(256, at + 2);
        bytes.writeUInt16LE(4, at + 4);
        bytes.writeUInt32LE(1, at + 6);
        bytes.writeUInt32LE(10, at + 10);
        bytes.writeUInt32LE(next, at + 14);
      });
      return bytes;
    };
    for (const bytes of [
      chain([8]),
      chain([26, 8]),
      chain(Array.from({ length: 40_000 }, (_, index) => 8 + (index + 1) * 18)),
    ]) {
      expect((await failureOfBytes(bytes)).code).toBe('damaged-image');
    }
  });

  it('ends streams that fail, give too much, give text, or never end', async () => {
    const fail = (stream: Readable, options?: OpenOptions): Promise<CalmError> =>
      failureOf({ kind: 'stream', stream, name: 'upload.jpg' }, options);
    expect((await fail(createReadStream(join(folder, 'nothing here')))).code).toBe(
      'file-unreadable',
    );
    expect(await fail(Readable.from([]))).toMatchObject({ code: 'empty-file' });
    expect(await fail(Readable.from(['text']))).toMatchObject({ code: 'invalid-request' });
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(100_000);
      })(),
    );
    expect((await fail(endless, { limits: { bytes: 1e6 } })).code).toBe('too-large');
    expect(endless.destroyed).toBe(true);
    const silent = new PassThrough();
    const failure = await fail(silent, { limits: { milliseconds: 30 } });
    expect(failure).toMatchObject({ code: 'timed-out', retryable: true });
    expect(failure.message).toContain('upload.jpg');
    expect(silent.destroyed).toBe(true);
  });

  it('stops when told to', async () => {
    const stream = new PassThrough();
    const controller = new AbortController();
    const failure = failureOf({ kind: 'stream', stream }, { signal: controller.signal });
    controller.abort();
    expect((await failure).code).toBe('cancelled');
    expect((await failureOfBytes(png(1, 1, [1, 2, 3]), { signal: AbortSignal.abort() })).code).toBe(
      'cancelled',
    );
  });

  it('opens files with brackets in their names as the files they are', async () => {
    await mkdir(join(folder, 'b'), { recursive: true });
    const path = join(folder, 'b', 'x.png[page=3]');
    await writeFile(path, png(1, 1, [1, 2, 3]));
    expect((await openPicture({ kind: 'path', path })).width).toBe(1);
  });

  it('gives a picture or a clear error for any damaged file', async () => {
    const seeds = await Promise.all(
      (['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] as const).map(async (format) =>
        (await scene(40, 30))
          .withIccProfile('p3')
          .withExif({ IFD0: { Model: 'X' } })
          .toFormat(format)
          .toBuffer(),
      ),
    );
    seeds.push(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="9" height="9"/></svg>',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        async (seed, edits, cut) => {
          const bytes = Buffer.from(
            seed.subarray(0, cut === null ? seed.length : Math.floor(seed.length * cut)),
          );
          for (const [at, value] of edits) if (bytes.length > 0) bytes[at % bytes.length] = value;
          try {
            const picture = await openBytes(bytes, {
              limits: { pixels: 1e6, milliseconds: 15_000 },
            });
            expect(picture.working.data).toHaveLength(
              picture.working.width * picture.working.height * 3,
            );
          } catch (error) {
            expect(error).toBeInstanceOf(CalmError);
            expect([
              'damaged-image',
              'not-an-image',
              'unsupported-format',
              'too-large',
              'empty-file',
            ]).toContain((error as CalmError).code);
          }
        },
      ),
      { numRuns: 250, seed: 20260101 },
    );
  }, 60_000);
});
