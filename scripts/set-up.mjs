/**
 * Brings what the repository needs and builds what is out of date, with Node and npm alone.
 * Nothing is done twice: what a step was made from is remembered in .tools/state.json. All words go to standard error.
 *
 *   node scripts/set-up.mjs
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const tools = path.join(root, '.tools');
const packageManager = manifest('package.json').packageManager;
export const pnpmProgram = path.join(tools, packageManager, 'node_modules/pnpm/bin/pnpm.mjs');
const stateFile = path.join(tools, 'state.json');

const TYPES = 'types of core';
const MANIFESTS = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml'];

/**
 * The steps, in order. A step is done again when a file of `from` has changed, when a file of `makes` is missing, or
 * when a step that it `follows` was done again.
 */
export const STEPS = [
  {
    name: 'package manager',
    // The pin is package.json's packageManager; the folder is named after it.
    from: [],
    makes: [path.relative(root, pnpmProgram)],
    run: installPnpm,
  },
  {
    name: 'dependencies',
    from: [...MANIFESTS, ...workspaceManifests()],
    makes: ['node_modules/.pnpm', ...workspaceManifests().map(linksOf).filter(Boolean)],
    // Not after the package manager: another copy of the same version has nothing to install again.
    run: () => pnpm('install', '--frozen-lockfile', '--prefer-offline', '--loglevel=error'),
  },
  {
    name: 'ONNX Runtime',
    from: [
      'packages/onnxruntime/assemble.mjs',
      'packages/onnxruntime/telemetry.js',
      'packages/onnxruntime/package.json',
    ],
    makes: ['packages/onnxruntime/dist/index.js', ...binding()],
    follows: ['dependencies'],
    run: () => node('packages/onnxruntime', 'assemble.mjs'),
  },
  build('core', 'packages/core', ['index.js', 'worker.js'], ['ONNX Runtime'], ['--no-dts']),
  build('remote decoder', 'packages/decoder-remote', ['index.js'], ['core'], ['--no-dts']),
  build('command line', 'packages/plugin-cli', ['main.js'], ['core', 'remote decoder']),
  // Nobody needs the types to run the program, and they take ten times as long.
  { ...build(TYPES, 'packages/core', ['index.d.ts'], ['core']), forDevelopment: true },
  {
    ...build(
      'types of remote decoder',
      'packages/decoder-remote',
      ['index.d.ts'],
      ['remote decoder', TYPES],
    ),
    forDevelopment: true,
  },
  {
    ...build('PostgreSQL store', 'packages/store-postgres', ['index.js', 'index.d.ts'], [TYPES]),
    forDevelopment: true,
  },
  {
    name: 'Lightroom plug-in',
    from: ['src', 'scripts', 'translations', 'package.json', 'tsconfig.json'].map(
      (name) => `packages/plugin-lightroom/${name}`,
    ),
    makes: ['packages/plugin-lightroom/dist/Calm.lrplugin/Info.lua'],
    follows: ['dependencies', 'types of core'],
    run: () => node('packages/plugin-lightroom', 'scripts/build.mjs'),
    forDevelopment: true,
  },
  {
    name: 'Figma panel',
    from: ['src', 'scripts', 'manifest.json', 'package.json'].map(
      (name) => `packages/plugin-figma/${name}`,
    ),
    makes: ['packages/plugin-figma/dist/ui.html'],
    follows: ['core'],
    run: () => node('packages/plugin-figma', 'scripts/build.mjs'),
    forDevelopment: true,
  },
];

function build(name, folder, makes, follows, args = []) {
  return {
    name,
    from: [
      `${folder}/src`,
      `${folder}/package.json`,
      `${folder}/tsup.config.ts`,
      `${folder}/tsconfig.json`,
      'tsconfig.base.json',
    ],
    makes: makes.map((file) => `${folder}/dist/${file}`),
    follows: ['dependencies', ...follows],
    run: () =>
      node(
        folder,
        path.join(root, 'node_modules/tsup/dist/cli-default.js'),
        '--silent',
        '--no-clean',
        ...args,
      ),
  };
}

/**
 * Brings everything up to date, or does nothing where it is. Safe to call from several processes at once.
 *
 * @param {{ forDevelopment?: boolean, types?: boolean }} [options] whether to make what only tests, linters and packages need; or the types of core
 *   alone, for the editors of those who write an extension
 */
export async function setUp({ forDevelopment = false, types = false } = {}) {
  requireNode();
  const steps = STEPS.filter(
    (step) => forDevelopment || !step.forDevelopment || (types && step.name === TYPES),
  );
  if (!steps.some((step) => isDue(step))) return;
  try {
    await catchUp(steps);
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    say(error.message);
    process.exit(1);
  }
}

async function catchUp(steps) {
  const release = await lock();
  try {
    // Asked again: another process may have done it all while this one waited.
    for (const step of steps) if (isDue(step)) await perform(step);
  } finally {
    release();
  }
}

function requireNode() {
  const { engines } = manifest('package.json');
  const [major, minor] = engines.node.match(/\d+/gu).map(Number);
  const [hasMajor, hasMinor] = process.versions.node.split('.').map(Number);
  if (hasMajor < major || (hasMajor === major && hasMinor < minor)) {
    say(`CALM needs Node ${major}.${minor} or later; this is ${process.versions.node}.`);
    process.exit(1);
  }
}

function isDue(step) {
  return step.makes.some((file) => !existsSync(path.join(root, file))) || !isFresh(step);
}

async function perform(step) {
  const started = performance.now();
  say(`Setting up: ${step.name} …`);
  // Taken before the work: what changes meanwhile makes the step due again.
  const files = filesOf(step);
  const made = { stamp: stampOf(files), content: contentOf(files) };
  await step.run();
  const missing = step.makes.filter((file) => !existsSync(path.join(root, file)));
  if (missing.length > 0) {
    throw new SetUpError(`Setting up ${step.name} did not make ${missing.join(', ')}.`);
  }
  const state = readState();
  for (const later of STEPS) if (later.follows?.includes(step.name)) delete state[later.name];
  writeState({ ...state, [step.name]: made });
  say(`Setting up: ${step.name}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Times and sizes first, since they are quick to read; contents only where these have moved, as by a checkout. */
function isFresh(step) {
  const known = readState()[step.name];
  if (known === undefined) return false;
  const files = filesOf(step);
  if (stampOf(files) === known.stamp) return true;
  return contentOf(files) === known.content;
}

function filesOf(step) {
  return step.from.flatMap((entry) => walk(entry)).sort();
}

function walk(entry) {
  const info = statSync(path.join(root, entry), { throwIfNoEntry: false });
  if (info === undefined) return [];
  if (!info.isDirectory()) return [entry];
  return readdirSync(path.join(root, entry), { withFileTypes: true }).flatMap((child) => {
    if (child.isDirectory()) return walk(`${entry}/${child.name}`);
    return child.name.endsWith('.test.ts') ? [] : [`${entry}/${child.name}`];
  });
}

function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const info = statSync(path.join(root, file), { throwIfNoEntry: false });
    hash.update(`${file}\n${info?.size}\n${info?.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function contentOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\n`).update(
      createHash('sha256')
        .update(readFileSync(path.join(root, file)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

function readState() {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8'));
  } catch (error) {
    // A first start, or a state that was cut off: everything is done again.
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return {};
    throw error;
  }
}

function writeState(state) {
  const draft = `${stateFile}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(draft, stateFile);
}

/** Waits until no other process sets up, then keeps others waiting until the returned function is called. */
async function lock() {
  mkdirSync(tools, { recursive: true });
  const file = path.join(tools, 'lock');
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${process.pid}`);
  let told = false;
  try {
    // A link appears with its content or not at all.
    while (!tryToLink(mine, file)) {
      const owner = ownerOf(file);
      if (owner !== undefined && !isAlive(owner)) discard(file, owner);
      else {
        if (!told)
          say(`Another start is setting up (process ${owner}, .tools/lock); waiting for it.`);
        told = true;
        await delay(100);
      }
    }
  } finally {
    unlinkSync(mine);
  }
  return () => {
    unlinkSync(file);
  };
}

function tryToLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @returns the process that holds the lock; `undefined` where it has just been released */
function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error.code === 'EPERM';
  }
}

/** Takes a dead process's lock away. Moving it first tells whether somebody else was faster and has locked anew. */
function discard(file, owner) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (ownerOf(aside) === owner) unlinkSync(aside);
  else renameSync(aside, file);
}

/** Without install scripts: pnpm's launcher finds the program of this platform by itself. */
async function installPnpm() {
  const folder = path.join(tools, packageManager);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  args.push('--loglevel=error', packageManager);
  const npm = process.env.npm_execpath;
  if (npm !== undefined && /npm-cli\.c?js$/u.test(npm))
    await run(folder, process.execPath, npm, ...args);
  else await run(folder, process.platform === 'win32' ? 'npm.cmd' : 'npm', ...args);
}

/** Runs the pinned pnpm in the repository. */
export async function pnpm(...args) {
  await node('.', pnpmProgram, ...args);
}

async function node(folder, ...args) {
  await run(path.join(root, folder), process.execPath, ...args);
}

/** Runs a program with all it says on standard error, which is where set-up speaks. */
function run(cwd, program, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 2, 2],
      shell: program.endsWith('.cmd'),
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new SetUpError(
            `Set-up stopped: ${args.join(' ')} in ${cwd} ended with ${signal ?? `status ${code}`}.`,
          ),
        );
    });
  });
}

/** A step failed; what it said has gone to standard error already. */
class SetUpError extends Error {}

export function workspaceManifests() {
  const inside = (folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${folder}/${entry.name}/package.json`)
      .filter((file) => existsSync(path.join(root, file)));
  return [...inside('packages'), ...inside('packages/onnxruntime/platforms')];
}

function manifest(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/** The folder in which pnpm links what a package depends on, if it depends on anything. */
function linksOf(file) {
  const { dependencies, devDependencies } = manifest(file);
  return dependencies || devDependencies ? `${path.dirname(file)}/node_modules` : undefined;
}

function binding() {
  const folder = `packages/onnxruntime/platforms/${process.platform}-${process.arch}`;
  return existsSync(path.join(root, folder)) ? [`${folder}/bin/onnxruntime_binding.node`] : [];
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Whether a module is the program that was started, rather than imported. */
export function isProgram(moduleUrl) {
  return (
    process.argv[1] !== undefined && pathToFileURL(realpathSync(process.argv[1])).href === moduleUrl
  );
}

if (isProgram(import.meta.url)) await setUp({ forDevelopment: true });
