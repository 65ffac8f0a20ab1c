// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { Stamps } from './assessment.js';
import type { Meta } from './message.js';

/**
 * What an engine is and can do: the answer to `calm/discover`. What is not there cannot be asked for.
 */
export interface Discovery {
  /**
   * The protocol that it speaks.
   */
  protocol: {
    /**
     * The newest, major and minor.
     */
    version: string;
    /**
     * All that it answers, newest first.
     */
    versions: string[];
  };
  /**
   * The engine.
   */
  engine: {
    /**
     * What it is called.
     */
    name: string;
    /**
     * Its version.
     */
    version: string;
  };
  stamps: Stamps;
  /**
   * Methods that it answers.
   */
  methods: string[];
  /**
   * Parts of a document that `include` takes.
   */
  parts: string[];
  /**
   * What is read in pictures, in the order of documents.
   */
  attributes: KnownAttribute[];
  /**
   * Languages in which it tells things: BCP 47 tags.
   */
  locales: string[];
  /**
   * Who can write comments.
   */
  decoders: string[];
  /**
   * Whether it keeps tastes: the methods `taste/…` and `profile`.
   */
  tastes: boolean;
  limits: Limits;
}
/**
 * One attribute.
 *
 * This interface was referenced by `Discovery`'s JSON-Schema
 * via the `definition` "KnownAttribute".
 */
export interface KnownAttribute {
  /**
   * As documents name it.
   */
  id: string;
  /**
   * What people call it, in the language of the request.
   */
  name: string;
  /**
   * Who contributes it: calm for what is built in.
   */
  publisher: string;
  /**
   * Kinds of picture in which it is read, where it is not all.
   */
  appliesTo?: ('photograph' | 'artwork' | 'interface')[];
}
/**
 * Bounds of what can be asked.
 *
 * This interface was referenced by `Discovery`'s JSON-Schema
 * via the `definition` "Limits".
 */
export interface Limits {
  /**
   * Longest message, in bytes.
   */
  messageBytes: number;
  /**
   * Requests under way at a time, of all clients; beyond it a request fails with `busy`.
   */
  requests: number;
  /**
   * Requests that one client may have under way at a time; beyond it a request fails with `busy`.
   */
  requestsOfClient: number;
  /**
   * Jobs that one client may have at a time; beyond it `assess/start` fails with `busy`.
   */
  jobsOfClient: number;
  /**
   * Bytes that jobs under way may hold of what was sent to start them, pictures above all, of all clients together; beyond it `assess/start` fails with `busy`. One job alone is always taken.
   */
  jobBytes: number;
  /**
   * A job that nobody asks for is forgotten after so many milliseconds.
   */
  jobExpiryMs: number;
  /**
   * Longest side, in pixels, of pictures that a program renders to be assessed: more of them adds nothing but time.
   */
  pictureSide?: number;
}
/**
 * Of `calm/discover`.
 *
 * This interface was referenced by `Discovery`'s JSON-Schema
 * via the `definition` "DiscoverParams".
 */
export interface DiscoverParams {
  meta?: Meta;
}
