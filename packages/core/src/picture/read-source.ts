import { constants, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createHash } from 'node:crypto';
import { CalmError } from '../protocol/errors.js';
import { HELD_BYTES, type Deadline, type PictureLimits } from './limits.js';
import type { ImageSource } from './source.js';
import { readAtOf, type ReadAt } from './tiff-directories.js';

/** A part of a file, its last byte excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Encoded bytes, in memory or, where that would be too much, on disk. */
export interface Encoded {
  /** What the decoder opens. */
  readonly input: Uint8Array | string;
  readonly bytes: number;
  readonly read: ReadAt;
  /**
   * SHA-256 of the bytes, in hex.
   *
   * @param spans of those that count, in order; default: all
   */
  hash(this: void, spans?: readonly Span[]): Promise<string>;
  /** Throws where the file on disk is no longer the one that was opened. */
  verify(): Promise<void>;
  close(): Promise<void>;
}

/** What to call a source in a message: on one line, whatever its name holds. */
export function nameOfSource(source: ImageSource): string {
  const name = source.kind === 'path' ? source.path : source.name;
  if (name === undefined) {
    return { path: '', bytes: 'The picture', stream: 'The stream', pixels: 'The picture' }[
      source.kind
    ];
  }
  return name.replace(/\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    JSON.stringify(character).slice(1, -1) === character
      ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
      : JSON.stringify(character).slice(1, -1),
  );
}

/** The same bytes in memory that no other thread can change: a copy of shared memory, otherwise themselves. */
export function unshared(bytes: Uint8Array): Uint8Array {
  return bytes.buffer instanceof SharedArrayBuffer ? new Uint8Array(bytes) : bytes;
}

/** SHA-256 in hex, computed off the main thread. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Buffer.from(digest).toString('hex');
}

/**
 * Brings the bytes of a source within reach.
 *
 * @throws CalmError `file-not-found`, `file-unreadable`, `empty-file`, `not-an-image` (folders, devices), `too-large`, `invalid-request`
 */
export async function readSource(
  source: Exclude<ImageSource, { kind: 'pixels' }>,
  name: string,
  limits: PictureLimits,
  deadline: Deadline,
): Promise<Encoded> {
  switch (source.kind) {
    case 'path':
      return readPath(source.path, name, limits, deadline);
    case 'bytes':
      if (!(source.bytes instanceof Uint8Array)) {
        throw new CalmError('invalid-request', `${name}: its bytes are no Uint8Array.`, {
          hint: 'Pass a Buffer or a Uint8Array that holds the whole file.',
        });
      }
      return held(unshared(source.bytes), name, limits);
    case 'stream':
      return held(await collect(source.stream, name, limits, deadline), name, limits);
  }
}

function held(bytes: Uint8Array, name: string, limits: PictureLimits): Encoded {
  if (bytes.length > limits.bytes) throw tooManyBytes(name, bytes.length, limits.bytes);
  if (bytes.length === 0) throw emptyFile(name);
  return {
    input: bytes,
    bytes: bytes.length,
    read: readAtOf(bytes),
    hash: (spans) =>
      sha256Of(
        spans === undefined
          ? bytes
          : Buffer.concat(spans.map(({ from, to }) => bytes.subarray(from, to))),
      ),
    verify: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

async function readPath(
  path: string,
  name: string,
  limits: PictureLimits,
  deadline: Deadline,
): Promise<Encoded> {
  let handle: FileHandle | undefined;
  try {
    // Before opening, because opening a device can have effects; and without blocking, because a pipe may take its place in between.
    assertFile(await stat(path), name);
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const facts = await handle.stat();
    assertFile(facts, name);
    if (facts.size > limits.bytes) throw tooManyBytes(name, facts.size, limits.bytes);
    // libvips takes brackets at the end of a file name for options.
    if (facts.size > HELD_BYTES && !path.endsWith(']')) {
      return onDisk(path, name, handle, facts, deadline);
    }
    const bytes = await readAll(handle, facts.size, name, deadline);
    await handle.close();
    return held(bytes, name, limits);
  } catch (error) {
    await handle?.close();
    throw fileError(error, name);
  }
}

async function readAll(
  handle: FileHandle,
  size: number,
  name: string,
  deadline: Deadline,
): Promise<Uint8Array> {
  const CHUNK = 16 * 2 ** 20;
  const before = await handle.stat();
  // Its own memory, not a part of Node's pool, which other buffers share.
  const bytes = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  while (filled < size) {
    deadline.check();
    const { bytesRead } = await handle.read(bytes, filled, Math.min(CHUNK, size - filled), filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  const after = await handle.stat();
  if (filled < size || after.size !== size || after.mtimeMs !== before.mtimeMs) {
    throw changedFile(name);
  }
  return bytes;
}

function onDisk(
  path: string,
  name: string,
  handle: FileHandle,
  facts: Stats,
  deadline: Deadline,
): Encoded {
  return {
    input: path,
    bytes: facts.size,
    read: async (offset, length) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, facts.size - offset)));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset);
      return bytes.subarray(0, bytesRead);
    },
    hash: async (spans = [{ from: 0, to: facts.size }]) => {
      const hash = createHash('sha256');
      const chunk = Buffer.allocUnsafeSlow(2 ** 20);
      for (const { from, to } of spans) {
        for (let at = from; at < to;) {
          deadline.check();
          const wanted = Math.min(chunk.length, to - at);
          const { bytesRead } = await handle.read(chunk, 0, wanted, at);
          if (bytesRead === 0) break;
          hash.update(chunk.subarray(0, bytesRead));
          at += bytesRead;
        }
      }
      return hash.digest('hex');
    },
    verify: async () => {
      try {
        const now = await stat(path);
        const same =
          now.dev === facts.dev &&
          now.ino === facts.ino &&
          now.size === facts.size &&
          now.mtimeMs === facts.mtimeMs;
        if (!same) throw changedFile(name);
      } catch (error) {
        throw fileError(error, name);
      }
    },
    close: () => handle.close(),
  };
}

async function collect(
  stream: Readable,
  name: string,
  limits: PictureLimits,
  deadline: Deadline,
): Promise<Uint8Array> {
  const most = Math.min(limits.bytes, HELD_BYTES);
  const stop = (): void => {
    stream.destroy();
  };
  deadline.signal.addEventListener('abort', stop, { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<unknown>) {
      if (!(chunk instanceof Uint8Array)) {
        throw new CalmError('invalid-request', `${name} gives ${typeof chunk}s, not bytes.`, {
          hint: 'Pass a stream without an encoding that gives Buffers.',
        });
      }
      size += chunk.length;
      if (size > most) throw tooManyBytes(name, undefined, most);
      chunks.push(chunk);
    }
  } catch (error) {
    deadline.check();
    if (error instanceof CalmError) throw error;
    throw new CalmError('file-unreadable', `${name} broke off: ${reasonOf(error)}.`, {
      hint: 'Check where it comes from and try again.',
      retryable: true,
      cause: error,
    });
  } finally {
    deadline.signal.removeEventListener('abort', stop);
  }
  return Buffer.concat(chunks, size);
}

function assertFile(facts: Stats, name: string): void {
  if (facts.isFile()) return;
  throw facts.isDirectory()
    ? new CalmError('not-an-image', `${name} is a folder, not a picture.`, {
        hint: 'Name the pictures in it.',
      })
    : new CalmError('not-an-image', `${name} is a pipe or a device, not a file.`, {
        hint: 'Save what it gives to a file, or pass it as a stream.',
      });
}

function emptyFile(name: string): CalmError {
  return new CalmError('empty-file', `${name} is empty.`, {
    hint: 'Copy it again from where it came from.',
  });
}

function changedFile(name: string): CalmError {
  return new CalmError('file-unreadable', `${name} changed while it was read.`, {
    hint: 'Wait until it is written completely and try again.',
    retryable: true,
  });
}

function tooManyBytes(name: string, bytes: number | undefined, most: number): CalmError {
  const size = bytes === undefined ? 'more' : megabytes(bytes);
  return new CalmError(
    'too-large',
    `${name} has ${size} than the ${megabytes(most)} allowed.`.replace(
      `${size} than`,
      bytes === undefined ? 'more bytes than' : `${size}, more than`,
    ),
    { hint: 'Save a smaller copy, or raise the limit on bytes.' },
  );
}

function megabytes(bytes: number): string {
  return bytes < 1e5 ? `${bytes} bytes` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** What the operating system says, as an error of ours. */
function fileError(error: unknown, name: string): unknown {
  if (error instanceof CalmError || !(error instanceof Error) || !('code' in error)) return error;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE': // a zero byte in the name
      return new CalmError('file-not-found', `${name} does not exist.`, {
        hint: 'Check the spelling and whether it was moved or renamed.',
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
      return new CalmError('file-unreadable', `${name} may not be read.`, {
        hint: 'Check its permissions and those of its folders.',
        cause: error,
      });
    case 'ELOOP':
      return new CalmError('file-unreadable', `${name} is a link that leads back to itself.`, {
        hint: 'Repair or remove the link.',
        cause: error,
      });
    default:
      return new CalmError('file-unreadable', `${name} could not be read: ${reasonOf(error)}.`, {
        hint: 'Check the disk or the connection to it and try again.',
        retryable: true,
        cause: error,
      });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n', 1)[0]! : String(error);
}
