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
import { createEngine, findLocale } from '../../packages/core/dist/index.js';
import { factsOf, withSlots } from '../../packages/core/dist/recipe.js';

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
const english = findLocale(engine.locales, 'en');
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

const DETAILS = {
  short: ['Comment in one line.', 'In a sentence: what of this photo?', 'The short comment.'],
  normal: [
    'Comment on this photo.',
    'What do you think of this picture?',
    'Write a critique.',
    'How good is it, and why?',
  ],
  full: ['Comment on this photo in full.', 'Tell all that was found.'],
};
/** Open questions, and the relations that their answers may speak of. */
const OPEN_QUESTIONS = [
  {
    ways: ['What works?', 'What is good about it?', 'What are its strengths?'],
    relations: ['strength'],
    none: ['No strength was found.', 'No reading is a strength of this picture.'],
  },
  {
    ways: ['What does not work?', 'What are its weaknesses?', 'What holds it back?'],
    relations: ['weakness', 'effect', 'minor'],
    none: ['No weakness was found.', 'No reading is a weakness of this picture.'],
  },
  {
    ways: ['What should I do?', 'How can it be improved?', 'What would make it better?'],
    relations: ['mend', 'next-time'],
    none: ['There is nothing to mend.', 'No reading asks for a change.'],
  },
  {
    ways: [
      'How does it compare with other pictures?',
      'Is it a good picture?',
      'Where does it stand?',
    ],
    relations: ['standing'],
    none: ['There is no score to tell that from.'],
  },
  {
    ways: ['Why is the score not higher?', 'What costs it points?', 'Why this score?'],
    relations: ['lowers', 'lifts'],
    none: ['No single reading explains the score.'],
  },
];
const UNMEASURED = [
  'Who took it?',
  'Where was it taken?',
  'Which camera was used?',
  'What is the name of the person?',
  'How much is it worth?',
  'What did the photographer feel?',
  'Will it win a prize?',
  'When was it taken?',
  'Is it by a famous photographer?',
  'What happened before the shot?',
];
const REFUSALS = [
  'That cannot be told from what was measured.',
  'None of the readings tells that.',
  'That was not measured, so it cannot be told.',
];
const IS_THERE = ['Is there {title}?', 'How is the {title}?', 'What of the {title}?'];
/** Comments of one picture, each in words of its own. */
const COMMENTS = 2;

/** Comments, answers and refusals, from the facts that stand in the prompt. */
async function* aboutFacts({ assessment, picture }) {
  const inWords = async (detail) => {
    const { sentences } = await engine.comment(
      { ...assessment, picture: { ...assessment.picture, sha256: `${picture} ${random()}` } },
      { detail },
    );
    return sentences;
  };
  const factsFor = (sentences) => factsOf(sentences, assessment, engine.attributes, english);
  const lesson = (task, facts, question, answer) => ({
    task,
    prompt: `${facts.text}\n${question}`,
    answer: withSlots(answer, facts),
  });
  const textOf = (sentences) => sentences.map(({ text }) => text).join(' ');
  for (let number = 0; number < COMMENTS; number++) {
    const detail = pick(['normal', 'normal', 'normal', 'short', 'full']);
    const sentences = await inWords(detail);
    yield lesson('comment', factsFor(sentences), pick(DETAILS[detail]), textOf(sentences));
  }
  const all = await inWords('full');
  const facts = factsFor(all);
  const { ways, relations, none } = pick(OPEN_QUESTIONS);
  const speaking = all.filter(({ claims }) =>
    claims.every(({ relation }) => relations.includes(relation)),
  );
  const answered = all.some(({ claims }) =>
    claims.some(({ relation }) => relations.includes(relation)),
  );
  if (speaking.length > 0 || !answered) {
    yield lesson('open', facts, pick(ways), speaking.length > 0 ? textOf(speaking) : pick(none));
  }
  if (random() < 0.35) yield lesson('refusal', facts, pick(UNMEASURED), pick(REFUSALS));
  const about = pick(engine.attributes);
  const found = all.find(({ claims }) => claims.some((claim) => claim.about === about.id));
  const asked = found ?? pick(all);
  const [claim] = asked.claims.filter((one) => titleOf(one.about) !== undefined);
  if (claim !== undefined) {
    yield lesson('attribute', facts, ask(IS_THERE, titleOf(claim.about)), asked.text);
  }
  if (found === undefined) {
    const answer = `Nothing was found of ${about.title}.`;
    yield lesson('attribute', facts, ask(IS_THERE, about.title), answer);
  }
}

function titleOf(kind) {
  return words.get(kind)?.title;
}

const write = { changes: aboutChanges, critique: aboutFacts }[options.stage];
const out = createWriteStream(options.out);
let row = 0;
for await (const line of createInterface({ input: createReadStream(options.material) })) {
  for await (const lesson of write(JSON.parse(line))) {
    out.write(`${JSON.stringify({ row, ...lesson })}\n`);
  }
  row++;
}
out.end();
await engine.dispose();
