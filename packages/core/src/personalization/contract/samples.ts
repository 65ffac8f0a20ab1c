/** Things to tell a store, each with all that need not be said filled in. */
import { createHash, randomUUID } from 'node:crypto';
import type {
  Choice,
  Entry,
  Flag,
  KnownPicture,
  Override,
  Profile,
  Rating,
} from '../../protocol/generated/taste.js';
import type { Snapshot } from '../store.js';

const AT = '2026-02-03T10:20:30.456Z';

/** The SHA-256 of a picture that does not exist. */
export function sha(name: string | number): string {
  return createHash('sha256').update(`${name}`).digest('hex');
}

export function profile(name: string, more: Partial<Profile> = {}): Profile {
  return { id: randomUUID(), name, kinds: [], createdAt: AT, ...more };
}

const said = () => ({ id: randomUUID(), at: AT, source: 'cli', session: 's1', shown: false });

export function rating(picture: string, value = 4, more: Partial<Rating> = {}): Rating {
  return { kind: 'rating', ...said(), picture, value, scale: { low: 1, high: 5 }, ...more };
}

export function choice(preferred: string, over: string): Choice {
  return { kind: 'choice', ...said(), preferred, over };
}

export function flag(picture: string, value: Flag['flag'] = 'pick'): Flag {
  return { kind: 'flag', ...said(), picture, flag: value };
}

/** @param value absent: an earlier one is taken back */
export function override(picture: string, value?: number): Override {
  return { kind: 'override', ...said(), picture, ...(value !== undefined && { value }) };
}

/** One entry of each kind, in words that are hard to keep. */
export function oneOfEach(): Entry[] {
  return [
    rating(sha('one'), 0.1 + 0.2, {
      scale: { low: -1e-7, high: 1e21 },
      session: `"'\\ \n\t; DROP TABLE entries; -- 写真 👩🏽‍🎨 é`,
      shown: true,
    }),
    choice(sha('one'), sha('two')),
    flag(sha('two'), 'none'),
    override(sha('three'), 0),
    override(sha('three')),
    { kind: 'retraction', ...said(), picture: sha('three') },
    { kind: 'tuning', ...said(), domain: 'artwork', strength: 0.25, readingStrength: 1e-3 },
    { kind: 'tuning', ...said(), domain: 'photograph' },
  ];
}

export function picture(name: string, more: Partial<KnownPicture> = {}): KnownPicture {
  return { sha256: sha(name), paths: [`/photos/${name}.jpg`], ...more };
}

export function snapshot(name: string, stamp = 'model 1', length = 5): Snapshot {
  const vector = Float32Array.from({ length }, (_, index) => Math.sin(index + name.length) / 3);
  return { picture: sha(name), stamp, general: 6.123456789, vector };
}
