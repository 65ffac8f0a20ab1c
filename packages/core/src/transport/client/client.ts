import { CalmError } from '../../protocol/errors.js';
import type { Meta, ProgressParams, Request } from '../../protocol/generated/message.js';
import { PROTOCOL_VERSION, type Methods } from '../../protocol/generated/methods.js';
import { isFailure, isSuccess } from '../../protocol/rpc.js';

/** Carries one request to an engine and its answer back. */
export interface Peer extends AsyncDisposable {
  /**
   * @param onProgress told of the request's `$/progress`
   * @returns the answer, as it was parsed
   * @throws CalmError `remote-unreachable`, `cancelled` and whatever else keeps an answer from coming
   */
  send(
    request: Request,
    onProgress: (progress: ProgressParams) => void,
    signal?: AbortSignal,
  ): Promise<unknown>;
  /**
   * Sends text that may be no request at all, for whoever tests an engine; absent where messages do not travel as text.
   *
   * @param signal ends the wait for an answer
   * @returns the next answer that belongs to no request; `undefined` where none came
   */
  sendText?(text: string, signal: AbortSignal): Promise<unknown>;
}

export interface CallOptions {
  /** Stops the request; the call rejects with `cancelled`. */
  readonly signal?: AbortSignal;
  /** Told how far the request is, where the transport can carry that. */
  readonly onProgress?: (progress: Omit<ProgressParams, 'request'>) => void;
  /** After so many milliseconds the request fails with `timed-out`. */
  readonly deadlineMs?: number;
  /** The same request sent again under the same key is done once. */
  readonly idempotencyKey?: string;
}

/** Params without what the client adds. */
export type ParamsOf<Name extends keyof Methods> = Omit<Methods[Name]['params'], 'meta'>;

/**
 * An engine somewhere else, by the protocol.
 *
 * @example
 * ```ts
 * await using engine = connectHttp('http://localhost:7474', token, { client: { name: 'my-tool' } });
 * const { score } = await engine.call('assess', { source: { kind: 'path', path: '/photos/cat.jpg' } });
 * ```
 */
export class Client implements AsyncDisposable {
  readonly #peer: Peer;
  readonly #meta: Pick<Meta, 'client' | 'locale'>;
  #requests = 0;

  /** @param meta who asks, and in which language things are told */
  constructor(peer: Peer, meta: Pick<Meta, 'client' | 'locale'> = {}) {
    this.#peer = peer;
    this.#meta = meta;
  }

  /**
   * Asks for something. What comes back is not held to the schema: a newer engine may say more than this client knows.
   *
   * @throws CalmError as the engine says; `remote-failed` for an answer that is none
   */
  async call<Name extends keyof Methods>(
    method: Name,
    params: ParamsOf<Name>,
    { signal, onProgress, deadlineMs, idempotencyKey }: CallOptions = {},
  ): Promise<Methods[Name]['result']> {
    const meta: Meta = {
      protocol: PROTOCOL_VERSION,
      ...this.#meta,
      ...(onProgress === undefined ? {} : { progress: true }),
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    };
    const request: Request = {
      jsonrpc: '2.0',
      id: ++this.#requests,
      method,
      params: { ...params, meta },
    };
    const answer = await this.#peer.send(
      request,
      ({ request: _, ...progress }) => onProgress?.(progress),
      signal,
    );
    if (isSuccess(answer)) return answer.result;
    if (isFailure(answer)) throw CalmError.from(answer.error.data);
    throw new CalmError('remote-failed', `The engine answered ${method} with what is no answer.`, {
      hint: 'See that it is a CALM engine that listens there.',
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#peer[Symbol.asyncDispose]();
  }
}
