import type { IncomingMessage } from 'node:http';
import { CalmError } from '../../protocol/errors.js';
import { notJson, tooLong } from '../../protocol/rpc.js';
import { Gone, Refusal } from './refusal.js';

/** So many values a body may hold: those of a thousand pictures and of a long log, not the millions that take a minute to parse. */
const MOST_VALUES = 1_000_000;

/** Bytes of bodies of all clients together; one client alone is always heard. */
export class Allowance {
  readonly #most: number;
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @throws CalmError `busy` */
  take(bytes: number): void {
    if (this.#taken > 0 && this.#taken + bytes > this.#most) {
      throw new CalmError('busy', 'Too many large requests are under way.', {
        hint: 'Send it again in a moment, or send smaller pictures.',
        retryable: true,
        retryAfterMs: 1000,
      });
    }
    this.#taken += bytes;
  }

  giveBack(bytes: number): void {
    this.#taken -= bytes;
  }
}

/**
 * The JSON of a request's body, which is never held beyond what is taken.
 *
 * @param most bytes
 * @param take told of bytes before they are held; throws where there is no room for them
 * @throws Refusal 400, 413, and for what `take` throws; Gone
 */
export async function bodyOf(
  request: IncomingMessage,
  most: number,
  take: (bytes: number) => void,
): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw new Refusal(413, tooLong(most));
  const text = (await bytesOf(request, most, take)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, notJson());
  }
}

function bytesOf(
  request: IncomingMessage,
  most: number,
  take: (bytes: number) => void,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let values = 0;
    const done = (settle: () => void): void => {
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      settle();
    };
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      values += marksIn(chunk);
      try {
        if (length > most) throw new Refusal(413, tooLong(most));
        if (values > MOST_VALUES) throw tooMany();
        take(chunk.length);
        chunks.push(chunk);
      } catch (error) {
        done(() => {
          reject(Refusal.of(error));
        });
      }
    };
    const onEnd = (): void => {
      done(() => {
        resolve(Buffer.concat(chunks, length));
      });
    };
    const onGone = (): void => {
      done(() => {
        reject(new Gone());
      });
    };
    request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone);
  });
}

/** Commas and opening brackets: what tells values apart, and in text a few more. */
function marksIn(chunk: Buffer): number {
  let marks = 0;
  for (const byte of chunk) if (byte === 0x2c || byte === 0x5b || byte === 0x7b) marks++;
  return marks;
}

function tooMany(): CalmError {
  return new CalmError('too-large', `The message has more than ${MOST_VALUES} values.`, {
    hint: 'Send pixels and vectors as base64, and fewer pictures at a time.',
  });
}
