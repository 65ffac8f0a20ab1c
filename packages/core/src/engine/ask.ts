import { TextEncoder } from '../alignment/text-encoder.js';
import type { Attribute } from '../attributes/attribute.js';
import type { Bundle } from '../bundle/bundle.js';
import type { GraphSettings, Inference } from '../inference/inference.js';
import type { TensorData, Tensors } from '../inference/messages.js';
import { floats } from '../inference/outputs.js';
import { CalmError, throwIfCancelled } from '../protocol/errors.js';
import type { AskCalibration } from '../protocol/generated/alignment.js';
import type {
  Answer,
  AnsweredQuestion,
  Route,
  UnansweredQuestion,
  YesOrNo,
} from '../protocol/generated/answer.js';
import type { Assessment, AttributeReading, Score } from '../protocol/generated/assessment.js';
import type { AlignmentGraph, TextGraphs } from '../protocol/generated/bundle.js';
import { round } from '../protocol/rounding.js';

/** In the order of the graph's outputs. */
const ROUTES = ['craft', 'beauty', 'theme', 'mood'] as const satisfies readonly Route[];

/** Characters of the longest question; the text encoder reads about as much. */
const LONGEST_QUESTION = 300;

/** From this probability on an answer is a plain yes; at most its complement is a plain no. */
const PLAIN = 0.8;

/** Probabilities of yes that lie on both sides of even, this far from each other, contradict each other. */
const CONTRADICTION = 0.5;

/** A reading that is less sure than this contradicts nothing. */
const TRUSTED = 0.5;

const CAN_BE_ASKED =
  'What can be asked, in English: whether it has a fault ("is it blurred?"), whether it is beautiful ("is it a beautiful photo?"), what it shows ("is there a dog in it?"), and its mood ("does it feel sad?").';

/** A question that starts so wants more than yes or no. */
const OPEN =
  /^(?:(?:and|but|so|at|by|for|from|in|on|of|to|with|about)\s+)*(?:who|whom|whose|what|when|where|which|why|how)\b/iu;

/** The text encoder hardly hears a negation, so a question that holds one is not answered. */
const NEGATED =
  /\b(?:not|never|no|nothing|none|neither|nor|hardly|barely|scarcely|without|free of|far from|anything but|lack(?:s|ing)? of)\b/iu;

/** One thing that speaks for yes or no. */
interface Told {
  readonly probability: number;
  readonly reason: string;
  readonly evidence: readonly string[];
}

/** What the bundle's graph makes of a question. */
interface Heard {
  /** How near the question is to each route, offsets added. */
  readonly near: Readonly<Record<Route | 'unknown', number>>;
  readonly logit: Readonly<Record<Route, number>>;
  /** The attribute asked about, were it about craft. */
  readonly about: string;
  /** Attributes that count for it: blur of either sort is blur. */
  readonly names: ReadonlySet<string>;
  /** From 1, where it asks for the fault, to -1, where it asks for its absence. */
  readonly sign: number;
  /** The mood asked after, were it about moods. */
  readonly mood: string;
}

/**
 * Answers questions about pictures: how they were made by readings and tokens, how they please by the score, what they show
 * by the theme and the encoder's classes, how they feel by what photographs of a mood have in common. What it needs of the
 * bundle is loaded with the first question.
 */
export class Asker {
  readonly #inference: Inference;
  readonly #bundle: Bundle;
  readonly #alignment: AlignmentGraph;
  readonly #text: TextGraphs;
  readonly #settings: GraphSettings;
  readonly #attributes: ReadonlyMap<string, Attribute>;
  readonly #calibration: AskCalibration;
  #encoder: Promise<TextEncoder> | undefined;

  /**
   * @param calibration when a question is answered, where the bundle has an alignment
   * @throws CalmError `bundle-incompatible` where the bundle has no text encoder
   */
  constructor(
    inference: Inference,
    bundle: Bundle,
    settings: GraphSettings,
    attributes: readonly Attribute[],
    calibration: AskCalibration | undefined,
  ) {
    const { alignment, text, id } = bundle.manifest;
    if (alignment === undefined || text === undefined || calibration === undefined) {
      throw new CalmError(
        'bundle-incompatible',
        `The bundle ${id} in ${bundle.folder} cannot answer questions: it has no text encoder.`,
        { hint: 'Use the bundle in the box, or one made by the recipe with its alignment.' },
      );
    }
    this.#inference = inference;
    this.#bundle = bundle;
    this.#alignment = alignment;
    this.#text = text;
    this.#settings = settings;
    this.#calibration = calibration;
    this.#attributes = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  }

  /**
   * @param question as {@link checkQuestion} lets it pass
   * @param assessment of the picture, with its score, attributes and features
   */
  async answer(
    question: string,
    assessment: Assessment,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const answer = (said: Said): Answer => ({
      source: assessment.source,
      question,
      ...said,
      stamps: assessment.stamps,
    });
    if (OPEN.test(question.trim())) {
      const reason = `This wants more than yes or no. ${CAN_BE_ASKED}`;
      return answer({ status: 'cannot-tell', reason, evidence: [] });
    }

    if (NEGATED.test(question)) {
      const reason = `Questions with a negation are easily misheard: ask it the other way round. ${CAN_BE_ASKED}`;
      return answer({ status: 'cannot-tell', reason, evidence: [] });
    }

    this.#encoder ??= this.#load();
    const encoder = await this.#encoder.catch((error: unknown) => {
      this.#encoder = undefined;
      throw error;
    });
    const calibration = this.#calibration;
    throwIfCancelled(signal, 'The question');
    const text = await encoder.encode(question);
    const heard = await this.#hear(text, assessment);

    const best = ROUTES.reduce((a, b) => (heard.near[b] > heard.near[a] ? b : a));
    if (heard.near.unknown >= heard.near[best] || heard.near[best] < calibration.nearest) {
      const reason = `A picture does not tell this, or the model has not learned to see it. ${CAN_BE_ASKED}`;
      return answer({ status: 'cannot-tell', reason, evidence: [] });
    }
    if (assessment.score?.abstained === true) {
      const reason =
        'This picture is unlike those that the model has learned from, so nothing is said of it.';
      return answer({ status: 'cannot-tell', reason, evidence: [] });
    }
    const learned = logistic(calibration[best].scale * heard.logit[best] + calibration[best].shift);
    switch (best) {
      case 'craft': {
        const { about } = heard;
        const reading = assessment.attributes.find(({ id }) => id === about);
        const title = this.#attributes.get(about)?.title ?? about;
        const told = craft(title, reading, learned, measured(heard, assessment));
        return answer(judge(told, { route: best, about }, calibration));
      }
      case 'beauty': {
        const { score } = assessment;
        if (score === undefined) throw new Error('The assessment has no score.');
        return answer(judge(beauty(score, learned), { route: best }, calibration));
      }
      case 'theme': {
        const told = theme(learned);
        // The theme is what the picture shows most of: that something is in it can be seen, that it is nowhere cannot.
        return answer(
          side(learned) === 'no'
            ? { status: 'cannot-tell', route: best, reason: told.reason, evidence: [] }
            : judge(told, { route: best }, calibration),
        );
      }
      case 'mood': {
        return answer(
          judge(feeling(heard.mood, learned), { route: best, about: heard.mood }, calibration),
        );
      }
    }
  }

  async #load(): Promise<TextEncoder> {
    const { file, ask } = this.#text;
    await this.#bundle.verify(filesOf(this.#text));
    const [encoder] = await Promise.all([
      TextEncoder.open(this.#inference, 'text', this.#bundle, this.#text),
      this.#inference.load('text', this.#bundle.file(file), this.#settings),
      this.#inference.load('ask', this.#bundle.file(ask), this.#settings),
    ]);
    return encoder;
  }

  async #hear(text: Float32Array, { features, score }: Assessment): Promise<Heard> {
    if (features === undefined) throw new Error('The assessment has no features.');
    const { changes, queries, width } = this.#alignment;
    const calibration = this.#calibration;
    const row = (values: readonly number[], ...dims: readonly number[]): TensorData => ({
      type: 'float32',
      dims: [1, ...dims],
      data: Float32Array.from(values),
    });
    const { low, middle, high, thematic, strength, head, classes } = features;
    const outputs = await this.#inference.run('ask', {
      text: { type: 'float32', dims: [1, text.length], data: text },
      tokens: row([...low, ...middle, ...high], 3 * queries, width),
      thematic: row(thematic, thematic.length),
      strength: row(strength, changes.length, 3),
      percentile: row([(score?.percentile ?? 50) / 100], 1),
      head: row(head, head.length),
      classes: row(classes, classes.length),
    });
    const near = floats('ask', outputs, 'route', 5);
    const logit = floats('ask', outputs, 'logit', 4);
    const names = floats('ask', outputs, 'names', changes.length);
    const [sign = 0] = floats('ask', outputs, 'sign', 1);
    const about = changes[indexOf(outputs, 'about')];
    const mood = calibration.moods[indexOf(outputs, 'mood')];
    if (about === undefined || mood === undefined) {
      throw new Error('The ask graph speaks of what its bundle does not name.');
    }
    const at = (values: Float32Array, index: number): number => values[index] ?? 0;
    return {
      near: {
        craft: at(near, 0) + calibration.craft.offset,
        beauty: at(near, 1) + calibration.beauty.offset,
        theme: at(near, 2) + calibration.theme.offset,
        mood: at(near, 3) + calibration.mood.offset,
        unknown: at(near, 4) + calibration.unknown,
      },
      logit: { craft: at(logit, 0), beauty: at(logit, 1), theme: at(logit, 2), mood: at(logit, 3) },
      about,
      names: new Set(changes.filter((_, index) => at(names, index) > 0)),
      sign,
      mood,
    };
  }
}

/** The files of a bundle that only questions need. */
export function filesOf({ file, tokenizer, ask }: TextGraphs): string[] {
  return [file, tokenizer, ask];
}

/** An answer without what every answer repeats. */
type Said =
  | Omit<AnsweredQuestion, 'source' | 'question' | 'stamps'>
  | Omit<UnansweredQuestion, 'source' | 'question' | 'stamps'>;

/** @throws CalmError `invalid-request` where a question is empty or too long */
export function checkQuestion(question: string): void {
  if (question.trim() === '') {
    throw new CalmError('invalid-request', 'The question is empty.', { hint: CAN_BE_ASKED });
  }
  const length = [...question].length;
  if (length > LONGEST_QUESTION) {
    throw new CalmError(
      'invalid-request',
      `The question has ${length} characters; at most ${LONGEST_QUESTION} are read.`,
      { hint: 'Ask one thing at a time, in a sentence.' },
    );
  }
}

/**
 * Two witnesses, the reading and the tokens. Their mean, the reading counting as much as it is sure: they answer plainly together
 * and hardly at all against each other. On known changes that answers more questions, and more of them rightly, than either alone.
 */
function craft(
  title: string,
  reading: AttributeReading | undefined,
  learned: number,
  measured: number,
): Told {
  if (reading?.status !== 'measured') {
    const why = reading === undefined ? '' : ` (${reading.reason})`;
    return {
      probability: learned,
      reason: `The ${title} could not be measured${why}: this is what the model has learned to see.`,
      evidence: [],
    };
  }
  const { confidence, text } = reading;
  const sides = `what was measured speaks for ${side(measured)}, what the model has learned to see for ${side(learned)}`;
  const reason =
    side(learned) === side(measured)
      ? 'what was measured and what the model has learned to see agree'
      : confidence >= TRUSTED && Math.abs(learned - measured) >= CONTRADICTION
        ? `the two contradict each other: ${sides}`
        : sides;
  return {
    probability: (learned + confidence * measured) / (1 + confidence),
    reason: `About ${title}: ${reason}.`,
    evidence: [`${title}: ${text}`],
  };
}

/**
 * What the readings answer: 1 - score, which is .5 where a viewer would call it a fault, of the worst reading that counts for what is
 * asked after.
 */
function measured({ names, sign }: Heard, { attributes }: Assessment): number {
  const faults = attributes.flatMap((reading) =>
    reading.status === 'measured' && names.has(reading.id) ? [1 - reading.score] : [],
  );
  const worst = Math.max(0, ...faults);
  return 0.5 + sign * (worst - 0.5);
}

function side(probability: number): 'yes' | 'no' {
  return probability > 0.5 ? 'yes' : 'no';
}

function beauty(score: Score, probability: number): Told {
  return {
    probability,
    reason: `It is judged by the score, which is higher than that of ${Math.floor(score.percentile)} % of the reference pictures.`,
    evidence: [`score: ${score.value.toFixed(1)} of 10`],
  };
}

function theme(probability: number): Told {
  return {
    probability,
    reason:
      probability > 0.5
        ? 'What it shows lies clearly nearer to what is asked after than most pictures do.'
        : 'What it shows lies no nearer to what is asked after than most pictures do, which does not rule it out.',
    evidence: [],
  };
}

function feeling(mood: string, probability: number): Told {
  const than = probability > 0.5 ? 'more' : 'no more';
  return {
    probability,
    reason: `Taken as a question whether it feels ${mood}: it has ${than} in common with photographs of that mood than most pictures have.`,
    evidence: [],
  };
}

/** The answer, where it is sure enough to be given. */
function judge(
  { probability, reason, evidence }: Told,
  where: { readonly route: Route; readonly about?: string },
  { surest }: AskCalibration,
): Said {
  const confidence = Math.max(probability, 1 - probability);
  if (confidence < surest) {
    return {
      status: 'cannot-tell',
      ...where,
      reason: `${reason} That is too close to even: yes has ${Math.round(probability * 100)} %.`,
      evidence: [...evidence],
    };
  }
  return {
    status: 'answered',
    answer: inWords(probability),
    confidence: round(confidence, 4),
    ...where,
    reason,
    evidence: [...evidence],
  };
}

function inWords(probability: number): YesOrNo {
  const yes = side(probability) === 'yes';
  const plain = Math.max(probability, 1 - probability) >= PLAIN;
  return {
    yes,
    probability: round(probability, 4),
    grade: yes ? (plain ? 'yes' : 'rather yes') : plain ? 'no' : 'rather no',
  };
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function indexOf(outputs: Tensors, name: string): number {
  const tensor = outputs[name];
  if (tensor?.type !== 'int64') throw new Error(`The ask graph's output "${name}" is no int64.`);
  return Number(tensor.data[0]);
}
