import type { Paint } from '../../protocol/generated/layout.js';
import { area } from '../box.js';
import { formatColour, parseColour } from '../colour/rgb.js';
import { colourFix, componentFix, componentOf, type UsedColour } from '../fixes.js';
import { inside, type Frame, type Layer } from '../frame.js';
import { grouped } from '../groups.js';
import { groundOf, type Contrast, type Ground } from '../ground.js';
import { saysBox, saysField } from '../names.js';
import type { Rule } from '../rule.js';

const NEEDED = 3;
const MARGIN = 0.05;
const SURELY = 0.95;

/** An outline of a field that holds a text is seen from here on; the text shows where the field is. */
const SEEN = 1.3;

/** What fills more of a thing to press than this is its ground, not its sign. */
const GROUND_SHARE = 0.8;

/** A colour against what lies behind it. */
interface Drawn {
  readonly layer: Layer;
  readonly used: UsedColour;
  readonly ground: Ground;
  readonly contrast: Contrast;
}

interface Fault {
  /** What shows best, and does not show well enough. */
  readonly best: Drawn;
  readonly control: Layer;
  readonly says: 'message' | 'outline' | 'faint';
  readonly needed: number;
}

export const nonTextContrast: Rule = {
  id: 'non-text-contrast',
  level: 'must',
  unit: ':1',
  source: 'WCAG 2.2, 1.4.11 Non-text Contrast, AA',
  *check(frame) {
    const faults = frame.layers.flatMap((layer) => faultOf(frame, layer) ?? []);
    const groups = grouped(faults, ({ best: { layer, used, contrast }, says }) =>
      [
        says,
        used.of,
        used.colour,
        used.token,
        formatColour(contrast.behind),
        componentOf(layer),
        layer.locked,
      ].join(' '),
    );
    for (const group of groups) {
      const [{ best, control, says, needed }] = group as [Fault, ...Fault[]];
      const layers = group.map((fault) => fault.best.layer);
      const { instance } = best.layer;
      yield {
        layers: [best.layer, ...layers.slice(1), ...group.map((fault) => fault.control)],
        severity: 0.3 + 0.5 * ((needed - best.contrast.ratio) / (needed - 1)),
        value: best.contrast.ratio,
        needed,
        says,
        ...(says === 'faint' ? { level: 'could' as const } : {}),
        facts: {
          control: control.node.name,
          colour: formatColour(best.contrast.front),
          background: formatColour(best.contrast.behind),
        },
        alike: group.length - 1,
        fix:
          instance !== undefined
            ? componentFix(instance)
            : colourFix(
                frame,
                layers,
                best.used,
                (colour) =>
                  Math.min(
                    ...group.map((fault) => fault.best.ground.contrast(parseColour(colour)).ratio),
                  ),
                (says === 'faint' ? SEEN : NEEDED) + MARGIN,
              ),
      };
    }
  },
};

function faultOf(frame: Frame, layer: Layer): Fault | undefined {
  const { node, visible } = layer;
  if (visible === undefined || layer.opacity < 0.02 || node.kind === 'text') return undefined;
  if (layer.decorative || layer.disabled || node.blends === true) return undefined;
  const box = saysBox(node);
  const field = saysField(node);
  if ((!layer.target && !box && !field) || frame.obscured(layer)) return undefined;
  const within = [...inside(layer)];
  const withText = within.some((each) => each.node.text !== undefined);
  if (field || box) {
    if (box && withText) return undefined;
    const drawn = [layer, ...(box ? within : [])].flatMap(
      (each) => drawnBy(frame, each) ?? [undefined],
    );
    const best = bestOf(drawn);
    if (best === undefined) return undefined;
    if (field && within.length > 0) {
      const faint = (node.strokes ?? []).length > 0 && best.contrast.ratio < SEEN;
      return faint ? { best, control: layer, says: 'faint', needed: SEEN } : undefined;
    }
    return isLow(best) ? { best, control: layer, says: 'outline', needed: NEEDED } : undefined;
  }
  if (withText) return undefined;
  const signs = (within.length === 0 && node.kind === 'shape' ? [layer] : within).filter(
    (each) =>
      each.node.kind === 'shape' &&
      each.visible !== undefined &&
      (each === layer || area(each.box) < GROUND_SHARE * area(layer.box)),
  );
  const best = bestOf(signs.flatMap((each) => drawnBy(frame, each) ?? [undefined]));
  return best !== undefined && isLow(best)
    ? { best, control: layer, says: 'message', needed: NEEDED }
    : undefined;
}

function isLow({ contrast, ground }: Drawn): boolean {
  return contrast.ratio < NEEDED * (ground.sampled ? SURELY : 1);
}

/** The one that shows best; undefined where there is none, or something cannot be judged. */
function bestOf(drawn: readonly (Drawn | undefined)[]): Drawn | undefined {
  let best: Drawn | undefined;
  for (const each of drawn) {
    if (each === undefined) return undefined;
    if (best === undefined || each.contrast.ratio > best.contrast.ratio) best = each;
  }
  return best;
}

/** Its fill and its outline; undefined where one of them cannot be judged. */
function drawnBy(frame: Frame, layer: Layer): Drawn[] | undefined {
  const { node, visible } = layer;
  if (visible === undefined || node.blends === true) return node.blends === true ? undefined : [];
  const paints: (readonly [UsedColour['of'], Paint])[] = [];
  const [fill, stroke] = [node.fills?.at(-1), node.strokes?.at(-1)];
  if (fill !== undefined) paints.push(['fills', fill]);
  if (stroke !== undefined) paints.push(['strokes', stroke]);
  if (paints.length === 0) return [];
  const ground = groundOf(frame, layer, visible);
  if (ground === undefined) return undefined;
  const drawn: Drawn[] = [];
  for (const [of, paint] of paints) {
    if (paint.kind !== 'solid') return undefined;
    const { colour, token } = paint;
    drawn.push({
      layer,
      used: { of, colour, token },
      ground,
      contrast: ground.contrast(parseColour(colour)),
    });
  }
  return drawn;
}
