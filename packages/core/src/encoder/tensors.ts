import type { TensorData } from '../inference/messages.js';
import type { EncoderOutputs } from '../protocol/generated/bundle.js';
import type { MultiScaleFeatures } from './encoder.js';

/** A feature as another graph's input. */
export function tensorOf(feature: MultiScaleFeatures[keyof EncoderOutputs]): TensorData {
  if (feature instanceof Float32Array) {
    return { type: 'float32', dims: [1, feature.length], data: feature };
  }
  const { data, channels, height, width } = feature;
  return { type: 'float32', dims: [1, channels, height, width], data };
}
