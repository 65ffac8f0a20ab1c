import type { Bundle } from '../bundle/bundle.js';
import type { Inference } from '../inference/inference.js';
import type { TensorData } from '../inference/messages.js';
import { floats } from '../inference/outputs.js';
import type { TextGraphs } from '../protocol/generated/bundle.js';
import { Tokenizer } from './tokenizer.js';

/** Words to vectors, one text at a time: with 8-bit weights a text's vector would depend on its neighbours in a batch. */
export class TextEncoder {
  readonly #inference: Inference;
  readonly #model: string;
  readonly #graph: TextGraphs;
  readonly #tokenizer: Tokenizer;

  private constructor(
    inference: Inference,
    model: string,
    graph: TextGraphs,
    tokenizer: Tokenizer,
  ) {
    this.#inference = inference;
    this.#model = model;
    this.#graph = graph;
    this.#tokenizer = tokenizer;
  }

  /**
   * Opens the tokenizer of a bundle.
   *
   * @param model name under which the graph was loaded into `inference`
   * @throws CalmError `bundle-damaged`
   */
  static async open(
    inference: Inference,
    model: string,
    bundle: Bundle,
    graph: TextGraphs,
  ): Promise<TextEncoder> {
    const tokenizer = await Tokenizer.open(bundle, graph.tokenizer, graph.tokens);
    return new TextEncoder(inference, model, graph, tokenizer);
  }

  /** The unit vector [width] of a text: the mean over its pieces (Reimers and Gurevych, arXiv 1908.10084). */
  async encode(text: string): Promise<Float32Array> {
    const ids = this.#tokenizer.encode(text);
    const count = ids.length;
    const row = (values: BigInt64Array): TensorData => ({
      type: 'int64',
      dims: [1, count],
      data: values,
    });
    const outputs = await this.#inference.run(this.#model, {
      input_ids: row(BigInt64Array.from(ids, BigInt)),
      attention_mask: row(new BigInt64Array(count).fill(1n)),
      token_type_ids: row(new BigInt64Array(count)),
    });
    const { width } = this.#graph;
    return unitMean(floats('text encoder', outputs, 'last_hidden_state', count * width), width);
  }
}

/** The mean of the rows [n, width], at length 1. */
function unitMean(rows: Float32Array, width: number): Float32Array {
  const sum = new Float64Array(width);
  for (let at = 0; at < rows.length; at++) sum[at % width]! += rows[at]!;
  const length = Math.hypot(...sum);
  return Float32Array.from(sum, (value) => value / length);
}
