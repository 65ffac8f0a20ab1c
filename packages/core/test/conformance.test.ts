import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { Asked, CHECKS } from '../src/conformance/conformance.js';
import {
  clientRecord,
  Clients,
  createEngine,
  newToken,
  serveHttp,
  Service,
  type Engine,
  type HttpServer,
} from '../src/index.js';
import type { Peer } from '../src/transport/client/client.js';
import { httpPeer } from '../src/transport/client/http.js';
import { inProcessPeer } from '../src/transport/in-process.js';
import { commandPeer } from '../src/transport/stdio.js';

const STDIO = fileURLToPath(new URL('serve-stdio.mjs', import.meta.url));

let engine: Engine;
let service: Service;
let server: HttpServer;
let peers: Record<string, Peer>;

beforeAll(async () => {
  engine = await createEngine();
  service = new Service(engine);
  const token = newToken();
  const clients = new Clients([clientRecord(token, { name: 'The tests', kind: 'native' })]);
  server = await serveHttp(service, { clients });
  peers = {
    'in process': inProcessPeer(service, { id: 'tests', name: 'The tests', files: true }),
    stdio: commandPeer(process.execPath, [STDIO]),
    HTTP: httpPeer(`http://localhost:${server.port}`, token),
  };
});

afterAll(async () => {
  for (const peer of Object.values(peers)) await peer[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  await service[Symbol.asyncDispose]();
  await engine.dispose();
});

describe.each(['in process', 'stdio', 'HTTP'])('the protocol: %s', (transport) => {
  it.each(CHECKS)('$name', async ({ run }) => {
    await run(new Asked(peers[transport]!));
  });
});
