import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { fileName, type FileName } from './file-name.js';
import { namedBy } from './named.js';
import { nothingPassed, walk, type Found, type Passed } from './walk.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-walk-'));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), '');
  }
}

async function walked(
  ...names: string[]
): Promise<{ found: Found[]; passed: Passed; shown: string[] }> {
  const passed = nothingPassed();
  const found: Found[] = [];
  const named: FileName[] = names.map((name) => ({ shown: name, path: name }));
  for await (const each of walk(named, passed)) found.push(each);
  const shown = found.map(({ name }) => path.relative(folder, name.shown));
  return { found, passed, shown };
}

describe('a folder', () => {
  it('gives its pictures in natural order, folders in their place', async () => {
    put('img10.jpg', 'img2.JPG', 'img2b/a.png', 'z.webp', 'img1.tiff', 'x.avif', 'y.gif', 'w.svg');
    const { shown } = await walked(folder);
    expect(shown).toEqual(
      [
        'img1.tiff',
        'img2.JPG',
        'img2b/a.png',
        'img10.jpg',
        'w.svg',
        'x.avif',
        'y.gif',
        'z.webp',
      ].map(path.normalize),
    );
  });

  it('keeps hidden files, sidecars and the stores of other tools to itself, and counts RAW and HEIC', async () => {
    put(
      'a.jpg',
      'a.xmp',
      'a.jpg.dop',
      'notes.txt',
      '.hidden.jpg',
      '._a.jpg',
      '.trash/b.jpg',
      'Catalog Previews.lrdata/p.jpg',
      '@eaDir/a.jpg',
      'jpg',
      'b.CR3',
      'c.nef',
      'd.heic',
    );
    const { shown, passed } = await walked(folder);
    expect(shown).toEqual(['a.jpg']);
    expect(passed).toMatchObject({ raw: 2, heic: 1 });
  });

  it('without pictures is named', async () => {
    put('notes.txt', 'sub/b.nef');
    const { found, passed } = await walked(folder);
    expect(found).toEqual([]);
    expect(passed.empty).toEqual([folder]);
  });

  it.skipIf(process.platform === 'win32')('is entered once, however links loop', async () => {
    put('a.jpg', 'sub/b.jpg');
    symlinkSync(folder, path.join(folder, 'sub', 'loop'));
    symlinkSync(path.join(folder, 'sub'), path.join(folder, 'twin'));
    symlinkSync(path.join(folder, 'a.jpg'), path.join(folder, 'linked.jpg'));
    const { shown } = await walked(folder);
    expect(shown).toEqual(['a.jpg', 'linked.jpg', 'sub/b.jpg']);
  });

  it('named twice, or beside a picture in it, lists each picture once', async () => {
    put('a.jpg', 'b.jpg');
    const { shown, passed } = await walked(folder, path.join(folder, 'b.jpg'), `${folder}/./a.jpg`);
    expect(shown).toEqual(['a.jpg', 'b.jpg']);
    expect(passed.repeated).toBe(2);
    for (const named of [
      [folder, folder],
      [path.join(folder, 'a.jpg'), path.join(folder, 'b.jpg'), folder],
    ]) {
      const again = await walked(...named);
      expect(again.shown).toEqual(['a.jpg', 'b.jpg']);
      expect(again.passed.empty).toEqual([]);
    }
  });
});

describe('a file that is named', () => {
  it('is taken whatever it is called, so that it fails by itself', async () => {
    put('raw.nef', 'notes.txt');
    const { shown, passed } = await walked(
      path.join(folder, 'raw.nef'),
      path.join(folder, 'notes.txt'),
      path.join(folder, 'gone.jpg'),
    );
    expect(shown).toEqual(['raw.nef', 'notes.txt', 'gone.jpg']);
    expect(passed.raw).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('and is a device is never read', async () => {
    const { found } = await walked('/dev/zero');
    expect(found).toMatchObject([{ kind: 'failure', error: { code: 'not-an-image' } }]);
  });
});

describe('names that are not UTF-8', () => {
  // macOS refuses such names.
  it.skipIf(process.platform !== 'linux')('are found in folders and kept as bytes', async () => {
    const name = Buffer.concat([
      Buffer.from(`${folder}/caf`),
      Buffer.from([0xe9]),
      Buffer.from('.jpg'),
    ]);
    writeFileSync(name, '');
    const { found, shown } = await walked(folder);
    expect(shown).toEqual(['caf\\xe9.jpg']);
    expect(found[0]?.name.path).toEqual(name);
  });

  it('that an argument could not carry fail with a way out', async () => {
    const { found } = await walked(path.join(folder, 'caf\ufffd.jpg'));
    expect(found).toMatchObject([
      {
        kind: 'failure',
        error: {
          code: 'file-not-found',
          hint: expect.stringContaining('standard input') as string,
        },
      },
    ]);
  });

  it('are shown with the bytes that are none as \\xNN and the rest as it is', () => {
    const bytes = Buffer.concat([
      Buffer.from('é写'),
      Buffer.from([0xff, 0xe5, 0x86]),
      Buffer.from('.jpg'),
    ]);
    expect(fileName(bytes).shown).toBe('é写\\xff\\xe5\\x86.jpg');
  });
});

describe('names on standard input', () => {
  const read = async (input: readonly Buffer[], separator: '\n' | '\0'): Promise<string[]> => {
    const names: string[] = [];
    const stdin = Readable.from(input);
    const signal = new AbortController().signal;
    for await (const name of namedBy(['first', '-', 'last', '-'], stdin, separator, signal)) {
      names.push(name.shown);
    }
    return names;
  };

  it('stand where the dash stands, one a line, however the bytes arrive', async () => {
    const text = Buffer.from('a.jpg\n\nfotö.jpg\r\nb c.jpg');
    const bytewise = Array.from(text, (byte) => Buffer.from([byte]));
    const expected = ['first', 'a.jpg', 'fotö.jpg', 'b c.jpg', 'last'];
    expect(await read([text], '\n')).toEqual(expected);
    expect(await read(bytewise, '\n')).toEqual(expected);
  });

  it('may hold line feeds where NUL ends them', async () => {
    expect(await read([Buffer.from('a\nb.jpg\0c.jpg\0')], '\0')).toEqual([
      'first',
      'a\nb.jpg',
      'c.jpg',
      'last',
    ]);
  });
});
