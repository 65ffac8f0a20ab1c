import {
  CalmError,
  openPicture,
  previewOf,
  type Decoder,
  type Draft,
  type WritingOptions,
  type WritingRequest,
} from '@calm-sdk/core';
import { ChatClient, type Timeouts, type Usage } from './chat-client.js';
import { endpointOf } from './endpoint.js';
import { messagesFor, SENTENCES } from './prompt.js';
import { SentenceStream } from './sentence-stream.js';

export type { Timeouts, Usage } from './chat-client.js';

export interface RemoteDecoderOptions {
  /** Of the server's API: `http://localhost:11434/v1`. `/chat/completions` is added where it is missing. */
  readonly url: string;
  /** What the server calls the model. */
  readonly model: string;
  /** Sent as a bearer token, and to nobody else; local servers need none. */
  readonly apiKey?: string;
  /** Sends the picture along, its longest side 512 pixels, as JPEG without metadata. Default false: only words and figures leave. */
  readonly sendPicture?: boolean;
  /** Lets an address of another machine be plain `http`, where everybody on the way can read what is sent, the key too. Default false. */
  readonly allowHttp?: boolean;
  /** The longest answer in tokens. Default 600. */
  readonly maxTokens?: number;
  /** How long is waited for the server, in milliseconds. */
  readonly timeouts?: Partial<Timeouts>;
  /** Told after each answer what the server counted, if it did. */
  readonly onUsage?: (usage: Usage) => void;
}

export interface RemoteDecoder extends Decoder {
  readonly id: 'remote';
  /** Where everything is sent: host and port. */
  readonly host: string;
}

/** Longest side of a picture that is sent, in pixels. */
const LONGEST_SIDE = 512;

const MAX_TOKENS = 600;

/** A model that writes this many times as much as it was asked for is not heard out. */
const PATIENCE = 3;

/**
 * A decoder that has comments written by a model behind `/v1/chat/completions`: vLLM, llama.cpp, Ollama, or a hosted one. It sends the score, the
 * findings with their readings and words for them, never the name of a file nor what the camera wrote into it. What comes back is free
 * text, of which the engine lets pass what the readings back. Nothing is sent before a comment is asked for.
 *
 * @example
 * ```ts
 * const decoder = remoteDecoder({ url: 'http://localhost:11434/v1', model: 'llama3.2' });
 * await using engine = await createEngine({ decoders: [decoder] });
 * const { text, dropped } = await engine.comment(assessment, { decoder: 'remote' });
 * ```
 *
 * The comment rejects with a CalmError: `remote-unreachable`, `remote-refused`, `remote-failed`, `timed-out`, `cancelled`, or
 * `invalid-request` for a language in which free text is not understood, and for a picture that is to be sent and was not handed over.
 *
 * @throws CalmError `invalid-request` for a URL, model or key that cannot be one
 */
export function remoteDecoder(options: RemoteDecoderOptions): RemoteDecoder {
  const {
    url,
    model,
    apiKey,
    allowHttp = false,
    maxTokens = MAX_TOKENS,
    timeouts,
    onUsage,
  } = options;
  const endpoint = endpointOf(url, allowHttp);
  if (model.trim() === '') {
    throw new CalmError('invalid-request', 'The remote decoder was given no model.', {
      hint: 'Name a model as the server does.',
    });
  }
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/u.test(apiKey)) {
    // A header with such a key would fail with the key in its message.
    throw new CalmError('invalid-request', 'The API key holds characters that no key has.', {
      hint: 'Check that it was copied whole, without spaces or line feeds.',
    });
  }
  const client = new ChatClient(endpoint, model, apiKey, maxTokens, timeouts);
  return {
    id: 'remote',
    host: endpoint.host,
    async *write(request, { signal } = {}) {
      yield* write(client, request, options.sendPicture ?? false, signal, onUsage);
    },
  };
}

async function* write(
  client: ChatClient,
  request: WritingRequest,
  sendPicture: boolean,
  signal: WritingOptions['signal'],
  onUsage: RemoteDecoderOptions['onUsage'],
): AsyncGenerator<Draft> {
  const { locale } = request;
  if (locale.free === undefined) {
    throw new CalmError(
      'invalid-request',
      `A remote model cannot write comments in ${locale.name}: its free sentences would not be understood, and none of them could be checked.`,
      { hint: 'Ask for English, or for the decoder grounded.' },
    );
  }
  const jpeg = sendPicture ? await shrunken(request, signal) : undefined;
  const sentences = new SentenceStream();
  let left = PATIENCE * SENTENCES[request.detail];
  for await (const piece of client.complete(messagesFor(request, jpeg), signal, onUsage)) {
    for (const text of sentences.push(piece)) {
      yield { text };
      left--;
      if (left === 0) return;
    }
  }
  for (const text of sentences.end()) yield { text };
}

async function shrunken(
  { picture: source }: WritingRequest,
  signal: WritingOptions['signal'],
): Promise<Uint8Array> {
  if (source === undefined) {
    throw new CalmError('invalid-request', 'The picture is to be sent and was not handed over.', {
      hint: 'Call comment(assessment, { picture }) with the source, or leave sendPicture out.',
    });
  }
  const picture = await openPicture(source, signal === undefined ? {} : { signal });
  return previewOf(picture, [], { longestSide: LONGEST_SIDE });
}
