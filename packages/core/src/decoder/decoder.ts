import type { Attribute } from '../attributes/attribute.js';
import type { Locale } from '../language/locale.js';
import type { Assessment, Sentence } from '../protocol/generated/assessment.js';

/** How much is said: what matters most, what is worth a paragraph, or all that was found. */
export type CommentDetail = 'short' | 'normal' | 'full';

export interface WritingRequest {
  /** With its score, attributes and findings: all that may be spoken of. */
  readonly assessment: Assessment;
  /** Those that were read, for their words. */
  readonly attributes: readonly Attribute[];
  readonly locale: Locale;
  readonly detail: CommentDetail;
}

export interface WritingOptions {
  readonly signal?: AbortSignal;
}

/**
 * Turns what was measured into sentences, which come as they are written. None may say what was not measured: each comes with its
 * claims, and the engine gives no sentence to anybody whose claims the assessment does not back.
 */
export interface Decoder {
  /** Plain English in kebab case: `grounded`. */
  readonly id: string;
  write(request: WritingRequest, options?: WritingOptions): AsyncIterable<Sentence>;
}
