import type { Attribute } from '../attributes/attribute.js';
import { whyUnbacked } from '../decoder/check-claims.js';
import type { CommentDetail, Decoder, WritingRequest } from '../decoder/decoder.js';
import type { FreeReader } from '../decoder/free-text/free-reader.js';
import { hold } from '../decoder/free-text/hold.js';
import { splitSentences } from '../decoder/free-text/sentences.js';
import { GroundedDecoder } from '../decoder/grounded/grounded-decoder.js';
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

/** A sentence of a decoder that was left out, and why, for a person. */
export interface DroppedSentence {
  readonly text: string;
  readonly reason: string;
}

/** What comments are made with. */
export interface Writers {
  readonly attributes: readonly Attribute[];
  readonly locales: readonly Locale[];
  readonly decoders: readonly Decoder[];
  /** Reads free text in a language. */
  readonly reader: (locale: Locale) => FreeReader;
}

/** Tells what a decoder has left untold. */
const GROUNDED = new GroundedDecoder();

/**
 * Lets a decoder write, and passes on only what the assessment backs. Free text is read first. What is worth telling and was told by no
 * sentence that holds, the grounded writer tells: all of it where none held.
 */
export async function writeComment(
  assessment: Assessment,
  { attributes, locales, decoders, reader }: Writers,
  options: CommentOptions,
): Promise<Comment> {
  const { language = 'en', detail = 'normal', decoder: wanted = GROUNDED.id, picture } = options;
  const locale = findLocale(locales, language);
  const decoder = decoders.find(({ id }) => id === wanted);
  if (decoder === undefined) {
    throw new CalmError('invalid-request', `There is no decoder "${wanted}".`, {
      hint: `Known: ${decoders.map(({ id }) => id).join(', ')}.`,
    });
  }

  const request = { assessment, attributes, locale, detail };
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
  const written = new Set<string>();
  for await (const draft of decoder.write(request, signal === undefined ? {} : { signal })) {
    throwIfCancelled(signal, 'The comment');
    if ('claims' in draft) {
      const [reason] = draft.claims.flatMap((claim) => whyUnbacked(claim, assessment) ?? []);
      yield reason === undefined ? draft : { text: draft.text, reason };
      continue;
    }
    for (const text of splitSentences(draft.text)) {
      yield written.has(text)
        ? { text, reason: 'it was said before' }
        : read(text, reader(locale), assessment);
      written.add(text);
    }
  }
}

/** A free sentence with its claims, or why it does not hold. */
function read(
  text: string,
  reader: FreeReader,
  assessment: Assessment,
): Sentence | DroppedSentence {
  const { claims: said, unclear } = reader.read(text);
  if (unclear !== undefined) return { text, reason: unclear };
  const claims: Claim[] = [];
  for (const one of said) {
    const backing = hold(one, assessment);
    if ('unbacked' in backing) return { text, reason: backing.unbacked };
    claims.push(...backing.claims);
  }
  const last = claims.at(-1)?.about;
  const level = assessment.attributes.find(({ id }) => id === last)?.level ?? 'overall';
  return { text, level, claims };
}
