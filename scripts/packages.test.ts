import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPresent } from './needs.mjs';
import { packAll } from './pack.mjs';
import { root } from './set-up.mjs';

const photograph = path.join(root, 'examples/photos/coffee.png');
const OURS = [
  '@calm-sdk/core',
  '@calm-sdk/cli',
  '@calm-sdk/decoder-remote',
  '@calm-sdk/model-nano',
  '@calm-sdk/onnxruntime',
  '@calm-sdk/store-postgres',
];
/** What the example of a service needs besides. */
const SERVICE = { hono: '4.13.19', '@hono/node-server': '2.1.9' };
/** Those that are ES modules only. */
const ESM_ONLY = ['@calm-sdk/core', '@calm-sdk/decoder-remote', '@calm-sdk/store-postgres'];

let folder: string;
/** Where a stranger has installed our packages. */
let project: string;
/** The stranger's home, empty at first. */
let home: string;
let tarballs: Map<string, string>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-packages-'));
  project = path.join(folder, 'project');
  home = path.join(folder, 'home');
  mkdirSync(project);
  mkdirSync(home);
  tarballs = packAll(path.join(folder, 'tarballs'), { platforms: 'this' });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): { status: number | null; output: string } {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: project,
    encoding: 'utf8',
    env: { ...strangersEnvironment(), ...env },
    maxBuffer: 2 ** 26,
  });
  if (error !== undefined) throw error;
  return { status, output: `${stdout}${stderr}` };
}

/** Ours, without what npm tells the scripts that it runs, which would reach into this repository. */
function strangersEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(npm_(?!config_(cache|registry|cafile)$)|INIT_CWD|NODE_ENV|VITEST|ORT_)/iu.test(name),
    ),
  );
}

function write(file: string, text: string): string {
  writeFileSync(path.join(project, file), text);
  return path.join(project, file);
}

const tarball = (name: string): string => {
  const file = tarballs.get(name);
  if (file === undefined) throw new Error(`${name} was not packed.`);
  return file;
};

describe('each package', () => {
  test.each(OURS)('%s is well formed for every way of importing it', (name) => {
    const publint = run(process.execPath, [
      path.join(root, 'node_modules/publint/src/cli.js'),
      'run',
      tarball(name),
      '--strict',
    ]);
    expect(publint.output).toContain('All good!');
    expect(publint.status, publint.output).toBe(0);
  });

  test.each([...ESM_ONLY, '@calm-sdk/onnxruntime'])('the types of %s are right', (name) => {
    const attw = run(process.execPath, [
      path.join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'),
      tarball(name),
      '--no-emoji',
      // What is ES modules only is loaded by require() as such since Node 20.19; the check does not know that.
      ...(ESM_ONLY.includes(name) ? ['--profile', 'esm-only'] : []),
    ]);
    expect(attw.status, attw.output).toBe(0);
  });

  test.each(OURS)('%s brings its licence and no tests', (name) => {
    const { output } = run('tar', ['-tzf', tarball(name)]);
    const files = output.trim().split('\n');
    expect(files.some((file) => /^package\/LICENSE/u.test(file))).toBe(true);
    expect(files.filter((file) => /\.test\.|\/src\/|tsconfig|vitest/u.test(file))).toEqual([]);
  });

  test('none runs anything when it is installed', () => {
    for (const file of tarballs.values()) {
      const { output } = run('tar', ['-xzOf', file, 'package/package.json']);
      const { scripts = {} } = JSON.parse(output) as { scripts?: Record<string, string> };
      expect(
        Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$/u.test(name)),
        file,
      ).toEqual([]);
    }
  });
});

describe('installed by plain npm in an empty folder, with install scripts on', () => {
  beforeAll(() => {
    const files = [...tarballs].map(([name, file]) => [name, `file:${file}`] as const);
    const asked = ['@calm-sdk/core', '@calm-sdk/cli'];
    write(
      'package.json',
      JSON.stringify({
        private: true,
        dependencies: {
          ...Object.fromEntries(files.filter(([name]) => asked.includes(name))),
          ...SERVICE,
        },
        // They are not published yet: what ours depend on comes from the tarballs as well.
        overrides: Object.fromEntries(
          files.map(([name, file]) => [name, asked.includes(name) ? `$${name}` : file]),
        ),
      }),
    );
    const npm = run('npm', [
      'install',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts=false',
      '--foreground-scripts',
    ]);
    expect(npm.status, npm.output).toBe(0);
  });

  test('only the binaries of this platform are there', () => {
    const platforms = readdirSync(path.join(project, 'node_modules/@calm-sdk')).filter((name) =>
      name.startsWith('onnxruntime-'),
    );
    expect(platforms).toEqual([`onnxruntime-${process.platform}-${process.arch}`]);
  });

  describe('the examples', () => {
    const example = (name: string): string => path.join(project, 'examples', name);
    const engine = (): string => example('two-processes/engine.mjs');

    beforeAll(() => {
      cpSync(path.join(root, 'examples'), path.join(project, 'examples'), { recursive: true });
    });

    test.each(['embed/assess.mjs', 'embed/assess.cjs'])('%s assesses a photograph', (name) => {
      const { status, output } = run(process.execPath, [
        '--no-warnings',
        example(name),
        photograph,
      ]);
      expect(status, output).toBe(0);
      expect(output).toMatch(/coffee\.png: \d+(\.\d+)? of 10/u);
    });

    test('a window ranks by an engine in a process of its own', () => {
      const { status, output } = run(process.execPath, [
        example('two-processes/window.mjs'),
        photograph,
        'gone.jpg',
      ]);
      expect(status, output).toBe(0);
      expect(output).toMatch(/2 of 2\n.*coffee\.png: \d+(\.\d+)? of 10\ngone\.jpg does not exist/u);
    });

    test.skipIf(!isPresent('python3'))('Python asks on standard input [needs python3]', () => {
      const ask = (picture: string) =>
        run('python3', [
          example('python/assess_stdio.py'),
          ...[picture, process.execPath, engine()],
        ]);
      expect(ask(photograph)).toMatchObject({
        status: 0,
        output: expect.stringMatching(/coffee\.png: \d+(\.\d+)? of 10\n {2}/u) as unknown,
      });
      expect(ask('gone.jpg')).toMatchObject({
        status: 1,
        output: expect.stringContaining('gone.jpg does not exist') as unknown,
      });
    });

    test.skipIf(!isPresent('lua5.1'))('Lua asks on standard input [needs lua5.1]', () => {
      const { status, output } = run('lua5.1', [
        example('lua/assess_stdio.lua'),
        `"${process.execPath}" "${engine()}"`,
        photograph,
        'gone.jpg',
      ]);
      expect(status, output).toBe(0);
      expect(output).toMatch(/coffee\.png: \d+(\.\d+)? of 10/u);
      expect(output).toContain('gone.jpg does not exist');
    });

    describe('by a server that runs', () => {
      let server: ReturnType<typeof serve>;
      const env = (): Record<string, string> => ({ XDG_DATA_HOME: path.join(home, 'data') });
      const serve = () =>
        spawn(
          process.execPath,
          [path.join(project, 'node_modules/@calm-sdk/cli/dist/main.js'), 'serve', '--port', '0'],
          { cwd: project, env: { ...strangersEnvironment(), ...env() }, stdio: 'pipe' },
        );
      beforeAll(async () => {
        server = serve();
        await once(server.stderr, 'data');
      });
      afterAll(async () => {
        server.kill('SIGTERM');
        await once(server, 'close');
      });

      test.skipIf(!isPresent('python3'))('Python asks by HTTP [needs python3]', () => {
        const pictures = [photograph, 'gone.jpg'];
        const { status, output } = run(
          'python3',
          [example('python/assess_http.py'), ...pictures],
          env(),
        );
        expect(status, output).toBe(0);
        expect(output).toMatch(/coffee\.png: \d+(\.\d+)? of 10\n.*gone\.jpg does not exist/u);
      });

      test.skipIf(!isPresent('lua5.1') || !isPresent('curl'))(
        'Lua asks by HTTP [needs lua5.1 and curl]',
        () => {
          const pictures = [photograph, '/gone.jpg'];
          const { status, output } = run(
            'lua5.1',
            [example('lua/assess_http.lua'), ...pictures],
            env(),
          );
          expect(status, output).toBe(0);
          expect(output).toMatch(/coffee\.png: \d+(\.\d+)? of 10\n\/gone\.jpg does not exist/u);
        },
      );
    });

    test('a service of one’s own scores what is sent, and ends when it is told', async () => {
      const child = spawn(process.execPath, [example('http-service/server.mjs')], {
        cwd: project,
        env: { ...strangersEnvironment(), PORT: '0' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      const url = `${line.toString().trim()}/score`;
      const good = await fetch(url, { method: 'POST', body: readFileSync(photograph) });
      expect(await good.json()).toMatchObject({ score: expect.any(Number) as unknown });
      const bad = await fetch(url, { method: 'POST', body: 'no picture' });
      expect(bad.status).toBe(422);
      expect(await bad.json()).toMatchObject({ code: 'not-an-image' });
      child.kill('SIGTERM');
      expect((await once(child, 'close'))[0]).toBe(0);
    });
  });

  test('a store keeps what it is told, and a stranger finds its rules', () => {
    const script = write(
      'store.mjs',
      `import { openStore, storeRules } from '@calm-sdk/core';
       const profile = { id: 'p', name: 'Anna', kinds: [], createdAt: '2026-01-01T00:00:00Z' };
       storeRules.assertProfile(profile);
       const store = await openStore(process.argv[2]);
       await store.create(profile);
       console.log((await store.profiles())[0].name);`,
    );
    const { status, output } = run(process.execPath, [script, path.join(project, 'taste.sqlite')]);
    expect(status, output).toBe(0);
    expect(output).toBe('Anna\n');
  });

  test('the command line runs', () => {
    const { status, output } = run('npx', [
      '--no-install',
      'calm',
      'assess',
      photograph,
      '--format',
      'json',
    ]);
    expect(status, output).toBe(0);
    expect(output).toContain('"status":"ok"');
  });

  test('ONNX Runtime leaves nothing in the home of its user', () => {
    const { status, output } = run('npx', ['--no-install', 'calm', 'assess', photograph], {
      HOME: home,
      XDG_CACHE_HOME: '',
    });
    expect(status, output).toBe(0);
    expect(existsSync(path.join(home, '.cache/Microsoft'))).toBe(false);
  });

  test.skipIf(!isPresent('strace'))('assessing contacts nobody [needs strace]', () => {
    const trace = path.join(folder, 'trace');
    const calm = path.join(project, 'node_modules/@calm-sdk/cli/dist/main.js');
    const { status, output } = run('strace', [
      ...['-f', '--seccomp-bpf', '-e', 'trace=connect,sendto', '-o', trace],
      ...[process.execPath, calm, 'assess', photograph],
    ]);
    expect(status, output).toBe(0);
    const calls = readFileSync(trace, 'utf8').split('\n');
    expect(calls.filter((call) => call.includes('exited with 0')).length).toBeGreaterThan(0);
    expect(calls.filter((call) => /AF_INET|AF_UNIX/u.test(call))).toEqual([]);
  });
});
