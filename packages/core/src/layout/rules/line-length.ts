import { linesOf, mainSegment } from '../frame.js';
import type { Rule } from '../rule.js';

/** About 66 characters read best; what good designers still do lies a little beyond 80. */
const LONGEST = 80;
const TOLERATED = 88;
const SHORTEST = 20;

/** Larger type is a heading. */
const BODY = 20;

/** So many lines are a column. */
const COLUMN = 4;

export const lineLength: Rule = {
  id: 'line-length',
  level: 'could',
  unit: '',
  source:
    'WCAG 2.2, 1.4.8 Visual Presentation; Bringhurst, The Elements of Typographic Style, 2.1.2',
  *check(frame) {
    for (const layer of frame.texts) {
      const lines = linesOf(layer);
      const size = mainSegment(layer)?.fontSize ?? 16;
      if (lines < 2 || size > BODY || layer.decorative || layer.drawn || frame.obscured(layer))
        continue;
      const characters = layer.node.text!.characters.trim();
      const paragraphs = characters.split('\n').length;
      // The last line of a paragraph is half full on average.
      const full = Math.max(1, lines - paragraphs / 2);
      const each = characters.length / full;
      // A text of several paragraphs may have hardly any full line.
      const longest = Math.max(...characters.split('\n').map((line) => line.length));
      const value = Math.round(Math.min(each, longest));
      const severity = (much: number): number => Math.min(0.8, 0.2 + much);
      if (value > TOLERATED) {
        yield {
          layers: [layer],
          severity: severity((value - LONGEST) / 100),
          value,
          needed: LONGEST,
        };
      } else if (value < SHORTEST && lines >= COLUMN && paragraphs === 1) {
        yield {
          layers: [layer],
          severity: severity((SHORTEST - value) / 40),
          value,
          needed: SHORTEST,
          says: 'short',
        };
      }
    }
  },
};
