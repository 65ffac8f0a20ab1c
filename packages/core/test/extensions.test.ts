import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, unlink, writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  contentHash,
  createEngine,
  openExtensions,
  openStore,
  readExtension,
  Service,
  type Assessment,
  type Engine,
  type ExtensionOptions,
  type Extensions,
} from '../src/index.js';

const ACME = fileURLToPath(new URL('fixtures/extensions/acme', import.meta.url));
const ORPHAN = fileURLToPath(new URL('extension-orphan.mjs', import.meta.url));
const PHOTO = {
  kind: 'path' as const,
  path: fileURLToPath(new URL('../../../examples/photos/sunset.jpg', import.meta.url)),
};

// Processes start in half a second on an idle machine; a busy one must not fail the test.
vi.setConfig({ testTimeout: 60_000 });

let storage: string;

beforeAll(async () => {
  storage = await mkdtemp(path.join(tmpdir(), 'calm-extensions-'));
});
afterAll(async () => {
  await rm(storage, { recursive: true });
});

interface Together {
  readonly engine: Engine;
  readonly extensions: Extensions;
  readonly logged: string[];
}

async function withMood(mood: string, more: Partial<ExtensionOptions> = {}): Promise<Together> {
  const logged: string[] = [];
  const extensions = await openExtensions([ACME], {
    trusted: () => true,
    storage,
    settings: { 'acme.calm-misbehaving': { mood } },
    onLog: (_id, level, text) => logged.push(`${level}: ${text}`),
    ...more,
  });
  const engine = await createEngine({
    attributes: extensions.attributes,
    decoders: extensions.decoders,
  });
  onTestFinished(async () => {
    await engine.dispose();
    await extensions[Symbol.asyncDispose]();
  });
  return { engine, extensions, logged };
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const readingOf = ({ attributes }: Assessment, id: string) =>
  attributes.find((reading) => reading.id === id);

describe('an extension', () => {
  it('adds its readings, given only what it needs, and leaves the score as it was', async () => {
    const { engine } = await withMood('good');
    await using plain = await createEngine();
    const [with_, without] = [await engine.assess(PHOTO), await plain.assess(PHOTO)];
    expect(readingOf(with_, 'acme.redness')).toMatchObject({ status: 'measured', unit: '%' });
    // Size, capture facts, and the two things that its manifest names.
    expect(readingOf(with_, 'acme.inputs')).toMatchObject({ value: 5 });
    expect(with_.warnings).toBeUndefined();
    expect(with_.score).toEqual(without.score);
    expect(with_.stamps).toEqual(without.stamps);
  });

  it('runs no code before something of it is needed, nor where nobody trusts it', async () => {
    const { engine, extensions, logged } = await withMood('good');
    expect(extensions.list()).toMatchObject([{ id: 'acme.calm-misbehaving', state: 'idle' }]);
    await engine.assess(PHOTO);
    expect(extensions.list()).toMatchObject([{ state: 'active', version: '1.2.0' }]);
    await expect.poll(() => logged).toContain('info: active in a good mood');

    const asked: string[] = [];
    await using untrusted = await openExtensions([ACME], {
      trusted: ({ contentHash: hash }) => asked.push(hash) < 0,
      storage,
    });
    expect(asked).toEqual([await contentHash(ACME)]);
    expect(untrusted.list()).toMatchObject([{ state: 'untrusted' }]);
    expect([...untrusted.attributes, ...untrusted.decoders, ...untrusted.commands]).toEqual([]);
  });

  it('is another one where a byte of it changes', async () => {
    const copy = path.join(storage, 'copy');
    await cp(ACME, copy, { recursive: true });
    expect(await contentHash(copy)).toBe(await contentHash(ACME));
    const file = path.join(copy, 'index.js');
    await writeFile(file, `${await readFile(file, 'utf8')} `);
    expect(await contentHash(copy)).not.toBe(await contentHash(ACME));
  });

  it('is another one where a link of it points elsewhere', async () => {
    const copy = path.join(storage, 'linked');
    await cp(ACME, copy, { recursive: true });
    const link = path.join(copy, 'more.js');
    await symlink('/one.js', link);
    const one = await contentHash(copy);
    await unlink(link);
    await symlink('/other.js', link);
    expect(await contentHash(copy)).not.toBe(one);
  });

  it('gets what is only proposed where it says so and the person allows it', async () => {
    const copy = path.join(storage, 'proposed');
    await cp(ACME, copy, { recursive: true });
    const file = path.join(copy, 'package.json');
    const manifest = JSON.parse(await readFile(file, 'utf8')) as {
      calm: {
        contributes: { attributes: { needs: string[] }[] };
        enabledApiProposals?: string[];
      };
    };
    manifest.calm.contributes.attributes[1]!.needs = ['tokens', 'subject', 'features'];
    await writeFile(file, JSON.stringify(manifest));
    await expect(readExtension(copy, true)).rejects.toThrow(/"attributeFeatures"/);
    manifest.calm.enabledApiProposals = ['attributeFeatures'];
    await writeFile(file, JSON.stringify(manifest));
    await expect(readExtension(copy)).rejects.toMatchObject({
      hint: expect.stringContaining('--proposed-api') as string,
    });
    await using extensions = await openExtensions([copy], {
      trusted: () => true,
      storage,
      proposed: true,
    });
    await using engine = await createEngine({ attributes: extensions.attributes });
    // Size, capture facts, and the three things that its manifest names.
    expect(readingOf(await engine.assess(PHOTO), 'acme.inputs')).toMatchObject({ value: 6 });
  });

  it('in an endless loop ends when the process of its engine is killed', async () => {
    const place = await mkdtemp(path.join(storage, 'orphan-'));
    const child = spawn(process.execPath, [ORPHAN, place], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const pid = await expect
      .poll(async () => Number(await readFile(path.join(place, 'looping'), 'utf8')), {
        timeout: 15_000,
      })
      .toBeGreaterThan(0)
      .then(async () => Number(await readFile(path.join(place, 'looping'), 'utf8')));
    expect(runs(pid)).toBe(true);
    child.kill('SIGKILL');
    await expect.poll(() => runs(pid), { timeout: 10_000 }).toBe(false);
  }, 30_000);

  it.each([
    ['throw', /too red/],
    ['exit', /ended \(7\)/],
    ['hang', /did not answer in time/],
    ['hungry', /more than 1024 MB of memory/],
    ['shapeless', /is no reading/],
    ['nan', /is no reading/],
    ['outside', /gave 101, outside its range/],
    ['exit-in-activate', /ended \(3\)/],
    ['throw-in-activate', /no film in the camera/],
    ['hang-in-activate', /activate did not end/],
    ['silent-registration', /registered nothing/],
  ])(
    'that has the mood to %s costs its own reading and nothing else',
    async (mood, told) => {
      const { engine, extensions } = await withMood(mood);
      const assessment = await engine.assess(PHOTO);
      expect(assessment.score?.value).toBeGreaterThan(1);
      expect(
        assessment.attributes.filter(({ status }) => status === 'measured').length,
      ).toBeGreaterThan(40);
      expect(readingOf(assessment, 'acme.redness')).toMatchObject({ status: 'not-measured' });
      const warning = assessment.warnings?.find(
        ({ contribution }) => contribution === 'acme.redness',
      );
      expect(warning?.message).toMatch(told);
      expect(warning?.message).toContain('acme.calm-misbehaving');
      expect(extensions.list()[0]?.problem).toMatch(told);
    },
    30_000,
  );

  it.each(['flood', 'log-flood'])(
    'that is in a %s is heard for a while',
    async (mood) => {
      const { engine, logged } = await withMood(mood);
      const assessment = await engine.assess(PHOTO);
      expect(readingOf(assessment, 'acme.redness')).toMatchObject({ status: 'measured' });
      expect(logged.join('').length).toBeLessThan(400_000);
    },
    30_000,
  );

  it('is started again after a pause, and given up where it fails again and again', async () => {
    const { engine, extensions } = await withMood('exit');
    await engine.assess(PHOTO);
    // Within the pause it is not started, and so costs no time.
    const began = await engine.assess(PHOTO);
    expect(began.warnings).not.toBeUndefined();
    await expect
      .poll(
        async () => {
          await engine.assess(PHOTO);
          return extensions.list()[0]?.state;
        },
        { timeout: 60_000, interval: 300 },
      )
      .toBe('disabled');
  }, 70_000);

  it('runs a command that asks the engine and keeps what it stores', async () => {
    const { engine, extensions } = await withMood('good');
    await using service = new Service(engine, { extensions });
    const told: string[] = [];
    const onProgress = (done: number, total: number) => told.push(`${done} of ${total}`);
    const first = await extensions.run('acme.greet', ['Anna'], { onProgress });
    expect(first.text).toBe('Hello Anna, for the 1. time.');
    expect(told).toEqual(['1 of 2']);
    const caller = { id: 'tests', name: 'tests', files: true };
    const params = { command: 'acme.greet', arguments: ['Ben'] };
    const answer = await service.answer(
      { jsonrpc: '2.0', id: 1, method: 'command/execute', params },
      caller,
    );
    expect(answer).toMatchObject({ result: { text: 'Hello Ben, for the 2. time.' } });
    const unknown = await service.answer(
      { jsonrpc: '2.0', id: 2, method: 'command/execute', params: { command: 'acme.nothing' } },
      caller,
    );
    expect(unknown).toMatchObject({ error: { data: { code: 'extension-unknown' } } });
  });

  it('writes comments of which only what readings back is passed on', async () => {
    const { engine } = await withMood('good');
    const comment = await engine.comment(await engine.assess(PHOTO), { decoder: 'acme.poet' });
    expect(comment.decoder).toBe('acme.poet');
    expect(comment.text).not.toContain('roses');
    expect(comment.sentences.length).toBeGreaterThan(0);
  });

  it('that fails while it writes leaves the comment to the grounded writer, and is named', async () => {
    const { engine } = await withMood('exit');
    await using plain = await createEngine();
    const assessment = await plain.assess(PHOTO);
    const comment = await engine.comment(assessment, { decoder: 'acme.poet' });
    expect(comment.warnings).toMatchObject([{ contribution: 'acme.poet' }]);
    expect(comment.sentences.length).toBeGreaterThan(0);
  });

  it('makes a report of results as they come', async () => {
    const { extensions } = await withMood('good');
    async function* results() {
      for (const name of ['a.jpg', 'b.jpg']) {
        await Promise.resolve();
        const error = { code: 'file-not-found', message: '', hint: '', retryable: false } as const;
        yield {
          result: {
            status: 'failed' as const,
            source: { kind: 'path' as const, path: name },
            error,
          },
        };
      }
    }
    const parts: Buffer[] = [];
    for await (const part of extensions.report('acme.list', results()))
      parts.push(Buffer.from(part));
    expect(Buffer.concat(parts).toString()).toBe('begin\nfailed a.jpg\nfailed b.jpg\nend');
  });

  it('opens stores, whose answers are held to the schemas', async () => {
    const { extensions } = await withMood('good');
    await using store = await openStore('memory://shelf', extensions.stores);
    expect(store.location).toBe('memory://shelf');
    expect(await store.profiles()).toEqual([]);
    const profile = { id: 'a', name: 'Anna', kinds: [], createdAt: '2026-01-01T00:00:00Z' };
    await store.create(profile);
    expect(await store.profiles()).toEqual([profile]);
    await store.create({ ...profile, name: '' });
    await expect(store.profiles()).rejects.toMatchObject({ code: 'extension-failed' });
  });

  it('is told of where it cannot be read, and the others are there', async () => {
    const broken = path.join(storage, 'broken');
    const problems: string[] = [];
    const tryWith = async (
      change: (manifest: Record<string, unknown>) => void,
    ): Promise<string> => {
      await cp(ACME, broken, { recursive: true });
      const file = path.join(broken, 'package.json');
      const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
      change(manifest);
      await writeFile(file, JSON.stringify(manifest));
      problems.length = 0;
      await using extensions = await openExtensions([broken, ACME], {
        trusted: () => true,
        storage,
        onProblem: ({ message }) => problems.push(message),
      });
      await rm(broken, { recursive: true });
      expect(extensions.list()).toHaveLength(1);
      return problems.join('\n');
    };
    expect(await tryWith((m) => (m['engines'] = { calm: '^2.0.0' }))).toMatch(
      /for version \^2.0.0 .* this engine has 1/,
    );
    expect(await tryWith((m) => (m['publisher'] = 'other'))).toMatch(
      /does not begin with the publisher/,
    );
    expect(await tryWith((m) => delete m['main'])).toMatch(/contributes code and names no main/);
    expect(await tryWith((m) => delete m['calm'])).toMatch(/calm is missing/);
    expect(
      await tryWith(
        (m) => ((m['calm'] as Record<string, unknown>)['enabledApiProposals'] = ['nothing']),
      ),
    ).toMatch(/no API proposal "nothing"/);
    expect(await tryWith((m) => (m['main'] = '../../extensions.test.ts'))).toMatch(
      /lacks|lies outside/,
    );
  });

  it('that adds what another one adds is left out, and both are named', async () => {
    const twin = path.join(storage, 'twin');
    await cp(ACME, twin, { recursive: true });
    const file = path.join(twin, 'package.json');
    const manifest = JSON.parse(await readFile(file, 'utf8')) as { name: string };
    await writeFile(file, JSON.stringify({ ...manifest, name: 'calm-twin' }));
    const problems: string[] = [];
    await using extensions = await openExtensions([ACME, twin], {
      trusted: () => true,
      storage,
      onProblem: ({ message }) => problems.push(message),
    });
    expect(problems).toEqual([
      'The extension acme.calm-twin adds acme.redness, which the extension acme.calm-misbehaving adds already.',
    ]);
    await using engine = await createEngine({ attributes: extensions.attributes });
    expect(engine.attributes.map(({ id }) => id)).toContain('acme.redness');
  });

  it('is refused a setting that it does not have, or that is out of bounds', async () => {
    const problems: string[] = [];
    for (const settings of [
      { colour: 'red' },
      { factor: 11 },
      { mood: 'sad' },
      { factor: 'much' },
    ]) {
      await openExtensions([ACME], {
        trusted: () => true,
        storage,
        settings: { 'acme.calm-misbehaving': settings },
        onProblem: ({ message }) => problems.push(message),
      });
    }
    expect(problems).toEqual([
      expect.stringContaining('no setting "colour"'),
      expect.stringContaining('between 0 and 10'),
      expect.stringContaining('must be one of good'),
      expect.stringContaining('must be a number'),
    ]);
  });
});
