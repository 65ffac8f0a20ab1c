/**
 * What every engine that speaks the protocol must do, whatever carries its messages: one list of checks, for servers and clients of others' making
 * too.
 *
 * @packageDocumentation
 */
import type { Failure, ProgressParams, Request, Success } from '../protocol/generated/message.js';
import { METHODS, type Methods } from '../protocol/generated/methods.js';
import {
  validateFailure,
  validateSuccess,
  type Validator,
} from '../protocol/generated/validators.js';
import type { Peer } from '../transport/client/client.js';

/** What is checked, and how. */
export interface Check {
  readonly name: string;
  /** @throws Error that says what was seen instead */
  readonly run: (engine: Asked) => Promise<void>;
}

/** A picture of the suite's own making, so that nothing is needed beside the engine: a field that grows lighter from left to right. */
function field(width: number, height: number) {
  const samples = Array.from({ length: width * height * 3 }, (_, index) =>
    String.fromCharCode(Math.floor((((index / 3) % width) / width) * 256)),
  );
  const base64 = btoa(samples.join(''));
  return { kind: 'pixels', base64, width, height, channels: 3, colourSpace: 'srgb' } as const;
}

/** An engine under test. */
export class Asked {
  readonly #peer: Peer;
  #requests = 0;

  constructor(peer: Peer) {
    this.#peer = peer;
  }

  /** Sends what may be no request. */
  async send(
    message: unknown,
    onProgress: (progress: ProgressParams) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<Success | Failure> {
    const answer = await this.#peer.send(message as Request, onProgress, signal);
    if (validateSuccess(answer) || validateFailure(answer)) return answer;
    throw new Error(`It answered with what is no answer: ${JSON.stringify(answer).slice(0, 200)}`);
  }

  async ask(method: string, params?: object): Promise<Success | Failure> {
    const id = `check-${++this.#requests}`;
    const answer = await this.send({ jsonrpc: '2.0', id, method, ...(params && { params }) });
    expectEqual(answer.id, id, 'The answer carries the id of another request');
    return answer;
  }

  /** What a method gives, held to its schema. */
  async result<Name extends keyof Methods>(
    method: Name,
    params: Omit<Methods[Name]['params'], never>,
  ): Promise<Methods[Name]['result']> {
    const answer = await this.ask(method, params);
    if ('error' in answer) throw new Error(`${method} failed: ${answer.error.message}`);
    const { result } = answer;
    const validate = METHODS[method].result as Validator<Methods[Name]['result']>;
    if (validate(result)) return result;
    const [first] = validate.errors ?? [];
    throw new Error(
      `The result of ${method} is not as its schema has it: ${first?.instancePath ?? ''} ${first?.message ?? ''}`,
    );
  }

  /** The code of the error that a request must end in. */
  async refusal(method: string, params?: object): Promise<string> {
    const answer = await this.ask(method, params);
    if ('error' in answer) return answer.error.data.code;
    throw new Error(`${method} was done, and should have been refused.`);
  }
}

export const CHECKS: readonly Check[] = [
  {
    name: 'calm/discover tells what the engine is, and everything it names answers',
    async run(engine) {
      const { methods, protocol } = await engine.result('calm/discover', {});
      if (!protocol.versions.includes(protocol.version))
        throw new Error('It does not speak its own version.');
      for (const method of methods) {
        const code = await engine.refusal(method, { meta: { protocol: '999.0' } });
        if (code === 'method-unknown') throw new Error(`${method} is named and unknown.`);
      }
    },
  },
  {
    name: 'an unknown method is said to be unknown',
    async run(engine) {
      const answer = await engine.ask('calm/no-such-method');
      if (!('error' in answer)) throw new Error('It was done.');
      expectEqual(answer.error.code, -32601, 'Code');
      expectEqual(answer.error.data.code, 'method-unknown', 'data.code');
    },
  },
  {
    name: 'a picture of pixels is assessed',
    async run(engine) {
      const { picture, score } = await engine.result('assess', { source: field(64, 48) });
      expectEqual(picture.width, 64, 'Width');
      if (score === undefined) throw new Error('It has no score.');
    },
  },
];

function expectEqual(found: unknown, expected: unknown, what: string): void {
  if (found === expected) return;
  throw new Error(`${what}: ${JSON.stringify(found)}, where ${JSON.stringify(expected)} is due.`);
}
