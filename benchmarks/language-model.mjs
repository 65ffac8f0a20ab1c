/**
 * What the language model writes: how much of it holds, how it reads beside the grounded writer, and how fast it comes.
 *
 *   node benchmarks/language-model.mjs --data FOLDER [--limit 60] [--out FILE.json]
 *
 * Comments on photographs of the change benchmark. Figures of speed want a machine with nothing else to do.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  CommentReader,
  createEngine,
  findLocale,
  whyUnbacked,
} from '../packages/core/dist/index.js';
import { factsOf, filled, LanguageModel, splitSentences } from '../packages/core/dist/recipe.js';
import { findBases } from './changes/bases.mjs';
import { machine } from './machine.mjs';
import { variety } from './variety.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    limit: { type: 'string', default: '60' },
    out: {
      type: 'string',
      default: fileURLToPath(new URL('results/language-model.json', import.meta.url)),
    },
  },
});
if (options.data === undefined) {
  console.error('usage: node benchmarks/language-model.mjs --data FOLDER [--limit 60]');
  process.exit(2);
}
const folder = fileURLToPath(new URL('../packages/model-words/', import.meta.url));
const { default: tokenizers } = await import(
  createRequire(new URL('../packages/core/package.json', import.meta.url)).resolve(
    '@huggingface/tokenizers',
  )
);
const tokenizer = new tokenizers.Tokenizer(
  JSON.parse(await readFile(`${folder}tokenizer.json`, 'utf8')),
  {},
);
const tokensOf = (text) => tokenizer.encode(text).ids.length;

const bases = (await findBases(resolve(options.data), 'test')).slice(0, Number(options.limit));
const engine = await createEngine({ languageModel: folder });
const english = findLocale(engine.locales, 'en');
const reader = new CommentReader(
  english,
  engine.attributes.filter(({ appliesTo }) => appliesTo?.includes('photograph') ?? true),
);
const { languageModel } = JSON.parse(await readFile(`${folder}bundle.json`, 'utf8'));
const model = await LanguageModel.open(folder, languageModel.alignment, {
  provider: 'cpu',
  threads: 1,
});

/** Tokens of a text, and how fast they came: first word and all, in ms. */
async function timed(chunks) {
  const began = performance.now();
  let first;
  let text = '';
  for await (text of chunks) first ??= performance.now() - began;
  return { text, first, all: performance.now() - began, tokens: tokensOf(text) };
}

const texts = { lm: [], grounded: [] };
const counts = { written: 0, dropped: 0, unbacked: 0, alone: 0, aloneDropped: 0 };
const comments = [];
const alone = [];
const reasons = {};
for (const [index, { path }] of bases.entries()) {
  process.stderr.write(`\r${index} of ${bases.length} photographs  `);
  const source = { kind: 'path', path };
  const assessment = await engine.assess(source, {
    include: ['score', 'attributes', 'findings', 'features'],
  });
  const grounded = await engine.comment(assessment);
  texts.grounded.push(grounded.sentences.map(({ text }) => text));

  const began = performance.now();
  let first;
  const comment = await engine.comment(assessment, {
    decoder: 'lm',
    onSentence: () => (first ??= performance.now() - began),
    onDropped: ({ reason }) => (reasons[reason] = (reasons[reason] ?? 0) + 1),
  });
  const all = performance.now() - began;
  const own = comment.sentences.filter(({ decoder }) => decoder === undefined);
  counts.written += own.length + (comment.dropped ?? 0);
  counts.dropped += comment.dropped ?? 0;
  texts.lm.push(comment.sentences.map(({ text }) => text));
  for (const claim of comment.sentences.flatMap(({ claims }) => claims)) {
    if (whyUnbacked(claim, assessment) !== undefined) counts.unbacked++;
  }

  // The same facts, and nothing that keeps it to them.
  const facts = factsOf(grounded.sentences, assessment, engine.attributes, english);
  const free = await timed(
    model.answer(assessment.features, `${facts.text}\nComment on this photo.`),
  );
  for (const sentence of splitSentences(free.text)) {
    const text = filled(sentence, facts);
    counts.alone++;
    if (text === undefined || 'reason' in reader.hold(text, assessment)) counts.aloneDropped++;
  }
  // The first comment opens the model.
  if (index > 0) {
    const tokens = tokensOf(own.map(({ text }) => text).join(' '));
    comments.push({ first, all, rate: tokens / (all / 1000) });
    alone.push({ first: free.first, rate: free.tokens / (free.all / 1000) });
  }
}
await model[Symbol.asyncDispose]();
await engine.dispose();
process.stderr.write('\n');
const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const figures = {
  machine: machine(),
  photographs: bases.length,
  sentences: counts.written,
  dropped: (100 * counts.dropped) / counts.written,
  unbacked: counts.unbacked,
  firstSentence: middle(comments.map((one) => one.first)),
  comment: middle(comments.map((one) => one.all)),
  tokensPerSecond: middle(comments.map((one) => one.rate)),
  alone: {
    sentences: counts.alone,
    dropped: (100 * counts.aloneDropped) / counts.alone,
    firstWord: middle(alone.map((one) => one.first)),
    tokensPerSecond: middle(alone.map((one) => one.rate)),
  },
  variety: variety(texts.lm),
  groundedVariety: variety(texts.grounded),
  reasons: Object.entries(reasons)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 12),
};
await writeFile(options.out, `${JSON.stringify(figures, undefined, 1)}\n`);
console.log(figures);
