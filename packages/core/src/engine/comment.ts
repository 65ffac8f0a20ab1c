import type { Attribute } from '../attributes/attribute.js';
import { whyUnbacked } from '../decoder/check-claims.js';
import type { CommentDetail, Decoder, WritingRequest } from '../decoder/decoder.js';
import type { CommentReader, DroppedSentence } from '../decoder/comment-reader.js';
import { GroundedDecoder } from '../decoder/grounded/grounded-decoder.js';
import { splitSentences } from '../decoder/sentences.js';
import { findLocale } from '../language/find-locale.js';
import type { Locale } from '../language/locale.js';
import type { ImageSource } from '../picture/source.js';
import { CalmError, throwIfCancelled } from '../protocol/errors.js';
import type { Assessment, Claim, Comment, Sentence } from '../protocol/generated/assessment.js';

export interface CommentOptions {
  /** BCP 47 tag; a region that is not there falls back to its language. Default `en`. */
  readonly language?: string;
  /** Default `normal`. */
  readonly detail?: CommentDetail;
  /** Id of the decoder. Default `grounded`. */
  readonly decoder?: string;
  /** The picture itself, for a decoder that is set up to look at it; others do not. */
  readonly picture?: ImageSource;
  /** Told each sentence as it comes. */
  readonly onSentence?: (sentence: Sentence) => void;
  /** Told each sentence of the decoder that is left out because no reading backs it, or because it was not understood. */
  readonly onDropped?: (dropped: DroppedSentence) => void;
  /** Stops between sentences; the call rejects with `cancelled`. */
  readonly signal?: AbortSignal;
}

/** What comments are made with. */
export interface Writers {
  readonly attributes: readonly Attribute[];
  readonly locales: readonly Locale[];
  readonly decoders: readonly Decoder[];
  /** Reads a language. */
  readonly reader: (locale: Locale) => CommentReader;
}

/** Tells what a decoder has left untold. */
const GROUNDED = new GroundedDecoder();

/**
 * Lets a decoder write, and passes on only what the assessment backs. Free text is read first. What is worth telling and was told by no
 * sentence that holds, the grounded writer tells: all of it where none held.
 *
 * @param partial whether the assessment is a part of one
 */
export async function writeComment(
  assessment: Assessment,
  { attributes, locales, decoders, reader }: Writers,
  options: CommentOptions,
  partial = false,
): Promise<Comment> {
  const { language = 'en', detail = 'normal', decoder: wanted = GROUNDED.id, picture } = options;
  const locale = findLocale(locales, language);
  const decoder = decoders.find(({ id }) => id === wanted);
  if (decoder === undefined) {
    throw new CalmError('invalid-request', `There is no decoder "${wanted}".`, {
      hint: `Known: ${decoders.map(({ id }) => id).join(', ')}.`,
    });
  }

  const request = { assessment, attributes, locale, detail, partial };
  const pictured = picture === undefined ? request : { ...request, picture };
  const sentences: Sentence[] = [];
  let dropped = 0;
  for await (const checked of held(decoder, pictured, reader, options.signal)) {
    if ('reason' in checked) {
      dropped++;
      options.onDropped?.(checked);
    } else {
      sentences.push(checked);
      options.onSentence?.(checked);
    }
  }
  if (decoder.id !== GROUNDED.id) {
    const told = new Set(sentences.flatMap(({ claims }) => claims.map(({ about }) => about)));
    for await (const sentence of GROUNDED.write({ ...request, told })) {
      throwIfCancelled(options.signal, 'The comment');
      const added = { ...sentence, decoder: GROUNDED.id };
      sentences.push(added);
      options.onSentence?.(added);
    }
  }
  return {
    language: locale.id,
    decoder: decoder.id,
    ...(dropped === 0 ? {} : { dropped }),
    sentences,
    text: sentences.map(({ text }) => text).join(' '),
  };
}

/** What a decoder writes, sentence by sentence: those that hold, and those that do not. */
async function* held(
  decoder: Decoder,
  request: WritingRequest,
  reader: Writers['reader'],
  signal: AbortSignal | undefined,
): AsyncGenerator<Sentence | DroppedSentence> {
  const { assessment, locale } = request;
  const told = new Set<string>();
  let last: readonly Claim[] = [];
  for await (const draft of decoder.write(request, signal === undefined ? {} : { signal })) {
    throwIfCancelled(signal, 'The comment');
    if ('claims' in draft) {
      const [reason] = draft.claims.flatMap((claim) => whyUnbacked(claim, assessment) ?? []);
      yield reason === undefined ? draft : { text: draft.text, reason };
      continue;
    }
    for (const text of splitSentences(draft.text)) {
      const sentence = reader(locale).hold(text, assessment);
      const reason = 'reason' in sentence ? undefined : whyOutOfPlace(sentence, told, last);
      yield reason === undefined ? sentence : { text, reason };
      if ('reason' in sentence || reason !== undefined) continue;
      last = sentence.claims;
      for (const claim of last) told.add(topicOf(claim));
    }
  }
}

/** What keeps a sentence that holds from being told after others. */
function whyOutOfPlace(
  { claims }: Sentence,
  told: ReadonlySet<string>,
  last: readonly Claim[],
): string | undefined {
  if (claims.every((claim) => told.has(topicOf(claim)))) return 'it was said before';
  // "This makes the picture look flat."
  const refers = claims.every(({ relation }) => relation === 'effect');
  return refers && claims.some(({ about }) => last.every((claim) => claim.about !== about))
    ? 'it does not follow from the sentence before'
    : undefined;
}

function topicOf({ about, relation }: Claim): string {
  return `${relation} ${about}`;
}
