/** Extensions as a person meets them: the program in processes of its own, the real engine, and npm. */
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine, type AssessmentResult } from '@calm-sdk/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { end, type Ended } from './ended.js';
import { calm as inProcess } from './stand-in-engine.js';

const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const EXAMPLES = fileURLToPath(new URL('../../../examples/', import.meta.url));
const ACME = fileURLToPath(new URL('../../core/test/fixtures/extensions/acme', import.meta.url));
const PHOTO = path.join(EXAMPLES, 'photos/rocket.jpg');
const ACME_ID = 'acme.calm-misbehaving';

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let env: Record<string, string>;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-extensions-'));
  env = {
    NO_COLOR: '1',
    XDG_DATA_HOME: path.join(folder, 'data'),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
  };
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const calm = (...argv: string[]): Promise<Ended> =>
  end(
    spawn(process.execPath, [PROGRAM, ...argv], { cwd: folder, env: { ...process.env, ...env } }),
  );

/** The same, where anything but success is a failure of the test. */
async function done(...argv: string[]): Promise<Ended> {
  const ended = await calm(...argv);
  expect(ended, argv.join(' ')).toMatchObject({ status: 0 });
  return ended;
}

async function readings(...flags: string[]) {
  const { stdout } = await done('assess', PHOTO, '--format', 'jsonl', ...flags);
  const result = JSON.parse(stdout) as AssessmentResult;
  if (result.status === 'failed') throw new Error(result.error.message);
  return result;
}

describe('an extension of one’s own', () => {
  it('is begun, changed, tried, packed, installed and trusted, and then reads pictures', async () => {
    await done('extension', 'create', 'acme.brightness');
    const file = path.join(folder, 'brightness/index.js');
    writeFileSync(file, readFileSync(file, 'utf8').replace('(100 * sum)', '(50 * sum)'));
    const tried = await done('extension', 'test', 'brightness');
    expect(tried.stdout).toMatch(/acme\.brightness {3}drawn picture {3}25 %, score .* ms/);
    expect(tried.stderr).toContain('No problem.');
    const { stdout: tarball } = await done('extension', 'pack', 'brightness');
    const installed = await done('extension', 'install', tarball.trim());
    expect(installed.stderr).toContain('calm extension trust acme.brightness');

    const before = await calm('assess', PHOTO, '--detail', 'full');
    expect(before.status).toBe(0);
    expect(before.stdout).not.toMatch(/brightness {3}/);
    expect(before.stderr.split('\n').filter((line) => line.includes('acme.brightness'))).toEqual([
      expect.stringContaining('calm extension trust acme.brightness'),
    ]);
    await done('extension', 'trust', 'acme.brightness');
    const after = await done('assess', PHOTO, '--detail', 'full');
    expect(after.stdout).toMatch(/brightness {3,}\d+ %/);
    expect(after.stderr).toBe('');
    expect((await done('attributes')).stdout).toContain('acme.brightness');
    const without = await done('assess', PHOTO, '--detail', 'full', '--no-extensions');
    expect(without.stdout).not.toMatch(/brightness {3,}\d+ %/);
  });

  it.each([
    ['attribute', 'ts'],
    ['decoder', 'ts'],
    ['reporter', 'js'],
    ['command', 'ts'],
    ['store', 'js'],
    ['locale', 'js'],
    ['encoder', 'js'],
  ])('begins as a %s in %s that works', async (template, language) => {
    await done('extension', 'create', 'acme.mine', '--template', template, '--language', language);
    const { stdout } = await done('extension', 'test', 'mine', '--pictures', PHOTO);
    expect(stdout).toMatch(/acme\.mine|mine:|fr /);
    expect(stdout).not.toMatch(/^!/mu);
  });

  it('that has a problem is told what it is, with status 1', async () => {
    await done('extension', 'create', 'acme.mine');
    const file = path.join(folder, 'mine/index.js');
    writeFileSync(file, readFileSync(file, 'utf8').replace("status: 'measured'", "status: 'fine'"));
    const { status, stdout, stderr } = await calm('extension', 'test', 'mine');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^! acme\.mine .*is no reading/mu);
    expect(stderr).toMatch(/4 problems/);
  });

  it('is not begun where something lies already, nor under a name that is none', async () => {
    await done('extension', 'create', 'mine');
    expect(await calm('extension', 'create', 'mine')).toMatchObject({ status: 1 });
    expect(await calm('extension', 'create', '../mine')).toMatchObject({ status: 1 });
  });
});

describe('an extension that is installed', () => {
  beforeEach(async () => {
    await done('extension', 'install', ACME);
    await done('extension', 'trust', ACME_ID);
  });

  it.each([
    ['throw', /too red/],
    ['hang', /did not answer in time/],
  ])('and misbehaves (%s) costs its reading and a line', async (mood, told) => {
    await done('extension', 'set', ACME_ID, 'mood', mood);
    const { stdout, stderr } = await done('assess', PHOTO);
    expect(stdout).toContain('of 10');
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(told);
    expect(lines[0]).toContain('acme.redness (1 picture)');
    const { warnings, score } = await readings();
    expect(score?.value).toBeGreaterThan(1);
    expect(warnings?.[0]?.message).toMatch(told);
  });

  it('writes comments, makes reports, runs commands and opens stores', async () => {
    expect((await done('assess', PHOTO, '--decoder', 'acme.poet')).stdout).toContain('of 10');
    const list = path.join(folder, 'list.txt');
    await done('assess', PHOTO, '--format', 'acme.list', '--out', list);
    expect(readFileSync(list, 'utf8')).toBe(`begin\nok ${PHOTO}\nend`);
    expect((await done('assess', PHOTO, '--format', 'acme.list')).stdout).toContain('end');
    const again = await calm('assess', PHOTO, '--format', 'acme.list', '--out', list);
    expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('exists') as string });
    expect((await done('run', 'acme.greet', 'Anna')).stdout).toBe('Hello Anna, for the 1. time.\n');
    expect((await done('run', 'acme.greet', 'Anna')).stdout).toBe('Hello Anna, for the 2. time.\n');
    const created = await done('taste', 'create', 'Anna', '--store', 'memory://shelf');
    expect(created.stdout).toContain('Anna');
  });

  it('leaves no half report where its reporter fails', async () => {
    const index = path.join(folder, 'data/calm/extensions/installed', ACME_ID, 'index.js');
    writeFileSync(
      index,
      readFileSync(index, 'utf8').replace(
        "yield 'begin\\n';",
        "yield 'begin\\n'; throw new Error('ink');",
      ),
    );
    await done('extension', 'trust', ACME_ID);
    const { status, stderr } = await calm(
      ...['assess', PHOTO, '--format', 'acme.list', '--out', 'list.txt'],
    );
    expect(status).toBe(1);
    expect(stderr).toContain('ink');
    expect(existsSync(path.join(folder, 'list.txt'))).toBe(false);
    expect(existsSync(path.join(folder, 'list.txt.unfinished'))).toBe(false);
  });

  it('is named, switched off and on, set, and taken away', async () => {
    const state = async () => (await done('extension', 'list')).stdout;
    expect(await state()).toMatch(/acme\.calm-misbehaving +1\.2\.0 +trusted +acme\.redness/);
    await done('extension', 'disable', ACME_ID);
    expect(await state()).toContain('disabled');
    expect((await readings()).attributes.some(({ id }) => id === 'acme.redness')).toBe(false);
    await done('extension', 'enable', ACME_ID);
    expect((await readings()).attributes.some(({ id }) => id === 'acme.redness')).toBe(true);

    await done('extension', 'set', ACME_ID, 'factor', '2');
    expect((await done('extension', 'list', '--settings')).stdout).toContain('factor = 2');
    const wrong = await calm('extension', 'set', ACME_ID, 'factor', 'eleven');
    expect(wrong.stderr).toMatch(/factor must be a number, not "eleven"/);
    expect((await calm('extension', 'set', ACME_ID, 'colour', 'red')).status).toBe(1);

    await done('extension', 'uninstall', ACME_ID);
    expect(await state()).toContain('No extension is installed.');
    expect(await calm('extension', 'trust', ACME_ID)).toMatchObject({ status: 1 });
  });

  it('a slip in a name is told before anything begins, with status 2', async () => {
    for (const slip of [
      ['--decoder', 'acme.pot'],
      ['--format', 'acme.last'],
      ['--language', 'xx'],
    ]) {
      const { status, stdout, stderr } = await calm('assess', PHOTO, ...slip);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/acme\.poet|acme\.list|en, de/);
    }
  });
});

describe('trust', () => {
  const list = (typed?: string) =>
    inProcess(['attributes'], { env, createEngine, ...(typed === undefined ? {} : { typed }) });

  it('is asked for on a terminal, and remembered until the code changes', async () => {
    await done('extension', 'install', ACME);
    const refused = await list('perhaps\nno\n');
    expect(refused.stderr).toMatch(/acme\.redness.*all your rights/);
    expect(refused.stderr).toContain('Answer yes or no.');
    expect((await list()).stderr).toBe('');
    expect((await done('extension', 'list')).stdout).toContain('not trusted');

    const installed = path.join(folder, 'data/calm/extensions/installed', ACME_ID);
    appendFileSync(path.join(installed, 'index.js'), '\n');
    expect((await list('yes\n')).stderr).toContain('all your rights');
    expect((await list()).stderr).toBe('');
    expect((await done('extension', 'list')).stdout).toMatch(/ trusted/);

    appendFileSync(path.join(installed, 'index.js'), '\n');
    expect((await list()).stderr).toMatch(/its code has changed.*calm extension trust/);
    expect((await done('extension', 'list')).stdout).toContain('changed, not trusted');
  });

  it('holds for a copy: what is changed where it came from changes nothing', async () => {
    const source = path.join(folder, 'source');
    cpSync(ACME, source, { recursive: true });
    await done('extension', 'install', source);
    await done('extension', 'trust', ACME_ID);
    appendFileSync(path.join(source, 'index.js'), '\nthrow new Error();\n');
    expect((await done('extension', 'list')).stdout).toMatch(/ trusted/);
    expect((await readings()).warnings).toBeUndefined();
  });
});

describe('the examples', () => {
  it.each(['plain-border', 'contact-sheet', 'half-precision'])(
    '%s has no problem',
    async (name) => {
      const example = path.join(folder, name);
      cpSync(path.join(EXAMPLES, 'extensions', name), example, { recursive: true });
      if (name === 'half-precision') {
        const build = path.join(EXAMPLES, 'extensions', name, 'build.mjs');
        const bundle = path.join(example, 'bundle');
        expect((await end(spawn(process.execPath, [build, bundle]))).status).toBe(0);
      }
      const { stderr } = await done('extension', 'test', example, '--pictures', PHOTO);
      expect(stderr).toBe('No problem.\n');
    },
  );

  it('plain-border finds the bars of a film still', async () => {
    const still = path.join(folder, 'still.svg');
    // Bars of 15 % above and below: 30 % of the frame.
    writeFileSync(
      still,
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><defs><linearGradient id="g"><stop stop-color="teal"/><stop offset="1" stop-color="gold"/></linearGradient></defs><rect width="400" height="200"/><rect y="30" width="400" height="140" fill="url(#g)"/></svg>',
    );
    await done('extension', 'install', path.join(EXAMPLES, 'extensions/plain-border'));
    await done('extension', 'trust', 'calm-examples.plain-border');
    const { stdout } = await done('assess', still, '--detail', 'full');
    expect(stdout).toMatch(/plain border +30\.0 % of the frame/);
  });
});
