import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { CalmError } from '../protocol/errors.js';
import type { Message, Meta, ProgressParams, RequestId } from '../protocol/generated/message.js';
import { isProgress, parsed, tooLong } from '../protocol/rpc.js';
import type { Caller } from '../service/call.js';
import type { Service } from '../service/service.js';
import { Client, type Peer } from './client/client.js';
import { Connection } from './connection.js';
import { linesOf, type Line } from './lines.js';

/** Whoever can start the engine and write to it may read what the person may. */
const STDIO: Caller = { id: 'stdio', name: 'This program', files: true };

export interface StdioStreams {
  readonly input: Readable;
  readonly output: Writable;
  /** Ends the service: requests under way are taken back. */
  readonly signal?: AbortSignal;
}

/**
 * Serves one client by newline-delimited JSON, until its input ends and everything that it asked was answered, or until nobody reads the
 * answers any more. Answers come as they are ready.
 */
export async function serveStdio(
  service: Service,
  { input, output, signal }: StdioStreams,
): Promise<void> {
  const gone = new AbortController();
  const leave = (): void => {
    gone.abort();
    input.destroy();
  };
  output.on('error', leave);
  signal?.addEventListener('abort', leave, { once: true });
  const write = (message: Message | undefined): void => {
    if (message !== undefined && !gone.signal.aborted) output.write(`${JSON.stringify(message)}\n`);
  };
  const connection = new Connection(service, STDIO, write);
  gone.signal.addEventListener('abort', () => {
    connection.cancelAll();
  });
  const answering = new Set<Promise<void>>();
  try {
    for await (const line of linesOf(input, service.limits.messageBytes)) {
      const answer = answerTo(line, connection, service.limits.messageBytes).then(write);
      answering.add(answer);
      void answer.finally(() => answering.delete(answer));
      // A client that does not read its answers is not read either.
      if (output.writableNeedDrain) await once(output, 'drain', { signal: gone.signal });
    }
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  } finally {
    await Promise.all(answering);
    await service.forget(STDIO.id);
    signal?.removeEventListener('abort', leave);
    output.off('error', leave);
  }
}

async function answerTo(
  line: Line,
  connection: Connection,
  most: number,
): Promise<Message | undefined> {
  if (line === 'too-long') return tooLong(most);
  const read = parsed(line.text);
  return 'failure' in read ? read.failure : connection.receive(read.message);
}

/**
 * A client of an engine that is started for it, as by `calm serve --stdio`, and ends with it.
 *
 * @param command the program and its arguments
 */
export function connectCommand(
  [program, ...rest]: readonly [string, ...string[]],
  meta: Pick<Meta, 'client' | 'locale'> = {},
): Client {
  return new Client(commandPeer(program, rest), meta);
}

/** Carries messages to a program that is started for them. */
export function commandPeer(program: string, args: readonly string[]): Peer {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<RequestId, Waiting>();
  /** Wait for answers that belong to no request. */
  const others = new Set<Pick<Waiting, 'resolve' | 'reject'>>();
  let gone: CalmError | undefined;
  const leave = (why: string): void => {
    gone ??= new CalmError('remote-unreachable', `${program} ${why}.`, {
      hint: 'What it wrote to its standard error tells more.',
    });
    for (const { reject } of [...waiting.values(), ...others]) reject(gone);
    waiting.clear();
    others.clear();
  };
  child.on('error', ({ message }) => {
    leave(`cannot be started: ${message}`);
  });
  // What is written to a program that has ended is told by its end.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([status, signal]) => {
    leave(`ended (${String(signal ?? status)})`);
  });
  // A program that cannot be started is told to whoever asks.
  ended.catch(() => undefined);

  const receive = (text: string): void => {
    const message: unknown = JSON.parse(text);
    if (isProgress(message)) {
      waiting.get(message.params.request)?.onProgress(message.params);
      return;
    }
    const { id } = (message ?? {}) as { readonly id?: RequestId };
    const [other] = others;
    const asked = (id === undefined ? undefined : waiting.get(id)) ?? other;
    asked?.resolve(message);
  };
  void (async () => {
    try {
      for await (const line of linesOf(child.stdout, Number.POSITIVE_INFINITY)) {
        if (line !== 'too-long') receive(line.text);
      }
    } catch (error) {
      leave(`wrote what is no message: ${error instanceof Error ? error.message : String(error)}`);
      child.kill();
    }
  })();

  const write = (message: Message): void => {
    child.stdin.write(`${JSON.stringify(message)}\n`);
  };
  return {
    async send(request, onProgress, signal) {
      if (signal?.aborted === true) throw CalmError.cancelled('The request');
      if (gone !== undefined) throw gone;
      const cancel = (): void => {
        write({ jsonrpc: '2.0', method: '$/cancel', params: { request: request.id } });
      };
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(request.id, { resolve, reject, onProgress });
          write(request);
        });
      } finally {
        waiting.delete(request.id);
        signal?.removeEventListener('abort', cancel);
      }
    },
    async sendText(text, signal) {
      if (gone !== undefined) throw gone;
      return await new Promise((resolve, reject) => {
        const waits = {
          resolve: (answer: unknown) => {
            others.delete(waits);
            resolve(answer);
          },
          reject,
        };
        others.add(waits);
        signal.addEventListener('abort', () => waits.resolve(undefined), { once: true });
        child.stdin.write(`${text}\n`);
      });
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended.catch(() => undefined);
    },
  };
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: CalmError) => void;
  readonly onProgress: (progress: ProgressParams) => void;
}
