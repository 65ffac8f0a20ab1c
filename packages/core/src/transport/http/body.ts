import type { IncomingMessage } from 'node:http';
import { CalmError } from '../../protocol/errors.js';
import { parsed, tooLong } from '../../protocol/rpc.js';
import { Gone, Refusal } from './refusal.js';

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
  if (Number(request.headers['content-length'] ?? 0) > most) throw Refusal.with(tooLong(most));
  const text = (await bytesOf(request, most, take)).toString('utf8');
  const read = parsed(text);
  if ('failure' in read) throw Refusal.with(read.failure);
  return read.message;
}

function bytesOf(
  request: IncomingMessage,
  most: number,
  take: (bytes: number) => void,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const done = (settle: () => void): void => {
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      settle();
    };
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      try {
        if (length > most) throw Refusal.with(tooLong(most));
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
