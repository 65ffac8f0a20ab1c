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
import { createEngine, whyUnbacked } from '../packages/core/dist/index.js';
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
const texts = { lm: [], grounded: [] };
let written = 0;
let dropped = 0;
let unbacked = 0;
const firsts = [];
const rates = [];
const reasons = {};
for (const [index, { path }] of bases.entries()) {
  process.stderr.write(`\r${index} of ${bases.length} photographs  `);
  const source = { kind: 'path', path };
  const assessment = await engine.assess(source, {
    include: ['score', 'attributes', 'findings', 'features'],
  });
  const sentencesOf = ({ sentences }) => sentences.map(({ text }) => text);
  texts.grounded.push(sentencesOf(await engine.comment(assessment)));
  const began = performance.now();
  let first;
  let ended = began;
  let tokens = 0;
  const heard = (text) => {
    first ??= performance.now();
    ended = performance.now();
    tokens += tokensOf(text);
    written++;
  };
  const comment = await engine.comment(assessment, {
    decoder: 'lm',
    onSentence: ({ text, decoder }) => decoder === undefined && heard(text),
    onDropped: ({ text, reason }) => {
      heard(text);
      dropped++;
      reasons[reason] = (reasons[reason] ?? 0) + 1;
    },
  });
  texts.lm.push(sentencesOf(comment));
  for (const claim of comment.sentences.flatMap(({ claims }) => claims)) {
    if (whyUnbacked(claim, assessment) !== undefined) unbacked++;
  }
  // The first comment opens the model.
  if (index > 0 && first !== undefined && tokens > 20) {
    firsts.push(first - began);
    rates.push(tokens / ((ended - began) / 1000));
  }
}
await engine.dispose();
process.stderr.write('\n');
const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const figures = {
  machine: machine(),
  photographs: bases.length,
  sentences: written,
  dropped: (100 * dropped) / written,
  unbacked,
  firstSentence: middle(firsts),
  tokensPerSecond: middle(rates),
  variety: variety(texts.lm),
  groundedVariety: variety(texts.grounded),
  reasons: Object.entries(reasons)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 12),
};
await writeFile(options.out, `${JSON.stringify(figures, undefined, 1)}\n`);
console.log(figures);
