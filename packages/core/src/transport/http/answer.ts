import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Refusal } from './refusal.js';

/** Whoever does not read an answer within so many milliseconds has gone. */
const READ_MS = 30_000;

/** For so long, in milliseconds, what is still sent after a refusal is passed over, so that the refusal is read. */
const LINGER_MS = 1000;

/** Events that keep a connection from seeming dead come so often, in milliseconds. */
const KEEP_ALIVE_MS = 15_000;

/** Progress is left out where so many bytes of it wait to be read. */
const MOST_UNREAD = 2 ** 20;

/** Answers a request as a whole. */
export function answerJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  finish(response, text);
}

/** Answers a request that is not taken, and soon hears no more of it. */
export function answerRefused(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, failure }: Refusal,
): void {
  const { retryAfterMs } = failure.error.data;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value ?? '');
  if (retryAfterMs !== undefined) response.setHeader('retry-after', Math.ceil(retryAfterMs / 1000));
  answerJson(response, status, failure);
  if (request.complete) return;
  const cut = setTimeout(() => {
    request.socket.destroy();
  }, LINGER_MS);
  request.once('close', () => {
    clearTimeout(cut);
  });
}

/** An answer that comes as server-sent events, a message each. */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #keepAlive: NodeJS.Timeout;

  constructor(response: ServerResponse) {
    this.#response = response;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    this.#keepAlive = setInterval(() => {
      response.write(':\n\n');
    }, KEEP_ALIVE_MS);
    this.#keepAlive.unref();
    response.once('close', () => {
      clearInterval(this.#keepAlive);
    });
  }

  /** Sends what is not the last. */
  send(message: object): void {
    if (this.#response.writableLength < MOST_UNREAD) this.#response.write(eventOf(message));
  }

  /** Sends the last, if there is one. */
  end(message: object | undefined): void {
    clearInterval(this.#keepAlive);
    finish(this.#response, message === undefined ? '' : eventOf(message));
  }
}

function eventOf(message: object): string {
  return `data: ${JSON.stringify(message)}\n\n`;
}

/** Sends the end, and gives up on whoever does not read it. */
function finish(response: ServerResponse, text: string): void {
  if (response.destroyed) return;
  const unread = setTimeout(() => {
    response.destroy();
  }, READ_MS);
  unread.unref();
  response.once('close', () => {
    clearTimeout(unread);
  });
  response.end(text);
}
