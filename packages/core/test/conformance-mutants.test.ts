/** That the suite catches what it is for: engines that break the protocol in one way each. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Asked, Broken, CHECKS } from '../src/conformance/conformance.js';
import { createEngine, Service, type Engine } from '../src/index.js';
import type { Failure, Meta, ProgressParams, Request } from '../src/protocol/generated/message.js';
import type { Methods } from '../src/protocol/generated/methods.js';
import { notJson } from '../src/protocol/rpc.js';
import type { Caller } from '../src/service/call.js';
import { Connection } from '../src/transport/connection.js';
import type { Peer } from '../src/transport/client/client.js';

/** A request, as it may be. */
interface Asking {
  readonly jsonrpc?: string;
  readonly id?: unknown;
  readonly method?: string;
  readonly params?: {
    readonly sources?: readonly unknown[];
    readonly meta?: Meta;
    readonly unknown?: unknown;
  };
}

/** An answer, to be broken. */
interface Answer {
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: Failure['error'];
}

type Breaking = (answer: Answer, request: Asking) => object;

interface Mutant {
  /** Whom the service takes a client for. */
  readonly caller?: (id: string) => string;
  readonly request?: (message: Asking) => object;
  readonly answer?: Breaking;
  readonly text?: (text: string) => unknown;
  readonly progress?: (params: ProgressParams) => object | undefined;
  readonly cancels?: boolean;
}

/** By the check that must catch them. */
const MUTANTS: Readonly<Record<string, Readonly<Record<string, Mutant>>>> = {
  'calm/discover tells what the engine is, and every method that it names is known': {
    'names a method that it does not have': {
      answer: changed('calm/discover', (result) => result.methods.push('dream')),
    },
    'lacks a required field': {
      answer: changed('calm/discover', (result) => Object.assign(result, { limits: undefined })),
    },
  },
  'an answer carries the id of its request, text or whole number': {
    'makes numbers of ids': { answer: (answer) => ({ ...answer, id: Number(answer.id) || 0 }) },
    'makes text of ids': { answer: (answer) => ({ ...answer, id: String(answer.id) }) },
  },
  'text that is no JSON fails with -32700 and the id null': {
    'says nothing of it': { text: () => undefined },
    'takes it for a wrong request': {
      text: () => ({ ...notJson(), error: { ...notJson().error, code: -32600 } }),
    },
    'has no hint': {
      text: () => {
        const answer = notJson();
        return { ...answer, error: { ...answer.error, data: { ...answer.error.data, hint: '' } } };
      },
    },
  },
  'JSON that is no request fails with -32600': {
    'takes any version of JSON-RPC': { request: (message) => ({ ...message, jsonrpc: '2.0' }) },
    'uses another code': { answer: failing((error) => (error.code = -32000)) },
  },
  'batches are refused': {
    'answers the first of a batch': { text: (text) => (JSON.parse(text) as unknown[])[0] ?? text },
  },
  'nothing answers a notification, known or unknown': {
    'answers it': { text: () => notJson() },
  },
  'fields that are not known are passed over, wherever they stand': {
    'refuses what it does not know': {
      request: (message) =>
        Object.hasOwn(message.params ?? {}, 'unknown') ? { ...message, params: {} } : message,
    },
  },
  'an unknown method is said to be unknown': {
    'calls it a wrong request': {
      answer: failing((error) => (error.data.code = 'invalid-request')),
    },
    'has an error of its own': {
      answer: failing((error) => Object.assign(error.data, { code: 'no-idea' })),
    },
    'tells no hint': { answer: failing((error) => (error.data.hint = ' ')) },
  },
  'wrong params are refused by the name of what is wrong': {
    'does not say which': { answer: failing((error) => (error.data.message = 'Wrong.')) },
    'takes them': {
      answer: (answer) => ({ jsonrpc: '2.0', id: answer.id, result: {} }),
    },
  },
  'another major version of the protocol is refused, a newer minor one is spoken': {
    'speaks any': { request: (message) => ({ ...message, params: {} }) },
    'speaks its own alone': {
      request: (message) =>
        message.params?.meta?.protocol === '1.999'
          ? { ...message, params: { meta: { protocol: '2.0' } } }
          : message,
    },
  },
  'a picture is assessed from its samples, as PNG and as JPEG': {
    'turns them': {
      answer: changed('assess', ({ picture }) => {
        [picture.width, picture.height] = [picture.height, picture.width];
      }),
    },
    'has scores beyond the scale': {
      answer: changed('assess', ({ score }) => (score!.value = 11)),
    },
  },
  'the same picture is said the same of, under the stamps of calm/discover': {
    wavers: { answer: changed('assess', ({ score }) => (score!.value = Math.random() * 10)) },
  },
  'contributions add up exactly to what the score has over the mean of its reference': {
    'loses a hundredth': {
      answer: changed('assess', ({ score }) => (score!.contributions[0]!.value += 0.01)),
    },
  },
  'every attribute that calm/discover names for a kind of picture is read, in its order': {
    'leaves one out': { answer: changed('assess', ({ attributes }) => attributes.pop()) },
  },
  'pictures are ranked from best to worst, those that are none last': {
    'ranks the worst first': { answer: changed('rank', ({ results }) => results.reverse()) },
  },
  'a request that is not done by its deadline fails with timed-out': {
    'knows no deadline': {
      request: (message) =>
        message.method === 'rank'
          ? { ...message, params: { sources: message.params?.sources?.slice(0, 1) } }
          : message,
    },
  },
  'a request that is taken back stops, and the next is answered': {
    'goes on': {
      cancels: false,
      request: (message) =>
        message.method === 'rank'
          ? { ...message, params: { sources: message.params?.sources?.slice(0, 3) } }
          : message,
    },
  },
  'progress is told where it is asked for, up to all': {
    'goes backwards': {
      progress: ({ done, total, ...params }) => ({ ...params, done: total - done, total }),
    },
    'stops before the end': {
      progress: (params) => (params.done < params.total ? params : undefined),
    },
    'has another shape': { progress: (params) => ({ ...params, done: `${params.done}` }) },
    'is told to whoever wants none': {
      request: ({ params, ...message }) => ({
        ...message,
        params: { ...params, meta: { progress: true } },
      }),
    },
  },
  'a request that comes twice under one key is done once': {
    'does it twice': {
      request: (message) => {
        const { idempotencyKey: _, ...meta } = message.params?.meta ?? {};
        return { ...message, params: { ...message.params, meta } };
      },
    },
  },
  'every language that calm/discover names is spoken, with any region, and no other': {
    'speaks English to all': {
      request: (message) => ({ ...message, params: { ...message.params, meta: {} } }),
    },
  },
  'a job gives every result once, in order, by its cursor': {
    'starts anew every time': {
      request: (message) =>
        message.method === 'job/get'
          ? { ...message, params: { ...message.params, since: 0 } }
          : message,
    },
    'loses what it gave': { answer: changed('job/get', (page) => (page.results = [])) },
  },
  'a job that never was is unknown': {
    'says that it is done': {
      answer: (answer, { method }) =>
        method?.startsWith('job/')
          ? {
              jsonrpc: '2.0',
              id: answer.id,
              result: {
                job: 'x',
                state: 'done',
                done: 0,
                failed: 0,
                total: 0,
                cursor: 0,
                results: [],
                expiresInMs: 1,
              },
            }
          : answer,
    },
  },
  'a job does not exist for another client': { 'knows no clients': { caller: () => 'all' } },
  'a job that is cancelled stops, and keeps what it has': {
    'says that it runs': { answer: changed('job/cancel', (job) => (job.state = 'running')) },
  },
};

/** Changes what a method gives. */
function changed<Name extends keyof Methods>(
  of: Name,
  change: (result: Methods[Name]['result']) => unknown,
): Breaking {
  return (answer, { method }) => {
    if (method === of && answer.result !== undefined) {
      change(answer.result as Methods[Name]['result']);
    }
    return answer;
  };
}

/** Changes what is told of failures. */
function failing(change: (error: Failure['error']) => unknown): Breaking {
  return (answer) => {
    if (answer.error !== undefined) change(answer.error);
    return answer;
  };
}

let engine: Engine;
let service: Service;

beforeAll(async () => {
  engine = await createEngine();
  service = new Service(engine);
});

afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await engine.dispose();
});

const copy = <Message>(message: Message): Message => JSON.parse(JSON.stringify(message)) as Message;

/** Carries messages to the service, and breaks them on the way. */
function brokenPeer(mutant: Mutant, id: string): Peer {
  const caller: Caller = { id: mutant.caller?.(id) ?? id, name: id, files: true };
  const listeners = new Map<unknown, (params: ProgressParams) => void>();
  const connection = new Connection(service, caller, (message) => {
    const { params } = copy(message);
    const told = mutant.progress === undefined ? params : mutant.progress(params);
    if (told !== undefined) listeners.get(params.request)?.(told as ProgressParams);
  });
  const exchange = async (message: Asking): Promise<unknown> => {
    const answer = await connection.receive(mutant.request?.(copy(message)) ?? copy(message));
    if (answer === undefined) return undefined;
    return mutant.answer?.(copy(answer), message) ?? copy(answer);
  };
  return {
    async send(request: Request, onProgress, signal) {
      listeners.set(request.id, onProgress);
      if (mutant.cancels !== false) {
        const params = { request: request.id };
        signal?.addEventListener('abort', () => {
          void connection.receive({ jsonrpc: '2.0', method: '$/cancel', params });
        });
      }
      return await exchange(request);
    },
    async sendText(text) {
      if (mutant.text !== undefined) return mutant.text(text);
      try {
        return await exchange(JSON.parse(text) as Asking);
      } catch (error) {
        if (error instanceof SyntaxError) return notJson();
        throw error;
      }
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

const run = (name: string, mutant: Mutant): Promise<string> => {
  const check = CHECKS.find((each) => each.name === name);
  if (check === undefined) throw new Error(`There is no check "${name}".`);
  return check.run(new Asked(brokenPeer(mutant, 'one'), brokenPeer(mutant, 'other')));
};

it.each(Object.keys(MUTANTS))('"%s" holds of an engine that keeps it', async (name) => {
  expect(await run(name, {})).not.toBe('');
});

it.each(
  Object.entries(MUTANTS).flatMap(([name, mutants]) =>
    Object.entries(mutants).map(([how, mutant]) => ({ how, name, mutant })),
  ),
)('an engine that $how is caught by "$name"', async ({ name, mutant }) => {
  await expect(run(name, mutant)).rejects.toThrow(Broken);
});
