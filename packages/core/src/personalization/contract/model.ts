/** A store as simple as can be, which forgets all when it goes: what stores are compared with. */
import type { Entry, KnownPicture, Profile } from '../../protocol/generated/taste.js';
import type { PersonalizationStore, Snapshot } from '../store.js';

interface Kept {
  profile: Profile;
  log: Entry[];
}

/** Says no in the way of a `CalmError`, by its code. */
export class Refusal extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export class ModelStore implements PersonalizationStore {
  readonly location = 'memory';
  readonly #kept = new Map<string, Kept>();
  readonly #pictures = new Map<string, KnownPicture>();
  #snapshots: Snapshot[] = [];

  async profiles(): Promise<readonly Profile[]> {
    const all = [...this.#kept.values()].map(({ profile }) => profile);
    return all.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  }

  async create(profile: Profile): Promise<void> {
    if (this.#kept.has(profile.id)) throw new Refusal('profile-exists');
    this.#assertFree(profile);
    this.#kept.set(profile.id, { profile, log: [] });
  }

  async update(profile: Profile): Promise<void> {
    const kept = this.#get(profile.id);
    this.#assertFree(profile);
    kept.profile = { ...profile, createdAt: kept.profile.createdAt };
  }

  async append(
    profile: string,
    entries: readonly Entry[],
    pictures: readonly KnownPicture[] = [],
  ): Promise<number> {
    const kept = this.#get(profile);
    const log = [...kept.log];
    for (const entry of entries) {
      const known = log.find(({ id }) => id === entry.id);
      if (known === undefined) log.push(entry);
      else if (!saysTheSame(known, entry)) throw new Refusal('invalid-request');
    }
    const added = log.length - kept.log.length;
    kept.log = log;
    await this.remember(pictures);
    return added;
  }

  async entries(profile: string): Promise<readonly Entry[]> {
    return this.#get(profile).log;
  }

  async pictures(sha256?: readonly string[]): Promise<readonly KnownPicture[]> {
    return [...this.#pictures.values()].filter((picture) => isAmong(sha256, picture.sha256));
  }

  async remember(pictures: readonly KnownPicture[]): Promise<void> {
    for (const picture of pictures) {
      const known = this.#pictures.get(picture.sha256);
      const older = (known?.paths ?? []).filter((path) => !picture.paths.includes(path));
      const newer = picture.paths.filter((path, index) => picture.paths.indexOf(path) === index);
      const paths = [...newer, ...older].slice(0, 8);
      this.#pictures.set(picture.sha256, { ...known, ...picture, paths });
    }
  }

  async snapshots(stamp: string, sha256?: readonly string[]): Promise<readonly Snapshot[]> {
    return this.#snapshots.filter(
      (snapshot) => snapshot.stamp === stamp && isAmong(sha256, snapshot.picture),
    );
  }

  async stamps(): Promise<ReadonlyMap<string, number>> {
    const stamps = new Map<string, number>();
    for (const { stamp } of this.#snapshots) stamps.set(stamp, (stamps.get(stamp) ?? 0) + 1);
    return stamps;
  }

  async keep(snapshots: readonly Snapshot[]): Promise<void> {
    for (const snapshot of snapshots) {
      this.#snapshots = this.#snapshots.filter(
        ({ picture, stamp }) => picture !== snapshot.picture || stamp !== snapshot.stamp,
      );
      this.#snapshots.push(snapshot);
    }
  }

  async forget(profile: string, sha256: readonly string[]): Promise<number> {
    const kept = this.#get(profile);
    const before = kept.log.length;
    kept.log = kept.log.filter(
      (entry) => !named(entry).some((picture) => isAmong(sha256, picture)),
    );
    this.#forgetWhatNobodyNames(sha256);
    return before - kept.log.length;
  }

  async delete(profile: string): Promise<void> {
    const { log } = this.#get(profile);
    this.#kept.delete(profile);
    this.#forgetWhatNobodyNames(log.flatMap(named));
  }

  async merge(from: string, into: string): Promise<void> {
    const { log } = this.#get(from);
    this.#get(into);
    if (from === into) throw new Refusal('invalid-request');
    await this.append(into, log);
    this.#kept.delete(from);
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  #get(id: string): Kept {
    const kept = this.#kept.get(id);
    if (kept === undefined) throw new Refusal('profile-unknown');
    return kept;
  }

  #assertFree({ id, name }: Profile): void {
    for (const { profile } of this.#kept.values()) {
      if (profile.id !== id && profile.name.toLowerCase() === name.toLowerCase()) {
        throw new Refusal('profile-exists');
      }
    }
  }

  #forgetWhatNobodyNames(sha256: readonly string[]): void {
    const needed = new Set([...this.#kept.values()].flatMap(({ log }) => log.flatMap(named)));
    for (const picture of sha256) {
      if (needed.has(picture)) continue;
      this.#pictures.delete(picture);
      this.#snapshots = this.#snapshots.filter((snapshot) => snapshot.picture !== picture);
    }
  }
}

function named(entry: Entry): string[] {
  if (entry.kind === 'tuning') return [];
  return entry.kind === 'choice' ? [entry.preferred, entry.over] : [entry.picture];
}

function isAmong(list: readonly string[] | undefined, value: string): boolean {
  return list === undefined || list.includes(value);
}

/** The entries of the suite have their keys in one order. */
function saysTheSame(one: Entry, other: Entry): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
