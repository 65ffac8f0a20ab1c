import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { Asked, CHECKS } from '../src/conformance/conformance.js';
import { createEngine, Service, type Engine } from '../src/index.js';
import type { Peer } from '../src/transport/client/client.js';
import { inProcessPeer } from '../src/transport/in-process.js';
import { commandPeer } from '../src/transport/stdio.js';

const STDIO = fileURLToPath(new URL('serve-stdio.mjs', import.meta.url));

let engine: Engine;
let service: Service;
let peers: Record<string, Peer>;

beforeAll(async () => {
  engine = await createEngine();
  service = new Service(engine);
  peers = {
    'in process': inProcessPeer(service, { id: 'tests', name: 'The tests', files: true }),
    stdio: commandPeer(process.execPath, [STDIO]),
  };
});

afterAll(async () => {
  for (const peer of Object.values(peers)) await peer[Symbol.asyncDispose]();
  await service[Symbol.asyncDispose]();
  await engine.dispose();
});

describe.each(['in process', 'stdio'])('the protocol %s', (transport) => {
  it.each(CHECKS)('$name', async ({ run }) => {
    await run(new Asked(peers[transport]!));
  });
});
