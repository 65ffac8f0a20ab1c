/**
 * What a program pays that embeds the engine: until its first result, while nothing is asked, and how long its event loop waits while pictures
 * are assessed. Each in a process of its own, with nothing else in it.
 *
 *   node benchmarks/embedding.mjs [PICTURES…]
 *
 * Without pictures the sample photographs are assessed, in turn, 50 in all.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { machine } from './machine.mjs';

const here = import.meta.dirname;
const host = path.join(here, 'embedding/host.mjs');
const photos = path.join(here, '../examples/photos');
const given = process.argv.slice(2).map((each) => path.resolve(each));
const pictures =
  given.length > 0
    ? given
    : readdirSync(photos)
        .filter((name) => name !== 'CREDITS.md')
        .map((name) => path.join(photos, name));

const STARTS = 7;
/** How many threads wanted a processor, on average, before this began. */
const [load] = loadavg();

function measured(what) {
  const output = execFileSync(process.execPath, [host, what, ...pictures], { encoding: 'utf8' });
  return JSON.parse(output);
}

const starts = Array.from({ length: STARTS }, () => measured('start'));
const median = (name) =>
  starts.map((start) => start[name]).sort((a, b) => a - b)[Math.floor(STARTS / 2)];
const idle = measured('idle');
// What a machine charges a process that does nothing differs from machine to machine, and is no cost of the engine.
const empty = Number(
  execFileSync(
    process.execPath,
    [
      '--eval',
      `const busy = process.cpuUsage();
       setTimeout(() => { const { user, system } = process.cpuUsage(busy); console.log((user + system) / 1000); }, ${idle.ms});`,
    ],
    { encoding: 'utf8' },
  ),
);
const loop = measured('loop');
const together = measured('together');

const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const mb = (value) => `${(value / 1e6).toFixed(0)} MB`;
const delays = ({ p50, p99, max }) => [p50, p99, max].map(ms).join(' / ');
const rows = [
  ['import, median of 7 processes', ms(median('imported'))],
  ['createEngine', ms(median('created'))],
  ['first result', ms(median('first'))],
  ['from the start of the process to the first result', ms(median('total'))],
  ['memory of the process before the import', mb(idle.before)],
  ['memory with an engine that has assessed a picture', mb(idle.after)],
  ['memory 30 s later, nothing asked', mb(idle.later)],
  ['processor time in these 30 s', ms(idle.cpu)],
  ['the same of a Node process that holds nothing', ms(empty)],
  [`event loop delay, ${loop.pictures} pictures one by one: p50 / p99 / longest`, delays(loop)],
  ['the same, by assessMany', delays(together)],
  ['processor time that its thread takes at a stretch, one by one', delays(loop.busy)],
  ['the same, by assessMany', delays(together.busy)],
];

const lines = [
  '# What an embedded engine costs',
  '',
  `\`node benchmarks/embedding.mjs\`, ${machine()}, load ${load.toFixed(1)}, ${new Date().toISOString().slice(0, 10)}.`,
  '',
  '| what | figure |',
  '|---|---|',
  ...rows.map((row) => `| ${row.join(' | ')} |`),
  '',
  'Event loop delay is how much longer than a millisecond a timer of the host waited (`perf_hooks.monitorEventLoopDelay`). On a machine that has other things to do most of it is waiting for a processor; what the engine itself holds the host up is at most the processor time that the thread of the host takes between two turns of its loop.',
  '',
];
mkdirSync(path.join(here, 'results'), { recursive: true });
writeFileSync(fileURLToPath(new URL('results/embedding.md', import.meta.url)), lines.join('\n'));
console.log(lines.join('\n'));
