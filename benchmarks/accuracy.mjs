/**
 * How well scores agree with people's ratings, by `calm evaluate`, on lists of images and ratings.
 *
 *   node benchmarks/accuracy.mjs LIST… [--out FOLDER]
 *
 * LIST is `file.csv[,images=FOLDER][,group=COLUMN][,score=COLUMN][,scale=LOW-HIGH][,seen=WHAT]`; `seen` says what of the
 * list the bundle was trained on, and stands beside its figures: `all` figures are no measure of what it knows.
 * For the data of the dev sets:
 *
 *   node benchmarks/accuracy.mjs oasis/ratings.csv,images=oasis/images,group=category,scale=1-7,seen=all \
 *     vessel/ratings.csv,images=vessel/images,group=domain,scale=1-7,seen=none
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machine } from './machine.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options, positionals: lists } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: here('results') } },
});
if (lists.length === 0) {
  console.error(
    'usage: node benchmarks/accuracy.mjs LIST.csv[,images=FOLDER][,group=COLUMN][,scale=1-7][,seen=none]… [--out FOLDER]',
  );
  process.exit(2);
}

const results = [];
for (const list of lists) {
  const [file, ...settings] = list.split(',');
  const { images, group, score, scale, seen } = Object.fromEntries(
    settings.map((setting) => setting.split('=')),
  );
  process.stderr.write(`${file} …\n`);
  const evaluation = await evaluate(file, {
    '--images': images,
    '--group-column': group,
    '--score-column': score,
    '--scale': scale,
  });
  results.push({
    list: join(basename(dirname(file)), basename(file)),
    seen: seen ?? 'not said',
    ...evaluation,
  });
}

const facts = { date: new Date().toISOString().slice(0, 10), machine: machine() };
const markdown = toMarkdown(facts, results);
await mkdir(options.out, { recursive: true });
await writeFile(
  join(options.out, 'accuracy.json'),
  `${JSON.stringify({ ...facts, results }, null, 1)}\n`,
);
await writeFile(join(options.out, 'accuracy.md'), markdown);
process.stdout.write(markdown);

async function evaluate(file, flags) {
  const given = Object.entries(flags).flatMap(([flag, value]) =>
    value === undefined ? [] : [flag, value],
  );
  const command = here('../packages/plugin-cli/dist/main.js');
  const child = spawn(process.execPath, [command, 'evaluate', file, '--format', 'json', ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) text += chunk;
  const [status] = await ended;
  if (text === '')
    throw new Error(`calm evaluate ${file} ended with status ${status} and no figures.`);
  return JSON.parse(text);
}

function toMarkdown({ date, machine }, results) {
  const lines = [
    '# Agreement with ratings',
    '',
    `${date}, ${machine}. Model ${results[0].stamps.model.id}. Made by \`node benchmarks/accuracy.mjs\`; 95 % bootstrap intervals over pictures in brackets.`,
    '"Within groups" is the mean of the groups\' own SRCC: what is left once content by group is taken out.',
  ];
  for (const { list, seen, overall, groups, abstained, failed } of results) {
    lines.push(
      '',
      `## ${list}`,
      '',
      `Seen in training: ${seen}. Abstained on ${abstained}, failed on ${failed.length}.`,
      '',
      '| | pictures | SRCC | PLCC | MAE | accuracy |',
      '|---|---|---|---|---|---|',
      row('all', overall),
      ...groups.map((group) => row(group.group, group)),
    );
    const within = groups.map(({ srcc }) => srcc?.value).filter((value) => value !== undefined);
    if (within.length > 0) {
      lines.push(
        `| within groups | | ${(within.reduce((sum, value) => sum + value, 0) / within.length).toFixed(3)} | | | |`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function row(name, { pictures, srcc, plcc, mae, accuracy }) {
  return `| ${[name, pictures, figure(srcc, 3), figure(plcc, 3), figure(mae, 2), figure(accuracy, 3)].join(' | ')} |`;
}

function figure(value, digits) {
  if (value === null || value === undefined) return '–';
  return `${value.value.toFixed(digits)} (${value.low.toFixed(digits)} to ${value.high.toFixed(digits)})`;
}
