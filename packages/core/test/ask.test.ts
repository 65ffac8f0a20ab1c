/** Questions about the sample photographs, and about changed ones, to the engine whole with the model in the box. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultBundleFolder } from '../src/bundle/bundle.js';
import { createEngine, type Engine } from '../src/engine/engine.js';
import { whyUnbacked } from '../src/decoder/check-claims.js';
import type { ImageSource } from '../src/picture/source.js';
import { CalmError } from '../src/protocol/errors.js';
import type { AlignmentCalibration } from '../src/protocol/generated/alignment.js';
import type { Answer, ToldQuestion } from '../src/protocol/generated/answer.js';
import type { Claim } from '../src/protocol/generated/assessment.js';
import { validateAnswer } from '../src/protocol/generated/validators.js';
import { makeVariant } from './bundle-variant.js';

const PHOTOS = path.resolve(import.meta.dirname, '../../../examples/photos');
const CAT = path.join(PHOTOS, 'cat.png');

let engine: Engine;
let folder: string;
beforeAll(async () => {
  engine = await createEngine();
  folder = mkdtempSync(path.join(tmpdir(), 'calm-ask-'));
});
afterAll(async () => {
  await engine.dispose();
  rmSync(folder, { recursive: true });
});

const cat: ImageSource = { kind: 'path', path: CAT };

async function changed(change: (picture: Sharp) => Sharp): Promise<ImageSource> {
  return { kind: 'bytes', bytes: await change(sharp(CAT)).png().toBuffer() };
}

/** The answer to a question of yes or no. */
async function ask(source: ImageSource, question: string, asked = engine): Promise<YesOrNoAnswer> {
  const answer = await asked.ask(source, question);
  if (answer.status === 'told') throw new Error(`${question} was taken for an open question`);
  return answer;
}
type YesOrNoAnswer = Exclude<Answer, ToldQuestion>;

/** What is told in answer to an open question. */
async function tell(source: ImageSource, question: string): Promise<ToldQuestion> {
  const answer = await engine.ask(source, question);
  if (answer.status !== 'told') throw new Error(`${question} was not told: ${answer.reason}`);
  return answer;
}

/** The probability of yes, of an answer that must be one. */
function yes(answer: YesOrNoAnswer): number {
  if (answer.status !== 'answered') throw new Error(`${answer.question} ${answer.reason}`);
  return answer.answer.probability;
}

async function failure(work: Promise<unknown>): Promise<CalmError> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (!(error instanceof CalmError)) throw new Error('expected a CalmError', { cause: error });
  return error;
}

describe('an answer', () => {
  it.each([
    ['is it sharp?', 'answered', 'craft'],
    ['is there a cat in it?', 'answered', 'theme'],
    ['is it a beautiful photo?', 'answered', 'beauty'],
    ['is this person famous?', 'cannot-tell', undefined],
  ] as const)('to %j follows the published schema', async (question, status, route) => {
    const answer = await ask(cat, question);
    expect(validateAnswer(answer), JSON.stringify(validateAnswer.errors)).toBe(true);
    expect(answer).toMatchObject({ status, question, source: cat, stamps: engine.stamps });
    expect(answer.route).toBe(route);
    expect(answer.reason).not.toBe('');
  });

  it('is the same every time', async () => {
    const first = await ask(cat, 'is it noisy?');
    expect(await ask(cat, 'is it noisy?')).toEqual(first);
  });

  it('has a grade that fits its probability', async () => {
    for (const question of [
      'is it sharp?',
      'is it blurred?',
      'is it too dark?',
      'is there a dog?',
    ]) {
      const answer = await ask(cat, question);
      if (answer.status !== 'answered') continue;
      const { grade, probability, yes: so } = answer.answer;
      expect(so).toBe(probability > 0.5);
      expect(grade.endsWith('yes')).toBe(so);
      expect(grade.startsWith('rather')).toBe(Math.max(probability, 1 - probability) < 0.8);
      expect(answer.confidence).toBeCloseTo(Math.max(probability, 1 - probability), 3);
    }
  });
});

describe('what is asked about the craft', () => {
  it.each([
    ['is it blurred?', (picture: Sharp) => picture.blur(6)],
    ['is it too dark?', (picture: Sharp) => picture.linear(0.15, 0)],
    ['is it too yellow?', (picture: Sharp) => picture.linear([1, 0.85, 0.5], [0, 0, 0])],
    ['is there a color cast?', (picture: Sharp) => picture.linear([1, 0.85, 0.5], [0, 0, 0])],
    ['could it be sharper?', (picture: Sharp) => picture.blur(6)],
    ['are the shadows crushed?', (picture: Sharp) => picture.linear(2, -330)],
  ])('%s is no of the picture and yes of the one so changed', async (question, change) => {
    const plain = await ask(cat, question);
    expect(plain.status === 'answered' && plain.answer.yes).toBe(false);
    const answer = await ask(await changed(change), question);
    expect(yes(answer)).toBeGreaterThan(0.5);
  });

  it('is answered the other way round where it is asked the other way round', async () => {
    const blurred = await changed((picture) => picture.blur(6));
    expect(yes(await ask(cat, 'is it sharp?'))).toBeGreaterThan(0.5);
    expect(yes(await ask(blurred, 'is it sharp?'))).toBeLessThan(0.5);
  });

  it('may be about a quality whose absence is no weakness', async () => {
    const half = sharp(CAT).extract({ left: 0, top: 0, width: 225, height: 300 });
    const left = await half.clone().png().toBuffer();
    const right = await sharp(left).flop().toBuffer();
    const mirrored = await sharp(left)
      .extend({ right: 225 })
      .composite([{ input: right, left: 225, top: 0 }])
      .png()
      .toBuffer();
    for (const [question, here, there] of [
      ['is it symmetrical?', false, true],
      ['is it asymmetrical?', true, false],
    ] as const) {
      const answer = await ask(cat, question);
      expect(answer.status === 'answered' && answer.answer.yes).toBe(here);
      const twin = await ask({ kind: 'bytes', bytes: mirrored }, question);
      expect(twin.status === 'answered' && twin.answer.yes).toBe(there);
    }
  });

  it('says what was measured', async () => {
    const answer = await ask(cat, 'is the horizon tilted?');
    expect(answer.about).toBe('horizon-tilt');
    const { attributes } = await engine.assess(cat);
    const reading = attributes.find(({ id }) => id === 'horizon-tilt');
    if (reading?.status !== 'measured') throw new Error('the tilt was not measured');
    expect(answer.evidence).toEqual([`horizon tilt: ${reading.text}`]);
  });
});

describe('what is asked about the theme', () => {
  it('is yes of what is shown, and never a no: what is not seen may be there all the same', async () => {
    expect(yes(await ask(cat, 'is there a cat in it?'))).toBeGreaterThan(0.5);
    const dogs = { kind: 'path', path: path.join(PHOTOS, 'dogs-at-the-window.jpg') } as const;
    expect(yes(await ask(dogs, 'do I see a dog?'))).toBeGreaterThan(0.5);
    const person = { kind: 'path', path: path.join(PHOTOS, 'astronaut.png') } as const;
    expect(yes(await ask(person, 'is there a person in it?'))).toBeGreaterThan(0.5);
    for (const name of ['sunset.jpg', 'rocket.jpg']) {
      const source = { kind: 'path', path: path.join(PHOTOS, name) } as const;
      expect(await ask(source, 'is there a dog in it?')).toMatchObject({
        status: 'cannot-tell',
      });
    }
    const other = await ask(cat, 'is there a tractor in it?');
    expect(other).toMatchObject({ status: 'cannot-tell', route: 'theme' });
    expect(other.reason).toContain('does not rule it out');
  });
});

describe('what is asked about the mood', () => {
  const photo = (name: string): ImageSource => ({ kind: 'path', path: path.join(PHOTOS, name) });

  it.each([
    ['does this feel lonely?', 'gloomy'],
    ['is it a joyful picture?', 'cheerful'],
    ['does it feel calm?', 'peaceful'],
    ['is it scary?', 'frightening'],
  ])('%s is heard as a question whether it is %s', async (question, mood) => {
    const answer = await ask(photo('sunset.jpg'), question);
    expect(answer).toMatchObject({ route: 'mood', about: mood });
    expect(answer.reason).toContain(mood);
  });

  it('cannot be two that exclude each other', async () => {
    for (const name of ['sunset.jpg', 'rocket.jpg', 'cat.png', 'astronaut.png']) {
      const moods = ['is it sad?', 'is it happy?', 'is it peaceful?', 'is it scary?'];
      const answers = await Promise.all(moods.map((mood) => ask(photo(name), mood)));
      const yeses = answers.filter(
        ({ status, ...rest }) => status === 'answered' && 'answer' in rest && rest.answer.yes,
      );
      expect(yeses.length, name).toBeLessThan(2);
    }
  });

  it('tells a flower from a rocket', async () => {
    expect(yes(await ask(photo('dahlia.jpg'), 'is it peaceful?'))).toBeGreaterThan(0.5);
    expect(yes(await ask(photo('rocket.jpg'), 'is it peaceful?'))).toBeLessThan(0.5);
  });
});

describe('an open question', () => {
  it.each([
    ['What works?', 'strengths'],
    ['What did the photographer do right?', 'strengths'],
    ['What is wrong with it?', 'weaknesses'],
    ['what does not work', 'weaknesses'],
    ['How can I make it better?', 'advice'],
    ['Give me some tips', 'advice'],
    ['How good is it?', 'standing'],
    ['How is the light?', 'light'],
    ['And what about the colors?', 'colour'],
    ['How sharp is it?', 'detail'],
    ['Describe the composition', 'composition'],
    ['Can it be improved?', 'advice'],
    ['Is there room for improvement?', 'advice'],
    ['Are there any mistakes?', 'weaknesses'],
    ['Rate it', 'standing'],
  ] as const)('%s is taken for one about %s', async (question, subject) => {
    const answer = await engine.ask(cat, question);
    expect(validateAnswer(answer), JSON.stringify(validateAnswer.errors)).toBe(true);
    if (answer.status === 'told') expect(answer.subject).toBe(subject);
    // No strength is a finding of the cat's.
    else expect(answer.reason).toBe('No reading is a strength of this picture.');
  });

  it('is answered by sentences that the assessment backs, and nothing else', async () => {
    const include = ['score', 'attributes', 'findings'] as const;
    for (const name of ['cat.png', 'sunset.jpg', 'rocket.jpg', 'wine-and-drum.jpg']) {
      const source = { kind: 'path', path: path.join(PHOTOS, name) } as const;
      const assessment = await engine.assess(source, { include });
      for (const question of ['What is wrong?', 'How is the light?', 'How good is it?']) {
        const { comment, evidence } = await tell(source, question);
        const claims = comment.sentences.flatMap((sentence) => sentence.claims);
        expect(claims.map((claim) => whyUnbacked(claim, assessment))).toEqual(
          claims.map(() => undefined),
        );
        expect(claims.length).toBeGreaterThan(0);
        expect(evidence.length + claims.length, question).toBeGreaterThan(0);
      }
    }
  });

  it('about light is told of nothing but light, and about faults of no strength', async () => {
    const of = async (question: string): Promise<readonly Claim[]> =>
      (await tell(cat, question)).comment.sentences.flatMap(({ claims }) => claims);
    const light = engine.attributes.filter(({ topic }) => topic === 'light').map(({ id }) => id);
    for (const { about } of await of('How is the light?')) expect(light).toContain(about);
    for (const { relation } of await of('What is wrong with it?')) {
      expect(['weakness', 'effect', 'mend', 'next-time', 'minor']).toContain(relation);
    }
  });

  it('where nothing is wrong says so, as far as was measured', async () => {
    const raccoon = { kind: 'path', path: path.join(PHOTOS, 'raccoon.jpg') } as const;
    const { comment } = await tell(raccoon, 'What is wrong with it?');
    expect(comment.text).toMatch(/^Nothing (?:that was measured|serious) is wrong with it\.$/u);
    expect(comment.sentences).toHaveLength(1);
  });
});

describe('what cannot be told', () => {
  it.each(['What works and what does not?', 'How is the light and the colour?'])(
    '%s asks two things',
    async (question) => {
      const { reason } = (await ask(cat, question)) as { reason: string };
      expect(reason).toContain('one at a time');
    },
  );

  it.each([
    'Who took this?',
    'how many cats are there?',
    'When was it taken?',
    'At what time?',
    'tell me a joke',
    'which lens was it?',
    'Who is the woman in this picture?',
    'Whose picture is this?',
  ])('%s is told by no reading', async (question) => {
    const answer = await ask(cat, question);
    expect(answer.status).toBe('cannot-tell');
    expect(answer.reason).toContain('No reading of a picture tells that.');
    expect(answer.reason).toContain('how can I improve it?');
  });

  it.each(['is this person famous?', 'is the owner rich?', 'banana banana'])(
    '%s is not guessed',
    async (question) => {
      expect(await ask(cat, question)).toMatchObject({ status: 'cannot-tell' });
    },
  );
});

describe('a thing and a quality', () => {
  it.each([
    'is the sky blue?',
    'is there a green car?',
    'is there a sharp knife?',
    'is the dog sharp?',
    'is the person beautiful?',
    'is it green?',
    'is it night?',
  ])('%s is not answered by what is told of the whole picture', async (question) => {
    expect(await ask(cat, question)).toMatchObject({ status: 'cannot-tell' });
  });
});

describe('two questions in one', () => {
  it.each(['is it sharp and beautiful?', 'is there a cat or a dog?', 'is it dark, but sharp?'])(
    '%s is asked to be put one at a time',
    async (question) => {
      const answer = await ask(cat, question);
      expect(answer.status).toBe('cannot-tell');
      expect(answer.reason).toContain('one at a time');
    },
  );

  it('is not heard in a word that only begins a question', async () => {
    expect(await ask(cat, 'And is it sharp?')).toHaveProperty('status', 'answered');
  });
});

describe('the name of a style', () => {
  it('is answered by its reading', async () => {
    const grey = await changed((picture) => picture.grayscale());
    for (const question of ['is it black and white?', 'Is this a black-and-white photo?']) {
      expect(await ask(cat, question)).toMatchObject({
        route: 'style',
        about: 'black-and-white',
        answer: { yes: false },
      });
      expect(await ask(grey, question)).toMatchObject({ answer: { yes: true } });
    }
  });

  it('said of a thing in the picture is not', async () => {
    expect(await ask(cat, 'is the cat black and white?')).toMatchObject({
      status: 'cannot-tell',
    });
  });
});

describe('a negation', () => {
  it.each([
    'is it not sharp?',
    'is it free of blur?',
    'is there no cat in it?',
    'Is it never noisy?',
    'is it neither sharp nor bright?',
    'is it far from beautiful?',
    'is there hardly any noise?',
  ])('%s is not answered as if it were none', async (question) => {
    const answer = await ask(cat, question);
    expect(answer.status).toBe('cannot-tell');
    expect(answer.reason).toContain('the other way round');
  });
});

describe('a picture that the model does not know', () => {
  it('gets no answer at all', async () => {
    const dot = { kind: 'pixels', data: new Uint8Array([9, 9, 9]), width: 1, height: 1 } as const;
    const source = { ...dot, channels: 3, colourSpace: 'srgb' } as const;
    expect((await engine.assess(source)).score?.abstained).toBe(true);
    for (const question of ['is it sharp?', 'is there a dog in it?', 'is it beautiful?']) {
      expect(await ask(source, question)).toMatchObject({ status: 'cannot-tell' });
    }
  });
});

describe('a question that is none', () => {
  it.each(['', ' \n', '?', '42!', '🦄 ?!', 'is it sharp? '.repeat(40)])(
    'is refused: %j',
    async (question) => {
      expect(await failure(ask(cat, question))).toMatchObject({ code: 'invalid-request' });
    },
  );

  it('about a picture that is not there fails as an assessment does', async () => {
    const missing = path.join(PHOTOS, 'gone.png');
    const error = await failure(ask({ kind: 'path', path: missing }, 'is it sharp?'));
    expect(error).toMatchObject({ code: 'file-not-found' });
    expect(error.message).toContain(missing);
  });
});

describe('an engine', () => {
  it('stops a question when it is told to', async () => {
    const signal = AbortSignal.abort();
    expect(await failure(engine.ask(cat, 'is it sharp?', { signal }))).toMatchObject({
      code: 'cancelled',
    });
  });

  it('that is disposed of answers what is under way and takes no more', async () => {
    const brief = await createEngine();
    const last = brief.ask(cat, 'is it sharp?');
    await brief.dispose();
    expect(await last).toHaveProperty('status', 'answered');
    await expect(brief.ask(cat, 'is it sharp?')).rejects.toThrow(/disposed/);
  });
});

describe('another bundle', () => {
  let place: string;
  const opened: Engine[] = [];
  const variant = async (
    ...how: Parameters<typeof makeVariant> extends [string, ...infer Rest] ? Rest : never
  ): Promise<Engine> => {
    place = mkdtempSync(path.join(folder, 'bundle-'));
    await makeVariant(place, ...how);
    const other = await createEngine({ bundle: place });
    opened.push(other);
    return other;
  };
  afterAll(async () => {
    for (const other of opened) await other.dispose();
  });

  it('that has no text encoder says so, and what to do', async () => {
    const other = await variant({}, ({ text: _, ...rest }) => rest);
    const error = await failure(other.ask(cat, 'is it sharp?'));
    expect(error.code).toBe('bundle-incompatible');
    expect(error.message).toContain(place);
    expect(error.hint).not.toBe('');
    expect(await other.assess(cat)).toHaveProperty('status', 'ok');
  });

  it.each(['text-encoder.onnx', 'tokenizer.json', 'ask.onnx'])(
    'whose %s cannot be opened assesses all the same: nothing of it is loaded before a question is asked',
    async (file) => {
      const other = await variant({ [file]: 'null' });
      expect(await other.assess(cat)).toHaveProperty('status', 'ok');
      expect(await failure(other.ask(cat, 'is it sharp?'))).toMatchObject({
        code: 'bundle-damaged',
      });
    },
  );

  it('whose tokens see what the measurement does not is less sure, and says which speaks for what', async () => {
    const calibration = JSON.parse(
      readFileSync(path.join(defaultBundleFolder(), 'alignment.json'), 'utf8'),
    ) as AlignmentCalibration;
    calibration.changes['defocus-blur'] = { scale: 0, shift: 9 };
    const other = await variant({ 'alignment.json': JSON.stringify(calibration) });
    const question = 'is it out of focus?';
    const dogs = { kind: 'path', path: path.join(PHOTOS, 'dogs-at-the-window.jpg') } as const;
    const plain = await ask(dogs, question);
    const torn = await ask(dogs, question, other);
    expect(plain.reason).toContain('agree');
    expect(torn.reason).toContain(
      'what was measured speaks for no, what the model has learned to see for yes, and',
    );
    const surest = (answer: Answer): number =>
      answer.status === 'answered' ? answer.confidence : 0.5;
    expect(surest(torn)).toBeLessThan(surest(plain));
  });
});
