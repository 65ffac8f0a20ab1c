/** Tastes on their way from store to store: all that a store knows of some profiles, as one document. */
import { whatIsWrongIn } from '../protocol/amiss.js';
import { CalmError } from '../protocol/errors.js';
import type { ExportedSnapshot, Profile, TasteExport } from '../protocol/generated/taste.js';
import { validateTasteExport } from '../protocol/generated/validators.js';
import {
  assertEntry,
  assertKnownPicture,
  assertProfile,
  assertSnapshot,
  bytesToVector,
  entryText,
  nameKey,
  picturesOf,
  profileNamed,
  rememberedAs,
  unknownProfile,
  vectorToBytes,
} from './rules.js';
import type { Entry, KnownPicture, PersonalizationStore, Snapshot } from './store.js';

const VERSION = 1;

/** What an import brought that the store did not have. */
export interface ImportSummary {
  /** The profiles of the document, in its order. */
  readonly profiles: readonly ImportedProfile[];
  /** Pictures that the store knew nothing of. */
  readonly pictures: number;
  /** Snapshots of pictures and stamps of which the store had none. */
  readonly snapshots: number;
}

/** What an import brought to one profile. */
export interface ImportedProfile {
  /** As the store has it: a profile that was there keeps its name and kinds. */
  readonly profile: Profile;
  /** Whether the store did not have it. */
  readonly isNew: boolean;
  /** Entries that its log did not hold. */
  readonly added: number;
  /** Entries that its log held already. */
  readonly known: number;
}

/**
 * All that a store knows of some profiles: the profiles with their logs, the pictures that these name, and what models saw in them. It
 * holds paths of pictures, and no picture. Two exports of a store in which nothing has changed differ in `exportedAt` alone.
 *
 * @param profiles their ids; all, where they are not given
 * @throws CalmError `profile-unknown`, and whatever the store throws
 */
export async function exportTaste(
  store: PersonalizationStore,
  profiles?: readonly string[],
): Promise<TasteExport> {
  const there = await store.profiles();
  const exported: TasteExport['profiles'] = [];
  for (const id of new Set(profiles ?? there.map((profile) => profile.id))) {
    const profile = there.find((one) => one.id === id);
    if (profile === undefined) throw unknownProfile(id, store.location);
    exported.push({ profile, entries: [...(await store.entries(id))] });
  }
  exported.sort((a, b) => order(nameKey(a.profile.name), nameKey(b.profile.name)));

  const named = [...new Set(exported.flatMap(({ entries }) => entries.flatMap(picturesOf)))].sort(
    order,
  );
  const known = new Map((await store.pictures(named)).map((one) => [one.sha256, one]));
  const snapshots: ExportedSnapshot[] = [];
  for (const stamp of [...(await store.stamps()).keys()].sort(order)) {
    const seen = [...(await store.snapshots(stamp, named))];
    seen.sort((a, b) => order(a.picture, b.picture));
    snapshots.push(...seen.map(toExported));
  }
  return {
    format: 'calm-taste',
    version: VERSION,
    exportedAt: new Date().toISOString(),
    profiles: exported,
    pictures: named.map((sha256) => known.get(sha256) ?? { sha256, paths: [] }),
    snapshots,
  };
}

/**
 * Adds what a document of {@link exportTaste} says to a store. What the store knows already stands: a profile of a known id keeps its name
 * and gets the entries that it lacks, a known path comes before a new one. Importing a document again changes nothing. The whole document
 * is looked through before anything is written; where the store fails half-way, as on a full disk, importing it again completes it.
 *
 * @param document parsed JSON from anywhere
 * @throws CalmError `invalid-request` for what is no such document or contradicts itself or the store, `store-newer` for one of a later
 *   version, `profile-exists` where the name of a new profile is taken, and whatever the store throws
 */
export async function importTaste(
  store: PersonalizationStore,
  document: unknown,
): Promise<ImportSummary> {
  const { profiles, pictures, snapshots: told } = parse(document);
  const snapshots = told.map(fromExported);
  assertSense(profiles, pictures, snapshots);

  const there = await store.profiles();
  for (const { profile, entries } of profiles) {
    if (there.some(({ id }) => id === profile.id)) await assertAgrees(store, profile, entries);
    else assertFree(profile, there);
  }

  const known = new Map(
    (await store.pictures(pictures.map(({ sha256 }) => sha256))).map((one) => [one.sha256, one]),
  );
  const imported: ImportedProfile[] = [];
  for (const { profile, entries } of profiles) {
    const present = there.find(({ id }) => id === profile.id);
    if (present === undefined) await store.create(profile);
    const named = new Set(entries.flatMap(picturesOf));
    const more = pictures
      .filter(({ sha256 }) => named.has(sha256))
      .map((picture) => completed(known.get(picture.sha256), picture))
      .filter((picture) => JSON.stringify(picture) !== JSON.stringify(known.get(picture.sha256)));
    const added = await store.append(profile.id, entries, more);
    imported.push({
      profile: present ?? profile,
      isNew: present === undefined,
      added,
      known: entries.length - added,
    });
  }
  return {
    profiles: imported,
    pictures: pictures.filter(({ sha256 }) => !known.has(sha256)).length,
    snapshots: await keepMissing(store, snapshots),
  };
}

function parse(document: unknown): TasteExport {
  if (typeof document !== 'object' || document === null || !('format' in document)) {
    throw invalid('it is no taste export', 'Name a file that an export has written.');
  }
  const { format } = document;
  const version = 'version' in document ? document.version : undefined;
  if (format === 'calm-taste' && typeof version === 'number' && version > VERSION) {
    throw new CalmError(
      'store-newer',
      `Nothing was imported: the taste export has version ${version}, and this version of CALM reads up to ${VERSION}.`,
      { hint: 'Update CALM.' },
    );
  }
  if (!validateTasteExport(document)) {
    throw invalid(
      `it is not as the schema says: ${whatIsWrongIn(document, validateTasteExport)}`,
      'Export it again, or correct it there.',
    );
  }
  return document;
}

/** What a schema cannot say: that the parts fit one another. */
function assertSense(
  profiles: TasteExport['profiles'],
  pictures: readonly KnownPicture[],
  snapshots: readonly Snapshot[],
): void {
  assertUnique(
    'the profile id',
    profiles.map(({ profile }) => profile.id),
  );
  assertUnique(
    'the profile name',
    profiles.map(({ profile }) => nameKey(profile.name)),
  );
  assertUnique(
    'the picture',
    pictures.map(({ sha256 }) => sha256),
  );
  assertUnique(
    'the snapshot',
    snapshots.map(({ picture, stamp }) => `${picture} of ${stamp}`),
  );
  const known = new Set(pictures.map(({ sha256 }) => sha256));
  const named = new Set<string>();
  for (const { profile, entries } of profiles) {
    assertProfile(profile);
    assertUnique(
      `in the log of "${profile.name}" the entry id`,
      entries.map(({ id }) => id),
    );
    for (const entry of entries) {
      assertEntry(entry);
      for (const picture of picturesOf(entry)) {
        if (!known.has(picture)) {
          throw invalid(
            `the entry ${entry.id} names the picture ${picture}, which is not among its pictures`,
            'Export it again: a part of it is missing.',
          );
        }
        named.add(picture);
      }
    }
  }
  for (const picture of pictures) {
    assertKnownPicture(picture);
    if (!named.has(picture.sha256)) {
      throw invalid(
        `no entry names its picture ${picture.sha256}`,
        'Export it again: a part of it is missing.',
      );
    }
  }
  for (const snapshot of snapshots) {
    assertSnapshot(snapshot);
    if (!known.has(snapshot.picture)) {
      throw invalid(
        `it has a snapshot of ${snapshot.picture}, which is not among its pictures`,
        'Export it again: a part of it is missing.',
      );
    }
  }
}

function assertUnique(what: string, values: readonly string[]): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) {
      throw invalid(`${what} ${value} occurs twice`, 'Export it again, or remove one of the two.');
    }
    seen.add(value);
  }
}

/** An entry that is in the log already must say what it says there. */
async function assertAgrees(
  store: PersonalizationStore,
  profile: Profile,
  entries: readonly Entry[],
): Promise<void> {
  const log = new Map((await store.entries(profile.id)).map((entry) => [entry.id, entry]));
  for (const entry of entries) {
    const known = log.get(entry.id);
    if (known !== undefined && entryText(known) !== entryText(entry)) {
      throw invalid(
        `the entry ${entry.id} of "${profile.name}" says something else in ${store.location}`,
        'One of the two was changed by hand. Restore it, or give it another id.',
      );
    }
  }
}

function assertFree({ name }: Profile, there: readonly Profile[]): void {
  const taken = profileNamed(there, name);
  if (taken !== undefined) {
    throw new CalmError(
      'profile-exists',
      `Nothing was imported: there is another profile "${taken.name}" already.`,
      {
        hint: 'Rename that one and import again; where both are the same person, merge the two afterwards.',
      },
    );
  }
}

/** What the store knows, and beside it what the document knows. */
function completed(known: KnownPicture | undefined, told: KnownPicture): KnownPicture {
  return known === undefined ? told : rememberedAs(told, known);
}

/** Keeps the snapshots that the store lacks. @returns how many */
async function keepMissing(
  store: PersonalizationStore,
  snapshots: readonly Snapshot[],
): Promise<number> {
  const missing: Snapshot[] = [];
  for (const stamp of new Set(snapshots.map((snapshot) => snapshot.stamp))) {
    const told = snapshots.filter((snapshot) => snapshot.stamp === stamp);
    const kept = await store.snapshots(
      stamp,
      told.map(({ picture }) => picture),
    );
    const there = new Set(kept.map(({ picture }) => picture));
    missing.push(...told.filter(({ picture }) => !there.has(picture)));
  }
  await store.keep(missing);
  return missing.length;
}

function toExported({ picture, stamp, general, vector }: Snapshot): ExportedSnapshot {
  const bytes = Array.from(vectorToBytes(vector), (byte) => String.fromCharCode(byte));
  return { picture, stamp, general, vector: btoa(bytes.join('')) };
}

function fromExported({ picture, stamp, general, vector }: ExportedSnapshot): Snapshot {
  const numbers = decoded(vector);
  if (numbers === undefined) {
    throw invalid(
      `the snapshot of ${picture} holds no 32-bit floats in base64`,
      'Export it again: a part of it is damaged.',
    );
  }
  return { picture, stamp, general, vector: numbers };
}

function decoded(base64: string): Float32Array | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u.test(base64)) {
    return undefined;
  }
  return bytesToVector(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function invalid(problem: string, hint: string): CalmError {
  return new CalmError('invalid-request', `Nothing was imported: ${problem}.`, { hint });
}
