/** What is refused in an SVG before it is drawn: the rest of it is libvips' and librsvg's to judge. */
import { CalmError } from '../protocol/errors.js';

/** Filter primitives times uses times pixels that are drawn at most: a shadow on every element of a screen passes. */
const FILTER_WORK = 400e6;

/**
 * Holds an SVG against what drawing it would mean. librsvg cannot be interrupted, so filters that would keep it busy for
 * minutes are refused; and a drawing with parts outside itself, which are never loaded, would be judged as another picture.
 *
 * @param pixels at the size at which it is drawn
 * @throws CalmError `too-large`, `unsupported-format`
 */
export function checkSvg(bytes: Uint8Array, pixels: number, name: string): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (/<(?:\w+:)?(?:image|feImage|use)\s[^>]*?href\s*=\s*["'](?!\s*(?:#|data:))/i.test(text)) {
    throw new CalmError(
      'unsupported-format',
      `${name} shows pictures that lie outside it, which are never loaded.`,
      {
        hint: 'Embed the pictures in the SVG, or export it as PNG.',
      },
    );
  }
  const primitives = count(text, /<(?:\w+:)?fe[A-Z]/g);
  if (primitives === 0) return;
  // A filter in a style sheet may apply to every element.
  const uses = /<(?:\w+:)?style[\s>]/.test(text)
    ? count(text, /<\w/g)
    : count(text, /filter\s*[=:]/g);
  if (primitives * uses * pixels > FILTER_WORK) {
    throw new CalmError('too-large', `${name} uses filters that would take minutes to draw.`, {
      hint: 'Export it as PNG, or save it smaller or without filter effects.',
    });
  }
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _match of text.matchAll(pattern)) found++;
  return found;
}
