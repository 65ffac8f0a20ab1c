/** What a hostile program or page may try on the HTTP server, byte by byte; and that a good client is answered after each try. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  clientRecord,
  Clients,
  connectHttp,
  createEngine,
  newToken,
  serveHttp,
  Service,
  type Engine,
  type HttpServer,
} from '../src/index.js';
import type { Failure, Success } from '../src/protocol/generated/message.js';
import { validateFailure } from '../src/protocol/generated/validators.js';

const PHOTO = fileURLToPath(new URL('../../../examples/photos/sunset.jpg', import.meta.url));
const MESSAGE_BYTES = 4 * 2 ** 20;
const CONNECTIONS = 64;

let engine: Engine;
let service: Service;
let server: HttpServer;
let folder: string;
let port: number;
const native = newToken();
const paired = newToken();
const clients = new Clients([
  clientRecord(native, { name: 'This computer', kind: 'native' }),
  clientRecord(paired, { name: 'The panel', kind: 'paired' }),
]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'calm-attacks-'));
  engine = await createEngine();
  service = new Service(engine, {
    limits: { messageBytes: MESSAGE_BYTES, requestsOfClient: 8, jobsOfClient: 2 },
  });
  server = await serveHttp(service, {
    clients,
    origins: ['https://allowed.example'],
    connections: CONNECTIONS,
    headersMs: 500,
    requestMs: 1000,
    idleMs: 1000,
  });
  port = server.port;
});

afterAll(async () => {
  await Promise.all([server[Symbol.asyncDispose](), service[Symbol.asyncDispose]()]);
  await engine.dispose();
  await rm(folder, { recursive: true });
});

afterEach(async () => {
  await using good = connectHttp(`http://localhost:${port}`, native);
  const { methods } = await good.call('calm/discover', {}, { signal: AbortSignal.timeout(5000) });
  expect(methods).toContain('assess');
});

const DISCOVER = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'calm/discover' });

/** What a request is made of, each part of which an attack replaces. */
interface Parts {
  readonly method?: string;
  readonly target?: string;
  /** In place of the usual ones of the same names; `undefined` leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

function requestOf({
  method = 'POST',
  target = '/rpc',
  headers = {},
  body = DISCOVER,
}: Parts): string {
  const all = {
    host: `localhost:${port}`,
    'content-type': 'application/json',
    authorization: `Bearer ${native}`,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

interface Answered {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Every answer on a connection until the server closes it. */
function answersIn(text: string): Answered[] {
  return text
    .split(/(?=HTTP\/1\.1 \d{3} )/u)
    .filter((part) => part !== '')
    .map((part) => {
      const [head = '', ...body] = part.split('\r\n\r\n');
      return { status: Number(head.slice(9, 12)), head, body: body.join('\r\n\r\n') };
    });
}

async function opened(): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined); // the server may cut it, and that is then seen by its close
  await once(socket, 'connect');
  return socket;
}

/** Whether it was reset or ended does not matter. */
async function closed(socket: Socket): Promise<void> {
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
}

async function untilClosed(socket: Socket): Promise<Answered[]> {
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await closed(socket);
  return answersIn(text);
}

/** Sends bytes as they are, and reads until the server closes. */
async function sent(bytes: string): Promise<Answered[]> {
  const socket = await opened();
  const answers = untilClosed(socket);
  socket.write(bytes);
  return answers;
}

/** The one answer to a request. */
async function asked(parts: Parts): Promise<Answered> {
  const answers = await sent(requestOf(parts));
  expect(answers).toHaveLength(1);
  return answers[0]!;
}

/** That a request was refused as it should be: by status, and with a failure for programs to read. */
function expectRefused({ status, body }: Answered, expected: number, code: string): Failure {
  expect([status, body.slice(0, 300)]).toEqual([expected, expect.any(String)]);
  const answer: unknown = JSON.parse(body);
  if (!validateFailure(answer)) throw new Error(`This is no failure: ${body}`);
  expect(answer).toMatchObject({ id: null, error: { data: { code } } });
  return answer;
}

const assess = (source: object, token = native): Promise<Answered> =>
  asked({
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'assess', params: { source } }),
  });

function codeOf({ body }: Answered): string | undefined {
  const answer = JSON.parse(body) as Success | Failure;
  return 'error' in answer ? answer.error.data.code : undefined;
}

describe('a page of another site', () => {
  it('cannot ask by a name of its own that leads here', async () => {
    for (const host of [
      `evil.example:${port}`,
      'localhost',
      `localhost:${port + 1}`,
      `localhost.evil.example:${port}`,
      `127.0.0.1.nip.io:${port}`,
      `0.0.0.0:${port}`,
      `localhost:${port}@evil.example`,
      '',
    ]) {
      expectRefused(await asked({ headers: { host } }), 403, 'not-allowed');
    }
    for (const host of ['LOCALHOST', '127.0.0.1', '[::1]']) {
      expect(await asked({ headers: { host: `${host}:${port}` } })).toMatchObject({ status: 200 });
    }
  });

  it('cannot give two hosts, or one in the target', async () => {
    const two = requestOf({}).replace('host:', 'host: evil.example\r\nhost:');
    expect((await sent(two)).map(({ status }) => status)).not.toContain(200);
    const target = `http://evil.example/rpc`;
    expectRefused(await asked({ target }), 404, 'invalid-request');
  });

  it('cannot ask with its origin, token or not', async () => {
    for (const origin of [
      'https://evil.example',
      `http://localhost:${port + 1}`,
      'https://allowed.example.evil.example',
      'https://allowed.example, https://evil.example',
      'file://',
    ]) {
      const answer = await asked({ headers: { origin } });
      expectRefused(answer, 403, 'not-allowed');
      expect(answer.head).not.toMatch(/access-control/iu);
      const preflight = await asked({ method: 'OPTIONS', headers: { origin }, body: '' });
      expectRefused(preflight, 403, 'not-allowed');
    }
  });

  it('is told that it may ask where it is allowed, and with which headers', async () => {
    for (const origin of ['https://allowed.example', 'null']) {
      const preflight = await asked({
        method: 'OPTIONS',
        headers: {
          origin,
          authorization: undefined,
          'content-type': undefined,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
          'access-control-request-private-network': 'true',
        },
        body: '',
      });
      expect(preflight.status).toBe(204);
      expect(preflight.head).toContain(`access-control-allow-origin: ${origin}\r\n`);
      expect(preflight.head).toContain(
        'access-control-allow-headers: authorization, content-type\r\n',
      );
      expect(preflight.head).toContain('access-control-allow-private-network: true');
      expect(preflight.head).not.toMatch(/credentials|\*/u);
      const answer = await asked({ headers: { origin } });
      expect(answer.status).toBe(200);
      expect(answer.head).toContain(`access-control-allow-origin: ${origin}\r\n`);
    }
  });

  it('has no origin in a sandboxed frame, and may nothing there without a token', async () => {
    const answer = await asked({ headers: { origin: 'null', authorization: undefined } });
    expectRefused(answer, 401, 'unauthorized');
    // The page may read why.
    expect(answer.head).toContain('access-control-allow-origin: null');
  });

  it('cannot send what needs no preflight', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      'application/json, text/plain',
      undefined,
    ]) {
      const answer = await asked({ headers: { 'content-type': type } });
      expectRefused(answer, 415, 'invalid-request');
    }
    expectRefused(await asked({ headers: { 'content-encoding': 'gzip' } }), 415, 'invalid-request');
  });

  it('cannot ask by navigating, embedding or upgrading', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'TRACE']) {
      const answer = await asked({ method, body: '', headers: { 'content-length': undefined } });
      expect(answer.status).toBe(405);
      expect(answer.head).toMatch(/allow: POST, OPTIONS/iu);
    }
    const upgrade = { connection: 'upgrade', upgrade: 'websocket', 'content-length': '0' };
    const [answer] = await sent(requestOf({ method: 'GET', body: '', headers: upgrade }));
    expect(answer?.status).toBe(405);
    const tunnel = await sent(
      `CONNECT evil.example:80 HTTP/1.1\r\nhost: localhost:${port}\r\n\r\n`,
    );
    expect(tunnel).toEqual([]);
  });
});

describe('a token', () => {
  it('is needed, and has to be the right one', async () => {
    for (const authorization of [
      undefined,
      '',
      'Bearer',
      'Bearer ',
      `Basic ${native}`,
      native,
      `Bearer ${native.slice(0, -1)}`,
      `Bearer ${native}a`,
      `Bearer ${newToken()}`,
      `Bearer ${clients.records[0]!.tokenSha256}`,
      `Bearer ${'a'.repeat(8000)}`,
      `Bearer ${paired}, Bearer ${native}`,
    ]) {
      const answer = await asked({ headers: { authorization } });
      expectRefused(answer, 401, 'unauthorized');
      expect(answer.head).toMatch(/www-authenticate: Bearer/iu);
      expect(answer.body).not.toContain(native);
    }
  });

  it('is not taken from the address, a cookie or the body', async () => {
    const without = { authorization: undefined };
    for (const target of [
      `/rpc?token=${native}`,
      `/rpc?access_token=${native}`,
      `/rpc#${native}`,
    ]) {
      expect([400, 404]).toContain((await asked({ target, headers: without })).status);
    }
    const cookie = await asked({ headers: { ...without, cookie: `token=${native}` } });
    expectRefused(cookie, 401, 'unauthorized');
    const body = JSON.stringify({ ...(JSON.parse(DISCOVER) as object), token: native });
    expectRefused(await asked({ headers: without, body }), 401, 'unauthorized');
  });

  it('of a paired client lets nobody else in or out', async () => {
    const headers = { authorization: `Bearer ${paired}` };
    for (const target of ['/pair/offer', '/clients/revoke']) {
      const body = JSON.stringify({ name: 'The panel' });
      expectRefused(await asked({ target, headers, body }), 403, 'not-allowed');
    }
  });
});

describe('paths', () => {
  it('are files of pictures, and nothing else, for who may name them', async () => {
    const link = path.join(folder, 'link.jpg');
    const secret = path.join(folder, 'secret.txt');
    const fifo = path.join(folder, 'fifo.jpg');
    const toDevice = path.join(folder, 'zero.jpg');
    const loop = path.join(folder, 'loop.jpg');
    await symlink(PHOTO, link);
    await writeFile(secret, 'a word that nobody may read');
    execFileSync('mkfifo', [fifo]);
    await symlink('/dev/zero', toDevice);
    await symlink(loop, loop);
    expect(codeOf(await assess({ kind: 'path', path: link }))).toBeUndefined();
    const refusals: [string, string][] = [
      [fifo, 'not-an-image'],
      ['/dev/zero', 'not-an-image'],
      ['/dev/stdin', 'not-an-image'],
      [toDevice, 'not-an-image'],
      [folder, 'not-an-image'],
      ['/', 'not-an-image'],
      [`${PHOTO}/../../../../../../../../../dev/zero`, 'file-not-found'],
      [path.join(folder, '../../../../../../../../dev/zero'), 'not-an-image'],
      [secret, 'not-an-image'],
      ['/proc/self/environ', 'empty-file'],
      [`${PHOTO}\0.jpg`, 'file-not-found'],
      ['file:///etc/passwd', 'file-not-found'],
      ['https://evil.example/picture.jpg', 'file-not-found'],
      ['a'.repeat(4000), 'file-not-found'],
    ];
    for (const [place, code] of refusals) {
      const answer = await assess({ kind: 'path', path: place });
      expect(answer.status).toBe(200);
      expect([place, codeOf(answer)]).toEqual([place, code]);
      expect(answer.body).not.toContain('a word that nobody may read');
    }
    expect(codeOf(await assess({ kind: 'path', path: loop }))).toMatch(/^file-/u);
  });

  it('are not looked at for who may not: whether a file is there is not told', async () => {
    const answers = await Promise.all(
      [PHOTO, '/no/such/file', '/dev/zero', ''].map((place) =>
        assess({ kind: 'path', path: place }, paired),
      ),
    );
    expect(answers.slice(0, 3).map(codeOf)).toEqual(['not-allowed', 'not-allowed', 'not-allowed']);
    expect(new Set(answers.slice(0, 3).map(({ body }) => body)).size).toBe(1);
  });
});

describe('a request that does not come', () => {
  it('loses its connection where its headers trickle', async () => {
    const socket = await opened();
    const answers = untilClosed(socket);
    socket.write(`POST /rpc HTTP/1.1\r\nhost: localhost:${port}\r\n`);
    const trickle = setInterval(() => socket.write('x-a: 1\r\n'), 50);
    const [answer] = await answers;
    clearInterval(trickle);
    expectRefused(answer!, 408, 'timed-out');
  });

  it('loses it where nothing comes at all', async () => {
    const socket = await opened();
    const began = performance.now();
    await untilClosed(socket);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it('loses it where its body trickles', async () => {
    const socket = await opened();
    const answers = untilClosed(socket);
    socket.write(requestOf({ headers: { 'content-length': '1000000' }, body: '{' }));
    const trickle = setInterval(() => socket.write(' '), 50);
    const [answer] = await answers;
    clearInterval(trickle);
    expectRefused(answer!, 408, 'timed-out');
  });

  it('is answered before its body is read where it has no right to be', async () => {
    const socket = await opened();
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    const headers = { authorization: undefined, 'content-length': '1000000' };
    socket.write(requestOf({ headers, body: '' }));
    await closed(socket);
    expectRefused(answersIn(text)[0]!, 401, 'unauthorized');
  });

  it('lies idle only so long after an answer', async () => {
    const answers = await sent(requestOf({ headers: { connection: 'keep-alive' } }));
    expect(answers.map(({ status }) => status)).toEqual([200]);
  });
});

describe('too much', () => {
  /** Writes chunks of a body as fast as they are taken, until the server has had enough. */
  async function endless(head: string, token: string | undefined): Promise<[Answered[], number]> {
    const socket = await opened();
    const answers = untilClosed(socket);
    const authorization = token === undefined ? undefined : `Bearer ${token}`;
    socket.write(
      requestOf({ headers: { authorization, 'content-length': undefined }, body: '' }).replace(
        '\r\n\r\n',
        `\r\n${head}\r\n\r\n`,
      ),
    );
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    let bytes = 0;
    while (!socket.destroyed && bytes < 4e9) {
      bytes += chunk.length;
      if (!socket.write(chunk)) {
        await Promise.race([
          new Promise((resolve) => socket.once('drain', resolve)),
          closed(socket),
        ]);
      }
    }
    return [await answers, bytes];
  }

  it('is not read where the body never ends', async () => {
    const [answers, bytes] = await endless('transfer-encoding: chunked', native);
    expectRefused(answers[0]!, 413, 'too-large');
    expect(answers).toHaveLength(1);
    expect(bytes).toBeGreaterThan(MESSAGE_BYTES);
    const [refused] = await endless('transfer-encoding: chunked', undefined);
    expectRefused(refused[0]!, 401, 'unauthorized');
  });

  it('is not read where more is told than is taken', async () => {
    const headers = { 'content-length': String(MESSAGE_BYTES + 1) };
    expectRefused(await asked({ headers, body: '{' }), 413, 'too-large');
    const huge = { 'content-length': '99999999999999999999999' };
    expect((await asked({ headers: huge, body: '{' })).status).toBeGreaterThanOrEqual(400);
  });

  it('is no request of its own where the body is larger than told', async () => {
    const smuggled = requestOf({ headers: { authorization: undefined } });
    const answers = await sent(
      requestOf({ headers: { connection: 'keep-alive' }, body: DISCOVER }).concat(smuggled),
    );
    // What follows is a second request, which has no token.
    expect(answers.map(({ status }) => status)).toEqual([200, 401]);
    const garbage = await sent(`${requestOf({ headers: { connection: 'keep-alive' } })}{"id":2}`);
    expect(garbage.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  it('is refused in headers', async () => {
    const one = requestOf({ headers: { 'x-long': 'a'.repeat(20_000) } });
    expectRefused((await sent(one))[0]!, 431, 'too-large');
    const many = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`x-${index}`, '1']),
    );
    expectRefused((await sent(requestOf({ headers: many })))[0]!, 431, 'too-large');
    const target = `/${'a'.repeat(20_000)}`;
    expectRefused((await sent(requestOf({ target })))[0]!, 431, 'too-large');
  });

  it('is refused in JSON that would take a minute to parse', async () => {
    const began = performance.now();
    const deep = await asked({ body: '['.repeat(MESSAGE_BYTES) });
    expectRefused(deep, 413, 'too-large');
    const wide = await asked({ body: `[${'{},'.repeat(MESSAGE_BYTES / 4)}0]` });
    expectRefused(wide, 413, 'too-large');
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('is refused in what is no JSON or no request', async () => {
    for (const body of ['', '{', 'null,', '\0', '{"jsonrpc":"2.0"', `${DISCOVER}${DISCOVER}`]) {
      const answer = expectRefused(await asked({ body }), 400, 'invalid-request');
      expect(answer.error.code).toBe(-32700);
    }
    for (const body of ['null', '[]', '1', `[${DISCOVER}]`, '{}', '{"__proto__":{"id":1}}']) {
      const answer = await asked({ body });
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.body)).toMatchObject({ id: null, error: { code: -32600 } });
    }
  });

  it('is refused in bodies at a time, which are forgotten with their connections', async () => {
    const length = MESSAGE_BYTES - 100;
    const all = { headers: { 'content-length': String(length) }, body: ' '.repeat(length - 1) };
    const sockets = await Promise.all(Array.from({ length: 6 }, opened));
    const heard = Promise.all(sockets.map(untilClosed));
    for (const socket of sockets) socket.write(requestOf(all));
    const answers = (await heard).flat();
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(2);
    expectRefused(refused[0]!, 429, 'busy');
    expect(refused[0]!.head).toMatch(/retry-after: 1/iu);
    const whole = DISCOVER.padEnd(length, ' ');
    for (let round = 0; round < 6; round++) {
      expect(await asked({ body: whole })).toMatchObject({ status: 200 });
    }
  });

  it('is refused in jobs, with when to come again', async () => {
    const source = { kind: 'path', path: PHOTO };
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'assess/start',
      params: { sources: Array.from({ length: 50 }, () => source) },
    });
    const answers = await Promise.all(Array.from({ length: 30 }, () => asked({ body })));
    const codes = answers.map(codeOf);
    const started = answers.filter((answer) => codeOf(answer) === undefined);
    expect(started).toHaveLength(2);
    expect(codes.filter((code) => code === 'busy')).toHaveLength(28);
    const { error } = JSON.parse(
      answers.find(({ body: text }) => text.includes('busy'))!.body,
    ) as Failure;
    expect(error.data.retryAfterMs).toBeGreaterThan(0);
    for (const { body: text } of started) {
      const { result } = JSON.parse(text) as { result: { job: string } };
      const params = { job: result.job };
      await asked({
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'job/cancel', params }),
      });
    }
  });
});

describe('a thousand connections', () => {
  it('take no place from who may ask, while they are open', async () => {
    const flood = await Promise.all(
      Array.from({ length: 1000 }, async () => {
        const socket = connect({ port, host: '127.0.0.1' });
        socket.on('error', () => undefined);
        await Promise.race([
          new Promise((resolve) => socket.once('connect', resolve)),
          closed(socket),
        ]);
        socket.write('POST /rpc HTTP/1.1\r\n');
        return socket;
      }),
    );
    expect(await asked({})).toMatchObject({ status: 200 });
    for (const socket of flood) socket.destroy();
  });

  it('do not cut off who waits for an answer', async () => {
    await using good = connectHttp(`http://127.0.0.1:${port}`, native);
    let begun: (() => void) | undefined;
    const under = new Promise<void>((resolve) => (begun = resolve));
    const answer = good.call(
      'assess',
      { source: { kind: 'path', path: PHOTO }, include: ['score', 'suggestions'] },
      { onProgress: () => begun?.() },
    );
    await under;
    const flood = await Promise.all(Array.from({ length: 2 * CONNECTIONS }, opened));
    expect(await answer).toMatchObject({ status: 'ok' });
    for (const socket of flood) socket.destroy();
  });
});

describe('smuggling', () => {
  const BODY = `${DISCOVER.length.toString(16)}\r\n${DISCOVER}\r\n0\r\n\r\n`;
  const rows: [string, () => string][] = [
    [
      'a length and chunks',
      () => requestOf({ headers: { 'transfer-encoding': 'chunked' }, body: BODY }),
    ],
    [
      'two lengths',
      () => requestOf({}).replace('content-length:', 'content-length: 3\r\ncontent-length:'),
    ],
    ['a length with a sign', () => requestOf({ headers: { 'content-length': '+5' } })],
    ['a negative length', () => requestOf({ headers: { 'content-length': '-5' } })],
    ['a list of lengths', () => requestOf({ headers: { 'content-length': '5, 5' } })],
    [
      'an encoding that is not the last',
      () =>
        requestOf({
          headers: { 'content-length': undefined, 'transfer-encoding': 'chunked, identity' },
          body: BODY,
        }),
    ],
    [
      'a hidden encoding',
      () => requestOf({ headers: { 'transfer-encoding': 'xchunked' }, body: BODY }),
    ],
    [
      'a length of a chunk that is none',
      () =>
        requestOf({
          headers: { 'content-length': undefined, 'transfer-encoding': 'chunked' },
          body: `0x1f\r\n${DISCOVER}\r\n0\r\n\r\n`,
        }),
    ],
    [
      'a folded header',
      () => requestOf({}).replace('connection:', 'x-a: 1\r\n folded\r\nconnection:'),
    ],
    [
      'a space before the colon',
      () => requestOf({}).replace('content-length:', 'content-length :'),
    ],
    ['bare line feeds', () => requestOf({}).replaceAll('\r\n', '\n')],
    ['a bare carriage return', () => requestOf({}).replace('connection:', 'x-a: 1\rconnection:')],
    ['a zero byte in a header', () => requestOf({ headers: { 'x-a': 'a\0b' } })],
    ['HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['TLS', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['another protocol', () => 'HELO evil.example\r\nMAIL FROM:<>\r\n'],
  ];
  it.each(rows)('by %s is refused, and ends the connection', async (_, bytes) => {
    const answers = await sent(bytes());
    expect(answers).toHaveLength(1);
    expectRefused(answers[0]!, 400, 'invalid-request');
  });
});

describe('pipelined requests', () => {
  it('are each admitted by themselves, and answered in order', async () => {
    const keep = { connection: 'keep-alive' };
    const assessing = JSON.stringify({
      jsonrpc: '2.0',
      id: 'slow',
      method: 'assess',
      params: { source: { kind: 'path', path: PHOTO } },
    });
    const answers = await sent(
      requestOf({ headers: keep, body: assessing }) +
        requestOf({ headers: { ...keep, authorization: undefined } }) +
        requestOf({}),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 200]);
    expect(JSON.parse(answers[0]!.body)).toMatchObject({ id: 'slow' });
  });

  it('in a flood are answered or refused, and forgotten when their connection goes', async () => {
    const socket = await opened();
    socket.write(requestOf({ headers: { connection: 'keep-alive' } }).repeat(2000));
    await once(socket, 'data');
    socket.destroy();
    await closed(socket);
  });
});

describe('who does not read the answer', () => {
  it('holds nobody up', async () => {
    const silent = await Promise.all(Array.from({ length: 20 }, opened));
    for (const socket of silent) {
      socket.pause();
      socket.write(requestOf({ headers: { connection: 'keep-alive' } }).repeat(50));
    }
    await using good = connectHttp(`http://localhost:${port}`, paired);
    await good.call('calm/discover', {});
    for (const socket of silent) socket.destroy();
  });
});

describe('the address', () => {
  it('is of this machine alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal, scopeid }) => !internal && !scopeid);
    for (const { address } of others) {
      const socket = connect({ port, host: address });
      const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
      expect(error.code).toBe('ECONNREFUSED');
    }
  });
});
