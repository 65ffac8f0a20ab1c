/**
 * Tastes as a person meets them: the program in processes of its own, the real engine and model, a real store, real photographs.
 * It runs what `npm run build` has built.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createEngine,
  developFile,
  inForce,
  type Assessment,
  type TasteExport,
  type TasteReport,
} from '@calm-sdk/core';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { end, type Ended } from './ended.js';
import { grey, seenOf, tag, xmp } from './rated-files.js';
import { calm as commandLine } from './stand-in-engine.js';

const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const PHOTOS = fileURLToPath(new URL('../../../examples/photos', import.meta.url));
const NAMES = ['dandelion.jpg', 'dahlia.jpg', 'sunset.jpg', 'raccoon.jpg', 'pagoda.jpg'];

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let data: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-taste-'));
  mkdirSync(path.join(folder, 'shoot'));
  for (const name of NAMES) copyFileSync(path.join(PHOTOS, name), at(name));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  data = mkdtempSync(path.join(folder, 'data-'));
});

const at = (name: string): string => path.join(folder, 'shoot', name);
const store = (): string => path.join(data, 'calm', 'taste.sqlite');

function start(...argv: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [PROGRAM, ...argv], {
    cwd: path.join(folder, 'shoot'),
    env: {
      ...process.env,
      CALM_STORE: '',
      // Results are remembered across tests: pictures are looked at once.
      XDG_CACHE_HOME: path.join(folder, 'cache'),
      XDG_DATA_HOME: data,
      NO_COLOR: '1',
    },
  });
}

const calm = async (...argv: string[]): Promise<Ended> => end(start(...argv));
const taste = async (...argv: string[]): Promise<Ended> => calm('taste', ...argv);

/** What needs no engine is asked in this process, which takes less time. */
const here = async (...argv: string[]): Promise<Ended> =>
  commandLine(['taste', ...argv], { env: { XDG_DATA_HOME: data, NO_COLOR: '1' } });

const exported = async (...more: string[]): Promise<TasteExport> =>
  JSON.parse((await here('export', ...more)).stdout) as TasteExport;

const assessed = async (name: string, ...more: string[]): Promise<Assessment> => {
  const { stdout } = await calm('assess', name, '--format', 'json', '--detail', 'short', ...more);
  return (JSON.parse(stdout) as { results: Assessment[] }).results[0] as Assessment;
};

const personal = async (name: string): Promise<number | undefined> =>
  (await assessed(name, '--profile', 'my taste')).score?.personal?.value;

describe('calm taste rate', () => {
  it('begins a profile, says so, and shows scores once the rating is given', async () => {
    const { status, stdout, stderr } = await taste(
      ...['rate', 'dandelion.jpg', '4', 'dahlia.jpg', 'sunset.jpg', '2'],
    );
    expect(status).toBe(0);
    expect(stderr).toContain(`The taste profile "My taste" begins, kept in ${store()}.`);
    expect(stderr).toContain('My taste: 3 opinions of photographs; from about 10 on');
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^Picture +You say +General +Yours$/u);
    expect(lines[1]).toMatch(/^dandelion\.jpg +4 of 5 +\d\.\d +\d\.\d$/u);
    expect(lines[3]).toMatch(/^sunset\.jpg +2 of 5 /u);
    const [{ profile, entries } = { profile: undefined, entries: [] }] = (await exported())
      .profiles;
    expect(profile?.name).toBe('My taste');
    expect(entries).toMatchObject([
      { kind: 'rating', value: 4, scale: { low: 1, high: 5 }, shown: false, source: 'cli' },
      { value: 2 },
      { value: 2 },
    ]);
  });

  it('marks what was rated after a score was seen', async () => {
    await taste('rate', 'sunset.jpg', '9', '--scale', '1-10', '--shown');
    expect((await exported()).profiles[0]?.entries).toMatchObject([
      { value: 9, scale: { low: 1, high: 10 }, shown: true },
    ]);
  });

  it.each([
    [['rate', '4', 'dahlia.jpg'], '4 stands behind no picture'],
    [['rate', 'dahlia.jpg'], 'what do you say of dahlia.jpg?'],
    [['rate', 'dahlia.jpg', '7'], '7 is not on the scale 1 to 5'],
    [['set', 'dahlia.jpg', '11'], '11 is no score from 0 to 10'],
    [['rate', 'dahlia.jpg', '4,5'], '"4,5" is no rating, and no file: write a number, such as 4.5'],
    [['rate', 'dahlia.jpg', 'NaN', 'sunset.jpg', '3'], '"NaN" is no rating, and no file'],
    [['rate', 'dahlia.jpg', 'good'], '"good" is no rating, and no file'],
    [['set', 'dahlia.jpg', '7,5'], '"7,5" is no score, and no file'],
    [['create', ' '], 'Expected the name of a profile'],
    [['rename', 'Anna', 'a\nb'], 'argument "a\\nb" is invalid. Expected the name of a profile'],
    [['create', 'x'.repeat(81)], 'Expected the name of a profile'],
    [['report', '--profile', ''], 'Expected the name of a profile'],
    [['profile'], 'For help: calm taste --help'],
    [['rate'], 'For help: calm taste rate --help'],
    [['import', 'dahlia.jpg', '--stars', 'much'], 'Expected quality, nothing, keepers'],
  ])('takes %j for a slip that costs one line', async (argv, why) => {
    const { status, stdout, stderr } = await taste(...argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(why);
    expect(existsSync(store())).toBe(false);
  });

  it('keeps nothing where one of the pictures cannot be read', async () => {
    const { status, stderr } = await taste('rate', 'dahlia.jpg', 'gone.jpg', '3');
    expect(status).toBe(1);
    expect(stderr).toContain('gone.jpg does not exist.');
    expect((await exported()).profiles).toEqual([]);
    expect(stderr).not.toContain('begins');
  });

  it('offers a picture that looks like a known one, and decides nothing', async () => {
    const edited = at('sunset-edited.png');
    await developFile(at('sunset.jpg'), [{ operation: 'expose', ev: 0.2 }], edited);
    try {
      await taste('rate', 'sunset.jpg', '5');
      const { stderr } = await taste('rate', 'sunset-edited.png', '3');
      expect(stderr).toContain(
        `sunset-edited.png looks like ${at('sunset.jpg')}, which you rated 5 of 5.`,
      );
      expect(stderr).toContain(`calm taste forget ${at('sunset.jpg')}`);
      expect((await exported()).profiles[0]?.entries).toHaveLength(2);
    } finally {
      rmSync(edited);
    }
  });
});

describe('a score that was set', () => {
  it('stands whatever is learned, until it is taken back', async () => {
    await taste('set', 'pagoda.jpg', '9.5');
    await taste('reject', 'pagoda.jpg');
    const set = await assessed('pagoda.jpg', '--profile', 'My taste');
    expect(set.score?.personal).toMatchObject({ value: 9.5, overridden: true, contributions: [] });
    const screen = await calm('assess', 'pagoda.jpg', '--profile', 'My taste');
    expect(screen.stdout).toMatch(/^ {2}Yours +9\.5 of 10 [^\n]*\n +My taste: set by you$/mu);
    await taste('set', 'pagoda.jpg', 'None');
    const back = await assessed('pagoda.jpg', '--profile', 'My taste');
    expect(back.score?.personal?.overridden).toBe(false);
    expect(back.score?.personal?.value).toBeLessThan(9.5);
  });
});

describe('what was said of a picture', () => {
  it('follows it when a program writes into its file, under any name', async () => {
    const [file, moved] = [at('rated.jpg'), at('moved.jpg')];
    copyFileSync(path.join(PHOTOS, 'wine-and-drum.jpg'), file);
    await taste('set', 'rated.jpg', '9.5');
    await taste('rate', 'dahlia.jpg', '2', 'rated.jpg', '5');
    await tag(file, '-XMP-xmp:Rating=4', '-EXIF:Artist=Anna', '-IPTC:Headline=Wine', '-Comment=!');
    renameSync(file, moved);
    try {
      const { score, picture } = await assessed('moved.jpg', '--profile', 'My taste');
      expect(score?.personal).toMatchObject({ value: 9.5, overridden: true });
      expect(picture.sha256).not.toBe(picture.imageSha256);
      await taste('rate', 'moved.jpg', '4');
      const { profiles, pictures } = await exported();
      expect(profiles[0]?.entries).toHaveLength(4);
      expect(pictures).toHaveLength(2);
      expect(pictures.find(({ sha256 }) => sha256 === picture.imageSha256)?.paths).toEqual([
        moved,
        file,
      ]);
      expect((await here('forget', moved)).stdout).toContain('Forgotten: 3 opinions of 1 picture');
    } finally {
      rmSync(moved);
    }
  });
});

describe('--profile', () => {
  it('adds one person to every format and orders a folder for them; without it nothing changes', async () => {
    const before = await calm('assess', ...NAMES, '--format', 'csv');
    await taste('choose', 'raccoon.jpg', 'dahlia.jpg');
    await taste('set', 'raccoon.jpg', '9.9');
    expect((await calm('assess', ...NAMES, '--format', 'csv')).stdout).toBe(before.stdout);

    const mine = ['--profile', 'MY TASTE'];
    const csv = await calm('assess', ...NAMES, '--format', 'csv', ...mine);
    const rows = parse<Record<string, string>>(csv.stdout, { columns: true });
    const raccoon = rows.find((row) => row['path'] === 'raccoon.jpg');
    expect(raccoon).toMatchObject({
      personal: '9.9',
      'personal-low': '9.9',
      'personal-high': '9.9',
    });
    expect(rows.every((row) => Number(row['personal-weight']) >= 0)).toBe(true);

    const text = await calm('assess', ...NAMES, ...mine);
    expect(text.stdout).toMatch(/^Picture +Score +Yours +Likely/mu);
    expect(text.stdout).toMatch(/^raccoon\.jpg +\d\.\d +9\.9 /mu);

    const ranked = await calm('rank', '.', ...mine);
    expect(ranked.stdout).toMatch(
      /^5 photographs, ordered for the profile "My taste"\nPlace +Yours +Score/u,
    );
    expect(ranked.stdout).toMatch(/^ +1 +9\.9 +\d\.\d +100 % +raccoon\.jpg/mu);
    const rankedCsv = await calm('rank', '.', ...mine, '--format', 'csv');
    const places = parse<Record<string, string>>(rankedCsv.stdout, { columns: true });
    expect(places[0]).toMatchObject({ path: 'raccoon.jpg', position: '1', personal: '9.9' });
    const lines = (await calm('rank', '.', ...mine, '--format', 'jsonl')).stdout
      .trimEnd()
      .split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      score: { personal: { profile: 'My taste', value: 9.9 } },
    });
  });

  it('that is unknown costs one line, before any picture is opened', async () => {
    const { status, stdout, stderr } = await calm('assess', ...NAMES, '--profile', 'Nobody');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(
      'calm: There is no taste profile "Nobody". There is none yet: one begins with the first rating.\n',
    );
    expect((await calm('rank', '.', '--store', 'x.sqlite')).status).toBe(2);
  });

  it('is asked for where there are several', async () => {
    await here('create', 'Weddings', '--kind', 'photograph');
    await here('create', 'Screens', '--kind', 'interface', 'artwork');
    const { status, stderr } = await taste('pick', 'dahlia.jpg');
    expect(status).toBe(1);
    expect(stderr).toContain('Name one with --profile: Screens, Weddings.');
    const kept = await taste('pick', 'dahlia.jpg', '--profile', 'screens');
    expect(kept.stderr).toContain(
      '"Screens" speaks of interfaces, artworks only: what you say of photographs is kept and does not count.',
    );
    const twice = await here('create', 'weddings');
    expect(twice).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('calm taste import', () => {
  const list = (): string => {
    const file = path.join(folder, 'ratings.csv');
    writeFileSync(
      file,
      'path,rating\nshoot/dahlia.jpg,2\nshoot/sunset.jpg,7\nshoot/sunset.jpg,6\n',
    );
    return file;
  };

  it('takes a list once, however often it is imported', async () => {
    const first = await taste('import', list());
    expect(first.status).toBe(0);
    expect(first.stdout).toBe(
      '3 ratings in the column rating, on a scale of 1 to 7, from the values 2 to 7.\n' +
        '"My taste": 3 opinions added, of 2 pictures with something to say.\n',
    );
    const { profiles, pictures, snapshots } = await exported();
    expect(pictures.map(({ domain }) => domain)).toEqual(['photograph', 'photograph']);
    expect((await taste('import', list())).stdout).toContain(
      '"My taste": nothing new, of 2 pictures',
    );
    expect(await exported()).toMatchObject({ profiles, pictures, snapshots });
  });

  it('takes no option that would do nothing, and names no option that there is not', async () => {
    const document = path.join(folder, 'options.json');
    writeFileSync(document, '{}');
    for (const [option, ...argv] of [
      ['--stars', list(), '--stars', 'quality'],
      ['--profile', document, '--profile', 'Anna'],
      ['--scale', '.', '--scale', '1-10'],
    ] as const) {
      const { status, stderr } = await taste('import', ...argv);
      expect(status).toBe(2);
      expect(stderr).toContain(`${option} has no use for`);
    }
    const unnamed = path.join(folder, 'unnamed.csv');
    writeFileSync(unnamed, 'foo,rating\nshoot/dahlia.jpg,2\n');
    expect((await taste('import', unnamed)).stderr).toBe(
      `calm: ${unnamed} has no column that looks like the image. Its first line names the columns foo, rating: call one of them path\n`,
    );
    expect(existsSync(store())).toBe(false);
  });

  it('shows what is in files and asks nobody where nobody can be asked', async () => {
    const rated = path.join(folder, 'rated');
    mkdirSync(rated);
    for (const name of NAMES.slice(0, 3)) copyFileSync(at(name), path.join(rated, name));
    await tag(path.join(rated, 'dandelion.jpg'), '-XMP-xmp:Rating=5');
    await tag(path.join(rated, 'dahlia.jpg'), '-XMP-xmp:Rating=1');
    writeFileSync(path.join(rated, 'raw.heic'), grey('heic'));
    writeFileSync(path.join(rated, 'raw.xmp'), xmp({ 'xmp:Rating': 4 }));
    const seen = seenOf(rated);

    const unasked = await taste('import', rated);
    expect(unasked.status).toBe(2);
    expect(unasked.stdout).toMatch(/^Stars of 4 pictures\n {2}★★★★★ +1 /u);
    expect(unasked.stdout).toContain('What do stars mean here?');
    expect(unasked.stderr).toContain('--stars keepers, --stars quality or --stars nothing');
    expect(existsSync(store())).toBe(false);

    const { status, stdout, stderr } = await taste('import', rated, '--stars', 'quality');
    expect(status).toBe(0);
    expect(stdout).toContain('"My taste": 3 opinions added, of 3 pictures with something to say.');
    expect(stderr).toContain('1 RAW or HEIC file with opinions cannot be looked at');
    expect(stderr).toContain('My taste: 2 opinions of photographs');
    const { entries } = (await exported()).profiles[0] ?? { entries: [] };
    // What has no stars is unrated, never nought.
    expect(entries.map((each) => each.kind === 'rating' && each.value).sort()).toEqual([1, 4, 5]);

    await here('create', 'Keepers');
    await taste('import', rated, '--stars', 'keepers-4', '--profile', 'Keepers');
    expect((await exported('--profile', 'Keepers')).profiles[0]?.entries).toMatchObject([
      { kind: 'flag', flag: 'pick' },
      { kind: 'flag', flag: 'pick' },
    ]);
    expect(seenOf(rated)).toEqual(seen);
  });

  it('asks a person at a terminal what stars mean, until an answer is understood', async () => {
    const rated = path.join(folder, 'asked');
    mkdirSync(rated);
    for (const [index, name] of NAMES.slice(0, 4).entries()) {
      copyFileSync(at(name), path.join(rated, name));
      await tag(path.join(rated, name), `-XMP-xmp:Rating=${index + 1}`);
    }
    const outcome = await commandLine(['taste', 'import', rated], {
      env: { XDG_DATA_HOME: data, NO_COLOR: '1', PATH: process.env['PATH'] ?? '' },
      typed: 'perhaps\rkeepers 3\r',
      createEngine,
    });
    expect(outcome.stdout).toContain('"My taste": 2 opinions added, of 2 pictures');
    expect(outcome.stderr).toContain('keepers, quality or nothing? [quality]');
    expect(outcome.stderr).toContain('Answer with one of the words');
    expect((await exported()).profiles[0]?.entries).toMatchObject([
      { kind: 'flag', flag: 'pick' },
      { kind: 'flag', flag: 'pick' },
    ]);
  });

  it('counts what files say now, and what their stars mean now', async () => {
    const rated = path.join(folder, 'restarred');
    mkdirSync(rated);
    const names = NAMES.slice(0, 3);
    for (const [index, name] of names.entries()) {
      copyFileSync(at(name), path.join(rated, name));
      await tag(path.join(rated, name), `-XMP-xmp:Rating=${index + 1}`);
    }
    const imported = async (...stars: string[]): Promise<string> =>
      (await taste('import', rated, '--stars', ...stars)).stdout.split('\n').at(-2) ?? '';
    const counting = async (): Promise<unknown[]> =>
      inForce((await exported()).profiles[0]?.entries ?? [])
        .map((each) => (each.kind === 'rating' ? each.value : each.kind === 'flag' && each.flag))
        .sort();
    await imported('quality');
    await tag(path.join(rated, names[0] ?? ''), '-XMP-xmp:Rating=5');
    expect(await imported('quality')).toBe(
      '"My taste": 1 opinion added, of 3 pictures with something to say. What files said before is replaced for 1 picture.',
    );
    expect(await counting()).toEqual([2, 3, 5]);
    expect((await exported()).pictures).toHaveLength(3);
    expect(await imported('keepers-3')).toBe(
      '"My taste": 2 opinions added, of 2 pictures with something to say. What files said before is replaced for 2 pictures and taken back for 1 picture.',
    );
    expect(await counting()).toEqual(['pick', 'pick']);
    expect(await imported('nothing')).toBe(
      '"My taste": nothing new, of 0 pictures with something to say. What files said before is taken back for 2 pictures.',
    );
    expect(await counting()).toEqual([]);
    expect((await assessed('raccoon.jpg', '--profile', 'My taste')).score?.personal?.ratings).toBe(
      0,
    );
  });

  it('says where nothing is said in the files', async () => {
    const { status, stderr } = await taste('import', '.');
    expect(status).toBe(1);
    expect(stderr).toContain('nothing is said in these files or beside them.');
  });

  it.skipIf(process.platform === 'win32')(
    'that is stopped has kept every rating, and goes on when it is started again',
    async () => {
      const all = path.join(folder, 'all.csv');
      const rows = ['cat.png', 'coffee.png', 'rocket.jpg', 'mountain-path.jpg', 'astronaut.png'];
      writeFileSync(
        all,
        `path,rating\n${rows.map((name, index) => `${path.join(PHOTOS, name)},${index + 1}\n`).join('')}`,
      );
      const child = start('taste', 'import', all);
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('5 opinions added')) child.kill('SIGINT');
      });
      const { status, stderr } = await end(child);
      expect(status).toBe(130);
      expect(stderr).toContain('all ratings are kept');
      expect((await exported()).profiles[0]?.entries).toHaveLength(5);
      expect(await taste('import', all)).toMatchObject({ status: 0 });
      expect((await exported()).snapshots).toHaveLength(5);
    },
  );
});

describe('calm taste report', () => {
  it('says what is too little to tell, and draws nothing then', async () => {
    await taste('rate', 'dandelion.jpg', '4', 'dahlia.jpg', '2');
    await taste('set', 'raccoon.jpg', 'none'); // is no opinion, of no picture
    const { status, stdout, stderr } = await taste('report', '--svg', 'gain.svg');
    expect(stdout).toMatch(/^My taste {3}photographs {3}2 opinions of 2 pictures\n/u);
    expect(stdout).toContain('Too little to tell: rate about 8 more.');
    expect(stderr).toContain('gain.svg was not written');
    expect(status).toBe(1);
  });

  it('measures the gain on what it was not learned from, draws it, and knows equal ratings', async () => {
    const photos = ['cat.png', 'coffee.png', 'rocket.jpg', 'mountain-path.jpg', 'astronaut.png'];
    const operands = [...NAMES, ...photos.map((name) => path.join(PHOTOS, name))];
    const svg = path.join(folder, 'gain.svg');
    await taste('rate', ...operands.flatMap((name, index) => [name, String(1 + (index % 5))]));
    const { status, stdout } = await taste('report', '--svg', svg, '--format', 'json');
    expect(status).toBe(0);
    const [kind] = (JSON.parse(stdout) as { kinds: (TasteReport & { advice: { kind: string } })[] })
      .kinds;
    expect(kind).toMatchObject({ kind: 'photograph', ratings: 10, pictures: 10 });
    expect(kind?.gain?.low).toBeLessThanOrEqual(kind?.gain?.gain ?? Number.NaN);
    expect(kind?.gain?.personalLow).toBeLessThanOrEqual(kind?.gain?.personal ?? Number.NaN);
    expect(['harms', 'unpredictable', 'early', 'open']).toContain(kind?.advice.kind);
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg [^]*<\/svg>\n$/u);

    await here('create', 'Bored');
    await taste('rate', ...operands, '3', '--profile', 'Bored');
    const bored = await taste('report', '--profile', 'Bored');
    expect(bored.stderr).toContain('All ratings are the same');
    const plain = await assessed('raccoon.jpg', '--profile', 'Bored');
    expect(plain.score?.personal?.value).toBeCloseTo(plain.score?.value ?? Number.NaN, 1);
  });
});

describe('calm taste next', () => {
  it('proposes what was not rated, says why, and shows no score', async () => {
    await taste('rate', 'dandelion.jpg', '4', 'dahlia.jpg', '2');
    const { status, stdout } = await taste('next', '.');
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    expect(
      lines
        .slice(1, 4)
        .map((line) => /(\w+\.jpg) +(?:tells|unlike) /u.exec(line)?.[1])
        .sort(),
    ).toEqual(['pagoda.jpg', 'raccoon.jpg', 'sunset.jpg']);
    expect(stdout).not.toMatch(/\d\.\d/u);
    expect(stdout).toMatch(/^ {2}calm taste rate \w+\.jpg _ \w+\.jpg _ \w+\.jpg _$/mu);
    const two = await taste('next', '.', '--count', '2', '--format', 'json');
    const { pictures } = JSON.parse(two.stdout) as { pictures: object[] };
    expect(pictures).toHaveLength(2);
    expect(Object.keys(pictures[0] ?? {})).toEqual(['path', 'sha256', 'bits', 'topics']);
    await taste('pick', 'pagoda.jpg', 'raccoon.jpg', 'sunset.jpg');
    const none = await taste('next', '.');
    expect(none).toMatchObject({ status: 0, stdout: '' });
    expect(none.stderr).toContain('Nothing is left to rate here');
  });
});

describe('a store that is named', () => {
  it('and is not there is an error, and is not made, but by what is said first', async () => {
    const typo = path.join(data, 'no', 'tastes.sqlite');
    for (const argv of [
      ['taste', 'report'],
      ['taste', 'next', '.'],
      ['taste', 'profiles'],
      ['taste', 'export'],
      ['taste', 'tune'],
      ['taste', 'forget', 'dahlia.jpg'],
      ['assess', 'dahlia.jpg', '--profile', 'Anna'],
      ['rank', '.', '--profile', 'Anna'],
    ]) {
      const { status, stdout, stderr } = await commandLine([...argv, '--store', typo], {
        env: { NO_COLOR: '1' },
      });
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(
        /^calm: There is no store [^\n]*tastes\.sqlite\. Check its spelling; /u,
      );
    }
    const { status } = await commandLine(['taste', 'profiles'], { env: { CALM_STORE: typo } });
    expect(status).toBe(1);
    expect(existsSync(path.dirname(typo))).toBe(false);
    expect((await here('create', 'Anna', '--store', typo)).status).toBe(0);
    expect((await here('profiles', '--store', typo)).stdout).toContain('Anna');
  });

  it('keeps no profile of somebody who has only asked what to rate', async () => {
    const { status, stdout } = await taste('next', '.', '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ profile: null, pictures: NAMES.map(() => ({})) });
    expect((await exported()).profiles).toEqual([]);
  });
});

describe('a profile that is deleted while something is added to it', () => {
  it('ends that in one error', async () => {
    const list = path.join(folder, 'beside.csv');
    writeFileSync(list, 'path,rating\nshoot/dahlia.jpg,2\nshoot/sunset.jpg,5\n');
    const { status, stdout, stderr } = await commandLine(['taste', 'import', list], {
      env: { XDG_DATA_HOME: data, NO_COLOR: '1' },
      createEngine: async (options) => {
        expect((await here('delete', 'My taste', '--yes')).status).toBe(0);
        return createEngine(options);
      },
    });
    expect(status).toBe(1);
    expect(stdout).not.toContain('added');
    expect(stderr.match(/^calm: .*$/gmu)).toEqual([
      'calm: The taste profile "My taste" was deleted or renamed while this ran. Where it was deleted, what was added went with it. See which there are: calm taste profiles',
    ]);
  });
});

describe('what is kept', () => {
  it('is forgotten by the file, and by where the file was', async () => {
    const gone = at('gone.jpg');
    copyFileSync(path.join(PHOTOS, 'wine-and-drum.jpg'), gone);
    await taste('rate', 'gone.jpg', '4', 'dahlia.jpg', '2', 'sunset.jpg', '3');
    rmSync(gone);
    const { status, stdout } = await taste('forget', 'gone.jpg', 'dahlia.jpg');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'Forgotten: 2 opinions of 2 pictures in "My taste".\n',
    });
    expect(readFileSync(store()).includes('gone.jpg')).toBe(false);
    expect((await exported()).pictures).toHaveLength(1);
    const again = await taste('forget', 'dahlia.jpg');
    expect(again.status).toBe(1);
    expect(again.stderr).toBe('calm: nothing was said of dahlia.jpg in "My taste".\n');
  });

  it('names what was said of a file before it was changed, where that is still there', async () => {
    const file = at('changed.jpg');
    copyFileSync(path.join(PHOTOS, 'wine-and-drum.jpg'), file);
    await taste('rate', 'changed.jpg', '4');
    const [old] = (await exported()).pictures;
    await developFile(file, [{ operation: 'expose', ev: 1 }], at('brighter.jpg'));
    renameSync(at('brighter.jpg'), file);
    await tag(file, '-XMP-xmp:Rating=5');
    const imported = await taste('import', 'changed.jpg', '--stars', 'quality');
    expect(imported.stderr).toContain('changed.jpg has changed since something was said of it');
    expect(imported.stderr).toContain(`calm taste forget ${old?.sha256}`);
    const unchanged = await taste('import', 'changed.jpg', '--stars', 'quality');
    expect(unchanged.stderr).not.toContain('has changed');
    const { stdout, stderr } = await taste('forget', 'changed.jpg');
    expect(stdout).toBe('Forgotten: 1 opinion of 1 picture in "My taste".\n');
    expect(stderr).toContain(`calm taste forget ${old?.sha256}`);
    expect((await taste('forget', old?.sha256 ?? '')).stderr).toBe('');
    expect((await exported()).pictures).toEqual([]);
    rmSync(file);
  });

  it('goes out and comes back whole, once', async () => {
    await taste('rate', 'dahlia.jpg', '2');
    const file = path.join(data, 'export.json');
    expect((await taste('export', file)).status).toBe(0);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await taste('export', file)).toMatchObject({ status: 1, stdout: '' });
    const before = await personal('raccoon.jpg');

    const other = ['--store', path.join(data, 'other.sqlite')];
    expect((await taste('import', file, ...other)).stdout).toBe(
      '"My taste", a new profile: 1 opinion added.\n',
    );
    expect((await taste('import', file, ...other)).stdout).toBe(
      '"My taste": 0 opinions added; 1 was there already.\n',
    );
    const there = await assessed('raccoon.jpg', '--profile', 'My taste', ...other);
    expect(there.score?.personal?.value).toBe(before);
    writeFileSync(path.join(data, 'torn.json'), readFileSync(file).subarray(0, 200));
    const torn = await taste('import', path.join(data, 'torn.json'), ...other);
    expect(torn.status).toBe(1);
    expect(torn.stderr).toContain('is no JSON');
  });

  it('is merged and deleted when the person says so, and then it is gone', async () => {
    await here('create', 'Anna');
    await here('create', 'Secret-of-Ben');
    await taste('rate', 'dahlia.jpg', '2', '--profile', 'Anna');
    await taste('rate', 'sunset.jpg', '4', '--profile', 'Secret-of-Ben');
    const itself = await taste('merge', 'Anna', 'anna', '--yes');
    expect(itself).toMatchObject({ status: 2, stdout: '' });
    expect(itself.stderr).toBe('calm: "Anna" cannot be merged into itself: name two profiles.\n');
    const unsure = await taste('merge', 'Secret-of-Ben', 'Anna');
    expect(unsure.status).toBe(2);
    expect(unsure.stderr).toContain('add --yes');
    expect((await taste('merge', 'Secret-of-Ben', 'Anna', '--yes')).stdout).toBe(
      '"Anna" has 1 opinion more; "Secret-of-Ben" is gone.\n',
    );
    expect(readFileSync(store()).includes('Secret-of-Ben')).toBe(false);
    expect((await taste('rename', 'anna', 'Hanna')).status).toBe(0);
    const listed = await taste('profiles');
    expect(listed.stdout).toMatch(
      /^Profile +Of +Opinions +Pictures +Last\nHanna +all kinds +2 +2 +20/u,
    );
    expect((await taste('delete', 'Hanna')).status).toBe(2);
    expect((await taste('delete', 'Hanna', '--yes')).stdout).toBe(
      'Deleted "Hanna" with 2 opinions.\n',
    );
    expect(readFileSync(store()).includes('dahlia.jpg')).toBe(false);
    expect((await taste('profiles', '--format', 'json')).stdout).toBe(
      `{"store":${JSON.stringify(store())},"profiles":[]}\n`,
    );
  });

  it('may lie on a server, whose password nobody sees', async () => {
    const url = 'postgres://anna:hush-hush@127.0.0.1:1/taste';
    const { status, stdout, stderr } = await taste('profiles', '--store', url);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('127.0.0.1:1/taste cannot be reached');
    expect(stderr).not.toContain('hush-hush');
  });

  it('is deleted at a terminal by whoever answers yes, and by nobody else', async () => {
    await here('create', 'Anna');
    const env = { XDG_DATA_HOME: data, NO_COLOR: '1' };
    const argv = ['taste', 'delete', 'anna'];
    for (const typed of ['n\r', '\r', 'yesterday\r', '']) {
      const kept = await commandLine(argv, { env, typed });
      expect({ status: kept.status, stdout: kept.stdout }).toEqual({ status: 1, stdout: '' });
      expect(kept.stderr).toContain('Delete "Anna" with 0 opinions for good? [y/N]');
    }
    const gone = await commandLine(argv, { env, typed: 'Y\r' });
    expect(gone).toMatchObject({ status: 0, stdout: 'Deleted "Anna" with 0 opinions.\n' });
    expect((await commandLine(argv, { env, typed: 'y\r' })).status).toBe(1);
  });
});
