import type { BuiltInAttribute } from './attribute.js';
import { balance } from './balance.js';
import { blackAndWhite } from './black-and-white.js';
import { blockAlignment } from './block-alignment.js';
import { clippedHighlights } from './clipped-highlights.js';
import { clutter } from './clutter.js';
import { colourHarmony } from './colour-harmony.js';
import { colourVariety } from './colour-variety.js';
import { colourfulness } from './colourfulness.js';
import { compression } from './compression.js';
import { contourDensity } from './contour-density.js';
import { coolCast } from './cool-cast.js';
import { crushedShadows } from './crushed-shadows.js';
import { cutOffSubject } from './cut-off-subject.js';
import { defocusBlur } from './defocus-blur.js';
import { depthSeparation } from './depth-separation.js';
import { dullColour } from './dull-colour.js';
import { featureCongestion } from './feature-congestion.js';
import { filmGrain } from './film-grain.js';
import { fog } from './fog.js';
import { greenCast } from './green-cast.js';
import { haze } from './haze.js';
import { highKey } from './high-key.js';
import { horizonTilt } from './horizon-tilt.js';
import { leadingLines } from './leading-lines.js';
import { longExposure } from './long-exposure.js';
import { looseFraming } from './loose-framing.js';
import { lowContrast } from './low-contrast.js';
import { lowKey } from './low-key.js';
import { magentaCast } from './magenta-cast.js';
import { minimalism } from './minimalism.js';
import { motionBlur } from './motion-blur.js';
import { noise } from './noise.js';
import { overExposure } from './over-exposure.js';
import { overSaturation } from './over-saturation.js';
import { overSharpening } from './over-sharpening.js';
import { pageBalance } from './page-balance.js';
import { pageSymmetry } from './page-symmetry.js';
import { panning } from './panning.js';
import { panorama } from './panorama.js';
import { repetition } from './repetition.js';
import { shallowDepthOfField } from './shallow-depth-of-field.js';
import { silhouette } from './silhouette.js';
import { simplicity } from './simplicity.js';
import { subbandEntropy } from './subband-entropy.js';
import { subjectClarity } from './subject-clarity.js';
import { subjectPlacement } from './subject-placement.js';
import { subjectSharpness } from './subject-sharpness.js';
import { symmetry } from './symmetry.js';
import { tightFraming } from './tight-framing.js';
import { underExposure } from './under-exposure.js';
import { verticalTilt } from './vertical-tilt.js';
import { vignetting } from './vignetting.js';
import { warmCast } from './warm-cast.js';
import { whiteSpace } from './white-space.js';

/** The built-in attributes, in the order in which documents list them. One line for each file of this folder. */
export const ATTRIBUTES: readonly BuiltInAttribute[] = [
  noise,
  compression,
  overSharpening,
  defocusBlur,
  motionBlur,
  underExposure,
  overExposure,
  clippedHighlights,
  crushedShadows,
  lowContrast,
  haze,
  overSaturation,
  dullColour,
  warmCast,
  coolCast,
  greenCast,
  magentaCast,
  vignetting,
  horizonTilt,
  verticalTilt,
  subjectPlacement,
  balance,
  tightFraming,
  looseFraming,
  cutOffSubject,
  clutter,
  subjectSharpness,
  depthSeparation,
  leadingLines,
  symmetry,
  repetition,
  colourHarmony,
  subjectClarity,
  simplicity,
  panorama,
  shallowDepthOfField,
  filmGrain,
  panning,
  longExposure,
  minimalism,
  lowKey,
  highKey,
  blackAndWhite,
  silhouette,
  fog,
  featureCongestion,
  subbandEntropy,
  contourDensity,
  colourfulness,
  colourVariety,
  whiteSpace,
  pageSymmetry,
  pageBalance,
  blockAlignment,
];
