import type { Layout, LayoutCritique, LayoutFinding } from '../protocol/generated/layout.js';
import { round } from '../protocol/rounding.js';
import { layout as english } from '../language/en/layout.js';
import { Frame, type Pixels } from './frame.js';
import { measuresOf } from './measures.js';
import type { Violation } from './rule.js';
import { RULES } from './rules.js';
import { layoutLocaleOf, tell, type LayoutLocale } from './tell.js';

export interface CheckLayoutOptions {
  /**
   * The rendition of the frame: what lies behind text is seen in it where the layers do not tell. One of other proportions than the
   * frame's is not of it, and is left aside.
   */
  readonly pixels?: Pixels;
  /** The language of titles and messages, or the BCP 47 tag of a built-in one. Default: English. */
  readonly locale?: LayoutLocale | string;
}

/** What is known of a rule before it is asked. */
export interface LayoutRule {
  readonly id: string;
  /** In English. */
  readonly title: string;
  readonly level: LayoutFinding['level'];
  /** Where it is from. */
  readonly source?: string;
}

/** All rules of {@link checkLayout}, for lists and settings. */
export const LAYOUT_RULES: readonly LayoutRule[] = RULES.map(({ id, level, source }) => ({
  id,
  title: english.rules[id]?.title ?? id,
  level,
  ...(source === undefined ? {} : { source }),
}));

/**
 * Finds what in a frame of an interface does not keep to the rules of layout, and how it is mended within its design system.
 * The same layout always gives the same findings, with the same ids.
 *
 * @example
 * ```ts
 * const { findings } = checkLayout(layout, { locale: 'de' });
 * for (const { title, message, nodes } of findings) console.log(title, message, nodes[0]);
 * ```
 */
export function checkLayout(layout: Layout, options: CheckLayoutOptions = {}): LayoutCritique {
  const frame = new Frame(layout, renditionOf(layout, options.pixels));
  const locale = layoutLocaleOf(options.locale);
  const findings = RULES.flatMap((rule) =>
    oneEach(rule.check(frame)).map((violation) => tell(frame, rule, violation, locale)),
  );
  return {
    findings: findings.sort(inOrder),
    measures: measuresOf(frame).map(({ id, value, unit }) => ({
      id,
      title: locale.layout.measures[id] ?? english.measures[id] ?? id,
      value: round(value, 4),
      unit,
    })),
    nodes: frame.layers.length,
  };
}

/** How far proportions may differ by rounding to whole pixels, and by effects that reach out of the frame. */
const PROPORTION = 0.03;

function renditionOf({ width, height }: Layout, pixels: Pixels | undefined): Pixels | undefined {
  if (pixels === undefined) return undefined;
  const stretched = (pixels.width * height) / (pixels.height * width);
  return Math.abs(Math.log(stretched)) <= PROPORTION ? pixels : undefined;
}

/** A rule tells of a layer once: of several things, the most severe. */
function oneEach(violations: Iterable<Violation>): Violation[] {
  const bySeverity = [...violations].sort((one, other) => other.severity - one.severity);
  const mains = new Set<string>();
  return bySeverity.filter(({ layers: [{ id }] }) => {
    if (mains.has(id)) return false;
    mains.add(id);
    return true;
  });
}

/** What must be mended first, then the more severe; of equals, as one reads. */
export function inOrder(one: LayoutFinding, other: LayoutFinding): number {
  if (one.level !== other.level) return one.level === 'must' ? -1 : 1;
  return (
    other.severity - one.severity ||
    one.box.y - other.box.y ||
    one.box.x - other.box.x ||
    (one.id < other.id ? -1 : 1)
  );
}
