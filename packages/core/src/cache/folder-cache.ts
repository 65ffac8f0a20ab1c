/**
 * A {@link Cache} in one folder of small files.
 *
 * ```
 * v1/results/3f/3fa9….7c01….json     one file per picture and recipe: a checksum, a line feed, the JSON document
 * v1/files/91c2….jsonl               one file per folder of pictures: [name, size, mtime, ctime, inode, sha256] a line
 * ```
 * Results are written beside their place and renamed into it, so a killed process or a second one never shows half an entry.
 * The lists of files are only appended to, each record in one write that starts with a line feed: a record cut short by
 * a kill spoils no other. Whatever fails its check is as good as absent and is written anew.
 *
 * The size is kept within bounds folder by folder (SHA-256 spreads results evenly over the 256 of them), so that no
 * write ever has to look at more than a few hundred names. The oldest go first.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Cache, CacheUsage, RememberedAssessment } from './cache.js';

export interface FolderCacheOptions {
  /** Where to keep everything; made where missing, readable by its owner only. */
  readonly folder: string;
  /** Upper bound of what is kept, in bytes. Default 512 MiB, about 60,000 pictures. */
  readonly maxBytes?: number;
  /** Told once, of the first write that failed; the cache goes on without writing. */
  readonly onProblem?: (error: Error) => void;
}

/** A cache in a folder of the file system. */
export interface FolderCache extends Cache {
  readonly folder: string;
  /** Results that this object found, so far. */
  readonly hits: number;
  /** Counts what the folder holds, by looking at all of it. */
  usage(): Promise<CacheUsage>;
}

const VERSION = 'v1';
const DEFAULT_MAX_BYTES = 512 * 2 ** 20;
/** The part of the bound that lists of files may take. */
const FILES_SHARE = 1 / 8;
const SHARDS = 256;
/** After pruning, this much of the bound is in use, so that pruning is rare. */
const KEPT = 0.8;
/** Clocks of file systems are coarse (FAT: 2 s): a file changed this lately may change again unseen. */
const RACY_NS = 2_000_000_000n;
/** Half-written files of killed processes are removed after this long. */
const ABANDONED_MS = 3_600_000;
/** Lists of files held in memory at a time. */
const LISTS_IN_MEMORY = 64;

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR');

interface KnownFile {
  readonly size: string;
  readonly mtimeNs: string;
  readonly ctimeNs: string;
  readonly inode: string;
  readonly sha256: string;
}

/** Reads one record of a list of files; `undefined` where it was cut short or is no record. */
function parseKnownFile(line: string): readonly [string, KnownFile] | undefined {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // cut short by a kill
    throw error;
  }
  if (!Array.isArray(record) || record.length !== 6) return undefined;
  if (!record.every((part): part is string => typeof part === 'string')) return undefined;
  const [name, size, mtimeNs, ctimeNs, inode, sha256] = record;
  return [
    name as string,
    {
      size: size as string,
      mtimeNs: mtimeNs as string,
      ctimeNs: ctimeNs as string,
      inode: inode as string,
      sha256: sha256 as string,
    },
  ];
}

/** Opens (and on the first write makes) a cache in a folder. Nothing is read or written by the call itself. */
export function openFolderCache(options: FolderCacheOptions): FolderCache {
  const root = join(options.folder, VERSION);
  const results = join(root, 'results');
  const lists = join(root, 'files');
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const shardLimit = (maxBytes * (1 - FILES_SHARE)) / SHARDS;
  const listsLimit = maxBytes * FILES_SHARE;

  let broken = false;
  let hits = 0;
  /** Bytes in each folder that this process has written to, where counted. */
  const sizes = new Map<string, number>();
  const known = new Map<string, Promise<Map<string, KnownFile>>>();

  /** Runs a write; the first that fails is reported and is the last that is tried. */
  async function attempt(write: () => Promise<void>): Promise<void> {
    if (broken) return;
    try {
      await write();
    } catch (error) {
      if (broken) return;
      broken = true;
      options.onProblem?.(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Counts a folder, removes what killed processes left, and the oldest files where it holds more than `limit`. */
  async function prune(folder: string, limit: number): Promise<number> {
    const names = await readdir(folder);
    const files: { path: string; bytes: number; time: number }[] = [];
    for (const name of names) {
      const path = join(folder, name);
      try {
        const facts = await stat(path);
        if (name.endsWith('.tmp')) {
          if (Date.now() - facts.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
        } else {
          files.push({ path, bytes: facts.size, time: facts.mtimeMs });
        }
      } catch (error) {
        if (!isMissing(error)) throw error; // another process was quicker
      }
    }
    let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    if (bytes <= limit) return bytes;
    files.sort((a, b) => a.time - b.time);
    for (const file of files) {
      if (bytes <= limit * KEPT) break;
      await rm(file.path, { force: true });
      bytes -= file.bytes;
    }
    return bytes;
  }

  async function grow(folder: string, bytes: number, limit: number): Promise<void> {
    const before = sizes.get(folder);
    const after = before === undefined ? Infinity : before + bytes;
    sizes.set(folder, after > limit ? await prune(folder, limit) : after);
  }

  const resultPath = (sha256: string, recipe: string): { folder: string; path: string } => {
    const folder = join(results, sha256.slice(0, 2));
    return { folder, path: join(folder, `${sha256}.${sha256Hex(recipe).slice(0, 32)}.json`) };
  };

  const listPath = (folder: string): string =>
    join(lists, `${sha256Hex(folder).slice(0, 32)}.jsonl`);

  async function readList(folder: string): Promise<Map<string, KnownFile>> {
    const entries = new Map<string, KnownFile>();
    let text: string;
    try {
      text = await readFile(listPath(folder), 'utf8');
    } catch (error) {
      if (!isMissing(error)) {
        // Unreadable: report it like a failed write, and go on as if nothing were known.
        await attempt(() =>
          Promise.reject(error instanceof Error ? error : new Error(String(error))),
        );
      }
      return entries;
    }
    let records = 0;
    for (const line of text.split('\n')) {
      if (line === '') continue;
      records += 1;
      const entry = parseKnownFile(line);
      if (entry !== undefined) entries.set(entry[0], entry[1]);
    }
    // Files that change often leave old records behind. What another process appends meanwhile is lost and costs one more reading.
    if (records > 2 * entries.size + 64) {
      await attempt(() =>
        writeWhole(
          listPath(folder),
          [...entries].map(([name, entry]) => record(name, entry)).join(''),
        ),
      );
    }
    return entries;
  }

  const record = (name: string, entry: KnownFile): string =>
    `\n${JSON.stringify([name, entry.size, entry.mtimeNs, entry.ctimeNs, entry.inode, entry.sha256])}`;

  async function listOf(folder: string): Promise<Map<string, KnownFile>> {
    let list = known.get(folder);
    if (list === undefined) {
      list = readList(folder);
      known.set(folder, list);
      if (known.size > LISTS_IN_MEMORY) {
        for (const oldest of known.keys()) {
          known.delete(oldest);
          break;
        }
      }
    }
    return list;
  }

  async function writeWhole(path: string, content: string): Promise<void> {
    const temporary = `${path}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
    try {
      await writeFile(temporary, content, { mode: 0o600 });
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  return {
    folder: options.folder,
    get hits() {
      return hits;
    },

    async identify(path) {
      try {
        const facts = await stat(path, { bigint: true });
        if (!facts.isFile()) return undefined;
        return {
          path: resolve(path),
          size: facts.size,
          mtimeNs: facts.mtimeNs,
          ctimeNs: facts.ctimeNs,
          inode: facts.ino,
        };
      } catch (error) {
        if (error instanceof Error) return undefined; // reading it will fail with a better message
        throw error;
      }
    },

    async hashOf(file) {
      const entry = (await listOf(dirname(file.path))).get(basename(file.path));
      if (
        entry === undefined ||
        entry.size !== String(file.size) ||
        entry.mtimeNs !== String(file.mtimeNs) ||
        entry.ctimeNs !== String(file.ctimeNs) ||
        entry.inode !== String(file.inode)
      ) {
        return undefined;
      }
      return entry.sha256;
    },

    async rememberHash(file, sha256) {
      const now = await this.identify(file.path);
      if (
        now === undefined ||
        now.size !== file.size ||
        now.mtimeNs !== file.mtimeNs ||
        now.ctimeNs !== file.ctimeNs ||
        now.inode !== file.inode
      ) {
        return;
      }
      const latest = file.mtimeNs > file.ctimeNs ? file.mtimeNs : file.ctimeNs;
      if (BigInt(Date.now()) * 1_000_000n - latest < RACY_NS) return;
      const folder = dirname(file.path);
      const entry: KnownFile = {
        size: String(file.size),
        mtimeNs: String(file.mtimeNs),
        ctimeNs: String(file.ctimeNs),
        inode: String(file.inode),
        sha256,
      };
      await attempt(async () => {
        (await listOf(folder)).set(basename(file.path), entry);
        const text = record(basename(file.path), entry);
        await mkdir(lists, { recursive: true, mode: 0o700 });
        await appendFile(listPath(folder), text, { mode: 0o600 });
        await grow(lists, Buffer.byteLength(text), listsLimit);
      });
    },

    async get(sha256, recipe) {
      const { path } = resultPath(sha256, recipe);
      let text: string;
      try {
        text = await readFile(path, 'utf8');
      } catch (error) {
        if (error instanceof Error) return undefined; // absent or unreadable: found anew
        throw error;
      }
      const end = text.indexOf('\n');
      const body = text.slice(end + 1);
      if (end < 0 || text.slice(0, end) !== sha256Hex(body)) return undefined;
      hits += 1;
      return JSON.parse(body) as RememberedAssessment;
    },

    async set(sha256, recipe, assessment) {
      const body = JSON.stringify(assessment);
      const content = `${sha256Hex(body)}\n${body}`;
      const { folder, path } = resultPath(sha256, recipe);
      await attempt(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeWhole(path, content);
        await grow(folder, Buffer.byteLength(content), shardLimit);
      });
    },

    async usage() {
      let count = 0;
      let bytes = 0;
      const visit = async (folder: string): Promise<void> => {
        let entries;
        try {
          entries = await readdir(folder, { withFileTypes: true });
        } catch (error) {
          if (isMissing(error)) return;
          throw error;
        }
        for (const entry of entries) {
          const path = join(folder, entry.name);
          if (entry.isDirectory()) {
            await visit(path);
            continue;
          }
          try {
            bytes += (await stat(path)).size;
          } catch (error) {
            if (!isMissing(error)) throw error;
            continue;
          }
          if (entry.name.endsWith('.json')) count += 1;
        }
      };
      await visit(root);
      return { results: count, bytes };
    },
  };
}
