/** From what the user named to the pictures it means, one by one, so that a walk of any size starts at once. */
import type { BigIntStats, Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import type { ErrorInfo } from '@calm-sdk/core';
import { childName, identityOf, type FileName } from './file-name.js';
import { kindOf, type Kind } from './kinds.js';

/** A picture, or what the user named and cannot be one. */
export type Found =
  | { readonly kind: 'picture'; readonly name: FileName }
  | { readonly kind: 'failure'; readonly name: FileName; readonly error: ErrorInfo };

/** What a walk passed by. */
export interface Passed {
  raw: number;
  heic: number;
  /** Pictures that were named more than once; each is listed once. */
  repeated: number;
  /** Folders that held no picture, of those the user named. */
  readonly empty: string[];
}

export function nothingPassed(): Passed {
  return { raw: 0, heic: 0, repeated: 0, empty: [] };
}

const NATURAL = new Intl.Collator('en', { numeric: true });

/** What can be assessed. */
const PICTURES: ReadonlySet<Kind> = new Set(['picture']);

/**
 * Walks what was named, in that order. A file that was named is a picture whatever its name says, so that it fails by
 * itself where it is none; folders give up their pictures in natural order (`2.jpg` before `10.jpg`), folders within
 * them in their place. Hidden files, sidecars, `*.lrdata` and other tools' stores are passed by, and so are RAW and
 * HEIC files, which are counted, unless they are wanted. Links are followed, each folder entered once.
 *
 * @param wanted kinds of files that folders give up
 */
export async function* walk(
  named: Iterable<FileName> | AsyncIterable<FileName>,
  passed: Passed,
  wanted = PICTURES,
): AsyncGenerator<Found> {
  const seen = new Set<string>();
  const entered = new Set<string>();

  function* once(name: FileName): Generator<Found> {
    const identity = identityOf(name);
    if (seen.has(identity)) {
      passed.repeated += 1;
      return;
    }
    seen.add(identity);
    yield { kind: 'picture', name };
  }

  async function* enter(folder: FileName, facts: BigIntStats): AsyncGenerator<Found> {
    const identity = `${facts.dev}:${facts.ino}`;
    if (entered.has(identity)) return;
    entered.add(identity);
    let entries: Dirent<Buffer>[];
    try {
      entries = await readdir(folder.path, { withFileTypes: true, encoding: 'buffer' });
    } catch (error) {
      yield { kind: 'failure', name: folder, error: unreadable(folder, error) };
      return;
    }
    const children = entries
      .filter((entry) => !isPassedBy(entry.name))
      .map((entry) => ({ entry, name: childName(folder, entry.name) }))
      .sort(
        (a, b) =>
          NATURAL.compare(a.name.shown, b.name.shown) || (a.name.shown < b.name.shown ? -1 : 1),
      );
    for (const { entry, name } of children) {
      let isFolder = entry.isDirectory();
      let isFile = entry.isFile();
      const followed = isFolder || entry.isSymbolicLink() ? await look(name) : undefined;
      if (followed !== undefined) {
        isFolder = followed.isDirectory();
        isFile = followed.isFile();
      } else if (entry.isSymbolicLink()) {
        isFile = true; // a link to nothing fails like a file that is gone
      }
      if (isFolder) {
        if (followed !== undefined) yield* enter(name, followed);
        continue;
      }
      if (!isFile) continue;
      const kind = kindOf(entry.name.toString('latin1'));
      if (wanted.has(kind)) yield* once(name);
      else if (kind === 'raw' || kind === 'heic') passed[kind] += 1;
    }
  }

  for await (const name of named) {
    const facts = await look(name);
    if (facts?.isDirectory() === true) {
      // A folder that was walked before is not empty because it gives nothing new, nor is one whose pictures were all named.
      let any = entered.has(`${facts.dev}:${facts.ino}`);
      const before = passed.repeated;
      for await (const found of enter(name, facts)) {
        any = true;
        yield found;
      }
      if (!any && passed.repeated === before) passed.empty.push(name.shown);
    } else if (facts !== undefined && !facts.isFile()) {
      yield { kind: 'failure', name, error: notAFile(name) };
    } else if (facts === undefined && name.shown.includes(REPLACEMENT)) {
      yield { kind: 'failure', name, error: lostName(name) };
    } else {
      yield* once(name);
    }
  }
}

/** What lies at a name, behind links; `undefined` where nothing can be seen (opening it then says why). */
async function look(name: FileName): Promise<BigIntStats | undefined> {
  try {
    return await stat(name.path, { bigint: true });
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function isPassedBy(entry: Buffer): boolean {
  const name = entry.toString('latin1');
  return name.startsWith('.') || name.toLowerCase().endsWith('.lrdata') || name === '@eaDir';
}

function unreadable(folder: FileName, error: unknown): ErrorInfo {
  return {
    code: 'file-unreadable',
    message: `The folder ${folder.shown} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    hint: 'Check its permissions.',
    retryable: true,
  };
}

/** What Node puts in an argument in place of bytes that are not UTF-8, which are lost then. */
const REPLACEMENT = '\ufffd';

function lostName(name: FileName): ErrorInfo {
  return {
    code: 'file-not-found',
    message: `${name.shown} cannot be found: its name seems not to be UTF-8, and arguments must be.`,
    hint: 'Name the folder that it is in, or pass its name on standard input with -.',
    retryable: false,
  };
}

function notAFile(name: FileName): ErrorInfo {
  return {
    code: 'not-an-image',
    message: `${name.shown} is neither a file nor a folder.`,
    hint: 'Name picture files, folders, or - to read their names from standard input.',
    retryable: false,
  };
}

/** Whether a name is a folder's; `undefined` where there is nothing of that name. */
export async function isFolder(path: string): Promise<boolean | undefined> {
  return (await look({ shown: path, path }))?.isDirectory();
}
