/**
 * What an extension costs: the start of its process, and a call of a measure by what it needs.
 *
 *   node benchmarks/extensions.mjs [--calls 200] [--starts 20]
 *
 * The measure answers at once, so what is timed is the way there and back: copying, and two processes that take turns. Figures want a machine with
 * nothing else to do.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEngine, openExtensions } from '../packages/core/dist/index.js';
import { machine } from './machine.mjs';

const { values: options } = parseArgs({
  options: { calls: { type: 'string', default: '200' }, starts: { type: 'string', default: '20' } },
});
const calls = Number(options.calls);
const starts = Number(options.starts);
const PHOTO = fileURLToPath(new URL('../examples/photos/sunset.jpg', import.meta.url));
const NEEDS = [
  ['nothing'],
  ['subject'],
  ['tokens'],
  ['working'],
  ['tiles'],
  ['features'],
  ['working', 'tokens'],
];

const folder = await mkdtemp(path.join(tmpdir(), 'calm-benchmark-'));
try {
  await writeExtension();
  const start = [];
  for (let round = 0; round < starts; round++) {
    const once = await open();
    const began = performance.now();
    await once.activate('bench.mark');
    start.push(performance.now() - began);
    await once[Symbol.asyncDispose]();
  }

  const extensions = await open();
  let scene;
  const engine = await createEngine({
    attributes: extensions.attributes.map((attribute) => ({
      ...attribute,
      measure(given, signal) {
        scene = given;
        return attribute.measure(given, signal);
      },
    })),
  });
  await engine.assess({ kind: 'path', path: PHOTO });
  await scene.tokens();
  const times = extensions.attributes.map(() => []);
  // Turn by turn, so that whatever else the machine does falls on all.
  for (let round = 0; round < calls; round++) {
    for (const [index, attribute] of extensions.attributes.entries()) {
      const began = performance.now();
      const { status } = await attribute.measure(scene);
      if (status !== 'measured') throw new Error(`${attribute.id} was not measured.`);
      times[index].push(performance.now() - began);
    }
  }
  await engine.dispose();
  await extensions[Symbol.asyncDispose]();

  const { width, height } = scene.picture.working;
  const rows = [
    ['start of the process, until it is active', spread(start)],
    ...NEEDS.map((needs, index) => [`a call with ${needs.join(' and ')}`, spread(times[index])]),
  ];
  const results = {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    load: Number(loadavg()[0].toFixed(1)),
    working: { width, height },
    starts,
    calls,
    milliseconds: Object.fromEntries(rows),
  };
  const table = [
    '# Extensions',
    '',
    `${results.date}, ${results.machine}, load ${results.load}. Made by \`node benchmarks/extensions.mjs\`.`,
    '',
    `${starts} starts and ${calls} calls of each sort, turn by turn. The measure answers at once: this is the way there and back. The working picture is`,
    `${width} × ${height}, ${((width * height * 3) / 1e6).toFixed(1)} MB.`,
    '',
    '| ms | least | median | 95 % below | most |',
    '|---|---|---|---|---|',
    ...rows.map(
      ([what, { least, median, p95, most }]) =>
        `| ${what} | ${least} | ${median} | ${p95} | ${most} |`,
    ),
    '',
  ].join('\n');
  console.log(table);
  await writeFile(new URL('results/extensions.md', import.meta.url), table);
  await writeFile(
    new URL('results/extensions.json', import.meta.url),
    `${JSON.stringify(results, undefined, 2)}\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

function open() {
  return openExtensions([folder], {
    trusted: () => true,
    storage: folder,
    proposed: true,
    onProblem: (error) => {
      throw error;
    },
  });
}

async function writeExtension() {
  const attributes = NEEDS.map((needs) => ({
    id: `bench.${needs.join('-')}`,
    title: needs.join(' '),
    meaning: 'Answers at once.',
    level: 'low',
    kind: 'style',
    unit: '',
    range: [0, 1],
    direction: 'higher-is-better',
    needs: needs.filter((need) => need !== 'nothing'),
  }));
  const manifest = {
    name: 'mark',
    version: '1.0.0',
    publisher: 'bench',
    type: 'module',
    main: './index.js',
    engines: { calm: '^1.0.0' },
    calm: { contributes: { attributes }, enabledApiProposals: ['attributeFeatures'] },
  };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(
    path.join(folder, 'index.js'),
    `export function activate({ attributes }) {
      for (const id of ${JSON.stringify(attributes.map(({ id }) => id))}) {
        attributes.register(id, {
          measure: () => ({ status: 'measured', value: 0, score: 0, confidence: 1 }),
        });
      }
    }`,
  );
}

function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) =>
    Number(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(2));
  return { least: at(0), median: at(0.5), p95: at(0.95), most: at(1) };
}
