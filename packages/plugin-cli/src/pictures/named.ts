import type { Readable } from 'node:stream';
import { CalmError } from '@calm-sdk/core';
import { fileName, type FileName } from './file-name.js';

/**
 * The names in a list of arguments; `-` stands for those on standard input, one a line (or, with `separator` NUL, as
 * `find -print0` writes them). Blank lines are no names. They are read as they come, until the signal aborts.
 *
 * @throws CalmError `file-unreadable`, `invalid-request` where lines hold NUL, which no name does
 */
export async function* namedBy(
  arguments_: readonly string[],
  stdin: Readable,
  separator: '\n' | '\0',
  signal: AbortSignal,
): AsyncGenerator<FileName> {
  let inputIsRead = false;
  for (const each of arguments_) {
    if (each !== '-') {
      yield { shown: each, path: each };
    } else if (!inputIsRead) {
      inputIsRead = true;
      yield* namesIn(stdin, separator, signal);
    }
  }
}

async function* namesIn(
  input: Readable,
  separator: '\n' | '\0',
  signal: AbortSignal,
): AsyncGenerator<FileName> {
  // Whoever writes the names may be waiting for something else: stopping does not wait for them.
  const stop = (): void => {
    input.destroy();
  };
  signal.addEventListener('abort', stop, { once: true });
  const end = separator.charCodeAt(0);
  let rest = Buffer.alloc(0);
  try {
    if (signal.aborted) return;
    for await (const chunk of input as AsyncIterable<Buffer>) {
      rest = Buffer.concat([rest, chunk]);
      let from = 0;
      for (let at = rest.indexOf(end); at >= 0; at = rest.indexOf(end, from)) {
        yield* nameOf(rest.subarray(from, at), separator);
        from = at + 1;
      }
      rest = rest.subarray(from);
    }
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof CalmError) throw error;
    throw new CalmError(
      'file-unreadable',
      `Standard input cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      { hint: 'Pass names of pictures, one a line.', cause: error },
    );
  } finally {
    signal.removeEventListener('abort', stop);
  }
  yield* nameOf(rest, separator);
}

const BLANK = /^[ \t]*$/;

function* nameOf(line: Buffer, separator: '\n' | '\0'): Generator<FileName> {
  const carriageReturn = 13;
  const lines = separator === '\n';
  const bytes = lines && line.at(-1) === carriageReturn ? line.subarray(0, -1) : line;
  if (bytes.length === 0 || (lines && BLANK.test(bytes.toString('latin1')))) return;
  if (bytes.includes(0)) {
    throw new CalmError('invalid-request', 'Standard input is no list of names, one a line.', {
      hint: 'For names that end with NUL, as find -print0 writes them, add -0; to assess a picture, name its file.',
    });
  }
  yield fileName(Buffer.from(bytes));
}
