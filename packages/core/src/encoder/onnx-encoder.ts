import type { Inference } from '../inference/inference.js';
import type { Tensors } from '../inference/messages.js';
import { floats } from '../inference/outputs.js';
import type { Picture } from '../picture/picture.js';
import type { DetailGraph, EncoderGraph } from '../protocol/generated/bundle.js';
import { throwIfCancelled } from '../protocol/errors.js';
import { cutDetail } from './detail-tiles.js';
import type { Detail, EncodeOptions, Encoder, FeatureMap, MultiScaleFeatures } from './encoder.js';

/** What errors call it. */
const GRAPH = 'encoder';

/** A graph, and the name under which it was loaded. */
interface Loaded<Graph> {
  readonly model: string;
  readonly graph: Graph;
}

/**
 * The encoder of a bundle, run in the inference thread. Pictures go through one at a time, each at its own size,
 * so that a picture's features are the same alone and in a batch.
 */
export class OnnxEncoder implements Encoder {
  readonly #inference: Inference;
  readonly #encoder: Loaded<EncoderGraph>;
  readonly #detail: Loaded<DetailGraph>;

  /** @param detail the graph that reads full-size detail */
  constructor(inference: Inference, encoder: Loaded<EncoderGraph>, detail: Loaded<DetailGraph>) {
    this.#inference = inference;
    this.#encoder = encoder;
    this.#detail = detail;
  }

  async encode(
    pictures: readonly Picture[],
    options: EncodeOptions = {},
  ): Promise<readonly MultiScaleFeatures[]> {
    const features: MultiScaleFeatures[] = [];
    for (const picture of pictures) {
      throwIfCancelled(options.signal, 'The assessment');
      const { small } = picture;
      const [outputs, detail] = await Promise.all([
        this.#inference.run(this.#encoder.model, {
          [this.#encoder.graph.input.name]: {
            type: 'uint8',
            dims: [1, small.height, small.width, 3],
            data: small.data,
          },
        }),
        this.#readDetail(picture),
      ]);
      const { stride8, stride16, stride32, head, headDeviation, classes } =
        this.#encoder.graph.outputs;
      features.push({
        stride8: map(outputs, stride8),
        stride16: map(outputs, stride16),
        stride32: map(outputs, stride32),
        head: floats(GRAPH, outputs, head.name),
        headDeviation: floats(GRAPH, outputs, headDeviation.name),
        classes: floats(GRAPH, outputs, classes.name),
        detail,
      });
    }
    return features;
  }

  async #readDetail(picture: Picture): Promise<Detail> {
    const none = { vectors: new Float32Array(), places: new Float32Array(), count: 0 };
    const { side, width } = this.#detail.graph;
    const { pixels, places, count } = cutDetail(picture, side);
    if (count === 0) return { ...none, width };
    const outputs = await this.#inference.run(this.#detail.model, {
      tiles: { type: 'uint8', dims: [count, side, side, 3], data: pixels },
    });
    return { vectors: floats('detail', outputs, 'detail'), places, count, width };
  }
}

function map(outputs: Tensors, { name, stride }: EncoderGraph['outputs']['stride8']): FeatureMap {
  const [, channels = 0, height = 0, width = 0] = outputs[name]?.dims ?? [];
  return { data: floats(GRAPH, outputs, name), channels, height, width, stride };
}
