import type { Engine } from '../engine/engine.js';
import type { Extensions } from '../extension/extensions.js';
import { FairQueue } from '../job/fair-queue.js';
import { Jobs } from '../job/jobs.js';
import { whatIsWrongIn } from '../protocol/amiss.js';
import { CalmError, errorInfoOf } from '../protocol/errors.js';
import type { Limits } from '../protocol/generated/discover.js';
import type { Failure, Request, Success } from '../protocol/generated/message.js';
import { METHODS, PROTOCOL_VERSION, type Methods } from '../protocol/generated/methods.js';
import { validateRequest, type Validator } from '../protocol/generated/validators.js';

import { failure, idOf, NO_REQUEST, success } from '../protocol/rpc.js';
import type { Call, Caller, Handlers, Progress } from './call.js';
import { Idempotency } from './idempotency.js';
import { discover } from './methods/discover.js';
import { extensionMethods } from './methods/extensions.js';
import { pictureMethods } from './methods/pictures.js';
import { tasteMethods } from './methods/tastes.js';

const DEFAULT_LIMITS: Limits = {
  messageBytes: 64 * 1024 * 1024,
  requests: 1024,
  requestsOfClient: 128,
  jobsOfClient: 8,
  jobBytes: 256 * 1024 * 1024,
  jobExpiryMs: 600_000,
  pictureSide: 2048,
};

/** Pictures that are looked at a time: one decodes while the other is encoded and read. */
const AT_A_TIME = 2;

/** How long a picture takes about, in milliseconds, before any was looked at. */
const USUAL_MS = 200;

export interface ServiceOptions {
  readonly limits?: Partial<Limits>;
  /** Those that the engine was made with: their commands can be run, and they can ask the engine. */
  readonly extensions?: Extensions;
}

/** What travels with a request beside its message. */
export interface Travelling {
  /** Aborts where the caller has gone or takes the request back. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * The protocol on an engine: requests in, answers out, whatever carries them. It keeps nothing of a client but its jobs. Whoever made the engine
 * disposes of it, after this.
 */
export class Service implements AsyncDisposable {
  readonly limits: Limits;
  readonly #handlers: Handlers;
  readonly #jobs: Jobs;
  readonly #idempotency = new Idempotency();
  readonly #underWay = new Map<string, Set<Promise<unknown>>>();
  #count = 0;
  #milliseconds = USUAL_MS;
  #stopping = false;

  constructor(engine: Engine, options: ServiceOptions = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    const { jobsOfClient: ofClient, jobBytes: bytes, jobExpiryMs: expiryMs } = this.limits;
    this.#jobs = new Jobs({ ofClient, bytes, expiryMs });
    const queue = new FairQueue(AT_A_TIME);
    const handlers: Handlers = {
      ...pictureMethods(engine, queue, this.#jobs),
      ...(engine.tastes.kept ? tasteMethods(engine, queue) : {}),
      ...(options.extensions === undefined ? {} : extensionMethods(options.extensions)),
    };
    options.extensions?.serve((id, method, params) =>
      this.answer({ jsonrpc: '2.0', id: 1, method, params }, { id, name: id, files: true }),
    );
    const methods = ['calm/discover', ...Object.keys(handlers)];
    this.#handlers = { 'calm/discover': discover(engine, this.limits, methods), ...handlers };
  }

  /**
   * Answers one request, whatever it is: this never rejects.
   *
   * @param message as it was parsed
   */
  async answer(
    message: unknown,
    caller: Caller,
    { signal, onProgress }: Travelling = {},
  ): Promise<Success | Failure> {
    if (!isRequest(message)) return noRequest(message);
    const { id, method, params = {} } = message;
    try {
      checkCaller(caller);
      const result = await this.#admitted(caller, () =>
        this.#call(method, params, caller, signal, onProgress),
      );
      return success(id, result);
    } catch (error) {
      return failure(id, errorInfoOf(error));
    }
  }

  /** A client has gone for good: its jobs are stopped. */
  async forget(client: string): Promise<void> {
    await this.#jobs.stop(client);
  }

  /** Takes no further requests, stops jobs, and waits for what is under way. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping = true;
    await this.#jobs.stop();
    await Promise.allSettled([...this.#underWay.values()].flatMap((own) => [...own]));
  }

  async #call(
    method: string,
    params: NonNullable<Request['params']>,
    caller: Caller,
    travelling: AbortSignal | undefined,
    onProgress: Travelling['onProgress'],
  ): Promise<object> {
    const name = known(method, this.#handlers);
    const { meta = {} } = params;
    // What another version takes is judged by that version.
    checkVersion(meta.protocol);
    check(name, params);
    const { deadlineMs, idempotencyKey, progress = false, locale: language = 'en' } = meta;
    const deadline = deadlineMs === undefined ? undefined : AbortSignal.timeout(deadlineMs);
    const signal = AbortSignal.any([travelling, deadline].filter((each) => each !== undefined));
    const call: Call = {
      caller,
      signal,
      language,
      progress: (done, total, result) => {
        if (progress) onProgress?.({ done, total, ...(result === undefined ? {} : { result }) });
      },
    };
    const work = async (): Promise<object> => {
      try {
        return await run(this.#handlers, name, params, call);
      } catch (error) {
        if (travelling?.aborted === true) throw CalmError.cancelled('The request');
        if (deadline?.aborted === true) throw late(method, deadlineMs);
        throw error;
      }
    };
    if (idempotencyKey === undefined) return await work();
    const { meta: _, ...asked } = params;
    return await this.#idempotency.once(caller.id, idempotencyKey, [method, asked], work);
  }

  /** Counts what is under way, so that a flood is answered at once and nothing waits without end. */
  async #admitted<Result>({ id, name }: Caller, work: () => Promise<Result>): Promise<Result> {
    const { requests, requestsOfClient } = this.limits;
    const own = this.#underWay.get(id) ?? new Set();
    if (this.#stopping) {
      throw new CalmError('busy', 'The engine is shutting down.', {
        hint: 'Ask again once it was started anew.',
        retryable: true,
        retryAfterMs: 5000,
      });
    }
    if (own.size >= requestsOfClient || this.#count >= requests) {
      const who = own.size >= requestsOfClient ? `${name} has` : 'All clients together have';
      throw new CalmError('busy', `${who} too many requests under way.`, {
        hint: 'Wait for answers before asking more, or use assess/start for many pictures.',
        retryable: true,
        retryAfterMs: Math.ceil((this.#count * this.#milliseconds) / AT_A_TIME),
      });
    }
    const began = performance.now();
    const doing = work();
    own.add(doing);
    this.#underWay.set(id, own);
    this.#count++;
    try {
      return await doing;
    } finally {
      own.delete(doing);
      if (own.size === 0) this.#underWay.delete(id);
      // How long one takes of those that wait together: what they take over how many they are.
      const share = ((performance.now() - began) * AT_A_TIME) / this.#count;
      this.#milliseconds += (share - this.#milliseconds) / 20;
      this.#count--;
    }
  }
}

function isRequest(message: unknown): message is Request {
  return validateRequest(message);
}

/** JSON that is no request; its id, where it has one, so that its sender knows which. */
function noRequest(message: unknown): Failure {
  const error = new CalmError('invalid-request', whatIsWrong(message), {
    hint: 'Send a JSON-RPC 2.0 request: {"jsonrpc":"2.0","id":1,"method":"calm/discover"}.',
  });
  return failure(idOf(message), error.toInfo(), NO_REQUEST);
}

function whatIsWrong(message: unknown): string {
  if (Array.isArray(message)) return 'Batches of requests are not taken: send one at a time.';
  validateRequest(message);
  return `This is no request: ${whatIsWrongIn(message, validateRequest)}.`;
}

/** Programs without types may leave it out. */
function checkCaller(caller: unknown): asserts caller is Caller {
  const { id, name } = (caller ?? {}) as Partial<Record<keyof Caller, unknown>>;
  if (typeof id === 'string' && typeof name === 'string') return;
  throw new CalmError('invalid-request', 'The service was not told who asks.', {
    hint: "Name the caller beside the message: answer(message, { id: 'window-1', name: 'My window', files: false }).",
  });
}

function known(method: string, handlers: Handlers): keyof Methods {
  if (Object.hasOwn(handlers, method)) return method as keyof Methods;
  throw new CalmError('method-unknown', `There is no method "${method}".`, {
    hint: `This engine answers: ${Object.keys(handlers).join(', ')}.`,
  });
}

function check(name: keyof Methods, params: unknown): void {
  const validate: Validator<unknown> = METHODS[name].params;
  if (validate(params)) return;
  throw new CalmError(
    'invalid-request',
    `${name} does not take these parameters: ${whatIsWrongIn(params, validate)}.`,
    { hint: 'The protocol reference tells what each method takes.' },
  );
}

function checkVersion(version: string | undefined): void {
  if (version === undefined) return;
  const [major] = PROTOCOL_VERSION.split('.');
  if (version.split('.')[0] === major) return;
  throw new CalmError(
    'protocol-unsupported',
    `Protocol ${version} is not spoken here: this engine speaks ${PROTOCOL_VERSION}.`,
    { hint: 'Update the older of the two, the program that asks or the engine.' },
  );
}

function late(method: string, deadlineMs: number | undefined): CalmError {
  return new CalmError('timed-out', `${method} did not end within ${deadlineMs} ms.`, {
    hint: 'Give it more time, or ask when the engine is less busy.',
    retryable: true,
  });
}

/** The parameters were held to the method's schema. */
function run<Name extends keyof Methods>(
  handlers: Handlers,
  name: Name,
  params: unknown,
  call: Call,
): Promise<object> | object {
  const handler = handlers[name];
  if (handler === undefined) throw new Error(`${name} has no handler.`);
  return handler(params as Methods[Name]['params'], call);
}
