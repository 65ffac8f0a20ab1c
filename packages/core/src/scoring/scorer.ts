import type { AttributeResult } from '../attributes/attribute.js';
import type { AlignedTokens } from '../alignment/aligner.js';
import { isTokensName, tensorOfTokens } from '../alignment/tensors.js';
import type { MultiScaleFeatures } from '../encoder/encoder.js';
import { coarse } from '../encoder/grid.js';
import { tensorOf } from '../encoder/tensors.js';
import type { Inference } from '../inference/inference.js';
import type { TensorData, Tensors } from '../inference/messages.js';
import { floats } from '../inference/outputs.js';
import type { Domain, Regions, Score } from '../protocol/generated/assessment.js';
import type { ScoringGraph } from '../protocol/generated/bundle.js';
import type { DomainCalibration, ScoringCalibration } from '../protocol/generated/scoring.js';
import { inHundredths, round } from '../protocol/rounding.js';
import { addedBy, contributionsOf } from './contributions.js';
import { valueAt } from './curve.js';
import { regionsOf } from './regions.js';

/** What errors call it. */
const GRAPH = 'scoring';

const BINS = 10;

/** What a picture scores, and which part each attribute has in it. */
export interface Scored {
  readonly domain: Domain;
  readonly score: Score;
  /** Points of the score by attribute id; those of {@link Score.contributions}. */
  readonly contributions: ReadonlyMap<string, number>;
}

/** What the scoring graph reads. */
export interface Seen {
  readonly features: MultiScaleFeatures;
  readonly tokens: AlignedTokens;
}

/** Row of no kind: no regions are asked for. */
const NONE = -1;

/** What the graph says of a picture before anything is read in it. */
export interface Look {
  readonly seen: Seen;
  readonly domain: Domain;
  /** The kind's row. */
  readonly row: number;
  readonly outputs: Tensors;
}

/** From features and readings to the score: the bundle's scoring graph and what its calibration says of it. */
export class Scorer {
  readonly #inference: Inference;
  readonly #model: string;
  readonly #graph: ScoringGraph;
  readonly #calibration: ScoringCalibration;

  /** @param model name under which the graph was loaded into `inference` */
  constructor(
    inference: Inference,
    model: string,
    graph: ScoringGraph,
    calibration: ScoringCalibration,
  ) {
    this.#inference = inference;
    this.#model = model;
    this.#graph = graph;
    this.#calibration = calibration;
  }

  /** Tells the kind, on which depends what is read. */
  async look(seen: Seen): Promise<Look> {
    const outputs = await this.#run(seen, { explain: NONE });
    const { domains } = this.#calibration;
    const logits = floats(GRAPH, outputs, this.#graph.outputs.domain, domains.length);
    const probabilities = softmax(logits);
    const row = probabilities.indexOf(Math.max(...probabilities));
    const { id } = domains[row] as DomainCalibration;
    return { seen, domain: { id, confidence: round(probabilities[row] ?? 0, 4) }, row, outputs };
  }

  async score(look: Look, results: readonly AttributeResult[]): Promise<Scored> {
    const { domain, row } = look;
    const names = this.#graph.outputs;
    const domains = this.#calibration.domains;
    const calibration = domains[row] as DomainCalibration;
    const curves = calibration.contributions ?? this.#calibration.contributions;
    const outputs =
      calibration.contributions === undefined
        ? look.outputs
        : await this.#run(look.seen, { explain: NONE, row, added: addedBy(curves, results) });

    const distribution = floats(GRAPH, outputs, names.distribution, domains.length * BINS).subarray(
      row * BINS,
      (row + 1) * BINS,
    );
    const deviation = floats(GRAPH, outputs, names.deviation, domains.length)[row] ?? 0;
    const unfamiliarity = floats(GRAPH, outputs, names.unfamiliarity, 1)[0] ?? 0;

    const bins = roundDistribution(distribution);
    const value = inHundredths(bins.reduce((sum, share, bin) => sum + share * (bin + 0.5), 0));
    const { reference } = calibration;
    const mean = inHundredths(reference.mean);
    const contributions = contributionsOf(curves, results, value - mean);
    const half = calibration.interval.perDeviation * deviation;

    return {
      domain,
      score: {
        value: value / 100,
        interval: {
          low: inHundredths(Math.max(0, value / 100 - half)) / 100,
          high: inHundredths(Math.min(10, value / 100 + half)) / 100,
          level: calibration.interval.level,
        },
        percentile: percentileOf(value / 100, reference.scores),
        reference: { id: reference.id, size: reference.scores.length, mean: mean / 100 },
        confidence: round(valueAt(calibration.confidence, deviation), 4),
        abstained: unfamiliarity >= this.#calibration.abstention.unfamiliarity,
        distribution: bins,
        technical: technicalOf(this.#calibration.technical, results),
        contributions,
      },
      contributions: new Map(contributions.map((part) => [part.attribute, part.value])),
    };
  }

  /** Share of a kind's reference set that scores below a value, in percent. */
  percentile(domain: Domain['id'], value: number): number {
    const { reference } = this.#calibration.domains.find(({ id }) => id === domain)!;
    return percentileOf(value, reference.scores);
  }

  /**
   * Where a score comes from: integrated gradients (Sundararajan, Taly and Yan 2017, arXiv 1703.01365) from the average unrated
   * photograph to this picture, traced back to the cells that each number was pooled from. They are told from the mean of the
   * reference, so that a screen shows one average; what lies between the two (a tenth of a point for photographs and artworks, two points
   * for pages of an interface) is spread evenly.
   */
  async regions(seen: Seen, { domain, score }: Scored): Promise<Regions> {
    const row = this.#calibration.domains.findIndex(({ id }) => id === domain.id);
    const outputs = await this.#run(seen, { explain: row });
    const { height, width } = seen.features.stride32;
    const cells = floats(GRAPH, outputs, this.#graph.outputs.regions, height * width);
    return regionsOf(coarse(cells, height, width), score.reference.mean, score.value);
  }

  async #run(
    { features, tokens }: Seen,
    { explain, row = NONE, added = 0 }: { explain: number; row?: number; added?: number },
  ): Promise<Tensors> {
    const { domains } = this.#calibration;
    const tensorNamed = (name: ScoringGraph['inputs'][number]): TensorData =>
      isTokensName(name) ? tensorOfTokens(tokens, name) : tensorOf(features[name]);
    return await this.#inference.run(this.#model, {
      ...Object.fromEntries(this.#graph.inputs.map((name) => [name, tensorNamed(name)])),
      explain: { type: 'int64', dims: [1], data: BigInt64Array.of(BigInt(explain)) },
      // Graphs of kinds that readings add nothing to have no place for it.
      ...(domains.some(({ contributions }) => contributions !== undefined) && {
        added: {
          type: 'float32',
          dims: [1, domains.length],
          data: Float32Array.from(domains, (_, kind) => (kind === row ? added : 0)),
        },
      }),
    });
  }
}

function softmax(logits: Float32Array): number[] {
  const top = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Six decimals that still sum to 1: what rounding left over goes to the largest remainders. */
function roundDistribution(shares: Float32Array): number[] {
  const UNITS = 1e6;
  const total = shares.reduce((sum, share) => sum + share, 0);
  const exact = Array.from(shares, (share) => (share / total) * UNITS);
  const units = exact.map(Math.floor);
  const left = UNITS - units.reduce((sum, unit) => sum + unit, 0);
  const order = exact
    .map((unit, bin) => ({ bin, remainder: unit - Math.floor(unit) }))
    .sort((a, b) => b.remainder - a.remainder || a.bin - b.bin);
  for (const { bin } of order.slice(0, left)) units[bin] = (units[bin] ?? 0) + 1;
  return units.map((unit) => unit / UNITS);
}

/** Share of `ascending` below `value`, ties counted half, in percent. */
function percentileOf(value: number, ascending: readonly number[]): number {
  let below = 0;
  let equal = 0;
  for (const score of ascending) {
    if (score < value) below++;
    else if (score === value) equal++;
  }
  return round(((below + equal / 2) / ascending.length) * 100, 1);
}

function technicalOf(
  model: ScoringCalibration['technical'],
  results: readonly AttributeResult[],
): number {
  let logit = model.intercept;
  for (const { attribute, reading } of results) {
    const weight = model.weights[attribute.id];
    if (weight !== undefined && reading.status === 'measured')
      logit += weight * (1 - reading.score);
  }
  return inHundredths(10 / (1 + Math.exp(-logit))) / 100;
}
