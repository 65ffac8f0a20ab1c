/** Which taste profile a command is about. */
import { randomUUID } from 'node:crypto';
import { CalmError, storeRules, type PersonalizationStore, type Profile } from '@calm-sdk/core';
import { printable } from '../terminal/printable.js';

/** What the first profile is called where nobody says otherwise. */
const FIRST = 'My taste';

/**
 * The profile of that name, or the only one that there is.
 *
 * @throws CalmError `profile-unknown`; `invalid-request` where there are several and none was named
 */
export async function findProfile(
  store: PersonalizationStore,
  name: string | undefined,
): Promise<Profile> {
  const profiles = await store.profiles();
  const [only, ...others] = profiles;
  const names = profiles.map((profile) => profile.name).join(', ');
  if (name !== undefined) {
    const found = storeRules.profileNamed(profiles, name);
    if (found !== undefined) return found;
    throw new CalmError('profile-unknown', `There is no taste profile "${name}".`, {
      hint:
        only === undefined
          ? 'There is none yet: one begins with the first rating.'
          : `There are: ${names}. Another begins with: calm taste create "${name}"`,
    });
  }
  if (only === undefined) {
    throw new CalmError('profile-unknown', 'There is no taste profile yet.', {
      hint: 'One begins with the first rating: calm taste rate photo.jpg 4',
    });
  }
  if (others.length > 0) {
    throw new CalmError('invalid-request', 'There are several taste profiles.', {
      hint: `Name one with --profile: ${names}.`,
    });
  }
  return only;
}

/** The same; the first of all profiles is made here. @param onBegun told of it */
export async function findOrBegin(
  store: PersonalizationStore,
  name: string | undefined,
  onBegun: (profile: Profile) => void,
): Promise<Profile> {
  if ((await store.profiles()).length > 0) return findProfile(store, name);
  const profile = newProfile(name ?? FIRST, []);
  await store.create(profile);
  onBegun(profile);
  return profile;
}

/** Characters of a name, which stores hold to as well. */
const LONGEST = 80;

/** @throws CalmError `invalid-request` where nobody could read the name, or type it */
export function checkedName(name: string): string {
  if (name.trim() !== '' && name.length <= LONGEST && !/\p{Cc}/u.test(name)) return name;
  throw new CalmError('invalid-request', `A taste profile cannot be called "${printable(name)}".`, {
    hint: `Give it a name of 1 to ${LONGEST} characters in one line, such as "My taste".`,
  });
}

/** @throws CalmError `invalid-request` where nobody could read the name, or type it */
export function newProfile(name: string, kinds: Profile['kinds']): Profile {
  checkedName(name);
  return { id: randomUUID(), name, kinds, createdAt: new Date().toISOString() };
}
