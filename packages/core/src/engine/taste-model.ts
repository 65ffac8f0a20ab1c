import { readCalibration } from '../bundle/calibration.js';
import type { Bundle } from '../bundle/bundle.js';
import type { TasteFeatures } from '../cache/cache.js';
import type { MultiScaleFeatures } from '../encoder/encoder.js';
import { tensorOf } from '../encoder/tensors.js';
import type { GraphSettings, Inference } from '../inference/inference.js';
import { floats } from '../inference/outputs.js';
import { standardised, vectorOf } from '../personalization/taste/taste.js';
import { perceptualHash } from '../picture/perceptual-hash.js';
import type { Picture } from '../picture/picture.js';
import { CalmError } from '../protocol/errors.js';
import type { AttributeResult } from '../attributes/attribute.js';
import type { TasteGraph } from '../protocol/generated/bundle.js';
import type { TasteCalibration } from '../protocol/generated/taste-model.js';
import { validateTasteCalibration } from '../protocol/generated/validators.js';
import { round } from '../protocol/rounding.js';
import { classProbabilities, showsPeople } from '../subject/shown-things.js';
import type { Subject } from '../subject/subject.js';

const GRAPH = 'taste';

/** What the bundle's taste model sees in pictures. */
export class TasteModel {
  readonly calibration: TasteCalibration;
  /** Names the model: of its every byte. */
  readonly stamp: string;
  readonly #inference: Inference;
  readonly #graph: TasteGraph;

  private constructor(
    inference: Inference,
    graph: TasteGraph,
    calibration: TasteCalibration,
    stamp: string,
  ) {
    this.#inference = inference;
    this.#graph = graph;
    this.calibration = calibration;
    this.stamp = stamp;
  }

  /** @throws CalmError `bundle-incompatible` where the bundle learns no tastes, `bundle-damaged` */
  static async open(
    inference: Inference,
    bundle: Bundle,
    settings: GraphSettings,
  ): Promise<TasteModel> {
    const { id, version, taste, files } = bundle.manifest;
    if (taste === undefined) {
      throw new CalmError(
        'bundle-incompatible',
        `The bundle ${id} in ${bundle.folder} learns no tastes: it was made without that stage.`,
        { hint: 'Use the bundle in the box, or make one by the whole recipe.' },
      );
    }
    await bundle.verify([taste.file, taste.calibration]);
    const [calibration] = await Promise.all([
      readCalibration(bundle, taste.calibration, validateTasteCalibration),
      inference.load(GRAPH, bundle.file(taste.file), settings),
    ]);
    const short = (file: string): string => (files[file]?.sha256 ?? '').slice(0, 16);
    const stamp = `${id}@${version} ${short(taste.file)} ${short(taste.calibration)}`;
    return new TasteModel(inference, taste, calibration, stamp);
  }

  async see(
    picture: Picture,
    features: MultiScaleFeatures,
    results: readonly AttributeResult[],
    subject: Subject,
  ): Promise<TasteFeatures> {
    const outputs = await this.#inference.run(
      GRAPH,
      Object.fromEntries(this.#graph.inputs.map((name) => [name, tensorOf(features[name])])),
    );
    const { calibration } = this;
    const scores = new Map(
      results.flatMap(({ attribute, reading }) =>
        reading.status === 'measured' ? [[attribute.id, reading.score]] : [],
      ),
    );
    const vector = vectorOf(
      calibration,
      floats(GRAPH, outputs, this.#graph.output, calibration.length),
      (attribute) => scores.get(attribute),
    );
    const probabilityOf = classProbabilities(features.classes);
    const topics = calibration.topics.map(({ kind, id, classes, ...standard }) => {
      const value =
        kind === 'reading'
          ? scores.get(id)
          : classes === undefined
            ? Number(showsPeople(subject.faces))
            : probabilityOf(classes);
      return round(standardised(value, standard), 4);
    });
    return {
      vector: Array.from(vector, (value) => round(value, 5)),
      topics,
      perceptualHash: perceptualHash(picture.working),
    };
  }
}
