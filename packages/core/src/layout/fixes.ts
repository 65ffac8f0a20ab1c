/** Fixes that a design system allows. */
import type {
  ColourFix,
  ComponentFix,
  FontSizeFix,
  LayoutFix,
} from '../protocol/generated/layout.js';
import { round } from '../protocol/rounding.js';
import { nearestColour, nearestToken } from './colour/nearest.js';
import { mainSegment, type Frame, type Layer } from './frame.js';

/** An instance leads to its component. */
export function componentFix({ id, node }: Layer): ComponentFix {
  const component = node.component?.id;
  return { kind: 'component', node: id, ...(component === undefined ? {} : { component }) };
}

/** What layers of one cause have in common: the component that they are a part of, or none. */
export function componentOf({ instance }: Layer): string {
  const component = instance?.node.component;
  return component === undefined ? '' : (component.id ?? component.name);
}

/** A colour as a layer has it. */
export interface UsedColour {
  readonly of: ColourFix['of'];
  readonly colour: string;
  readonly token: string | undefined;
}

/**
 * The nearest colour that passes: of the same collection, where it is bound to a token; the nearest of the same hue, where it is not.
 *
 * @param measured what the measure of the finding is with a colour
 * @returns undefined where none passes, or the layers are locked
 */
export function colourFix(
  frame: Frame,
  layers: readonly Layer[],
  { of, colour, token }: UsedColour,
  measured: (colour: string) => number,
  needed: number,
): ColourFix | undefined {
  if (layers.some(({ locked }) => locked)) return undefined;
  const passes = (candidate: string): boolean => measured(candidate) >= needed;
  let to: string | undefined;
  let bound: string | undefined;
  if (token === undefined) {
    to = nearestColour(colour, passes);
  } else {
    const known = frame.colourToken(token);
    if (known === undefined) return undefined;
    const collection = frame.colourTokens.filter((each) => each.collection === known.collection);
    const nearest = nearestToken(known, collection, passes);
    to = nearest?.value;
    bound = nearest?.id;
  }
  if (to === undefined) return undefined;
  return {
    kind: 'colour',
    nodes: layers.map(({ id }) => id),
    of,
    from: colour,
    to,
    ...(bound === undefined ? {} : { token: bound }),
    value: round(measured(to), 4),
  };
}

/**
 * Another size for texts. Texts of a style get the style of a text that has that size; none is detached from its style.
 *
 * @param isBetter of a size that texts of the frame have already
 * @param otherwise the size where no text has a better one
 */
export function fontSizeFix(
  frame: Frame,
  layers: readonly [Layer, ...Layer[]],
  from: number,
  isBetter: (size: number) => boolean,
  otherwise: number | undefined,
): LayoutFix | undefined {
  const instance = layers[0].instance;
  if (instance !== undefined) return componentFix(instance);
  if (layers.some(({ locked }) => locked)) return undefined;
  const segments = layers
    .flatMap(({ node }) => node.text?.segments ?? [])
    .filter(({ fontSize }) => fontSize === from);
  const styles = new Set(segments.map(({ style }) => style));
  const style = [...styles][0];
  if (styles.size > 1) return undefined;
  const weight = segments[0]?.fontWeight;
  let best: { readonly size: number; readonly style: string | undefined } | undefined;
  for (const text of frame.texts) {
    const segment = mainSegment(text);
    if (segment === undefined || !isBetter(segment.fontSize)) continue;
    if (style !== undefined && (segment.style === undefined || segment.fontWeight !== weight))
      continue;
    if (best === undefined || Math.abs(segment.fontSize - from) < Math.abs(best.size - from)) {
      best = { size: segment.fontSize, style: segment.style };
    }
  }
  const to = best?.size ?? otherwise;
  if (to === undefined || (style !== undefined && best === undefined)) return undefined;
  const token = style === undefined ? undefined : best?.style;
  return {
    kind: 'font-size',
    nodes: layers.map(({ id }) => id),
    from,
    to,
    ...(token === undefined ? {} : { token }),
  } satisfies FontSizeFix;
}
