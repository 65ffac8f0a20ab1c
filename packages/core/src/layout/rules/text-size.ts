import { fontSizeFix } from '../fixes.js';
import { linesOf, mainSegment, type Layer } from '../frame.js';
import { grouped } from '../groups.js';
import type { Rule } from '../rule.js';

/** Text to read, and short labels, are set no smaller. */
const BODY = 12;
const LABEL = 10;

/** Smaller than this nobody reads. */
const UNREADABLE = 9;

/** From so many characters on, a text is to read. */
const TO_READ = 40;

export const textSize: Rule = {
  id: 'text-size',
  level: 'could',
  unit: 'px',
  source: 'Material Design 3, type scale; Apple HIG, typography (11 pt, tab bars 10 pt)',
  *check(frame) {
    const faults = frame.texts.flatMap((layer) => {
      if (layer.decorative || layer.drawn || frame.obscured(layer)) return [];
      const size = mainSegment(layer)?.fontSize;
      if (size === undefined) return [];
      const needed = isToRead(layer) ? BODY : LABEL;
      return size < needed - 0.01 ? [{ layer, size, needed }] : [];
    });
    for (const group of grouped(faults, ({ layer, size, needed }) =>
      [size, needed, layer.instance?.node.component?.name, layer.locked].join(' '),
    )) {
      const [{ layer, size, needed }] = group as [(typeof faults)[number]];
      const layers: [Layer, ...Layer[]] = [layer, ...group.slice(1).map((fault) => fault.layer)];
      yield {
        layers,
        severity: Math.min(1, 0.3 + 0.15 * (needed - size)),
        value: size,
        needed,
        says: needed === BODY ? 'message' : 'label',
        ...(size < UNREADABLE ? { level: 'must' as const } : {}),
        alike: layers.length - 1,
        fix: fontSizeFix(frame, layers, size, (other) => other >= needed, needed),
      };
    }
  },
};

function isToRead(layer: Layer): boolean {
  return layer.node.text!.characters.trim().length > TO_READ || linesOf(layer) > 1;
}
