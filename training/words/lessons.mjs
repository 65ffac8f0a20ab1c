/**
 * Questions and answers for the language model, in the paper's two stages, written from what `material.mjs` gathered.
 *
 *   node training/words/lessons.mjs --material FILE.jsonl --out FILE.jsonl --stage changes|critique [--seed 0]
 *
 * `changes`: what was done to a picture, asked of its tokens alone. `critique`: comments, answers and refusals grounded in facts that
 * the engine found, which stand in the prompt.
 *
 * One line a lesson: `{ row, task, prompt, answer }`; `row` is the line of the material whose tokens stand in front.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { randomFrom } from '../../benchmarks/changes/bases.mjs';
import { KINDS, namesOf } from '../../benchmarks/changes/kinds.mjs';
import { createEngine } from '../../packages/core/dist/index.js';

const { values: options } = parseArgs({
  options: {
    material: { type: 'string' },
    out: { type: 'string' },
    stage: { type: 'string' },
    seed: { type: 'string', default: '0' },
  },
});
if (options.material === undefined || options.out === undefined) {
  console.error(
    'usage: node training/words/lessons.mjs --material FILE.jsonl --out FILE.jsonl --stage changes|critique',
  );
  process.exit(2);
}
const engine = await createEngine();
const words = new Map(
  engine.attributes.map(({ id, title, wording }) => [id, { title, ...wording }]),
);
const random = randomFrom(Number(options.seed));
const pick = (ways) => ways[Math.floor(random() * ways.length)];
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The words for a strength, on 0 nothing, 1 weak, 2 medium, 3 strong. */
const degreeOf = (severity) => (severity < 1.25 ? 'slight' : severity < 2.4 ? 'clear' : 'strong');

const NAME = [
  'Name the main fault.',
  'Which fault does this photo have?',
  'What is the main fault here, in a word or two?',
];
const WRONG = [
  'What is wrong with this photo?',
  'What was done to this picture?',
  'Is anything wrong with it?',
  'What would a critic blame first?',
  'What should be mended?',
];
const NOTHING = [
  'Nothing is wrong with it.',
  'Nothing was done to it.',
  'There is nothing to mend.',
  'No fault of craft shows.',
];
const THERE = ['Is there {title}?', 'Does it suffer from {title}?', 'Would you blame {title}?'];
const HOW = ['How strong is the {title}?', 'How much {title} is there?'];
const SIDE = ['To which side, the {title}?', 'Which side does the {title} concern?'];
const HOW_MUCH = { slight: 'A little.', clear: 'Clearly.', strong: 'Very much.' };

const ask = (ways, title = '') => pick(ways).replace('{title}', title);

/** What was done, asked of the tokens alone. */
function* aboutChanges({ labels }) {
  const [label] = labels;
  if (label === undefined) {
    yield { task: 'name', prompt: ask(NAME), answer: 'None.' };
    yield { task: 'wrong', prompt: ask(WRONG), answer: pick(NOTHING) };
    yield { task: 'there', prompt: ask(THERE, titleOf(pick(KINDS).id)), answer: 'No.' };
    return;
  }
  const { kind, severity, side } = label;
  const degree = degreeOf(severity);
  const title = titleOf(kind);
  const clause = pick(words.get(kind).weakness[degree]).replace('{side}', side ?? 'left');
  const told = side !== undefined || !/\b(left|right)\b/u.test(clause);
  yield { task: 'name', prompt: ask(NAME), answer: `${capital(title)}.` };
  yield {
    task: 'wrong',
    prompt: ask(WRONG),
    answer: told ? `${capital(clause)}.` : `${capital(title)}.`,
  };
  yield { task: 'there', prompt: ask(THERE, title), answer: `Yes. ${HOW_MUCH[degree]}` };
  const other = pick(KINDS.filter(({ id }) => !namesOf(kind).has(id)));
  yield { task: 'there', prompt: ask(THERE, titleOf(other.id)), answer: 'No.' };
  yield { task: 'how', prompt: ask(HOW, title), answer: HOW_MUCH[degree] };
  if (side !== undefined) {
    yield { task: 'side', prompt: ask(SIDE, title), answer: `${capital(side)}.` };
  }
}

function titleOf(kind) {
  return words.get(kind).title;
}

const write = { changes: aboutChanges }[options.stage];
const out = createWriteStream(options.out);
let row = 0;
for await (const line of createInterface({ input: createReadStream(options.material) })) {
  for (const lesson of write(JSON.parse(line))) out.write(`${JSON.stringify({ row, ...lesson })}\n`);
  row++;
}
out.end();
await engine.dispose();
