import type { GraphSettings } from '../../inference/inference.js';
import { CalmError, throwIfCancelled } from '../../protocol/errors.js';
import type { Sentence } from '../../protocol/generated/assessment.js';
import type { CommentDetail, Decoder, Draft, WritingOptions, WritingRequest } from '../decoder.js';
import { splitSentences } from '../sentences.js';
import { GroundedDecoder } from '../grounded/grounded-decoder.js';
import { LanguageModel } from './language-model.js';
import type { Step } from './lattice.js';
import { factsOf, filled, withSlots, type Facts } from './prompt.js';

/** As the model was taught to be asked. */
const INSTRUCTIONS: Readonly<Record<CommentDetail, string>> = {
  short: 'Comment in one line.',
  normal: 'Comment on this photo.',
  full: 'Comment on this photo in full.',
};

/**
 * The paper's decoder at nano scale: the language model words what the grounded writer would tell, with the picture's tokens before it. Its
 * sentences carry no claims, so the engine reads them and passes on those that hold.
 */
export class LanguageModelDecoder implements Decoder, AsyncDisposable {
  readonly id = 'lm';
  readonly #open: () => Promise<LanguageModel>;
  #model: Promise<LanguageModel> | undefined;

  /**
   * @param folder of the language model's bundle; nothing of it is opened before the first comment
   * @param alignment SHA-256 of the graph that makes the tokens
   */
  constructor(folder: string | URL, alignment: string, settings: GraphSettings) {
    this.#open = () => LanguageModel.open(folder, alignment, settings);
  }

  /** @throws CalmError `invalid-request` for another language than English, or an assessment without its features */
  async *write(request: WritingRequest, options: WritingOptions = {}): AsyncGenerator<Draft> {
    const { assessment, attributes, locale, detail } = request;
    if (locale.id !== 'en') {
      throw new CalmError('invalid-request', 'The language model writes English alone.', {
        hint: 'Leave the decoder out for a comment in another language.',
      });
    }
    const { features } = assessment;
    if (features === undefined) {
      throw new CalmError(
        'invalid-request',
        'The language model reads the tokens of a picture, which the assessment lacks.',
        {
          hint: "Assess the picture with `include: ['score', 'attributes', 'findings', 'features']`.",
        },
      );
    }
    const ways = await waysToTell(request);
    const facts = factsOf(ways[0]!, assessment, attributes, locale);
    const among = ways.map((sentences) => stepsOf(sentences, facts));
    const model = await this.#opened();
    let given = 0;
    let text = '';
    for await (text of model.answer(features, `${facts.text}\n${INSTRUCTIONS[detail]}`, among)) {
      throwIfCancelled(options.signal, 'The comment');
      const whole = splitSentences(text).slice(0, -1);
      for (const sentence of whole.slice(given)) yield* draft(sentence);
      given = whole.length;
    }
    for (const sentence of splitSentences(text).slice(given)) yield* draft(sentence);

    function* draft(sentence: string): Generator<Draft> {
      const whole = filled(sentence, facts);
      if (whole !== undefined) yield { text: whole };
    }
  }

  /** Frees the model. */
  async [Symbol.asyncDispose](): Promise<void> {
    const model = this.#model;
    this.#model = undefined;
    await (await model)?.[Symbol.asyncDispose]();
  }

  /** Opened once; a failure is not kept, so that what was mended is tried again. */
  #opened(): Promise<LanguageModel> {
    this.#model ??= this.#open().catch((error: unknown) => {
      this.#model = undefined;
      throw error;
    });
    return this.#model;
  }
}

/** Comments that the language model chooses between, sentence by sentence and word by word. */
const WAYS = 64;

/** Comments of the grounded writer that tell the same in other words. */
async function waysToTell(request: WritingRequest): Promise<readonly (readonly Sentence[])[]> {
  const { assessment } = request;
  const { picture } = assessment;
  const grounded = new GroundedDecoder();
  const ways: Sentence[][] = [];
  for (let way = 0; way < WAYS; way++) {
    // Its words are drawn by the picture's hash.
    const sha256 = way === 0 ? picture.sha256 : `${picture.sha256} ${way}`;
    const sentences: Sentence[] = [];
    const other = { ...request, assessment: { ...assessment, picture: { ...picture, sha256 } } };
    for await (const sentence of grounded.write(other)) sentences.push(sentence);
    ways.push(sentences);
  }
  const [first] = ways;
  const told = topicsOf(first!);
  return ways.filter((sentences) => topicsOf(sentences) === told);
}

/** What sentences speak of, in one word. */
function topicsOf(sentences: readonly Sentence[]): string {
  const topics = sentences.flatMap(({ claims }) => claims.map(({ about }) => about));
  return [...new Set(topics)].sort().join(' ');
}

function stepsOf(sentences: readonly Sentence[], facts: Facts): readonly Step[] {
  const told = new Set<string>();
  return sentences.map(({ text, claims }, at) => {
    for (const { relation, about, place = '' } of claims) told.add(`${relation} ${about} ${place}`);
    // "This" is what was told last.
    const last = claims.at(-1)?.about ?? '';
    return {
      text: `${at === 0 ? '' : ' '}${withSlots(text, facts)}`,
      told: `${[...told].sort().join(', ')}; ${last}`,
    };
  });
}
