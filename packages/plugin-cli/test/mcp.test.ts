/** `calm mcp` as agents meet it: the process as it is built, spoken to by the protocol's own client, in both of its eras. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, type CallToolResult } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { end } from './ended.js';

const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const PHOTOS = fileURLToPath(new URL('../../../examples/photos/', import.meta.url));
const ROCKET = path.join(PHOTOS, 'rocket.jpg');
const CAT = path.join(PHOTOS, 'cat.png');
const TOOLS = [
  ...['assess', 'compare', 'rank', 'ask', 'suggest'],
  ...['taste_profiles', 'taste_create', 'taste_say', 'taste_report', 'taste_next'],
];

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-mcp-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const environment = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  XDG_CACHE_HOME: path.join(folder, 'cache'),
  XDG_DATA_HOME: path.join(folder, 'data'),
});

async function connected(mode: 'legacy' | { pin: string }): Promise<Client> {
  const client = new Client({ name: 'a test', version: '1.0.0' }, { versionNegotiation: { mode } });
  const parameters = { command: process.execPath, args: [PROGRAM, 'mcp'], env: environment() };
  await client.connect(new StdioClientTransport(parameters));
  return client;
}

const textOf = ({ content }: CallToolResult): string =>
  content.map((each) => (each.type === 'text' ? each.text : '')).join('');

describe.each([
  ['2025-11-25', 'legacy'],
  ['2026-07-28', { pin: '2026-07-28' }],
] as const)('an agent that speaks %s', (version, mode) => {
  let client: Client;
  beforeAll(async () => {
    client = await connected(mode);
  });
  afterAll(async () => {
    await client.close();
  });

  const call = async (
    name: string,
    given: Record<string, unknown> = {},
    options: Parameters<Client['callTool']>[1] = {},
  ): Promise<CallToolResult> => client.callTool({ name, arguments: given }, options);

  it('finds tools that say what they do and whether they write', async () => {
    expect(client.getNegotiatedProtocolVersion()).toBe(version);
    expect(client.getInstructions()).toContain('on this machine');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(TOOLS);
    const writing = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true);
    expect(writing.map(({ name }) => name)).toEqual(['taste_create', 'taste_say']);
    // What every conversation pays for before anything was asked: some four thousand tokens.
    expect(JSON.stringify(tools).length).toBeLessThan(20_000);
  });

  it('gets a score, its reasons, and an image with the weaknesses marked', async () => {
    const assessed = await call('assess', { path: ROCKET });
    expect(assessed.structuredContent).toMatchObject({ picture: ROCKET, kind: 'photograph' });
    const { score, weaknesses, comment } = assessed.structuredContent as {
      score: number;
      weaknesses: { attribute: string; marked?: string }[];
      comment: string;
    };
    expect(textOf(assessed)).toContain(`${score.toFixed(1)} of 10`);
    expect(textOf(assessed)).toContain(comment);
    expect(weaknesses[0]).toMatchObject({ attribute: 'vignetting', marked: 'red' });
    const images = assessed.content.filter(({ type }) => type === 'image');
    expect(images).toMatchObject([{ mimeType: 'image/jpeg' }]);
    const { content } = await call('assess', { path: ROCKET, image: false });
    expect(content.map(({ type }) => type)).toEqual(['text']);
  });

  it('gets the same for bytes as for the file', async () => {
    const base64 = readFileSync(ROCKET).toString('base64');
    const { picture: _file, ...file } = (await call('assess', { path: ROCKET }))
      .structuredContent as Record<string, unknown>;
    const { picture: _bytes, ...bytes } = (await call('assess', { base64 }))
      .structuredContent as Record<string, unknown>;
    expect(bytes).toEqual(file);
  });

  it('compares, ranks, asks and gets suggestions', async () => {
    const compared = await call('compare', {
      pictures: [
        { path: ROCKET },
        { path: path.join(PHOTOS, 'dahlia.jpg') },
        { path: '/gone.jpg' },
      ],
    });
    expect(compared.structuredContent).toMatchObject({
      order: [path.join(PHOTOS, 'dahlia.jpg'), ROCKET],
      pairs: [{ too_close: false }],
      failed: [{ picture: '/gone.jpg', code: 'file-not-found' }],
    });

    const steps: number[] = [];
    const ranked = await call(
      'rank',
      { folder: PHOTOS, top: 2 },
      { onprogress: ({ progress }) => steps.push(progress) },
    );
    expect(ranked.structuredContent).toMatchObject({
      pictures: [
        { place: 1, of: 14 },
        { place: 2, of: 14 },
      ],
      failed: [],
    });
    expect(steps.length).toBeGreaterThan(0);

    const asked = await call('ask', { path: CAT, question: 'Is there a cat in it?' });
    expect(asked.structuredContent).toMatchObject({ status: 'answered', answer: 'yes' });
    const unknown = await call('ask', { path: CAT, question: 'Who took it?' });
    expect(unknown.structuredContent).toMatchObject({ status: 'cannot-tell' });

    const suggested = await call('suggest', { path: CAT });
    expect(suggested.structuredContent).toMatchObject({
      suggestions: [{ attribute: 'under-exposure', edit: { operation: 'expose' } }],
    });
  });

  it('teaches a taste, and is told what to rate without scores', async () => {
    const profile = `Anna ${version}`;
    expect(textOf(await call('taste_create', { profile }))).toContain(profile);
    const noted = await call('taste_say', {
      profile,
      ratings: [
        { path: ROCKET, stars: 5 },
        { path: CAT, stars: 1 },
      ],
      choices: [{ preferred: { path: ROCKET }, over: { path: CAT } }],
    });
    expect(noted.structuredContent).toEqual({ pictures: 2 });
    const { structuredContent: listed } = await call('taste_profiles');
    expect(listed).toMatchObject({
      profiles: expect.arrayContaining([{ name: profile, kinds: [] }]) as unknown,
    });
    const reported = await call('taste_report', { profile });
    expect(reported.structuredContent).toMatchObject({
      reports: [{ kind: 'photograph', opinions: 3, pictures: 2, verdict: 'few' }],
    });
    const next = await call('taste_next', { profile, folder: PHOTOS, count: 3 });
    const { pictures } = next.structuredContent as { pictures: { picture: string }[] };
    expect(pictures).toHaveLength(3);
    expect(pictures.map(({ picture }) => picture)).not.toContain(CAT);
    expect(textOf(next)).not.toContain(' of 10');
    const own = await call('assess', { path: CAT, profile, image: false });
    expect(own.structuredContent).toMatchObject({ personal: { profile, opinions: 3 } });
  });

  it.each([
    ['a file that is not there', 'assess', { path: '/gone.jpg' }, /gone\.jpg does not exist/u],
    ['no picture', 'assess', {}, /either "path" or "base64"/u],
    ['no base64', 'assess', { base64: 'data:image/png;base64,AA' }, /no base64/u],
    ['a slip of a name', 'assess', { file: CAT }, /takes no file\. It takes: path, base64/u],
    ['no folder', 'rank', { folder: CAT }, /no folder .*cat\.png/u],
    ['an unknown person', 'assess', { path: CAT, profile: 'Zoe' }, /no taste profile "Zoe"/u],
    ['a name of no text', 'taste_create', { profile: 'An\0na' }, /"An\\u0000na".* NUL character/u],
    ['nothing said', 'taste_report', { profile: 'Zoe' }, /no taste profile "Zoe"/u],
  ])('is told what is wrong and what to do: %s', async (_name, tool, given, expected) => {
    const answer = await call(tool, given);
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toMatch(expected);
  });

  it('takes a call back', async () => {
    const stopping = new AbortController();
    const ranking = call(
      'rank',
      { folder: PHOTOS },
      { signal: stopping.signal, onprogress: () => stopping.abort() },
    );
    await expect(ranking).rejects.toThrow(/abort/iu);
    const { structuredContent } = await call('assess', { path: CAT, image: false });
    expect(structuredContent).toMatchObject({ picture: CAT });
  });
});

describe('calm mcp', () => {
  const start = (...more: string[]): ChildProcessWithoutNullStreams =>
    spawn(process.execPath, [PROGRAM, 'mcp', ...more], { env: environment() });

  /** Opens, asks to rank, and waits until that is under way. */
  async function underWay(child: ChildProcessWithoutNullStreams): Promise<void> {
    const write = (message: object): void => {
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    };
    const clientInfo = { name: 'a test', version: '1.0.0' };
    const opening = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo };
    write({ id: 1, method: 'initialize', params: opening });
    await once(child.stdout, 'data');
    write({ method: 'notifications/initialized' });
    const asked = { name: 'rank', arguments: { folder: PHOTOS }, _meta: { progressToken: 1 } };
    write({ id: 2, method: 'tools/call', params: asked });
    await once(child.stdout, 'data');
  }

  it('answers what it was asked before its input ended, and what is no message', async () => {
    const child = start('--no-cache');
    const ended = end(child);
    await underWay(child);
    child.stdin.end('no message\n{"id": 3}\n');
    const { status, stdout, stderr } = await ended;
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id?: number | null });
    expect(answers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 2,
          result: expect.objectContaining({
            structuredContent: expect.objectContaining({ failed: [] }) as unknown,
          }) as unknown,
        }),
        expect.objectContaining({
          id: null,
          error: expect.objectContaining({ code: -32700 }) as unknown,
        }),
        expect.objectContaining({
          id: 3,
          error: expect.objectContaining({ code: -32600 }) as unknown,
        }),
      ]),
    );
  });

  it('ends where nobody reads its answers', async () => {
    const child = start('--no-cache');
    await underWay(child);
    child.stdout.destroy();
    expect((await once(child, 'close'))[0]).toBe(0);
  });

  it('ends by Ctrl-C, in the midst of work', async () => {
    const child = start('--no-cache');
    await underWay(child);
    child.kill('SIGINT');
    expect(await end(child)).toMatchObject({ status: 130, stderr: '' });
  });

  it('says what to install where the part that speaks to agents is missing', async () => {
    const code = `export async function resolve(name, context, next) {
      if (name.startsWith('@modelcontextprotocol/')) {
        throw Object.assign(new Error('gone'), { code: 'ERR_MODULE_NOT_FOUND' });
      }
      return next(name, context);
    }`;
    const register = `import { register } from 'node:module'; register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(code)}));`;
    const child = spawn(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(register)}`, PROGRAM, 'mcp'],
      { env: environment() },
    );
    const { status, stderr } = await end(child);
    expect(status).toBe(1);
    expect(stderr).toContain('npm install @modelcontextprotocol/server');
  });
});
