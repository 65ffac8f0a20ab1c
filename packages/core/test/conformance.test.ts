import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Asked, CHECKS, Skipped } from '../src/conformance/conformance.js';
import {
  clientRecord,
  Clients,
  createEngine,
  newToken,
  openExtensions,
  openStore,
  serveHttp,
  Service,
  type Engine,
  type Extensions,
  type HttpServer,
  type PersonalizationStore,
} from '../src/index.js';
import type { Peer } from '../src/transport/client/client.js';
import { httpPeer } from '../src/transport/client/http.js';
import { inProcessPeer } from '../src/transport/in-process.js';
import { commandPeer } from '../src/transport/stdio.js';

const ACME = fileURLToPath(new URL('fixtures/extensions/acme', import.meta.url));
const STDIO = fileURLToPath(new URL('serve-stdio.mjs', import.meta.url));

let folder: string;
let store: PersonalizationStore;
let engine: Engine;
let extensions: Extensions;
let service: Service;
let server: HttpServer;
let peers: Peer[];
let asked: Record<string, Asked>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calm-conformance-'));
  store = await openStore(join(folder, 'in-process.db'));
  engine = await createEngine({ store });
  extensions = await openExtensions([ACME], { trusted: () => true, storage: folder });
  service = new Service(engine, { extensions });
  const [one, other] = ['one', 'other'].map((id) =>
    inProcessPeer(service, { id, name: `Client ${id}`, files: true }),
  ) as [Peer, Peer];
  const stdio = commandPeer(process.execPath, [STDIO, join(folder, 'stdio.db')]);
  const tokens = [newToken(), newToken()] as const;
  const clients = new Clients(
    tokens.map((token, index) => clientRecord(token, { name: `Client ${index}`, kind: 'native' })),
  );
  server = await serveHttp(service, { clients });
  const [http, otherHttp] = tokens.map((token) =>
    httpPeer(`http://localhost:${server.port}`, token),
  ) as [Peer, Peer];
  peers = [one, other, stdio, http, otherHttp];
  asked = {
    'in process': new Asked(one, other),
    stdio: new Asked(stdio),
    HTTP: new Asked(http, otherHttp),
  };
});

afterAll(async () => {
  for (const peer of peers) await peer[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  await service[Symbol.asyncDispose]();
  await extensions[Symbol.asyncDispose]();
  await engine.dispose();
  await store[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Checks that a transport of ours cannot make; every other one is made. */
const SKIPPED: Readonly<Record<string, readonly string[]>> = {
  'in process': [
    'text that is no JSON fails with -32700 and the id null',
    'a message whose id cannot be one fails with the id null',
    'batches are refused',
    'nothing answers a notification, known or unknown',
    'a message that is longer than the limit fails with too-large, and the next is answered',
  ],
  stdio: [
    'a job does not exist for another client',
    'extensions are listed, and a command that none has is unknown',
  ],
  HTTP: [],
};

describe.each(Object.entries(SKIPPED))('the protocol %s', (transport, skipped) => {
  it.each(CHECKS)('$name', { timeout: 60_000 }, async ({ name, run }) => {
    const seen = run(asked[transport]!);
    if (skipped.includes(name)) await expect(seen).rejects.toThrow(Skipped);
    else expect(await seen).not.toBe('');
  });
});
