/**
 * The server as it is installed: a process of its own, the real engine, real sockets and signals.
 * It runs what `npm run build` has built.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectCommand, connectHttp, pair, type Client } from '@calm-sdk/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VERSION } from '../src/version.js';
import { end, type Ended } from './ended.js';

const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const PHOTO = fileURLToPath(new URL('../../../examples/photos/sunset.jpg', import.meta.url));
const source = { kind: 'path', path: PHOTO } as const;

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let data: string;
const children = new Set<ChildProcessWithoutNullStreams>();

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-serve-'));
  data = path.join(folder, 'data', 'calm');
});
afterEach(async () => {
  for (const child of children) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  children.clear();
  rmSync(folder, { recursive: true });
});

function start(...argv: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd: folder, env: environment() });
  children.add(child);
  return child;
}

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    XDG_DATA_HOME: path.join(folder, 'data'),
    NO_COLOR: '1',
    CALM_STORE: '',
  };
}

const calm = async (...argv: string[]): Promise<Ended> => end(start(...argv));

interface Server {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  readonly port: number;
  readonly url: string;
}

/** What matches in what a child writes, as soon as it does. */
async function heard(child: ChildProcessWithoutNullStreams, what: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer | string) => {
        text += chunk.toString();
        const found = what.exec(text)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    child.once('close', () => {
      reject(new Error(`It ended, having written: ${text}`));
    });
  });
}

async function served(...argv: string[]): Promise<Server> {
  const child = start('serve', '--port', '0', ...argv);
  const ended = end(child);
  const port = Number(await heard(child, /http:\/\/localhost:(\d+)/u));
  return { child, ended, port, url: `http://localhost:${port}` };
}

const inData = (name: string): string => path.join(data, name);
const tokenOf = (): string => readFileSync(inData('token'), 'utf8').trim();
const mine = ({ url }: Server): Client => connectHttp(url, tokenOf());

describe('calm serve', () => {
  it('says where it listens, answers whoever has the token, and ends well when it is stopped', async () => {
    const server = await served();
    await using client = mine(server);
    expect((await client.call('assess', { source })).status).toBe('ok');
    // Tastes are kept in the person's own store.
    await client.call('taste/create', { name: 'Anna' });
    for (const name of ['token', 'server.json']) {
      expect([name, statSync(inData(name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    expect(JSON.parse(readFileSync(inData('server.json'), 'utf8'))).toMatchObject({
      pid: server.child.pid,
      port: server.port,
    });
    server.child.kill('SIGINT');
    expect(await server.ended).toEqual({
      status: 0,
      stdout: '',
      stderr: `calm serves on ${server.url}; Ctrl-C stops it.\nStopping: what is under way may end.\n`,
    });
    expect(existsSync(inData('server.json'))).toBe(false);
    expect((await calm('taste', 'profiles')).stdout).toContain('Anna');
  });

  it('lets what is under way end, cancels jobs, and is not hurt by a second signal', async () => {
    const server = await served('--no-cache');
    await using client = mine(server);
    const sources = Array.from({ length: 500 }, () => source);
    await client.call('assess/start', { sources });
    let begun: (() => void) | undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const under = client.call('assess', { source }, { onProgress: () => begun?.() });
    await started;
    server.child.kill('SIGTERM');
    await heard(server.child, /(Stopping)/u);
    server.child.kill('SIGTERM');
    server.child.kill('SIGINT');
    await expect(under).resolves.toMatchObject({ status: 'ok' });
    expect((await server.ended).status).toBe(0);
  });

  it('is not held by who went away in the middle', async () => {
    const server = await served('--no-cache');
    await using client = mine(server);
    const controller = new AbortController();
    const { signal } = controller;
    const asked = client.call(
      'rank',
      { sources: [source, source, source, source] },
      {
        signal,
        onProgress: () => {
          controller.abort();
        },
      },
    );
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    await client.call('assess', { source });
    server.child.kill('SIGINT');
    // A process that something holds is ended by its signal, seconds later.
    expect((await server.ended).status).toBe(0);
  });

  it('takes over from one that was killed, and keeps its token', async () => {
    const first = await served();
    const token = tokenOf();
    first.child.kill('SIGKILL');
    await first.ended;
    expect(existsSync(inData('server.json'))).toBe(true);
    const second = await served();
    expect(tokenOf()).toBe(token);
    await using client = mine(second);
    await client.call('calm/discover', {});
  });

  it('says that a server runs already, and which', async () => {
    const server = await served();
    const { status, stderr } = await calm('serve', '--port', '0');
    expect(status).toBe(1);
    expect(stderr).toBe(
      `calm: calm ${VERSION} serves on port ${server.port} already, as process ${server.child.pid}. Use that one, or stop it first: kill ${server.child.pid}\n`,
    );
    await using client = mine(server);
    await client.call('calm/discover', {});
  });

  it('says who has the port: another program, or a server of another folder', async () => {
    const stranger = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
    stranger.listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;
    const foreign = await calm('serve', '--port', String(port));
    stranger.close();
    expect(foreign.status).toBe(1);
    expect(foreign.stderr).toContain(
      `Port ${port} cannot be had: another program listens on it, or it is reserved. To serve on another port: calm serve --port ${port + 1}`,
    );
    expect(existsSync(inData('server.json'))).toBe(false);

    const server = await served();
    const beside = spawn(process.execPath, [PROGRAM, 'serve', '--port', String(server.port)], {
      env: { ...environment(), XDG_DATA_HOME: path.join(folder, 'other') },
    });
    expect((await end(beside)).stderr).toContain(
      `A calm server of another person, or with another data folder, has port ${server.port}.`,
    );
  });

  it('speaks on standard input and output, where nothing else is written', async () => {
    const child = start('serve', '--stdio');
    const ended = end(child);
    child.stdin.end('{"jsonrpc":"2.0","id":1,"method":"calm/discover"}\nno message\n');
    const { status, stdout, stderr } = await ended;
    expect([status, stderr]).toEqual([0, '']);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown });
    expect(answers.map(({ id }) => id).sort()).toEqual([1, null]);
    vi.stubEnv('XDG_DATA_HOME', path.join(folder, 'data'));
    vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'cache'));
    await using client = connectCommand([process.execPath, PROGRAM, 'serve', '--stdio']);
    expect((await client.call('assess', { source })).status).toBe('ok');
    vi.unstubAllEnvs();
  });

  it.each([
    [['--port', '70000'], 'Expected a whole number from 0 to 65535.'],
    [['--origin', 'example.com'], 'Expected a scheme and a host'],
    [['--origin', '*'], 'Expected a scheme and a host'],
    [['--origin', 'https://example.com/path'], 'Expected a scheme and a host'],
    [['--stdio', '--port', '8000'], '--stdio listens nowhere'],
  ])('refuses %j', async (argv, message) => {
    const { status, stderr } = await calm('serve', ...argv);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('says of a list of clients that is damaged which file that is', async () => {
    const server = await served();
    server.child.kill('SIGTERM');
    await server.ended;
    writeFileSync(inData('clients.json'), '{"clients":[{"name":');
    const { status, stderr } = await calm('serve', '--port', '0');
    expect(status).toBe(1);
    expect(stderr).toContain(`${inData('clients.json')} is not as it was written.`);
  });
});

describe('calm pair', () => {
  it('lets a program in by a code, which calm clients then lists, and revokes at once', async () => {
    const server = await served('--origin', 'https://allowed.example');
    const pairing = start('pair');
    const paired = end(pairing);
    const code = await heard(pairing, /(\d{3} \d{3})/u);
    const { token } = await pair(server.url, code, { name: 'Figma panel' });
    expect(await paired).toMatchObject({
      status: 0,
      stdout: `${code}\nFigma panel is paired.\n`,
    });
    await using panel = connectHttp(server.url, token);
    await expect(panel.call('assess', { source })).rejects.toMatchObject({ code: 'not-allowed' });

    expect((await calm('clients')).stdout).toMatch(/Program .*\nFigma panel {2}\d{4}-\d\d-\d\d/u);
    const kept = readFileSync(inData('clients.json'), 'utf8');
    expect(kept).not.toContain(token);
    expect(statSync(inData('clients.json')).mode & 0o777).toBe(0o600);

    expect(await calm('clients', 'revoke', 'Figma panel')).toMatchObject({
      status: 0,
      stdout: 'Figma panel may ask no more.\n',
    });
    await expect(panel.call('calm/discover', {})).rejects.toMatchObject({ code: 'unauthorized' });
    expect((await calm('clients', '--format', 'json')).stdout).toBe('{"clients":[]}\n');
    const again = await calm('clients', 'revoke', 'Figma panel');
    expect([again.status, again.stderr]).toEqual([
      1,
      'calm: No paired client is called "Figma panel". None is paired.\n',
    ]);
  });

  it('is remembered by the next server, and revoked where none runs', async () => {
    const first = await served();
    const pairing = start('pair');
    const code = await heard(pairing, /(\d{3} \d{3})/u);
    const { token } = await pair(first.url, code, { name: 'Panel' });
    first.child.kill('SIGTERM');
    await first.ended;
    const second = await served();
    await connectHttp(second.url, token).call('calm/discover', {});
    second.child.kill('SIGTERM');
    await second.ended;
    expect((await calm('clients', 'revoke', 'Panel')).status).toBe(0);
    const third = await served();
    await expect(connectHttp(third.url, token).call('calm/discover', {})).rejects.toMatchObject({
      code: 'unauthorized',
    });
  });

  it('says that it needs a server, and takes its code back when it is stopped', async () => {
    const { status, stderr } = await calm('pair');
    expect([status, stderr]).toEqual([
      1,
      'calm: no server runs here. Start one, and leave it running: calm serve\n',
    ]);
    const server = await served();
    const pairing = start('pair');
    const ended = end(pairing);
    await heard(pairing, /(\d{3} \d{3})/u);
    pairing.kill('SIGINT');
    expect((await ended).status).toBe(130);
    const other = start('pair');
    const told = end(other);
    await heard(other, /(\d{3} \d{3})/u);
    server.child.kill('SIGTERM');
    expect(await told).toMatchObject({ status: 1 });
    expect((await told).stderr).toContain('the code is void');
  });

  it('says that it makes the code of another void, and so does that one', async () => {
    const server = await served();
    const first = start('pair');
    const ended = end(first);
    await heard(first, /(\d{3} \d{3})/u);
    const second = start('pair');
    const paired = end(second);
    const code = await heard(second, /(\d{3} \d{3})/u);
    expect(await ended).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('another calm pair shows a newer one') as string,
    });
    await pair(server.url, code, { name: 'Panel' });
    expect(await paired).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('Another calm pair was waiting') as string,
    });
  });
});
