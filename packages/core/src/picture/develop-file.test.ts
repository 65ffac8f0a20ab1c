/** Files that editors and cameras write, developed and read again by libvips alone. */
import { createHash } from 'node:crypto';
import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CalmError } from '../protocol/errors.js';
import { adobeRgbProfile } from './colour-profile.js';
import { developFile, type DevelopOptions } from './develop-file.js';
import { interleave } from './full-size.js';
import { openPicture } from './open-picture.js';
import { applyEdits, type Edit } from './operations/edit.js';
import type { Raster, Samples } from './picture.js';

let root: string;
let folder: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'calm-develop-'));
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

const BRIGHTER: Edit = { operation: 'expose', ev: 0.5 };
/** A little of everything, the frame moved twice. */
const EDITS: readonly Edit[] = [
  { operation: 'rotate', degrees: 4 },
  { operation: 'contrast', factor: 1.2 },
  { operation: 'saturate', factor: 1.3 },
  { operation: 'vignette', stops: -0.5 },
  { operation: 'denoise', sigma: 3 },
  { operation: 'unsharpMask', amount: 0.6, radius: 1.2 },
  { operation: 'crop', x: 0.1, y: 0.05, width: 0.7, height: 0.8 },
];

/** Samples with every bit in use, the same on every run. */
function noisy<Data extends Samples>(data: Data, channels: number): Data {
  let seed = 7;
  const white = data.BYTES_PER_ELEMENT === 1 ? 255 : 65_535;
  for (let at = 0; at < data.length; at++) {
    seed = (seed * 48_271) % 2_147_483_647;
    const slope = 0.2 + (0.6 * Math.floor(at / channels)) / (data.length / channels);
    data[at] = Math.round(white * (slope + 0.1 * (seed / 2_147_483_647)));
  }
  return data;
}

const [WIDTH, HEIGHT] = [90, 60];

function image(channels: 1 | 2 | 3 | 4 = 3, bits: 8 | 16 = 8): Sharp {
  const size = WIDTH * HEIGHT * channels;
  const data = noisy(bits === 8 ? new Uint8Array(size) : new Uint16Array(size), channels);
  const raw = sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels } });
  if (bits === 16) return raw.toColourspace(channels < 3 ? 'grey16' : 'rgb16');
  return channels < 3 ? raw.toColourspace('b-w') : raw;
}

async function saved(name: string, pipeline: Sharp): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, await pipeline.toBuffer());
  return path;
}

interface Pixels {
  readonly colour: Raster<Samples>;
  readonly alpha: Uint8Array | Uint16Array | undefined;
}

/** What is in a file, upright, in the file's own colours. */
async function pixelsOf(path: string, bits: 8 | 16 = 8): Promise<Pixels> {
  const { data, info } = await sharp(path, { ignoreIcc: true })
    .autoOrient()
    .toColourspace(bits === 8 ? 'srgb' : 'rgb16')
    .raw({ depth: bits === 8 ? 'uchar' : 'ushort' })
    .toBuffer({ resolveWithObject: true });
  const samples = bits === 8 ? Uint8Array.from(data) : new Uint16Array(new Uint8Array(data).buffer);
  const { width, height, channels } = info;
  const colour = samples.filter((_, at) => at % channels < 3);
  return {
    colour: { data: colour, width, height },
    alpha: channels === 4 ? samples.filter((_, at) => at % channels === 3) : undefined,
  };
}

/** Largest and mean difference of samples. */
function apart(one: Raster<Samples>, other: Raster<Samples>): { most: number; mean: number } {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  let most = 0;
  let sum = 0;
  one.data.forEach((sample, at) => {
    const distance = Math.abs(sample - other.data[at]!);
    most = Math.max(most, distance);
    sum += distance;
  });
  return { most, mean: sum / one.data.length };
}

const metadataOf = (path: string): Promise<Metadata> => sharp(path).metadata();

async function failureOf(
  path: string,
  out: string,
  options?: DevelopOptions,
  edits: readonly Edit[] = [BRIGHTER],
): Promise<CalmError> {
  const before = await readdir(folder);
  try {
    await developFile(path, edits, out, options);
  } catch (error) {
    expect(error).toBeInstanceOf(CalmError);
    const failure = error as CalmError;
    expect(failure.message).not.toMatch(/\n/);
    expect(failure.hint).not.toBe('');
    // Nothing is left behind.
    expect(await readdir(folder)).toEqual(before);
    return failure;
  }
  throw new Error('It was developed.');
}

/** A grey profile (ICC.1:2022) with the curve of gamma 1.8, as a file. */
async function greyProfile(): Promise<string> {
  const tags = [
    ['wtpt', Buffer.from('58595a20000000000000f6d6000100000000d32d', 'hex')],
    ['kTRC', Buffer.from('63757276000000000000000101cd0000', 'hex')],
  ] as const;
  const head = Buffer.alloc(128 + 4 + tags.length * 12);
  head.writeUInt32BE(0x02400000, 8);
  head.write('mntrGRAYXYZ ', 12, 'latin1');
  head.write('acsp', 36, 'latin1');
  head.write('0000f6d6000100000000d32d', 68, 'hex');
  head.writeUInt32BE(tags.length, 128);
  let offset = head.length;
  tags.forEach(([name, value], index) => {
    head.write(name, 132 + index * 12, 'latin1');
    head.writeUInt32BE(offset, 136 + index * 12);
    head.writeUInt32BE(value.length, 140 + index * 12);
    offset += value.length;
  });
  head.writeUInt32BE(offset, 0);
  const path = join(root, 'grey.icc');
  await writeFile(path, Buffer.concat([head, ...tags.map(([, value]) => value)]));
  return path;
}

type Tag =
  | readonly [tag: number, directory: readonly Tag[]]
  | readonly [tag: number, type: 'short' | 'long', value: number]
  | readonly [tag: number, type: 'text', value: string]
  | readonly [tag: number, type: 'ascii' | 'octets' | 'bytes' | 'longs', value: Uint8Array];

/**
 * EXIF written by hand, big endian.
 *
 * @param thumbnail of the second directory
 */
function exifBytes(tags: readonly Tag[], thumbnail?: Uint8Array): Buffer {
  const out = Buffer.alloc(2 ** 23);
  out.write('MM\0*', 0, 'latin1');
  out.writeUInt32BE(8, 4);
  let free = 8;
  const put = (bytes: Uint8Array): number => {
    const at = free;
    out.set(bytes, at);
    free += bytes.length + (bytes.length % 2);
    return at;
  };
  const directory = (entries: readonly Tag[]): number => {
    const start = free;
    free += 2 + entries.length * 12 + 4;
    out.writeUInt16BE(entries.length, start);
    entries.forEach(([tag, type, value], index) => {
      const at = start + 2 + index * 12;
      out.writeUInt16BE(tag, at);
      const head = (kind: number, count: number): void => {
        out.writeUInt16BE(kind, at + 2);
        out.writeUInt32BE(count, at + 4);
      };
      if (typeof type !== 'string') {
        head(4, 1);
        out.writeUInt32BE(directory(type), at + 8);
      } else if (typeof value === 'number') {
        head(type === 'short' ? 3 : 4, 1);
        if (type === 'short') out.writeUInt16BE(value, at + 8);
        else out.writeUInt32BE(value, at + 8);
      } else {
        const bytes = typeof value === 'string' ? Buffer.from(`${value}\0`) : value;
        const kind = { short: 3, long: 4, longs: 4, text: 2, ascii: 2, octets: 1, bytes: 7 }[type];
        head(kind, kind === 4 ? bytes.length / 4 : bytes.length);
        if (bytes.length > 4) out.writeUInt32BE(put(bytes), at + 8);
        else out.set(bytes, at + 8);
      }
    });
    return start;
  };
  const first = directory(tags);
  if (thumbnail !== undefined) {
    const at = put(thumbnail);
    const second = directory([
      [0x0201, 'long', at],
      [0x0202, 'long', thumbnail.length],
    ]);
    out.writeUInt32BE(second, first + 2 + tags.length * 12);
  }
  return out.subarray(0, free);
}

/** A JPEG file with a further application segment in front. */
function withSegment(jpeg: Uint8Array, data: Uint8Array, marker = 0xe1, name = 'Exif\0\0'): Buffer {
  const segment = Buffer.concat([
    Buffer.from([0xff, marker, 0, 0]),
    Buffer.from(name, 'latin1'),
    data,
  ]);
  segment.writeUInt16BE(segment.length - 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

/** A PNG file with a further chunk behind its header, which takes 33 bytes. */
function withChunk(png: Uint8Array, name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([png.subarray(0, 33), length, body, sum, png.subarray(33)]);
}

describe('samples', () => {
  it.each([
    ['png', 8],
    ['png', 16],
    ['tiff', 8],
    ['tiff', 16],
  ] as const)('of %s with %d bits are those that the edits give', async (format, bits) => {
    const path = await saved(
      `in.${format}`,
      format === 'png' ? image(3, bits).png() : image(3, bits).tiff({ compression: 'lzw' }),
    );
    for (const extension of ['png', 'tif']) {
      const out = join(folder, `out.${extension}`);
      await developFile(path, EDITS, out);
      const expected = await applyEdits((await pixelsOf(path, bits)).colour, EDITS);
      expect(apart((await pixelsOf(out, bits)).colour, expected).most).toBe(0);
      expect((await metadataOf(out)).depth).toBe(bits === 8 ? 'uchar' : 'ushort');
    }
  });

  it('without edits stay as they are', async () => {
    const path = await saved('in.png', image(4, 16).png());
    const out = join(folder, 'out.tiff');
    await developFile(path, [], out);
    expect(await pixelsOf(out, 16)).toEqual(await pixelsOf(path, 16));
  });

  it.each(['jpg', 'jpeg', 'webp', 'avif'])('are nearly so in %s', async (extension) => {
    const path = await saved('in.png', image().blur(2).png());
    const out = join(folder, `out.${extension}`);
    await developFile(path, [BRIGHTER], out);
    const expected = await applyEdits((await pixelsOf(path)).colour, [BRIGHTER]);
    expect(apart((await pixelsOf(out)).colour, expected).mean).toBeLessThan(2);
  });

  it('of 16 bits become 8 where the format has no more, rounded', async () => {
    const path = await saved('in.png', image(3, 16).png());
    const out = join(folder, 'out.webp');
    await developFile(path, [], out);
    expect(await metadataOf(out)).toMatchObject({ depth: 'uchar', hasAlpha: false });
    const colour = { data: Uint16Array.of(0, 128, 129, 385, 386, 65_535), width: 2, height: 1 };
    expect([...interleave({ colour }, false).data]).toEqual([0, 0, 1, 1, 2, 255]);
  });

  it('keep what is transparent, which moves with the frame alone', async () => {
    const path = await saved('in.png', image(4).png());
    const before = await pixelsOf(path);
    for (const extension of ['png', 'tif']) {
      const out = join(folder, `out.${extension}`);
      await developFile(path, EDITS, out);
      const { colour, alpha } = await pixelsOf(out);
      expect(apart(colour, await applyEdits(before.colour, EDITS)).most).toBe(0);
      const three = Uint8Array.from(
        { length: WIDTH * HEIGHT * 3 },
        (_, at) => before.alpha![Math.floor(at / 3)]!,
      );
      const moved = await applyEdits({ ...before.colour, data: three }, [EDITS[0]!, EDITS[6]!]);
      expect(alpha).toEqual(moved.data.filter((_, at) => at % 3 === 0));
    }
    for (const extension of ['webp', 'avif']) {
      const out = join(folder, `out.${extension}`);
      await developFile(path, [BRIGHTER], out);
      expect((await metadataOf(out)).hasAlpha).toBe(true);
    }
  });

  it('lie on white in JPEG where they are transparent', async () => {
    const data = Buffer.from(
      [200, 10, 10, 0, 200, 10, 10, 255].flatMap((v) => Array<number>(64).fill(v)),
    );
    const planes = Buffer.alloc(16 * 8 * 4);
    for (let at = 0; at < 16 * 8; at++) {
      const part = at % 16 < 8 ? 0 : 4;
      for (let channel = 0; channel < 4; channel++) {
        planes[at * 4 + channel] = data[(part + channel) * 64]!;
      }
    }
    const path = await saved(
      'in.png',
      sharp(planes, { raw: { width: 16, height: 8, channels: 4 } }).png(),
    );
    const out = join(folder, 'out.jpg');
    await developFile(path, [], out);
    const { colour, alpha } = await pixelsOf(out);
    expect(alpha).toBeUndefined();
    expect(Math.min(...colour.data.subarray(0, 6))).toBeGreaterThan(245);
    expect(colour.data[14 * 3 + 1]).toBeLessThan(30);
  });
});

describe('colours', () => {
  it('keep their profile to the byte, in every format', async () => {
    const path = await saved('in.png', image(3, 16).withIccProfile('p3').png());
    const { icc } = await metadataOf(path);
    for (const extension of ['png', 'tif', 'jpg', 'webp', 'avif']) {
      const out = join(folder, `out.${extension}`);
      await developFile(path, EDITS, out);
      expect((await metadataOf(out)).icc?.equals(icc!), extension).toBe(true);
    }
    const expected = await applyEdits((await pixelsOf(path, 16)).colour, EDITS);
    expect(apart((await pixelsOf(join(folder, 'out.png'), 16)).colour, expected).most).toBe(0);
  });

  it('of CMYK become sRGB, and say so', async () => {
    const path = await saved('in.jpg', image().toColourspace('cmyk').jpeg({ quality: 100 }));
    expect(await metadataOf(path)).toMatchObject({ space: 'cmyk' });
    const out = join(folder, 'out.png');
    await developFile(path, [BRIGHTER], out);
    const after = await metadataOf(out);
    expect(after).toMatchObject({ space: 'srgb', channels: 3, hasProfile: true });
    const seen = await sharp(path).toColourspace('srgb').raw().toBuffer();
    const expected = await applyEdits({ data: seen, width: WIDTH, height: HEIGHT }, [BRIGHTER]);
    expect(apart((await pixelsOf(out)).colour, expected).most).toBe(0);
    // The profile means what it says: by it, nothing changes.
    const { working } = await openPicture({ kind: 'path', path: out });
    expect(apart(working, expected).most).toBe(0);
  });

  it.each([8, 16] as const)('of grey pictures with %d bits stay grey', async (bits) => {
    for (const channels of [1, 2] as const) {
      const path = await saved('in.png', image(channels, bits).png());
      expect((await metadataOf(path)).space).toBe(bits === 8 ? 'b-w' : 'grey16');
      const out = join(folder, `out-${channels}.png`);
      await developFile(path, [BRIGHTER], out);
      const { colour, alpha } = await pixelsOf(out, bits);
      const before = await pixelsOf(path, bits);
      expect(apart(colour, await applyEdits(before.colour, [BRIGHTER])).most).toBe(0);
      expect(alpha).toEqual(before.alpha);
      expect((await metadataOf(out)).hasProfile).toBe(true);
    }
  });

  it('of a grey picture with a profile look as they did', async () => {
    const path = await saved(
      'in.tif',
      image(1)
        .withIccProfile(await greyProfile())
        .tiff({ compression: 'lzw' }),
    );
    expect((await metadataOf(path)).space).toBe('b-w');
    const out = join(folder, 'out.png');
    await developFile(path, [], out);
    const [before, after] = await Promise.all(
      [path, out].map((file) => openPicture({ kind: 'path', path: file })),
    );
    expect(apart(before!.working, after!.working).most).toBeLessThanOrEqual(1);
    // Gamma 1.8 is not sRGB's curve: something was to be converted.
    expect(apart(before!.working, (await pixelsOf(path)).colour).mean).toBeGreaterThan(5);
  });

  it('of cameras that tell of Adobe RGB in EXIF alone are marked by a profile', async () => {
    const marks = exifBytes([
      [
        0x8769,
        [
          [0xa001, 'short', 0xffff],
          [0xa005, [[1, 'text', 'R03']]],
        ],
      ],
    ]);
    const path = join(folder, 'in.jpg');
    await writeFile(path, withSegment(await image().jpeg().toBuffer(), marks));
    const out = join(folder, 'out.png');
    await developFile(path, [], out);
    expect((await metadataOf(out)).icc?.equals(adobeRgbProfile())).toBe(true);
    const [before, after] = await Promise.all(
      [path, out].map((file) => openPicture({ kind: 'path', path: file })),
    );
    expect(apart(before!.working, after!.working).most).toBe(0);
  });
});

const XMP =
  '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""' +
  ' xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"' +
  ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
  ' tiff:Orientation="6" exif:PixelXDimension="90" exif:PixelYDimension="60">' +
  '<xmp:Thumbnails><rdf:Alt><rdf:li>AAAA</rdf:li></rdf:Alt></xmp:Thumbnails>' +
  '<tiff:ImageWidth>90</tiff:ImageWidth><dc:creator><rdf:Seq><rdf:li>Zoë</rdf:li></rdf:Seq></dc:creator>' +
  '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>';

const XMP_MARK = 'http://ns.adobe.com/xap/1.0/\0';

/** IPTC-IIM: record 2, dataset 120 (caption) "Zoo". */
const RECORDS = Buffer.from([0x1c, 2, 120, 0, 3, 0x5a, 0x6f, 0x6f]);
/** Photoshop's resources: a caption digest, which is not kept, and IPTC. */
const RESOURCES = Buffer.concat([
  Buffer.from('8BIM\x04\x25\0\0\0\0\0\x03abc\0', 'latin1'),
  Buffer.from('8BIM\x04\x04\x03box\0\0\0\x08', 'latin1'),
  RECORDS,
]);
const NOTES = Buffer.from("MAKER'S OWN NOTES, of which nobody knows more than their length");
const THUMBNAIL = Buffer.from('THUMBNAIL OF THE OLD PICTURE'.repeat(20));

const SHOT: readonly Tag[] = [
  [0x010f, 'text', 'Canon'],
  [0x0110, 'text', 'Canon EOS R5'],
  [0x0112, 'short', 6],
  // Without the zero at its end, as many cameras have it.
  [0x013b, 'ascii', Buffer.from('Zoe Who')],
  [0x4746, 'short', 4],
  // Photographer and editor.
  [0x8298, 'ascii', Buffer.from('Zoe\0Ed\0\0')],
  // As it must not be: a number.
  [0x010e, 'long', 7],
  [0x9c9b, 'octets', Buffer.from('Z\0o\0o\0\0\0')],
  [
    0x8769,
    [
      [0x8827, 'short', 400],
      [0x9003, 'text', '2024:05:06 07:08:09'],
      [0x9214, 'short', 20],
      [0x927c, 'bytes', NOTES],
      [0xa002, 'long', WIDTH],
      [0xa003, 'long', HEIGHT],
    ],
  ],
  [
    0x8825,
    [
      [0x0001, 'text', 'N'],
      [0x001d, 'text', '2024:05:06'],
    ],
  ],
];
const BLOCK = exifBytes(SHOT, THUMBNAIL);

/** A photograph as a camera stores it: on its side, with all that can be said of it. */
async function photograph(): Promise<string> {
  let bytes: Buffer = await image()
    .blur(1)
    .withXmp(XMP)
    .withIccProfile('p3')
    .jpeg({ quality: 95 })
    .toBuffer();
  bytes = withSegment(bytes, BLOCK);
  bytes = withSegment(bytes, RESOURCES, 0xed, 'Photoshop 3.0\0');
  const path = join(folder, 'in.jpg');
  await writeFile(path, bytes);
  return path;
}

describe('what is said of a picture', () => {
  it('is read from the photograph of this test', async () => {
    const { exif, xmp, iptc, orientation } = await metadataOf(await photograph());
    expect(orientation).toBe(6);
    expect(exif?.includes(NOTES)).toBe(true);
    expect(exif?.includes(THUMBNAIL)).toBe(true);
    expect(xmp?.toString()).toBe(XMP);
    expect(iptc?.includes(RECORDS)).toBe(true);
  });

  it.each(['jpg', 'png', 'webp', 'avif', 'tif'])(
    'is kept in %s, and true of the new picture',
    async (extension) => {
      const path = await photograph();
      const out = join(folder, `out.${extension}`);
      const edits: readonly Edit[] = [{ operation: 'crop', x: 0, y: 0, width: 0.5, height: 1 }];
      await developFile(path, edits, out);
      const after = await metadataOf(out);
      // 90 × 60 on its side is 60 × 90 upright.
      expect([after.width, after.height]).toEqual([30, 90]);
      expect(after.orientation ?? 1).toBe(1);
      const { captureFacts } = await openPicture({ kind: 'path', path: out });
      expect(captureFacts).toEqual({
        camera: 'Canon EOS R5',
        iso: 400,
        takenAt: '2024-05-06T07:08:09',
      });
      const xmp = after.xmp!.toString();
      expect(xmp).toContain('<rdf:li>Zoë</rdf:li>');
      expect(xmp).toContain(
        'tiff:Orientation="1" exif:PixelXDimension="30" exif:PixelYDimension="90"',
      );
      expect(xmp).toContain('<tiff:ImageWidth>30</tiff:ImageWidth>');
      const file = await readFile(out);
      expect(file.includes(NOTES)).toBe(true);
      expect(file.includes('2024:05:06\0')).toBe(true);
      expect(file.includes('Zoe Who\0')).toBe(true);
      expect(file.includes('Zoe, Ed\0')).toBe(true);
      expect(file.includes('Z\0o\0o\0\0\0')).toBe(true);
      // Pictures of the old state would show what was cropped away.
      expect(file.includes(THUMBNAIL)).toBe(false);
      expect(xmp).not.toContain('Thumbnails');
      expect(file.includes(RECORDS)).toBe(extension === 'jpg' || extension === 'tif');
      if (extension === 'jpg') expect(after.iptc?.includes(RECORDS)).toBe(true);
      if (extension === 'tif') expect(after.iptc?.equals(RECORDS)).toBe(true);
      const expected = await applyEdits((await pixelsOf(path)).colour, edits);
      expect(apart((await pixelsOf(out)).colour, expected).mean).toBeLessThan(3);
    },
  );

  it('keeps its byte order, and makers’ notes their place, which they count from', async () => {
    const out = join(folder, 'out.jpg');
    await developFile(await photograph(), [], out);
    const { exif } = await metadataOf(out);
    const block = exif!.subarray(6);
    expect(block.toString('latin1', 0, 4)).toBe('MM\0*');
    expect(block.indexOf(NOTES)).toBe(BLOCK.indexOf(NOTES));
  });

  it('goes through TIFF and back', async () => {
    const path = await photograph();
    const [tiff, out] = [join(folder, 'between.tif'), join(folder, 'out.jpg')];
    await developFile(path, [], tiff);
    await developFile(tiff, [], out);
    const { captureFacts } = await openPicture({ kind: 'path', path: out });
    expect(captureFacts).toMatchObject({ camera: 'Canon EOS R5', iso: 400 });
    const after = await metadataOf(out);
    expect(after.iptc?.includes(RECORDS)).toBe(true);
    expect(after.xmp?.toString()).toContain('Zoë');
    expect(after.exif?.includes(NOTES)).toBe(true);
  });

  it('includes how many pixels make an inch, and nothing that was not said', async () => {
    const path = await saved('in.png', image().withMetadata({ density: 240 }).png());
    for (const extension of ['jpg', 'tif', 'png']) {
      const out = join(folder, `out.${extension}`);
      await developFile(path, [], out);
      expect((await metadataOf(out)).density, extension).toBe(240);
    }
    const plain = await saved('plain.png', image().png());
    for (const extension of ['jpg', 'tif', 'png', 'webp', 'avif']) {
      const out = join(folder, `plain-out.${extension}`);
      await developFile(plain, [], out);
      const { exif, xmp, iptc, icc } = await metadataOf(out);
      expect([exif, xmp, iptc, icc], extension).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it('is left without makers’ notes where a block has no room for them', async () => {
    const block = exifBytes([
      [0x0110, 'text', 'Canon EOS R5'],
      [
        0x8769,
        [
          [0x8827, 'short', 400],
          [0x927c, 'bytes', Buffer.alloc(70_000, 'N')],
        ],
      ],
    ]);
    const path = join(folder, 'in.png');
    await writeFile(path, withChunk(await image().png().toBuffer(), 'eXIf', block));
    for (const extension of ['png', 'webp', 'tif', 'jpg']) {
      const out = join(folder, `out.${extension}`);
      await developFile(path, [], out);
      const { captureFacts } = await openPicture({ kind: 'path', path: out });
      expect(captureFacts).toEqual({ camera: 'Canon EOS R5', iso: 400 });
      const file = await readFile(out);
      expect(file.includes(Buffer.alloc(70_000, 'N'))).toBe(extension === 'tif');
    }
  });

  it('includes IPTC that a TIFF file calls numbers, and that only Photoshop’s resources hold', async () => {
    for (const [tag, type, bytes] of [
      [33_723, 'longs', RECORDS],
      [34_377, 'bytes', RESOURCES],
    ] as const) {
      // One grey pixel, its sample in the place of an offset.
      const tiff = exifBytes([
        [256, 'short', 1],
        [257, 'short', 1],
        [258, 'short', 8],
        [259, 'short', 1],
        [262, 'short', 1],
        [273, 'long', 8],
        [277, 'short', 1],
        [278, 'short', 1],
        [279, 'long', 1],
        [tag, type, bytes],
      ]);
      const path = join(folder, 'in.tif');
      await writeFile(path, tiff);
      const out = join(folder, `out-${tag}.jpg`);
      await developFile(path, [], out);
      expect((await metadataOf(out)).iptc?.includes(RECORDS)).toBe(true);
    }
  });

  it('includes XMP that nearly fills a segment of JPEG', async () => {
    const packet = XMP.replace('Zoë', 'Z'.repeat(60_000));
    const path = await saved('in.png', image().withXmp(packet).png());
    const out = join(folder, 'out.jpg');
    await developFile(path, [], out);
    expect((await metadataOf(out)).xmp?.includes('Z'.repeat(60_000))).toBe(true);
  });

  it('is not kept where it was made to keep decoders busy', async () => {
    // Thousands of entries that all claim the same bytes.
    const block = Buffer.alloc(64_000);
    block.write('MM\0*\0\0\0\x08\x13\x88', 'latin1');
    for (let index = 0; index < 5000; index++)
      block.write('010e000200000fa000000008', 10 + index * 12, 'hex');
    const path = join(folder, 'in.jpg');
    await writeFile(path, withSegment(await image().jpeg().toBuffer(), block));
    const out = join(folder, 'out.jpg');
    await developFile(path, [], out);
    expect((await metadataOf(out)).exif).toBeUndefined();
  });
});

describe('what files of other programs hold', () => {
  const EXTENSION_MARK = 'http://ns.adobe.com/xmp/extension/\0';
  const HISTORY = `<x:xmpmeta xmlns:x="adobe:ns:meta/">${'history '.repeat(9000)}</x:xmpmeta>`;
  const GUID = createHash('md5').update(HISTORY).digest('hex').toUpperCase();
  const noting = (more: string): string =>
    XMP.replace(' tiff:Orientation', ` dc:source="book" ${more} tiff:Orientation`);
  const EXTENDED = noting(`xmpNote:HasExtendedXMP="${GUID}"`);

  /** A part of the extension, with its GUID, the length of the whole and its place in it. */
  const part = (from: number, to: number): Buffer => {
    const place = Buffer.alloc(8);
    place.writeUInt32BE(HISTORY.length, 0);
    place.writeUInt32BE(from, 4);
    return Buffer.concat([Buffer.from(GUID), place, Buffer.from(HISTORY.slice(from, to))]);
  };
  const MANY_RECORDS = Buffer.concat(Array<Buffer>(9000).fill(RECORDS));
  const resource = (id: string, data: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([Buffer.from(`8BIM${id}\0\0`, 'latin1'), length, data]);
  };
  const LONG_RESOURCES = resource('\x04\x04', MANY_RECORDS);
  const CAMERA =
    '<Container:Directory><rdf:Seq><rdf:li>GainMap</rdf:li></rdf:Seq></Container:Directory>';
  const REGIONS =
    '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:Name>Zoe</mwg-rs:Name></mwg-rs:Regions>';
  const OTHERS = noting('GCamera:MotionPhoto="1" hdrgm:Version="1.0"').replace(
    '<tiff:ImageWidth>',
    `${CAMERA}${REGIONS}<tiff:ImageWidth>`,
  );
  const CUT: Edit = { operation: 'crop', x: 0, y: 0, width: 0.5, height: 1 };

  /** What a JPEG file holds in its segments of one kind, without the marks in front. */
  const segmentsOf = (file: Buffer, mark: string, marker: number): readonly Buffer[] => {
    const found: Buffer[] = [];
    for (let at = 2; file[at + 1] !== 0xda; at += 2 + file.readUInt16BE(at + 2)) {
      const data = file.subarray(at + 4, at + 2 + file.readUInt16BE(at + 2));
      if (file[at + 1] === marker && data.indexOf(mark, 0, 'latin1') === 0) {
        found.push(data.subarray(mark.length));
      }
    }
    return found;
  };
  const jpeg = async (packet = XMP): Promise<Buffer> =>
    withSegment(await image().jpeg().toBuffer(), Buffer.from(packet), 0xe1, XMP_MARK);

  it('keeps what lies in several segments of JPEG', async () => {
    let bytes = await jpeg(EXTENDED);
    // The later part first: their order is free.
    bytes = withSegment(bytes, part(0, 40_000), 0xe1, EXTENSION_MARK);
    bytes = withSegment(bytes, part(40_000, HISTORY.length), 0xe1, EXTENSION_MARK);
    bytes = withSegment(bytes, LONG_RESOURCES.subarray(50_000), 0xed, 'Photoshop 3.0\0');
    bytes = withSegment(bytes, LONG_RESOURCES.subarray(0, 50_000), 0xed, 'Photoshop 3.0\0');
    const path = join(folder, 'in.jpg');
    await writeFile(path, bytes);
    await developFile(path, [], join(folder, 'out.jpg'));
    const file = await readFile(join(folder, 'out.jpg'));
    const parts = segmentsOf(file, EXTENSION_MARK + GUID, 0xe1);
    expect(Buffer.concat(parts.map((bytes) => bytes.subarray(8))).toString()).toBe(HISTORY);
    expect((await metadataOf(join(folder, 'out.jpg'))).xmp?.includes(GUID)).toBe(true);
    expect(Buffer.concat(segmentsOf(file, 'Photoshop 3.0\0', 0xed)).includes(MANY_RECORDS)).toBe(
      true,
    );
    await developFile(path, [], join(folder, 'out.png'));
    const { xmp } = await metadataOf(join(folder, 'out.png'));
    expect(xmp?.includes('dc:source="book"')).toBe(true);
    expect(xmp?.includes('HasExtendedXMP')).toBe(false);
    await developFile(path, [], join(folder, 'out.tif'));
    expect((await readFile(join(folder, 'out.tif'))).includes(MANY_RECORDS)).toBe(true);
  });

  it('writes XMP that no segment of JPEG can hold into several', async () => {
    const packet = XMP.replace('Zoë', 'Z'.repeat(200_000));
    const path = await saved('in.png', image().withXmp(packet).png());
    const out = join(folder, 'out.jpg');
    await developFile(path, [], out);
    const guid = /HasExtendedXMP="(\w+)"/.exec((await metadataOf(out)).xmp!.toString())![1]!;
    const parts = segmentsOf(await readFile(out), EXTENSION_MARK + guid, 0xe1);
    const whole = Buffer.concat(parts.map((bytes) => bytes.subarray(8)));
    expect(createHash('md5').update(whole).digest('hex').toUpperCase()).toBe(guid);
    expect(whole.includes('Z'.repeat(200_000))).toBe(true);
  });

  it.each([
    ['nothing', [], true],
    ['the frame', [CUT], false],
  ] as const)('drops what is no longer true where %s moves', async (_, edits, keepsRegions) => {
    const path = join(folder, 'in.jpg');
    await writeFile(path, await jpeg(OTHERS));
    const out = join(folder, 'out.jpg');
    await developFile(path, edits, out);
    const xmp = (await metadataOf(out)).xmp!.toString();
    expect(xmp).toContain(' dc:source="book" ');
    expect(xmp).not.toMatch(/GainMap|GCamera:Motion|hdrgm:Version|Thumbnails/);
    expect(xmp.includes(REGIONS)).toBe(keepsRegions);
  });

  it('takes layers of TIFF for no fault, and alpha from in front of further channels', async () => {
    const values = Buffer.alloc(6_000_000, 'layer');
    const five = Buffer.from([10, 20, 30, 128, 77]);
    // Both fit into no entry, so they stand at their places in the file.
    const layout = (bits: number, strip: number): readonly Tag[] => [
      [256, 'short', 1],
      [257, 'short', 1],
      [258, 'octets', Buffer.alloc(5, 8)],
      [259, 'short', 1],
      [262, 'short', 2],
      [273, 'long', strip],
      [277, 'short', bits],
      [278, 'short', 1],
      [279, 'long', 5],
      [338, 'octets', Buffer.from([2, 0])],
      [34_377, 'bytes', five],
      [37_724, 'bytes', values],
    ];
    const draft = exifBytes(layout(5, 0));
    const path = join(folder, 'in.tif');
    await writeFile(path, exifBytes(layout(5, draft.indexOf(five))));
    const out = join(folder, 'out.png');
    await developFile(path, [], out);
    const { data } = await sharp(out).raw().toBuffer({ resolveWithObject: true });
    expect([...data]).toEqual([10, 20, 30, 128]);
  });

  it('leaves makers’ notes in TIFF at their place and in their byte order', async () => {
    const path = await photograph();
    const out = join(folder, 'out.tif');
    await developFile(path, EDITS, out);
    const file = await readFile(out);
    expect(file.toString('latin1', 0, 4)).toBe('MM\0*');
    expect(file.indexOf(NOTES)).toBe(BLOCK.indexOf(NOTES));
    const deep = await saved(
      'deep.png',
      image(3, 16)
        .withExif({ IFD0: { Make: 'M' } })
        .png(),
    );
    await writeFile(deep, withChunk(await readFile(deep), 'eXIf', BLOCK));
    await developFile(deep, [], out, { overwrite: true });
    expect((await readFile(out)).toString('latin1', 0, 4)).toBe('MM\0*');
    expect((await pixelsOf(out, 16)).colour).toEqual((await pixelsOf(deep, 16)).colour);
  });

  it('writes EXIF into WebP without the mark of JPEG', async () => {
    const out = join(folder, 'out.webp');
    await developFile(await photograph(), [], out);
    const file = await readFile(out);
    const at = file.indexOf('EXIF', 0, 'latin1');
    expect(file.toString('latin1', at + 8, at + 12)).toBe('MM\0*');
  });
});

describe('damaged files', () => {
  it('are developed or refused in clear words', async () => {
    const tiff = join(folder, 'seed.tif');
    const jpeg = await photograph();
    await developFile(jpeg, [], tiff);
    const seeds = await Promise.all([jpeg, tiff].map((seed) => readFile(seed)));
    // Where EXIF, XMP, IPTC and directories lie: samples are for the tests of opening.
    const said = [0, Math.max(0, seeds[1]!.length - 9000)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 1),
        fc.array(fc.tuple(fc.nat(9000), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        async (which, changes) => {
          const bytes = Buffer.from(seeds[which]!);
          for (const [at, value] of changes) bytes[(said[which]! + at) % bytes.length] = value;
          const path = join(folder, 'in');
          await writeFile(path, bytes);
          for (const extension of ['jpg', 'tif']) {
            const out = join(folder, `out.${extension}`);
            try {
              await developFile(path, [], out, { overwrite: true });
              await openPicture({ kind: 'path', path: out });
            } catch (error) {
              expect(error).toBeInstanceOf(CalmError);
              expect((error as CalmError).message).toContain(path);
              expect((error as CalmError).code).not.toBe('internal');
            }
          }
        },
      ),
      { numRuns: 150, seed: 20260101 },
    );
  }, 60_000);
});

describe('files', () => {
  it('are refused as the result where they are the original, by any name', async () => {
    const path = await saved('in.png', image().png());
    const original = await readFile(path);
    const soft = join(folder, 'soft.png');
    const hard = join(folder, 'hard.png');
    await symlink(path, soft);
    await link(path, hard);
    await mkdir(join(folder, 'sub'));
    const linked = join(root, 'linked-folder');
    await symlink(folder, linked);
    for (const out of [
      path,
      soft,
      hard,
      join(folder, 'sub') + '/../in.png',
      relative(process.cwd(), path),
      join(linked, 'in.png'),
    ]) {
      for (const overwrite of [false, true]) {
        const failure = await failureOf(path, out, { overwrite });
        expect([failure.code, failure.message]).toEqual([
          'invalid-request',
          expect.stringContaining('is the original itself'),
        ]);
      }
    }
    expect((await readFile(path)).equals(original)).toBe(true);
    await rm(linked);
  });

  it('that are there already stay, unless told otherwise', async () => {
    const path = await saved('in.png', image().png());
    const out = await saved('out.png', image(1).png());
    const there = await readFile(out);
    const failure = await failureOf(path, out);
    expect([failure.code, failure.message]).toEqual([
      'invalid-request',
      expect.stringContaining('out.png is there already'),
    ]);
    expect((await readFile(out)).equals(there)).toBe(true);
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling.png'));
    expect((await failureOf(path, join(folder, 'dangling.png'))).code).toBe('invalid-request');
    await developFile(path, [], out, { overwrite: true });
    expect((await pixelsOf(out)).colour).toEqual((await pixelsOf(path)).colour);
    expect((await readdir(folder)).sort()).toEqual(['dangling.png', 'in.png', 'out.png']);
  });

  it('stay in place of a link that is overwritten', async () => {
    const path = await saved('in.png', image().png());
    const other = await saved('other.png', image(1).png());
    const before = await readFile(other);
    await symlink(other, join(folder, 'link.png'));
    await developFile(path, [], join(folder, 'link.png'), { overwrite: true });
    expect((await readFile(other)).equals(before)).toBe(true);
  });

  it('need a folder, and an ending that says what they are', async () => {
    const path = await saved('in.png', image().png());
    const missing = await failureOf(path, join(folder, 'missing', 'out.png'));
    expect(missing).toMatchObject({ code: 'file-not-found' });
    const below = await failureOf(path, join(path, 'out.png'));
    expect(below).toMatchObject({ code: 'file-not-found' });
    await mkdir(join(folder, 'folder.png'));
    const taken = await failureOf(path, join(folder, 'folder.png'), { overwrite: true });
    expect(taken.message).toContain('is a folder');
    for (const name of ['out', 'out.heic', 'out.gif', 'out.jpg.bak']) {
      const failure = await failureOf(path, join(folder, name));
      expect(failure.code).toBe('unsupported-format');
      expect(failure.message).toContain(name);
      expect(failure.hint).toContain('.jpg .jpeg .png .tif .tiff .webp .avif');
    }
    await developFile(path, [], join(folder, 'OUT.JPG'));
    expect((await metadataOf(join(folder, 'OUT.JPG'))).format).toBe('jpeg');
  });

  it('that cannot be opened are refused with the words of opening', async () => {
    const out = join(folder, 'out.jpg');
    const whole = await image().jpeg().toBuffer();
    const cases: readonly (readonly [string, Uint8Array, string])[] = [
      ['cut.jpg', whole.subarray(0, whole.length >> 1), 'damaged-image'],
      ['empty.jpg', Buffer.alloc(0), 'empty-file'],
      ['letter.jpg', Buffer.from('hello, I am a letter'), 'not-an-image'],
      ['raw.cr2', Buffer.from('II*\0\x10\0\0\0CR\x02\0\0\0\0\0', 'latin1'), 'unsupported-format'],
      [
        'shot.heic',
        Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
        'unsupported-format',
      ],
    ];
    for (const [name, bytes, code] of cases) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      const failure = await failureOf(path, out);
      const opened = await openPicture({ kind: 'path', path }).catch((error: unknown) => error);
      expect(failure.code).toBe(code);
      expect(failure.toInfo()).toEqual((opened as CalmError).toInfo());
    }
    expect((await failureOf(join(folder, 'missing.jpg'), out)).code).toBe('file-not-found');
  });

  it('that are too large by the limits are refused', async () => {
    const path = await saved('in.png', image().png());
    const out = join(folder, 'out.jpg');
    const failure = await failureOf(path, out, { limits: { wholePixels: 5399 } });
    expect([failure.code, failure.message]).toEqual([
      'too-large',
      expect.stringContaining('90 × 60'),
    ]);
    expect((await failureOf(path, out, { limits: { bytes: 10 } })).code).toBe('too-large');
    expect((await failureOf(path, out, { limits: { pixels: 0 } })).code).toBe('invalid-request');
    await developFile(path, [], out, { limits: { wholePixels: 5400 } });
  });

  it('that have no room for the picture are refused', async () => {
    const wide = sharp({ create: { width: 17_000, height: 4, channels: 3, background: '#468' } });
    const failure = await failureOf(await saved('in.png', wide.png()), join(folder, 'out.webp'));
    expect(failure.code).toBe('too-large');
    expect(failure.message).toContain('17000 × 4');
  });
});

describe('developing', () => {
  it('refuses edits that are none', async () => {
    const path = await saved('in.png', image().png());
    for (const edit of [
      { operation: 'expose', ev: NaN },
      { operation: 'expose' },
      { operation: 'rotate', degrees: 90 },
      { operation: 'warm', ratio: -1 },
      { operation: 'dehaze', transmission: 0 },
      { operation: 'crop', x: 0, y: 0, width: 0, height: 1 },
      { operation: 'sharpenEverything', amount: 11 },
      { operation: 'toString' },
    ]) {
      const failure = await failureOf(path, join(folder, 'out.png'), {}, [edit as unknown as Edit]);
      expect([failure.code, failure.message]).toEqual([
        'invalid-request',
        expect.stringContaining(edit.operation),
      ]);
    }
  });

  it('refuses what is no request', async () => {
    const path = await saved('in.png', image().png());
    const out = join(folder, 'out.png');
    for (const [from, edits, to] of [
      [undefined, [], out],
      [path, null, out],
      [path, [null], out],
      [path, [], new URL('file:///out.png')],
    ]) {
      const failure = await failureOf(from as string, to as string, {}, edits as Edit[]);
      expect(failure.code).toBe('invalid-request');
    }
  });

  it('stops when told to, and when time is up', async () => {
    const path = await saved('in.png', image().resize(1500).png());
    const out = join(folder, 'out.png');
    const smoothing: readonly Edit[] = Array(20).fill({ operation: 'denoise', sigma: 5 });
    const early = await failureOf(path, out, { signal: AbortSignal.abort() });
    expect(early.code).toBe('cancelled');
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const begun = performance.now();
    const cancelled = await failureOf(path, out, { signal: controller.signal }, smoothing);
    expect([cancelled.code, cancelled.message]).toEqual([
      'cancelled',
      expect.stringContaining('Developing'),
    ]);
    // One edit alone takes longer than a second.
    expect(performance.now() - begun).toBeLessThan(5000);
    const late = await failureOf(path, out, { limits: { milliseconds: 200 } }, smoothing);
    expect(late).toMatchObject({ code: 'timed-out' });
  });
});
