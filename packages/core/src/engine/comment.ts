import type { Attribute } from '../attributes/attribute.js';
import { whyUnbacked } from '../decoder/check-claims.js';
import type { CommentDetail, Decoder } from '../decoder/decoder.js';
import type { Locale } from '../language/locale.js';
import { CalmError, throwIfCancelled } from '../protocol/errors.js';
import type { Assessment, Comment, Sentence } from '../protocol/generated/assessment.js';

export interface CommentOptions {
  /** BCP 47 tag; a region that is not there falls back to its language. Default `en`. */
  readonly language?: string;
  /** Default `normal`. */
  readonly detail?: CommentDetail;
  /** Id of the decoder. Default `grounded`. */
  readonly decoder?: string;
  /** Told each sentence as it comes. */
  readonly onSentence?: (sentence: Sentence) => void;
  /** Stops between sentences; the call rejects with `cancelled`. */
  readonly signal?: AbortSignal;
}

/** What comments are made with. */
export interface Writers {
  readonly attributes: readonly Attribute[];
  readonly locales: readonly Locale[];
  readonly decoders: readonly Decoder[];
}

/** Lets a decoder write, and passes on only what the assessment backs. */
export async function writeComment(
  assessment: Assessment,
  { attributes, locales, decoders }: Writers,
  options: CommentOptions,
): Promise<Comment> {
  const { language = 'en', detail = 'normal', decoder: wanted = 'grounded', signal } = options;
  const locale =
    locales.find(({ id }) => id.toLowerCase() === language.toLowerCase()) ??
    locales.find(({ id }) => id === language.toLowerCase().split('-')[0]);
  if (locale === undefined) throw unknown('language', language, locales);
  const decoder = decoders.find(({ id }) => id === wanted);
  if (decoder === undefined) throw unknown('decoder', wanted, decoders);

  const sentences: Sentence[] = [];
  const request = { assessment, attributes, locale, detail };
  for await (const sentence of decoder.write(request, signal === undefined ? {} : { signal })) {
    throwIfCancelled(signal, 'The comment');
    if (sentence.claims.some((claim) => whyUnbacked(claim, assessment) !== undefined)) continue;
    sentences.push(sentence);
    options.onSentence?.(sentence);
  }
  return {
    language: locale.id,
    decoder: decoder.id,
    sentences,
    text: sentences.map(({ text }) => text).join(' '),
  };
}

function unknown(what: string, id: string, known: readonly { readonly id: string }[]): CalmError {
  return new CalmError('invalid-request', `There is no ${what} "${id}".`, {
    hint: `Known: ${known.map((one) => one.id).join(', ')}.`,
  });
}
