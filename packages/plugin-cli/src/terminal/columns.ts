/** Fitting text into columns of a terminal, where a Chinese character takes two cells and an accent none. */
import stringWidth from 'string-width';

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cells that a text takes on a terminal; colour codes take none. */
export function cells(text: string): number {
  return stringWidth(text);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - cells(text))) + text;
}

/** Cuts a text (without colour codes) to at most `width` cells, with `…` for what is gone. */
export function cutEnd(text: string, width: number): string {
  if (cells(text) <= width) return text;
  return take(graphemes(text), width - 1).trimEnd() + '…';
}

/** Cuts a file's name in the middle, for its end tells files of a series apart. */
export function cutMiddle(text: string, width: number): string {
  if (cells(text) <= width) return text;
  const parts = graphemes(text);
  const tail = take(parts.toReversed(), Math.floor((width - 1) / 2), true);
  return take(parts, width - 1 - cells(tail)) + '…' + tail;
}

/** Breaks a text into lines of at most `width` cells, at spaces; a longer word stands alone on its line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && cells(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines;
}

function graphemes(text: string): string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

function take(parts: readonly string[], width: number, backwards = false): string {
  let text = '';
  let used = 0;
  for (const part of parts) {
    used += cells(part);
    if (used > width) break;
    text = backwards ? part + text : text + part;
  }
  return text;
}
