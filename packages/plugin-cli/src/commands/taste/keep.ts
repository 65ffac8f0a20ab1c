/** What is kept of tastes, without learning from it: no engine is needed. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  CalmError,
  exportTaste,
  imageSha256Of,
  storeRules,
  type Entry,
  type KnownPicture,
  type PersonalizationStore,
  type Profile,
  inForce,
} from '@calm-sdk/core';
import { DONE, FAILED, statusOf, WRONG_USAGE, type Context } from '../../context.js';
import { jsonLine } from '../../formats/json.js';
import { findProfile, newProfile } from '../../tastes/profile.js';
import { withStore, type TasteFlags } from '../../tastes/store.js';
import { ask, canAsk } from '../../terminal/ask.js';
import { printable } from '../../terminal/printable.js';
import { table } from '../../terminal/table.js';
import { counted, kindsText } from '../../text/taste.js';

/** A profile in a list. */
interface Listed {
  readonly name: string;
  readonly kinds: Profile['kinds'];
  /** Everything that was said: ratings, flags, choices, scores that were set. */
  readonly entries: number;
  readonly pictures: number;
  readonly createdAt: string;
  /** When something was said last. */
  readonly lastAt: string | null;
}

/** `calm taste profiles`. */
export async function listProfiles(
  context: Context,
  flags: TasteFlags & { readonly format: 'text' | 'json' },
): Promise<number> {
  const { screen } = context;
  return withStore(context, flags, 'read', async (store) => {
    const listed: Listed[] = [];
    for (const profile of await store.profiles()) {
      const entries = inForce(await store.entries(profile.id)).filter(isOpinion);
      listed.push({
        name: profile.name,
        kinds: profile.kinds,
        entries: entries.length,
        pictures: new Set(entries.flatMap(storeRules.picturesOf)).size,
        createdAt: profile.createdAt,
        lastAt: entries.map(({ at }) => at).reduce<string | null>(later, null),
      });
    }
    if (flags.format === 'json') {
      await screen.print(`${jsonLine({ store: store.location, profiles: listed })}\n`);
    } else if (listed.length === 0) {
      await screen.print('There is no taste profile yet.\n');
      screen.notice('One begins with the first rating: calm taste rate photo.jpg 4');
    } else {
      const columns = [
        { title: 'Profile', cut: 'end' },
        { title: 'Of' },
        { title: 'Opinions', align: 'right' },
        { title: 'Pictures', align: 'right' },
        { title: 'Last' },
      ] as const;
      const rows = listed.map(({ name, kinds, entries, pictures, lastAt }) => [
        printable(name),
        kindsText(kinds),
        String(entries),
        String(pictures),
        lastAt?.slice(0, 10) ?? '–',
      ]);
      const lines = table(columns, rows, screen.width, (line) => screen.colours.dim(line));
      await screen.print(`${lines.join('\n')}\n`);
      screen.notice(`Kept in ${store.location}.`);
    }
    return statusOf(context, DONE);
  });
}

function later(one: string | null, other: string): string {
  return one !== null && Date.parse(one) >= Date.parse(other) ? one : other;
}

/** `calm taste create`. */
export async function createProfile(
  context: Context,
  name: string,
  flags: TasteFlags & { readonly kind: Profile['kinds'] },
): Promise<number> {
  return withStore(context, flags, 'say', async (store) => {
    await store.create(newProfile(name, flags.kind));
    await context.screen.print(
      `The taste profile "${printable(name)}" begins, of ${kindsText(flags.kind)}.\n`,
    );
    return statusOf(context, DONE);
  });
}

/** `calm taste rename`. */
export async function renameProfile(
  context: Context,
  from: string,
  to: string,
  flags: TasteFlags,
): Promise<number> {
  return withStore(context, flags, 'change', async (store) => {
    const profile = await findProfile(store, from);
    await store.update({ ...profile, name: to });
    await context.screen.print(
      `"${printable(profile.name)}" is called "${printable(to)}" from here on.\n`,
    );
    return statusOf(context, DONE);
  });
}

/** `calm taste forget`: what was said of pictures, by their files or, where these are gone, by where they were. */
export async function forget(
  context: Context,
  pictures: readonly string[],
  flags: TasteFlags,
): Promise<number> {
  const { screen, signal } = context;
  return withStore(context, flags, 'change', async (store) => {
    const profile = await findProfile(store, flags.profile);
    const named = [...new Set((await store.entries(profile.id)).flatMap(storeRules.picturesOf))];
    const known = await store.pictures(named);
    const places = byPlace(known);
    const before = new Map<string, string>();
    const gone = new Set<string>();
    let unknown = 0;
    for (const picture of pictures) {
      const sha256 = await hashOf(picture, signal);
      const found = [sha256, picture, places.get(path.resolve(picture))].find(
        (each) => each !== undefined && named.includes(each),
      );
      if (found !== undefined) {
        gone.add(found);
        const at = path.resolve(picture);
        for (const { sha256: other, paths } of known) {
          if (other !== found && paths.includes(at)) before.set(other, picture);
        }
        continue;
      }
      unknown += 1;
      screen.problem(`nothing was said of ${picture} in "${profile.name}".`);
    }
    if (gone.size > 0) {
      const entries = await store.forget(profile.id, [...gone]);
      await screen.print(
        `Forgotten: ${counted(entries, 'opinion')} of ${counted(gone.size, 'picture')} in "${printable(profile.name)}".\n`,
      );
    }
    for (const [other, picture] of before) {
      if (gone.has(other)) continue;
      screen.notice(
        `What you said of ${picture} when the file was another, or before it was changed, is still there: calm taste forget ${other}`,
      );
    }
    return statusOf(context, unknown > 0 ? FAILED : DONE);
  });
}

/** SHA-256 of pictures by where they were seen. */
export function byPlace(known: readonly KnownPicture[]): ReadonlyMap<string, string> {
  return new Map(
    known.flatMap(({ sha256, paths }) => paths.map((place) => [place, sha256] as const)),
  );
}

/** @returns nothing where no such file can be read: it may be known by where it was */
async function hashOf(picture: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await imageSha256Of({ kind: 'path', path: picture }, { signal });
  } catch (error) {
    if (error instanceof CalmError && !signal.aborted) return undefined;
    throw error;
  }
}

/** `calm taste delete`: asks, unless it is told that the answer is yes. */
export async function deleteProfile(
  context: Context,
  name: string,
  flags: TasteFlags & { readonly yes?: boolean },
): Promise<number> {
  return withStore(context, flags, 'change', async (store) => {
    const profile = await findProfile(store, name);
    const entries = await store.entries(profile.id);
    const what = `"${profile.name}" with ${saidText(entries)}`;
    const agreed = await agrees(context, flags.yes, `Delete ${what} for good?`);
    if (agreed !== DONE) return statusOf(context, agreed);
    await store.delete(profile.id);
    await context.screen.print(`Deleted ${printable(what)}.\n`);
    return statusOf(context, DONE);
  });
}

/** `calm taste merge`: asks likewise. */
export async function mergeProfiles(
  context: Context,
  from: string,
  into: string,
  flags: TasteFlags & { readonly yes?: boolean },
): Promise<number> {
  return withStore(context, flags, 'change', async (store) => {
    const [gone, grown] = [await findProfile(store, from), await findProfile(store, into)];
    if (gone.id === grown.id) {
      context.screen.problem(`"${gone.name}" cannot be merged into itself: name two profiles.`);
      return WRONG_USAGE;
    }
    const what = saidText(await store.entries(gone.id));
    const question = `Move ${what} from "${gone.name}" to "${grown.name}" and delete "${gone.name}"?`;
    const agreed = await agrees(context, flags.yes, question);
    if (agreed !== DONE) return statusOf(context, agreed);
    await store.merge(gone.id, grown.id);
    await context.screen.print(
      printable(`"${grown.name}" has ${what} more; "${gone.name}" is gone.`) + '\n',
    );
    return statusOf(context, DONE);
  });
}

function saidText(entries: readonly Entry[]): string {
  return counted(entries.filter(isOpinion).length, 'opinion');
}

/** How to learn is no opinion of pictures, nor is what takes one back. */
function isOpinion({ kind }: Entry): boolean {
  return kind !== 'tuning' && kind !== 'retraction';
}

/** @returns the status to end with, {@link DONE} where it may be done */
async function agrees(
  context: Context,
  yes: boolean | undefined,
  question: string,
): Promise<number> {
  if (yes === true) return DONE;
  const { screen } = context;
  if (!canAsk(context)) {
    screen.problem(`${question} Nobody can be asked here: add --yes to do it.`);
    return WRONG_USAGE;
  }
  const isYes = (answer: string): boolean => /^y(?:es)?$/iu.test(answer);
  if (await ask(context, `${printable(question)} [y/N] `, isYes, '')) return DONE;
  screen.notice('Nothing was changed.');
  return FAILED;
}

/** `calm taste export`: to a new file that only its owner can read, or to standard output. */
export async function exportTo(
  context: Context,
  file: string | undefined,
  flags: TasteFlags,
): Promise<number> {
  const { screen } = context;
  return withStore(context, flags, 'read', async (store) => {
    const ids = await idsOf(store, flags.profile);
    const document = await exportTaste(store, ids);
    const text = `${jsonLine(document)}\n`;
    if (file === undefined) {
      await screen.print(text);
      return statusOf(context, DONE);
    }
    try {
      await writeFile(file, text, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      const exists = error.code === 'EEXIST';
      screen.problem(
        exists
          ? `${file} exists already and was left as it is: name a new file.`
          : `${file} cannot be written: ${error.message}.`,
      );
      return FAILED;
    }
    const { profiles, pictures } = document;
    await screen.print(
      `Wrote ${counted(profiles.length, 'profile')} and what is known of ${counted(pictures.length, 'picture')} to ${printable(file)}.\n`,
    );
    return statusOf(context, DONE);
  });
}

async function idsOf(
  store: PersonalizationStore,
  name: string | undefined,
): Promise<string[] | undefined> {
  return name === undefined ? undefined : [(await findProfile(store, name)).id];
}

/** Reads a file that a person has named. @throws CalmError `file-not-found`, `file-unreadable` */
export async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const isMissing = error.code === 'ENOENT';
    throw new CalmError(
      isMissing ? 'file-not-found' : 'file-unreadable',
      isMissing ? `${file} does not exist.` : `${file} cannot be read: ${error.message}.`,
      { hint: 'Check the spelling, and its permissions.', cause: error },
    );
  }
}
