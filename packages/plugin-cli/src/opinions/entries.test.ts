import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { imageSha256Of, inForce, type Entry } from '@calm-sdk/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { darktable, grey, greyOf, seenOf, tag, xmp } from '../../test/rated-files.js';
import { nothingPassed } from '../pictures/walk.js';
import { entriesOf, type PictureEntries } from './entries.js';
import { entryId } from './entry-id.js';
import type { Meaning } from './histogram.js';
import type { Opinion } from './opinion.js';
import { ratingEntriesOf, readRatingsList } from './ratings-list.js';
import { readOpinions } from './read-opinions.js';

vi.setConfig({ testTimeout: 60_000 });

const PROFILE = '0190a6a2-7c4e-7d1f-8a55-3e5f4b6c7d8e';
const QUALITY: Meaning = { kind: 'quality' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-entries-'));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

const at = (name: string): string => path.join(folder, name);

/** A picture that is no other. */
async function put(name: string, sidecar?: string): Promise<void> {
  await writeFile(at(name), greyOf(name));
  if (sidecar !== undefined) await writeFile(at(`${name}.xmp`), sidecar);
}

/** Where the pictures of earlier imports lay. */
const places = new Map<string, string>();

async function gather(all: AsyncIterable<PictureEntries>): Promise<{
  readonly entries: Entry[];
  readonly pictures: string[];
  readonly all: PictureEntries[];
}> {
  const gathered: PictureEntries[] = [];
  for await (const each of all) gathered.push(each);
  const told = gathered.filter((each) => each.kind === 'entries');
  for (const { picture } of told) {
    for (const place of picture.paths) places.set(place, picture.sha256);
  }
  return {
    all: gathered,
    entries: told.flatMap(({ entries }) => entries),
    pictures: told
      .flatMap(({ picture }) => picture.paths)
      .map((each) => path.relative(folder, each)),
  };
}

async function opinionsIn(signal: AbortSignal): Promise<Opinion[]> {
  const named = [{ shown: folder, path: folder }];
  const opinions: Opinion[] = [];
  for await (const each of readOpinions(named, nothingPassed(), { signal, env: process.env })) {
    if (each.kind === 'opinion') opinions.push(each.opinion);
  }
  return opinions;
}

async function importFolder(
  meaning: Meaning,
  log: readonly Entry[] = [],
  { session = 'one', profile = PROFILE } = {},
): ReturnType<typeof gather> {
  const { signal } = new AbortController();
  const options = { profile, session, log, places, signal };
  return gather(entriesOf(await opinionsIn(signal), meaning, options));
}

const short = (entry: Entry): unknown =>
  entry.kind === 'rating' ? entry.value : entry.kind === 'flag' ? entry.flag : entry.kind;

const schema = JSON.parse(
  readFileSync(new URL('../../../core/schema/v1/taste.schema.json', import.meta.url), 'utf8'),
) as { $id: string };
const isEntry = new Ajv2020({ strict: false }).addSchema(schema).compile({
  $ref: `${schema.$id}#/$defs/Entry`,
});

describe('entries of a folder', () => {
  beforeEach(async () => {
    await put('five.jpg', darktable(5));
    await put('one.jpg', darktable(1));
    await put('rejected.jpg', darktable(-1));
    await put('unrated.jpg', darktable(0));
    await put('picked.jpg', xmp({ 'xmpDM:pick': 1 }));
    // The newest comes first: written one after the other, in the order in which they are found.
    for (const [index, name] of ['five', 'one', 'picked', 'rejected', 'unrated'].entries()) {
      await utimes(at(`${name}.jpg.xmp`), 1e9 - index, 1e9 - index);
    }
  });

  it('are ratings and flags where stars mean quality, and none for what is unrated', async () => {
    const { entries, pictures } = await importFolder(QUALITY);
    expect(pictures).toEqual(['five.jpg', 'one.jpg', 'picked.jpg', 'rejected.jpg']);
    expect(entries.map(short)).toEqual([5, 1, 'pick', 'reject']);
    expect(entries[0]).toEqual({
      kind: 'rating',
      id: expect.stringMatching(
        /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
      ) as string,
      at: '2001-09-09T01:46:40.000Z',
      source: 'xmp',
      session: 'one',
      shown: false,
      picture: createHash('sha256')
        .update(readFileSync(at('five.jpg')))
        .digest('hex'),
      value: 5,
      scale: { low: 1, high: 5 },
    });
    for (const entry of entries) expect(isEntry(entry), JSON.stringify(isEntry.errors)).toBe(true);
  });

  it('are picks from the threshold on where stars mark keepers', async () => {
    const { entries, pictures } = await importFolder({ kind: 'keepers', from: 2 });
    expect(pictures).toEqual(['five.jpg', 'picked.jpg', 'rejected.jpg']);
    expect(entries.map(short)).toEqual(['pick', 'pick', 'reject']);
    for (const entry of entries) expect(isEntry(entry), JSON.stringify(isEntry.errors)).toBe(true);
    const all = await importFolder({ kind: 'keepers', from: 1 });
    expect(all.entries.map(short)).toEqual(['pick', 'pick', 'pick', 'reject']);
  });

  it('are flags alone where stars mean nothing', async () => {
    expect((await importFolder({ kind: 'nothing' })).entries.map(short)).toEqual([
      'pick',
      'reject',
    ]);
  });

  it('are the same at every import, and new to no log that has them', async () => {
    const first = await importFolder(QUALITY);
    const again = await importFolder(QUALITY, [], { session: 'two' });
    expect(again.entries.map(({ id }) => id)).toEqual(first.entries.map(({ id }) => id));
    expect((await importFolder(QUALITY, first.entries, { session: 'two' })).entries).toEqual([]);
  });

  it('are new where stars changed, and again where they returned', async () => {
    const log = (await importFolder(QUALITY)).entries;
    for (const stars of [3, 5, 3]) {
      await writeFile(at('five.jpg.xmp'), darktable(stars));
      const { entries } = await importFolder(QUALITY, log);
      expect(entries.map(short)).toEqual([stars]);
      log.push(...entries);
    }
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  });

  it('take back a flag that is gone', async () => {
    const log = (await importFolder({ kind: 'keepers', from: 2 })).entries;
    await writeFile(at('five.jpg.xmp'), darktable(0));
    await writeFile(at('rejected.jpg.xmp'), darktable(4));
    const { entries, pictures } = await importFolder({ kind: 'keepers', from: 2 }, log);
    expect(pictures).toContain('five.jpg');
    expect(entries.map(short)).toEqual(['pick', 'none']);
    log.push(...entries);
    expect((await importFolder({ kind: 'keepers', from: 2 }, log)).entries).toEqual([]);
  });

  it('take back stars that mean nothing now, and say them anew where they mean something again', async () => {
    const log = (await importFolder(QUALITY)).entries;
    const retracted = await importFolder({ kind: 'nothing' }, log);
    expect(retracted.entries.map(short)).toEqual(['retraction', 'retraction']);
    expect(retracted.all).toMatchObject([
      { kind: 'entries', entries: [] },
      { kind: 'entries', entries: [] },
      { former: 'taken-back' },
      { former: 'taken-back' },
    ]);
    log.push(...retracted.entries);
    expect(inForce(log).map(short)).toEqual(['pick', 'reject']);
    expect((await importFolder({ kind: 'nothing' }, log)).entries).toEqual([]);
    log.push(...(await importFolder(QUALITY, log)).entries);
    expect(inForce(log).map(short).sort()).toEqual([1, 5, 'pick', 'reject']);
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
    for (const entry of log) expect(isEntry(entry), JSON.stringify(isEntry.errors)).toBe(true);
  });

  it('replace one meaning of stars by another', async () => {
    const log = (await importFolder(QUALITY)).entries;
    const keepers = await importFolder({ kind: 'keepers', from: 4 }, log);
    expect(keepers.entries.map(short)).toEqual(['retraction', 'pick', 'retraction']);
    expect(keepers.all.map((each) => each.kind === 'entries' && each.former)).toEqual([
      'replaced',
      undefined,
      undefined,
      'taken-back',
    ]);
    log.push(...keepers.entries);
    expect(inForce(log).map(short)).toEqual(['pick', 'reject', 'pick']);
    log.push(...(await importFolder(QUALITY, log)).entries);
    expect(inForce(log).map(short).sort()).toEqual([1, 5, 'pick', 'reject']);
  });

  it('take back stars that are gone from a file, and not those that a copy elsewhere never had', async () => {
    const log = (await importFolder(QUALITY)).entries;
    await mkdir(at('copies'));
    await writeFile(at('copies/five.jpg'), readFileSync(at('five.jpg')));
    expect((await importFolder(QUALITY, log)).entries).toEqual([]);
    await rm(at('five.jpg'));
    expect((await importFolder(QUALITY, log)).entries).toEqual([]);
    await rm(at('one.jpg.xmp'));
    const { all, entries } = await importFolder(QUALITY, log);
    expect(entries.map(short)).toEqual(['retraction']);
    expect(all).toContainEqual(expect.objectContaining({ former: 'taken-back' }));
  });

  it('are of the file that was written last, where several show one picture', async () => {
    await writeFile(at('a-copy.jpg'), readFileSync(at('five.jpg')));
    await tag(at('a-copy.jpg'), '-XMP-xmp:Rating=2');
    await utimes(at('a-copy.jpg'), 9e8, 9e8);
    const log = (await importFolder(QUALITY)).entries;
    expect(inForce(log).map(short)).toEqual([5, 1, 'pick', 'reject']);
    await utimes(at('a-copy.jpg'), 11e8, 11e8);
    log.push(...(await importFolder(QUALITY, log)).entries);
    expect(inForce(log).map(short)).toEqual([1, 'pick', 'reject', 2]);
    expect((await importFolder(QUALITY, log)).entries).toEqual([]);
  });

  it('are for a profile alone', async () => {
    const other = await importFolder(QUALITY, [], { profile: 'another' });
    const ids = new Set((await importFolder(QUALITY)).entries.map(({ id }) => id));
    expect(other.entries.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  it('are one for copies of a picture, at every import', async () => {
    await writeFile(at('copy.jpg'), readFileSync(at('one.jpg')));
    await writeFile(at('copy.jpg.xmp'), darktable(4));
    const { all, entries } = await importFolder(QUALITY);
    expect(all).toContainEqual({
      kind: 'copy',
      name: { shown: at('one.jpg'), path: at('one.jpg') },
      of: { shown: at('copy.jpg'), path: at('copy.jpg') },
    });
    expect((await importFolder(QUALITY, entries)).entries).toEqual([]);
  });

  it('go on where a picture has gone since it was read', async () => {
    const { signal } = new AbortController();
    const opinions = await opinionsIn(signal);
    await rename(at('five.jpg'), at('gone'));
    const options = { profile: PROFILE, session: 'one', log: [], places, signal };
    const { all, entries } = await gather(entriesOf(opinions, QUALITY, options));
    expect(all[0]).toMatchObject({ kind: 'failure', error: { code: 'file-not-found' } });
    expect(entries.map(short)).toEqual([1, 'pick', 'reject']);
  });

  it('leave the folder as it is', async () => {
    const before = seenOf(folder);
    await importFolder(QUALITY);
    expect(seenOf(folder)).toEqual(before);
  });
});

describe('a file from the future', () => {
  it('counts as of its last change, or of now', async () => {
    await put('told.jpg', xmp({ 'xmp:Rating': 4, 'xmp:MetadataDate': '2999-01-01T00:00:00Z' }));
    await put('set.jpg', darktable(2));
    await utimes(at('told.jpg.xmp'), 1e9, 1e9);
    await utimes(at('set.jpg.xmp'), 4e9, 4e9);
    const start = Date.now();
    const { entries } = await importFolder(QUALITY);
    const [set, told] = entries;
    expect(told).toMatchObject({ value: 4, at: '2001-09-09T01:46:40.000Z' });
    expect(set).toMatchObject({ value: 2 });
    expect(Date.parse(set?.at ?? '')).toBeGreaterThanOrEqual(start);
    expect(Date.parse(set?.at ?? '')).toBeLessThanOrEqual(Date.now());
    const { signal } = new AbortController();
    expect((await opinionsIn(signal)).map(({ isAhead }) => isAhead)).toEqual([true, true]);
  });
});

describe('the picture that an entry is of', () => {
  const checksum = (name: string): Promise<string> =>
    imageSha256Of({ kind: 'path', path: at(name) });

  it.each(['jpg', 'png', 'webp'] as const)(
    'is the same whatever a program writes into a %s file, or takes out of it',
    async (ending) => {
      const name = `picture.${ending}`;
      await writeFile(at(name), grey(ending));
      const before = await checksum(name);
      await writeFile(at('thumbnail.jpg'), grey('jpg'));
      for (const tags of [
        ['-XMP-xmp:Rating=5', '-XMP-dc:Title=A title', '-XMP-xmp:Label=Red'],
        ['-EXIF:Artist=Anna', '-EXIF:Orientation#=6', '-EXIF:GPSLatitude=47'],
        ['-IPTC:Keywords=pagoda', '-Comment=A comment', `-ThumbnailImage<=${at('thumbnail.jpg')}`],
        ['-XMP:all=', '-XMP-xmp:Rating=1'],
        ['-EXIF:all=', '-XMP:all=', '-IPTC:all=', '-Comment='],
      ]) {
        await tag(at(name), ...tags);
        expect(await checksum(name), tags.join(' ')).toBe(before);
      }
    },
  );
});

describe('entries of a list', () => {
  const LISTED = new Date('2024-05-06T07:08:09Z');

  function importList(
    text: string,
    log: readonly Entry[] = [],
    choice: Parameters<typeof readRatingsList>[1] = {},
  ): ReturnType<typeof gather> {
    const { signal } = new AbortController();
    const options = { profile: PROFILE, session: 'one', log, places, signal };
    return gather(ratingEntriesOf(readRatingsList(text, choice), folder, LISTED, options));
  }

  it('are one for each row, beside the list, with its own time and session', async () => {
    await mkdir(at('sub'));
    await put('sub/a.jpg');
    await put('b.jpg');
    const { entries, pictures } = await importList(
      'path,rating,at,session\nsub/a.jpg,4,2024-01-02T03:04:05+01:00,morning\nb,2,,\nsub/a.jpg,5,,\n',
    );
    expect(pictures).toEqual(['sub/a.jpg', 'b.jpg'].map(path.normalize));
    expect(entries).toMatchObject([
      { value: 4, at: '2024-01-02T02:04:05.000Z', session: 'morning', source: 'csv', shown: false },
      { value: 5, at: '2024-05-06T07:08:09.000Z', scale: { low: 1, high: 5 } },
      { value: 2 },
    ]);
    expect(entries[1]?.session).toBe(entries[2]?.session);
    for (const entry of entries) expect(isEntry(entry), JSON.stringify(isEntry.errors)).toBe(true);
  });

  it('keep repetitions, and add only rows that are new', async () => {
    await put('a.jpg');
    const text = 'path,rating\na.jpg,3\na.jpg,3\n';
    const first = await importList(text);
    expect(first.entries.map(short)).toEqual([3, 3]);
    expect(new Set(first.entries.map(({ id }) => id)).size).toBe(2);
    expect((await importList(text, first.entries)).entries).toEqual([]);
    const more = await importList(`${text}a.jpg,3\na.jpg,4\n`, first.entries);
    expect(more.entries.map(short)).toEqual([3, 4]);
  });

  it('are said again by another list, equal or not, and by none that was imported before', async () => {
    await put('a.jpg');
    await put('b.jpg');
    const lists = ['path,rating\na.jpg,3\nb.jpg,4\n', 'path,rating\nb.jpg,4\na.jpg,3\n'];
    const log: Entry[] = [];
    for (const list of lists) log.push(...(await importList(list, log)).entries);
    expect(log.map(short)).toEqual([3, 4, 4, 3]);
    for (const list of lists) {
      const { all, entries } = await importList(list, log);
      expect(entries).toEqual([]);
      expect(all).toMatchObject([{ known: 1 }, { known: 1 }]);
    }
    // A list that grew twice adds its new rows each time.
    for (const rows of ['a.jpg,2\n', 'a.jpg,2\nb.jpg,2\n']) {
      const { entries } = await importList(`${lists[0]}${rows}`, log);
      expect(entries.map(short)).toEqual([2]);
      log.push(...entries);
    }
  });

  it('are one where two lists name the same rating by its time', async () => {
    await put('a.jpg');
    const [head, row] = ['path,rating,time\n', 'a.jpg,3,2024-01-02T03:04:05Z\n'];
    const log = (await importList(`${head}${row}`)).entries;
    const other = await importList(`${head}a.jpg,3,2024-02-02T03:04:05Z\n${row}`, log);
    expect(other.entries).toMatchObject([{ at: '2024-02-02T03:04:05.000Z' }]);
  });

  it('leave out a time that has not come yet, by name of the row', () => {
    const day = (days: number): string =>
      new Date(Date.now() + days * 24 * 3_600_000).toISOString();
    const list = readRatingsList(
      `path,rating,time\na.jpg,4,${day(0.5)}\nb.jpg,4,${day(1.5)}\nc.jpg,2,\n`,
    );
    expect(list.ratings.map(({ image }) => image)).toEqual(['a.jpg', 'c.jpg']);
    expect(list.problems).toEqual([
      expect.stringMatching(/^line 3: the time ".+" lies in the future/u),
    ]);
  });

  it('go on where a picture is missing, which costs one line', async () => {
    await put('a.jpg');
    const { all, entries } = await importList('path,rating\ngone.jpg,1\ngone.jpg,2\na.jpg,3\n');
    expect(all).toMatchObject([
      { kind: 'failure', name: { shown: at('gone.jpg') }, error: { code: 'file-not-found' } },
      { kind: 'entries' },
    ]);
    expect(entries.map(short)).toEqual([3]);
  });

  it.each([
    ['1\n5', { low: 1, high: 5 }, '1 to 5, from the values 1 to 5'],
    ['2\n4', { low: 1, high: 5 }, '1 to 5, from the values 2 to 4'],
    ['0\n5', { low: 0, high: 5 }, '0 to 5, from the values 0 to 5'],
    ['6.5\n2', { low: 1, high: 7 }, '1 to 7, from the values 2 to 6.5'],
    ['10\n0', { low: 0, high: 10 }, '0 to 10, from the values 0 to 10'],
    ['71\n99', { low: 0, high: 100 }, '0 to 100, from the values 71 to 99'],
    ['0.2\n0.9', { low: 0, high: 1 }, '0 to 1, from the values 0.2 to 0.9'],
    ['1\n1', { low: 1, high: 5 }, '1 to 5, from the value 1'],
    ['-3\n200', { low: -3, high: 200 }, '-3 to 200, from the values -3 to 200'],
  ])('on the scale that the values show: %j', (values, scale, scaleText) => {
    const rows = values.split('\n').map((value) => `a.jpg,${value}\n`);
    expect(readRatingsList(`path,rating\n${rows.join('')}`)).toMatchObject({ scale, scaleText });
  });

  it('on the scale that is told, and rows beyond it cost a line each', () => {
    const list = readRatingsList('path,rating,time\na.jpg,4,yesterday\nb.jpg,9,\nc.jpg,x,\n', {
      scale: { low: 1, high: 7 },
    });
    expect(list).toMatchObject({
      scale: { low: 1, high: 7 },
      scaleText: '1 to 7, as told',
      timeColumn: 'time',
      ratings: [{ image: 'a.jpg', value: 4 }],
    });
    expect(list.problems).toEqual([
      'line 4: "x" is not a number',
      'line 2: "yesterday" is no time such as 2024-05-06T07:08:09Z; it counts without',
      'line 3: 9 is not on the scale 1 to 7',
    ]);
  });
});

describe('the id of an entry', () => {
  it('is the UUID of version 5 that Python makes of the same', () => {
    // uuid.uuid5(uuid.UUID('8f1c3d0a5b7e4c6f9a2d4e6b8c0f1a37'), 'a\0b')
    expect(entryId('a', 'b')).toBe('d1d53ff9-dce1-5100-add7-813b098cccf5');
  });

  it('tells parts apart', () => {
    const parts = fc.array(
      fc.string().map((text) => text.replaceAll('\0', '')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        fc.pre(a.join('\0') !== b.join('\0'));
        expect(entryId(...a)).not.toBe(entryId(...b));
      }),
    );
  });
});
