import type { GraphSettings } from '../../inference/inference.js';
import { CalmError, throwIfCancelled } from '../../protocol/errors.js';
import type { Sentence } from '../../protocol/generated/assessment.js';
import type { CommentDetail, Decoder, Draft, WritingOptions, WritingRequest } from '../decoder.js';
import { splitSentences } from '../sentences.js';
import { GroundedDecoder } from '../grounded/grounded-decoder.js';
import { LanguageModel } from './language-model.js';
import { factsOf, filled } from './prompt.js';

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
  readonly #grounded = new GroundedDecoder();
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
      throw new CalmError('invalid-request', 'The language model reads the tokens of a picture.', {
        hint: "Assess it with the part 'features'.",
      });
    }
    const sentences: Sentence[] = [];
    for await (const sentence of this.#grounded.write(request)) sentences.push(sentence);
    const facts = factsOf(sentences, assessment, attributes, locale);
    const model = await this.#opened();
    let given = 0;
    let text = '';
    for await (text of model.answer(features, `${facts.text}\n${INSTRUCTIONS[detail]}`)) {
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
