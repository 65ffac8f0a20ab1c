/**
 * Speed and memory, against the floor "sharp decodes the same file, ONNX Runtime runs the same encoder, nothing else".
 * Floor and engine take turns within one run, so that what else the machine does falls on both.
 *
 *   node benchmarks/speed.mjs [--photos FOLDER] [--count 16] [--rounds 7] [--pictures 500] [--long]
 *                             [--engine FILE] [--out FOLDER] [--only memory]
 *
 * `--long` watches memory over 10,000 pictures. `--only memory` measures nothing else, prints the figures and leaves the
 * published results as they are. The set is made once, under benchmarks/.work.
 */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { machine } from './machine.mjs';
import { openFloor, warmFiles } from './speed/floor.mjs';
import { bytesOf, timeGraphs } from './speed/graphs.mjs';
import { makePhotos } from './speed/photos.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    photos: { type: 'string', default: here('../examples/photos') },
    count: { type: 'string', default: '16' },
    rounds: { type: 'string', default: '7' },
    pictures: { type: 'string', default: '500' },
    long: { type: 'boolean', default: false },
    only: { type: 'string' },
    engine: { type: 'string', default: here('../packages/core/dist/index.js') },
    out: { type: 'string', default: here('results') },
  },
});
const enginePath = resolve(options.engine);
if (options.only !== undefined && options.only !== 'memory') {
  throw new Error(`--only ${options.only}: only "memory" can be measured alone.`);
}
const pictures = options.long ? 10_000 : Number(options.pictures);
const say = (text) => process.stderr.write(`${text}\n`);

say('Making the set …');
const paths = await makePhotos(
  resolve(options.photos),
  here('.work/speed/photos'),
  Number(options.count),
);
const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
await warmFiles(paths);

if (options.only === 'memory') {
  say(`Memory over ${pictures} pictures …`);
  process.stdout.write(`${JSON.stringify(await measureMemory(pictures), null, 1)}\n`);
  process.exit();
}

say('First result …');
const first = [];
for (let run = 0; run < Number(options.rounds); run++) {
  const began = performance.now();
  const child = spawn(process.execPath, [here('speed/first.mjs'), enginePath, paths[0]], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(([code]) => {
      throw new Error(`The first result did not come; the process ended with status ${code}.`);
    }),
  ]);
  first.push(performance.now() - began);
  await ended;
}

say('Floor and engine, in turn …');
const { createEngine } = await import(pathToFileURL(enginePath).href);
const engine = await createEngine();
const floor = await openFloor(engine.bundle);
const byAttribute = timeAttributes(engine);
const source = (path) => ({ kind: 'path', path });
const stages = [];
const single = [];
const many = [];
await floor.time(paths[0]);
await engine.assess(source(paths[0]));
byAttribute.clear();
for (let round = 0; round < Number(options.rounds); round++) {
  const alone = { floor: 0, engine: 0 };
  for (const path of paths) {
    const { decode, encode } = await floor.time(path);
    alone.floor += decode + encode;
    const began = performance.now();
    const stage = { floorDecode: decode, floorEncode: encode };
    let last = began;
    await engine.assess(source(path), {
      onProgress: (step) => {
        stage[step] = performance.now() - last;
        last = performance.now();
      },
    });
    alone.engine += performance.now() - began;
    stages.push(stage);
  }
  single.push(alone);
  const floorTime = await floor.timeMany(paths);
  const began = performance.now();
  for await (const result of engine.assessMany(paths.map(source))) {
    if (result.status !== 'ok') throw new Error(result.error.message);
  }
  many.push({ floor: floorTime, engine: performance.now() - began });
  say(`  round ${round + 1} of ${options.rounds}`);
}
await floor.dispose();
say('Graphs …');
const graphs = await timeGraphs(engine.bundle, Number(options.rounds) * 10);
const bundleBytes = await bytesOf(engine.bundle);
await engine.dispose();

say(`Memory over ${pictures} pictures …`);
const memory = await measureMemory(pictures);

const results = {
  date: new Date().toISOString().slice(0, 10),
  machine: machine(),
  set: { files: paths.length, megapixels: 12, megabytesEach: sum(sizes) / sizes.length / 1e6 },
  ratioOneByOne: spread(single.map((round) => round.engine / round.floor)),
  ratioMany: spread(many.map((round) => round.engine / round.floor)),
  perSecondOneByOne: spread(single.map((round) => (paths.length * 1000) / round.engine)),
  perSecondMany: spread(many.map((round) => (paths.length * 1000) / round.engine)),
  floorPerSecondMany: spread(many.map((round) => (paths.length * 1000) / round.floor)),
  firstResultMilliseconds: spread(first),
  stagesMilliseconds: Object.fromEntries(
    Object.keys(stages[0]).map((step) => [step, spread(stages.map((stage) => stage[step]))]),
  ),
  attributesMilliseconds: Object.fromEntries(
    [...byAttribute].map(([id, times]) => [id, spread(times).median]).sort((a, b) => b[1] - a[1]),
  ),
  ratioGraphs: spread(graphs.map((times) => sum(Object.values(times)) / times.encoder)),
  graphsMilliseconds: Object.fromEntries(
    Object.keys(graphs[0]).map((name) => [name, spread(graphs.map((times) => times[name]))]),
  ),
  bundleMegabytes: bundleBytes / 1e6,
  memory,
};
const markdown = toMarkdown(results);
await mkdir(options.out, { recursive: true });
await writeFile(join(options.out, 'speed.json'), `${JSON.stringify(results, null, 1)}\n`);
await writeFile(join(options.out, 'speed.md'), markdown);
process.stdout.write(markdown);

/** Milliseconds of each attribute's measure. What several share is paid by the first that asks. */
function timeAttributes(engine) {
  const times = new Map();
  for (const attribute of engine.attributes) {
    const measure = attribute.measure.bind(attribute);
    attribute.measure = (scene) => {
      const began = performance.now();
      const reading = measure(scene);
      times.set(attribute.id, [...(times.get(attribute.id) ?? []), performance.now() - began]);
      return reading;
    };
  }
  return times;
}

function measureMemory(count) {
  const child = fork(here('speed/memory.mjs'), { stdio: ['ignore', 2, 2, 'ipc'] });
  child.send({ engine: enginePath, paths, count });
  return new Promise((done, failed) => {
    child.on('message', ({ progress, result }) => {
      if (result !== undefined) done(result);
      else say(`  ${progress}`);
    });
    child.on('exit', (code) =>
      failed(new Error(`The memory run ended with status ${code} and no result.`)),
    );
  });
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    minimum: sorted[0],
    median: sorted[Math.floor(sorted.length / 2)],
    maximum: sorted.at(-1),
  };
}

function toMarkdown(r) {
  const show = ({ minimum, median, maximum }, digits = 2) =>
    `${median.toFixed(digits)} (${minimum.toFixed(digits)} to ${maximum.toFixed(digits)})`;
  const { memory: m, stagesMilliseconds: s } = r;
  return `# Speed and memory

${r.date}, ${r.machine}. ${r.set.files} JPEGs of ${r.set.megapixels} megapixels, ${r.set.megabytesEach.toFixed(1)} MB each, in a warm file cache.
Made by \`node benchmarks/speed.mjs\`. Medians, with minimum and maximum over rounds; floor and engine took turns.

| | figure | asked |
|---|---|---|
| engine against floor, one picture at a time | ${show(r.ratioOneByOne)} × | 1.25 × |
| engine against floor, many pictures, both overlapping decoding and encoding | ${show(r.ratioMany)} × | 1.25 × |
| pictures per second, one at a time | ${show(r.perSecondOneByOne, 1)} | |
| pictures per second, many | ${show(r.perSecondMany, 1)} | 20 |
| floor's pictures per second, many | ${show(r.floorPerSecondMany, 1)} | |
| first result after process start, ms | ${show(r.firstResultMilliseconds, 0)} | 1000 |
| peak resident memory over ${m.pictures} pictures, MB | ${m.peakMegabytes.toFixed(0)} | 400 |
| growth of resident memory over them | ${(m.growth * 100).toFixed(1)} % (${m.megabytesPerThousand.toFixed(1)} MB per thousand) | 5 % |
| all graphs of an assessment against the encoder alone | ${show(r.ratioGraphs)} × | 1.3 × |
| bundle without language model, MB | ${r.bundleMegabytes.toFixed(1)} | 60 |
| event loop delay while running, ms | median ${m.eventLoopDelay.p50.toFixed(1)}, 99 % ${m.eventLoopDelay.p99.toFixed(1)}, longest ${m.eventLoopDelay.max.toFixed(0)} | |

## Where the time goes (one picture at a time, ms)

| stage | milliseconds |
|---|---|
| floor: full decode | ${show(s.floorDecode, 1)} |
| floor: encoder | ${show(s.floorEncode, 1)} |
| engine: open (read, hash, decode, scale, cut tiles) | ${show(s.opened, 1)} |
| engine: encoder and faces | ${show(s.encoded, 1)} |
| engine: subject and attributes | ${show(s.read, 1)} |
| engine: score | ${show(s.scored, 1)} |

| graph (one thread, 320 × 427 pixels, 14 cut-outs) | milliseconds |
|---|---|
${Object.entries(r.graphsMilliseconds)
  .map(([name, time]) => `| ${name} | ${show(time, 1)} |`)
  .join('\n')}

${
  Object.keys(r.attributesMilliseconds).length === 0
    ? ''
    : `| attribute (what several share is paid by the first) | median ms |
|---|---|
${Object.entries(r.attributesMilliseconds)
  .filter(([, time]) => time >= 0.1)
  .map(([id, time]) => `| ${id} | ${time.toFixed(1)} |`)
  .join('\n')}
`
}`;
}
