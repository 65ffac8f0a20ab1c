/** How large a text is: by the fonts of a browser, or about as large, where there is none. */
export interface TextMeasure {
  (text: string, font: { readonly size: number; readonly weight: number }): number;
}

export const FAMILY = 'Inter';
/** What Chromium draws where Inter is not installed. */
export const CSS_FAMILY = 'Inter, "Liberation Sans", "DejaVu Sans", sans-serif';

/** Of letters on average. */
export const byLetters: TextMeasure = (text, { size, weight }) =>
  text.length * size * (weight >= 600 ? 0.56 : 0.52);

export function byCanvas(context: CanvasRenderingContext2D): TextMeasure {
  return (text, { size, weight }) => {
    context.font = `${weight} ${size}px ${CSS_FAMILY}`;
    return context.measureText(text).width;
  };
}

/** Lines of at most this width, broken at spaces. */
export function linesOf(text: string, width: number, measured: (line: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      // Half a pixel is the browser's rounding, and no reason to break.
      if (line !== '' && measured(longer) > width + 0.5) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    return [...lines, line];
  });
}
