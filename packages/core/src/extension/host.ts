/**
 * The process of one extension: loads its module and does what the engine asks of it. What it may need to know of the engine comes by messages; what
 * it does to its process it does to nothing else.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ErrorInfo } from '../protocol/errors.js';
import type { PersonalizationStore } from '../personalization/store.js';
import type {
  AttributeInput,
  CommandRunner,
  ExtensionContext,
  ExtensionModule,
  Registrar,
  Reported,
  WriterRequest,
} from './api.js';
import { Channel } from './channel.js';
import type { Activation, FromExtension, ToExtension } from './messages.js';

/** Ends the process where its parent has gone, or it takes too much memory, whatever its main thread is busy with. */
const WATCHDOG = `
const { parentPort, workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const end = (why) => {
  if (why) writeSync(2, why + '\\n');
  process.kill(process.pid, 'SIGKILL');
};
setInterval(() => {
  if (process.ppid !== workerData.parent) end();
  const used = process.memoryUsage.rss();
  if (used > workerData.most) end('It used more than ' + Math.round(workerData.most / 1048576) + ' MB of memory.');
}, 500);
`;

const MOST_MEMORY = 1024 * 1024 * 1024;

const calls = new Map<number, { readonly controller: AbortController; readonly input: Channel }>();
const asked = new Map<number, { resolve: (result: unknown) => void; reject: (e: Error) => void }>();
const stores = new Map<number, PersonalizationStore>();
const registered = new Map<string, unknown>();
const ended = new AbortController();
let asks = 0;
let context: ExtensionContext | undefined;
let module: Partial<ExtensionModule> = {};

function tell(message: FromExtension): void {
  if (process.connected) process.send?.(message);
}

process.on('disconnect', () => {
  // eslint-disable-next-line no-restricted-properties -- this process is the extension's own
  process.exit(0);
});
process.on('message', (message: ToExtension) => {
  void receive(message);
});
new Worker(WATCHDOG, {
  eval: true,
  workerData: { parent: process.ppid, most: MOST_MEMORY },
}).unref();

async function receive(message: ToExtension): Promise<void> {
  switch (message.kind) {
    case 'activate':
      await activate(message);
      return;
    case 'call': {
      const { call, work, id, argument } = message;
      const controller = new AbortController();
      const input = new Channel(() => {
        tell({ kind: 'more', call });
      });
      calls.set(call, { controller, input });
      try {
        const result = await perform(work, id, argument, call, controller.signal, input);
        tell({ kind: 'done', call, result });
      } catch (error) {
        logFailure(error);
        tell({ kind: 'failed', call, message: messageOf(error), ...infoOf(error) });
      } finally {
        calls.delete(call);
      }
      return;
    }
    case 'push':
      calls.get(message.call)?.input.push(message.item);
      return;
    case 'end':
      calls.get(message.call)?.input.end();
      return;
    case 'cancel':
      calls.get(message.call)?.controller.abort();
      return;
    case 'answer':
      answered(message.ask, message.answer);
      return;
    case 'deactivate':
      ended.abort();
      try {
        await module.deactivate?.();
        for (const each of context?.subscriptions.reverse() ?? []) each[Symbol.dispose]();
      } catch (error) {
        tell({ kind: 'log', level: 'error', text: `It ended badly: ${messageOf(error)}` });
      }
      process.disconnect();
  }
}

async function activate({ id, main, contributes, settings, storage }: Activation): Promise<void> {
  const declared = (list: readonly { readonly id: string }[] | undefined): Registrar<never> => ({
    register(contribution, code) {
      if (!(list ?? []).some((each) => each.id === contribution)) {
        throw new Error(`The manifest does not contribute "${contribution}" here.`);
      }
      if (registered.has(contribution)) throw new Error(`"${contribution}" is registered already.`);
      registered.set(contribution, code);
      return { [Symbol.dispose]: () => void registered.delete(contribution) };
    },
  });
  const log = (level: 'info' | 'warn' | 'error') => (text: string) => {
    tell({ kind: 'log', level, text: String(text) });
  };
  try {
    const loaded = (await import(main)) as {
      default?: Partial<ExtensionModule>;
    } & Partial<ExtensionModule>;
    // A CommonJS module comes as the default of what is imported.
    module = loaded.activate === undefined ? (loaded.default ?? {}) : loaded;
    if (typeof module.activate !== 'function')
      throw new Error('It exports no function "activate".');
    context = {
      id,
      subscriptions: [],
      logger: { info: log('info'), warn: log('warn'), error: log('error') },
      storage: storageIn(storage),
      settings,
      signal: ended.signal,
      engine: {
        call: (method, params) =>
          new Promise((resolve, reject) => {
            const ask = ++asks;
            asked.set(ask, { resolve: resolve as (result: unknown) => void, reject });
            tell({ kind: 'ask', ask, method, params });
          }),
      },
      attributes: declared(contributes.attributes),
      decoders: declared(contributes.decoders),
      stores: declared(contributes.stores),
      commands: declared(contributes.commands),
      reporters: declared(contributes.reporters),
    };
    await module.activate(context);
    tell({ kind: 'active', registered: [...registered.keys()] });
  } catch (error) {
    logFailure(error);
    tell({ kind: 'failed', message: messageOf(error) });
  }
}

function storageIn(folder: string): ExtensionContext['storage'] {
  const file = path.join(folder, 'storage.json');
  let writing: Promise<void> = Promise.resolve();
  const all = async (): Promise<Record<string, unknown>> => {
    try {
      return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
      throw error;
    }
  };
  return {
    folder,
    async get(key) {
      await writing;
      return (await all())[key];
    },
    set(key, value) {
      const write = async (): Promise<void> => {
        const values = { ...(await all()), [key]: value };
        await mkdir(folder, { recursive: true });
        await writeFile(`${file}.new`, JSON.stringify(values));
        await rename(`${file}.new`, file);
      };
      const done = writing.then(write);
      writing = done.catch(() => undefined);
      return done;
    },
  };
}

/** What a contribution does, checked for being there; what it gives is checked by whoever asked. */
async function perform(
  work: Extract<ToExtension, { kind: 'call' }>['work'],
  id: string,
  argument: unknown,
  call: number,
  signal: AbortSignal,
  input: Channel,
): Promise<unknown> {
  if (work === 'store-call') return storeCall(argument as StoreCall);
  const code = registered.get(id);
  if (code === undefined) throw new Error(`It has registered nothing for "${id}".`);
  const item = (each: unknown): void => {
    tell({ kind: 'item', call, item: each });
  };
  switch (work) {
    case 'measure':
      return (code as { measure: (i: AttributeInput, c: object) => unknown }).measure(
        argument as AttributeInput,
        { signal },
      );
    case 'write': {
      const writer = code as { write: (r: WriterRequest, c: object) => AsyncIterable<string> };
      for await (const text of writer.write(argument as WriterRequest, { signal })) item(text);
      return undefined;
    }
    case 'report': {
      const reporter = code as {
        report: (r: AsyncIterable<Reported>, c: object) => AsyncIterable<string | Uint8Array>;
      };
      const results = input as AsyncIterable<unknown> as AsyncIterable<Reported>;
      for await (const part of reporter.report(results, { signal })) item(part);
      return undefined;
    }
    case 'run': {
      const progress = (done: number, total: number): void => {
        item({ done, total });
      };
      return inJson(await (code as CommandRunner)(argument as string[], { signal, progress }));
    }
    case 'store-open': {
      const opener = code as { open: (url: string) => Promise<PersonalizationStore> };
      const store = await opener.open(argument as string);
      stores.set(call, store);
      return { store: call, location: store.location };
    }
  }
}

/** A result as the protocol carries it, by way of JSON. */
function inJson(result: unknown): unknown {
  if (result === undefined) return undefined;
  try {
    return JSON.parse(JSON.stringify(result)) as unknown;
  } catch (error) {
    const [why] = messageOf(error).split('\n');
    throw new Error(`What it gave cannot be told in JSON: ${why}`, { cause: error });
  }
}

/** A method of a store that was opened. */
export interface StoreCall {
  readonly store: number;
  readonly method: string;
  readonly arguments: readonly unknown[];
}

async function storeCall({ store: number, method, arguments: given }: StoreCall): Promise<unknown> {
  const store = stores.get(number);
  if (store === undefined) throw new Error('This store is not open.');
  if (method === 'close') {
    stores.delete(number);
    await store[Symbol.asyncDispose]();
    return undefined;
  }
  const methods = store as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  const run = methods[method];
  if (typeof run !== 'function') throw new Error(`The store has no "${method}".`);
  return run.call(store, ...given);
}

function answered(ask: number, answer: unknown): void {
  const waiting = asked.get(ask);
  asked.delete(ask);
  const { result, error } = answer as {
    result?: unknown;
    error?: { message: string; data: { hint: string } };
  };
  if (error === undefined) waiting?.resolve(result);
  else waiting?.reject(new Error(`${error.message} ${error.data.hint}`));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Where the code of this process lies, which is none of the extension's. */
const HERE = new URL('.', import.meta.url).href;

/** Tells the author where in the extension it went wrong. */
function logFailure(error: unknown): void {
  if (!(error instanceof Error) || infoOf(error).info !== undefined) return;
  const lines = (error.stack ?? error.message).split('\n');
  const own = lines.filter(
    (line) => !/^ +at /u.test(line) || !(line.includes('node:') || line.includes(HERE)),
  );
  tell({ kind: 'log', level: 'error', text: own.join('\n') });
}

/** Stores throw errors of the engine's own, whose code tells what to do. */
function infoOf(error: unknown): { info?: ErrorInfo } {
  return error instanceof Error && 'toInfo' in error && typeof error.toInfo === 'function'
    ? { info: (error.toInfo as () => ErrorInfo)() }
    : {};
}
