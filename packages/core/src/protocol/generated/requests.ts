// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { PictureSource } from './source.js';
import type { Edit } from './assessment.js';
import type { Meta } from './message.js';
import type { Layout } from './layout.js';
import type { Scale } from './taste.js';

/**
 * What is asked of pictures: the parameters of the methods that assess, compare, rank, answer and suggest.
 */
export type PictureRequest = AssessParams | CompareParams | RankParams | AskParams | SuggestParams;

/**
 * Of `assess`: one picture.
 */
export interface AssessParams {
  source: PictureSource;
  /**
   * Parts of the document to make. Default: score, attributes and findings.
   */
  include?: (
    'score' | 'attributes' | 'findings' | 'features' | 'attention' | 'regions' | 'statistics' | 'suggestions'
  )[];
  comment?: CommentWanted;
  /**
   * Edits of one's own, tried beside those that readings speak for.
   *
   * @maxItems 20
   */
  edits?: Edit[];
  /**
   * Name of a taste profile: the document tells its person's score too.
   */
  profile?: string;
  /**
   * Rated pictures that stand for a profile, in this one request: nothing of them is kept.
   *
   * @minItems 1
   * @maxItems 200
   */
  examples?: RatedExample[];
  meta?: Meta;
  layout?: Layout;
}
/**
 * Asks for a comment in the document.
 */
export interface CommentWanted {
  /**
   * Who writes it. Default: grounded.
   */
  decoder?: string;
  /**
   * How much is told. Default: normal.
   */
  detail?: 'short' | 'normal' | 'full';
}
/**
 * A picture and what a person gave it.
 */
export interface RatedExample {
  source: PictureSource;
  /**
   * On the scale's own numbers.
   */
  rating: number;
  scale?: Scale;
}
/**
 * Of `compare`: which of several pictures is preferred, and why.
 */
export interface CompareParams {
  /**
   * The pictures, in any order.
   *
   * @minItems 2
   * @maxItems 100
   */
  sources: PictureSource[];
  /**
   * Name of a taste profile: the document tells its person's score too.
   */
  profile?: string;
  /**
   * Rated pictures that stand for a profile, in this one request: nothing of them is kept.
   *
   * @minItems 1
   * @maxItems 200
   */
  examples?: RatedExample[];
  meta?: Meta;
}
/**
 * Of `rank`: pictures from best to worst, each kind by itself. More of them than fit into one request: `assess/start`.
 */
export interface RankParams {
  /**
   * The pictures, in any order.
   *
   * @minItems 1
   * @maxItems 1000
   */
  sources: PictureSource[];
  /**
   * Parts of the document to make. Default: score, attributes and findings.
   */
  include?: (
    'score' | 'attributes' | 'findings' | 'features' | 'attention' | 'regions' | 'statistics' | 'suggestions'
  )[];
  comment?: CommentWanted;
  /**
   * Edits of one's own, tried beside those that readings speak for.
   *
   * @maxItems 20
   */
  edits?: Edit[];
  /**
   * Name of a taste profile: the document tells its person's score too.
   */
  profile?: string;
  /**
   * Rated pictures that stand for a profile, in this one request: nothing of them is kept.
   *
   * @minItems 1
   * @maxItems 200
   */
  examples?: RatedExample[];
  meta?: Meta;
}
/**
 * Of `ask`: a question about a picture, in plain English.
 */
export interface AskParams {
  source: PictureSource;
  /**
   * At most 300 characters.
   */
  question: string;
  /**
   * Who writes what there is to tell. Default: grounded.
   */
  decoder?: string;
  meta?: Meta;
}
/**
 * Of `suggest`: edits that were tried on a picture, with what they gain.
 */
export interface SuggestParams {
  source: PictureSource;
  /**
   * Edits of one's own, tried beside those that readings speak for.
   *
   * @maxItems 20
   */
  edits?: Edit[];
  meta?: Meta;
}
