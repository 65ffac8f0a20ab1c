import { area, bottom, right, shared, within, type Box } from '../box.js';
import { madeAlike } from '../families.js';
import { coverOf, holds, letters, mainSegment, type Frame, type Layer } from '../frame.js';
import { saysField, wordsOf } from '../names.js';
import type { Rule, Violation } from '../rule.js';

/** Less than this is the room around letters, or an outline. */
const LEAST = 3;

/** Larger type may cross an edge by design. */
const DISPLAY = 32;

/** Less of a text is no loss; more, and it is hidden on purpose or told otherwise. */
const SOME = 0.12;
const NEARLY_ALL = 0.9;

/** What floats over a page. */
const FLOATING = new Set(
  'fab floating tooltip toast snackbar popover dropdown menu modal dialog sheet overlay badge sticky cursor dot notification banner scrim drawer backdrop'.split(
    ' ',
  ),
);

export const overlap: Rule = {
  id: 'overlap',
  level: 'must',
  unit: '%',
  source: 'WCAG 2.2, 1.4.12 (no loss of content); Gestalt law of figure and ground',
  *check(frame) {
    const told = new Set<Layer>();
    for (const violation of [
      ...textOverText(frame),
      ...pressedOverPressed(frame),
      ...coveredText(frame),
      ...cardOverCard(frame),
    ]) {
      if (told.has(violation.layers[0])) continue;
      told.add(violation.layers[0]);
      yield violation;
    }
  },
};

function isLeftOut(frame: Frame, layer: Layer): boolean {
  return (
    layer.decorative ||
    layer.drawn ||
    (layer.node.rotation ?? 0) % 90 !== 0 ||
    layer.node.blends === true ||
    frame.obscured(layer)
  );
}

/** What floats, and all that it holds. */
function floats(layer: Layer): boolean {
  for (let at: Layer | undefined = layer; at !== undefined; at = at.parent) {
    if (
      wordsOf(`${at.node.name} ${at.node.component?.name ?? ''}`).some((word) => FLOATING.has(word))
    )
      return true;
  }
  return false;
}

function textOverText(frame: Frame): Violation[] {
  return frame.texts.flatMap((upper): Violation[] => {
    if (isLeftOut(frame, upper)) return [];
    const own = letters(upper);
    for (const lower of frame.near(own)) {
      if (lower.index >= upper.index || lower.node.text === undefined || !frame.isRead(lower))
        continue;
      if (lower.node.text.characters === upper.node.text!.characters || isLeftOut(frame, lower))
        continue;
      const other = letters(lower);
      const both = shared(own, other);
      if (both === undefined || both.width < LEAST) continue;
      if (both.height < Math.max(LEAST, 0.25 * Math.min(lineOf(upper), lineOf(lower)))) continue;
      if (isBetween(frame, lower, upper, both)) continue;
      return [
        {
          layers: [upper, lower],
          box: shared(both, frame.box) ?? upper.box,
          severity: 0.8,
          value: 100 * Math.min(1, area(both) / Math.max(1, Math.min(area(own), area(other)))),
          needed: 0,
          facts: { other: lower.node.name },
        },
      ];
    }
    return [];
  });
}

function lineOf(layer: Layer): number {
  return mainSegment(layer)?.fontSize ?? 16;
}

/** Whether a layer that holds the upper hides the lower from it. */
function isBetween(frame: Frame, lower: Layer, upper: Layer, box: Box): boolean {
  return frame
    .near(box)
    .some(
      (other) =>
        other.index > lower.index &&
        other.index < upper.index &&
        !holds(other, lower) &&
        coverOf(other) > 0.5 &&
        within(box, other.visible!, 0.5),
    );
}

function pressedOverPressed(frame: Frame): Violation[] {
  return frame.layers.flatMap((upper): Violation[] => {
    if (!upper.target || upper.visible === undefined || isLeftOut(frame, upper) || floats(upper))
      return [];
    for (const lower of frame.near(upper.visible)) {
      if (lower.index >= upper.index || !lower.target || lower.parent !== upper.parent) continue;
      if (isLeftOut(frame, lower) || (upper.parent?.node.autoLayout?.gap ?? 0) < 0) continue;
      const both = shared(upper.box, lower.box);
      if (both === undefined || Math.min(both.width, both.height) < LEAST) continue;
      if (within(upper.box, lower.box, 1) || within(lower.box, upper.box, 1)) continue;
      const share = area(both) / Math.min(area(upper.box), area(lower.box));
      if (share < 0.03) continue;
      return [
        {
          layers: [upper, lower],
          box: shared(both, frame.box) ?? both,
          severity: 0.6 + 0.3 * share,
          value: 100 * share,
          needed: 0,
          says: 'pressed',
          facts: { other: lower.node.name },
        },
      ];
    }
    return [];
  });
}

/** One of several cards beside each other that lies over its neighbour; where most do, as in a pile of portraits, it is meant. */
function cardOverCard(frame: Frame): Violation[] {
  return madeAlike(frame).flatMap((set): Violation[] => {
    const pairs = set.flatMap((upper) =>
      set.flatMap((lower) => {
        const both = lower.index < upper.index ? shared(upper.box, lower.box) : undefined;
        return both !== undefined && Math.min(both.width, both.height) >= LEAST
          ? [{ upper, lower, both }]
          : [];
      }),
    );
    const [pair] = pairs;
    if (pair === undefined || 2 * pairs.length >= set.length - 1) return [];
    const { upper, lower, both } = pair;
    if (isLeftOut(frame, upper) || floats(upper) || upper.node.floats === true) return [];
    const share = area(both) / Math.min(area(upper.box), area(lower.box));
    return [
      {
        layers: [upper, lower],
        box: shared(both, frame.box) ?? both,
        severity: 0.5 + 0.3 * share,
        value: 100 * share,
        needed: 0,
        says: 'alike',
        facts: { other: lower.node.name },
      },
    ];
  });
}

/** A text that crosses the edge of something beside it, above it or below it. */
function coveredText(frame: Frame): Violation[] {
  return frame.texts.flatMap((layer): Violation[] => {
    if (isLeftOut(frame, layer) || lineOf(layer) >= DISPLAY || floats(layer)) return [];
    const own = letters(layer);
    for (const other of frame.near(own)) {
      if (other === layer || other.node.kind === 'text' || holds(other, layer) || other.drawn)
        continue;
      if (other.decorative || coverOf(other) < 0.3 || !crosses(own, other.visible!)) continue;
      if (isInTheWay(frame, layer, other)) continue;
      const both = shared(own, other.visible!)!;
      const over = other.index > layer.index;
      return [
        {
          layers: [layer, other],
          box: shared(own, frame.box) ?? own,
          severity: over ? 0.75 : 0.5,
          value: (100 * area(both)) / area(own),
          needed: 0,
          says: over ? 'covered' : 'crosses',
          ...(over ? {} : { level: 'could' as const }),
          facts: { other: other.node.name },
        },
      ];
    }
    return [];
  });
}

function crosses(letters: Box, box: Box): boolean {
  const both = shared(letters, box);
  if (both === undefined) return false;
  const share = area(both) / area(letters);
  if (share < SOME || share > NEARLY_ALL) return false;
  const wide = both.width >= LEAST && both.height >= LEAST;
  // A line of text is long: most of it may stand clear.
  const out = Math.max(
    box.x - letters.x,
    right(letters) - right(box),
    box.y - letters.y,
    bottom(letters) - bottom(box),
  );
  return wide && out >= LEAST;
}

/** Things that may lie over, or under, a text by design. */
function isInTheWay(frame: Frame, layer: Layer, other: Layer): boolean {
  if (floats(other) || other.node.floats === true || saysField(other.node)) return true;
  // Bars that span the page, and grounds.
  if (other.box.width >= 0.9 * frame.width || area(other.box) > 0.4 * frame.width * frame.height)
    return true;
  if ((other.node.fills ?? []).some(({ kind }) => kind === 'image') && other.index < layer.index)
    return true;
  // What is in one auto layout is kept apart by it; only its negative gaps overlap.
  const common = other.parent === layer.parent && layer.parent?.node.autoLayout !== undefined;
  return common || frame.obscured(other);
}
