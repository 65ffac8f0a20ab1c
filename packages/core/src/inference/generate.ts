/** Text from a language model whose keys and values are kept in buffers that the graph writes in place. */
import * as ort from '@calm-sdk/onnxruntime';
import type { Prompt } from './messages.js';

interface Graphs {
  /** `inputs_embeds` [1, n, width], `past` [1] and the buffers, to `logits` [1, vocabulary] of what follows and the buffers again. */
  readonly decoder: ort.InferenceSession;
  /** `input_ids` [n] to `inputs_embeds` [1, n, width]. */
  readonly embed: ort.InferenceSession;
}

interface Limits {
  /** The token that ends the text; it is not given. */
  readonly stop: number;
  /** Tokens at most. */
  readonly most: number;
}

const BUFFER = /^past_(?:key|value)\.\d+$/u;

/** Yields tokens as they come, always the likeliest, and lets messages in between two of them. */
export async function* generate(
  { decoder, embed }: Graphs,
  prompt: Prompt,
  { stop, most }: Limits,
): AsyncGenerator<number> {
  const embedded = async (tokens: readonly number[]): Promise<Float32Array> => {
    const ids = BigInt64Array.from(tokens, BigInt);
    const outputs = await embed.run({ input_ids: new ort.Tensor('int64', ids, [ids.length]) });
    return outputs['inputs_embeds']?.data as Float32Array;
  };
  const parts: Float32Array[] = [];
  for (const part of prompt) {
    parts.push('tokens' in part ? await embedded(part.tokens) : part.vectors);
  }
  let vectors = joined(parts);
  const width = widthOf(embed);
  let past = 0;
  // Buffers no longer than what will be read: attention looks through all of them.
  const buffers = buffersOf(decoder, vectors.length / width + most);
  const { feeds, fetches } = buffers;
  for (let written = 0; written < most; written++) {
    const count = vectors.length / width;
    const outputs = await decoder.run(
      {
        ...feeds,
        inputs_embeds: new ort.Tensor('float32', vectors, [1, count, width]),
        past: new ort.Tensor('int32', Int32Array.of(past), [1]),
      },
      fetches,
    );
    past += count;
    const token = likeliest(outputs['logits']?.data as Float32Array);
    if (token === stop) return;
    yield token;
    await new Promise(setImmediate);
    vectors = await embedded([token]);
  }
}

/** One tensor for each key and value, read and written in place. */
function buffersOf(
  decoder: ort.InferenceSession,
  places: number,
): {
  readonly feeds: Readonly<Record<string, ort.Tensor>>;
  readonly fetches: Record<string, ort.Tensor | null>;
} {
  const feeds: Record<string, ort.Tensor> = {};
  const fetches: Record<string, ort.Tensor | null> = { logits: null };
  for (const input of decoder.inputMetadata) {
    if (!BUFFER.test(input.name) || !input.isTensor) continue;
    const dims = input.shape.map((length) => (typeof length === 'number' ? length : places));
    const size = dims.reduce((product, length) => product * length, 1);
    const buffer = new ort.Tensor('float32', new Float32Array(size), dims);
    feeds[input.name] = buffer;
    fetches[input.name.replace('past', 'present')] = buffer;
  }
  return { feeds, fetches };
}

function widthOf(embed: ort.InferenceSession): number {
  const [output] = embed.outputMetadata;
  const width = output?.isTensor === true ? output.shape[2] : undefined;
  if (typeof width !== 'number') throw new Error('The embed graph does not state its width.');
  return width;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function likeliest(logits: Float32Array): number {
  let best = 0;
  for (let at = 1; at < logits.length; at++) if (logits[at]! > logits[best]!) best = at;
  return best;
}
