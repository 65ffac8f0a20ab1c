/**
 * Lays out a blind comparison of comments: for each photograph five texts in drawn order, without who wrote them.
 *
 *   node benchmarks/blind/prepare.mjs --data FOLDER --out FOLDER [--pictures 32]
 *
 * Writes `01.jpg`, `01.txt`, … for the reader, `sheet.csv` to be filled in, and `key.json`, which the reader must not see. The folder holds
 * pictures and sentences of other people: it stays outside the repository.
 *
 * The texts: the grounded writer's; the language model's as `--decoder lm` gives it; the same model unchecked, writing as it likes; the findings as a plain
 * list; and what a person wrote of another picture of the same sort (PCCD), cut at a sentence to about the same length. Photographs are
 * drawn from OASIS, as many of animals, scenes, people and objects.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEngine, findLocale } from '../../packages/core/dist/index.js';
import { factsOf, filled, LanguageModel } from '../../packages/core/dist/recipe.js';
import { randomFrom } from '../changes/bases.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    pictures: { type: 'string', default: '32' },
  },
});
if (options.data === undefined || options.out === undefined) {
  console.error('usage: node benchmarks/blind/prepare.mjs --data FOLDER --out FOLDER');
  process.exit(2);
}
const data = resolve(options.data);
const out = resolve(options.out);
const random = randomFrom(20);
const draw = (list) => list.splice(Math.floor(random() * list.length), 1)[0];

/** OASIS' categories, and those of PCCD whose pictures are like them. */
const LIKE = {
  Animal: ['animal-photography', 'wildlife-photography', 'pet-photography'],
  Scene: ['landscape-photography', 'nature-photography', 'outdoor-photography'],
  Person: ['people-photography', 'portrait-photography', 'family-photography'],
  Object: [
    'still-life-photography',
    'food-photography',
    'commercial-photography',
    'fine-art-photography',
  ],
};
const ASPECTS = ['general_impression', 'composition', 'color_lighting', 'focus', 'use_of_camera'];
const wordsIn = (text) => text.split(/\s+/u).filter((word) => word !== '').length;
const sentencesOf = (text) => text.replace(/([.!?])(?=\p{Lu})/gu, '$1 ').split(/(?<=[.!?])\s+/u);

/** Sentences from the beginning of a critique, until there are about so many words. */
function cut(critique, words) {
  let text = '';
  for (const sentence of ASPECTS.flatMap((aspect) => sentencesOf(critique[aspect] ?? ''))) {
    if (wordsIn(text) >= words) break;
    text = `${text} ${sentence.trim()}`.trim();
  }
  return text;
}

const critiques = JSON.parse(await readFile(join(data, 'text', 'pccd', 'guru_test.json'), 'utf8'));
const [titles, ...rows] = (await readFile(join(data, 'oasis', 'ratings.csv'), 'utf8'))
  .trim()
  .split(/\r?\n/u)
  .map((line) => line.split(','));
const ratings = rows.map((row) => Object.fromEntries(titles.map((title, at) => [title, row[at]])));
const words = fileURLToPath(new URL('../../packages/model-words/', import.meta.url));
const engine = await createEngine({ languageModel: words });
const { languageModel } = JSON.parse(await readFile(join(words, 'bundle.json'), 'utf8'));
const model = await LanguageModel.open(words, languageModel.alignment, {
  provider: 'cpu',
  threads: 1,
});
const english = findLocale(engine.locales, 'en');

/** Findings as they stand in a document, told in a line each. */
function listing({ score, findings, attributes }) {
  const of = (wanted) =>
    findings
      .filter(({ kind }) => kind === wanted)
      .slice(0, 3)
      .map(({ attribute }) => {
        const { text } = attributes.find(({ id }) => id === attribute);
        const { title } = engine.attributes.find(({ id }) => id === attribute);
        return `${title} (${text})`;
      });
  const lines = [
    `Score: ${score.value.toFixed(1)} of 10, ahead of ${Math.floor(score.percentile)} %.`,
    ...['strength', 'weakness', 'style'].flatMap((kind) => {
      const found = of(kind);
      return found.length === 0
        ? []
        : [
            `${{ strength: 'Strengths', weakness: 'Weaknesses', style: 'Style' }[kind]}: ${found.join('; ')}.`,
          ];
    }),
  ];
  return lines.join(' ');
}

async function unchecked(assessment) {
  const { sentences } = await engine.comment(assessment);
  const facts = factsOf(sentences, assessment, engine.attributes, english);
  let text = '';
  for await (text of model.answer(assessment.features, `${facts.text}\nComment on this photo.`));
  return filled(text, facts) ?? text;
}

await mkdir(out, { recursive: true });
const key = [];
const sheet = ['picture,text,fits,specific,useful,reads,rank'];
const each = Number(options.pictures) / Object.keys(LIKE).length;
for (const [category, like] of Object.entries(LIKE)) {
  const pictures = ratings.filter((row) => row.category === category);
  const written = critiques.filter(
    (one) => like.includes(one.category) && wordsIn(cut(one, 60)) >= 40,
  );
  for (let number = 0; number < each; number++) {
    const { filename } = draw(pictures);
    const path = join(data, 'oasis', 'images', filename);
    const assessment = await engine.assess(
      { kind: 'path', path },
      { include: ['score', 'attributes', 'findings', 'features'] },
    );
    const grounded = (await engine.comment(assessment)).text;
    const texts = {
      grounded,
      lm: (await engine.comment(assessment, { decoder: 'lm' })).text,
      unchecked: await unchecked(assessment),
      listing: listing(assessment),
      person: cut(draw(written), wordsIn(grounded)),
    };
    const order = Object.keys(texts);
    const shown = [];
    while (order.length > 0) shown.push(draw(order));
    const picture = String(key.length + 1).padStart(2, '0');
    const letters = Object.fromEntries(shown.map((writer, at) => ['ABCDE'[at], writer]));
    key.push({ picture, category, letters });
    await copyFile(path, join(out, `${picture}.jpg`));
    await writeFile(
      join(out, `${picture}.txt`),
      Object.entries(letters)
        .map(([letter, writer]) => `${letter}: ${texts[writer]}\n`)
        .join('\n'),
    );
    for (const letter of Object.keys(letters)) sheet.push(`${picture},${letter},,,,,`);
    process.stderr.write(`\r${key.length} of ${options.pictures} photographs  `);
  }
}
await writeFile(join(out, 'key.json'), JSON.stringify(key));
await writeFile(join(out, 'sheet.csv'), `${sheet.join('\n')}\n`);
await model[Symbol.asyncDispose]();
await engine.dispose();
process.stderr.write('\n');
