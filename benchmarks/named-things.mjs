/**
 * How often what a picture is said to show is there: the reason why a thing may be named at all.
 *
 *   node benchmarks/named-things.mjs --data FOLDER [--verdicts FILE] [--unresolved FILE] [--out FOLDER]
 *
 * A name is right where the label of the picture says so: category and theme in OASIS, the class in the sample of ImageNet. Where labels
 * are silent, somebody has to look: `--unresolved` writes what was named there, one `thing,file` a line, and `--verdicts` reads the same
 * lines with `,right` or `,wrong` behind them. What nobody has looked at counts neither way and is reported. Neither file belongs into the
 * repository, for they list pictures of the data folder.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEngine } from '../packages/core/dist/index.js';
import { machine } from './machine.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    verdicts: { type: 'string' },
    unresolved: { type: 'string' },
    out: { type: 'string', default: fileURLToPath(new URL('results', import.meta.url)) },
  },
});
if (options.data === undefined) {
  console.error(
    'usage: node benchmarks/named-things.mjs --data FOLDER [--verdicts FILE] [--unresolved FILE] [--out FOLDER]',
  );
  process.exit(2);
}
const data = resolve(options.data);

/** A thing may be named where it is there this often. */
const AIM = 0.95;

/** OASIS categories and themes that show a thing, and ImageNet classes that are one, both ends included. */
const LABELS = {
  person: { categories: ['Person'], classes: [[981, 983]] },
  people: { categories: ['Person'], classes: [] },
  face: { categories: ['Person'], classes: [] },
  animal: { categories: ['Animal'], classes: [[0, 397]] },
  bird: {
    themes: ['bird', 'pigeon', 'crow', 'rooster'],
    classes: [
      [7, 24],
      [80, 100],
      [127, 146],
    ],
  },
  dog: { themes: ['dogattack'], classes: [[151, 268]] },
  bear: { themes: ['bear'], classes: [[294, 297]] },
  lion: { themes: ['lion'], classes: [[291, 291]] },
  tiger: { themes: ['tiger'], classes: [[292, 292]] },
  monkey: { themes: ['monkey'], classes: [[369, 384]] },
  elephant: {
    classes: [
      [101, 101],
      [385, 386],
    ],
  },
  shark: { themes: ['shark'], classes: [[2, 4]] },
  fish: {
    classes: [
      [0, 6],
      [389, 397],
    ],
  },
  snake: { classes: [[52, 68]] },
  lizard: { classes: [[38, 48]] },
  insect: { classes: [[300, 326]] },
  car: {
    themes: ['car', 'carcrash', 'caraccident'],
    classes: [
      [407, 407],
      [436, 436],
      [468, 468],
      [511, 511],
      [609, 609],
      [627, 627],
      [656, 656],
      [661, 661],
      [717, 717],
      [734, 734],
      [751, 751],
      [817, 817],
    ],
  },
  boat: {
    themes: ['sailing', 'rafting'],
    classes: [
      [403, 403],
      [472, 472],
      [484, 484],
      [510, 510],
      [554, 554],
      [576, 576],
      [625, 625],
      [628, 628],
      [724, 724],
      [780, 780],
      [814, 814],
      [871, 871],
      [914, 914],
    ],
  },
  aeroplane: {
    classes: [
      [404, 404],
      [895, 895],
      [908, 908],
    ],
  },
  building: {
    themes: ['house', 'skyscraper'],
    classes: [
      [425, 425],
      [437, 437],
      [442, 442],
      [449, 449],
      [483, 483],
      [497, 497],
      [538, 538],
      [663, 663],
      [668, 668],
      [698, 698],
    ],
  },
  flower: { themes: ['flowers', 'sunflower'], classes: [[985, 986]] },
  fruit: { classes: [[948, 957]] },
  food: { themes: ['food', 'dessert', 'soup', 'barbeque', 'eating'], classes: [[924, 965]] },
  water: { themes: ['lake', 'beach', 'sailing', 'rafting'], classes: [] },
};

const SETS = [
  ['oasis', 'images'],
  ['vessel', 'images'],
  ['unlabelled', 'imagenet-sample'],
  ['unlabelled', 'bsds500'],
  ['unlabelled', 'kodak'],
  ['unlabelled', 'debian-mate-nature'],
  ['unlabelled', 'debian-lomiri'],
];

/** Works of art are no photographs: nothing is named in them. */
const isPhotograph = (file) => /\.(jpe?g|png)$/iu.test(file) && !file.startsWith('art_');

async function filesOf(parts) {
  const folder = join(data, ...parts);
  return (await readdir(folder))
    .filter(isPhotograph)
    .sort()
    .map((file) => join(folder, file));
}

const [titles, ...rows] = (await readFile(join(data, 'oasis', 'ratings.csv'), 'utf8'))
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const oasis = new Map(
  rows.map((row) => [
    row[titles.indexOf('filename')],
    { category: row[titles.indexOf('category')], theme: row[titles.indexOf('theme')] },
  ]),
);
/** Files are named after their class; in the order of names, which is that of the classes. */
const classes = (await filesOf(['unlabelled', 'imagenet-sample'])).map((file) => basename(file));
const verdicts = new Map(
  options.verdicts === undefined
    ? []
    : (await readFile(options.verdicts, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => line.split(','))
        .map(([thing, file, verdict]) => [`${thing},${file}`, verdict]),
);

/** `right` or `wrong`, or nothing where neither labels nor anybody's eyes say so. */
function judge(thing, file) {
  const { categories = [], themes = [], classes: ranges } = LABELS[thing];
  const name = basename(file);
  const label = oasis.get(name);
  if (
    label !== undefined &&
    (categories.includes(label.category) || themes.includes(label.theme))
  ) {
    return 'right';
  }
  const at = file.includes('imagenet-sample') ? classes.indexOf(name) : -1;
  if (ranges.some(([first, last]) => at >= first && at <= last)) return 'right';
  return verdicts.get(`${thing},${name}`);
}

/** The least share that is likely (95 %): Wilson's lower bound. */
function atLeast(right, all) {
  if (all === 0) return 0;
  const z = 1.645;
  const share = right / all;
  const spread = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return (share + (z * z) / (2 * all) - spread) / (1 + (z * z) / all);
}

const engine = await createEngine();
const files = (await Promise.all(SETS.map(filesOf))).flat();
const counts = new Map(
  Object.keys(LABELS).map((thing) => [thing, { named: 0, byLabel: 0, right: 0, wrong: 0 }]),
);
const unresolved = [];
let naming = 0;
let seen = 0;
const sources = files.map((path) => ({ kind: 'path', path }));
for await (const result of engine.assessMany(sources, { include: ['findings'] })) {
  if (result.status !== 'ok' || result.shows === undefined) continue;
  seen += 1;
  if (result.shows.length > 0) naming += 1;
  for (const { thing } of result.shows) {
    const count = counts.get(thing);
    const verdict = judge(thing, result.source.path);
    count.named += 1;
    if (verdict === undefined) {
      unresolved.push(`${thing},${basename(result.source.path)}`);
    } else {
      count[verdict] += 1;
      if (!verdicts.has(`${thing},${basename(result.source.path)}`)) count.byLabel += 1;
    }
  }
}
const { id: model } = engine.stamps.model;
await engine.dispose();

const things = [...counts].map(([thing, { named, byLabel, right, wrong }]) => ({
  thing,
  named,
  byLabel,
  byEye: right + wrong - byLabel,
  right,
  wrong,
  share: right + wrong === 0 ? null : right / (right + wrong),
  atLeast: atLeast(right, right + wrong),
}));
const total = things.reduce(
  (sum, { right, wrong }) => ({ right: sum.right + right, wrong: sum.wrong + wrong }),
  { right: 0, wrong: 0 },
);
const result = {
  date: new Date().toISOString().slice(0, 10),
  machine: machine(),
  model,
  photographs: seen,
  naming,
  unresolved: unresolved.length,
  things,
  total,
};
const percent = (share) => (share === null ? '' : `${(100 * share).toFixed(1)} %`);
const markdown = `# Things that comments name

${result.date}, ${result.machine}. Model ${model}. Made by \`node benchmarks/named-things.mjs\`: ${seen} photographs (OASIS, Vessel's landscapes, a
sample of ImageNet, BSDS500, Kodak, Debian's), in ${naming} of which something is named. Right by the picture's label, or where labels are silent by
eye; ${unresolved.length} were not looked at. A thing may be named where it is there in at least ${percent(AIM)} of the pictures that it is named in. The
encoder was trained on ImageNet, so that the sample of it flatters; "at least" is Wilson's lower bound (95 %).

| thing | named in | by label | by eye | right | wrong | share right | at least |
|---|---|---|---|---|---|---|---|
${things
  .map(
    (one) =>
      `| ${one.thing} | ${one.named} | ${one.byLabel} | ${one.byEye} | ${one.right} | ${one.wrong} | ${percent(one.share)} | ${percent(one.atLeast)} |`,
  )
  .join('\n')}
| all | ${things.reduce((sum, { named }) => sum + named, 0)} | | | ${total.right} | ${total.wrong} | ${percent(total.right / (total.right + total.wrong))} | ${percent(atLeast(total.right, total.right + total.wrong))} |
`;
if (options.unresolved !== undefined) {
  await writeFile(options.unresolved, unresolved.map((line) => `${line}\n`).join(''));
}
await mkdir(options.out, { recursive: true });
await writeFile(join(options.out, 'named-things.json'), `${JSON.stringify(result, null, 1)}\n`);
await writeFile(join(options.out, 'named-things.md'), markdown);
process.stdout.write(markdown);
const failing = things.filter(({ share }) => share !== null && share < AIM);
if (failing.length > 0) {
  console.error(`Below ${percent(AIM)}: ${failing.map(({ thing }) => thing).join(', ')}`);
  process.exitCode = 1;
}
