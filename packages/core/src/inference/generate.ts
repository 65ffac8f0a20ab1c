/** Text from a language model whose keys and values are kept in buffers that the graph writes in place. */
import * as ort from '@calm-sdk/onnxruntime';
import type { Lattice, Prompt } from './messages.js';

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
  /** What may be written; without it anything may. */
  readonly lattice?: Lattice;
}

const BUFFER = /^past_(?:key|value)\.\d+$/u;

/**
 * Yields tokens as they come, always the likeliest that may follow, and lets messages in between two of them. Where only one may follow, the
 * decoder is not asked: it reads such tokens together, when it is asked next.
 */
export async function* generate(
  { decoder, embed }: Graphs,
  prompt: Prompt,
  { stop, most, lattice }: Limits,
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
  let unread = joined(parts);
  const width = widthOf(embed);
  let past = 0;
  // Buffers no longer than what will be read: attention looks through all of them.
  const { feeds, fetches } = buffersOf(decoder, unread.length / width + most);
  const logits = async (): Promise<Float32Array> => {
    const count = unread.length / width;
    const outputs = await decoder.run(
      {
        ...feeds,
        inputs_embeds: new ort.Tensor('float32', unread, [1, count, width]),
        past: new ort.Tensor('int32', Int32Array.of(past), [1]),
      },
      fetches,
    );
    past += count;
    return outputs['logits']?.data as Float32Array;
  };
  let state = 0;
  let forced: number[] = [];
  for (let written = 0; written < most; written++) {
    const ways = lattice?.[state];
    if (ways?.length === 0) return;
    let way = ways?.[0];
    if (ways === undefined || ways.length > 1) {
      if (forced.length > 0) unread = await embedded(forced);
      forced = [];
      const all = await logits();
      way = ways === undefined ? [likeliest(all), 0] : likeliestOf(all, ways);
    }
    const [token, next] = way!;
    if (lattice === undefined && token === stop) return;
    yield token;
    await new Promise(setImmediate);
    forced.push(token);
    state = next;
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

function likeliestOf<Way extends readonly [number, number]>(
  logits: Float32Array,
  ways: readonly Way[],
): Way {
  return ways.reduce((best, way) => (logits[way[0]]! > logits[best[0]]! ? way : best));
}
