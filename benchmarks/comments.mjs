/**
 * How comments read: their length, how much they differ, and whether all they say is backed and understood; beside critiques by people.
 *
 *   node benchmarks/comments.mjs --data FOLDER [--limit 200] [--out FOLDER]
 *
 * Comments on photographs spread evenly over OASIS, Vessel's landscapes, BSDS500, ImageNet, Kodak and Debian's; as many critiques of PCCD and
 * sentences of DPC-Captions, spread as evenly. Only figures leave the data folder.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CommentReader, createEngine, whyUnbacked } from '../packages/core/dist/index.js';
import { machine } from './machine.mjs';
import { variety, wordsOf } from './variety.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    limit: { type: 'string', default: '200' },
    out: { type: 'string', default: fileURLToPath(new URL('results', import.meta.url)) },
  },
});
if (options.data === undefined) {
  console.error('usage: node benchmarks/comments.mjs --data FOLDER [--limit 200] [--out FOLDER]');
  process.exit(2);
}
const data = resolve(options.data);
const limit = Number(options.limit);

const SETS = [
  ['oasis', 'images'],
  ['vessel', 'images'],
  ['unlabelled', 'bsds500'],
  ['unlabelled', 'imagenet-sample'],
  ['unlabelled', 'kodak'],
  ['unlabelled', 'debian-mate-nature'],
  ['unlabelled', 'debian-lomiri'],
];

const isPhotograph = (file) => /\.(jpe?g|png)$/iu.test(file) && !file.startsWith('art_');

/** As many as asked for, spread evenly over a list. */
function spread(list, count) {
  const wanted = Math.min(count, list.length);
  return Array.from({ length: wanted }, (_, at) => list[Math.floor((at * list.length) / wanted)]);
}

/** As many of each set as its share, sets of fewer pictures whole. */
async function photographs() {
  const sets = await Promise.all(
    SETS.map(async (parts) =>
      (await readdir(join(data, ...parts)))
        .filter(isPhotograph)
        .sort()
        .map((file) => join(data, ...parts, file)),
    ),
  );
  const chosen = [];
  let left = limit;
  for (const [at, files] of sets.sort((a, b) => a.length - b.length).entries()) {
    const some = spread(files, Math.floor(left / (sets.length - at)));
    chosen.push(...some);
    left -= some.length;
  }
  return chosen;
}

const PCCD_ASPECTS = [
  'subject_of_photo',
  'composition',
  'use_of_camera',
  'depth_of_field',
  'focus',
  'color_lighting',
];

/** What people wrote: whole critiques, their general impressions alone, and single sentences on a picture joined. */
async function critiques() {
  const pccd = JSON.parse(await readFile(join(data, 'text', 'pccd', 'guru_test.json'), 'utf8'));
  const dpc = JSON.parse(
    await readFile(join(data, 'text', 'dpc-captions', 'impression_and_subject.json'), 'utf8'),
  );
  const whole = (one, aspects) =>
    aspects
      .map((aspect) => one[aspect] ?? '')
      .join(' ')
      .trim();
  const written = (texts) => texts.filter((text) => wordsOf(text).length > 0);
  return {
    'people, PCCD, all aspects': spread(
      written(pccd.map((one) => whole(one, ['general_impression', ...PCCD_ASPECTS]))),
      limit,
    ),
    'people, PCCD, general impression': spread(
      written(pccd.map((one) => whole(one, ['general_impression']))),
      limit,
    ),
    'people, DPC-Captions': spread(
      written(Object.values(dpc).map((sentences) => sentences.join('. '))),
      limit,
    ),
  };
}

const sentencesOf = (text) => text.split(/(?<=[.!?])\s+/u).filter((one) => one.trim() !== '');

const engine = await createEngine();
const documents = [];
const sources = (await photographs()).map((path) => ({ kind: 'path', path }));
for await (const result of engine.assessMany(sources)) {
  if (result.status === 'ok') documents.push(result);
}

/** What a text need not tell of a claim is its figure. */
const told = ({ about, relation, standing, side, place }) =>
  JSON.stringify([about, relation, standing, relation === 'effect' ? undefined : side, place]);

async function comments(language, detail) {
  const reader = new CommentReader(
    engine.locales.find(({ id }) => id === language),
    engine.attributes,
  );
  const texts = [];
  const counts = { claims: 0, backed: 0, sentences: 0, agreed: 0, named: 0, weak: 0 };
  for (const document of documents) {
    const { text, sentences } = await engine.comment(document, { language, detail });
    texts.push(sentences.map((one) => one.text));
    const read = reader.read(text);
    for (const [at, { claims }] of sentences.entries()) {
      counts.sentences += 1;
      counts.claims += claims.length;
      counts.backed += claims.filter((claim) => whyUnbacked(claim, document) === undefined).length;
      const meant = claims.map(told).join();
      if ((read[at]?.claims ?? []).map(told).join() === meant) counts.agreed += 1;
    }
    const relations = new Set(sentences.flatMap(({ claims }) => claims.map((one) => one.relation)));
    if (relations.has('shows')) counts.named += 1;
    if (relations.has('weakness')) counts.weak += 1;
  }
  // Timed apart, when all of it is warm.
  const began = performance.now();
  for (const document of documents) await engine.comment(document, { language, detail });
  const milliseconds = (performance.now() - began) / documents.length;
  return { texts, counts, milliseconds };
}

const rows = [];
for (const language of ['en', 'de']) {
  for (const detail of ['short', 'normal', 'full']) {
    const { texts, counts, milliseconds } = await comments(language, detail);
    rows.push({
      what: `ours, ${language}, ${detail}`,
      ...variety(texts),
      backed: counts.backed / counts.claims,
      agreed: counts.agreed / counts.sentences,
      claims: counts.claims / documents.length,
      named: counts.named / documents.length,
      blaming: counts.weak / documents.length,
      milliseconds,
    });
  }
}
for (const [what, texts] of Object.entries(await critiques())) {
  rows.push({ what, ...variety(texts.map(sentencesOf)) });
}
const { id: model } = engine.stamps.model;
await engine.dispose();

const inRange = rows.find(({ what }) => what === 'ours, en, normal');
const result = {
  date: new Date().toISOString().slice(0, 10),
  machine: machine(),
  model,
  photographs: documents.length,
  rows,
};
const percent = (share, digits = 1) =>
  share === undefined ? '' : `${(100 * share).toFixed(digits)} %`;
const fixed = (value, digits) => (value === undefined ? '' : value.toFixed(digits));
const markdown = `# Comments

${result.date}, ${result.machine}. Model ${model}. Made by \`node benchmarks/comments.mjs\` on ${documents.length} photographs, and as many critiques by people.

| | words, middle (10 % to 90 %) | distinct-1 | distinct-2 | distinct-2 of 3,000 words | self-BLEU | repeated sentences |
|---|---|---|---|---|---|---|
${rows
  .map(
    (row) =>
      `| ${row.what} | ${row.words.middle} (${row.words.low} to ${row.words.high}) | ${percent(row.distinct1)} | ${percent(row.distinct2)} | ${percent(row.distinct2Cut)} | ${fixed(row.selfBleu, 3)} | ${percent(row.repeated)} |`,
  )
  .join('\n')}

| | claims a comment | backed | read back alike | names what is shown | tells a weakness | ms a comment |
|---|---|---|---|---|---|---|
${rows
  .filter(({ claims }) => claims !== undefined)
  .map(
    (row) =>
      `| ${row.what} | ${fixed(row.claims, 1)} | ${percent(row.backed)} | ${percent(row.agreed)} | ${percent(row.named)} | ${percent(row.blaming)} | ${fixed(row.milliseconds, 2)} |`,
  )
  .join('\n')}

Words are runs of letters, digits, hyphens and apostrophes, in lower case. Distinct-1 and distinct-2 are the shares of different words and of
different pairs of neighbours, over all texts of a row; they fall with the amount of text, so that the third column takes the first 3,000 words
of each. Self-BLEU is the mean of the BLEU-4 of each text against all others of its row (Zhu et al. 2018; precisions of two to four words with one
added above and below, Lin and Och 2004; the reference of closest length): lower is more varied. A sentence is repeated where another text of the
row has it too, figures apart. Backed are claims that \`whyUnbacked\` has nothing against; the engine drops sentences with others. Read back alike
are sentences of which a reader that sees the text alone finds the same claims, in the same order.
`;
await mkdir(options.out, { recursive: true });
await writeFile(join(options.out, 'comments.json'), `${JSON.stringify(result, null, 1)}\n`);
await writeFile(join(options.out, 'comments.md'), markdown);
process.stdout.write(markdown);
process.exitCode = inRange.backed === 1 && inRange.agreed === 1 ? 0 : 1;
