import type { AlignedTokens } from '../alignment/aligner.js';
import type { MultiScaleFeatures } from '../encoder/encoder.js';
import type { Picture } from '../picture/picture.js';
import type { Subject } from '../subject/subject.js';

/** What the built-in measures look at: plain memory. */
export interface Scene {
  readonly picture: Picture;
  readonly features: MultiScaleFeatures;
  readonly subject: Subject;
}

/** Everything that the measures of others may look at. */
export interface AlignedScene extends Scene {
  /** What the alignment makes of the features; it comes while measures are taken. */
  readonly tokens: () => Promise<AlignedTokens>;
}
