import type { MultiScaleFeatures } from '../encoder/encoder.js';
import { tensorOf } from '../encoder/tensors.js';
import type { Inference } from '../inference/inference.js';
import type { Tensors } from '../inference/messages.js';
import { floats } from '../inference/outputs.js';
import { throwIfCancelled } from '../protocol/errors.js';
import type { AlignmentCalibration } from '../protocol/generated/alignment.js';
import type { AlignmentGraph } from '../protocol/generated/bundle.js';
import type { AlignedTokens, Aligner, AlignOptions, LevelTokens, SeenChange } from './aligner.js';

/** What errors call it. */
const GRAPH = 'alignment';

/** Thresholds of strength that the graph tells of: weak, medium, strong. */
const THRESHOLDS = 3;

/** The alignment of a bundle, run in the inference thread, one picture at a time. */
export class OnnxAligner implements Aligner {
  readonly #inference: Inference;
  readonly #model: string;
  readonly #graph: AlignmentGraph;
  readonly #calibration: AlignmentCalibration;

  /** @param model name under which the graph was loaded into `inference` */
  constructor(
    inference: Inference,
    model: string,
    graph: AlignmentGraph,
    calibration: AlignmentCalibration,
  ) {
    this.#inference = inference;
    this.#model = model;
    this.#graph = graph;
    this.#calibration = calibration;
  }

  async align(
    features: readonly MultiScaleFeatures[],
    options: AlignOptions = {},
  ): Promise<readonly AlignedTokens[]> {
    const aligned: AlignedTokens[] = [];
    for (const picture of features) {
      throwIfCancelled(options.signal, 'The assessment');
      const outputs = await this.#inference.run(this.#model, this.#inputs(picture));
      const { queries, width, themeWidth, changes } = this.#graph;
      const level = (name: string): LevelTokens => ({
        data: floats(GRAPH, outputs, name, queries * width),
        count: queries,
        width,
        attention: floats(
          GRAPH,
          outputs,
          `${name}Attention`,
          queries * picture.stride32.height * picture.stride32.width,
        ),
        rows: picture.stride32.height,
        columns: picture.stride32.width,
      });
      const strength = floats(GRAPH, outputs, 'strength', changes.length * THRESHOLDS);
      aligned.push({
        low: level('low'),
        middle: level('middle'),
        high: level('high'),
        thematic: floats(GRAPH, outputs, 'thematic', themeWidth),
        changes: changes.map((attribute, row) => this.#seen(attribute, strength, row)),
      });
    }
    return aligned;
  }

  #inputs(features: MultiScaleFeatures): Tensors {
    const { vectors, places, count, width } = features.detail;
    return {
      ...Object.fromEntries(this.#graph.inputs.map((name) => [name, tensorOf(features[name])])),
      detail: { type: 'float32', dims: [count, width], data: vectors },
      places: { type: 'float32', dims: [count, 3], data: places },
    };
  }

  #seen(attribute: string, strength: Float32Array, row: number): SeenChange {
    const { scale, shift } = this.#calibration.changes[attribute] ?? { scale: 1, shift: 0 };
    const probability = (threshold: number): number =>
      1 / (1 + Math.exp(-(scale * (strength[row * THRESHOLDS + threshold] ?? 0) + shift)));
    const weak = probability(0);
    const medium = Math.min(weak, probability(1));
    return { attribute, weak, medium, strong: Math.min(medium, probability(2)) };
  }
}
