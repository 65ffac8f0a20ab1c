import type { Attribute } from '../attributes/attribute.js';
import type { Locale } from '../language/locale.js';
import type { ImageSource } from '../picture/source.js';
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
  /** The picture, where the caller has handed it over. */
  readonly picture?: ImageSource;
  /** The assessment holds a part of what was found: that the rest is in order is not to be said. */
  readonly partial?: boolean;
  /** What sentences before have spoken of: attribute ids, `score` or `craft`. It is not to be told again. */
  readonly told?: ReadonlySet<string>;
}

export interface WritingOptions {
  readonly signal?: AbortSignal;
}

/**
 * A sentence as a decoder gives it: free text, which the engine reads and holds against the readings word by word. Claims that come with it
 * count of the engine's own writer alone: anybody else's could be those of another text.
 */
export type Draft = Sentence | { readonly text: string };

/**
 * Turns what was measured into sentences, which come as they are written. None may say what was not measured: the engine gives no
 * sentence to anybody that the assessment does not back, and has what matters and was not told told by the grounded writer.
 */
export interface Decoder {
  /** Plain English in kebab case: `grounded`. */
  readonly id: string;
  write(request: WritingRequest, options?: WritingOptions): AsyncIterable<Draft>;
}
