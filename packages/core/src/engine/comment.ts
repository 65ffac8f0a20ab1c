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
import type {
  Assessment,
  Claim,
  Comment,
  Sentence,
  Warning,
} from '../protocol/generated/assessment.js';

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
  const warnings: Warning[] = [];
  try {
    for await (const checked of held(decoder, pictured, reader, options.signal)) {
      if ('reason' in checked) {
        dropped++;
        options.onDropped?.(checked);
      } else {
        sentences.push(checked);
        options.onSentence?.(checked);
      }
    }
  } catch (error) {
    // What a writer from elsewhere leaves untold when it fails, the grounded one tells.
    if (!(error instanceof CalmError) || error.code !== 'extension-failed') throw error;
    warnings.push({ contribution: decoder.id, message: error.message });
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
    ...(warnings.length === 0 ? {} : { warnings }),
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
  const drafts = decoder.write(request, signal === undefined ? {} : { signal });
  for await (const draft of untilAborted(drafts, signal)) {
    // The grounded writer is our own; whoever else brings claims with a text may have written another.
    if (decoder.id === GROUNDED.id && 'claims' in draft) {
      const [reason] = draft.claims.flatMap((claim) => whyUnbacked(claim, assessment) ?? []);
      yield reason === undefined ? draft : { text: draft.text, reason };
      continue;
    }
    for (const text of splitSentences(textOf(draft, decoder))) {
      const sentence = reader(locale).hold(text, assessment);
      const reason = 'reason' in sentence ? undefined : whyOutOfPlace(sentence, told, last);
      yield reason === undefined ? sentence : { text, reason };
      if ('reason' in sentence || reason !== undefined) continue;
      last = sentence.claims;
      for (const claim of last) told.add(topicOf(claim));
    }
  }
}

/** @throws CalmError `invalid-request` for a draft that is none, where types promise nothing */
function textOf(draft: unknown, { id }: Decoder): string {
  if (typeof draft === 'object' && draft !== null && 'text' in draft) {
    const { text } = draft;
    if (typeof text === 'string') return text;
  }
  throw new CalmError('invalid-request', `The decoder "${id}" gave something that is no draft.`, {
    hint: 'A decoder yields objects with a text each.',
  });
}

/** What comes, until the signal aborts: who is waited for in vain is left to itself. */
async function* untilAborted<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  let stop = (): void => undefined;
  const aborted = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
  });
  signal?.addEventListener('abort', stop, { once: true });
  let waiting = true;
  try {
    for (;;) {
      throwIfCancelled(signal, 'The comment');
      const next = iterator.next();
      waiting = true;
      const come = await Promise.race([next, aborted]);
      if (come === undefined) {
        // Nobody hears of it any more.
        next.catch(() => undefined);
        continue;
      }
      waiting = false;
      if (come.done === true) return;
      yield come.value;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    const ended = iterator.return?.();
    if (waiting) ended?.catch(() => undefined);
    else await ended;
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
