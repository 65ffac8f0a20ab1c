// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.

/**
 * What a picture answers to a question in plain words, or why it cannot be told.
 */
export type Answer = AnsweredQuestion | ToldQuestion | UnansweredQuestion;
/**
 * What the question was taken to be about: how the picture was made, how it pleases, what it shows, what mood it has, or in what style it is.
 */
export type Route = 'craft' | 'beauty' | 'theme' | 'mood' | 'style';
/**
 * What the engine measured that bears on it, one sentence or figure each.
 */
export type Measurements = string[];
/**
 * What the question was taken to ask for: what works, what does not, what to do, how the picture stands, what it shows, or a field of craft.
 */
export type Subject =
  | 'strengths'
  | 'weaknesses'
  | 'advice'
  | 'standing'
  | 'shown'
  | 'light'
  | 'colour'
  | 'detail'
  | 'composition';

/**
 * Yes or no, how sure, and why.
 */
export interface AnsweredQuestion {
  /**
   * The question was answered.
   */
  status: 'answered';
  source: Source;
  /**
   * The question, as it was asked.
   */
  question: string;
  answer: YesOrNo;
  /**
   * Probability that the answer is right, 4 decimals.
   */
  confidence: number;
  route: Route;
  /**
   * Id of the attribute that it asks about, or name of the mood.
   */
  about?: string;
  /**
   * Why, for a person.
   */
  reason: string;
  evidence: Measurements;
  stamps: Stamps;
}
/**
 * Where the picture came from.
 */
export interface Source {
  /**
   * How the picture was handed over.
   */
  kind: 'path' | 'bytes' | 'stream' | 'pixels';
  /**
   * The file, as it was named in the request.
   */
  path?: string;
  /**
   * What the host calls the picture.
   */
  name?: string;
}
/**
 * The answer.
 */
export interface YesOrNo {
  /**
   * Whether it is more likely so than not.
   */
  yes: boolean;
  /**
   * Probability of yes, 4 decimals.
   */
  probability: number;
  /**
   * The probability in words.
   */
  grade: 'yes' | 'rather yes' | 'rather no' | 'no';
}
/**
 * What made this result. Two scores compare only where model, preprocessing and registry agree.
 */
export interface Stamps {
  /**
   * Version of this schema, major and minor.
   */
  protocol: string;
  /**
   * Version of the engine.
   */
  engine: string;
  model: ModelStamp;
  /**
   * Version of the way from file to pixels.
   */
  preprocessing: string;
  /**
   * Hash of the registered attributes.
   */
  registry: string;
}
/**
 * The model bundle.
 */
export interface ModelStamp {
  /**
   * Name and version.
   */
  id: string;
  /**
   * SHA-256 of the bundle's manifest, which holds those of its files.
   */
  sha256: string;
}
/**
 * What there is to tell, for a question that wants more than yes or no.
 */
export interface ToldQuestion {
  /**
   * The question was answered in sentences.
   */
  status: 'told';
  source: Source;
  /**
   * The question, as it was asked.
   */
  question: string;
  subject: Subject;
  comment: Comment;
  evidence: Measurements;
  stamps: Stamps;
}
/**
 * What the picture is told in sentences, each of which stands on readings.
 */
export interface Comment {
  /**
   * BCP 47 tag of the language.
   */
  language: string;
  /**
   * Id of the decoder that was asked to write it.
   */
  decoder: string;
  /**
   * How many of its sentences were left out because no reading backs them; absent where none were.
   */
  dropped?: number;
  /**
   * In reading order.
   */
  sentences: Sentence[];
  /**
   * The sentences as one text.
   */
  text: string;
}
/**
 * One sentence of a comment.
 */
export interface Sentence {
  /**
   * The sentence, with its full stop.
   */
  text: string;
  /**
   * Of what it speaks: one of the levels of perception, or the whole.
   */
  level: 'low' | 'middle' | 'high' | 'overall';
  /**
   * What it claims, in the order of the sentence.
   */
  claims: Claim[];
  /**
   * Id of the decoder that wrote this sentence, where it is not the comment's.
   */
  decoder?: string;
}
/**
 * Something that a sentence says of this picture, and the reading behind it.
 */
export interface Claim {
  /**
   * Id of the attribute; what is shown, for `shows`; `overall-impression`, `score`, or `craft` for all readings together.
   */
  about: string;
  /**
   * What is said of it. shows: the picture shows it. weakness, strength, style: it is one of this picture; absence: it is none of these. minor: it is a weakness, and a slight one at most. trait: it is unlike most photographs, without a judgement. effect: what the weakness does; mend: what mends it now; next-time: what avoids it in the next picture. lifts, lowers: it does so to the score more than any other. no-weakness: none was found; nothing-serious: none that is more than slight; nothing: neither weakness nor strength. standing: where the score stands.
   */
  relation:
    | 'shows'
    | 'weakness'
    | 'minor'
    | 'strength'
    | 'style'
    | 'trait'
    | 'effect'
    | 'mend'
    | 'next-time'
    | 'lifts'
    | 'lowers'
    | 'absence'
    | 'no-weakness'
    | 'nothing-serious'
    | 'nothing'
    | 'standing';
  /**
   * The reading that it stands on, as in `attributes`; points of the score for `lifts` and `lowers`; for `standing` the percentile (%) or the score (of 10).
   */
  value?: number;
  /**
   * Of the value.
   */
  unit?: string;
  /**
   * For `standing`, among the reference pictures: best, above, ordinary, below or worst. For `trait`, among ordinary photographs: low or high.
   */
  standing?: 'best' | 'above' | 'ordinary' | 'below' | 'worst' | 'low' | 'high';
  /**
   * How strongly, where it is said.
   */
  degree?: 'slight' | 'clear' | 'strong';
  /**
   * Towards which side, where it is said.
   */
  side?: 'left' | 'right' | 'top' | 'bottom';
  /**
   * Where in the picture, where it is said.
   */
  place?:
    | 'top-left'
    | 'top-right'
    | 'bottom-left'
    | 'bottom-right'
    | 'top'
    | 'bottom'
    | 'left'
    | 'right'
    | 'middle';
}
/**
 * It cannot be told.
 */
export interface UnansweredQuestion {
  /**
   * The question was not answered.
   */
  status: 'cannot-tell';
  source: Source;
  /**
   * The question, as it was asked.
   */
  question: string;
  route?: Route;
  /**
   * Id of the attribute that it asks about, or name of the mood.
   */
  about?: string;
  /**
   * Why not, and what can be asked, for a person.
   */
  reason: string;
  evidence: Measurements;
  stamps: Stamps;
}
