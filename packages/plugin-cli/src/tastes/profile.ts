/** Which taste profile a command is about. */
import { randomUUID } from 'node:crypto';
import { CalmError, storeRules, type PersonalizationStore, type Profile } from '@calm-sdk/core';
import { quoted } from '../terminal/shell.js';

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
          : `There are: ${names}. Another begins with: calm taste create ${quoted(name)}`,
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

/** The first of all profiles. */
export function firstProfile(name = FIRST): Profile {
  return newProfile(name, []);
}

export function newProfile(name: string, kinds: Profile['kinds']): Profile {
  return { id: randomUUID(), name, kinds, createdAt: new Date().toISOString() };
}
