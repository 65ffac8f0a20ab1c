/**
 * Rules of layout for frames of interfaces, of what a design program knows of them: for Node, browsers and the sandboxes of host programs.
 *
 * @packageDocumentation
 */
export { applyFix } from './apply-fix.js';
export { checkConsistency } from './check-consistency.js';
export {
  checkLayout,
  LAYOUT_RULES,
  type CheckLayoutOptions,
  type LayoutRule,
} from './check-layout.js';
export { apca } from './colour/apca.js';
export { contrastRatio } from './colour/contrast.js';
export { simulateColourVision, simulated, type Deficiency } from './colour/colour-vision.js';
export { formatColour, parseColour, type Rgb, type Rgba } from './colour/rgb.js';
export type { Pixels } from './frame.js';
export { textContrasts, type TextContrast } from './text-contrasts.js';
export type { LayoutLocale } from './tell.js';
export type { LayoutRuleWords, LayoutWords } from '../language/layout-words.js';
export type * from '../protocol/generated/layout.js';
export type { BoxEvidence } from '../protocol/generated/assessment.js';
