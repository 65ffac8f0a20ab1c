/**
 * What all stores do the same way: what they refuse to remember, when two things are the same, and how what is known of a picture grows.
 * A store of one's own uses these too, and the contract suite looks.
 */
import { whatIsWrongIn } from '../protocol/amiss.js';
import { CalmError } from '../protocol/errors.js';
import type { Entry, KnownPicture, Profile } from '../protocol/generated/taste.js';
import {
  validateEntry,
  validateKnownPicture,
  validateProfile,
  type Validator,
} from '../protocol/generated/validators.js';
import type { Snapshot } from './store.js';

const MOST_PATHS = 8;
const SHA256 = /^[0-9a-f]{64}$/u;
/** What UTF-8, or a text of PostgreSQL, cannot hold: NUL, and half of a surrogate pair. */
const NO_TEXT = /\0|\p{Surrogate}/u;

/** @throws CalmError `invalid-request` for what no store may remember as a profile */
export function assertProfile(profile: Profile): void {
  assertShape(validateProfile, profile, 'profile');
}

/** @throws CalmError `invalid-request` for what no store may remember as an entry, such as a rating on a scale without a span */
export function assertEntry(entry: Entry): void {
  assertShape(validateEntry, entry, 'entry');
  if (entry.kind === 'rating') {
    const { low, high } = entry.scale;
    if (low >= high) {
      throw invalid(
        `the entry ${entry.id} has a scale from ${low} to ${high}; its low end must be below its high end`,
      );
    }
    if (entry.value < low || entry.value > high) {
      throw invalid(
        `the entry ${entry.id} has the value ${entry.value}, which lies outside its scale from ${low} to ${high}`,
      );
    }
  }
  if (entry.kind === 'choice' && entry.preferred === entry.over) {
    throw invalid(`the entry ${entry.id} prefers a picture to itself`);
  }
}

/** @throws CalmError `invalid-request` for what no store may remember of a picture */
export function assertKnownPicture(picture: KnownPicture): void {
  assertShape(validateKnownPicture, picture, 'picture');
}

/** @throws CalmError `invalid-request` for a snapshot that is not of a picture, has no stamp, or holds what is no number */
export function assertSnapshot(snapshot: Snapshot): void {
  const { picture, stamp, general, vector } = snapshot;
  if (!SHA256.test(picture)) throw invalid(`a snapshot's picture is no SHA-256 in hex: ${picture}`);
  if (stamp === '' || NO_TEXT.test(stamp)) {
    throw invalid(`the snapshot of ${picture} has no usable stamp`);
  }
  if (!(general >= 0 && general <= 10)) {
    throw invalid(
      `the snapshot of ${picture} has the general score ${general}; scores are 0 to 10`,
    );
  }
  if (!vector.every(Number.isFinite)) {
    throw invalid(`the snapshot of ${picture} holds a number that is not finite`);
  }
}

/** The pictures that an entry names, by SHA-256: one, or the two of a choice. */
export function picturesOf(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'choice':
      return [entry.preferred, entry.over];
    case 'tuning':
      return [];
    default:
      return [entry.picture];
  }
}

/** An entry as text, the same for entries that say the same: JSON, its keys in order. */
export function entryText(entry: Entry): string {
  return JSON.stringify(inOrder(entry));
}

/** What a name is found by, whatever its case and however its accents are encoded: names of one key are one name. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

/** The profile of that name, whatever its case. */
export function profileNamed(profiles: readonly Profile[], name: string): Profile | undefined {
  const key = nameKey(name);
  return profiles.find((profile) => nameKey(profile.name) === key);
}

/** Profiles in the order in which stores give them. */
export function byName(profiles: readonly Profile[]): Profile[] {
  const keyed = profiles.map((profile) => ({ profile, key: nameKey(profile.name) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return keyed.map(({ profile }) => profile);
}

/** What is known of a picture after more was told: new paths before known ones, at most 8; other fields as told, where they are told. */
export function rememberedAs(known: KnownPicture | undefined, told: KnownPicture): KnownPicture {
  const domain = told.domain ?? known?.domain;
  const perceptualHash = told.perceptualHash ?? known?.perceptualHash;
  const takenAt = told.takenAt ?? known?.takenAt;
  return {
    sha256: told.sha256,
    paths: [...new Set([...told.paths, ...(known?.paths ?? [])])].slice(0, MOST_PATHS),
    ...(domain !== undefined && { domain }),
    ...(perceptualHash !== undefined && { perceptualHash }),
    ...(takenAt !== undefined && { takenAt }),
  };
}

/** The bytes of a snapshot's vector: 32-bit floats, little-endian. */
export function vectorToBytes(vector: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(vector.length * 4));
  vector.forEach((value, index) => {
    view.setFloat32(index * 4, value, true);
  });
  return new Uint8Array(view.buffer);
}

/** The vector that {@link vectorToBytes} made these bytes from; `undefined` where they are of no vector. */
export function bytesToVector(bytes: Uint8Array): Float32Array | undefined {
  if (bytes.byteLength % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, index) =>
    view.getFloat32(index * 4, true),
  );
}

/** @throws CalmError where a log is to be added to itself, which would delete it */
export function assertTwoProfiles(from: string, into: string): void {
  if (from === into) throw invalid(`the profile ${from} cannot be merged into itself`);
}

/** What to say of an entry whose id stands for something else in the same log. */
export function conflictingEntry(id: string, profile: string): CalmError {
  return invalid(`the entry ${id} is in the log of the profile ${profile} and says something else`);
}

/** What to say of a profile that is not there. */
export function unknownProfile(id: string, location: string): CalmError {
  return new CalmError('profile-unknown', `There is no profile ${id} in ${location}.`, {
    hint: 'List the profiles that there are, or create it.',
  });
}

/** What to say of a profile whose id or name is taken. */
export function takenProfile(profile: Profile, location: string): CalmError {
  return new CalmError(
    'profile-exists',
    `There is a profile "${profile.name}", or one of the id ${profile.id}, in ${location} already.`,
    { hint: 'Choose another name; upper and lower case are the same.' },
  );
}

/** What to say where a store is used after it was closed. */
export function closedStore(location: string): CalmError {
  return new CalmError('store-unavailable', `${location} has been closed.`, {
    hint: 'Open it again.',
  });
}

function assertShape(validate: Validator<unknown>, value: unknown, what: string): void {
  if (!validate(value)) {
    throw invalid(
      `the ${what} ${nameOf(value)} is not as the schema says: ${whatIsWrongIn(value, validate)}`,
    );
  }
  const odd = textsOf(value).find((text) => NO_TEXT.test(text));
  if (odd !== undefined) {
    throw invalid(
      `${JSON.stringify(odd)} in the ${what} has a NUL character or half of a surrogate pair, which stores cannot keep`,
    );
  }
}

function invalid(problem: string): CalmError {
  return new CalmError('invalid-request', `Nothing was remembered, for ${problem}.`, {
    hint: 'Correct it and repeat the call.',
  });
}

/** What a person can find it by. */
function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  if ('id' in value && typeof value.id === 'string') return value.id;
  if ('sha256' in value && typeof value.sha256 === 'string') return value.sha256;
  return '';
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [key, ...textsOf(part)]);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(parts.map(([key, part]) => [key, inOrder(part)]));
}
