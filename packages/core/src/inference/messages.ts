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
  | { readonly kind: 'close'; readonly id: number };

export type InferenceResponse =
  | { readonly kind: 'done'; readonly id: number; readonly outputs: Tensors }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
