import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './set-up.mjs';

let folder: string;
/** A copy of this repository as somebody gets it who clones it: no dependencies, nothing built. */
let clone: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-clone-'));
  clone = path.join(folder, 'calm-sdk');
  const files = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8' },
  );
  for (const file of files
    .split('\0')
    .filter((name) => name !== '' && existsSync(path.join(root, name)))) {
    mkdirSync(path.dirname(path.join(clone, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(clone, file));
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs npm as a person does, with Node and npm on the path and nothing of this repository in the environment. */
function start(cwd: string, ...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn('npm', args, {
    cwd,
    env: bareEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ status, ...output });
    });
  });
  return { child, ended };
}

const npm = (cwd: string, ...args: string[]): Promise<Ended> => start(cwd, ...args).ended;

/** The path holds node, npm and what every system has; a pnpm that is installed here must not help. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const bin = path.join(folder, 'bin');
  if (!existsSync(bin)) {
    mkdirSync(bin);
    for (const program of ['node', 'npm', 'npx', 'sh', 'env']) {
      symlinkSync(
        execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim(),
        path.join(bin, program),
      );
    }
  }
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_(?!config_(cache|registry|cafile)$)|INIT_CWD|NODE_ENV|VITEST|PNPM)/iu.test(name),
  );
  // Warnings about a person's own npm settings are not about us. Many people have install scripts switched off.
  return {
    ...Object.fromEntries(inherited),
    PATH: bin,
    npm_config_loglevel: 'error',
    npm_config_ignore_scripts: 'true',
  };
}

const isSettingUp = (output: string): boolean => output.includes('Setting up: ');

test('npm start sets everything up and assesses the samples; two at once do not get in each other’s way', async () => {
  const [one, other] = await Promise.all([
    npm(clone, 'start', '--', '--format', 'jsonl'),
    npm(clone, 'run', '--silent', 'calm', '--', '--version'),
  ]);
  expect(one.status, one.stderr).toBe(0);
  expect(other.status, other.stderr).toBe(0);
  const lines = one.stdout.split('\n').filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThanOrEqual(8);
  for (const line of lines) expect(line).toContain('"status":"ok"');

  // Each step was done once, by whichever came first.
  const done = `${one.stderr}${other.stderr}`.match(/Setting up: .*, [\d.]+ s/gu) ?? [];
  const steps = done.map((line) => line.replace(/, [\d.]+ s$/u, ''));
  expect(new Set(steps).size).toBe(steps.length);
  expect(steps).toContain('Setting up: package manager');
  // Set-up speaks on standard error only.
  expect(isSettingUp(one.stdout + other.stdout)).toBe(false);
  expect(other.stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
});

test('a second run starts at once and says nothing of its own', async () => {
  const { status, stderr } = await npm(clone, 'run', '--silent', 'calm', '--', '--version');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('paths are those of the folder where the person stands', async () => {
  const elsewhere = path.join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  cpSync(path.join(clone, 'examples/photos/cat.png'), path.join(elsewhere, 'my cat.png'));
  const { status, stdout, stderr } = await npm(
    elsewhere,
    ...[
      '--prefix',
      clone,
      'run',
      '--silent',
      'calm',
      '--',
      'assess',
      'my cat.png',
      '--format',
      'json',
    ],
  );
  expect(status, stderr).toBe(0);
  expect(
    (JSON.parse(stdout) as { results: { source: { path: string } }[] }).results[0]?.source.path,
  ).toBe('my cat.png');
});

test('the exit status is that of the command line', async () => {
  const wrongUsage = await npm(
    clone,
    'run',
    '--silent',
    'calm',
    '--',
    'assess',
    '--no-such-option',
  );
  const missingFile = await npm(
    clone,
    'run',
    '--silent',
    'calm',
    '--',
    'assess',
    'no-such-file.jpg',
  );
  expect([wrongUsage.status, missingFile.status]).toEqual([2, 1]);
});

test('an extension that is begun knows the types of its engine', async () => {
  const { status, stderr } = await npm(
    clone,
    ...['run', '--silent', 'calm', '--', 'extension', 'create', 'mine'],
  );
  expect(status, stderr).toBe(0);
  const file = path.join(clone, 'mine/index.js');
  const check = (): string[] => {
    const args = [path.join(clone, 'node_modules/typescript/bin/tsc'), '-p', 'mine/jsconfig.json'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: clone, encoding: 'utf8' });
    return stdout.split('\n').filter((line) => line !== '');
  };
  expect(check()).toEqual([]);
  writeFileSync(file, readFileSync(file, 'utf8').replace('working.data', 'working.pixels'));
  expect(check()).toEqual([expect.stringContaining("'pixels' does not exist on type 'Raster")]);
});

test('a changed source is built again, an untouched one is not', async () => {
  const source = path.join(clone, 'packages/plugin-cli/src/main.ts');
  const original = readFileSync(source, 'utf8');
  // Written anew with the same content, as a checkout does.
  writeFileSync(source, original);
  expect(isSettingUp((await npm(clone, 'run', '--silent', 'calm', '--', '--version')).stderr)).toBe(
    false,
  );
  writeFileSync(source, `${original}// Changed.\n`);
  const { stderr } = await npm(clone, 'run', '--silent', 'calm', '--', '--version');
  expect(stderr).toMatch(/^Setting up: command line …\nSetting up: command line, [\d.]+ s\n$/u);
});

test('a set-up that was killed does not keep the next one waiting', async () => {
  const { child, ended } = start(clone, '--version');
  await ended;
  writeFileSync(path.join(clone, '.tools/lock'), `${child.pid}`);
  rmSync(path.join(clone, 'packages/plugin-cli/dist'), { recursive: true });
  const { status, stderr } = await npm(clone, 'run', '--silent', 'calm', '--', '--version');
  expect(status, stderr).toBe(0);
  expect(stderr).not.toContain('waiting');
});

test('a build that fails says so and starts nothing', async () => {
  writeFileSync(path.join(clone, 'packages/plugin-cli/src/main.ts'), 'this is no program');
  const { status, stdout, stderr } = await npm(clone, 'run', '--silent', 'calm', '--', '--version');
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('Set-up stopped');
});
