// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { Comment, Source, Stamps } from './assessment.js';

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
