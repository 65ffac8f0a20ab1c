/** The HTTP server as its own clients meet it. What strangers try is in http-attacks.test.ts. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  clientRecord,
  Clients,
  connectHttp,
  createEngine,
  newToken,
  offerPairing,
  pair,
  revokeClient,
  serveHttp,
  Service,
  type CalmError,
  type Engine,
  type HttpServer,
  type PairingOffer,
  type StandingOffer,
} from '../src/index.js';

const photo = (name: string) =>
  fileURLToPath(new URL(`../../../examples/photos/${name}`, import.meta.url));
const source = { kind: 'path', path: photo('sunset.jpg') } as const;
/** Takes seconds. */
const LONG = { source, include: ['score', 'suggestions'] as ('score' | 'suggestions')[] };
const PANEL = { name: 'Figma panel', version: '1.0' };

let engine: Engine;
let service: Service;
let server: HttpServer;
let url: string;
const native = newToken();
const clients = ours();

beforeAll(async () => {
  engine = await createEngine();
  service = new Service(engine);
  server = await serveHttp(service, { clients });
  url = `http://localhost:${server.port}`;
});

afterAll(async () => {
  await Promise.all([server[Symbol.asyncDispose](), service[Symbol.asyncDispose]()]);
  await engine.dispose();
});

function ours(): Clients {
  return new Clients([clientRecord(native, { name: 'This computer', kind: 'native' })]);
}

/** Shows a code, and gives it with what becomes of it. */
async function offered(signal?: AbortSignal) {
  let tell: (offer: PairingOffer) => void;
  const offer = new Promise<PairingOffer>((resolve) => (tell = resolve));
  const options = { onOffer: (each: PairingOffer) => tell(each), ...(signal && { signal }) };
  const outcome = offerPairing(url, native, options);
  // Told where it is awaited.
  outcome.catch(() => undefined);
  return { ...(await offer), outcome };
}

async function pairedToken(): Promise<string> {
  const { code, outcome } = await offered();
  const { token } = await pair(url, code, PANEL);
  await outcome;
  return token;
}

describe('the protocol on HTTP', () => {
  it('is spoken on both addresses that localhost may be', async () => {
    for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
      await using client = connectHttp(`http://${host}:${server.port}`, native);
      expect((await client.call('calm/discover', {})).methods).toContain('assess');
    }
  });

  it('says of a picture what the engine says, and how far it is', async () => {
    await using client = connectHttp(url, native);
    const told: string[] = [];
    const assessment = await client.call(
      'assess',
      { source },
      { onProgress: ({ done, total }) => told.push(`${done}/${total}`) },
    );
    expect(told).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect(assessment).toEqual(await engine.assess(source));
  });

  it('takes a request back', async () => {
    await using client = connectHttp(url, native);
    const controller = new AbortController();
    const asked = client.call('assess', LONG, {
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    // Nothing of it is left under way: a service that has to wait for it would end seconds later.
    await using small = new Service(engine, { limits: { requestsOfClient: 1 } });
    await using other = await serveHttp(small, { clients: ours() });
    await using one = connectHttp(`http://localhost:${other.port}`, native);
    const first = new AbortController();
    const under = one.call('assess', LONG, {
      signal: first.signal,
      onProgress: () => {
        first.abort();
      },
    });
    await expect(under).rejects.toMatchObject({ code: 'cancelled' });
    await expect
      .poll(
        () =>
          one.call('calm/discover', {}).then(
            () => 'answered',
            (error: CalmError) => error.code,
          ),
        { timeout: 2000 },
      )
      .toBe('answered');
  });

  it('gives one whole answer to who does not take events', async () => {
    const answer = await fetch(`${url}/rpc`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${native}` },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 7,
        method: 'assess',
        params: { source, meta: { progress: true } },
      }),
    });
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toMatchObject({ id: 7, result: { status: 'ok' } });
  });

  it('says of a body that is too large what to do, and does not cut the line first', async () => {
    await using small = new Service(engine, { limits: { messageBytes: 100_000 } });
    await using other = await serveHttp(small, { clients: ours() });
    await using client = connectHttp(`http://localhost:${other.port}`, native);
    const base64 = 'A'.repeat(8_000_000);
    await expect(
      client.call('assess', { source: { kind: 'bytes', base64 } }),
    ).rejects.toMatchObject({ code: 'too-large' });
  });

  it('answers a notification with nothing', async () => {
    const answer = await fetch(`${url}/rpc`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${native}` },
      body: '{"jsonrpc":"2.0","method":"calm/discover"}',
    });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });
});

describe('a client', () => {
  it('says in one way that nothing listens, or something else', async () => {
    await using nobody = connectHttp('http://localhost:1', native);
    await expect(nobody.call('calm/discover', {})).rejects.toMatchObject({
      code: 'remote-unreachable',
      message: 'No engine answers at http://localhost:1/rpc.',
    });
    const stranger = createServer((_, response) => response.end('<html>Welcome</html>'));
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const { port } = stranger.address() as AddressInfo;
    await using mistaken = connectHttp(`http://127.0.0.1:${port}`, native);
    await expect(mistaken.call('calm/discover', {})).rejects.toMatchObject({
      code: 'remote-failed',
    });
    stranger.close();
  });

  it('says that its token is unknown', async () => {
    await using client = connectHttp(url, newToken());
    await expect(client.call('calm/discover', {})).rejects.toMatchObject({ code: 'unauthorized' });
  });
});

describe('pairing', () => {
  it('lets a program in that was given the code, without files', async () => {
    const { code, outcome, expiresInMs } = await offered();
    expect(expiresInMs).toBe(120_000);
    const { token, name } = await pair(url, code, PANEL);
    expect(name).toBe('Figma panel');
    await expect(outcome).resolves.toEqual({ state: 'paired', name });
    await using panel = connectHttp(url, token);
    await expect(panel.call('assess', { source })).rejects.toMatchObject({ code: 'not-allowed' });
    await revokeClient(url, native, name);
  });

  it('ends with whoever shows the code', async () => {
    const controller = new AbortController();
    const offers = vi.spyOn(clients, 'offer');
    const { code, outcome } = await offered(controller.signal);
    const standing = offers.mock.results[0]?.value as StandingOffer;
    offers.mockRestore();
    controller.abort();
    await expect(outcome).rejects.toMatchObject({ code: 'cancelled' });
    await expect(standing.outcome).resolves.toEqual({ state: 'withdrawn' });
    await expect(pair(url, code, PANEL)).rejects.toThrow('No pairing code is waited for.');
  });

  it('says that a code is wrong, and that it is void', async () => {
    const { code, outcome } = await offered();
    const wrong = code === '000000' ? '111111' : '000000';
    for (let tries = 1; tries < 5; tries++) {
      await expect(pair(url, wrong, PANEL)).rejects.toMatchObject({ code: 'unauthorized' });
    }
    await expect(pair(url, wrong, PANEL)).rejects.toMatchObject({ code: 'busy' });
    await expect(outcome).resolves.toEqual({ state: 'guessed' });
  });

  it('is refused in any other shape', async () => {
    await expect(pair(url, '12345', PANEL)).rejects.toMatchObject({ code: 'invalid-request' });
    await expect(pair(url, '123456', { name: '' })).rejects.toMatchObject({
      code: 'invalid-request',
    });
    await expect(
      pair(url, '123456', { name: 'a', version: 'b'.repeat(5000) }),
    ).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('a client that is revoked', () => {
  it('is heard no more: its requests and jobs stop, and nobody else notices', async () => {
    const token = await pairedToken();
    await using panel = connectHttp(url, token);
    await using mine = connectHttp(url, native);
    const base64 = (await readFile(source.path)).toString('base64');
    const sent = { kind: 'bytes', base64 } as const;
    const assessMany = vi.spyOn(engine, 'assessMany');
    await panel.call('assess/start', { sources: Array.from({ length: 20 }, () => sent) });
    const job = assessMany.mock.lastCall?.[1]?.signal;
    assessMany.mockRestore();
    expect(job?.aborted).toBe(false);
    let begun: (() => void) | undefined;
    const under = new Promise<void>((resolve) => (begun = resolve));
    const asked = panel.call('assess', { ...LONG, source: sent }, { onProgress: () => begun?.() });
    const beside = mine.call('assess', { source });
    await under;
    await revokeClient(url, native, PANEL.name);
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    await expect(panel.call('calm/discover', {})).rejects.toMatchObject({ code: 'unauthorized' });
    await expect(beside).resolves.toMatchObject({ status: 'ok' });
    await expect(revokeClient(url, native, PANEL.name)).rejects.toMatchObject({
      code: 'invalid-request',
    });
    expect(job?.aborted).toBe(true);
  });
});

describe('the end of the server', () => {
  it('lets what is under way end, and says to others that it ends', async () => {
    const own = new Service(engine);
    const ending = await serveHttp(own, { clients: ours() });
    await using client = connectHttp(`http://localhost:${ending.port}`, native);
    let begun: (() => void) | undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const under = client.call('assess', { source }, { onProgress: () => begun?.() });
    await started;
    const ended = Promise.all([ending[Symbol.asyncDispose](), own[Symbol.asyncDispose]()]);
    await expect(under).resolves.toMatchObject({ status: 'ok' });
    await ended;
    await expect(client.call('calm/discover', {})).rejects.toMatchObject({
      code: 'remote-unreachable',
    });
  });

  it('withdraws the code that is shown', async () => {
    await using own = new Service(engine);
    const ending = await serveHttp(own, { clients: ours() });
    let tell: (() => void) | undefined;
    const shown = new Promise<void>((resolve) => (tell = resolve));
    const outcome = offerPairing(`http://localhost:${ending.port}`, native, {
      onOffer: () => tell?.(),
    });
    await shown;
    await ending[Symbol.asyncDispose]();
    await expect(outcome).resolves.toEqual({ state: 'withdrawn' });
  });

  it('comes at once where nothing is under way, whoever is connected', async () => {
    await using own = new Service(engine);
    const ending = await serveHttp(own, { clients: ours() });
    await using client = connectHttp(`http://localhost:${ending.port}`, native);
    await client.call('calm/discover', {});
    const began = performance.now();
    await ending[Symbol.asyncDispose]();
    await ending[Symbol.asyncDispose]();
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('a port that is taken', () => {
  it('is told, and on neither address anything listens then', async () => {
    await using own = new Service(engine);
    await expect(serveHttp(own, { clients: ours(), port: server.port })).rejects.toMatchObject({
      code: 'busy',
    });
    const stranger = createServer();
    await new Promise<void>((resolve) => stranger.listen(0, '::1', resolve));
    const { port } = stranger.address() as AddressInfo;
    await expect(serveHttp(own, { clients: ours(), port })).rejects.toMatchObject({ code: 'busy' });
    await using client = connectHttp(`http://127.0.0.1:${port}`, native);
    await expect(client.call('calm/discover', {})).rejects.toMatchObject({
      code: 'remote-unreachable',
    });
    stranger.close();
  });
});
