import {
  CalmError,
  storeRules,
  type Entry,
  type KnownPicture,
  type PersonalizationStore,
  type Profile,
  type Snapshot,
} from '@calm-sdk/core';
import type { Pool, PoolClient } from 'pg';
import { explain, newer } from './failures.js';
import { MIGRATIONS } from './migrations/index.js';

const {
  assertEntry,
  assertKnownPicture,
  assertProfile,
  assertSnapshot,
  assertTwoProfiles,
  byName,
  bytesToVector,
  closedStore,
  conflictingEntry,
  entryText,
  nameKey,
  picturesOf,
  rememberedAs,
  takenProfile,
  unknownProfile,
  vectorToBytes,
} = storeRules;

/** Rows that one statement writes: a statement is one message, and vectors travel as text. */
const ROWS = 1_000;
/** How long to wait for others before tables are written anew, in milliseconds. */
const SWEEP_TIMEOUT_MS = 10_000;

/** A store in PostgreSQL: what `postgresProvider` opens. */
export class PostgresStore implements PersonalizationStore {
  readonly location: string;
  readonly #pool: Pool;
  #open = true;

  private constructor(pool: Pool, location: string) {
    this.#pool = pool;
    this.location = location;
  }

  /** A store over tables of the current version. What an earlier process deleted and could not sweep any more is swept. */
  static async over(pool: Pool, location: string): Promise<PostgresStore> {
    const store = new PostgresStore(pool, location);
    const { rows } = await pool.query('SELECT FROM calm.unswept LIMIT 1');
    if (rows.length > 0) {
      try {
        await store.#sweep();
      } catch {
        // Others are in the way: it stays due, which whoever deleted was told.
      }
    }
    return store;
  }

  async profiles(): Promise<readonly Profile[]> {
    const rows = await this.#read<{ profile: string }>('SELECT profile FROM calm.profiles');
    return byName(rows.map(({ profile }) => JSON.parse(profile) as Profile));
  }

  async create(profile: Profile): Promise<void> {
    assertProfile(profile);
    await this.#write(async (client) => {
      const taken = await client.query('SELECT FROM calm.profiles WHERE id = $1 OR name_key = $2', [
        profile.id,
        nameKey(profile.name),
      ]);
      if (taken.rows.length > 0) throw takenProfile(profile, this.location);
      await client.query('INSERT INTO calm.profiles (id, name_key, profile) VALUES ($1, $2, $3)', [
        profile.id,
        nameKey(profile.name),
        JSON.stringify(profile),
      ]);
    });
  }

  async update(profile: Profile): Promise<void> {
    assertProfile(profile);
    await this.#write(async (client) => {
      const { createdAt } = await this.#profile(client, profile.id);
      const namesakes = await client.query(
        'SELECT FROM calm.profiles WHERE name_key = $1 AND id <> $2',
        [nameKey(profile.name), profile.id],
      );
      if (namesakes.rows.length > 0) throw takenProfile(profile, this.location);
      await client.query('UPDATE calm.profiles SET name_key = $2, profile = $3 WHERE id = $1', [
        profile.id,
        nameKey(profile.name),
        JSON.stringify({ ...profile, createdAt }),
      ]);
    });
  }

  async append(
    profile: string,
    entries: readonly Entry[],
    pictures: readonly KnownPicture[] = [],
  ): Promise<number> {
    entries.forEach(assertEntry);
    pictures.forEach(assertKnownPicture);
    return await this.#write(async (client) => {
      await this.#profile(client, profile);
      await this.#remember(client, pictures);
      return await this.#append(client, profile, entries);
    });
  }

  async entries(profile: string): Promise<readonly Entry[]> {
    // One statement sees one state, also while another process deletes the profile.
    const rows = await this.#read<{ entry: string | null }>(
      `SELECT entry FROM calm.profiles LEFT JOIN calm.entries ON entries.profile = profiles.id
       WHERE profiles.id = $1 ORDER BY number`,
      [profile],
    );
    if (rows.length === 0) throw unknownProfile(profile, this.location);
    return rows.flatMap(({ entry }) => (entry === null ? [] : [JSON.parse(entry) as Entry]));
  }

  async pictures(sha256?: readonly string[]): Promise<readonly KnownPicture[]> {
    const rows = await this.#read<{ picture: string }>(
      'SELECT picture FROM calm.pictures WHERE $1::text[] IS NULL OR sha256 = ANY ($1)',
      [sha256],
    );
    return rows.map(({ picture }) => JSON.parse(picture) as KnownPicture);
  }

  async remember(pictures: readonly KnownPicture[]): Promise<void> {
    pictures.forEach(assertKnownPicture);
    await this.#write(async (client) => {
      await this.#remember(client, pictures);
    });
  }

  async snapshots(stamp: string, sha256?: readonly string[]): Promise<readonly Snapshot[]> {
    const rows = await this.#read<{ picture: string; general: number; vector: Buffer }>(
      `SELECT picture, general, vector FROM calm.snapshots
       WHERE stamp = $1 AND ($2::text[] IS NULL OR picture = ANY ($2))`,
      [stamp, sha256],
    );
    return rows.map(({ picture, general, vector: bytes }) => {
      const vector = bytesToVector(bytes);
      if (vector === undefined) {
        throw new CalmError(
          'store-damaged',
          `${this.location}: a vector of ${picture} is cut short.`,
          { hint: 'Assess the picture again, or restore a backup.' },
        );
      }
      return { picture, stamp, general, vector };
    });
  }

  async stamps(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#read<{ stamp: string; pictures: number }>(
      'SELECT stamp, count(*)::integer AS pictures FROM calm.snapshots GROUP BY stamp ORDER BY stamp',
    );
    return new Map(rows.map(({ stamp, pictures }) => [stamp, pictures]));
  }

  async keep(snapshots: readonly Snapshot[]): Promise<void> {
    snapshots.forEach(assertSnapshot);
    // One statement must not meet a row twice: the last of the same picture and stamp counts.
    const last = new Map(snapshots.map((one) => [JSON.stringify([one.picture, one.stamp]), one]));
    await this.#write(async (client) => {
      for (const part of parts([...last.values()])) {
        await client.query(
          `INSERT INTO calm.snapshots (picture, stamp, general, vector)
           SELECT * FROM unnest ($1::text[], $2::text[], $3::double precision[], $4::bytea[])
           ON CONFLICT (picture, stamp) DO UPDATE SET general = excluded.general, vector = excluded.vector`,
          [
            part.map(({ picture }) => picture),
            part.map(({ stamp }) => stamp),
            part.map(({ general }) => general),
            part.map(({ vector }) => Buffer.from(vectorToBytes(vector))),
          ],
        );
      }
    });
  }

  async forget(profile: string, sha256: readonly string[]): Promise<number> {
    return await this.#reallyDelete(async (client) => {
      await this.#profile(client, profile);
      const unwanted = new Set(sha256);
      const gone = (await logOf(client, profile)).filter((entry) =>
        picturesOf(entry).some((picture) => unwanted.has(picture)),
      );
      await client.query('DELETE FROM calm.entries WHERE profile = $1 AND id = ANY ($2)', [
        profile,
        gone.map(({ id }) => id),
      ]);
      await forgetPictures(client, sha256, profile);
      return gone.length;
    });
  }

  async delete(profile: string): Promise<void> {
    await this.#reallyDelete(async (client) => {
      await this.#profile(client, profile);
      const named = (await logOf(client, profile)).flatMap(picturesOf);
      await forgetPictures(client, named, profile);
      await deleteProfile(client, profile);
    });
  }

  async merge(from: string, into: string): Promise<void> {
    await this.#reallyDelete(async (client) => {
      await this.#profile(client, from);
      await this.#profile(client, into);
      assertTwoProfiles(from, into);
      await this.#append(client, into, await logOf(client, from));
      await deleteProfile(client, from);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#pool.end();
  }

  async #read<R extends object>(sql: string, values: unknown[] = []): Promise<R[]> {
    return await this.#attempt(async () => (await this.#pool.query<R>(sql, values)).rows);
  }

  /** Does all of it or nothing, after whoever else writes. */
  async #write<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return await this.#attempt(() =>
      inTransaction(this.#pool, async (client) => {
        // A call that has resolved is on the disk, whatever the server does by default.
        await client.query('SET LOCAL synchronous_commit = on');
        // Readers are not kept waiting.
        await client.query('LOCK TABLE calm.profiles IN SHARE ROW EXCLUSIVE MODE');
        // Another process may have brought the tables to a version that this one does not know how to write.
        const { rows } = await client.query<{ version: number }>('SELECT version FROM calm.store');
        if (rows[0]?.version !== MIGRATIONS.length) {
          throw newer(this.location, rows[0]?.version ?? 0);
        }
        return await work(client);
      }),
    );
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#open) throw closedStore(this.location);
    try {
      return await work();
    } catch (error) {
      throw explain(error, this.location);
    }
  }

  async #profile(client: PoolClient, id: string): Promise<Profile> {
    const { rows } = await client.query<{ profile: string }>(
      'SELECT profile FROM calm.profiles WHERE id = $1',
      [id],
    );
    if (rows[0] === undefined) throw unknownProfile(id, this.location);
    return JSON.parse(rows[0].profile) as Profile;
  }

  async #append(client: PoolClient, profile: string, entries: readonly Entry[]): Promise<number> {
    const { rows } = await client.query<{ id: string; entry: string }>(
      'SELECT id, entry FROM calm.entries WHERE profile = $1 AND id = ANY ($2)',
      [profile, entries.map(({ id }) => id)],
    );
    const known = new Map(rows.map(({ id, entry }) => [id, entry]));
    const added: { readonly id: string; readonly text: string }[] = [];
    for (const entry of entries) {
      const text = entryText(entry);
      const present = known.get(entry.id);
      if (present === undefined) {
        known.set(entry.id, text);
        added.push({ id: entry.id, text });
      } else if (present !== text) {
        throw conflictingEntry(entry.id, profile);
      }
    }
    for (const part of parts(added)) {
      await client.query(
        `INSERT INTO calm.entries (profile, id, entry)
         SELECT $1, id, entry FROM unnest ($2::text[], $3::text[]) WITH ORDINALITY AS added (id, entry, place)
         ORDER BY place`,
        [profile, part.map(({ id }) => id), part.map(({ text }) => text)],
      );
    }
    return added.length;
  }

  async #remember(client: PoolClient, pictures: readonly KnownPicture[]): Promise<void> {
    const { rows } = await client.query<{ sha256: string; picture: string }>(
      'SELECT sha256, picture FROM calm.pictures WHERE sha256 = ANY ($1)',
      [pictures.map(({ sha256 }) => sha256)],
    );
    const known = new Map(
      rows.map(({ sha256, picture }) => [sha256, JSON.parse(picture) as KnownPicture]),
    );
    for (const told of pictures) known.set(told.sha256, rememberedAs(known.get(told.sha256), told));
    for (const part of parts([...known.values()])) {
      await client.query(
        `INSERT INTO calm.pictures (sha256, picture) SELECT * FROM unnest ($1::text[], $2::text[])
         ON CONFLICT (sha256) DO UPDATE SET picture = excluded.picture`,
        [part.map(({ sha256 }) => sha256), part.map((picture) => JSON.stringify(picture))],
      );
    }
  }

  /** Deletes, and then removes what is left of it in the tables. That it is due stands in the store until it was done. */
  async #reallyDelete<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const result = await this.#write(async (client) => {
      const done = await work(client);
      await client.query('INSERT INTO calm.unswept VALUES (now())');
      return done;
    });
    try {
      await this.#sweep();
    } catch (error) {
      throw new CalmError(
        'store-unavailable',
        `It is deleted, but traces remain in the tables of ${this.location}: ${error instanceof Error ? error.message : String(error)}.`,
        {
          hint: 'Others may be using them. Open the store again later.',
          cause: error,
        },
      );
    }
    return result;
  }

  /** Writes the tables anew: a plain VACUUM only marks the place of what was deleted as free, and the bytes stay. */
  async #sweep(): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await client.query(`SET lock_timeout = ${SWEEP_TIMEOUT_MS}`);
      for (const table of ['profiles', 'entries', 'pictures', 'snapshots']) {
        await client.query(`VACUUM (FULL) calm.${table}`);
      }
      await client.query('DELETE FROM calm.unswept');
      await client.query('RESET lock_timeout');
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

/** Does all of it or nothing. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    // Ending the connection rolls back, also where it is broken already.
    client.release(true);
    throw error;
  }
}

async function logOf(client: PoolClient, profile: string): Promise<Entry[]> {
  const { rows } = await client.query<{ entry: string }>(
    'SELECT entry FROM calm.entries WHERE profile = $1 ORDER BY number',
    [profile],
  );
  return rows.map(({ entry }) => JSON.parse(entry) as Entry);
}

/** Forgets of these pictures what no other profile needs. */
async function forgetPictures(
  client: PoolClient,
  sha256: readonly string[],
  profile: string,
): Promise<void> {
  const { rows } = await client.query<{ entry: string }>(
    'SELECT entry FROM calm.entries WHERE profile <> $1',
    [profile],
  );
  const needed = new Set(rows.flatMap(({ entry }) => picturesOf(JSON.parse(entry) as Entry)));
  const gone = sha256.filter((picture) => !needed.has(picture));
  await client.query('DELETE FROM calm.pictures WHERE sha256 = ANY ($1)', [gone]);
  await client.query('DELETE FROM calm.snapshots WHERE picture = ANY ($1)', [gone]);
}

async function deleteProfile(client: PoolClient, profile: string): Promise<void> {
  await client.query('DELETE FROM calm.entries WHERE profile = $1', [profile]);
  await client.query('DELETE FROM calm.profiles WHERE id = $1', [profile]);
}

function* parts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += ROWS) yield rows.slice(start, start + ROWS);
}
