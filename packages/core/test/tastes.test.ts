/** Tastes with the engine whole: what people say is kept, learned from, told, and gone when they want it gone. */
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openFolderCache } from '../src/cache/folder-cache.js';
import { createEngine, type Engine, type Example } from '../src/engine/engine.js';
import { openStore } from '../src/personalization/open-store.js';
import type { PersonalizationStore } from '../src/personalization/store.js';
import { seededBy } from '../src/protocol/random.js';
import type { ImageSource } from '../src/picture/source.js';
import { validateAssessmentResult } from '../src/protocol/generated/validators.js';

const PHOTOS = path.resolve(import.meta.dirname, '../../../examples/photos');
const ANIMALS = ['cat.png', 'dogs-at-the-window.jpg', 'raccoon.jpg'];

let folder: string;
let photos: ImageSource[];
let store: PersonalizationStore;
let engine: Engine;

const photo = (name: string): ImageSource => ({ kind: 'path', path: path.join(PHOTOS, name) });

beforeAll(async () => {
  const names = (await readdir(PHOTOS)).filter((name) => /\.(jpg|png)$/u.test(name)).sort();
  photos = names.map(photo);
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'calm-tastes-'));
  store = await openStore(path.join(folder, 'taste.sqlite'));
  engine = await createEngine({ store });
});
afterEach(async () => {
  await engine.dispose();
  await store[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Animals five stars, all else one. */
const rateAll = async (name: string, sources = photos): Promise<void> => {
  await engine.tastes.say(
    name,
    sources.map((source) => ({
      kind: 'rating',
      source,
      value: source.kind === 'path' && ANIMALS.includes(path.basename(source.path)) ? 5 : 1,
    })),
  );
};

describe('a profile', () => {
  it('is told beside the general score, which stays as it is', async () => {
    await engine.tastes.create('Anna');
    await rateAll('Anna');
    const cat = photo('cat.png');
    const [general, personal] = [
      await engine.assess(cat),
      await engine.assess(cat, { profile: 'anna' }),
    ];
    const { personal: own, ...rest } = personal.score!;
    expect(rest).toEqual(general.score);
    expect({ ...personal, score: general.score }).toEqual(general);
    expect(validateAssessmentResult(personal)).toBe(true);
    expect(own).toMatchObject({ profile: 'Anna', overridden: false });
    expect(own!.value).toBeGreaterThan(general.score!.value);
  });

  it('outlives the engine and the pictures', async () => {
    const copies = await Promise.all(
      photos.map(async (source, index): Promise<ImageSource> => {
        const copy = path.join(folder, `${index}.png`);
        await copyFile((source as { path: string }).path, copy);
        return { kind: 'path', path: copy };
      }),
    );
    await engine.tastes.create('Anna');
    await engine.tastes.say(
      'Anna',
      copies.map((source, index) => ({ kind: 'rating', source, value: 1 + (index % 5) })),
    );
    const asked = photo('sunset.jpg');
    const before = await engine.assess(asked, { profile: 'Anna' });
    for (const copy of copies) await rm((copy as { path: string }).path);
    const other = await createEngine({ store });
    expect(await other.assess(asked, { profile: 'Anna' })).toEqual(before);
    await other.dispose();
  });

  it('is the general score until something was said', async () => {
    await engine.tastes.create('Anna');
    const { score } = await engine.assess(photo('rocket.jpg'), { profile: 'Anna' });
    expect(score!.personal).toMatchObject({
      value: score!.value,
      ratings: 0,
      weight: 0,
      contributions: [],
    });
  });

  it('lets an override win, and takes it back', async () => {
    await engine.tastes.create('Anna');
    await rateAll('Anna');
    const source = photo('rocket.jpg');
    const own = async () => (await engine.assess(source, { profile: 'Anna' })).score!.personal!;
    const learned = await own();
    await engine.tastes.say('Anna', [{ kind: 'override', source, value: 9.5 }]);
    expect(await own()).toMatchObject({ value: 9.5, overridden: true });
    await engine.tastes.say('Anna', [{ kind: 'override', source }]);
    expect(await own()).toEqual(learned);
  });

  it('of one kind of picture says nothing of others', async () => {
    await engine.tastes.create('Screens', ['interface']);
    await rateAll('Screens');
    const { score } = await engine.assess(photo('cat.png'), { profile: 'Screens' });
    expect(score).not.toHaveProperty('personal');
  });

  it('that is not there is named, with those that are', async () => {
    await engine.tastes.create('Anna');
    await expect(engine.assess(photo('cat.png'), { profile: 'Ana' })).rejects.toMatchObject({
      code: 'profile-unknown',
      hint: expect.stringContaining('Anna') as string,
    });
    await expect(engine.tastes.create('ANNA')).rejects.toMatchObject({ code: 'profile-exists' });
  });

  it('hears what another process said, a few seconds later', async () => {
    await engine.tastes.create('Anna');
    const other = await createEngine({ store });
    const opinions = async () => (await other.tastes.of('Anna')).in('photograph')!.opinions;
    expect(await opinions()).toBe(0);
    await rateAll('Anna');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6000 });
    expect(await opinions()).toBeGreaterThan(10);
    vi.useRealTimers();
    await other.dispose();
  });

  it('keeps nothing of a call in which one picture cannot be read', async () => {
    await engine.tastes.create('Anna');
    const missing: ImageSource = { kind: 'path', path: path.join(folder, 'gone.jpg') };
    await expect(rateAll('Anna', [...photos.slice(0, 2), missing])).rejects.toMatchObject({
      code: 'file-not-found',
    });
    expect(await engine.tastes.entries('Anna')).toEqual([]);
  });

  it('finds copies of pictures that it knows, and only offers them', async () => {
    await engine.tastes.create('Anna');
    await rateAll('Anna', [photo('sunset.jpg')]);
    const copy = path.join(folder, 'smaller.jpg');
    await sharp(path.join(PHOTOS, 'sunset.jpg'))
      .resize({ width: 400 })
      .jpeg({ quality: 70 })
      .toFile(copy);
    const { pictures, alike } = await engine.tastes.say('Anna', [
      { kind: 'rating', source: { kind: 'path', path: copy }, value: 4 },
      { kind: 'rating', source: photo('cat.png'), value: 4 },
    ]);
    expect(alike).toEqual([
      {
        picture: pictures[0],
        like: expect.any(String) as string,
        path: path.join(PHOTOS, 'sunset.jpg'),
      },
    ]);
    expect(await engine.tastes.entries('Anna')).toHaveLength(3);
  });
});

describe('examples', () => {
  it('stand for a profile and leave nothing behind', async () => {
    await engine.tastes.create('Anna');
    await rateAll('Anna');
    const asked = photo('raccoon.jpg');
    const kept = (await engine.assess(asked, { profile: 'Anna' })).score!.personal!;
    const bare = await createEngine();
    const examples = photos.map((source) => ({
      source,
      rating: ANIMALS.includes(path.basename((source as { path: string }).path)) ? 5 : 1,
      scale: { low: 1, high: 5 },
    }));
    const { profile: _, ...expected } = kept;
    expect((await bare.assess(asked, { examples })).score!.personal).toEqual(expected);
    await expect(bare.tastes.profiles()).rejects.toMatchObject({ code: 'invalid-request' });
    await bare.dispose();
  });

  it('are one opinion where two files show one picture, as they are in a profile', async () => {
    const bare = await createEngine();
    const [cat, sunset] = [photo('cat.png'), photo('sunset.jpg')];
    const bytes = await readFile(path.join(PHOTOS, 'sunset.jpg'));
    const comment = Buffer.from('\xff\xfe\0\x06star', 'latin1');
    const told = Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)]);
    const examples = [
      { source: cat, rating: 3 },
      { source: sunset, rating: 8 },
    ];
    const copied = [...examples, { source: { kind: 'bytes', bytes: told } as const, rating: 8 }];
    const asked = photo('raccoon.jpg');
    const once = await bare.assess(asked, { examples });
    expect(once.score?.personal?.ratings).toBe(2);
    expect((await bare.assess(asked, { examples: copied })).score).toEqual(once.score);
    await bare.dispose();
  });

  it('are looked at once for all pictures that are asked about', async () => {
    const bare = await createEngine();
    let opened = 0;
    async function* bytes() {
      opened++;
      yield await readFile(path.join(PHOTOS, 'cat.png'));
    }
    const stream: ImageSource = { kind: 'stream', stream: Readable.from(bytes()) };
    const asked = ['raccoon.jpg', 'sunset.jpg', 'rocket.jpg'].map(photo);
    const results = [];
    for await (const result of bare.assessMany(asked, {
      examples: [{ source: stream, rating: 8 }],
    })) {
      results.push(result);
    }
    expect(opened).toBe(1);
    for (const result of results) {
      expect(result).toMatchObject({ status: 'ok', score: { personal: { ratings: 1 } } });
    }
    await bare.dispose();
  });

  it('are refused off their scale', async () => {
    const source = photo('cat.png');
    await expect(
      engine.assess(source, { examples: [{ source, rating: 11 }] }),
    ).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it.each([
    ['a rating that is text', [{ source: photo('cat.png'), rating: '7' }]],
    ['a scale that is none', [{ source: photo('cat.png'), rating: 7, scale: 10 }]],
    ['a name in place of a picture', [{ source: 'cat.png', rating: 7 }]],
    ['a picture that nobody rated', [{ source: photo('cat.png') }]],
    ['one in place of a list', { source: photo('cat.png'), rating: 7 }],
    ['nothing', null],
  ])('are refused where a program without types gives %s', async (_what, examples) => {
    const given = examples as unknown as readonly Example[];
    await expect(engine.assess(photo('cat.png'), { examples: given })).rejects.toMatchObject({
      name: 'CalmError',
      code: 'invalid-request',
    });
  });
});

describe('pictures of which only opinions were imported', () => {
  it('are looked at where they lie, and those that are gone are named', async () => {
    const there = path.join(folder, 'there.jpg');
    const gone = path.join(folder, 'gone.jpg');
    await copyFile(path.join(PHOTOS, 'sunset.jpg'), there);
    await copyFile(path.join(PHOTOS, 'dahlia.jpg'), gone);
    await engine.tastes.create('Anna');
    await engine.tastes.create('Heard');
    await rateAll('Heard', [
      { kind: 'path', path: there },
      { kind: 'path', path: gone },
    ]);
    const exported = await engine.tastes.export(['Heard']);
    const elsewhere = await openStore(path.join(folder, 'elsewhere.sqlite'));
    const other = await createEngine({ store: elsewhere });
    await other.tastes.import({ ...exported, snapshots: [] });
    await rename(gone, path.join(folder, 'moved.jpg'));
    expect((await other.tastes.of('Heard')).unseen).toHaveLength(2);
    const progress: number[] = [];
    const { seen, unseen } = await other.tastes.prepare('Heard', {
      onProgress: (done) => progress.push(done),
    });
    expect(seen).toBe(1);
    expect(unseen).toMatchObject([
      { picture: { paths: [gone] }, error: { code: 'file-not-found' } },
    ]);
    expect(progress.at(-1)).toBe(2);
    expect((await other.tastes.of('Heard')).unseen).toHaveLength(1);
    // With what models saw, nothing needs to be looked at.
    await other.tastes.import(exported);
    expect(await other.tastes.prepare('Heard')).toEqual({ seen: 2, unseen: [], unkept: 0 });
    await other.dispose();
    await elsewhere[Symbol.asyncDispose]();
  });
});

it('RAW files with opinions are not opened again and again to find that they cannot be read', async () => {
  await engine.tastes.create('Anna');
  const sha256 = 'a'.repeat(64);
  const entry = { id: 'a', at: '2026-01-01T00:00:00Z', source: 's', session: 's', shown: false };
  // Were it looked for, it would not be found.
  const place = path.join(folder, 'gone.NEF');
  await engine.tastes.add(
    'Anna',
    [{ kind: 'flag', ...entry, picture: sha256, flag: 'pick' }],
    [{ sha256, paths: [place] }],
  );
  const { unseen } = await engine.tastes.prepare('Anna');
  expect(unseen).toMatchObject([{ picture: { sha256 }, error: { code: 'unsupported-format' } }]);
  expect(unseen[0]?.error.message).toContain(place);
});

describe('a store that nobody may write', () => {
  /** What a store that is opened to be read does with what would change it. */
  const readOnly = (whole: PersonalizationStore): PersonalizationStore => {
    const refused = () => Promise.reject(new Error('It cannot be written.'));
    return Object.assign(Object.create(whole) as PersonalizationStore, {
      readOnly: true,
      ...Object.fromEntries(
        (['profiles', 'entries', 'pictures', 'snapshots', 'stamps'] as const).map((name) => [
          name,
          whole[name].bind(whole),
        ]),
      ),
      ...{ create: refused, append: refused, remember: refused, keep: refused },
    });
  };

  it('is learned from all the same; what was not seen before is seen by this engine alone', async () => {
    await engine.tastes.create('Anna');
    await rateAll('Anna');
    const expected = await engine.tastes.report('Anna');
    const document = await engine.tastes.export();
    const elsewhere = await openStore(path.join(folder, 'elsewhere.sqlite'));
    const other = await createEngine({ store: readOnly(elsewhere) });
    const writer = await createEngine({ store: elsewhere });
    await writer.tastes.import({ ...document, snapshots: [] });
    expect(await other.tastes.prepare('Anna')).toEqual({
      seen: photos.length,
      unseen: [],
      unkept: photos.length,
    });
    expect(await other.tastes.report('Anna')).toEqual(expected);
    const source = photo('cat.png');
    expect(await other.assess(source, { profile: 'Anna' })).toEqual(
      await engine.assess(source, { profile: 'Anna' }),
    );
    expect((await elsewhere.stamps()).size).toBe(0);
    await other.dispose();
    await writer.dispose();
    await elsewhere[Symbol.asyncDispose]();
  });
});

describe('a cache', () => {
  it('serves every profile, however much was said since', async () => {
    const cache = openFolderCache({ folder: path.join(folder, 'cache') });
    const cached = await createEngine({ store, cache });
    await cached.tastes.create('Anna');
    await cached.tastes.create('Ben');
    const source = photo('cat.png');
    const plain = await cached.assess(source);
    await rateAll('Anna');
    const anna = (await cached.assess(source, { profile: 'Anna' })).score!.personal!;
    const ben = (await cached.assess(source, { profile: 'Ben' })).score!.personal!;
    expect(anna.value).not.toBe(ben.value);
    await cached.tastes.say('Ben', [{ kind: 'override', source, value: 1 }]);
    expect((await cached.assess(source, { profile: 'Ben' })).score!.personal!.value).toBe(1);
    expect(await cached.assess(source)).toEqual(plain);
    expect(JSON.stringify(await cached.assess(source, { profile: 'Anna' }))).not.toContain(
      'vector',
    );
    await cached.dispose();
  });
});

describe('a report', () => {
  it('says what was learned, and tries it on pictures of other shoots', async () => {
    await engine.tastes.create('Anna');
    await rateAll('Anna');
    const reports = await engine.tastes.report('Anna');
    const report = reports.find(({ kind }) => kind === 'photograph')!;
    expect(report.topics.map(({ topic }) => topic)).toEqual(
      expect.arrayContaining(['noise', 'dog', 'people']),
    );
    expect(report.gain).toMatchObject({ pictures: report.pictures });
    expect(report.curve.map(({ opinions }) => opinions)).toEqual([5, 10]);
  });

  it('and tuning tell how far they are, let others have their turn, and can be ended', async () => {
    await engine.tastes.create('Anna');
    await rateAll('Anna');
    for (const work of ['report', 'tune'] as const) {
      const steps: [number, number][] = [];
      let turns = 0;
      const timer = setInterval(() => (turns += 1), 1);
      await engine.tastes[work]('Anna', { onProgress: (...step) => steps.push(step) });
      clearInterval(timer);
      expect(turns).toBeGreaterThan(1);
      const [, total] = steps[0]!;
      expect(steps).toEqual(steps.map((_, done) => [done, total]));
      expect(steps).toHaveLength(total);

      const before = await engine.tastes.entries('Anna');
      const ending = new AbortController();
      let done = 0;
      const ended = engine.tastes[work]('Anna', {
        signal: ending.signal,
        onProgress: () => {
          done += 1;
          if (done === 3) ending.abort();
        },
      });
      await expect(ended).rejects.toMatchObject({ code: 'cancelled' });
      expect(done).toBe(3);
      expect(await engine.tastes.entries('Anna')).toEqual(before);
    }
  });

  it('proposes pictures that were not rated', async () => {
    await engine.tastes.create('Anna');
    await rateAll('Anna', photos.slice(0, 8));
    const next = await engine.tastes.next('Anna', photos, { count: 4 });
    const rated = new Set(
      (await engine.tastes.entries('Anna')).map((entry) => 'picture' in entry && entry.picture),
    );
    expect(next).toHaveLength(4);
    for (const { sha256, bits } of next) {
      expect(rated).not.toContain(sha256);
      expect(bits).toBeGreaterThan(0);
    }
  });
});

describe('a person whom what was learned does not help', () => {
  /** Opinions of pictures that do not exist: what was seen in them is told to the store. */
  const fill = async (
    name: string,
    look: (shoot: number, place: number) => number,
    likes: (shoot: number, first: number) => number,
  ): Promise<void> => {
    const { id } = await engine.tastes.create(name);
    const { pictures } = await engine.tastes.say(name, [
      { kind: 'flag', source: photo('cat.png'), flag: 'none' },
    ]);
    const [stamp] = [...(await store.stamps()).keys()];
    const [sample] = await store.snapshots(stamp!, pictures);
    const random = seededBy(1);
    for (let index = 0; index < 120; index++) {
      const sha256 = createHash('sha256').update(`${name} ${index}`).digest('hex');
      const shoot = index % 6;
      const vector = sample!.vector.map((_, place) => look(shoot, place) + random() - 0.5);
      const at = new Date(Date.UTC(2026, 0, 1 + shoot, 10, index)).toISOString();
      await store.remember([{ sha256, paths: [], domain: 'photograph', takenAt: at.slice(0, 19) }]);
      await store.keep([{ picture: sha256, stamp: stamp!, general: 3 + 4 * random(), vector }]);
      const value = Math.max(0, Math.min(1, 0.5 + 0.4 * likes(shoot, vector[0]!)));
      const said = { id: `${index}`, at, source: 'api', session: 's', shown: false };
      await store.append(id, [
        { kind: 'rating', ...said, picture: sha256, value, scale: { low: 0, high: 1 } },
      ]);
    }
  };
  const report = async (name: string) =>
    (await engine.tastes.report(name)).find(({ kind }) => kind === 'photograph')!;
  const ownScore = async (profile: string) =>
    (await engine.assess(photo('sunset.jpg'), { profile })).score!;

  it('is given the general score, and told so', async () => {
    // Shoots that were liked look like the opposite of one another, and like those that were not: each is well learned from itself, and
    // others teach the wrong thing.
    const liked = (shoot: number): number => (shoot % 2 === 0 ? 1 : -1);
    await fill(
      'Moody',
      (shoot, place) =>
        place % 12 < 6
          ? liked(shoot) * ((place % 6 === shoot ? 1 : 0) - 1 / 6)
          : Number(place % 6 === shoot),
      liked,
    );
    expect(await report('Moody')).toMatchObject({ steppedBack: true, weight: 0 });
    const { value, personal } = await ownScore('Moody');
    expect(personal).toMatchObject({ value, weight: 0, contributions: [] });
    const { length } = await engine.tastes.entries('Moody');
    expect((await report('Moody')).steppedBack).toBe(true);
    expect(await engine.tastes.entries('Moody')).toHaveLength(length);
  });

  it('is somebody else', async () => {
    await fill(
      'Steady',
      () => 0,
      (_, first) => 2 * first,
    );
    expect(await report('Steady')).toMatchObject({ steppedBack: false });
    const { value, personal } = await ownScore('Steady');
    expect(personal!.value).not.toBe(value);
  });
});
