import { openTokenizer, type TokenizerLibrary } from '../../alignment/tokenizer.js';
import { readFolder } from '../../bundle/model-folder.js';
import { Inference, type GraphSettings } from '../../inference/inference.js';
import { floats } from '../../inference/outputs.js';
import { CalmError } from '../../protocol/errors.js';
import type { Features } from '../../protocol/generated/assessment.js';
import { latticeOf, type Step } from './lattice.js';
import type { LanguageModelManifest } from '../../protocol/generated/language-model.js';
import { validateLanguageModelManifest } from '../../protocol/generated/validators.js';

/** Tokens of the longest answer; a comment in full takes some 200. */
const MOST = 320;

/**
 * A small language model that reads a picture's aligned tokens in front of words: the paper's decoder, `<low><middle><high><thematic><instruction>`.
 * It has a thread of its own, so that neither the host nor the engine waits while it writes.
 */
export class LanguageModel implements AsyncDisposable {
  readonly #inference: Inference;
  readonly #tokenizer: TokenizerLibrary;
  readonly #manifest: LanguageModelManifest['languageModel'];

  private constructor(
    inference: Inference,
    tokenizer: TokenizerLibrary,
    manifest: LanguageModelManifest['languageModel'],
  ) {
    this.#inference = inference;
    this.#tokenizer = tokenizer;
    this.#manifest = manifest;
  }

  /**
   * Verifies the folder and loads its graphs.
   *
   * @param alignment SHA-256 of the graph whose tokens it will be given
   * @throws CalmError `bundle-damaged`, or `bundle-incompatible` where it was taught to read other tokens
   */
  static async open(
    folder: string | URL,
    alignment: string,
    settings: GraphSettings,
  ): Promise<LanguageModel> {
    const model = await readFolder(folder, validateLanguageModelManifest);
    const { languageModel, files, id } = model.manifest;
    if (languageModel.alignment !== alignment) {
      throw new CalmError(
        'bundle-incompatible',
        `The language model ${id} in ${model.folder} reads the tokens of another bundle.`,
        { hint: 'Update both, or use the bundle that it was made for.' },
      );
    }
    await model.verify(Object.keys(files));
    const tokenizer = await openTokenizer(model, languageModel.tokenizer);
    const inference = new Inference();
    try {
      for (const graph of ['decoder', 'embed', 'soft'] as const) {
        await inference.load(graph, model.file(languageModel[graph]), settings);
      }
    } catch (error) {
      await inference[Symbol.asyncDispose]();
      throw error;
    }
    return new LanguageModel(inference, tokenizer, languageModel);
  }

  /**
   * Answers an instruction about a picture, always in the likeliest words. Yields the answer as far as it has come.
   *
   * @param among texts that it may choose between, step by step; without them it writes as it likes
   */
  async *answer(
    features: Features,
    instruction: string,
    among?: readonly (readonly Step[])[],
  ): AsyncGenerator<string> {
    const { opening, closing, end } = this.#manifest;
    const tokens = (text: string) => ({ tokens: this.#tokenizer.encode(text).ids });
    const prompt = [
      tokens(opening),
      { vectors: await this.#vectors(features) },
      tokens(`${instruction}${closing}`),
    ];
    const [stop] = this.#tokenizer.encode(end).ids;
    const written: number[] = [];
    const graphs = { decoder: 'decoder', embed: 'embed' };
    const lattice =
      among === undefined
        ? {}
        : { lattice: latticeOf(among, (text) => this.#tokenizer.encode(text).ids) };
    const limits = { stop: stop!, most: MOST, ...lattice };
    for await (const token of this.#inference.generate(graphs, prompt, limits)) {
      written.push(token);
      yield this.#tokenizer.decode(written, { skip_special_tokens: true });
    }
  }

  /** The picture among words. */
  async #vectors({ low, middle, high, thematic }: Features): Promise<Float32Array> {
    const levels = Float32Array.from([...low, ...middle, ...high]);
    const outputs = await this.#inference.run('soft', {
      levels: { type: 'float32', dims: [1, ...this.#manifest.levels], data: levels },
      thematic: {
        type: 'float32',
        dims: [1, this.#manifest.thematic],
        data: Float32Array.from(thematic),
      },
    });
    return floats('soft tokens', outputs, 'vectors');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#inference[Symbol.asyncDispose]();
  }
}
