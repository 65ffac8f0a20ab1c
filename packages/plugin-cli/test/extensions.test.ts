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

  it('that has a problem is told what it is and where, with status 1', async () => {
    await done('extension', 'create', 'acme.mine');
    const file = path.join(folder, 'mine/index.js');
    const begun = readFileSync(file, 'utf8');
    const tried = async (code: string, changed: string): Promise<Ended> => {
      writeFileSync(file, begun.replace(code, changed));
      const ended = await calm('extension', 'test', 'mine', '--pictures', PHOTO);
      expect(ended.status).toBe(1);
      return ended;
    };
    const shapeless = await tried("status: 'measured'", "status: 'fine'");
    expect(shapeless.stdout).toMatch(/^! acme\.mine .*is no reading/mu);
    expect(shapeless.stderr).toMatch(/2 problems/);
    const thrown = await tried('let sum = 0;', 'let sum = nothing;');
    expect(thrown.stderr).toMatch(/nothing is not defined\n.* at .*mine\/index\.js:7:/u);
    expect((await tried('let sum', '(let sum')).stderr).toMatch(
      /mine\/index\.js:7 is no JavaScript/u,
    );
    const idle = await tried(
      'context.attributes',
      'throw new Error("No film."); context.attributes',
    );
    expect(idle.stdout).toMatch(/^! activate .*: No film\. /u);
    expect(idle.stderr).toMatch(/1 problem,/);
  });

  it('is told for which pictures it was not tried, once it has failed', async () => {
    const { stdout } = await calm(
      ...['extension', 'test', ACME, '--set', 'mood=exit', '--pictures', PHOTO],
    );
    expect(stdout).toMatch(/^! acme\.redness {3}drawn picture .* failed: its process ended/mu);
    expect(stdout).toMatch(/^! acme\.list .* was not tried, for it failed before: /mu);
  });

  it('that is data has nothing to trust', async () => {
    const { stdout } = await done('extension', 'create', 'acme.mine', '--template', 'locale');
    expect(stdout).not.toContain('trust');
    await done('extension', 'install', 'mine');
    expect((await done('extension', 'trust', 'acme.mine')).stdout).toContain(
      'has no code to trust',
    );
  });

  it('runs commands whose text moves no cursor, and whose faults are its own', async () => {
    await done('extension', 'create', 'acme.mine', '--template', 'command');
    const file = path.join(folder, 'mine/index.js');
    writeFileSync(
      file,
      `export function activate({ commands }) {
        const loop = {};
        loop.itself = loop;
        const gives = { text: { text: 'one\\ttwo\\n\\x1b[2Jthree\\r' }, loop: { data: loop } };
        commands.register('acme.mine', ([what]) => {
          if (what === undefined) throw new Error('Name a thing.');
          return gives[what];
        });
      }`,
    );
    await done('extension', 'install', 'mine');
    await done('extension', 'trust', 'acme.mine');
    const { stdout } = await done('run', 'acme.mine', 'text');
    expect(stdout).toBe('one\ttwo\n\\x1b[2Jthree\\r\n');
    const loop = await calm('run', 'acme.mine', 'loop');
    expect(loop.status).toBe(1);
    expect(loop.stderr).toMatch(/The extension acme\.mine failed: .* JSON: .*circular/u);
    expect((await calm('run', 'acme.mine')).stderr).toContain('failed: Name a thing. Everything');
  });

  it('is not begun where something lies already, nor under a name that is none', async () => {
    await done('extension', 'create', 'mine');
    const again = await calm('extension', 'create', 'mine');
    expect(again).toMatchObject({ status: 1 });
    expect(again.stderr).toMatch(/mine is there already\. Choose another name/u);
    expect(await calm('extension', 'create', '../mine')).toMatchObject({ status: 1 });
  });
});

describe('an extension that cannot be installed', () => {
  it.each([
    ['its folder', false],
    ['its tarball', true],
  ])('is told by the name that was given: %s', async (_what, packed) => {
    await done('extension', 'create', 'mine');
    const file = path.join(folder, 'mine/package.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"id": "my.', '"id": "your.'));
    // Node has npm beside it: what pack refuses, npm packs.
    if (packed) await end(spawn('npm', ['pack'], { cwd: path.dirname(file) }));
    const given = packed ? 'mine/mine-0.1.0.tgz' : 'mine';
    const { status, stderr } = await calm('extension', 'install', given);
    expect(status).toBe(1);
    expect(stderr).toContain(path.join(folder, given));
    expect(stderr).toContain('"your.mine" does not begin with the publisher, my. ');
    expect(stderr).not.toMatch(/unfinished|node_modules|npm/u);
  });

  it('for want of what it depends on, or for being something else', async () => {
    await done('extension', 'create', 'mine');
    const file = path.join(folder, 'mine/package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...manifest, dependencies: { 'calm-gone': '1.0.0' } }));
    const { stderr } = await calm('extension', 'install', 'mine');
    expect(stderr).toMatch(/mine depends on calm-gone, which this machine does not have\./u);
    writeFileSync(path.join(folder, 'no.tgz'), 'no tarball');
    expect((await calm('extension', 'install', 'no.tgz')).stderr).toContain(
      'no.tgz is no tarball that can be read. Make it anew',
    );
    expect((await calm('extension', 'install', 'mine/index.js')).stderr).toContain(
      'mine/index.js is neither a folder nor a tarball.',
    );
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
    expect((await calm('doctor')).stdout).toContain(`Extensions  ${ACME_ID} 1.2.0: trusted`);
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
