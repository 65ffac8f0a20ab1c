/**
 * File names as they are on the disk: bytes, which are nearly always UTF-8. Those that are not are still opened, and are
 * printed with `\xNN` for each byte that is no UTF-8 (`caf\xe9.jpg`).
 */
import path from 'node:path';

export interface FileName {
  /** For people and documents. Names that are UTF-8 stand here unchanged. */
  readonly shown: string;
  /** What opens the file: text, or bytes where text cannot say it. */
  readonly path: string | Buffer;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The name that these bytes are. */
export function fileName(bytes: Buffer): FileName {
  try {
    const text = UTF8.decode(bytes);
    return { shown: text, path: text };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // anything else than "not UTF-8"
    return { shown: escapeInvalid(bytes), path: bytes };
  }
}

/** The name of an entry in a folder, written the way the folder was written. */
export function childName(folder: FileName, entry: Buffer): FileName {
  if (typeof folder.path === 'string') {
    const child = fileName(entry);
    if (folder.path === '.') return child;
    const prefix = endsInSeparator(folder.path) ? folder.path : folder.path + path.sep;
    if (typeof child.path === 'string') {
      return { shown: prefix + child.path, path: prefix + child.path };
    }
    return { shown: prefix + child.shown, path: Buffer.concat([Buffer.from(prefix), entry]) };
  }
  return fileName(Buffer.concat([folder.path, Buffer.from(path.sep), entry]));
}

/** The folder that a file is in, and its name there. */
export function partsOf(name: FileName): { readonly folder: FileName; readonly entry: Buffer } {
  if (typeof name.path === 'string') {
    const folder = path.dirname(name.path);
    return {
      folder: { shown: folder, path: folder },
      entry: Buffer.from(path.basename(name.path)),
    };
  }
  const slash = name.path.lastIndexOf('/');
  if (slash < 0) return { folder: { shown: '.', path: '.' }, entry: name.path };
  return {
    folder: fileName(name.path.subarray(0, Math.max(1, slash))),
    entry: name.path.subarray(slash + 1),
  };
}

/** The same for the same absolute path, however it was written. */
export function identityOf(name: FileName): string {
  if (typeof name.path === 'string') return path.resolve(name.path);
  return path.resolve(name.path.toString('latin1')) + '\0latin1';
}

function endsInSeparator(text: string): boolean {
  return text.endsWith('/') || text.endsWith(path.sep);
}

/** Keeps what is UTF-8 and writes every other byte as `\xNN`. */
function escapeInvalid(bytes: Buffer): string {
  let shown = '';
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      shown += `\\x${(bytes[at] as number).toString(16).padStart(2, '0')}`;
      at += 1;
    } else {
      shown += bytes.toString('utf8', at, at + length);
      at += length;
    }
  }
  return shown;
}

/** Length of the well-formed UTF-8 sequence at a place, or 0. */
function sequenceLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length += 1) {
    const part = bytes.subarray(at, at + length);
    if (Buffer.compare(Buffer.from(part.toString('utf8')), part) === 0) return length;
  }
  return 0;
}
