// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { BoxEvidence } from './assessment.js';

/**
 * What something is filled or outlined with.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "Paint".
 */
export type Paint = SolidPaint | GradientPaint | ImagePaint;
/**
 * An sRGB colour, `#rrggbb` or `#rrggbbaa`, in lower case.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "Colour".
 */
export type Colour = string;
/**
 * What of the design system a value is bound to, by the id of the token, which may be one that `tokens` does not list.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "TokenRef".
 */
export type TokenRef = string;
/**
 * A named value of the design system.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "DesignToken".
 */
export type DesignToken = ColourToken | LengthToken;
/**
 * A change that mends it and can be made safely.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "LayoutFix".
 */
export type LayoutFix = ColourFix | GapFix | PaddingFix | MoveFix | SizeFix | FontSizeFix | ComponentFix;

/**
 * A frame of an interface as its program knows it: what lies where, in pixels of the frame at its own size (CSS pixels), origin top left.
 */
export interface Layout {
  /**
   * What the frame is called.
   */
  name?: string;
  /**
   * Width of the frame, in pixels.
   */
  width: number;
  /**
   * Height of the frame, in pixels.
   */
  height: number;
  /**
   * What the frame is filled with, back to front. Default: white.
   */
  fills?: Paint[];
  grid?: LayoutGrid;
  autoLayout?: AutoLayout;
  /**
   * Everything visible in the frame, as it is painted: back to front, a container before what it holds.
   *
   * @maxItems 20000
   */
  nodes: LayoutNode[];
  /**
   * Colours and lengths of the design system that the frame may use, as they are in the frame's mode.
   *
   * @maxItems 5000
   */
  tokens?: DesignToken[];
}
/**
 * One colour.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "SolidPaint".
 */
export interface SolidPaint {
  /**
   * One colour.
   */
  kind: 'solid';
  colour: Colour;
  token?: TokenRef;
}
/**
 * Colours that pass into one another.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "GradientPaint".
 */
export interface GradientPaint {
  /**
   * Colours that pass into one another.
   */
  kind: 'gradient';
  /**
   * Those at its stops.
   *
   * @minItems 1
   */
  colours: Colour[];
}
/**
 * A picture, or whatever else only the rendition of the frame shows.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "ImagePaint".
 */
export interface ImagePaint {
  /**
   * A picture.
   */
  kind: 'image';
}
/**
 * The columns that the frame's designer has laid over it.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "LayoutGrid".
 */
export interface LayoutGrid {
  /**
   * How many.
   */
  columns: number;
  /**
   * Pixels between two columns.
   */
  gutter: number;
  /**
   * Pixels left and right of all columns.
   */
  margin: number;
  /**
   * Width of a column; absent where columns fill the frame.
   */
  columnWidth?: number;
}
/**
 * A container arranges what it holds.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "AutoLayout".
 */
export interface AutoLayout {
  /**
   * One beside the other, or one below the other.
   */
  direction: 'row' | 'column';
  /**
   * Begins a new row where one is full. Default: no.
   */
  wraps?: boolean;
  /**
   * Pixels between two things; absent things aside.
   */
  gap: number;
  /**
   * Things are spread over the whole length, whatever `gap` says. Default: no.
   */
  spread?: boolean;
  gapToken?: TokenRef;
  padding: Padding;
  /**
   * What its paddings are bound to: top, right, bottom, left; empty where to nothing.
   *
   * @minItems 4
   * @maxItems 4
   */
  paddingTokens?: TokenRef[];
}
/**
 * Pixels between a container's edges and what it holds.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "Padding".
 */
export interface Padding {
  /**
   * Above.
   */
  top: number;
  /**
   * To the right.
   */
  right: number;
  /**
   * Below.
   */
  bottom: number;
  /**
   * To the left.
   */
  left: number;
}
/**
 * A layer.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "LayoutNode".
 */
export interface LayoutNode {
  /**
   * Unique in the layout.
   */
  id: string;
  /**
   * Id of the layer that holds it, which comes before it; absent for what lies in the frame itself.
   */
  parent?: string;
  /**
   * What the layer is called.
   */
  name: string;
  /**
   * A container, a text, or anything else that is drawn.
   */
  kind: 'container' | 'text' | 'shape';
  /**
   * Left edge of the box that encloses it, in pixels of the frame.
   */
  x: number;
  /**
   * Top edge of that box.
   */
  y: number;
  /**
   * Width of that box.
   */
  width: number;
  /**
   * Height of that box.
   */
  height: number;
  /**
   * Degrees by which it is turned. Default: 0.
   */
  rotation?: number;
  /**
   * Its own opacity. Default: 1.
   */
  opacity?: number;
  /**
   * Hides what reaches beyond its box. Default: no.
   */
  clips?: boolean;
  /**
   * What it is filled with, back to front; of a text, what its letters are filled with where `segments` do not say.
   */
  fills?: Paint[];
  /**
   * What it is outlined with.
   */
  strokes?: Paint[];
  /**
   * Effects or blend modes make of its colours what only the rendition shows. Default: no.
   */
  blends?: boolean;
  text?: LayoutText;
  autoLayout?: AutoLayout;
  /**
   * Lies in a container with auto layout and is placed by hand. Default: no.
   */
  floats?: boolean;
  /**
   * A person can press it. Default: no.
   */
  interactive?: boolean;
  /**
   * Carries no information: nothing is asked of its contrast. Default: no.
   */
  decorative?: boolean;
  component?: ComponentRef;
  /**
   * Its designer has locked it. Default: no.
   */
  locked?: boolean;
}
/**
 * What a text says, and how it is set.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "LayoutText".
 */
export interface LayoutText {
  /**
   * Its characters.
   */
  characters: string;
  /**
   * Stretches that are set alike, in order, from the first character to the last.
   *
   * @minItems 1
   */
  segments: TextSegment[];
  /**
   * How its lines stand. Default: left.
   */
  align?: 'left' | 'centre' | 'right' | 'justified';
  /**
   * How many lines it takes, where that is known.
   */
  lines?: number;
  /**
   * What does not fit is left out with an ellipsis. Default: no.
   */
  truncated?: boolean;
  /**
   * Its box does not grow with it. Default: no.
   */
  fixedSize?: boolean;
  /**
   * Height that all its lines take, where that is known and `fixedSize`.
   */
  neededHeight?: number;
  /**
   * Width that its longest word takes, where that is known and `fixedSize`.
   */
  neededWidth?: number;
}
/**
 * A stretch of text that is set alike.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "TextSegment".
 */
export interface TextSegment {
  /**
   * How many characters (UTF-16).
   */
  length: number;
  /**
   * Size of the font, in pixels.
   */
  fontSize: number;
  /**
   * Weight of the font, as in CSS.
   */
  fontWeight: number;
  /**
   * Family of the font.
   */
  fontFamily?: string;
  /**
   * Height of a line, in pixels.
   */
  lineHeight?: number;
  /**
   * What its letters are filled with.
   */
  fills?: Paint[];
  style?: TokenRef;
}
/**
 * It is an instance of a component.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "ComponentRef".
 */
export interface ComponentRef {
  /**
   * What the component, or the set of its variants, is called.
   */
  name: string;
  /**
   * The component's id in the host.
   */
  id?: string;
  /**
   * It is of another file's library. Default: no.
   */
  remote?: boolean;
}
/**
 * A named colour.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "ColourToken".
 */
export interface ColourToken {
  /**
   * A colour.
   */
  kind: 'colour';
  /**
   * Unique in the layout.
   */
  id: string;
  /**
   * For people: `gray/600`.
   */
  name: string;
  /**
   * The collection, library or group of styles that it is one of.
   */
  collection: string;
  value: Colour;
}
/**
 * A named length.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "LengthToken".
 */
export interface LengthToken {
  /**
   * A length, in pixels.
   */
  kind: 'length';
  /**
   * Unique in the layout.
   */
  id: string;
  /**
   * For people: `space/4`.
   */
  name: string;
  /**
   * The collection, library or group of styles that it is one of.
   */
  collection: string;
  /**
   * Its length, in pixels.
   */
  value: number;
}
/**
 * What rules of layout find in a frame.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "LayoutCritique".
 */
export interface LayoutCritique {
  /**
   * What was found: what must be mended before what could be, then the more severe first.
   */
  findings: LayoutFinding[];
  /**
   * Figures of the frame as a whole.
   */
  measures: LayoutMeasure[];
  /**
   * How many layers were looked at.
   */
  nodes: number;
}
/**
 * Something in a frame that does not keep to a rule.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "LayoutFinding".
 */
export interface LayoutFinding {
  /**
   * The same on every run for the same layers and rule.
   */
  id: string;
  /**
   * Id of the rule: `text-contrast`.
   */
  rule: string;
  /**
   * It must be mended (people are kept from reading, reaching or understanding something), or it could be.
   */
  level: 'must' | 'could';
  /**
   * How much it matters, 4 decimals.
   */
  severity: number;
  /**
   * Ids of the layers concerned, the main one first.
   *
   * @minItems 1
   */
  nodes: string[];
  box: BoxEvidence;
  /**
   * What was measured, 4 decimals.
   */
  value: number;
  /**
   * What the rule asks for.
   */
  needed?: number;
  /**
   * Unit of both: `:1`, `px`, `Lc`, `%`, or empty.
   */
  unit: string;
  /**
   * In a few words, in the language asked for.
   */
  title: string;
  /**
   * In a sentence or two: what it is, why it matters.
   */
  message: string;
  /**
   * Where the rule is from, such as a criterion of WCAG.
   */
  source?: string;
  fix?: LayoutFix;
}
/**
 * Another colour for what has this one.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "ColourFix".
 */
export interface ColourFix {
  /**
   * Another colour.
   */
  kind: 'colour';
  /**
   * Ids of the layers whose colour it is.
   *
   * @minItems 1
   */
  nodes: string[];
  /**
   * Whether letters and areas are filled with it, or outlined.
   */
  of: 'fills' | 'strokes';
  from: Colour;
  to: Colour;
  token?: TokenRef;
  /**
   * What the measure of the finding becomes.
   */
  value?: number;
}
/**
 * Another gap in an auto layout.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "GapFix".
 */
export interface GapFix {
  /**
   * Another gap.
   */
  kind: 'gap';
  /**
   * Id of the container.
   */
  node: string;
  /**
   * The gap that is, in pixels.
   */
  from: number;
  /**
   * The gap that should be.
   */
  to: number;
  token?: TokenRef;
}
/**
 * Other paddings in an auto layout.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "PaddingFix".
 */
export interface PaddingFix {
  /**
   * Other paddings.
   */
  kind: 'padding';
  /**
   * Id of the container.
   */
  node: string;
  from: Padding;
  to: Padding;
}
/**
 * Moves layers that no auto layout places.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "MoveFix".
 */
export interface MoveFix {
  /**
   * Moves layers.
   */
  kind: 'move';
  /**
   * Which, and how far.
   *
   * @minItems 1
   */
  moves: Move[];
}
/**
 * How far a layer is moved.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "Move".
 */
export interface Move {
  /**
   * Id of the layer.
   */
  node: string;
  /**
   * Pixels to the right.
   */
  dx: number;
  /**
   * Pixels down.
   */
  dy: number;
}
/**
 * Another size for a layer, about its centre; in an auto layout by its paddings or its least size.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "SizeFix".
 */
export interface SizeFix {
  /**
   * Another size.
   */
  kind: 'size';
  /**
   * Id of the layer.
   */
  node: string;
  /**
   * Its width, in pixels.
   */
  width: number;
  /**
   * Its height.
   */
  height: number;
}
/**
 * Another size of type for texts set in this one.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "FontSizeFix".
 */
export interface FontSizeFix {
  /**
   * Another size of type.
   */
  kind: 'font-size';
  /**
   * Ids of the texts.
   *
   * @minItems 1
   */
  nodes: string[];
  /**
   * The size that is, in pixels.
   */
  from: number;
  /**
   * The size that should be.
   */
  to: number;
  token?: TokenRef;
}
/**
 * It is to be mended in the component, of which this is an instance.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "ComponentFix".
 */
export interface ComponentFix {
  /**
   * In the component.
   */
  kind: 'component';
  /**
   * Id of the instance.
   */
  node: string;
  /**
   * Id of the component, where the host told it.
   */
  component?: string;
}
/**
 * A figure of a frame as a whole.
 *
 * This interface was referenced by `Layout`'s JSON-Schema
 * via the `definition` "LayoutMeasure".
 */
export interface LayoutMeasure {
  /**
   * Which: `white-space`.
   */
  id: string;
  /**
   * What it is called, in the language asked for.
   */
  title: string;
  /**
   * The figure, 4 decimals.
   */
  value: number;
  /**
   * Its unit; empty where it has none.
   */
  unit: string;
}
