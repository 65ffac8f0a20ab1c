// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.

/**
 * What a picture answers to a question in plain words, or why it cannot be told.
 */
export type Answer = AnsweredQuestion | UnansweredQuestion;
/**
 * What the question was taken to be about: how the picture was made, how it pleases, what it shows, what mood it has, or in what style it is.
 */
export type Route = 'craft' | 'beauty' | 'theme' | 'mood' | 'style';
/**
 * What the engine measured that bears on it, one sentence or figure each.
 */
export type Measurements = string[];

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
