/**
 * What a server does under load: many clients at a time, each with a token of its own, against `calm serve` in a process of its own.
 *
 *   node benchmarks/serve/load.mjs [--clients 200] [--seconds 60] [--out FOLDER]
 *
 * Every client has one request under way: three of four assess a picture and then the next, every fourth starts a job of five and fetches what
 * it gives. No two pictures are the same, so that nothing is remembered and every answer is known for whose it is. Linux alone tells memory.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CalmError, clientRecord, connectHttp, newToken } from '../../packages/core/dist/index.js';
import { machine } from '../machine.mjs';

const { values: options } = parseArgs({
  options: {
    clients: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    out: { type: 'string', default: fileURLToPath(new URL('../results', import.meta.url)) },
  },
});
const seconds = Number(options.seconds);
const OF_A_JOB = 5;
const WIDTH = 96;
const HEIGHT = 64;

const folder = await mkdtemp(path.join(tmpdir(), 'calm-load-'));
const data = path.join(folder, 'calm');
await mkdir(data);
const tokens = Array.from({ length: Number(options.clients) }, newToken);
const records = tokens.map((token, index) =>
  clientRecord(token, { name: `Client ${index}`, kind: 'paired' }),
);
await writeFile(path.join(data, 'clients.json'), JSON.stringify({ clients: records }));

const program = fileURLToPath(new URL('../../packages/plugin-cli/dist/main.js', import.meta.url));
const server = spawn(process.execPath, [program, 'serve', '--port', '0', '--no-cache'], {
  env: { ...process.env, XDG_DATA_HOME: folder, CALM_STORE: '' },
  stdio: ['ignore', 'inherit', 'pipe'],
});
const url = await new Promise((resolve, reject) => {
  server.stderr.setEncoding('utf8').on('data', (text) => {
    const [found] = /http:\/\/localhost:\d+/u.exec(text) ?? [];
    if (found === undefined) process.stderr.write(text);
    else resolve(found);
  });
  server.once('exit', (status) => reject(new Error(`The server ended with ${status}.`)));
});

/** What came of all requests. */
const counts = { asked: 0, done: 0, mixedUp: 0, duplicated: 0, lost: 0 };
const errors = new Map();
const latencies = [];
const discovering = [];
let ended = false;

const memory = [['start', await residentMegabytes()]];
const began = performance.now();
const clients = tokens.map((token, index) => client(token, index));
const beside = discover();
for (const share of [0.25, 0.5, 0.75, 1]) {
  await wait(Math.max(0, began + share * seconds * 1000 - performance.now()));
  memory.push([`${share * 100} %`, await residentMegabytes()]);
}
ended = true;
const done = await Promise.all(clients);
await beside;
const took = (performance.now() - began) / 1000;
const stopping = performance.now();
server.kill('SIGTERM');
const [status] = await once(server, 'exit');
const stopped = performance.now() - stopping;
await rm(folder, { recursive: true });
counts.lost =
  counts.asked - counts.done - [...errors.values()].reduce((sum, each) => sum + each, 0);

const [least, median, most] = [Math.min(...done), quantile(done, 0.5), Math.max(...done)];
const figures = [
  ['pictures asked', counts.asked],
  ['done', counts.done],
  ['done per second', (counts.done / took).toFixed(1)],
  ['lost', counts.lost],
  ['duplicated', counts.duplicated],
  ["another's", counts.mixedUp],
  ['errors', [...errors].map(([code, count]) => `${code} ${count}`).join(', ') || 0],
  ['done in time for each client: least, median, most', `${least}, ${median}, ${most}`],
  ['`assess`, ms: p50, p99', `${at(latencies, 0.5)}, ${at(latencies, 0.99)}`],
  [
    `\`calm/discover\` beside it, ms: p50, p99, of ${discovering.length}`,
    `${at(discovering, 0.5)}, ${at(discovering, 0.99)}`,
  ],
  ['resident memory, MB', memory.map(([when, megabytes]) => `${when} ${megabytes}`).join(', ')],
  ['ended with, after ms', `${status}, ${stopped.toFixed(0)}`],
];
const text = `# The server under load

${new Date().toISOString().slice(0, 10)}, ${machine()}. ${tokens.length} clients for ${seconds} seconds, pictures of ${WIDTH} × ${HEIGHT} pixels.
Made by \`node benchmarks/serve/load.mjs\`; clients and server share the machine.

| | figure |
|---|---|
${figures.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n')}
`;
console.log(text);
await writeFile(path.join(options.out, 'serve.md'), text);
const broken = counts.lost + counts.duplicated + counts.mixedUp + errors.size;
process.exitCode = broken === 0 && status === 0 ? 0 : 1;

/** Asks until time is up, one request at a time. @returns how many pictures were done by then */
async function client(token, index) {
  const engine = connectHttp(url, token, { client: { name: `Client ${index}` } });
  let mine = 0;
  for (let round = 0; !ended; round++) {
    const names = Array.from(
      { length: index % 4 === 0 ? OF_A_JOB : 1 },
      (_, part) => `${index}-${round}-${part}`,
    );
    counts.asked += names.length;
    const heard = new Map(names.map((name) => [name, 0]));
    const hear = (result) => {
      const times = heard.get(result.source.name);
      if (times === undefined) counts.mixedUp++;
      else heard.set(result.source.name, times + 1);
      if (!ended) mine++;
    };
    try {
      if (names.length === 1) await assess(engine, names[0], hear);
      else await assessAsJob(engine, names, hear);
      for (const times of heard.values()) {
        if (times > 0) counts.done++;
        if (times > 1) counts.duplicated++;
      }
    } catch (error) {
      if (!(error instanceof CalmError)) throw error;
      errors.set(error.code, (errors.get(error.code) ?? 0) + names.length);
    }
  }
  await engine[Symbol.asyncDispose]();
  return mine;
}

async function assess(engine, name, hear) {
  const asked = performance.now();
  hear(await engine.call('assess', { source: picture(name) }));
  latencies.push(performance.now() - asked);
}

async function assessAsJob(engine, names, hear) {
  const { job } = await engine.call('assess/start', { sources: names.map(picture) });
  let since = 0;
  for (;;) {
    const { state, results, cursor, total } = await engine.call('job/get', { job, since });
    results.forEach(hear);
    since = cursor;
    if (state !== 'running' && since >= total) return;
    await wait(200);
  }
}

async function discover() {
  const token = (await readFile(path.join(data, 'token'), 'utf8')).trim();
  const engine = connectHttp(url, token);
  while (!ended) {
    const asked = performance.now();
    await engine.call('calm/discover', {});
    discovering.push(performance.now() - asked);
    await wait(100);
  }
}

/** A picture that no other is. */
function picture(name) {
  const [client, round, part] = name.split('-').map(Number);
  const samples = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let index = 0; index < samples.length; index++) {
    samples[index] = (index * (1 + (client % 7)) + round * 31 + part * 7) % 256;
  }
  samples.writeUInt32LE(client * 1e6 + round * 100 + part);
  const base64 = samples.toString('base64');
  return {
    kind: 'pixels',
    name,
    base64,
    width: WIDTH,
    height: HEIGHT,
    channels: 3,
    colourSpace: 'srgb',
  };
}

async function residentMegabytes() {
  const text = await readFile(`/proc/${server.pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(text)?.[1] ?? Number.NaN) / 1024);
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function at(values, share) {
  return quantile(values, share).toFixed(0);
}
