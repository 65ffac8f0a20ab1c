/** A program that embeds the engine and measures one thing: `start`, `idle`, `loop` or `together`. Prints it as JSON. */
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { setTimeout as wait } from 'node:timers/promises';

const [what, ...paths] = process.argv.slice(2);
const IDLE_MS = 30_000;
const PICTURES = 50;
/** How often the event loop is looked at, in milliseconds. */
const RESOLUTION = 1;

const before = process.memoryUsage.rss();
const began = performance.now();
const { createEngine } = await import('../../packages/core/dist/index.js');
const imported = performance.now();
const engine = await createEngine();
const created = performance.now();
const sources = Array.from({ length: PICTURES }, (_, index) => ({
  kind: 'path',
  path: paths[index % paths.length],
}));
await engine.assess(sources[0]);
const assessed = performance.now();

const measures = {
  start: () => ({
    imported: imported - began,
    created: created - imported,
    first: assessed - created,
    total: assessed,
  }),
  async idle() {
    const after = process.memoryUsage.rss();
    const busy = process.cpuUsage();
    await wait(IDLE_MS);
    const { user, system } = process.cpuUsage(busy);
    return {
      ms: IDLE_MS,
      before,
      after,
      later: process.memoryUsage.rss(),
      cpu: (user + system) / 1000,
    };
  },
  loop: () =>
    delayed(async () => {
      for (const source of sources) await engine.assess(source);
    }),
  together: () =>
    delayed(async () => {
      for await (const { status } of engine.assessMany(sources)) {
        if (status !== 'ok') throw new Error('A picture could not be assessed.');
      }
    }),
};

async function delayed(work) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  const stretches = [];
  let last = taken();
  const ticking = setInterval(() => {
    const now = taken();
    stretches.push((now - last) / 1e6);
    last = now;
  }, RESOLUTION);
  delay.enable();
  await work();
  delay.disable();
  clearInterval(ticking);
  const past = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
  return {
    pictures: PICTURES,
    p50: past(delay.percentile(50)),
    p99: past(delay.percentile(99)),
    max: past(delay.max),
    busy: at(stretches),
  };
}

/** Processor time of this thread so far, in nanoseconds; where the system does not tell it, no number. */
function taken() {
  if (process.platform !== 'linux') return NaN;
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]);
}

function at(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const share = (part) => sorted[Math.floor((sorted.length - 1) * part)];
  return { p50: share(0.5), p99: share(0.99), max: share(1) };
}

const figures = await measures[what]();
await engine.dispose();
console.log(JSON.stringify(figures));
