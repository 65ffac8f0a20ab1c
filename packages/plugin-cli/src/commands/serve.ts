import { once } from 'node:events';
import { CalmError, serveHttp, serveStdio, type HttpServer, type Service } from '@calm-sdk/core';
import { DONE, withEngine, type Context, type EngineFlags } from '../context.js';
import {
  claim,
  KeptClients,
  readHandshake,
  release,
  serverFolder,
  type Handshake,
} from '../server/files.js';
import { portTaken, runningServer, servesAlready, urlOf } from '../server/running.js';
import { withStore, type TasteFlags } from '../tastes/store.js';
import { VERSION } from '../version.js';

export interface ServeFlags extends EngineFlags, Pick<TasteFlags, 'store'> {
  readonly port: number;
  readonly origin: readonly string[];
  readonly stdio?: boolean;
}

/** `calm serve`: the protocol for other programs, until it is stopped, which is how it ends well. */
export async function serve(context: Context, flags: ServeFlags): Promise<number> {
  // What is checked before the model is opened costs nobody a second.
  const folder = flags.stdio === true ? undefined : await freeFolder(context);
  // To be stopped is no failure, so that it gives no status of its own.
  const uninterrupted = { ...context, interrupt: new AbortController().signal };
  return withStore(context, flags, 'read', (store) =>
    withEngine(
      uninterrupted,
      flags,
      async (_engine, _cache, service) => {
        const letGo = context.holdInterrupts();
        try {
          await (folder === undefined
            ? onStdio(context, service)
            : onHttp(context, service, flags, folder));
        } finally {
          letGo();
        }
        return DONE;
      },
      { store },
    ),
  );
}

async function onStdio(context: Context, service: Service): Promise<void> {
  const { stdin: input, stdout: output, interrupt: signal } = context;
  await serveStdio(service, { input, output, signal });
}

async function onHttp(
  context: Context,
  service: Service,
  { port, origin: origins }: ServeFlags,
  folder: string,
): Promise<void> {
  const { screen, interrupt } = context;
  const left = await readHandshake(folder);
  await using kept = await KeptClients.open(folder, ({ message }) => {
    screen.problem(message);
  });
  let server: HttpServer | undefined;
  try {
    server = await listening(service, { port, origins, clients: kept.clients }, left);
    const handshake: Handshake = {
      pid: process.pid,
      port: server.port,
      version: VERSION,
      startedAt: new Date().toISOString(),
    };
    if (!(await claim(folder, handshake, left))) {
      throw servesAlready((await readHandshake(folder)) ?? handshake);
    }
    try {
      screen.notice(`calm serves on ${urlOf(server.port)}; Ctrl-C stops it.`);
      if (!interrupt.aborted) await once(interrupt, 'abort');
      screen.notice('Stopping: what is under way may end.');
    } finally {
      await release(folder, handshake);
    }
  } finally {
    await Promise.all([server?.[Symbol.asyncDispose](), service[Symbol.asyncDispose]()]);
  }
}

/** One server writes to a data folder at a time. */
async function freeFolder({ env }: Context): Promise<string> {
  const folder = serverFolder(env);
  const running = await runningServer(folder);
  if (running !== undefined) throw servesAlready(running.handshake);
  return folder;
}

async function listening(
  service: Service,
  options: Parameters<typeof serveHttp>[1] & { readonly port: number },
  left: Handshake | undefined,
): Promise<HttpServer> {
  try {
    return await serveHttp(service, options);
  } catch (error) {
    if (!(error instanceof CalmError)) throw error;
    throw await portTaken(options.port, left);
  }
}
