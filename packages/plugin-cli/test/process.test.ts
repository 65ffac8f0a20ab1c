/**
 * The program as it is installed: a process of its own, the real engine and model, real pipes and signals.
 * It runs what `npm run build` has built.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  defaultBundleFolder,
  developFile,
  type Answer,
  type Assessment,
  type AssessmentResult,
} from '@calm-sdk/core';
import { end, type Ended } from './ended.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const COUNT = 12;

// A dozen pictures take a second on an idle machine; a busy one must not fail the test.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let pictures: string;
let cache: string;

/** A picture that no other is: a disc on a ground, placed and coloured by its number. */
function drawing(number: number): string {
  const hue = (number * 47) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="160"><rect width="240" height="160" fill="hsl(${hue},40%,60%)"/><circle cx="${60 + number * 9}" cy="${60 + number * 3}" r="${20 + number}" fill="hsl(${(hue + 150) % 360},70%,45%)"/></svg>`;
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-process-'));
  pictures = path.join(folder, 'pictures');
  mkdirSync(pictures);
  for (let number = 1; number <= COUNT; number += 1) {
    writeFileSync(path.join(pictures, `${number}.svg`), drawing(number));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  cache = mkdtempSync(path.join(folder, 'cache-'));
});

function start(...argv: string[]): ChildProcessWithoutNullStreams {
  return startWith({}, ...argv);
}

function startWith(
  env: Readonly<Record<string, string>>,
  ...argv: string[]
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [PROGRAM, ...argv], {
    cwd: folder,
    env: {
      ...process.env,
      XDG_CACHE_HOME: cache,
      XDG_DATA_HOME: path.join(folder, 'data'),
      NO_COLOR: '1',
      ...env,
    },
  });
}

const calm = async (...argv: string[]): Promise<Ended> => end(start(...argv));

const documents = (stdout: string): AssessmentResult[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AssessmentResult);

/** Results that are in the cache. */
const remembered = (): number =>
  readdirSync(cache, { recursive: true }).filter((name) => String(name).endsWith('.json')).length;

describe('the program', () => {
  it('gives the same bytes on every run, from the model and from what it remembers', async () => {
    const first = await calm('assess', 'pictures', '--format', 'jsonl');
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(documents(first.stdout).map(({ source }) => source.path)).toEqual(
      Array.from({ length: COUNT }, (_, index) => path.join('pictures', `${index + 1}.svg`)),
    );
    expect(remembered()).toBe(COUNT);
    expect((await calm('assess', 'pictures', '--format', 'jsonl')).stdout).toBe(first.stdout);
    expect((await calm('assess', 'pictures', '--format', 'jsonl', '--no-cache')).stdout).toBe(
      first.stdout,
    );
  });

  it('assesses every file that can be, whatever lies beside it', async () => {
    writeFileSync(path.join(folder, 'empty.jpg'), '');
    writeFileSync(path.join(folder, 'text.jpg'), 'not a picture');
    const { status, stdout, stderr } = await calm(
      ...['assess', 'empty.jpg', 'pictures/1.svg', 'gone.jpg', 'text.jpg', 'pictures/2.svg'],
      ...['--format', 'jsonl'],
    );
    expect(status).toBe(1);
    expect(stderr).toBe('');
    expect(
      documents(stdout).map((each) => (each.status === 'ok' ? 'ok' : each.error.code)),
    ).toEqual(['empty-file', 'ok', 'file-not-found', 'not-an-image', 'ok']);
  });

  it.skipIf(process.platform !== 'linux')('opens a file whose name is not UTF-8', async () => {
    const odd = path.join(folder, 'odd');
    mkdirSync(odd);
    const name = Buffer.concat([
      Buffer.from(`${odd}/caf`),
      Buffer.from([0xe9]),
      Buffer.from('.svg'),
    ]);
    writeFileSync(name, drawing(1));
    const inFolder = await calm('assess', 'odd', '--format', 'jsonl');
    expect(inFolder.status).toBe(0);
    expect(documents(inFolder.stdout)[0]?.source).toEqual({
      kind: 'path',
      path: 'odd/caf\\xe9.svg',
    });

    const child = start('assess', '-', '--format', 'jsonl');
    child.stdin.end(Buffer.concat([name, Buffer.from('\n')]));
    expect((await end(child)).status).toBe(0);
  });

  it('answers a program that names one picture at a time and waits for the result', async () => {
    const child = start('assess', '-', '--format', 'jsonl');
    const ended = end(child);
    for (const name of ['pictures/1.svg', 'pictures/2.svg']) {
      child.stdin.write(`${name}\n`);
      const [line] = (await once(child.stdout, 'data')) as [string];
      expect(documents(line)[0]?.source.path).toBe(name);
    }
    child.stdin.end();
    expect((await ended).status).toBe(0);
  });

  it('ends quietly when its reader has had enough', async () => {
    const child = start('assess', 'pictures', '--format', 'jsonl', '--no-cache');
    const ended = end(child);
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended).toMatchObject({ status: 0, stderr: '' });
  });

  it('waits for a slow reader and loses nothing', async () => {
    const child = start('assess', 'pictures', '--format', 'jsonl', '--detail', 'full');
    await once(child.stdout, 'readable');
    const { status, stdout } = await end(child);
    expect(status).toBe(0);
    expect(documents(stdout)).toHaveLength(COUNT);
  });
});

describe('questions', () => {
  it('are answered one after the other, the same from the model and from what it remembers', async () => {
    const questions = ['is it sharp?', 'is it blurred?', 'who drew this?'];
    const first = await calm('ask', 'pictures/1.svg', ...questions, '--format', 'json');
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const { answers } = JSON.parse(first.stdout) as { answers: Answer[] };
    expect(answers.map(({ question }) => question)).toEqual(questions);
    expect(answers[2]?.status).toBe('cannot-tell');
    expect(remembered()).toBe(1);
    const again = await calm('ask', 'pictures/1.svg', ...questions, '--format', 'json');
    expect(again.stdout).toBe(first.stdout);
  });
});

describe('suggestions', () => {
  const photo = fileURLToPath(new URL('../../../examples/photos/coffee.png', import.meta.url));
  const dark = (): string => path.join(folder, 'dark.png');
  const document = async (name: string): Promise<Assessment> => {
    const { stdout } = await calm('suggest', name, '--format', 'json');
    return JSON.parse(stdout) as Assessment;
  };

  it('bring light into a dark picture, as a file, a page and words, and leave the picture as it was', async () => {
    await developFile(photo, [{ operation: 'expose', ev: -2 }], dark());
    const was = readFileSync(dark());
    const argv = [dark(), '--apply', 'better.png', '--preview', 'page.html'];
    const { status, stdout } = await calm('suggest', ...argv);
    expect(status).toBe(0);
    expect(stdout).toMatch(/exposure \+[12]\.\d EV/u);
    expect(readFileSync(dark())).toEqual(was);
    const before = await document('dark.png');
    const after = await document('better.png');
    const { suggestions } = before;
    expect(suggestions?.suggestions[0]).toMatchObject({
      attribute: 'under-exposure',
      edit: { operation: 'expose' },
    });
    expect(after.score!.technical).toBeGreaterThan(before.score!.technical + 1);
    expect(after.suggestions?.suggestions.map(({ edit }) => edit.operation)).not.toContain(
      'expose',
    );
    const page = readFileSync(path.join(folder, 'page.html'), 'utf8');
    expect(page.match(/<img src="data:image\/jpeg;base64,/gu)!.length).toBeGreaterThan(1);
    expect(page).not.toMatch(/https?:/u);
    expect(page).toContain('<h1>dark.png</h1>');
  });

  it('are not looked for where the result could not be written', async () => {
    const { status, stdout } = await calm('suggest', 'dark.png', '--apply', 'better.bmp');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  it('write over nothing', async () => {
    for (const file of ['page.html', 'better.png', 'dark.png']) {
      const was = readFileSync(path.join(folder, file));
      const flag = file === 'page.html' ? '--preview' : '--apply';
      expect(await calm('suggest', 'dark.png', flag, file)).toMatchObject({ status: 1 });
      expect(readFileSync(path.join(folder, file))).toEqual(was);
    }
  });
});

describe('comments of a remote model', () => {
  const KEY = 'sk-test-0123456789';
  let server: ChildProcessWithoutNullStreams;
  let url: string;

  beforeAll(async () => {
    const program = new URL('../../decoder-remote/test/server.mjs', import.meta.url);
    server = spawn(process.execPath, [fileURLToPath(program)]);
    const [port] = (await once(server.stdout, 'data')) as [Buffer];
    url = `http://127.0.0.1:${port.toString().trim()}/v1`;
    const photo = fileURLToPath(new URL('../../../examples/photos/coffee.png', import.meta.url));
    await developFile(photo, [{ operation: 'expose', ev: -2 }], path.join(folder, 'night.png'));
  });
  afterAll(() => {
    server.kill();
  });

  const asking = (model: string, ...more: string[]): string[] => [
    ...['assess', 'night.png', '--decoder', 'remote', '--decoder-url', url],
    ...['--decoder-model', model, ...more],
  ];
  const ask = async (model: string, ...more: string[]): Promise<Ended> =>
    end(startWith({ CALM_DECODER_API_KEY: KEY }, ...asking(model, ...more)));
  const sent = async (model: string): Promise<string> => {
    const response = await fetch(new URL('/requests', url));
    const requests = (await response.json()) as { body: { model: string } }[];
    return JSON.stringify(requests.filter(({ body }) => body.model === model));
  };

  it('hold what readings back, and say before what is sent and after what it cost', async () => {
    const { status, stdout, stderr } = await ask('dark', '--format', 'jsonl');
    expect(status).toBe(0);
    const [document] = documents(stdout) as [Assessment];
    expect(document.comment).toMatchObject({ decoder: 'remote', dropped: 1 });
    expect(document.comment!.sentences[0]).toMatchObject({
      text: 'The picture is underexposed.',
      claims: [{ about: 'under-exposure', relation: 'weakness' }],
    });
    const { host } = new URL(url);
    expect(stderr.split('\n')).toEqual([
      `Comments come from dark at ${host}: the score, readings and findings, not the picture, are sent there, and its tokens may cost.`,
      `${host} counted 321 tokens read and 54 written.`,
      '1 sentence of the model was left out, for want of a reading behind.',
      '',
    ]);
    const request = await sent('dark');
    expect(request).toContain(`Bearer ${KEY}`);
    expect(request).not.toMatch(/night|image_url/u);
  });

  it('see the picture only where that is asked for', async () => {
    const { stdout, stderr } = await ask('nonsense', '--send-picture');
    expect(stderr).toContain('and the picture itself, 512 pixels long,');
    expect(await sent('nonsense')).toContain('data:image/jpeg;base64,');
    // Nothing of it held, so that the grounded writer told it all.
    expect(stdout).toMatch(/dark|exposure/u);
    expect(stdout).not.toContain('dog');
  });

  it('are the grounded writer’s where the server fails, without a word of the key', async () => {
    const { status, stdout, stderr } = await ask('locked');
    expect(status).toBe(1);
    expect(stderr).toMatch(/refuses the request \(401\)/u);
    expect(stdout).toMatch(/dark|exposure/u);
    expect(stdout + stderr).not.toContain(KEY);
  });

  it('are not asked for where a line each would not show them', async () => {
    const { status, stderr } = await ask('in-steps', 'pictures/1.svg');
    expect(status).toBe(0);
    expect(stderr).toContain('has no room for comments');
    expect(await sent('in-steps')).toBe('[]');
  });

  it.skipIf(process.platform === 'win32')('are not waited for after Ctrl-C', async () => {
    const child = start(...asking('never-begins'));
    child.stderr.once('data', () => child.kill('SIGINT'));
    expect((await end(child)).status).toBe(130);
  });

  it('need a server that is named, and go to no other machine in the clear', async () => {
    const usage = await calm('assess', 'night.png', '--decoder', 'remote');
    expect(usage).toMatchObject({ status: 2, stdout: '' });
    expect(usage.stderr).toContain('--decoder-url');
    const clear = await calm(
      ...asking('dark').map((word) => (word === url ? 'http://10.0.0.1/v1' : word)),
    );
    expect(clear).toMatchObject({ status: 1, stdout: '' });
    expect(clear.stderr).toContain('another machine');
  });
});

describe('a bundle of one’s own', () => {
  const added = (): string[] => {
    try {
      return readdirSync(path.join(folder, 'data', 'calm', 'bundles'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  };

  it('is tried, added, used by its name and removed', async () => {
    expect(await calm('bundle', 'add', defaultBundleFolder(), '--name', 'mine')).toMatchObject({
      status: 0,
    });
    expect(added()).toEqual(['mine']);
    const document = async (...flags: string[]): Promise<string> =>
      (await calm('assess', 'pictures/1.svg', '--format', 'jsonl', '--no-cache', ...flags)).stdout;
    expect(await document('--bundle', 'mine')).toBe(await document());
    expect((await calm('bundle', 'remove', 'mine')).status).toBe(0);
    expect(added()).toEqual([]);
  });

  it('whose graph does not run is refused, though its manifest is true, and nothing of it stays', async () => {
    const source = path.join(folder, 'untrue');
    cpSync(defaultBundleFolder(), source, { recursive: true });
    const garbage = 'no graph';
    writeFileSync(path.join(source, 'ask.onnx'), garbage);
    const file = path.join(source, 'bundle.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { files: Record<string, unknown> };
    manifest.files['ask.onnx'] = {
      sha256: createHash('sha256').update(garbage).digest('hex'),
      bytes: garbage.length,
    };
    writeFileSync(file, JSON.stringify(manifest));
    const { status, stderr } = await calm('bundle', 'add', source);
    expect(status).toBe(1);
    expect(stderr).toContain('The ask graph cannot be opened');
    expect(added()).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('stopped', () => {
  it('by Ctrl-C, prints what is done, whole, and ends with 130', async () => {
    const child = start('assess', 'pictures', '--format', 'json', '--no-cache');
    child.stdout.once('data', () => child.kill('SIGINT'));
    const { status, stdout, stderr } = await end(child);
    expect(status).toBe(130);
    const { results } = JSON.parse(stdout) as { results: AssessmentResult[] };
    expect(results.length).toBeGreaterThan(0);
    expect(results.length).toBeLessThan(COUNT);
    expect(results.every((each) => each.status === 'ok')).toBe(true);
    expect(stderr).toMatch(/^Stopped after \d+ pictures?\.\n$/);
  });

  it('while it waits for names, ends at once', async () => {
    const child = start('assess', '-', '--format', 'jsonl');
    child.stdin.write('pictures/1.svg\npictures/2.svg\npictures/3.svg\npictures/4.svg\n');
    child.stdout.once('data', () => child.kill('SIGINT'));
    expect((await end(child)).status).toBe(130);
  });

  it('ends though a decoder cannot be stopped', async () => {
    // Dashes of a hundredth of a pixel keep librsvg busy for many minutes.
    const lines = Array.from({ length: 2000 }, (_, index) => `M0 ${index}L3000 ${index + 2}`);
    writeFileSync(
      path.join(folder, 'endless.svg'),
      `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="2000"><path d="${lines.join('')}" stroke="red" stroke-dasharray=".01"/></svg>`,
    );
    const child = start('assess', 'pictures/1.svg', 'endless.svg', '--format', 'jsonl');
    child.stdout.once('data', () => child.kill('SIGINT'));
    await end(child);
    // As shells see it: ended by the signal that the person sent.
    expect(child.signalCode).toBe('SIGINT');
  });

  it('by kill -9, rank goes on where it was', async () => {
    const child = start('rank', 'pictures', '--format', 'json');
    const ended = end(child);
    while (remembered() < 3) await wait(5);
    child.kill('SIGKILL');
    await ended;
    const kept = remembered();
    expect(kept).toBeLessThan(COUNT);

    const again = await calm('rank', 'pictures');
    expect(again.status).toBe(0);
    const [, hits] = /^(\d+) of 12 remembered from before\.$/m.exec(again.stderr) ?? [];
    expect(Number(hits)).toBe(kept);
    // The order is that of a run that was never stopped.
    const fresh = await calm('rank', 'pictures', '--no-cache');
    expect(again.stdout).toBe(fresh.stdout);
  });
});

describe('two processes on one cache', () => {
  it('print the same, and leave every result whole', async () => {
    const [one, two] = await Promise.all([
      calm('assess', 'pictures', '--format', 'jsonl'),
      calm('assess', 'pictures', '--format', 'jsonl'),
    ]);
    expect(one).toMatchObject({ status: 0, stderr: '' });
    expect(two).toEqual(one);
    expect(remembered()).toBe(COUNT);
    const third = await calm('rank', 'pictures');
    expect(third.stderr).toBe('12 of 12 remembered from before.\n');
  });
});
