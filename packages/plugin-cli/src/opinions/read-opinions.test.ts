import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  darktable,
  digiKam,
  grey,
  lightroom,
  picture,
  seenOf,
  xmp,
} from '../../test/rated-files.js';
import { fileName } from '../pictures/file-name.js';
import { nothingPassed } from '../pictures/walk.js';
import type { Opinion, ReadOpinion } from './opinion.js';
import { readOpinions } from './read-opinions.js';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-opinions-'));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

const at = (name: string): string => path.join(folder, name);
const put = (name: string, content: string | Buffer): Promise<void> => writeFile(at(name), content);

async function readAll(
  named: readonly string[] = [folder],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ReadOpinion[]> {
  const all: ReadOpinion[] = [];
  const names = named.map((name) => ({ shown: name, path: name }));
  const { signal } = new AbortController();
  for await (const each of readOpinions(names, nothingPassed(), { signal, env })) all.push(each);
  return all;
}

/** Opinions by name; fails where a picture could not be read. */
async function opinions(): Promise<Record<string, Opinion>> {
  const all = (await readAll()).map((each) => {
    if (each.kind === 'failure') throw new Error(each.error.message);
    return [path.relative(folder, each.opinion.name.shown), each.opinion] as const;
  });
  return Object.fromEntries(all);
}

describe('what stands in a picture', () => {
  it.each(['jpg', 'png', 'webp', 'tif', 'avif', 'heic', 'dng'] as const)(
    'is read from %s',
    async (ending) => {
      await picture(
        at(`a.${ending}`),
        ending,
        ...['-XMP-xmp:Rating=3', '-XMP-xmp:Label=Rot', '-XMP-xmpDM:Pick=1'],
        '-XMP-xmp:MetadataDate=2024:05:06 09:08:07+02:00',
        '-XMP-xmp:CreatorTool=Adobe Photoshop Lightroom Classic 13.2 (Macintosh)',
      );
      expect((await opinions())[`a.${ending}`]).toMatchObject({
        stars: 3,
        flag: 'pick',
        labels: ['Rot'],
        sidecar: undefined,
        writtenBy: 'Adobe Photoshop Lightroom Classic 13.2 (Macintosh)',
        writtenAt: '2024-05-06T07:08:07.000Z',
        disagreements: [],
        problems: [],
      });
    },
  );

  it('is unrated at zero stars and without any, and rejected at minus one', async () => {
    await picture(at('none.jpg'), 'jpg');
    await picture(at('zero.jpg'), 'jpg', '-XMP-xmp:Rating=0');
    await picture(at('rejected.jpg'), 'jpg', '-XMP-xmp:Rating=-1');
    const read = await opinions();
    expect(read['none.jpg']).toMatchObject({ stars: undefined, flag: undefined });
    expect(read['zero.jpg']).toMatchObject({ stars: undefined, flag: undefined });
    expect(read['rejected.jpg']).toMatchObject({ stars: undefined, flag: 'reject' });
  });

  it('counts when the file was changed where nothing tells when it was written', async () => {
    await picture(at('a.jpg'), 'jpg', '-XMP-xmp:Rating=2');
    await utimes(at('a.jpg'), 1e9, 1e9);
    expect((await opinions())['a.jpg']?.writtenAt).toBe('2001-09-09T01:46:40.000Z');
  });

  it.each([
    [['-IFD0:Rating=4'], 4],
    [['-IFD0:RatingPercent=99'], 5],
    [['-IFD0:RatingPercent=1'], 1],
    [['-XMP-microsoft:RatingPercent=50'], 3],
    [['-XMP-microsoft:RatingPercent=0'], undefined],
    [['-IFD0:Rating=4', '-XMP-xmp:Rating=2'], 2],
    [['-XMP-xmp:Rating=3.6'], 4],
  ])('has the stars of Windows and of other programs: %j', async (tags, stars) => {
    await picture(at('a.jpg'), 'jpg', ...tags);
    expect((await opinions())['a.jpg']?.stars).toBe(stars);
  });

  it('is no number of stars where it is out of range, and says so', async () => {
    await picture(at('a.jpg'), 'jpg', '-n', '-XMP-xmp:Rating=7');
    expect((await opinions())['a.jpg']).toMatchObject({
      stars: undefined,
      problems: ['its rating is 7, which is neither −1 nor 0 to 5 stars'],
    });
  });
});

describe('a sidecar', () => {
  it('of darktable gives stars, its rejections and its colours', async () => {
    await Promise.all(['a.jpg', 'b.nef', 'c.jpg'].map((name) => put(name, grey('jpg'))));
    await put('b.nef', grey('nef'));
    await put('a.jpg.xmp', darktable(4, 0, 3));
    await put('b.nef.xmp', darktable(-1));
    await put('c.jpg.xmp', darktable(0));
    const read = await opinions();
    expect(read['a.jpg']).toMatchObject({
      stars: 4,
      flag: undefined,
      labels: ['Red', 'Blue'],
      writtenBy: 'darktable',
      sidecar: { path: at('a.jpg.xmp') },
    });
    expect(read['b.nef']).toMatchObject({
      kind: 'raw',
      stars: undefined,
      flag: 'reject',
      labels: [],
    });
    expect(read['c.jpg']).toMatchObject({ stars: undefined, flag: undefined });
  });

  it('of digiKam gives stars, flags and colours', async () => {
    const flags = { none: 0, rejected: 1, pending: 2, accepted: 3 };
    for (const [name, number] of Object.entries(flags)) {
      await put(`${name}.jpg`, grey('jpg'));
      await put(`${name}.jpg.xmp`, digiKam(2, number, 3));
    }
    const read = await opinions();
    const flagOf = (name: string): unknown => read[`${name}.jpg`]?.flag;
    expect(Object.keys(flags).map(flagOf)).toEqual([undefined, 'reject', undefined, 'pick']);
    expect(read['none.jpg']).toMatchObject({ stars: 2, labels: ['Yellow'], writtenBy: 'digiKam' });
  });

  it('of Lightroom belongs to the RAW file, and the JPEG beside it speaks for itself', async () => {
    await put('IMG_1.NEF', grey('nef'));
    await picture(at('IMG_1.JPG'), 'jpg', '-XMP-xmp:Rating=1');
    await put('IMG_1.xmp', lightroom({ 'xmp:Rating': 5, 'xmp:Label': 'Grün', 'xmpDM:pick': 1 }));
    const read = await opinions();
    expect(read['IMG_1.NEF']).toMatchObject({
      stars: 5,
      flag: 'pick',
      labels: ['Grün'],
      sidecar: { path: at('IMG_1.xmp') },
      writtenBy: 'Adobe Photoshop Lightroom Classic 13.2 (Windows)',
      writtenAt: '2024-05-06T07:08:07.000Z',
      pairedWith: [{ path: at('IMG_1.JPG') }],
    });
    expect(read['IMG_1.JPG']).toMatchObject({
      stars: 1,
      sidecar: undefined,
      pairedWith: [{ path: at('IMG_1.NEF') }],
    });
  });

  it('that names another ending is about that file only', async () => {
    await put('a.nef', grey('nef'));
    await put('a.dng', grey('dng'));
    await put('a.xmp', lightroom({ 'xmp:Rating': 5 }, 'NEF'));
    const read = await opinions();
    expect(read['a.nef']?.stars).toBe(5);
    expect(read['a.dng']?.stars).toBeUndefined();
  });

  it('named after the stem is the JPEG’s where there is no RAW file, as Capture One writes it', async () => {
    await put('a.jpg', grey('jpg'));
    await put('a.XMP', xmp({}, '<xmp:Rating>2</xmp:Rating><xmp:Label>Pink</xmp:Label>'));
    expect((await opinions())['a.jpg']).toMatchObject({
      stars: 2,
      labels: ['Pink'],
      pairedWith: [],
    });
  });

  it('outweighs what is embedded, and the disagreement is told', async () => {
    await picture(at('a.jpg'), 'jpg', '-XMP-xmp:Rating=2', '-XMP-xmpDM:Pick=1');
    await put('a.jpg.xmp', darktable(0));
    expect((await opinions())['a.jpg']).toMatchObject({
      stars: undefined,
      // Of which the sidecar is silent.
      flag: 'pick',
      disagreements: [`${at('a.jpg.xmp')} says unrated, the picture itself says 2 stars`],
    });
  });

  it('takes back a rejection that is embedded', async () => {
    await picture(at('a.jpg'), 'jpg', '-XMP-xmp:Rating=-1');
    await put('a.jpg.xmp', darktable(1));
    expect((await opinions())['a.jpg']).toMatchObject({
      stars: 1,
      flag: undefined,
      disagreements: [`${at('a.jpg.xmp')} says 1 star, the picture itself says rejected`],
    });
  });

  it('that is newer outweighs the other', async () => {
    await put('a.jpg', grey('jpg'));
    await put('a.jpg.xmp', darktable(3));
    await put('a.xmp', xmp({ 'xmp:Rating': 4 }));
    await utimes(at('a.jpg.xmp'), 1e9, 1e9);
    expect((await opinions())['a.jpg']).toMatchObject({
      stars: 4,
      disagreements: [`${at('a.xmp')} says 4 stars, ${at('a.jpg.xmp')} says 3 stars`],
    });
    await utimes(at('a.xmp'), 9e8, 9e8);
    expect((await opinions())['a.jpg']?.stars).toBe(3);
  });

  it('that is damaged costs a line, and the picture speaks', async () => {
    await picture(at('a.jpg'), 'jpg', '-XMP-xmp:Rating=2');
    await put('a.jpg.xmp', 'not XMP at all');
    const read = (await opinions())['a.jpg'];
    expect(read).toMatchObject({ stars: 2, sidecar: undefined });
    expect(read?.problems).toEqual([
      expect.stringContaining(`its sidecar ${at('a.jpg.xmp')} cannot be read`),
    ]);
  });
});

describe('reading', () => {
  it('changes nothing in the folder: no byte, no time, no new file', async () => {
    await mkdir(at('sub'));
    await picture(at('a.jpg'), 'jpg', '-XMP-xmp:Rating=2');
    await picture(at('sub/b.png'), 'png', '-XMP-xmp:Rating=3');
    await put('sub/b.png.xmp', darktable(4));
    await put('broken.jpg', 'none');
    const before = seenOf(folder);
    expect(await readAll()).toHaveLength(3);
    expect(seenOf(folder)).toEqual(before);
  });

  it('costs one line for each file that cannot be read, and goes on', async () => {
    await put('a.jpg', Buffer.alloc(100, 'x'));
    await put('b.jpg', '');
    await picture(at('c.jpg'), 'jpg', '-XMP-xmp:Rating=5');
    const read = await readAll([folder, at('gone.jpg')]);
    expect(
      read.map((each) =>
        each.kind === 'failure'
          ? [path.basename(each.name.shown), each.error.code]
          : each.opinion.stars,
      ),
    ).toEqual([
      ['a.jpg', 'file-unreadable'],
      ['b.jpg', 'file-unreadable'],
      5,
      ['gone.jpg', 'file-not-found'],
    ]);
  });

  it('keeps the order of the walk over more pictures than are read at a time', async () => {
    await picture(at('model.jpg'), 'jpg', '-XMP-xmp:Rating=3');
    const bytes = readFileSync(at('model.jpg'));
    rmSync(at('model.jpg'));
    for (let index = 0; index < 150; index += 1) {
      await put(`${index}.jpg`, index % 50 === 7 ? 'broken' : bytes);
    }
    const read = await readAll();
    expect(
      read.map((each) =>
        path.basename((each.kind === 'failure' ? each.name : each.opinion.name).shown),
      ),
    ).toEqual(Array.from({ length: 150 }, (_, index) => `${index}.jpg`));
    expect(read.filter((each) => each.kind === 'failure')).toHaveLength(3);
  });

  it('takes every name for a name', async () => {
    const names = [
      'with space .jpg',
      '-XMP-xmp:Rating=1.jpg',
      '#comment.jpg',
      '@args.jpg',
      'ümläut 写真.jpg',
      '$HOME`id`.jpg',
      '%f*[a]?.jpg',
      ...(process.platform === 'win32'
        ? []
        : ['line\nbreak\n-XMP-xmp:Rating=1\n-overwrite_original\n-execute\n.jpg', 'pipe|.jpg']),
    ];
    await picture(at('model.jpg'), 'jpg', '-XMP-xmp:Rating=4');
    for (const name of names) await put(name, readFileSync(at('model.jpg')));
    await put('ümläut 写真.jpg.xmp', darktable(5));
    const before = seenOf(folder);
    const read = await opinions();
    expect(Object.keys(read).sort()).toEqual(['model.jpg', ...names].sort());
    for (const [name, { stars }] of Object.entries(read)) {
      expect(stars, name).toBe(name.startsWith('ü') ? 5 : 4);
    }
    expect(seenOf(folder)).toEqual(before);
  });

  it.skipIf(process.platform !== 'linux')('reads files whose names are not UTF-8', async () => {
    const name = Buffer.concat([Buffer.from(at('caf')), Buffer.from([0xe9]), Buffer.from('.jpg')]);
    await picture(at('model.jpg'), 'jpg', '-XMP-xmp:Rating=4');
    await rename(at('model.jpg'), name);
    await writeFile(Buffer.concat([name, Buffer.from('.xmp')]), darktable(2));
    const ours = mkdtempSync(path.join(tmpdir(), 'calm-tmp-'));
    vi.stubEnv('TMPDIR', ours);
    const [read] = await readAll().finally(() => vi.unstubAllEnvs());
    expect(read).toMatchObject({
      opinion: { name: fileName(name), stars: 2, sidecar: { shown: `${at('caf\\xe9.jpg')}.xmp` } },
    });
    // The links through which they were read are gone.
    expect(readdirSync(ours)).toEqual([]);
    rmSync(ours, { recursive: true });
  });

  it('is not led astray by values that look like the end of its answer', async () => {
    await picture(at('a.jpg'), 'jpg', '-XMP-xmp:Label={ready}', '-XMP-xmp:Rating=3');
    await picture(at('b.jpg'), 'jpg', '-XMP-xmp:Label=2&#xa;"}]', '-E', '-XMP-xmp:Rating=4');
    expect(await opinions()).toMatchObject({
      'a.jpg': { stars: 3, labels: ['{ready}'] },
      'b.jpg': { stars: 4 },
    });
  });

  it.skipIf(process.platform === 'win32')('loses one file where one ends ExifTool', async () => {
    for (let index = 0; index < 40; index += 1) await put(`${index}.jpg`, grey('jpg'));
    await picture(at('poison.jpg'), 'jpg', '-XMP-xmp:Rating=1');
    await picture(at('zest.jpg'), 'jpg', '-XMP-xmp:Rating=5');
    // A perl that dies of one name, and is the real one otherwise.
    const bin = mkdtempSync(path.join(tmpdir(), 'calm-perl-'));
    const script = `#!/bin/sh
PATH=${process.env['PATH']}
[ "$1" = -e ] && exit 0
input=$(cat)
case "$input" in *poison*) exit 9;; esac
printf '%s\\n' "$input" | perl "$@"
`;
    await writeFile(path.join(bin, 'perl'), script, { mode: 0o755 });
    const read = await readAll([folder], { PATH: bin });
    rmSync(bin, { recursive: true });
    const failed = read.filter((each) => each.kind === 'failure');
    expect(failed).toMatchObject([
      { name: { shown: at('poison.jpg') }, error: { code: 'file-unreadable' } },
    ]);
    expect(read).toHaveLength(42);
    expect(read.at(-1)).toMatchObject({ opinion: { stars: 5 } });
  });

  it('says what to install where perl is missing', async () => {
    await put('a.jpg', grey('jpg'));
    await expect(readAll([folder], { PATH: folder })).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringContaining('perl') as string,
      hint: expect.stringContaining('apt install perl') as string,
    });
  });

  it('runs no settings file that lies where calm was started', async () => {
    await put('.ExifTool_config', `open(F, '>', '${at('ran')}'); close(F); 1;`);
    await put('a.jpg', grey('jpg'));
    const before = process.cwd();
    process.chdir(folder);
    try {
      await readAll(['a.jpg']);
    } finally {
      process.chdir(before);
    }
    expect(existsSync(at('ran'))).toBe(false);
  });
});

describe.skipIf(process.platform !== 'linux')('no process stays behind', () => {
  /** Processes of ExifTool under this one. */
  function children(): string[] {
    return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
      .split(' ')
      .filter((pid) => pid !== '' && existsSync(`/proc/${pid}/cmdline`))
      .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('exiftool'));
  }

  async function fill(): Promise<void> {
    for (let index = 0; index < 200; index += 1) await put(`${index}.jpg`, grey('jpg'));
  }

  it('once all is read, or once the reader has had enough', async () => {
    await fill();
    const { signal } = new AbortController();
    const names = [{ shown: folder, path: folder }];
    const opinions = readOpinions(names, nothingPassed(), { signal, env: process.env });
    const first = opinions.next();
    await vi.waitFor(() => expect(children().length).toBeGreaterThan(0), { interval: 2 });
    await first;
    await opinions.return(undefined);
    expect(children()).toEqual([]);
    await readAll();
    expect(children()).toEqual([]);
  });

  it('once the person stops it, which is no error', async () => {
    await fill();
    const stopping = new AbortController();
    const { signal } = stopping;
    const names = [{ shown: folder, path: folder }];
    let read = 0;
    for await (const _ of readOpinions(names, nothingPassed(), { signal, env: process.env })) {
      read += 1;
      if (read === 3) stopping.abort();
    }
    expect(read).toBe(3);
    expect(children()).toEqual([]);
  });
});
