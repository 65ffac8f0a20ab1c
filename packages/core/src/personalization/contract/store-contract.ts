/**
 * What every store of tastes keeps to, as checks that any test runner can run: `@calm-sdk/core/store-contract`. It needs fast-check
 * beside it.
 *
 * ```js
 * for (const { name, run } of storeContract) test(name, () => run(makeStore), 120_000);
 * ```
 *
 * @packageDocumentation
 */
import assert from 'node:assert/strict';
import { CalmError } from '../../protocol/errors.js';
import type { Entry, Profile, Rating } from '../../protocol/generated/taste.js';
import type { PersonalizationStore, Snapshot } from '../store.js';
import { randomOperations } from './random-operations.js';
import type { StoreUnderTest } from './store-under-test.js';

import {
  choice,
  flag,
  oneOfEach,
  override,
  picture,
  profile,
  rating,
  sha,
  snapshot,
} from './samples.js';

export type { StoreUnderTest } from './store-under-test.js';

/** One thing that a store keeps to. */
export interface StoreCheck {
  /** What it keeps to, in words. */
  readonly name: string;
  /** @throws Error that says what was expected and what came */
  readonly run: (make: () => Promise<StoreUnderTest>) => Promise<void>;
}

/** All that a store keeps to. The last, which compares thousands of random operations with a simple model, may take a minute. */
export const storeContract: readonly StoreCheck[] = [
  check('is empty at first', async ({ open }) => {
    const store = await open();
    assert.deepEqual(await all(store), { profiles: [], pictures: [], snapshots: [] });
    assert.deepEqual([...(await store.stamps())], []);
    assert.deepEqual(await store.pictures([sha('one')]), []);
    assert.deepEqual(await store.snapshots('model 1', [sha('one')]), []);
  }),

  check('gives back what it was told, also when it is opened again', async ({ open }) => {
    const store = await open();
    const anna = profile('Anna "Ärger" 写真 👩🏽‍🎨', { kinds: ['photograph', 'artwork'] });
    const bea = profile('bea');
    const entries = [...oneOfEach(), ...Array.from({ length: 50 }, (_, n) => rating(sha(n)))];
    const full = picture('one', {
      paths: ['/photos/één/写真 \'"\\.jpg', 'C:\\photos\\one.jpg'],
      domain: 'photograph',
      perceptualHash: '0123456789abcdef',
      takenAt: '2020-01-02T03:04:05',
    });
    const bare = picture('nowhere', { paths: [] });
    const seen = [snapshot('one'), snapshot('one', 'model 2', 1000), snapshot('three')];
    await store.create(bea);
    await store.create(anna);
    assert.equal(await store.append(anna.id, entries, [full, bare]), entries.length);
    await store.keep(seen);

    const expected = {
      profiles: [
        { profile: anna, entries },
        { profile: bea, entries: [] },
      ],
      pictures: sorted([full, bare]),
      snapshots: sorted(seen),
    };
    assert.deepEqual(await all(store), expected);
    assert.deepEqual(await store.pictures([full.sha256, sha('unknown')]), [full]);
    assert.deepEqual(await store.snapshots('model 1', [sha('three')]), [seen[2]]);
    assert.deepEqual(
      new Map(await store.stamps()),
      new Map([
        ...([
          ['model 1', 2],
          ['model 2', 1],
        ] as const),
      ]),
    );
    await close(store);
    assert.deepEqual(await all(await open()), expected);
  }),

  check('has one profile of each id and each name, whatever its case', async ({ open }) => {
    const store = await open();
    const anna = profile('Ánna');
    await store.create(anna);
    await refuses('profile-exists', store.create(profile('áNNA')));
    await refuses('profile-exists', store.create(profile('A\u0301nna')));
    await refuses('profile-exists', store.create({ ...profile('other'), id: anna.id }));
    const bea = profile('Bea');
    await store.create(bea);
    await refuses('profile-exists', store.update({ ...bea, name: 'ÁNNA' }));
    await store.update({ ...anna, name: 'ÁNNA', kinds: ['interface'], createdAt: bea.createdAt });
    await store.update({ ...bea, name: 'Aaron' });
    assert.deepEqual(await store.profiles(), [
      { ...bea, name: 'Aaron' },
      { ...anna, name: 'ÁNNA', kinds: ['interface'] },
    ]);
    await store.create(profile('Bea'));
  }),

  check(
    'passes over entries that it holds, and refuses those that say otherwise',
    async ({ open }) => {
      const store = await open();
      const anna = await created(store, 'Anna');
      const bea = await created(store, 'Bea');
      const first = rating(sha('one'), 3);
      assert.equal(await store.append(anna, [first]), 1);
      // The order of keys says nothing.
      const again = Object.fromEntries(Object.entries(first).reverse()) as unknown as Rating;
      const second = flag(sha('one'));
      assert.equal(await store.append(anna, [again, second, second]), 1);
      assert.equal(await store.append(anna, []), 0);
      const before = await all(store);
      const changed = store.append(
        anna,
        [rating(sha('two')), { ...first, value: 4 }],
        [picture('two')],
      );
      await refuses('invalid-request', changed);
      const twice = rating(sha('two'));
      await refuses('invalid-request', store.append(anna, [twice, { ...twice, value: 1 }]));
      assert.deepEqual(await all(store), before);
      assert.deepEqual(await store.entries(anna), [first, second]);
      // Another profile is another log.
      assert.equal(await store.append(bea, [{ ...first, value: 4 }]), 1);
    },
  ),

  check('knows profiles that are not there', async ({ open }) => {
    const store = await open();
    const anna = await created(store, 'Anna');
    const nobody = profile('nobody');
    await refuses('profile-unknown', store.update(nobody));
    await refuses('profile-unknown', store.entries(nobody.id));
    await refuses('profile-unknown', store.append(nobody.id, [rating(sha(1))], [picture('1')]));
    await refuses('profile-unknown', store.append(nobody.id, []));
    await refuses('profile-unknown', store.forget(nobody.id, [sha(1)]));
    await refuses('profile-unknown', store.delete(nobody.id));
    await refuses('profile-unknown', store.merge(nobody.id, anna));
    await refuses('profile-unknown', store.merge(anna, nobody.id));
    assert.deepEqual(await store.pictures(), []);
    assert.equal((await store.profiles()).length, 1);
  }),

  check('refuses what makes no sense, and is unchanged by it', async ({ open }) => {
    const store = await open();
    const anna = await created(store, 'Anna');
    const good = rating(sha('one'));
    await store.append(anna, [good], [picture('one')]);
    await store.keep([snapshot('one')]);
    const before = await all(store);
    const bad: Entry[] = [
      { ...rating(sha('two')), value: Number.NaN },
      { ...rating(sha('two')), value: Number.POSITIVE_INFINITY },
      { ...rating(sha('two')), value: 6 },
      { ...rating(sha('two')), scale: { low: 5, high: 1 } },
      { ...rating(sha('two')), scale: { low: 4, high: 4 } },
      { ...rating('two') },
      { ...rating(sha('two')), at: 'yesterday' },
      { ...rating(sha('two')), id: '' },
      { ...rating(sha('two')), session: 'a\0b' },
      { ...rating(sha('two')), session: 'half a \ud83d' },
      override(sha('two'), 10.5),
      choice(sha('two'), sha('two')),
    ];
    for (const entry of bad) {
      const told = store.append(anna, [rating(sha('three')), entry], [picture('three')]);
      await refuses('invalid-request', told);
    }
    const odd = picture('two', { perceptualHash: 'none' });
    await refuses('invalid-request', store.remember([picture('three'), odd]));
    await refuses('invalid-request', store.append(anna, [rating(sha('three'))], [odd]));
    const notANumber = { ...snapshot('two'), vector: Float32Array.of(1, Number.NaN) };
    await refuses('invalid-request', store.keep([snapshot('three'), notANumber]));
    await refuses('invalid-request', store.keep([{ ...snapshot('two'), general: 11 }]));
    await refuses('invalid-request', store.keep([{ ...snapshot('two'), stamp: '' }]));
    await refuses('invalid-request', store.create(profile('')));
    await refuses('invalid-request', store.create(profile('x'.repeat(81))));
    await refuses('invalid-request', store.update(profile('', { id: anna })));
    assert.deepEqual(await all(store), before);
  }),

  check(
    'keeps the latest paths first, at most 8, and other facts as they were told last',
    async ({ open }) => {
      const store = await open();
      const paths = (...numbers: number[]) => numbers.map((number) => `/photos/${number}.jpg`);
      await store.remember([
        picture('one', {
          paths: paths(1, 2, 1),
          domain: 'artwork',
          takenAt: '2020-01-02T03:04:05',
        }),
        picture('one', { paths: paths(3, 2) }),
      ]);
      await store.remember([picture('one', { paths: [], domain: 'photograph' })]);
      assert.deepEqual(await store.pictures(), [
        {
          sha256: sha('one'),
          paths: paths(3, 2, 1),
          domain: 'photograph',
          takenAt: '2020-01-02T03:04:05',
        },
      ]);
      await store.remember([picture('one', { paths: paths(4, 5, 6, 7, 8, 9, 10) })]);
      assert.deepEqual((await store.pictures())[0]?.paths, paths(4, 5, 6, 7, 8, 9, 10, 3));
    },
  ),

  check('keeps one snapshot of each picture and stamp', async ({ open }) => {
    const store = await open();
    const later = { ...snapshot('one', 'model 1', 7), general: 2 };
    await store.keep([snapshot('one'), snapshot('one', 'model 2'), snapshot('two')]);
    await store.keep([later]);
    assert.deepEqual(sorted(await store.snapshots('model 1')), sorted([later, snapshot('two')]));
    assert.deepEqual(await store.snapshots('model 2'), [snapshot('one', 'model 2')]);
    assert.deepEqual(await store.snapshots('model 3'), []);
    const empty = { ...snapshot('three'), vector: new Float32Array() };
    await store.keep([empty]);
    assert.deepEqual(await store.snapshots('model 1', [sha('three')]), [empty]);
    // The least and the greatest that 32 bits hold.
    const limits = { ...snapshot('four'), vector: Float32Array.of(1e-45, -3.4e38, -0) };
    await store.keep([limits]);
    assert.deepEqual(await store.snapshots('model 1', [sha('four')]), [limits]);
  }),

  check('takes thousands at a time', async ({ open }) => {
    const store = await open();
    const anna = await created(store, 'Anna');
    const names = Array.from({ length: 3_000 }, (_, number) => `${number}`);
    const entries = names.map((name) => rating(sha(name)));
    const pictures = names.map((name) => picture(name));
    assert.equal(await store.append(anna, entries, pictures), 3_000);
    await store.keep(names.map((name) => snapshot(name)));
    assert.deepEqual(await store.entries(anna), entries);
    const asked = names.map(sha);
    assert.deepEqual(sorted(await store.pictures(asked)), sorted(pictures));
    assert.equal((await store.snapshots('model 1', asked)).length, 3_000);
    assert.equal(await store.forget(anna, asked.slice(1)), 2_999);
    assert.deepEqual(await all(store), {
      profiles: [{ profile: (await store.profiles())[0], entries: [entries[0]] }],
      pictures: [picture('0')],
      snapshots: [snapshot('0')],
    });
  }),

  check('forgets pictures, and spares what others said of them', async ({ open }) => {
    const store = await open();
    const anna = await created(store, 'Anna');
    const bea = await created(store, 'Bea');
    const kept = rating(sha('three'));
    const mine = [rating(sha('one')), choice(sha('two'), sha('one')), kept, flag(sha('one'))];
    const theirs = [rating(sha('two'))];
    const names = ['one', 'two', 'three', 'unnamed'];
    await store.append(
      anna,
      mine,
      names.map((name) => picture(name)),
    );
    await store.append(bea, theirs);
    await store.keep(names.map((name) => snapshot(name)));

    assert.equal(await store.forget(anna, [sha('never seen')]), 0);
    assert.equal(await store.forget(anna, [sha('one'), sha('two'), sha('unnamed')]), 3);
    assert.deepEqual(await store.entries(anna), [kept]);
    assert.deepEqual(await store.entries(bea), theirs);
    assert.deepEqual(sorted(await store.pictures()), sorted([picture('two'), picture('three')]));
    assert.deepEqual(
      sorted(await store.snapshots('model 1')),
      sorted([snapshot('two'), snapshot('three')]),
    );
    // The other picture of a choice that is gone is known as long as nobody forgets it.
    assert.equal(await store.forget(bea, [sha('two')]), 1);
    assert.deepEqual(await store.pictures(), [picture('three')]);
  }),

  check(
    'deletes a profile with its pictures, and spares what others said of them',
    async ({ open }) => {
      const store = await open();
      const anna = await created(store, 'Anna');
      const bea = await created(store, 'Bea');
      await store.append(anna, [choice(sha('one'), sha('two'))], [picture('one'), picture('two')]);
      await store.append(bea, [rating(sha('two'))]);
      await store.keep([snapshot('one'), snapshot('two')]);
      await store.delete(anna);
      assert.deepEqual(
        (await store.profiles()).map(({ id }) => id),
        [bea],
      );
      await refuses('profile-unknown', store.entries(anna));
      assert.deepEqual(await store.pictures(), [picture('two')]);
      assert.deepEqual(await store.snapshots('model 1'), [snapshot('two')]);
      assert.equal(await created(store, 'Anna', anna), anna);
      assert.deepEqual(await store.entries(anna), []);
    },
  ),

  check('merges the log of one profile into that of another', async ({ open }) => {
    const store = await open();
    const anna = await created(store, 'Anna');
    const bea = await created(store, 'Bea');
    const [one, two, three] = [rating(sha('one')), rating(sha('two')), rating(sha('three'))];
    await store.append(anna, [one, two], [picture('one')]);
    await store.append(bea, [three, one]);
    await store.keep([snapshot('two')]);
    await refuses('invalid-request', store.merge(anna, anna));
    await store.merge(anna, bea);
    assert.deepEqual(await store.entries(bea), [three, one, two]);
    await refuses('profile-unknown', store.entries(anna));
    assert.deepEqual(await store.pictures(), [picture('one')]);
    assert.deepEqual(await store.snapshots('model 1'), [snapshot('two')]);

    const carla = await created(store, 'Carla');
    await store.append(carla, [rating(sha('four')), { ...one, value: 1 }]);
    const before = await all(store);
    await refuses('invalid-request', store.merge(carla, bea));
    assert.deepEqual(await all(store), before);
  }),

  check('loses and doubles nothing where two write at once', async ({ open }) => {
    const stores = [await open(), await open()];
    const anna = await created(stores[0]!, 'Anna');
    const entries = Array.from({ length: 60 }, (_, number) => rating(sha(number)));
    // Every entry is told by both; one of the two is the first.
    const added = await Promise.all(
      entries.flatMap((entry) =>
        stores.map((store) => store.append(anna, [entry], [picture('one')])),
      ),
    );
    assert.equal(
      added.reduce((sum, count) => sum + count, 0),
      entries.length,
    );
    const log = await stores[1]!.entries(anna);
    assert.deepEqual(
      sortedBy(log, ({ id }) => id),
      sortedBy(entries, ({ id }) => id),
    );
    assert.deepEqual(await stores[0]!.entries(anna), log);

    const names = await Promise.allSettled(stores.map((store) => store.create(profile('Bea'))));
    assert.deepEqual(names.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  }),

  check('leaves nothing of what it deletes', async ({ open, find }) => {
    if (find === undefined) return;
    // Another is open meanwhile, and has read everything.
    const [store, other] = [await open(), await open()];
    const anna = profile('Anna-gone-7f3a');
    const bea = profile('Bea-gone-91cc');
    const carla = profile('Carla-stays-55d0');
    for (const one of [anna, bea, carla]) await store.create(one);
    // Enough of them for the rows to move about.
    const names = Array.from({ length: 400 }, (_, number) => `picture-${number}-of-400`);
    const entries = names.map((name) => rating(sha(name)));
    const pictures = names.map((name) => picture(name));
    await store.append(anna.id, entries, pictures);
    const shared = names.slice(300);
    await store.append(
      bea.id,
      shared.map((name) => rating(sha(name))),
    );
    await store.append(carla.id, [rating(sha('picture-399-of-400'))]);
    await store.keep(names.map((name) => snapshot(name, 'model 1', 100)));
    await all(other);
    const written = [anna.id, anna.name, sha(names[7]!), `${names[7]!}.jpg`, entries[7]!.id];
    assert.deepEqual(sortedBy(await find(written), String), sortedBy(written, String));

    const own = names.filter((_, number) => number % 7 === 0 && number < 300);
    await store.forget(anna.id, own.map(sha));
    assert.deepEqual(await find(own.flatMap((name) => [`${name}.jpg`, sha(name)])), []);
    await all(other);
    await store.merge(bea.id, carla.id);
    assert.deepEqual(await find([bea.name, bea.id]), []);
    await all(other);
    await store.delete(anna.id);
    const gone = [anna.name, anna.id, ...entries.map(({ id }) => id)];
    gone.push(...names.slice(0, 300).flatMap((name) => [`${name}.jpg`, sha(name)]));
    assert.deepEqual(await find(gone), []);
    assert.deepEqual(await find([sha('picture-399-of-400')]), [sha('picture-399-of-400')]);
    assert.equal((await other.entries(carla.id)).length, 101);
  }),

  check('leaves nothing of what it deletes where much comes and goes', async ({ open, find }) => {
    if (find === undefined) return;
    const store = await open();
    const anna = await created(store, 'Anna');
    const present: string[] = [];
    const gone: string[] = [];
    // Lengths of all sorts, always the same ones, so that rows are moved and pages divided and joined.
    const number = (name: string, below: number) =>
      parseInt(sha(`#${name}`).slice(0, 8), 16) % below;
    for (let round = 0; round < 16; round++) {
      const names = Array.from(
        { length: number(`${round}`, 150) },
        (_, place) => `${round}/${place}`,
      );
      const path = (name: string) =>
        `/photos/${sha(`path ${name}`).repeat(4).slice(number(name, 240))}`;
      await store.append(
        anna,
        names.flatMap((name) =>
          Array.from({ length: 1 + number(`of ${name}`, 3) }, (_, place) =>
            rating(sha(name), 3, { session: 's'.repeat(number(`${name} ${place}`, 300)) }),
          ),
        ),
        names.map((name) => picture(name, { paths: [path(name)] })),
      );
      await store.keep(
        names.map((name) => snapshot(name, 'model 1', number(`vector ${name}`, 900))),
      );
      present.push(...names);
      const unwanted = present.filter((name) => number(`${round} ${name}`, 3) === 0);
      await store.forget(anna, unwanted.map(sha));
      for (const name of unwanted) {
        present.splice(present.indexOf(name), 1);
        gone.push(sha(name), ...[0, 1, 2].map((place) => sha(`entry ${name} ${place}`)));
      }
      assert.deepEqual(await find(gone), [], `after round ${round}`);
    }
    assert.equal((await store.pictures()).length, present.length);
  }),

  check('refuses everything once it was closed, and may be closed twice', async ({ open }) => {
    const store = await open();
    const anna = await created(store, 'Anna');
    await close(store);
    await close(store);
    await refuses('store-unavailable', store.profiles());
    await refuses('store-unavailable', store.entries(anna));
    await refuses('store-unavailable', store.create(profile('Bea')));
    await refuses('store-unavailable', store.append(anna, [rating(sha('one'))]));
    await refuses('store-unavailable', store.forget(anna, [sha('one')]));
    await refuses('store-unavailable', store.delete(anna));
    const again = await open();
    assert.deepEqual(await again.entries(anna), []);
  }),

  {
    name: 'does what a simple model does, whatever it is told in whatever order',
    run: randomOperations,
  },
];

/** What a check is given: a place of its own, whose stores are closed and removed afterwards. */
function check(name: string, body: (place: StoreUnderTest) => Promise<void>): StoreCheck {
  return {
    name,
    run: async (make) => {
      const place = await make();
      const opened: PersonalizationStore[] = [];
      try {
        await body({
          ...place,
          open: async () => {
            const store = await place.open();
            opened.push(store);
            return store;
          },
        });
      } finally {
        for (const store of opened) await close(store);
        await place.remove();
      }
    },
  };
}

async function refuses(code: CalmError['code'], call: Promise<unknown>): Promise<void> {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof CalmError, `not a CalmError: ${String(error)}`);
    assert.equal(error.code, code, `${error.code}: ${error.message}`);
    assert.notEqual(error.hint, '', 'without a hint');
    return true;
  });
}

async function created(store: PersonalizationStore, name: string, id?: string): Promise<string> {
  const made = profile(name, id === undefined ? {} : { id });
  await store.create(made);
  return made.id;
}

async function close(store: PersonalizationStore): Promise<void> {
  await store[Symbol.asyncDispose]();
}

/** All that a store says, in an order that does not depend on it. */
async function all(store: PersonalizationStore): Promise<{
  profiles: { profile: Profile; entries: readonly Entry[] }[];
  pictures: unknown;
  snapshots: unknown;
}> {
  const profiles = [];
  for (const profile of await store.profiles()) {
    profiles.push({ profile, entries: await store.entries(profile.id) });
  }
  const snapshots: Snapshot[] = [];
  for (const stamp of (await store.stamps()).keys()) {
    snapshots.push(...(await store.snapshots(stamp)));
  }
  return { profiles, pictures: sorted(await store.pictures()), snapshots: sorted(snapshots) };
}

function sorted<T extends { sha256: string } | Snapshot>(things: readonly T[]): T[] {
  return sortedBy(things, (thing) =>
    'sha256' in thing ? thing.sha256 : `${thing.picture} ${thing.stamp}`,
  );
}

function sortedBy<T>(things: readonly T[], key: (thing: T) => string): T[] {
  return [...things].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
