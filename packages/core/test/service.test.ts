import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectInProcess,
  createEngine,
  openStore,
  serveStdio,
  Service,
  type Caller,
  type Client,
  type Engine,
  type PersonalizationStore,
} from '../src/index.js';

const photo = (name: string) =>
  fileURLToPath(new URL(`../../../examples/photos/${name}`, import.meta.url));
const source = (name: string) => ({ kind: 'path' as const, path: photo(name) });

let folder: string;
let store: PersonalizationStore;
let engine: Engine;
let service: Service;
let client: Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calm-service-'));
  store = await openStore(join(folder, 'taste.db'));
  engine = await createEngine({ store });
  service = new Service(engine);
  client = connectInProcess(service, { client: { name: 'tests' } });
});

afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await engine.dispose();
  await store[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const as = (caller: Partial<Caller>, on = service): Client =>
  connectInProcess(on, {}, { id: 'other', name: 'The panel', files: true, ...caller });

describe('the service on standard input and output', () => {
  it('refuses a message that would take a minute to parse, and answers the next', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const served = serveStdio(service, { input, output });
    input.write(`[${'{},'.repeat(1_000_000)}0]\n`);
    input.end('{"jsonrpc":"2.0","id":2,"method":"calm/discover"}\n');
    await served;
    const lines = String(output.read()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        id: null,
        error: expect.objectContaining({
          message: 'The message has more than 1000000 values.',
        }) as unknown,
      }),
      expect.objectContaining({ id: 2, result: expect.anything() as unknown }),
    ]);
  });
});

describe('the service', () => {
  it('says of a picture what the engine says', async () => {
    const { comment, ...told } = await client.call('assess', {
      source: source('sunset.jpg'),
      comment: { detail: 'short' },
    });
    const assessment = await engine.assess(source('sunset.jpg'));
    expect(told).toEqual(assessment);
    expect(comment).toEqual(await engine.comment(assessment, { detail: 'short' }));
  });

  it('speaks the language of the request', async () => {
    const german = connectInProcess(service, { locale: 'de-AT' });
    const { attributes } = await german.call('calm/discover', {});
    expect(attributes.find(({ id }) => id === 'noise')?.name).toBe('Bildrauschen');
    await expect(
      connectInProcess(service, { locale: 'tlh' }).call('calm/discover', {}),
    ).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('ranks pictures as they come, and puts last what could not be read', async () => {
    const told: string[] = [];
    const { results } = await client.call(
      'rank',
      { sources: [source('wine-and-drum.jpg'), source('missing.jpg'), source('sunset.jpg')] },
      { onProgress: ({ done, total, result }) => told.push(`${done}/${total} ${result?.status}`) },
    );
    expect(told).toEqual(['1/3 ok', '2/3 failed', '3/3 ok']);
    expect(results.map(({ source: { path } }) => path)).toEqual(
      ['sunset.jpg', 'wine-and-drum.jpg', 'missing.jpg'].map(photo),
    );
    expect(results[0]).toMatchObject({ rank: { position: 1, of: 2 } });
  });

  it('lets nobody name files who may not, and takes bytes from them', async () => {
    const panel = as({ files: false });
    await expect(panel.call('assess', { source: source('sunset.jpg') })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(
      panel.call('assess/start', { sources: [source('sunset.jpg')] }),
    ).rejects.toMatchObject({ code: 'not-allowed' });
    const examples = [{ source: source('sunset.jpg'), rating: 5 }];
    await expect(
      panel.call('assess', { source: { kind: 'bytes', base64: 'AAAA' }, examples }),
    ).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('stops what is taken back, and says so', async () => {
    const controller = new AbortController();
    const asked = client.call(
      'assess',
      { source: source('sunset.jpg'), include: ['score', 'suggestions'] },
      {
        signal: controller.signal,
        onProgress: () => {
          controller.abort();
        },
      },
    );
    await expect(asked).rejects.toMatchObject({ code: 'cancelled', retryable: true });
  });

  it('ends with its deadline', async () => {
    await expect(
      client.call(
        'assess',
        { source: source('sunset.jpg'), include: ['score', 'suggestions'] },
        { deadlineMs: 1 },
      ),
    ).rejects.toMatchObject({ code: 'timed-out', retryable: true });
  });

  it('does what comes twice under one key once', async () => {
    const said = {
      profile: 'Twice',
      said: [{ kind: 'rating' as const, source: source('sunset.jpg'), value: 4 }],
    };
    await client.call('taste/create', { name: 'Twice' });
    const [first, second] = await Promise.all([
      client.call('taste/say', said, { idempotencyKey: 'one' }),
      client.call('taste/say', said, { idempotencyKey: 'one' }),
    ]);
    expect(second).toEqual(first);
    expect(await engine.tastes.entries('Twice')).toHaveLength(1);
    await expect(
      client.call('taste/create', { name: 'Other' }, { idempotencyKey: 'one' }),
    ).rejects.toMatchObject({ code: 'invalid-request' });
    // Of another client, the same key is another key.
    await as({}).call('taste/say', said, { idempotencyKey: 'one' });
    expect(await engine.tastes.entries('Twice')).toHaveLength(2);
  });

  it('says that it is busy, and when to come back, to whoever floods it, and to nobody else', async () => {
    await using small = new Service(engine, { limits: { requestsOfClient: 2 } });
    const flood = as({ id: 'flood', name: 'Flood' }, small);
    const asked = await Promise.allSettled(
      Array.from({ length: 5 }, () => flood.call('assess', { source: source('sunset.jpg') })),
    );
    const refused = asked.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(3);
    expect(refused[0]?.reason).toMatchObject({ code: 'busy', retryable: true });
    const { retryAfterMs } = refused[0]?.reason as { retryAfterMs: number };
    expect(retryAfterMs).toBeGreaterThan(0);
    const beside = flood.call('assess', { source: source('sunset.jpg') });
    await as({}, small).call('calm/discover', {});
    await beside;
  });

  it('says so where a program without types does not name who asks', async () => {
    const answer = service.answer.bind(service) as (message: unknown) => Promise<unknown>;
    await expect(answer({ jsonrpc: '2.0', id: 1, method: 'calm/discover' })).resolves.toMatchObject(
      {
        id: 1,
        error: { data: { code: 'invalid-request', message: 'The service was not told who asks.' } },
      },
    );
  });

  it('finishes what is under way before it ends, and takes nothing more', async () => {
    const ending = new Service(engine);
    const peer = as({}, ending);
    const under = peer.call('assess', { source: source('sunset.jpg') });
    const ended = ending[Symbol.asyncDispose]();
    await expect(peer.call('calm/discover', {})).rejects.toMatchObject({ code: 'busy' });
    await expect(under).resolves.toMatchObject({ status: 'ok' });
    await ended;
  });

  it('assesses as a job what the engine assesses, in order', async () => {
    const names = ['sunset.jpg', 'missing.jpg', 'wine-and-drum.jpg'];
    const { job, total } = await client.call('assess/start', { sources: names.map(source) });
    expect(total).toBe(3);
    const seen: string[] = [];
    let since = 0;
    await expect
      .poll(
        async () => {
          const { results, state, cursor } = await client.call('job/get', { job, since });
          since = cursor;
          seen.push(...results.map(({ source: { path } }) => path ?? ''));
          return state;
        },
        { timeout: 20_000 },
      )
      .toBe('done');
    expect(seen).toEqual(names.map(photo));
  });

  it('holds no more pictures for jobs than there is room for, whoever sends them', async () => {
    await using small = new Service(engine, { limits: { jobBytes: 2000 } });
    const sent = { kind: 'bytes' as const, base64: 'A'.repeat(1200) };
    const start = (id: string) =>
      as({ id, name: id }, small).call('assess/start', {
        sources: [source('sunset.jpg'), sent],
        include: ['score', 'suggestions'],
      });
    const [first, second] = await Promise.allSettled([start('one'), start('two')]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({
      reason: { code: 'busy', retryable: true, retryAfterMs: 5000 },
    });
    await as({ id: 'two' }, small).call('assess/start', { sources: [source('sunset.jpg')] });
  });

  it('fails the start of a job that could only fail', async () => {
    await expect(
      client.call('assess/start', { sources: [source('sunset.jpg')], profile: 'Nobody' }),
    ).rejects.toMatchObject({ code: 'profile-unknown' });
  });

  it('has no tastes where there is no store', async () => {
    await using plain = await createEngine();
    await using without = new Service(plain);
    const { methods, tastes } = await as({}, without).call('calm/discover', {});
    expect(tastes).toBe(false);
    expect(methods.filter((method) => method.startsWith('taste/'))).toEqual([]);
    await expect(as({}, without).call('taste/profiles', {})).rejects.toMatchObject({
      code: 'method-unknown',
    });
  });
});
