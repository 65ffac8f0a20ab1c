import { area, bottom, right } from '../box.js';
import { DEFICIENCIES, simulated, type Deficiency } from '../colour/colour-vision.js';
import { contrastRatio } from '../colour/contrast.js';
import { difference } from '../colour/oklab.js';
import { parseColour } from '../colour/rgb.js';
import type { Frame, Layer } from '../frame.js';
import { grouped } from '../groups.js';
import { wordsOf } from '../names.js';
import type { Rule, Violation } from '../rule.js';

/** In Oklab: plainly two colours, and hardly two. */
const APART = 0.11;
const ALIKE = 0.065;

/** A label is short and near. */
const LABEL = 24;
const BESIDE = 16;

/** Marks are no larger. */
const MARK = 40;

/** Names of what its colour tells apart. */
const TELLS = new Set(
  'dot status indicator legend swatch marker key bullet series led light presence state severity priority'.split(
    ' ',
  ),
);

export const colourVision: Rule = {
  id: 'colour-vision',
  level: 'could',
  unit: '',
  source: 'WCAG 2.2, 1.4.1 Use of Color; Machado, Oliveira & Fernandes 2009',
  *check(frame) {
    yield* marks(frame);
    yield* links(frame);
  },
};

/** Dots, swatches and the like whose only difference is their colour. */
function* marks(frame: Frame): Generator<Violation> {
  const found = frame.layers.flatMap((layer) => {
    const { node, visible, box } = layer;
    if (
      visible === undefined ||
      layer.decorative ||
      node.kind === 'text' ||
      Math.max(box.width, box.height) > MARK
    )
      return [];
    if (layer.children.length > 0 || area(box) === 0 || !isMark(layer) || frame.obscured(layer))
      return [];
    const fill = node.fills?.at(-1);
    return fill?.kind === 'solid' ? [{ layer, colour: fill.colour }] : [];
  });
  // Whatever they are called: each may have the name of what it marks.
  const sets = grouped(found, ({ layer: { box, node } }) =>
    [node.kind, Math.round(box.width), Math.round(box.height)].join(' '),
  );
  for (const set of sets) {
    const byColour = [...new Map(set.map((each) => [each.colour, each])).values()].sort(
      (one, other) => (one.colour < other.colour ? -1 : 1),
    );
    if (areLabelled(set)) continue;
    for (const [place, one] of byColour.entries()) {
      for (const other of byColour.slice(place + 1)) {
        const blind = blindTo(one.colour, other.colour);
        if (blind === undefined) continue;
        const using = (colour: string): Layer[] =>
          set.filter((each) => each.colour === colour).map(({ layer }) => layer);
        const layers = [...using(one.colour), ...using(other.colour)];
        yield {
          layers: layers as [Layer, ...Layer[]],
          severity: 0.4,
          value: blind.seen,
          needed: ALIKE,
          says: blind.deficiency,
          facts: { colour: one.colour, other: other.colour },
        };
      }
    }
  }
}

function isMark({ node, parent }: Layer): boolean {
  const words = [
    ...wordsOf(node.name),
    ...wordsOf(node.component?.name ?? ''),
    ...wordsOf(parent?.node.name ?? ''),
  ];
  return words.some((word) => TELLS.has(word));
}

/** A label beside each says the same as its colour; the key of a chart is looked up from afar, and labels do not help there. */
function areLabelled(set: readonly { readonly layer: Layer; readonly colour: string }[]): boolean {
  const labels = new Map<string, string>();
  for (const { layer, colour } of set) {
    if (isKey(layer)) return false;
    const label = labelOf(layer);
    if (label === undefined || (labels.get(colour) ?? label) !== label) return false;
    labels.set(colour, label);
  }
  return new Set(labels.values()).size === labels.size;
}

function isKey({ node, parent }: Layer): boolean {
  return [node, parent?.node, parent?.parent?.node].some((each) =>
    wordsOf(each?.name ?? '').some((word) => ['legend', 'key', 'series', 'chart'].includes(word)),
  );
}

function labelOf({ box, parent }: Layer): string | undefined {
  const beside = (parent?.children ?? []).find(
    ({ node, box: text }) =>
      node.text !== undefined &&
      node.text.characters.length <= LABEL &&
      text.y < bottom(box) &&
      bottom(text) > box.y &&
      Math.max(text.x - right(box), box.x - right(text)) <= BESIDE,
  );
  return beside?.node.text?.characters;
}

/** The deficiency with which two colours look most alike, where they look alike. */
function blindTo(
  one: string,
  other: string,
): { readonly deficiency: Deficiency; readonly seen: number } | undefined {
  const [first, second] = [parseColour(one), parseColour(other)];
  if (difference(first, second) < APART) return undefined;
  const seen = DEFICIENCIES.map((deficiency) => ({
    deficiency,
    seen: difference(simulated(first, deficiency), simulated(second, deficiency)),
  })).reduce((least, each) => (each.seen < least.seen ? each : least));
  return seen.seen < ALIKE ? seen : undefined;
}

/** Words of a text that nothing but their colour sets off. */
function* links(frame: Frame): Generator<Violation> {
  for (const layer of frame.texts) {
    const { segments } = layer.node.text!;
    if (segments.length < 2 || layer.decorative || layer.drawn || frame.obscured(layer)) continue;
    const [body] = [...segments].sort((one, other) => other.length - one.length);
    const colourOf = (segment: (typeof segments)[number]): string | undefined => {
      const fill = (segment.fills ?? layer.node.fills)?.at(-1);
      return fill?.kind === 'solid' ? fill.colour : undefined;
    };
    const main = colourOf(body!);
    for (const segment of segments) {
      const own = colourOf(segment);
      if (
        main === undefined ||
        own === undefined ||
        own === main ||
        segment.fontWeight !== body!.fontWeight ||
        segment.fontSize !== body!.fontSize
      )
        continue;
      if (contrastRatio(parseColour(own), parseColour(main)) >= 3) continue;
      const blind = blindTo(own, main);
      if (blind === undefined) continue;
      yield {
        layers: [layer],
        severity: 0.35,
        value: blind.seen,
        needed: ALIKE,
        says: `${blind.deficiency}Text`,
        facts: { colour: own, other: main },
      };
      break;
    }
  }
}
