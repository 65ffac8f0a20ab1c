/** The specs of the simulator, which are in Lua: each file of `simulator/` runs in a process of its own against a small server. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isPresent } from '../../../scripts/needs.mjs';

interface SpecResult {
  readonly name: string;
  /** Why it failed. */
  readonly message?: string;
}

const specs = fileURLToPath(new URL('simulator/', import.meta.url));
const hasLua = isPresent('lua-socket');
const files = (await readdir(specs)).filter((file) => file !== 'spec.lua').sort();
const results = hasLua ? await runAll() : new Map<string, SpecResult[]>();

describe.each(files)('the simulator, %s [needs lua-socket]', (file) => {
  const ofFile = results.get(file) ?? [];
  test.skipIf(!hasLua)('has specs', () => expect(ofFile.length).toBeGreaterThan(3));
  for (const { name, message } of ofFile)
    test(name, () => {
      if (message !== undefined) expect.fail(message);
    });
});

async function runAll(): Promise<Map<string, SpecResult[]>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'calm-simulator-'));
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, 'localhost');
  await once(server, 'listening');
  try {
    const found = new Map<string, SpecResult[]>();
    for (const file of files) found.set(file, await run(file, folder, portOf(server.address())));
    return found;
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  }
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

async function run(file: string, folder: string, port: number): Promise<SpecResult[]> {
  const given = path.join(folder, `${file}.json`);
  const own = path.join(folder, path.parse(file).name);
  await writeFile(given, JSON.stringify({ folder: own, port, declared: await readDeclared() }));
  const { stdout } = await promisify(execFile)(
    'lua5.1',
    [path.join(specs, 'spec.lua'), file, given],
    {
      maxBuffer: 2 ** 24,
    },
  );
  return JSON.parse(stdout) as SpecResult[];
}

/** The members of each interface in the types of the SDK: all that the plug-in may ask for. */
async function readDeclared(): Promise<Record<string, string[]>> {
  const folder = fileURLToPath(new URL('../src/sdk/', import.meta.url));
  const declared: Record<string, string[]> = {};
  for (const file of await readdir(folder)) {
    const text = await readFile(path.join(folder, file), 'utf8');
    for (const [, name = '', body = ''] of text.matchAll(/^interface (\w+) \{\n(.*?)^\}/gmsu))
      declared[name] = [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[(<:]/gmu)].map(
        ([, member = '']) => member,
      );
  }
  return declared;
}

/** What `simulator/http.lua` describes. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const url = request.url ?? '';
  if (url === '/echo') {
    const { 'content-type': types, 'content-length': lengths } = request.headersDistinct;
    response.setHeader('X-Spec', 'answered');
    response.end([request.method, types, lengths, body].join(' '));
  } else if (url === '/length') response.end(String(body.length));
  else if (url === '/large') response.end('x'.repeat(4_000_000));
  else if (url === '/slow') setTimeout(() => response.end('slow'), 300);
  else if (url === '/chunked') {
    for (const part of ['one ', 'two ']) response.write(part);
    response.end('three');
  } else if (url === '/cut') {
    response.setHeader('Content-Length', 100);
    response.write('begins');
    setTimeout(() => response.destroy(), 50);
  } else if (url.startsWith('/status/')) {
    response.statusCode = Number(url.slice('/status/'.length));
    response.end(`status ${String(response.statusCode)}`);
  }
}
