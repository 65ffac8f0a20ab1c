/** The engine in a worker thread of the host's own, asked over its port. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { Client, type Peer } from '../src/index.js';

const ENGINE = `
  const { parentPort } = require('node:worker_threads');
  import(${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)}).then(
    async ({ createEngine, Service }) => {
      const engine = await createEngine();
      const service = new Service(engine);
      parentPort.on('message', async (request) => {
        if (request === 'end') {
          await service[Symbol.asyncDispose]();
          await engine.dispose();
          parentPort.close();
        } else {
          const caller = { id: 'window', name: 'A window', files: true };
          parentPort.postMessage(await service.answer(request, caller));
        }
      });
    },
  ).catch(({ code, hint }) => parentPort.postMessage({ code, hint }));
`;

/** One request at a time. */
function peerOf(worker: Worker): Peer {
  return {
    async send(request) {
      worker.postMessage(request);
      const [answer] = (await once(worker, 'message')) as [unknown];
      return answer;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(worker, 'exit');
      worker.postMessage('end');
      expect(await ended).toEqual([0]);
    },
  };
}

it('is refused where it could not keep the runtime from reporting, with how to start the thread', async () => {
  delete process.env['ORT_DISABLE_TELEMETRY'];
  const worker = new Worker(ENGINE, { eval: true });
  const [error] = (await once(worker, 'message')) as [unknown];
  expect(error).toEqual({
    code: 'provider-unavailable',
    hint: expect.stringContaining('{ env: SHARE_ENV }') as string,
  });
  await worker.terminate();
});

it('answers whoever has its port, and ends when it is disposed of', async () => {
  await using client = new Client(peerOf(new Worker(ENGINE, { eval: true, env: SHARE_ENV })));
  const path = fileURLToPath(new URL('../../../examples/photos/sunset.jpg', import.meta.url));
  const { score } = await client.call('assess', { source: { kind: 'path', path } });
  expect(score?.value).toBeGreaterThan(5);
});
