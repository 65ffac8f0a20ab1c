/**
 * ExifTool, run so that it can do nothing but read: what it is told is made of constants and of names of files that are each one line
 * beginning with a folder, so that no name is ever taken for an option. Each run reads some files and ends by itself, so that no process
 * stays behind, however this one ends.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { CalmError } from '@calm-sdk/core';
import type { FileName } from '../pictures/file-name.js';

/** What ExifTool tells of one file: values by group and name, such as `XMP-xmp:Rating`. */
export type Tags = Readonly<Record<string, unknown>>;

/** Without a settings file of anybody's, which would be a program; then what to read comes on standard input. */
const START = ['-config', '', '-@', '-'];

/** Values as they are stored, each with its group; nothing is looked for behind the picture in its file. */
const READ = [
  ...(process.platform === 'win32' ? ['-charset', 'filename=utf8'] : []),
  '-json',
  '-n',
  '-G1',
  '-fast',
  '-m',
  '-q',
  '-q',
  '-Error',
  '-File:MIMEType',
];

/** A run that says nothing for so long has met a file that it cannot get past; a disk that wakes up takes ten seconds. */
const PATIENCE_MS = 60_000;

const MISSING = 'Metadata of pictures cannot be read:';

export interface MetadataReader extends AsyncDisposable {
  /**
   * Reads files. A file that ends ExifTool or keeps it busy costs itself alone.
   *
   * @returns for each file its tags, or why there are none, in the same order
   */
  read(files: readonly FileName[]): Promise<(Tags | Error)[]>;
  /** Ends what is under way, whose files count as not read. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A reader of these tags, such as `XMP-xmp:Rating`.
 *
 * @param env where `perl` is looked for (`PATH`), which ExifTool needs everywhere but on Windows
 * @throws CalmError `file-unreadable` where ExifTool or perl is missing: the hint says what to install
 */
export async function openMetadataReader(
  tags: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<MetadataReader> {
  const searched = env['PATH'] ?? '';
  const command =
    process.platform === 'win32'
      ? [exifTool('exiftool-vendored.exe')]
      : [await perl(searched), exifTool('exiftool-vendored.pl')];
  const links = new Links();
  const stopping = new AbortController();
  const running = new Set<Promise<string>>();
  const asked = [...READ, ...tags.map((tag) => `-${tag}`)];

  async function run(names: readonly string[]): Promise<Map<string, Tags>> {
    const output = outputOf(command, searched, [...asked, ...names], stopping.signal);
    running.add(output);
    try {
      const text = await output;
      const all = text.trim() === '' ? [] : (JSON.parse(text) as Tags[]);
      return new Map(all.map((tags) => [String(tags['SourceFile']), tags]));
    } finally {
      running.delete(output);
    }
  }

  /** Where a run fails, each half for itself, to know which file it was. */
  async function readAll(names: readonly string[]): Promise<(Tags | Error)[]> {
    try {
      const found = await run(names);
      return names.map((name) => found.get(name) ?? new Error('ExifTool says nothing of it'));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (names.length === 1 || stopping.signal.aborted) return names.map(() => error);
      const half = Math.ceil(names.length / 2);
      return [...(await readAll(names.slice(0, half))), ...(await readAll(names.slice(half)))];
    }
  }

  return {
    read: async (files) => readAll(await Promise.all(files.map((file) => links.nameOf(file)))),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await Promise.allSettled(running);
      await links.remove();
    },
  };
}

/** Runs ExifTool once and resolves to what it prints, once it has ended. It ends with 1 where one of the files is damaged. */
function outputOf(
  [program, ...arguments_]: readonly string[],
  searched: string,
  lines: readonly string[],
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new Error('It was stopped'));
      return;
    }
    const child = spawn(program as string, [...arguments_, ...START], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: searched, LANG: 'C' },
      windowsHide: true,
    });
    const end = (): void => void child.kill('SIGKILL');
    const patience = setTimeout(end, PATIENCE_MS);
    signal.addEventListener('abort', end, { once: true });
    let output = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      patience.refresh();
      output += text;
    });
    const finish = (act: () => void): void => {
      clearTimeout(patience);
      signal.removeEventListener('abort', end);
      act();
    };
    child.on('error', (error) => finish(() => reject(error)));
    child.on('close', (status, how) =>
      finish(() => {
        if (status === 0 || status === 1) resolve(output);
        else reject(new Error(`ExifTool ended with ${how ?? status}`));
      }),
    );
    // Where it ends before it has read its orders, how it ended tells more.
    child.stdin.on('error', () => undefined);
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  });
}

/**
 * Names that one line of text can say: absolute, in UTF-8, without line breaks. Other files are read through a link of a plain name in
 * a folder of our own.
 */
class Links {
  #folder: Promise<string> | undefined;
  #count = 0;

  async nameOf({ path: name }: FileName): Promise<string> {
    if (typeof name === 'string' && !/\p{Cc}/u.test(name)) {
      // As ExifTool gives names back.
      return path.resolve(name).replaceAll(path.sep, '/');
    }
    this.#folder ??= mkdtemp(path.join(tmpdir(), 'calm-names-'));
    const link = path.join(await this.#folder, String(this.#count++));
    await symlink(absolute(name), link);
    return link;
  }

  async remove(): Promise<void> {
    if (this.#folder !== undefined) await rm(await this.#folder, { recursive: true, force: true });
  }
}

function absolute(name: string | Buffer): string | Buffer {
  if (typeof name === 'string') return path.resolve(name);
  return name[0] === 0x2f ? name : Buffer.concat([Buffer.from(`${process.cwd()}/`), name]);
}

/** The program in a package that exports where it lies. */
function exifTool(name: string): string {
  try {
    return createRequire(import.meta.url)(name) as string;
  } catch (error) {
    throw new CalmError('file-unreadable', `${MISSING} ${name} is not installed.`, {
      hint: 'Install calm again with its optional packages: npm install --include=optional.',
      cause: error,
    });
  }
}

async function perl(searched: string): Promise<string> {
  try {
    await promisify(execFile)('perl', ['-e', '1'], { env: { PATH: searched } });
    return 'perl';
  } catch (error) {
    throw new CalmError('file-unreadable', `${MISSING} ExifTool needs perl, which is not there.`, {
      hint: 'Install it: apt install perl (Debian, Ubuntu), dnf install perl (Fedora), apk add perl (Alpine), pacman -S perl (Arch).',
      cause: error,
    });
  }
}
