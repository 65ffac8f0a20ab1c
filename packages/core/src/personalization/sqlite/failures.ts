/** What to say of what SQLite and the file system report. */
import { CalmError } from '../../protocol/errors.js';
import { MIGRATIONS } from './migrations/index.js';

/** SQLite's primary result codes that a person can do something about: https://www.sqlite.org/rescode.html */
const ERROR = 1;
const PERM = 3;
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;
/** The extended code for a -shm file that could not be made larger, which SQLite counts among failures of the disk. */
const IOERR_SHMSIZE = 4874;

/** An error of SQLite's or the file system's, said as one of ours that names the file. */
export function explain(error: unknown, path: string): CalmError {
  if (error instanceof CalmError) return error;
  switch (primaryCode(error)) {
    case BUSY:
    case LOCKED:
      return new CalmError('store-unavailable', `Another program is using ${path}.`, {
        hint: 'Nothing was changed. Wait until it is done, or close it, and try again.',
        retryable: true,
        cause: error,
      });
    case PERM:
    case READONLY:
    case CANTOPEN:
      return unwritable(path, error);
    case IOERR:
      return new CalmError('store-unavailable', `${path} could not be read or written.`, {
        hint: 'Nothing was changed. See whether its disk is full, connected and in order, and try again.',
        retryable: true,
        cause: error,
      });
    case FULL:
      return new CalmError('store-unavailable', `There is no room on the disk of ${path}.`, {
        hint: 'Nothing was changed. Make room and try again.',
        retryable: true,
        cause: error,
      });
    // Our statements fit our tables; where they do not, the tables are no longer ours.
    case ERROR:
    case CORRUPT:
    case NOTADB:
      return damaged(path, error);
    default:
      return new CalmError('internal', `${path} could not be used: ${messageOf(error)}`, {
        hint: 'Nothing was changed. Please report this.',
        cause: error,
      });
  }
}

/** The file is no store any more, or never was one. */
export function damaged(path: string, cause?: unknown): CalmError {
  return new CalmError('store-damaged', `${path} is damaged, or is no store of CALM.`, {
    hint: 'It was left as it is. Keep a copy of it with its -wal file, then move both away and import your last export into a new store.',
    cause,
  });
}

/** The file has a format of which only a newer version of CALM knows. */
export function newer(path: string, format: number): CalmError {
  return new CalmError(
    'store-newer',
    `${path} was written by a newer version of CALM: it has format ${format}, this version reads up to ${MIGRATIONS.length}.`,
    { hint: 'It was left as it is. Update CALM.' },
  );
}

/** The file, or the folder in which it lies, cannot be written to. */
export function unwritable(path: string, cause?: unknown): CalmError {
  return new CalmError('store-unavailable', `${path} cannot be opened for writing.`, {
    hint: 'The file and its folder must be readable and writable for you, and on a disk that allows it.',
    cause,
  });
}

/** The file cannot even be read. */
export function unreadable(path: string, cause: unknown): CalmError {
  return new CalmError('store-unavailable', `${path} cannot be read.`, {
    hint: 'See who it and its folder belong to, and what their permissions allow you.',
    cause,
  });
}

/** Whether another process keeps the file from being used just now. */
export function isBusy(error: unknown): boolean {
  const code = primaryCode(error);
  return code === BUSY || code === LOCKED;
}

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('rawCode' in error && typeof error.rawCode === 'number') {
    return error.rawCode === IOERR_SHMSIZE ? FULL : error.rawCode & 0xff;
  }
  // A file that cannot be opened at all is reported without a code but in the message.
  const [, code] = /^ConnectionFailed\(.*: (\d+)"\)$/su.exec(error.message) ?? [];
  return code === undefined ? undefined : Number(code);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
