import { TextEncoder } from '../alignment/text-encoder.js';
import type { Attribute } from '../attributes/attribute.js';
import type { Bundle } from '../bundle/bundle.js';
import type { GraphSettings, Inference } from '../inference/inference.js';
import type { TensorData, Tensors } from '../inference/messages.js';
import { floats } from '../inference/outputs.js';
import { capital } from '../language/capital.js';
import { CalmError, throwIfCancelled } from '../protocol/errors.js';
import type { AskCalibration } from '../protocol/generated/alignment.js';
import type {
  Answer,
  AnsweredQuestion,
  Route,
  Subject,
  ToldQuestion,
  UnansweredQuestion,
  YesOrNo,
} from '../protocol/generated/answer.js';
import type {
  Assessment,
  AttributeReading,
  Comment,
  MeasuredAttribute,
  Score,
} from '../protocol/generated/assessment.js';
import type { AlignmentGraph, TextGraphs } from '../protocol/generated/bundle.js';
import { round } from '../protocol/rounding.js';
import {
  asksForSeveral,
  evidenceOf,
  nothingToTell,
  OpenQuestions,
  partAbout,
  partAskedFor,
} from './open-question.js';

/** Those that the bundle's graph hears, in the order of its outputs. */
const ROUTES = ['craft', 'beauty', 'theme', 'mood'] as const satisfies readonly Route[];
type HeardRoute = (typeof ROUTES)[number];

/** Characters of the longest question; the text encoder reads about as much. */
const LONGEST_QUESTION = 300;

/** From this probability on an answer is a plain yes; at most its complement is a plain no. */
const PLAIN = 0.8;

/** The logit that a witness of craft has at most, 95 %. */
const MOST = 3;

const CAN_BE_ASKED =
  'Ask, in English, about a fault ("is it blurred?"), beauty ("is it beautiful?"), what it shows ("is there a dog?"), mood ("does it feel sad?") or style ("is it a silhouette?"), or more openly: "what works?", "how can I improve it?", "how is the light?".';

/** A question that starts so wants more than yes or no. */
const OPEN =
  /^(?:(?:and|but|so|then|ok|okay|please|at|by|for|from|in|on|of|to|with|about)[\s,]+)*(?:who|whom|whose|what|whats|what's|when|where|which|why|how|tell|give|show|describe|explain|list|name|rate|score|any (?:tips|advice|ideas|suggestions))\b/iu;

/** Questions of yes or no that want more all the same: what is wrong, and what could be better. */
const MEANT_OPENLY: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:improve[ds]?|improvements?|be better|made better|need editing|needs editing)\b/iu,
    'how can I improve it?',
  ],
  [
    /\b(?:anything|something) (?:wrong|bad)\b|\bany (?:flaws?|faults?|mistakes?|problems?|weaknesses|errors?)\b/iu,
    'what is wrong with it?',
  ],
  [/\bany (?:strengths|good points)\b|\banything good\b/iu, 'what is good about it?'],
];

/** What only leads from one question to the next. */
const LEADING_IN = /^\s*(?:and|but|so)\b[\s,]*/iu;

/** The text encoder hardly hears a negation, so a question that holds one is not answered. */
const NEGATED =
  /\b(?:not|never|no|nothing|none|neither|nor|hardly|barely|scarcely|without|free of|far from|anything but|lack(?:s|ing)? of)\b/iu;

/** Two questions in one: each may have another answer. */
const SEVERAL = /(?<=\w\W+)\b(?:and|or|but|both|as well as)\b|[;&]/iu;

/** What may stand around the name of a style in a question after it. */
const AROUND_A_STYLE =
  /\b(?:is|it|its|this|that|a|an|the|in|of|as|with|does|do|has|have|there|any|some|you|i|see|show|shows|look|like|taken|done|made|use|used|photo|photograph|picture|image|shot)\b|[?.!,]/giu;

const ONE_AT_A_TIME = `This asks several things at once, which may differ: ask them one at a time. ${CAN_BE_ASKED}`;

const UNFAMILIAR =
  'This picture is unlike those that the model has learned from, so nothing is said of it.';

/** What hears a question of yes or no, and an open one. */
interface Ears {
  readonly encoder: TextEncoder;
  readonly open: OpenQuestions;
}

/** One thing that speaks for yes or no. */
interface Told {
  readonly probability: number;
  readonly reason: string;
  readonly evidence: readonly string[];
}

/** What the bundle's graph makes of a question. */
interface Heard {
  /** What it is about; none where no picture tells that, or where it is not clear. */
  readonly route: HeardRoute | undefined;
  readonly logit: Readonly<Record<HeardRoute, number>>;
  /** The attribute asked about, were it about craft. */
  readonly about: string;
  /** Whether the tokens tell of it; else its reading alone does. */
  readonly seen: boolean;
  /** Attributes that count for it: blur of either sort is blur. */
  readonly names: ReadonlySet<string>;
  /** From 1, where it asks for the fault, to -1, where it asks for its absence. */
  readonly sign: number;
  /** The mood asked after, were it about moods. */
  readonly mood: string;
  /** The mood that the picture has most of. */
  readonly leading: string;
  /** The logit of the mood asked after rather than the strongest other. */
  readonly above: number;
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
  #ears: Promise<Ears> | undefined;

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
   * @param assessment of the picture, with its score, attributes, findings and features
   * @param tell writes of the part of an assessment that answers an open question
   */
  async answer(
    question: string,
    assessment: Assessment,
    tell: (part: Assessment) => Promise<Comment>,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const answer = (said: Said): Answer => ({
      source: assessment.source,
      question,
      ...said,
      stamps: assessment.stamps,
    });
    const cannotTell = (reason: string): Answer =>
      answer({ status: 'cannot-tell', reason, evidence: [] });

    const unfamiliar = assessment.score?.abstained === true;
    const openly =
      MEANT_OPENLY.find(([pattern]) => pattern.test(question))?.[1] ??
      (OPEN.test(question.trim()) ? question : undefined);
    if (openly !== undefined) {
      if (unfamiliar) return cannotTell(UNFAMILIAR);
      if (asksForSeveral(question)) return cannotTell(ONE_AT_A_TIME);
      const { open } = await this.#opened(signal);
      const subject = await open.subjectOf(openly.replace(LEADING_IN, ''));
      if (subject === undefined) {
        return cannotTell(`No reading of a picture tells that. ${CAN_BE_ASKED}`);
      }
      const attributes = [...this.#attributes.values()];
      const part = partAskedFor(subject, assessment, attributes);
      const written = await tell(part);
      const comment =
        written.sentences.length > 0
          ? written
          : this.#nothingIn(subject, part, assessment, written);
      const claims = comment.sentences.flatMap((sentence) => sentence.claims);
      if (claims.length === 0) {
        return cannotTell(comment.text);
      }
      const told = new Set(claims.map(({ about }) => about));
      const evidence = evidenceOf(partAbout(told, part), attributes);
      return answer({ status: 'told', subject, comment, evidence });
    }

    if (NEGATED.test(question)) {
      return cannotTell(
        `Questions with a negation are easily misheard: ask it the other way round. ${CAN_BE_ASKED}`,
      );
    }

    const style = unfamiliar ? undefined : this.#styleIn(question, assessment);
    if (style !== undefined) {
      const { id: about, title } = style.attribute;
      if (style.reading.status === 'not-measured') {
        const reason = unread(title, style.reading);
        return answer({ status: 'cannot-tell', route: 'style', about, reason, evidence: [] });
      }
      const told = styled(title, style.reading);
      return answer(judge(told, { route: 'style', about }, this.#calibration));
    }

    if (SEVERAL.test(question)) {
      return cannotTell(ONE_AT_A_TIME);
    }

    const { encoder } = await this.#opened(signal);
    const text = await encoder.encode(question.replace(LEADING_IN, ''));
    const heard = await this.#hear(text, assessment);

    if (unfamiliar) {
      return cannotTell(UNFAMILIAR);
    }
    const { route } = heard;
    if (route === undefined) {
      return cannotTell(
        `A picture does not tell this, or the model has not learned to see it. ${CAN_BE_ASKED}`,
      );
    }
    const calibration = this.#calibration;
    const { scale, shift } = calibration[route];
    const learned = logistic(scale * heard.logit[route] + shift);
    switch (route) {
      case 'craft': {
        const { about } = heard;
        const reading = assessment.attributes.find(({ id }) => id === about);
        const title = this.#attributes.get(about)?.title ?? about;
        const yes = measured(heard, assessment, this.#attributes);
        const told = heard.seen
          ? craft(title, reading, learned, yes)
          : readAlone(title, reading, yes);
        return told === undefined
          ? answer({
              status: 'cannot-tell',
              route,
              about,
              reason: unread(title, reading),
              evidence: [],
            })
          : answer(judge(told, { route, about }, calibration));
      }
      case 'beauty': {
        const { score } = assessment;
        if (score === undefined) throw new Error('The assessment has no score.');
        return answer(judge(beauty(score, learned), { route }, calibration));
      }
      case 'theme': {
        const told = theme(learned);
        // The theme is what the picture shows most of: that something is in it can be seen, that it is nowhere cannot.
        return answer(
          side(learned) === 'no'
            ? { status: 'cannot-tell', route, reason: told.reason, evidence: [] }
            : judge(told, { route }, calibration),
        );
      }
      case 'mood': {
        return answer(judge(feeling(heard, learned), { route, about: heard.mood }, calibration));
      }
    }
  }

  /** What hears questions, opened once. */
  async #opened(signal: AbortSignal | undefined): Promise<Ears> {
    this.#ears ??= this.#load().catch((error: unknown) => {
      this.#ears = undefined;
      throw error;
    });
    const ears = await this.#ears;
    throwIfCancelled(signal, 'The question');
    return ears;
  }

  async #load(): Promise<Ears> {
    const { file, ask } = this.#text;
    await this.#bundle.verify(filesOf(this.#text));
    const [encoder] = await Promise.all([
      TextEncoder.open(this.#inference, 'text', this.#bundle, this.#text),
      this.#inference.load('text', this.#bundle.file(file), this.#settings),
      this.#inference.load('ask', this.#bundle.file(ask), this.#settings),
    ]);
    return { encoder, open: new OpenQuestions((text) => encoder.encode(text)) };
  }

  /** The style whose name is all that a question is about, with what was read of it. */
  #styleIn(
    question: string,
    { attributes }: Assessment,
  ): { attribute: Attribute; reading: AttributeReading } | undefined {
    const asked = bare(question);
    for (const reading of attributes) {
      const attribute = this.#attributes.get(reading.id);
      if (attribute?.kind !== 'style') continue;
      if (bare(attribute.title) === asked) return { attribute, reading };
    }
    return undefined;
  }

  /** A comment that there is nothing to tell. */
  #nothingIn(subject: Subject, part: Assessment, whole: Assessment, empty: Comment): Comment {
    const attributes = [...this.#attributes.values()];
    const { text, claims } = nothingToTell(subject, part, whole, attributes);
    return { ...empty, text, sentences: [{ text, level: 'overall', claims }] };
  }

  async #hear(text: Float32Array, { features, score }: Assessment): Promise<Heard> {
    if (features === undefined) throw new Error('The assessment has no features.');
    const { changes, queries, width } = this.#alignment;
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
    const routes = floats('ask', outputs, 'route', 5);
    const logit = floats('ask', outputs, 'logit', 4);
    const { attributes, moods, heard } = this.#calibration;
    const names = floats('ask', outputs, 'names', attributes.length);
    const [sign = 0] = floats('ask', outputs, 'sign', 1);
    const [above = 0] = floats('ask', outputs, 'above', 1);
    const about = attributes[indexOf(outputs, 'about')];
    const mood = moods[indexOf(outputs, 'mood')];
    const leading = moods[indexOf(outputs, 'leading')];
    if (about === undefined || mood === undefined || leading === undefined) {
      throw new Error('The ask graph speaks of what its bundle does not name.');
    }
    const at = (values: Float32Array, index: number): number => values[index] ?? 0;
    return {
      route: ROUTES.find((_, index) => at(routes, index) >= heard),
      logit: { craft: at(logit, 0), beauty: at(logit, 1), theme: at(logit, 2), mood: at(logit, 3) },
      about,
      seen: changes.includes(about),
      names: new Set(attributes.filter((_, index) => at(names, index) > 0)),
      sign,
      mood,
      leading,
      above,
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
  | Omit<ToldQuestion, 'source' | 'question' | 'stamps'>
  | Omit<UnansweredQuestion, 'source' | 'question' | 'stamps'>;

/** @throws CalmError `invalid-request` where a question is no text, holds no words or is too long */
export function checkQuestion(question: unknown): asserts question is string {
  if (typeof question !== 'string' || !/\p{L}/u.test(question)) {
    throw new CalmError('invalid-request', 'The question holds no words.', { hint: CAN_BE_ASKED });
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
 * Two witnesses, the reading and the tokens. Their logits add up, the reading's as far as it is sure, neither beyond {@link MOST}:
 * together they answer plainly and against each other hardly at all. On known changes that answers more questions than their mean does,
 * and more of them rightly than either alone.
 */
function craft(
  title: string,
  reading: AttributeReading | undefined,
  learned: number,
  measured: number,
): Told {
  if (reading?.status !== 'measured') {
    return {
      probability: learned,
      reason: `${unread(title, reading)} This is what the model has learned to see.`,
      evidence: [],
    };
  }
  const { confidence, text } = reading;
  const probability = logistic(logitOf(learned) + confidence * logitOf(measured));
  const surer =
    side(probability) === side(learned) ? 'what the model has learned to see' : 'what was measured';
  const reason =
    side(learned) === side(measured)
      ? 'what was measured and what the model has learned to see agree'
      : `what was measured speaks for ${side(measured)}, what the model has learned to see for ${side(learned)}, and ${surer} is surer`;
  return {
    probability,
    reason: `About ${title}: ${reason}.`,
    evidence: [`${title}: ${text}`],
  };
}

/** What only a reading tells: it counts as far as it is sure. */
function readAlone(
  title: string,
  reading: AttributeReading | undefined,
  measured: number,
): Told | undefined {
  if (reading?.status !== 'measured') return undefined;
  return {
    probability: 0.5 + reading.confidence * (measured - 0.5),
    reason: `About ${title}: this was measured.`,
    evidence: [`${title}: ${reading.text}`],
  };
}

function unread(title: string, reading: AttributeReading | undefined): string {
  if (reading === undefined) return `${capital(title)} is not read in pictures of this kind.`;
  const why = reading.status === 'not-measured' ? ` (${reading.reason})` : '';
  return `${capital(title)} could not be measured${why}.`;
}

/**
 * What the readings answer: 1 - score, which is .5 where a viewer would call it a fault, of the worst reading that counts for what is
 * asked after.
 */
function measured(
  { names, sign }: Heard,
  { attributes }: Assessment,
  registered: ReadonlyMap<string, Attribute>,
): number {
  const faults = attributes.flatMap((reading) => {
    if (reading.status !== 'measured' || !names.has(reading.id)) return [];
    const concern = 1 - reading.score;
    return [registered.get(reading.id)?.optional === true ? 2 * concern : concern];
  });
  const worst = Math.max(0, ...faults);
  return 0.5 + sign * (worst - 0.5);
}

/** The words that say what is asked after. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(AROUND_A_STYLE, ' ')
    .split(/[\s-]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

/** A style's reading is 1 where the picture is plainly in it. */
function styled(title: string, { score, confidence, text }: MeasuredAttribute): Told {
  return {
    probability: 0.5 + confidence * (score - 0.5),
    reason: `Whether it is in this style was measured (${title}).`,
    evidence: [`${title}: ${text}`],
  };
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
        ? 'What it shows lies nearer to what is asked after than most pictures do.'
        : 'What it shows lies no nearer to what is asked after than most pictures do, which does not rule it out.',
    evidence: [],
  };
}

/** A picture is not two moods at once: a yes is no surer than that it is this mood rather than another. */
function feeling({ mood, leading, above }: Heard, learned: number): Told {
  const asked = `Taken as a question whether it feels ${mood}`;
  const than = learned > 0.5 ? 'more' : 'no more';
  const common = `${asked}: it has ${than} in common with photographs of that mood than most pictures have`;
  const rather = Math.max(0.5, logistic(above));
  if (learned <= rather) return { probability: learned, reason: `${common}.`, evidence: [] };
  const reason =
    mood === leading
      ? `${common}, and with those of another.`
      : `${common}, but more with ${leading} ones.`;
  return { probability: rather, reason, evidence: [] };
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
      reason: `${reason} That is not sure enough for an answer: yes has ${Math.round(probability * 100)} %.`,
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

/** Within {@link MOST}. */
function logitOf(probability: number): number {
  const logit = Math.log(probability / (1 - probability));
  return Math.min(MOST, Math.max(-MOST, logit));
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function indexOf(outputs: Tensors, name: string): number {
  const tensor = outputs[name];
  if (tensor?.type !== 'int64') throw new Error(`The ask graph's output "${name}" is no int64.`);
  return Number(tensor.data[0]);
}
