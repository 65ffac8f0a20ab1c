import type { Paint, TextSegment } from '../../protocol/generated/layout.js';
import { apca } from '../colour/apca.js';
import { difference } from '../colour/oklab.js';
import { formatColour, over, parseColour, type Rgba } from '../colour/rgb.js';
import { colourFix, componentFix, componentOf, type UsedColour } from '../fixes.js';
import { inside, type Frame, type Layer } from '../frame.js';
import { grouped } from '../groups.js';
import { groundOfText, type Contrast, type Ground } from '../ground.js';
import { wordsOf } from '../names.js';
import type { Rule, Violation } from '../rule.js';

/** A fix is to pass with room for rounding. */
const MARGIN = 0.05;

/** What is seen in a rendition is not told for less than this of what is asked. */
const SURELY = 0.95;

/** Where the letters would have to change by more, a button or its like may rather be changed. */
const FAR = 0.25;

/** A text where it is seen worst. */
export interface ReadText {
  readonly layer: Layer;
  readonly ground: Ground;
  readonly contrast: Contrast;
  readonly needed: number;
  readonly paint: Rgba;
  /** The one colour that the letters are filled with. */
  readonly used: UsedColour | undefined;
}

export const textContrast: Rule = {
  id: 'text-contrast',
  level: 'must',
  unit: ':1',
  source: 'WCAG 2.2, 1.4.3 Contrast (Minimum), AA; APCA 0.1.9 beside it',
  *check(frame) {
    const faults = frame.texts
      .flatMap((layer) => readText(frame, layer) ?? [])
      .filter(
        ({ contrast, needed, ground }) => contrast.ratio < needed * (ground.sampled ? SURELY : 1),
      );
    const groups = grouped(faults, ({ layer, ground, contrast, needed, used }) =>
      [
        used?.colour ?? layer.id,
        used?.token,
        ground.sampled ? layer.id : formatColour(contrast.behind),
        formatColour(contrast.front),
        needed,
        componentOf(layer),
        layer.locked,
      ].join(' '),
    );
    for (const group of groups) yield violationOf(frame, group as [ReadText, ...ReadText[]]);
  },
};

/** Undefined where nothing is asked of the text's contrast, or nothing known of it. */
export function readText(frame: Frame, layer: Layer): ReadText | undefined {
  const { node } = layer;
  if (layer.decorative || layer.disabled || layer.drawn || node.blends === true) return undefined;
  if (isLogo(layer) || frame.obscured(layer)) return undefined;
  const ground = groundOfText(frame, layer);
  if (ground === undefined) return undefined;
  let worst: ReadText | undefined;
  let begin = 0;
  for (const segment of node.text!.segments) {
    const said = node.text!.characters.slice(begin, begin + segment.length);
    begin += segment.length;
    if (!/[\p{L}\p{N}]/u.test(said)) continue;
    const fills = segment.fills ?? node.fills ?? [];
    const needed = isLarge(segment) ? 3 : 4.5;
    for (const paint of paintsOf(fills)) {
      const contrast = ground.contrast(paint);
      if (worst !== undefined && contrast.ratio / needed >= worst.contrast.ratio / worst.needed)
        continue;
      const [only] = fills;
      const used: UsedColour | undefined =
        fills.length === 1 && only?.kind === 'solid'
          ? { of: 'fills', colour: only.colour, token: only.token }
          : undefined;
      worst = { layer, ground, contrast, needed, paint, used };
    }
  }
  return worst;
}

/** Large text is read with less contrast: 24 px, or 18.66 px (14 points) and bold. */
function isLarge({ fontSize, fontWeight }: TextSegment): boolean {
  return fontSize >= 24 || (fontSize >= 18.66 && fontWeight >= 700);
}

/** WCAG asks nothing of text that is part of a logo. */
function isLogo({ node, parent }: Layer): boolean {
  return [node.name, parent?.node.name ?? ''].some((name) =>
    wordsOf(name).some((word) => ['logo', 'logotype', 'wordmark'].includes(word)),
  );
}

/** As one paint; each stop of a gradient for itself. None where a picture fills it, or nothing. */
function paintsOf(fills: readonly Paint[]): Rgba[] {
  if (fills.some(({ kind }) => kind === 'image')) return [];
  const top = fills.at(-1);
  if (top?.kind === 'gradient') return top.colours.map(parseColour);
  const whole = fills.reduce<Rgba>(
    (below, fill) => (fill.kind === 'solid' ? over(parseColour(fill.colour), below) : below),
    [0, 0, 0, 0],
  );
  return whole[3] === 0 ? [] : [whole];
}

function violationOf(frame: Frame, group: [ReadText, ...ReadText[]]): Violation {
  const worst = group.reduce((one, other) =>
    other.contrast.ratio < one.contrast.ratio ? other : one,
  );
  const { layer, contrast, needed, ground } = worst;
  const others = group.filter((fault) => fault !== worst).map((fault) => fault.layer);
  return {
    layers: [layer, ...others],
    severity: 0.4 + 0.6 * ((needed - contrast.ratio) / (needed - 1)),
    value: contrast.ratio,
    needed,
    says: ground.sampled ? 'sampled' : 'message',
    facts: {
      text: formatColour(contrast.front),
      background: formatColour(contrast.behind),
      lc: Math.abs(apca(contrast.front, contrast.behind)),
    },
    alike: others.length,
    fix: fixOf(frame, group),
  };
}

function fixOf(frame: Frame, group: [ReadText, ...ReadText[]]): Violation['fix'] {
  const [{ layer, needed, used }] = group;
  if (layer.instance !== undefined) return componentFix(layer.instance);
  if (used === undefined) return undefined;
  const layers = group.map((fault) => fault.layer);
  const ofText = colourFix(
    frame,
    layers,
    used,
    (colour) => least(group, ({ ground }) => ground.contrast(parseColour(colour)).ratio),
    needed + MARGIN,
  );
  const changed = ofText === undefined ? Infinity : changeOf(ofText);
  if (changed <= FAR) return ofText;
  const ofGround = groundFix(frame, group);
  return ofGround !== undefined && changeOf(ofGround) < changed ? ofGround : ofText;
}

/** Another fill for what the texts stand on, where nothing but them stands on it. */
function groundFix(frame: Frame, group: readonly ReadText[]): ReturnType<typeof colourFix> {
  const grounds = [...new Set(group.map(({ ground }) => ground.layer))];
  const texts = new Set(group.map(({ layer }) => layer));
  const layers: Layer[] = [];
  for (const ground of grounds) {
    if (ground === undefined || ground.instance !== undefined) return undefined;
    for (const each of inside(ground))
      if (each.node.text !== undefined && !texts.has(each)) return undefined;
    layers.push(ground);
  }
  const fill = layers[0]?.node.fills?.[0];
  if (fill?.kind !== 'solid') return undefined;
  const others = layers.map(({ node }) => node.fills?.[0]);
  if (
    others.some(
      (other) =>
        other?.kind !== 'solid' || other.colour !== fill.colour || other.token !== fill.token,
    )
  ) {
    return undefined;
  }
  return colourFix(
    frame,
    layers,
    { of: 'fills', colour: fill.colour, token: fill.token },
    (colour) =>
      least(group, ({ ground, paint }) => ground.contrast(paint, parseColour(colour)).ratio),
    group[0]!.needed + MARGIN,
  );
}

function least(group: readonly ReadText[], ratioOf: (fault: ReadText) => number): number {
  return group.reduce((lowest, fault) => Math.min(lowest, ratioOf(fault)), Infinity);
}

function changeOf({ from, to }: { readonly from: string; readonly to: string }): number {
  return difference(parseColour(from), parseColour(to));
}
