import { chromaAndHue, difference } from '../colour/oklab.js';
import { parseColour } from '../colour/rgb.js';
import { usesOf, type Use } from '../colours.js';
import { componentFix, componentOf } from '../fixes.js';
import type { Frame, Layer } from '../frame.js';
import { grouped } from '../groups.js';
import type { Rule, Violation } from '../rule.js';

/** In Oklab: nobody tells colours this close apart unless they touch. Light greys are meant to be close. */
const SAME = 0.014;
const SAME_LIGHT = 0.01;
const LIGHT = 0.93;

/** A colour that is used more often is meant. */
const RARE = 3;

/** Colours that nobody means to come near. */
const PLAIN = new Set(['#ffffff', '#000000']);

/** Hues of different families, and how many an interface bears. */
const FAMILY = 30;
const COLOURFUL = 0.08;
const MOST_FAMILIES = 7;

export const colourCount: Rule = {
  id: 'colour-count',
  level: 'could',
  unit: '',
  source: 'Colour tokens of the design system; differences in Oklab (Ottosson 2020)',
  *check(frame) {
    const uses = usesOf(frame);
    yield* nearDuplicates(frame, uses);
    yield* tooManyHues(uses);
  },
};

function* nearDuplicates(frame: Frame, uses: readonly Use[]): Generator<Violation> {
  const byColour = new Map(
    grouped(uses, ({ colour }) => colour).map((each) => [each[0]!.colour, each]),
  );
  const ground = new Set(
    (frame.layout.fills ?? []).map((fill) => (fill.kind === 'solid' ? fill.colour : fill.kind)),
  );
  const tokens = new Map(frame.colourTokens.map((token) => [token.value, token.id]));
  const lightness = new Map([...byColour.keys()].map((colour) => [colour, lightnessOf(colour)]));
  const sorted = [...byColour.keys()].sort(
    (one, other) => lightness.get(one)! - lightness.get(other)!,
  );
  for (const [place, colour] of sorted.entries()) {
    const own = byColour.get(colour)!;
    // What is bound to a token, or is the value of one, is meant.
    if (tokens.has(colour) || own.some(({ token }) => token !== undefined) || own.length > RARE)
      continue;
    const near = [...close(sorted, place, lightness), ...tokensNear(colour, tokens, byColour)];
    let best: string | undefined;
    const rank = (each: string): number =>
      (tokens.has(each) ? 1e6 : 0) +
      2 * (byColour.get(each)?.length ?? 0) +
      (PLAIN.has(each) || ground.has(each) ? 1 : 0);
    for (const other of near) {
      const better = rank(other) > rank(colour) || (rank(other) === rank(colour) && other < colour);
      const away = difference(parseColour(colour), parseColour(other));
      const most = lightnessOf(colour) > LIGHT ? SAME_LIGHT : SAME;
      if (!better || away >= most) continue;
      if (best === undefined || rank(other) > rank(best)) best = other;
    }
    if (best === undefined) continue;
    const to = best;
    const even = tokens.has(to) || byColour.get(to)?.length !== own.length ? [] : byColour.get(to)!;
    const token = tokens.get(to) ?? byColour.get(to)?.find((use) => use.token !== undefined)?.token;
    for (const group of grouped(
      own,
      ({ layer, of }) => `${of} ${componentOf(layer)} ${layer.locked}`,
    )) {
      const [{ layer, of }] = group as [Use];
      const fix: Violation['fix'] =
        layer.instance !== undefined
          ? componentFix(layer.instance)
          : layer.locked
            ? undefined
            : {
                kind: 'colour',
                nodes: group.map((use) => use.layer.id),
                of,
                from: colour,
                to,
                ...(token === undefined ? {} : { token }),
                value: 0,
              };
      yield {
        // Of two that are used as often, either may be the slip.
        layers: [...group, ...even].map((use) => use.layer) as [Layer, ...Layer[]],
        severity: 0.25,
        value: difference(parseColour(colour), parseColour(to)),
        needed: 0,
        facts: { colour, other: to },
        alike: group.length - 1,
        fix,
      };
    }
  }
}

function lightnessOf(colour: string): number {
  const [red, green, blue] = parseColour(colour);
  return difference([red, green, blue], [0, 0, 0]);
}

/** Neighbours in a list sorted by distance from black: what is close is close there too. */
function* close(
  sorted: readonly string[],
  place: number,
  lightness: ReadonlyMap<string, number>,
): Generator<string> {
  const own = lightness.get(sorted[place]!)!;
  for (const step of [-1, 1]) {
    for (let at = place + step; at >= 0 && at < sorted.length; at += step) {
      if (Math.abs(lightness.get(sorted[at]!)! - own) > SAME) break;
      yield sorted[at]!;
    }
  }
}

/** Tokens that nothing in the frame uses yet. */
function tokensNear(
  colour: string,
  tokens: ReadonlyMap<string, string>,
  used: ReadonlyMap<string, unknown>,
): string[] {
  return [...tokens.keys()].filter(
    (value) => value !== colour && value.length === 7 && !used.has(value),
  );
}

function* tooManyHues(uses: readonly Use[]): Generator<Violation> {
  const families = new Map<number, Layer>();
  for (const { colour, layer, token } of uses) {
    if (token !== undefined) continue;
    const { chroma, hue } = chromaAndHue(parseColour(colour));
    if (chroma < COLOURFUL) continue;
    const family = Math.floor(hue / FAMILY);
    const known = families.get(family);
    if (known === undefined || layer.id < known.id) families.set(family, layer);
  }
  if (families.size <= MOST_FAMILIES) return;
  const layers = [...families].sort(([one], [other]) => one - other).map(([, layer]) => layer);
  yield {
    layers: layers as [Layer, ...Layer[]],
    severity: Math.min(0.5, 0.2 + 0.05 * (families.size - MOST_FAMILIES)),
    value: families.size,
    needed: MOST_FAMILIES,
    says: 'many',
  };
}
