import { setTimeout as delay } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { CalmError } from '../../protocol/errors.js';
import type { Entry, KnownPicture, Profile } from '../../protocol/generated/taste.js';
import {
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
} from '../rules.js';
import type { PersonalizationStore, Snapshot } from '../store.js';
import { bytesOf, type Connection, type Row, type Value } from './connection.js';
import { damaged, explain, isBusy, newer } from './failures.js';
import { MIGRATIONS } from './migrations/index.js';

/** How often to try to sweep while another process reads, and how long to wait in between, in milliseconds. */
const SWEEPS = 40;
const PAUSE = 50;

/** Each query that reads rows ends with their checksum, which is over the columns before it. */
const SELECT_PROFILES = `SELECT ${bytesOf('id', 'name_key', 'profile')}, checksum FROM profiles`;
const SELECT_ENTRIES = `SELECT ${bytesOf('profile', 'id', 'entry')}, checksum FROM entries`;
const SELECT_PICTURES = `SELECT ${bytesOf('sha256', 'picture')}, checksum FROM pictures`;
const SELECT_SNAPSHOTS = `SELECT ${bytesOf('picture', 'stamp')}, general, vector, checksum FROM snapshots`;

type SnapshotRow = Row & {
  readonly picture: ArrayBuffer;
  readonly stamp: ArrayBuffer;
  readonly general: number;
  readonly vector: ArrayBuffer;
};

/** A store in a SQLite file: what {@link openSqliteStore} opens. */
export class SqliteStore implements PersonalizationStore {
  readonly location: string;
  readonly readOnly: boolean;
  readonly #connection: Connection;

  private constructor(connection: Connection, location: string, readOnly: boolean) {
    this.#connection = connection;
    this.location = location;
    this.readOnly = readOnly;
  }

  /** A store over a file of the current version that is opened to be read. */
  static readOnly(connection: Connection, location: string): SqliteStore {
    return new SqliteStore(connection, location, true);
  }

  /** A store over a file of the current version. What an earlier process deleted and could not sweep any more is swept. */
  static async over(connection: Connection, location: string): Promise<SqliteStore> {
    const store = new SqliteStore(connection, location, false);
    if (connection.first('SELECT 1 FROM unswept') !== undefined) await store.#trySweep();
    return store;
  }

  async profiles(): Promise<readonly Profile[]> {
    return this.#attempt(() =>
      byName(
        this.#connection.all(SELECT_PROFILES).map((row) => this.#json(row, 'profile') as Profile),
      ),
    );
  }

  async create(profile: Profile): Promise<void> {
    this.#attempt(() => {
      assertProfile(profile);
      this.#transaction(() => {
        const taken = this.#connection.first(
          'SELECT 1 FROM profiles WHERE id = ? OR name_key = ?',
          profile.id,
          nameKey(profile.name),
        );
        if (taken !== undefined) throw takenProfile(profile, this.location);
        this.#put('profiles', rowOfProfile(profile));
      });
    });
  }

  async update(profile: Profile): Promise<void> {
    this.#attempt(() => {
      assertProfile(profile);
      this.#transaction(() => {
        const known = this.#profile(profile.id);
        const namesake = this.#connection.first(
          'SELECT 1 FROM profiles WHERE name_key = ? AND id <> ?',
          nameKey(profile.name),
          profile.id,
        );
        if (namesake !== undefined) throw takenProfile(profile, this.location);
        this.#put('profiles', rowOfProfile({ ...profile, createdAt: known.createdAt }), 'id');
      });
    });
  }

  async append(
    profile: string,
    entries: readonly Entry[],
    pictures: readonly KnownPicture[] = [],
  ): Promise<number> {
    return this.#attempt(() => {
      entries.forEach(assertEntry);
      pictures.forEach(assertKnownPicture);
      return this.#transaction(() => {
        this.#profile(profile);
        this.#remember(pictures);
        return this.#append(profile, entries);
      });
    });
  }

  async entries(profile: string): Promise<readonly Entry[]> {
    return this.#attempt(() => {
      this.#profile(profile);
      return this.#entries(profile);
    });
  }

  async pictures(sha256?: readonly string[]): Promise<readonly KnownPicture[]> {
    return this.#attempt(() => this.#pictures(sha256));
  }

  async remember(pictures: readonly KnownPicture[]): Promise<void> {
    this.#attempt(() => {
      pictures.forEach(assertKnownPicture);
      this.#transaction(() => {
        this.#remember(pictures);
      });
    });
  }

  async snapshots(stamp: string, sha256?: readonly string[]): Promise<readonly Snapshot[]> {
    return this.#attempt(() =>
      this.#connection
        .all<SnapshotRow>(
          `${SELECT_SNAPSHOTS} WHERE stamp = ?${among('picture', sha256)}`,
          stamp,
          ...listed(sha256),
        )
        .map((row) => this.#snapshot(row)),
    );
  }

  async stamps(): Promise<ReadonlyMap<string, number>> {
    return this.#attempt(
      () =>
        new Map(
          this.#connection

            .all<{ stamp: ArrayBuffer; pictures: number }>(
              `SELECT ${bytesOf('stamp')}, count(*) AS pictures FROM snapshots GROUP BY snapshots.stamp ORDER BY snapshots.stamp`,
            )
            .map(({ stamp, pictures }) => [this.#text(stamp), pictures]),
        ),
    );
  }

  async keep(snapshots: readonly Snapshot[]): Promise<void> {
    this.#attempt(() => {
      snapshots.forEach(assertSnapshot);
      this.#transaction(() => {
        for (const snapshot of snapshots) {
          this.#put('snapshots', rowOfSnapshot(snapshot), 'picture, stamp');
        }
      });
    });
  }

  async forget(profile: string, sha256: readonly string[]): Promise<number> {
    return this.#reallyDelete(() => {
      this.#profile(profile);
      const unwanted = new Set(sha256);
      const gone = this.#entries(profile).filter((entry) =>
        picturesOf(entry).some((picture) => unwanted.has(picture)),
      );
      for (const { id } of gone) {
        this.#connection.change('DELETE FROM entries WHERE profile = ? AND id = ?', profile, id);
      }
      this.#forgetPictures(unwanted, profile);
      return gone.length;
    });
  }

  async delete(profile: string): Promise<void> {
    await this.#reallyDelete(() => {
      this.#profile(profile);
      this.#forgetPictures(this.#entries(profile).flatMap(picturesOf), profile);
      this.#deleteProfile(profile);
    });
  }

  async merge(from: string, into: string): Promise<void> {
    await this.#reallyDelete(() => {
      this.#profile(from);
      this.#profile(into);
      assertTwoProfiles(from, into);
      this.#append(into, this.#entries(from));
      this.#deleteProfile(from);
    });
  }

  /** Closes the file. Once no process has it open, all of it is in one file again. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#connection.isOpen) return;
    try {
      // SQLite would do this by itself, were it not for statements that libsql lets go of only some time later. Nobody is waited for.
      if (!this.readOnly) {
        this.#connection.atOnce(() => this.#connection.all('PRAGMA wal_checkpoint(TRUNCATE)'));
      }
    } catch (error) {
      if (!isBusy(error)) throw explain(error, this.location);
    } finally {
      this.#connection.close();
    }
  }

  /** Runs what a method does; what SQLite says against it is said as a `CalmError`. */
  #attempt<T>(work: () => T): T {
    if (!this.#connection.isOpen) throw closedStore(this.location);
    try {
      return work();
    } catch (error) {
      throw explain(error, this.location);
    }
  }

  /** Another process may have brought the file to a version that this one does not know how to write. */
  #transaction<T>(work: () => T): T {
    return this.#connection.transaction(() => {
      const version = this.#connection.first<{ user_version: number }>('PRAGMA user_version');
      if (version?.user_version !== MIGRATIONS.length) {
        throw newer(this.location, version?.user_version ?? 0);
      }
      return work();
    });
  }

  #profile(id: string): Profile {
    const row = this.#connection.first(`${SELECT_PROFILES} WHERE id = ?`, id);
    if (row === undefined) throw unknownProfile(id, this.location);
    return this.#json(row, 'profile') as Profile;
  }

  #entries(profile: string): readonly Entry[] {
    return this.#connection
      .all(`${SELECT_ENTRIES} WHERE profile = ? ORDER BY number`, profile)
      .map((row) => this.#json(row, 'entry') as Entry);
  }

  /** Within a transaction. */
  #append(profile: string, entries: readonly Entry[]): number {
    let added = 0;
    for (const entry of entries) {
      const text = entryText(entry);
      const known = this.#connection.first<{ same: number }>(
        'SELECT entry = ? AS same FROM entries WHERE profile = ? AND id = ?',
        text,
        profile,
        entry.id,
      );
      if (known === undefined) {
        this.#put('entries', { profile, id: entry.id, entry: text });
        added += 1;
      } else if (known.same !== 1) {
        throw conflictingEntry(entry.id, profile);
      }
    }
    return added;
  }

  #pictures(sha256: readonly string[] | undefined): readonly KnownPicture[] {
    return this.#connection
      .all(`${SELECT_PICTURES} WHERE true${among('sha256', sha256)}`, ...listed(sha256))
      .map((row) => this.#json(row, 'picture') as KnownPicture);
  }

  /** Within a transaction. */
  #remember(pictures: readonly KnownPicture[]): void {
    for (const told of pictures) {
      const [known] = this.#pictures([told.sha256]);
      const picture = JSON.stringify(rememberedAs(known, told));
      this.#put('pictures', { sha256: told.sha256, picture }, 'sha256');
    }
  }

  #snapshot(row: SnapshotRow): Snapshot {
    this.#assertSound(row);
    const vector = bytesToVector(new Uint8Array(row.vector));
    if (vector === undefined) throw damaged(this.location);
    return {
      picture: this.#text(row.picture),
      stamp: this.#text(row.stamp),
      general: row.general,
      vector,
    };
  }

  /** Forgets of these pictures what no other profile needs. Within a transaction. */
  #forgetPictures(sha256: Iterable<string>, profile: string): void {
    const others = this.#connection
      .all(`${SELECT_ENTRIES} WHERE profile <> ?`, profile)
      .map((row) => this.#json(row, 'entry') as Entry);
    const needed = new Set(others.flatMap(picturesOf));
    for (const picture of new Set(sha256)) {
      if (needed.has(picture)) continue;
      this.#connection.change('DELETE FROM pictures WHERE sha256 = ?', picture);
      this.#connection.change('DELETE FROM snapshots WHERE picture = ?', picture);
    }
  }

  /** Within a transaction. */
  #deleteProfile(profile: string): void {
    this.#connection.change('DELETE FROM entries WHERE profile = ?', profile);
    this.#connection.change('DELETE FROM profiles WHERE id = ?', profile);
  }

  /**
   * Deletes, and then removes what is left of it in the file and its -wal. That it is due stands in the file until it was done, so that
   * a process that was killed in between, or a reader that was in the way, only delays it until the store is opened again.
   */
  async #reallyDelete<T>(work: () => T): Promise<T> {
    const result = this.#attempt(() =>
      this.#transaction(() => {
        const done = work();
        this.#connection.change('INSERT INTO unswept VALUES (?)', new Date().toISOString());
        return done;
      }),
    );
    if (!(await this.#trySweep())) {
      throw new CalmError(
        'store-unavailable',
        `It is deleted, but traces remain in ${this.location} while another program reads it or its disk is full.`,
        { hint: 'Close the other program or make room, then open the store again.' },
      );
    }
    return result;
  }

  /** @returns whether nothing that was deleted can be read from the files any more */
  async #trySweep(): Promise<boolean> {
    for (let attempt = 1; attempt <= SWEEPS; attempt++) {
      try {
        if (this.#connection.atOnce(() => this.#sweep())) return true;
      } catch (error) {
        if (!isBusy(error)) return false;
      }
      await delay(PAUSE);
    }
    return false;
  }

  /** @returns `false` where a reader still needs old pages of the -wal file, which keeps it from being cut to nothing */
  #sweep(): boolean {
    // secure_delete alone leaves copies where SQLite has moved rows between pages; VACUUM writes all pages anew.
    this.#connection.run('VACUUM');
    const state = this.#connection.first<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');
    if (state?.busy !== 0) return false;
    this.#connection.run('DELETE FROM unswept');
    return true;
  }

  /** Writes a row with its checksum; where a key is given, over the row of the same key. */
  #put(table: string, row: Readonly<Record<string, Value>>, key?: string): void {
    const names = [...Object.keys(row), 'checksum'];
    const update = names.map((name) => `${name} = excluded.${name}`).join(', ');
    this.#connection.change(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})` +
        (key === undefined ? '' : ` ON CONFLICT (${key}) DO UPDATE SET ${update}`),
      ...Object.values(row),
      checksum(Object.values(row)),
    );
  }

  #json(row: Row, column: string): unknown {
    this.#assertSound(row);
    return JSON.parse(this.#text(row[column]));
  }

  #assertSound({ checksum: stated, ...columns }: Row): void {
    if (checksum(Object.values(columns)) !== stated) throw damaged(this.location);
  }

  #text(bytes: number | ArrayBuffer | undefined): string {
    if (!(bytes instanceof ArrayBuffer)) throw damaged(this.location);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      throw damaged(this.location, error);
    }
  }
}

function rowOfProfile(profile: Profile): Readonly<Record<string, Value>> {
  return {
    id: profile.id,
    name_key: nameKey(profile.name),
    profile: JSON.stringify(profile),
  };
}

function rowOfSnapshot({ picture, stamp, general, vector }: Snapshot): Record<string, Value> {
  return { picture, stamp, general, vector: vectorToBytes(vector) };
}

/** A condition that a column holds one of a list, where there is a list. */
function among(column: string, values: readonly string[] | undefined): string {
  return values === undefined ? '' : ` AND ${column} IN (SELECT value FROM json_each(?))`;
}

function listed(values: readonly string[] | undefined): readonly string[] {
  return values === undefined ? [] : [JSON.stringify(values)];
}

/** CRC-32 over the values of a row, each with a NUL behind it; texts as their UTF-8. */
function checksum(values: readonly (Value | ArrayBuffer)[]): number {
  return values.reduce<number>((sum, value) => {
    if (value instanceof ArrayBuffer) return crc32('\0', crc32(new Uint8Array(value), sum));
    if (value instanceof Uint8Array) return crc32('\0', crc32(value, sum));
    return crc32(`${value}\0`, sum);
  }, 0);
}
