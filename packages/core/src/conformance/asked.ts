import type { ErrorInfo } from '../protocol/errors.js';
import type { Discovery } from '../protocol/generated/discover.js';
import type { Failure, ProgressParams, Request, Success } from '../protocol/generated/message.js';
import { METHODS, type Methods } from '../protocol/generated/methods.js';
import {
  validateFailure,
  validateProgress,
  validateSuccess,
  type Validator,
} from '../protocol/generated/validators.js';
import { whatIsWrongIn } from '../protocol/amiss.js';
import type { Peer } from '../transport/client/client.js';

/** Longest time that an answer may take, in milliseconds, before it counts as none. */
const LONGEST_MS = 60_000;

/** Why a check was not made: the engine does not name what it needs, or the transport cannot carry it. */
export class Skipped extends Error {}

/** Something is not as the protocol has it. */
export class Broken extends Error {}

/** What travels with a request beside its message. */
export interface Sending {
  readonly onProgress?: (progress: ProgressParams) => void;
  readonly signal?: AbortSignal;
}

/** A request's params, with or without what the suite adds. */
export type Params<Name extends keyof Methods> = Methods[Name]['params'];

/** An engine under test. Whatever it answers is held to the protocol. */
export class Asked {
  /** The same engine, asked by another client; absent where the transport has but one. */
  readonly other: Asked | undefined;
  /** Methods that have given a result. */
  readonly given = new Set<string>();
  readonly #peer: Peer;
  #requests = 0;
  #discovery: Promise<Discovery> | undefined;

  /** @param other another client of the same engine */
  constructor(peer: Peer, other?: Peer) {
    this.#peer = peer;
    this.other = other === undefined ? undefined : new Asked(other);
  }

  /** What it says of itself, asked once. */
  discovery(): Promise<Discovery> {
    this.#discovery ??= this.result('calm/discover', {});
    return this.#discovery;
  }

  /** @throws Skipped where it names no such method */
  async needs(...methods: readonly (keyof Methods)[]): Promise<void> {
    const { methods: named } = await this.discovery();
    const missing = methods.filter((method) => !named.includes(method));
    if (missing.length > 0) throw new Skipped(`it does not name ${missing.join(', ')}`);
  }

  /** An id that was not used yet. */
  newId(): string {
    return `check-${++this.#requests}`;
  }

  /** Sends what may be no request. */
  async send(
    message: { readonly id?: unknown },
    { onProgress, signal }: Sending = {},
  ): Promise<Success | Failure> {
    let broken: Broken | undefined;
    const told = (params: ProgressParams): void => {
      const progress = { jsonrpc: '2.0', method: '$/progress', params };
      if (!validateProgress(progress))
        broken ??= notAsItsSchema('$/progress', progress, validateProgress);
      onProgress?.(params);
    };
    const answer = held(await answered(this.#peer.send(message as Request, told, signal)));
    if (broken !== undefined) throw broken;
    expectEqual(answer.id, message.id, 'Id of the answer');
    return answer;
  }

  /**
   * Sends text that may be no request.
   *
   * @param signal ends the wait
   * @returns the next answer that belongs to no request; `undefined` where none came
   * @throws Skipped where messages do not travel as text
   */
  async sendText(text: string, signal = AbortSignal.timeout(LONGEST_MS)): Promise<unknown> {
    if (this.#peer.sendText === undefined) throw new Skipped('messages do not travel as text');
    return await this.#peer.sendText(text, signal);
  }

  /** The failure of text that is no request. */
  async refusedText(text: string): Promise<Failure> {
    const answer = held(await this.sendText(text));
    if (!('error' in answer)) throw new Broken('It was answered by a result.');
    return answer;
  }

  ask(method: string, params?: object, sending: Sending = {}): Promise<Success | Failure> {
    const message = { jsonrpc: '2.0', id: this.newId(), method, ...(params && { params }) };
    return this.send(message, sending);
  }

  /** What a method gives, held to its schema. */
  async result<Name extends keyof Methods>(
    method: Name,
    params: Params<Name>,
    sending: Sending = {},
  ): Promise<Methods[Name]['result']> {
    const answer = await this.ask(method, params, sending);
    if ('error' in answer) {
      const { code, message } = answer.error.data;
      throw new Broken(`${method} failed, ${code}: ${message}`);
    }
    const { result } = answer;
    const validate = METHODS[method].result as Validator<Methods[Name]['result']>;
    if (!validate(result)) throw notAsItsSchema(`The result of ${method}`, result, validate);
    this.given.add(method);
    return result;
  }

  /** The error that a request must end in. @param codes any of these */
  async refusal(method: string, params: object, ...codes: ErrorInfo['code'][]): Promise<ErrorInfo> {
    const answer = await this.ask(method, params);
    if (!('error' in answer)) {
      throw new Broken(`${method} was done, where ${codes.join(' or ')} is due.`);
    }
    const { data } = answer.error;
    if (codes.length > 0 && !codes.includes(data.code)) {
      throw new Broken(`${method} failed with ${data.code}, where ${codes.join(' or ')} is due.`);
    }
    return data;
  }
}

/** An answer as the protocol has it: an error has a code of the list, and tells what to do. */
function held(answer: unknown): Success | Failure {
  if (validateFailure(answer)) {
    const { data, message } = answer.error;
    if (data.message.trim() === '' || message.trim() === '')
      throw new Broken('An error says nothing.');
    if (data.hint.trim() === '') throw new Broken(`The error ${data.code} has no hint.`);
    return answer;
  }
  if (validateSuccess(answer)) return answer;
  const failed = typeof answer === 'object' && answer !== null && 'error' in answer;
  throw notAsItsSchema('The answer', answer, failed ? asFailed(answer) : validateSuccess);
}

/** {@link validateFailure}, whose errors are of this answer. */
function asFailed(answer: unknown): Validator<Failure> {
  validateFailure(answer);
  return validateFailure;
}

function notAsItsSchema(what: string, value: unknown, validate: Validator<unknown>): Broken {
  return new Broken(`${what} is not as its schema has it: ${whatIsWrongIn(value, validate)}.`);
}

async function answered(answer: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Broken(`It has not answered within ${LONGEST_MS / 1000} s.`));
    }, LONGEST_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** @throws Broken where they are not equal, as JSON */
export function expectEqual(found: unknown, expected: unknown, what: string): void {
  const [told, due] = [found, expected].map((each) => JSON.stringify(each) ?? 'nothing');
  if (told !== due) throw new Broken(`${what}: ${told}, where ${due} is due.`);
}

/** @throws Broken where it does not hold */
export function expectThat(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Broken(otherwise);
}

/** Between two questions about what takes its time. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
}
