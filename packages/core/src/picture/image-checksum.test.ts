import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { adobeRgbProfile } from './colour-profile.js';
import { imageSha256Of } from './image-checksum.js';
import { HELD_BYTES } from './limits.js';
import { openPicture } from './open-picture.js';

const checksum = (bytes: Uint8Array): Promise<string> => imageSha256Of({ kind: 'bytes', bytes });
const sha256 = (...parts: readonly Uint8Array[]): string =>
  createHash('sha256').update(Buffer.concat(parts)).digest('hex');

const noise = (seed = 0): Sharp => {
  const data = Buffer.from(
    Array.from({ length: 3 * 40 * 30 }, (_, at) => (at * (at + seed)) % 251),
  );
  return sharp(data, { raw: { width: 40, height: 30, channels: 3 } });
};

/** A segment of JPEG. */
function segment(marker: number, text: string | Uint8Array): Buffer {
  const data = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A chunk of PNG. */
function pngChunk(name: string, data: string): Buffer {
  const body = Buffer.from(name + data, 'latin1');
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

const insert = (file: Buffer, at: number, ...parts: readonly Uint8Array[]): Buffer =>
  Buffer.concat([file.subarray(0, at), ...parts, file.subarray(at)]);

const SAID = { IFD0: { ImageDescription: 'a pagoda', Copyright: 'Anna' } };

const ENCODERS = {
  jpeg: (image: Sharp) => image.jpeg(),
  'progressive jpeg': (image: Sharp) => image.jpeg({ progressive: true }),
  png: (image: Sharp) => image.png(),
  webp: (image: Sharp) => image.webp(),
  'lossless webp': (image: Sharp) => image.webp({ lossless: true }),
} as const;

describe.each(Object.entries(ENCODERS))('the checksum of an image in %s', (_, encoded) => {
  it('stays the same with EXIF and XMP, and with an orientation', async () => {
    const plain = await checksum(await encoded(noise()).toBuffer());
    const told = noise().withExif(SAID).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>');
    expect(await checksum(await encoded(told).toBuffer())).toBe(plain);
    const turned = noise().withExif({ IFD0: { Orientation: '6' } });
    expect(await checksum(await encoded(turned).toBuffer())).toBe(plain);
  });

  it('is another for other samples, and for another colour profile', async () => {
    const plain = await encoded(noise()).toBuffer();
    const other = await checksum(await encoded(noise(1)).toBuffer());
    const p3 = await checksum(await encoded(noise().withIccProfile('p3')).toBuffer());
    expect(new Set([await checksum(plain), other, p3]).size).toBe(3);
  });

  it('does not count what lies behind the image', async () => {
    const plain = await encoded(noise()).toBuffer();
    const behind = Buffer.concat([plain, Buffer.from('\xff\xd9 notes of a program', 'latin1')]);
    expect(await checksum(behind)).toBe(await checksum(plain));
  });

  it('is that of the whole file where it is cut short, wherever that is', async () => {
    const plain = await encoded(noise().withExif(SAID)).toBuffer();
    // RIFF is padded to even: a WebP file is whole without its last byte.
    const lengths = fc.integer({ min: 1, max: plain.length - 2 });
    await fc.assert(
      fc.asyncProperty(lengths, async (length) => {
        const cut = plain.subarray(0, length);
        expect(await checksum(cut)).toBe(sha256(cut));
      }),
    );
  });

  it('is told of any damaged file, the same each time', async () => {
    const plain = await encoded(noise().withExif(SAID)).toBuffer();
    const damage = fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const damaged = Buffer.from(plain);
        for (const [at, value] of changes) damaged[at] = value;
        expect(await checksum(damaged)).toBe(await checksum(damaged));
      }),
    );
  });
});

describe('the checksum of an image', () => {
  it('is that of the file where it says nothing about itself', async () => {
    const jpeg = await noise().jpeg().toBuffer();
    expect(await checksum(jpeg)).toBe(sha256(jpeg));
    const png = await noise().png().toBuffer();
    const density = png.indexOf('pHYs') - 4;
    expect(await checksum(png)).toBe(sha256(png.subarray(0, density), png.subarray(density + 21)));
  });

  it('does not count words of any program in a JPEG, and counts how its colours are meant', async () => {
    const plain = await noise().jpeg().toBuffer();
    const words = [
      segment(0xe0, 'JFIF\0\x01\x01\x01\0\x48\0\x48\0\0'),
      segment(0xfe, 'a comment'),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<xmp/>'),
      segment(0xed, 'Photoshop 3.0\x008BIM'),
      segment(0xe2, 'MPF\0II*\0'),
      segment(0xff, '').subarray(0, 1), // a fill byte
    ];
    expect(await checksum(insert(plain, 2, ...words))).toBe(await checksum(plain));
    const table = segment(0xdb, '').length + plain.readUInt16BE(4); // behind the first table
    expect(await checksum(insert(plain, table, ...words))).toBe(await checksum(plain));
    const cmyk = insert(plain, 2, segment(0xee, 'Adobe\0d\0\0\0\0\x02'));
    expect(await checksum(cmyk)).not.toBe(await checksum(plain));
  });

  it('does not count texts and times in a PNG, and counts its gamma', async () => {
    const plain = await noise().png().toBuffer();
    const words = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf'].map((name) =>
      pngChunk(name, 'Title\0a'),
    );
    expect(await checksum(insert(plain, 33, ...words))).toBe(await checksum(plain));
    const gamma = insert(plain, 33, pngChunk('gAMA', '\0\0\xb1\x8f'));
    expect(await checksum(gamma)).not.toBe(await checksum(plain));
  });

  it('counts that EXIF calls the samples Adobe RGB where no profile says it', async () => {
    const told = (index: string) => {
      const exif = {
        IFD0: { Software: 'camera' },
        IFD2: { ColorSpace: '65535' },
        IFD4: { InteroperabilityIndex: index },
      };
      return noise().withExif(exif);
    };
    const [adobe, other] = await Promise.all(
      ['R03', 'R98'].map(async (index) => {
        const bytes = await told(index).jpeg().toBuffer();
        const { imageSha256 } = await openPicture({ kind: 'bytes', bytes });
        expect(imageSha256).toBe(await checksum(bytes));
        return imageSha256;
      }),
    );
    expect(other).toBe(await checksum(await noise().jpeg().toBuffer()));
    expect(adobe).not.toBe(other);
  });

  it('counts the frames of a moving WebP, and the size that they move in', async () => {
    const frames = Buffer.concat([await noise().raw().toBuffer(), await noise(1).raw().toBuffer()]);
    const raw = { width: 40, height: 60, channels: 3, pageHeight: 30 } as const;
    const moving = await sharp(frames, { raw }).webp().toBuffer();
    const told = await sharp(frames, { raw }).withExif(SAID).webp().toBuffer();
    expect(await checksum(told)).toBe(await checksum(moving));
    const larger = Buffer.from(moving);
    larger[moving.indexOf('VP8X') + 12]! += 1;
    expect(await checksum(larger)).not.toBe(await checksum(moving));
  });

  it.each(['tiff', 'avif', 'gif'] as const)('is that of the whole file in %s', async (format) => {
    const bytes = await noise().toFormat(format).toBuffer();
    expect(await checksum(bytes)).toBe(sha256(bytes));
  });

  it('is the same of a file that is too large to be held', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'calm-checksum-'));
    try {
      const path = join(folder, 'large.jpg');
      const plain = await noise().withIccProfile('p3').jpeg().toBuffer();
      await writeFile(path, plain);
      const handle = await open(path, 'r+');
      await handle.truncate(HELD_BYTES + 1);
      await handle.close();
      expect(await imageSha256Of({ kind: 'path', path })).toBe(await checksum(plain));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is refused for what is no file, and once nobody wants it any more', async () => {
    await expect(imageSha256Of({ kind: 'path', path: 'no-such.jpg' })).rejects.toMatchObject({
      code: 'file-not-found',
    });
    const signal = AbortSignal.abort();
    await expect(
      imageSha256Of({ kind: 'path', path: import.meta.filename }, { signal }),
    ).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is the one of an opened picture, whose profile is not lost on it', async () => {
    const bytes = await noise().jpeg().toBuffer();
    const icc = segment(
      0xe2,
      Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), adobeRgbProfile()]),
    );
    const profiled = insert(bytes, 2, icc);
    const { imageSha256, sha256: ofFile } = await openPicture({ kind: 'bytes', bytes: profiled });
    expect(imageSha256).toBe(await checksum(profiled));
    expect(imageSha256).not.toBe(await checksum(bytes));
    expect(ofFile).toBe(sha256(profiled));
  });
});
