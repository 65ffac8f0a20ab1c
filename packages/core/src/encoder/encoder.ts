import type { Picture } from '../picture/picture.js';

/** A stack of feature maps, channel by channel: `data[(channel * height + row) * width + column]`. */
export interface FeatureMap {
  readonly data: Float32Array;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** Input pixels for each cell. */
  readonly stride: number;
}

/** What the encoder sees of one picture. The shapes in brackets are those of EfficientNet-Lite2. */
export interface MultiScaleFeatures {
  /** [48 channels] edges and texture. */
  readonly stride8: FeatureMap;
  /** [120 channels] parts. */
  readonly stride16: FeatureMap;
  /** [352 channels] things and layout. */
  readonly stride32: FeatureMap;
  /** [1280] mean over the picture of the head's activations. */
  readonly head: Float32Array;
  /** [1280] their standard deviation. */
  readonly headDeviation: Float32Array;
  /** [1000] logits of the ImageNet classes. */
  readonly classes: Float32Array;
}

export interface EncodeOptions {
  readonly signal?: AbortSignal;
}

/** Eyes: from pictures to features. Order is kept; features of a picture never depend on its neighbours. */
export interface Encoder {
  encode(
    pictures: readonly Picture[],
    options?: EncodeOptions,
  ): Promise<readonly MultiScaleFeatures[]>;
}
