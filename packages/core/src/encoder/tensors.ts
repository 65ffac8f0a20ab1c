import type { TensorData, Tensors } from '../inference/messages.js';
import type { EncoderOutputs } from '../protocol/generated/bundle.js';
import type { MultiScaleFeatures } from './encoder.js';

/** Features as inputs of another graph, under the names that the encoder gives them. */
export function tensorsOf(
  features: MultiScaleFeatures,
  names: readonly (keyof EncoderOutputs)[],
): Tensors {
  return Object.fromEntries(names.map((name) => [name, tensorOf(features[name])]));
}

function tensorOf(feature: MultiScaleFeatures[keyof EncoderOutputs]): TensorData {
  if (feature instanceof Float32Array) {
    return { type: 'float32', dims: [1, feature.length], data: feature };
  }
  const { data, channels, height, width } = feature;
  return { type: 'float32', dims: [1, channels, height, width], data };
}
