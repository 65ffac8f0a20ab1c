/** What the inference thread and its owner say to each other. */

/** A dense tensor; `data.length` is the product of `dims`. */
export type TensorData =
  | { readonly type: 'float32'; readonly dims: readonly number[]; readonly data: Float32Array }
  | { readonly type: 'uint8'; readonly dims: readonly number[]; readonly data: Uint8Array }
  | { readonly type: 'int64'; readonly dims: readonly number[]; readonly data: BigInt64Array };

export type Tensors = Readonly<Record<string, TensorData>>;

/** Where a graph runs. `cpu` is always there; the others need a build of ONNX Runtime that has them. */
export type Provider = 'cpu' | 'cuda' | 'coreml' | 'dml' | 'webgpu';

export type InferenceRequest =
  | {
      readonly kind: 'load';
      readonly id: number;
      readonly model: string;
      /** Path of the ONNX file. */
      readonly graph: string;
      readonly provider: Provider;
      readonly threads: number;
    }
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly model: string;
      readonly inputs: Tensors;
    }
  | {
      readonly kind: 'generate';
      readonly id: number;
      /** A graph that goes on from vectors, and one that makes vectors of tokens, by the names they were loaded under. */
      readonly decoder: string;
      readonly embed: string;
      readonly prompt: Prompt;
      /** Ends the text. */
      readonly stop: number;
      /** Tokens that are written at most. */
      readonly most: number;
      /** What may be written; without it anything may. */
      readonly lattice?: Lattice;
    }
  /** Ends a generation after the token under way. */
  | { readonly kind: 'stop'; readonly id: number }
  | { readonly kind: 'close'; readonly id: number };

/** What a text begins with: numbers of tokens, and vectors that stand between them. */
export type Prompt = readonly (
  { readonly tokens: readonly number[] } | { readonly vectors: Float32Array }
)[];

/**
 * Texts that a language model may choose between: for each state the tokens that may follow, and the states that they lead to. It begins in
 * the first; where nothing may follow, the text ends.
 */
export type Lattice = readonly (readonly (readonly [token: number, state: number])[])[];

export type InferenceResponse =
  | { readonly kind: 'done'; readonly id: number; readonly outputs: Tensors }
  | { readonly kind: 'token'; readonly id: number; readonly token: number }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly message: string;
      /** Whether the runtime cannot be kept from reporting its use, and so was not started. */
      readonly reporting: boolean;
    };
