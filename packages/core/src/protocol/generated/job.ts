// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { AssessmentResult, Edit, ErrorInfo } from './assessment.js';
import type { PictureSource } from './source.js';
import type { CommentWanted, RatedExample } from './requests.js';
import type { Meta } from './message.js';

/**
 * Names the job.
 *
 * This interface was referenced by `Job`'s JSON-Schema
 * via the `definition` "JobId".
 */
export type JobId = string;
/**
 * How many results have been fetched, counted from the first: what `since` takes next time.
 *
 * This interface was referenced by `Job`'s JSON-Schema
 * via the `definition` "Cursor".
 */
export type Cursor = number;

/**
 * Long work on many pictures. It belongs to the client that started it, ends with the engine, and expires where nobody asks for it; what it computed stays in the cache, so that starting it again is cheap.
 */
export interface Job {
  job: JobId;
  /**
   * Whether it goes on: `done` where every picture has a result, `cancelled` where its client stopped it, `failed` where the engine could not go on.
   */
  state: 'running' | 'done' | 'cancelled' | 'failed';
  /**
   * Pictures that have a result, good or bad.
   */
  done: number;
  /**
   * Of these, pictures that could not be assessed.
   */
  failed: number;
  /**
   * Pictures there are.
   */
  total: number;
  cursor: Cursor;
  /**
   * Results from `since` on, in the order of the pictures.
   */
  results: AssessmentResult[];
  /**
   * The job is forgotten where nobody asks for it for so long.
   */
  expiresInMs: number;
  error?: ErrorInfo;
}
/**
 * Of `assess/start`: pictures to assess one after the other, fairly beside other clients.
 *
 * This interface was referenced by `Job`'s JSON-Schema
 * via the `definition` "JobStartParams".
 */
export interface JobStartParams {
  /**
   * The pictures.
   *
   * @minItems 1
   * @maxItems 20000
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
 * The job that was started.
 *
 * This interface was referenced by `Job`'s JSON-Schema
 * via the `definition` "JobStarted".
 */
export interface JobStarted {
  job: JobId;
  /**
   * Pictures there are.
   */
  total: number;
}
/**
 * Of `job/get`.
 *
 * This interface was referenced by `Job`'s JSON-Schema
 * via the `definition` "JobGetParams".
 */
export interface JobGetParams {
  job: JobId;
  /**
   * The cursor of the last answer; results before it have arrived and are forgotten. Default: what was fetched last is given again.
   */
  since?: number;
  /**
   * Most results to give at once. Default: 100.
   */
  limit?: number;
  meta?: Meta;
}
/**
 * Of `job/cancel`: pictures under way end, the rest is not begun.
 *
 * This interface was referenced by `Job`'s JSON-Schema
 * via the `definition` "JobCancelParams".
 */
export interface JobCancelParams {
  job: JobId;
  meta?: Meta;
}
