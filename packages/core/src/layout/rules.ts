/** All rules, in the order in which they are told of. */
import type { Rule } from './rule.js';
import { alignment } from './rules/alignment.js';
import { clipped } from './rules/clipped.js';
import { colourCount } from './rules/colour-count.js';
import { colourHarmony } from './rules/colour-harmony.js';
import { colourVision } from './rules/colour-vision.js';
import { density } from './rules/density.js';
import { grid } from './rules/grid.js';
import { hierarchy } from './rules/hierarchy.js';
import { lineHeight } from './rules/line-height.js';
import { lineLength } from './rules/line-length.js';
import { nonTextContrast } from './rules/non-text-contrast.js';
import { overlap } from './rules/overlap.js';
import { spacing } from './rules/spacing.js';
import { textContrast } from './rules/text-contrast.js';
import { textSize } from './rules/text-size.js';
import { touchTarget } from './rules/touch-target.js';

export const RULES: readonly Rule[] = [
  textContrast,
  nonTextContrast,
  colourVision,
  touchTarget,
  textSize,
  clipped,
  overlap,
  lineLength,
  lineHeight,
  alignment,
  spacing,
  grid,
  hierarchy,
  colourCount,
  colourHarmony,
  density,
];
