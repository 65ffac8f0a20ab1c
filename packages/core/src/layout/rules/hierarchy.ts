import { componentOf, fontSizeFix } from '../fixes.js';
import { mainSegment, type Frame, type Layer } from '../frame.js';
import { madeAlike } from '../families.js';
import { commonest, counted, grouped } from '../groups.js';
import { wordsOf } from '../names.js';
import type { Rule, Violation } from '../rule.js';

/** Sizes closer than this are not told apart. */
const RATIO = 1.085;

/** Texts of the same weight and of sizes this close are no step, however often each is used: 15 and 16. */
const TWIN = 1.07;

/** A size is a slip where another is used so much more often. */
const MORE_OFTEN = 3;
const RARE = 2;

/** More sizes than this are no scale. */
const MOST_SIZES = 8;

/** A frame with fewer texts, or a smaller one, needs no steps. */
const MANY_TEXTS = 8;
const PAGE = 200_000;
const STEP = 1.15;

/** Letters of a text that is no caption. */
const TO_READ = 40;

export const hierarchy: Rule = {
  id: 'hierarchy',
  level: 'could',
  unit: 'px',
  source:
    'Type scales (Bringhurst; Material Design 3): few sizes, each clearly larger than the next',
  *check(frame) {
    const texts = frame.texts.filter(
      (layer) =>
        !layer.drawn &&
        !layer.decorative &&
        !frame.obscured(layer) &&
        mainSegment(layer) !== undefined,
    );
    const told = new Set<Layer>();
    for (const violation of [
      ...slips(frame, texts),
      ...unlikeOthers(frame, counted(texts.map(sizeOf))),
      ...smallHeadings(texts),
      ...asWhole(frame, texts),
    ]) {
      if (told.has(violation.layers[0])) continue;
      for (const layer of violation.layers) told.add(layer);
      yield violation;
    }
  },
};

const sizeOf = (layer: Layer): number => mainSegment(layer)!.fontSize;

/** A size that is used once or twice and hardly differs from one that is used all over. */
function slips(frame: Frame, texts: readonly Layer[]): Violation[] {
  const counts = counted(texts.map(sizeOf));
  const weightsOf = (size: number): Set<number> =>
    new Set(
      texts
        .filter((layer) => sizeOf(layer) === size)
        .map((layer) => mainSegment(layer)!.fontWeight),
    );
  const sameWeight = (one: number, other: number): boolean => {
    const weights = weightsOf(other);
    return [...weightsOf(one)].every((weight) => weights.has(weight));
  };
  return [...counts].flatMap(([size, count]): Violation[] => {
    if (count > RARE) return [];
    let nearest: number | undefined;
    for (const [other, uses] of counts) {
      const ratio = Math.max(size, other) / Math.min(size, other);
      const slip = uses >= MORE_OFTEN * count && ratio < RATIO;
      const twin =
        ratio < TWIN &&
        (uses > count || (uses === count && size % 2 !== 0)) &&
        sameWeight(size, other);
      if (other === size || (!slip && !twin)) continue;
      if (nearest === undefined || uses > counts.get(nearest)!) nearest = other;
    }
    if (nearest === undefined) return [];
    const to = nearest;
    const using = texts.filter((layer) => sizeOf(layer) === size);
    const even = counts.get(to) === count ? texts.filter((layer) => sizeOf(layer) === to) : [];
    // A style of one's own is meant, unless it is no whole number.
    if (Number.isInteger(size) && using.every((layer) => mainSegment(layer)!.style !== undefined))
      return [];
    return grouped(using, (layer) => `${componentOf(layer)} ${layer.locked}`).map((group) => {
      const layers = group as [Layer, ...Layer[]];
      return {
        layers: [...layers, ...even] as [Layer, ...Layer[]],
        severity: 0.25 + 0.03 * count,
        value: size,
        needed: to,
        says: 'message',
        alike: layers.length - 1,
        fix: fontSizeFix(frame, layers, size, (other) => other === to, to),
      };
    });
  });
}

/** One of several cards whose text is set a little larger or smaller than in all others. */
function unlikeOthers(frame: Frame, counts: ReadonlyMap<number, number>): Violation[] {
  return madeAlike(frame, 2).flatMap((set) =>
    (set[0]?.children ?? []).flatMap((_, place): Violation[] => {
      const texts = set.map(({ children }) => children[place]!);
      if (texts.some((layer) => layer.node.kind !== 'text' || mainSegment(layer) === undefined))
        return [];
      const sizes = counted(texts.map(sizeOf));
      // Of two that differ, the one whose size is used elsewhere too is right.
      const pair =
        texts.length === 2
          ? [...sizes.keys()].sort((one, other) => counts.get(other)! - counts.get(one)!)
          : undefined;
      if (pair?.length === 2 && counts.get(pair[0]!) === counts.get(pair[1]!)) return [];
      const right = pair?.[0] ?? commonest(sizes)!;
      const odd = texts.filter((layer) => sizeOf(layer) !== right);
      const [layer] = odd;
      if (layer === undefined || odd.length > 1) return [];
      const size = sizeOf(layer);
      const most = texts.length > 2 ? 1.3 : 1.1;
      if (Math.max(size, right) / Math.min(size, right) > most) return [];
      return [
        {
          layers: [layer],
          severity: 0.35,
          value: size,
          needed: right,
          says: 'alike',
          fix: fontSizeFix(frame, [layer], size, (other) => other === right, right),
        },
      ];
    }),
  );
}

/** What is called a heading and is set no larger than the text that follows it. */
function smallHeadings(texts: readonly Layer[]): Violation[] {
  return texts.flatMap((layer): Violation[] => {
    const words = wordsOf(layer.node.name);
    if (!words.some((word) => /^(h[1-6]|heading|headline|title)$/u.test(word)) || words.length > 4)
      return [];
    if (layer.node.name.trim() === layer.node.text!.characters.trim()) return [];
    const own = mainSegment(layer)!;
    const body = (layer.parent?.children ?? []).find(
      (other) =>
        other !== layer &&
        other.node.text !== undefined &&
        other.node.text.characters.length >= TO_READ &&
        other.box.y >= layer.box.y &&
        mainSegment(other) !== undefined,
    );
    if (body === undefined) return [];
    const { fontSize, fontWeight } = mainSegment(body)!;
    const smaller = own.fontSize < fontSize - 0.01;
    const alike = own.fontSize < fontSize + 0.01 && own.fontWeight <= fontWeight;
    if (!smaller && !alike) return [];
    return [
      {
        layers: [layer, body],
        severity: 0.45,
        value: own.fontSize,
        needed: fontSize,
        says: 'heading',
      },
    ];
  });
}

/** Too many sizes, or one for everything. */
function asWhole(frame: Frame, texts: readonly Layer[]): Violation[] {
  const sizes = counted(texts.map(sizeOf));
  if (sizes.size > MOST_SIZES) {
    const rare = [...texts].sort(
      (one, other) =>
        sizes.get(sizeOf(one))! - sizes.get(sizeOf(other))! || (one.id < other.id ? -1 : 1),
    );
    const seen = new Set<number>();
    const one = rare.filter((layer) => !seen.has(sizeOf(layer)) && seen.add(sizeOf(layer)));
    return [
      {
        layers: one as [Layer, ...Layer[]],
        severity: Math.min(0.6, 0.2 + 0.05 * (sizes.size - MOST_SIZES)),
        value: sizes.size,
        needed: MOST_SIZES,
        unit: '',
        says: 'many',
      },
    ];
  }
  if (texts.length < MANY_TEXTS || frame.width * frame.height < PAGE) return [];
  const body = commonest(sizes)!;
  const largest = Math.max(...sizes.keys());
  const weights = new Set(texts.map((layer) => mainSegment(layer)!.fontWeight));
  if (largest >= STEP * body || weights.size > 1) return [];
  const first = [...texts].sort(
    (one, other) =>
      sizeOf(other) - sizeOf(one) || one.box.y - other.box.y || one.box.x - other.box.x,
  )[0]!;
  return [
    {
      layers: [first],
      severity: 0.3,
      value: largest,
      needed: Math.ceil(STEP * body),
      says: 'flat',
    },
  ];
}
