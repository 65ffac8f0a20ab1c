import { linesOf, mainSegment } from '../frame.js';
import { grouped } from '../groups.js';
import type { Rule } from '../rule.js';

/** Of the size of the font: text to read, and headings, whose lines may be closer. */
const BODY = 1.2;
const HEADING = 0.95;

const HEADING_SIZE = 20;

export const lineHeight: Rule = {
  id: 'line-height',
  level: 'could',
  unit: '',
  source: 'WCAG 2.2, 1.4.12 Text Spacing (1.5 must be possible); Material Design 3, type scale',
  *check(frame) {
    const faults = frame.texts.flatMap((layer) => {
      const segment = mainSegment(layer);
      if (segment?.lineHeight === undefined || linesOf(layer) < 2) return [];
      if (layer.decorative || layer.drawn || frame.obscured(layer)) return [];
      const value = segment.lineHeight / segment.fontSize;
      const needed = segment.fontSize <= HEADING_SIZE ? BODY : HEADING;
      return value < needed - 0.005 ? [{ layer, value, needed }] : [];
    });
    for (const group of grouped(faults, ({ value, needed, layer }) =>
      [value.toFixed(2), needed, layer.instance?.node.component?.name].join(' '),
    )) {
      const [{ layer, value, needed }] = group as [(typeof faults)[number]];
      yield {
        layers: [layer, ...group.slice(1).map((fault) => fault.layer)],
        severity: Math.min(0.8, 0.25 + (needed - value)),
        value,
        needed,
        alike: group.length - 1,
      };
    }
  },
};
