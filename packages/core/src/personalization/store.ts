/**
 * What remembers what people said of pictures: the contract that every store meets. SQLite is in the box; others, such as PostgreSQL,
 * are contributed.
 */
import type { Entry, KnownPicture, Profile } from '../protocol/generated/taste.js';

export type {
  Choice,
  Entry,
  Flag,
  KnownPicture,
  Override,
  Profile,
  Rating,
  Retraction,
  Scale,
  Tuning,
} from '../protocol/generated/taste.js';

/** What one model saw in one picture: enough to learn a taste from, and nothing to restore a picture from. */
export interface Snapshot {
  /** SHA-256 of the picture's image, in hex: what entries name it by. */
  readonly picture: string;
  /** Names the model and everything else that the numbers depend on; only equal stamps compare. */
  readonly stamp: string;
  /** The general score, 0 to 10. */
  readonly general: number;
  /** What the stamp's model saw, in the stamp's order. */
  readonly vector: Float32Array;
}

/**
 * A store of taste profiles: an append-only log for each, what is known of the pictures that the logs name, and what models saw in them.
 *
 * A call that has resolved is durable: neither a killed process nor a power cut loses it. A call that rejects has changed nothing, unless
 * its message says that something is deleted and traces of it remain. Several processes may use one store at a time. Every method rejects
 * with a `CalmError` that says what to do: `invalid-request` for what makes no sense, `store-unavailable` once the store was closed.
 *
 * `storeRules` holds what all stores do the same way, and `@calm-sdk/core/store-contract` the checks that hold a store to all of this.
 */
export interface PersonalizationStore extends AsyncDisposable {
  /** Where it lies, for messages: a path, or a URL without its password. */
  readonly location: string;
  /** Whether it can be read alone: what would change it rejects with `store-unavailable`. Absent: it can be written. */
  readonly readOnly?: boolean;
  /** Ordered by name. */
  profiles(): Promise<readonly Profile[]>;
  /** @throws CalmError `profile-exists` where the id or the name, whatever its case, is taken */
  create(profile: Profile): Promise<void>;
  /** Renames a profile or changes its kinds; when it was made stays. @throws CalmError `profile-unknown`, `profile-exists` */
  update(profile: Profile): Promise<void>;
  /**
   * Adds to a profile's log, all of it or nothing. An entry that the log holds already is passed over, so that a caller who does not know
   * whether a call arrived may repeat it.
   *
   * @param pictures what is known of the pictures that the entries name, as by {@link PersonalizationStore.remember}
   * @returns how many entries were new
   * @throws CalmError `profile-unknown`; `invalid-request` where an id is taken, in this log, by an entry that says something else
   */
  append(
    profile: string,
    entries: readonly Entry[],
    pictures?: readonly KnownPicture[],
  ): Promise<number>;
  /** A profile's log, in the order in which it was added. @throws CalmError `profile-unknown` */
  entries(profile: string): Promise<readonly Entry[]>;
  /** What is known of pictures: of these, or of all. In no order; unknown ones are absent. */
  pictures(sha256?: readonly string[]): Promise<readonly KnownPicture[]>;
  /** Notes what is known of pictures: new paths come before known ones, other fields replace known ones where they are given. */
  remember(pictures: readonly KnownPicture[]): Promise<void>;
  /** Snapshots of one stamp: of these pictures, or of all. In no order; unknown ones are absent. */
  snapshots(stamp: string, sha256?: readonly string[]): Promise<readonly Snapshot[]>;
  /** Stamps of which there are snapshots, with how many. */
  stamps(): Promise<ReadonlyMap<string, number>>;
  /** Keeps snapshots; one of the same picture and stamp replaces the old one. */
  keep(snapshots: readonly Snapshot[]): Promise<void>;
  /**
   * Really deletes what a profile knows of pictures: the entries that name them, and where no other profile names them, what is known of
   * them and what models saw in them. Nothing of it can be read from the store's files afterwards. Where another program is in the way of
   * that, it is deleted all the same, and the store is swept when it is opened next.
   *
   * @returns how many entries went
   * @throws CalmError `profile-unknown`; `store-unavailable` where traces remain for now
   */
  forget(profile: string, sha256: readonly string[]): Promise<number>;
  /** Really deletes a profile, as {@link PersonalizationStore.forget} does its pictures. @throws CalmError `profile-unknown` */
  delete(profile: string): Promise<void>;
  /**
   * Adds the log of one profile to the end of that of another and deletes the first, of which nothing can be read afterwards, as by
   * {@link PersonalizationStore.forget}.
   *
   * @throws CalmError `profile-unknown`; `invalid-request` where both are one, or an entry of both says different things
   */
  merge(from: string, into: string): Promise<void>;
}

/** How a store is opened. */
export interface OpenStoreOptions {
  /**
   * For a program that has nothing to say: a store that is missing is an error and is not made, and one that cannot be written is opened
   * all the same ({@link PersonalizationStore.readOnly}). Default false.
   */
  readonly toRead?: boolean;
}

/** Opens stores of one sort: what an extension contributes. */
export interface StoreProvider {
  /** `sqlite`, or `publisher.name`. */
  readonly id: string;
  /** Schemes of the URLs that it opens, without the colon: `postgres`. */
  readonly schemes: readonly string[];
  /** @throws CalmError `store-unavailable`, `store-damaged`, `store-newer` */
  open(url: URL, options?: OpenStoreOptions): Promise<PersonalizationStore>;
}
