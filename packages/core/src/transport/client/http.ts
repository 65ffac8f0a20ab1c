import { CalmError } from '../../protocol/errors.js';
import type { Meta } from '../../protocol/generated/message.js';
import { isFailure, isProgress } from '../../protocol/rpc.js';
import { Client, type Peer } from './client.js';

/** The port that `calm serve` listens on unless it is told another. */
export const DEFAULT_PORT = 7474;

/**
 * A client of an engine that is served on HTTP, as by `calm serve`; in Node, browsers and the sandboxes of host programs.
 *
 * @param url such as `http://localhost:7474`
 * @param token of the token file, or what {@link pair} gave
 * @example
 * ```ts
 * await using engine = connectHttp('http://localhost:7474', token, { client: { name: 'my-tool' } });
 * const { attributes } = await engine.call('calm/discover', {});
 * ```
 */
export function connectHttp(
  url: string,
  token: string,
  meta: Pick<Meta, 'client' | 'locale'> = {},
): Client {
  return new Client(httpPeer(url, token), meta);
}

/** Carries messages to an engine that is served on HTTP, each by a request of its own. */
export function httpPeer(url: string, token: string): Peer {
  const underWay = new Set<AbortController>();
  return {
    async send(request, onProgress, signal) {
      if (signal?.aborted === true) throw CalmError.cancelled('The request');
      const controller = new AbortController();
      const cancel = (): void => {
        controller.abort();
      };
      signal?.addEventListener('abort', cancel, { once: true });
      underWay.add(controller);
      const { signal: stopped } = controller;
      try {
        let answer: unknown;
        // To the end, so that the connection can be used again.
        for await (const message of exchange(`${url}/rpc`, request, { token, signal: stopped })) {
          if (isProgress(message)) onProgress(message.params);
          else answer = message;
        }
        // Taken back while the answer was there already: whoever did that is told so all the same.
        if (stopped.aborted) throw CalmError.cancelled('The request');
        if (answer === undefined) throw brokenOff(url);
        return answer;
      } finally {
        underWay.delete(controller);
        signal?.removeEventListener('abort', cancel);
      }
    },
    async sendText(text, signal) {
      const response = await post(`${url}/rpc`, text, { token, signal });
      const answer = await response.text();
      return answer === '' ? undefined : (JSON.parse(answer) as unknown);
    },
    async [Symbol.asyncDispose]() {
      for (const controller of underWay) controller.abort();
    },
  };
}

/** What goes with a body. */
export interface Sent {
  readonly token?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Posts JSON, and yields what comes back: one body, or events as they come.
 *
 * @throws CalmError `remote-unreachable` where nothing listens, `cancelled` by the signal, and whatever the server refuses with
 */
export async function* exchange(
  url: string,
  body: unknown,
  { token, signal }: Sent = {},
): AsyncGenerator<unknown, void> {
  try {
    // Events keep a long request from seeming dead to whoever carries it.
    const accept = 'text/event-stream, application/json';
    const response = await post(url, JSON.stringify(body), { token, signal }, accept);
    if (response.headers.get('content-type') === 'text/event-stream' && response.body !== null) {
      yield* eventsOf(response.body);
      return;
    }
    const answer: unknown = await response.json();
    if (!response.ok && isFailure(answer)) throw CalmError.from(answer.error.data);
    yield answer;
  } catch (error) {
    if (signal?.aborted === true) throw CalmError.cancelled('The request');
    if (error instanceof CalmError) throw error;
    if (error instanceof SyntaxError) throw notOurs(url, error);
    throw unreachable(url, error);
  }
}

function post(
  url: string,
  body: string,
  { token, signal }: Sent,
  accept = 'application/json',
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      accept,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    credentials: 'omit',
    redirect: 'error',
    ...(signal === undefined ? {} : { signal }),
  });
}

/** The data of server-sent events, parsed: one line each, as this protocol sends them. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let parts: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const [first = '', ...lines] = decoder.decode(value, { stream: true }).split('\n');
      parts.push(first);
      for (const next of lines) {
        const line = parts.join('');
        parts = [next];
        if (line.startsWith('data: ')) yield JSON.parse(line.slice('data: '.length)) as unknown;
      }
    }
  } finally {
    await reader.cancel();
  }
}

function unreachable(url: string, cause: unknown): CalmError {
  return new CalmError('remote-unreachable', `No engine answers at ${url}.`, {
    hint: 'Start it: calm serve. A browser may also have to be told to allow apps on this device.',
    retryable: true,
    cause,
  });
}

function notOurs(url: string, cause: unknown): CalmError {
  return new CalmError('remote-failed', `What answers at ${url} is no CALM engine.`, {
    hint: 'Check the port: calm serve says on which it listens.',
    cause,
  });
}

/** An answer that ended before it was one. */
export function brokenOff(url: string): CalmError {
  return new CalmError('remote-unreachable', `The engine at ${url} went away in the middle.`, {
    hint: 'Send the request again.',
    retryable: true,
  });
}
