import type { Picture } from '../picture/picture.js';
import type { Evidence } from '../protocol/evidence.js';
import type { Subject } from '../subject/subject.js';
import { layout, subjectCentre } from './layout.js';
import { shared } from './shared.js';

/** Lines that lead to the subject. */
export interface Leading {
  /** Share of the slanting edges that point at the subject, beyond what chance would give; −.1 to 1. */
  readonly share: number;
  /** How much slanting edge there is, share of all cells, 0 to 1. */
  readonly amount: number;
  readonly lines: readonly Evidence[];
}

/** A line points at the subject where it passes this near, as an angle seen from the cell, in degrees. */
const NEAR = 10;
/** Lines within this of level or upright are the world's, not leading ones, in degrees. */
const AXIS = 8;
/** Edges nearer to the subject than this share of the frame's diagonal are its own. */
const OWN = 0.18;

/** The slanting edges away from the subject, and how many of them point at it. */
export const leading = shared(
  ({ picture, subject }: { readonly picture: Picture; readonly subject: Subject }): Leading => {
    const { columns, rows, busyness, direction, agreement } = layout(picture);
    const centre = subjectCentre(subject);
    const diagonal = Math.hypot(columns, rows);
    let all = 0;
    let pointing = 0;
    let cells = 0;
    const found: { weight: number; x: number; y: number }[] = [];
    for (let cell = 0; cell < direction.length; cell++) {
      const firmness = agreement[cell]! ** 2 * Math.max(0, busyness[cell]! - 0.3);
      if (firmness < 0.08) continue;
      const angle = (direction[cell]! * 180) / Math.PI;
      const fromAxis = Math.min(Math.abs(angle), 90 - Math.abs(angle));
      if (fromAxis < AXIS) continue;
      const x = (cell % columns) + 0.5;
      const y = Math.floor(cell / columns) + 0.5;
      const right = centre.x * columns - x;
      const down = centre.y * rows - y;
      if (Math.hypot(right, down) < OWN * diagonal) continue;
      let away = Math.abs(angle - (Math.atan2(down, right) * 180) / Math.PI) % 180;
      away = Math.min(away, 180 - away);
      all += firmness;
      cells++;
      if (away < NEAR) {
        pointing += firmness;
        found.push({ weight: firmness * (1 - away / NEAR), x: x / columns, y: y / rows });
      }
    }
    found.sort((a, b) => b.weight - a.weight);
    const chance = (2 * NEAR) / 180;
    return {
      share: all > 0 ? (pointing / all - chance) / (1 - chance) : 0,
      amount: cells / direction.length,
      lines: found.slice(0, 4).map(({ x, y }) => ({
        kind: 'line',
        x1: x,
        y1: y,
        x2: centre.x,
        y2: centre.y,
      })),
    };
  },
);
