/**
 * The change benchmark: clean photographs, changed in one known respect, and whether the engine sees it.
 *
 *   node benchmarks/changes/run.mjs --data FOLDER [--limit N] [--kinds a,b] [--changes own,second] [--part test]
 *                                   [--processes 2] [--engine FILE] [--out FOLDER]
 *
 * A run that was stopped goes on where it was, as long as the engine and the changes are the same files.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keyOf } from './records.mjs';
import { findBases } from './bases.mjs';
import { basesFor, KINDS } from './kinds.mjs';
import { machine } from '../machine.mjs';
import { tabulate, toMarkdown } from './table.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    limit: { type: 'string' },
    kinds: { type: 'string' },
    changes: { type: 'string', default: 'own,second' },
    part: { type: 'string', default: 'test' },
    processes: { type: 'string', default: '2' },
    engine: { type: 'string', default: here('../../packages/core/dist/index.js') },
    out: { type: 'string', default: here('../results') },
  },
});
if (options.data === undefined) {
  console.error(
    'usage: node benchmarks/changes/run.mjs --data FOLDER [--limit N] [--kinds a,b] [--changes own,second]',
  );
  process.exit(2);
}

const began = Date.now();
const engine = resolve(options.engine);
const limit = Number(options.limit ?? Infinity);
const listed = await findBases(resolve(options.data), options.part);
const kinds = KINDS.filter(
  ({ id }) => options.kinds === undefined || options.kinds.split(',').includes(id),
);
const implementations = options.changes.split(',');
const drawn = new Map(kinds.map((kind) => [kind, new Set(basesFor(kind, listed, limit))]));
// Clean photographs cost little and false alarms are rare, so the limit holds for the changed ones only.
const bases = listed.map((base) => ({
  ...base,
  kinds: kinds.filter((kind) => drawn.get(kind).has(base)),
}));

const build = await fingerprint();
const cache = join(here('../.work/changes'), `${build}.jsonl`);
await mkdir(dirname(cache), { recursive: true });
const kept = existsSync(cache)
  ? (await readFile(cache, 'utf8')).split('\n').flatMap(parseLine)
  : [];
const wanted = new Map(
  bases.map(({ sha256, kinds }) => [sha256, new Set(kinds.map(({ id }) => id))]),
);
const records = kept.filter(
  ({ base, kind, implementation }) =>
    wanted.has(base) &&
    (kind === undefined ||
      (wanted.get(base).has(kind) && implementations.includes(implementation))),
);
const known = records.map(keyOf);

const log = createWriteStream(cache, { flags: 'a' });
const processes = Math.min(Number(options.processes), bases.length);
let last = 0;
await Promise.all(
  Array.from({ length: processes }, (_, share) => {
    const child = fork(here('assess.mjs'), { stdio: ['ignore', 2, 2, 'ipc'] });
    child.send({
      engine,
      bases: bases.filter((_, index) => index % processes === share),
      implementations,
      known,
    });
    child.on('message', (record) => {
      records.push(record);
      log.write(`${JSON.stringify(record)}\n`);
      if (Date.now() - last < 2000) return;
      last = Date.now();
      const rate = (records.length - known.length) / ((last - began) / 1000);
      process.stderr.write(`\r${records.length} assessments, ${rate.toFixed(1)}/s  `);
    });
    return new Promise((done, failed) => {
      child.on('error', failed);
      child.on('exit', (code) =>
        code === 0 ? done() : failed(new Error(`A process ended with status ${code}.`)),
      );
    });
  }),
);
await new Promise((done) => log.end(done));
process.stderr.write('\n');

const table = tabulate(records, bases);
const facts = {
  machine: machine(),
  build,
  date: new Date().toISOString().slice(0, 10),
};
const markdown = toMarkdown(table, facts);
await mkdir(options.out, { recursive: true });
await writeFile(
  join(options.out, 'changes.json'),
  `${JSON.stringify({ ...facts, ...table }, null, 1)}\n`,
);
await writeFile(join(options.out, 'changes.md'), markdown);
process.stdout.write(markdown);

/** Names everything that decides a record: the engine's build and the code of the changes. */
async function fingerprint() {
  const hash = createHash('sha256');
  for (const name of (await readdir(dirname(engine)))
    .filter((name) => name.endsWith('.js'))
    .sort()) {
    hash.update(await readFile(join(dirname(engine), name)));
  }
  for (const name of [
    'second_implementation.py',
    'changers.mjs',
    'assess.mjs',
    'records.mjs',
    'bases.mjs',
    'kinds.mjs',
    'bases.json',
  ]) {
    hash.update(await readFile(here(name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** A line that a killed run left unfinished is done again. */
function parseLine(line) {
  try {
    return [JSON.parse(line)];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
