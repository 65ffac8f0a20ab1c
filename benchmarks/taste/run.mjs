/**
 * How much better a taste knows one person than the general score does: raters and themes of pictures that nothing has seen.
 *
 *   node benchmarks/taste/run.mjs --data FOLDER [--out FOLDER]
 *
 * The recipe cuts the folds, each with a head and a prior of its own (`training/taste/evaluate.py --export`, by a `python3` with the packages
 * of `training/requirements.txt`); the engine's own arithmetic then learns each person from their ratings and orders what they have not seen.
 * The other methods, on the same folds, stand in the bundle's figures, which `training/taste/evaluate.py` writes.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seededBy, Taste, vectorOf } from '../../packages/core/dist/index.js';
import { mean, spearman } from '../changes/statistics.mjs';
import { machine } from '../machine.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    folds: { type: 'string' },
    out: { type: 'string', default: here('../results') },
  },
});
if (options.data === undefined && options.folds === undefined) {
  console.error(
    'usage: node benchmarks/taste/run.mjs --data FOLDER [--out FOLDER], or --folds FOLDER as exported before',
  );
  process.exit(2);
}

const COUNTS = [0, 5, 10, 20, 50, 90];
/** A rank correlation of fewer pictures says nothing. */
const LEAST_ASKED = 6;
const WORSE = 0.02;
const DRAWS = 1000;

const folder = options.folds ?? (await exported(resolve(options.data)));
/** Gains of each person, by count; rank correlations of the general score. */
const gains = new Map(COUNTS.map((count) => [count, new Map()]));
const general = new Map();
let learned = 0;
let milliseconds = 0;
const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
for (const [done, file] of files.entries()) {
  process.stderr.write(`\rfold ${done + 1} of ${files.length}`);
  const fold = JSON.parse(await readFile(join(folder, file), 'utf8'));
  const { calibration } = fold;
  const names = Object.keys(calibration.readings);
  const seen = fold.vectors.map((vector, row) => ({
    general: fold.general[row],
    vector: vectorOf(
      calibration,
      vector,
      (id) => fold.readings[row][names.indexOf(id)] ?? undefined,
    ),
  }));
  for (const [rater, { known, asked }] of Object.entries(fold.raters)) {
    const truth = asked.map(([, value]) => value);
    if (asked.length < LEAST_ASKED || new Set(truth).size < 2) continue;
    const before = spearman(
      asked.map(([row]) => fold.general[row]),
      truth,
    );
    note(general, rater, before);
    const order = shuffled(known, seededBy(Number(rater) * 31 + fold.repeat));
    for (const count of COUNTS) {
      const opinions = order.slice(0, count).map(([row, value]) => {
        return { kind: 'rating', picture: row, share: (value - 1) / 6, scale: '1 to 7', weight: 1 };
      });
      const began = performance.now();
      const taste = Taste.learn(calibration, seen, opinions);
      milliseconds += performance.now() - began;
      learned++;
      const scores = asked.map(([row]) => taste.judge(seen[row]).value);
      note(gains.get(count), rater, spearman(scores, truth) - before);
    }
  }
}
process.stderr.write('\n');
if (options.folds === undefined) await rm(folder, { recursive: true });

const { taste: figures } = JSON.parse(
  await readFile(here('../../packages/model-nano/figures.json'), 'utf8'),
);
const lines = [
  `| method | ${COUNTS.map((count) => `${count} ratings`).join(' | ')} |`,
  `|---|${COUNTS.map(() => '---|').join('')}`,
  `| **personal score**, the engine | ${COUNTS.map((count) => told(gains.get(count))).join(' | ')} |`,
  ...Object.entries(figures?.methods ?? {}).map(([name, by]) => {
    const cells = COUNTS.map((count) => {
      const one = by[String(count)];
      return one === undefined ? '–' : `${signed(one.gain)}; ${percent(one.worse)}`;
    });
    return `| ${name}${name === 'personal' ? ', second implementation' : ''} | ${cells.join(' | ')} |`;
  }),
];
const ceilings = Object.entries(figures?.vessel ?? {}).map(
  ([name, { retest, raters }]) =>
    `- ${name}, ${raters} people: the same person again ${retest.srcc.toFixed(2)} (Pearson ${retest.plcc.toFixed(2)})`,
);
const text = `# How well a taste knows its person

\`node benchmarks/taste/run.mjs --data FOLDER\`, ${new Date().toISOString().slice(0, 10)}, ${machine()}. OASIS, beauty: ${general.size} raters, each with
fold and prior of their own; neither they nor the themes of the pictures asked for have taught head, scaling or prior. Rank correlation of
the general score with one person's ratings: ${mean([...general.values()].map(mean)).toFixed(3)}. In the table: what is added to it, on average over
people (95 % by drawing people anew); and the share of people who are worse off by more than ${WORSE}.

${lines.join('\n')}

Ceilings, from people who rated twice:

${ceilings.join('\n')}
- OASIS: the same rater again, Pearson .85 (as published; these data hold no second ratings)

Learning took ${(milliseconds / learned).toFixed(1)} ms on average.
`;
console.log(text);
await mkdir(options.out, { recursive: true });
await writeFile(join(options.out, 'taste.md'), text);

async function exported(data) {
  const to = await mkdtemp(join(tmpdir(), 'calm-taste-folds-'));
  const script = here('../../training/taste/evaluate.py');
  const child = spawn('python3', [script, '--data', data, '--export', to], { stdio: 'inherit' });
  const [status] = await once(child, 'exit');
  if (status !== 0) {
    console.error(
      'The folds could not be cut: is a python3 with training/requirements.txt first on the PATH?',
    );
    process.exit(1);
  }
  return to;
}

function note(by, rater, value) {
  by.set(rater, [...(by.get(rater) ?? []), value]);
}

function told(by) {
  const people = [...by.values()].map(mean);
  const random = seededBy(1);
  const draws = Array.from({ length: DRAWS }, () =>
    mean(people.map(() => people[Math.floor(random() * people.length)])),
  ).sort((a, b) => a - b);
  const worse = people.filter((gain) => gain < -WORSE).length / people.length;
  const [low, high] = [draws[Math.round(0.025 * DRAWS)], draws[Math.round(0.975 * DRAWS) - 1]];
  return `${signed(mean(people))} (${signed(low)} to ${signed(high)}); ${percent(worse)}`;
}

function signed(value) {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

function shuffled(items, random) {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}
