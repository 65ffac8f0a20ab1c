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

/** What the encoder's first blocks see in cut-outs at full size, where noise, compression and sharpening show. */
export interface Detail {
  /** [count, width]: means and deviations of the first blocks over each cut-out. */
  readonly vectors: Float32Array;
  /** [count, 3]: centre x and y in fractions of the upright picture, and 1 where the cut-out was chosen for being flat. */
  readonly places: Float32Array;
  /** 0 where the source is a preview, or where the bundle reads no detail. */
  readonly count: number;
  readonly width: number;
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
  readonly detail: Detail;
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
