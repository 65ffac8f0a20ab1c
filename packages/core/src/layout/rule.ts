import type { LayoutFinding, LayoutFix } from '../protocol/generated/layout.js';
import type { Box } from './box.js';
import type { Frame, Layer } from './frame.js';

/** Something in a frame that does not keep to a rule, before it is told. */
export interface Violation {
  /** The layers concerned, the main one first. */
  readonly layers: readonly [Layer, ...Layer[]];
  /** Default: what is seen of the main layer. */
  readonly box?: Box;
  /** How much it matters, 0 to 1. */
  readonly severity: number;
  /** What was measured, and what is asked for, in the rule's unit. */
  readonly value: number;
  readonly needed?: number;
  /** Which of the rule's messages tells it. Default: `message`. */
  readonly says?: string;
  /** What fills the message beside `value`, `needed` and the main layer's `name`. */
  readonly facts?: Readonly<Record<string, string | number>>;
  /** How many further layers have the same fault. */
  readonly alike?: number;
  /** Default: the rule's. */
  readonly level?: LayoutFinding['level'];
  readonly unit?: string;
  readonly fix?: LayoutFix | undefined;
}

/** One question to a frame. Adding a rule is one file, a line in the list, and its words in the languages. */
export interface Rule {
  readonly id: string;
  /** Whether what it finds must be mended or could be. */
  readonly level: LayoutFinding['level'];
  /** Of `value` and `needed`. */
  readonly unit: string;
  /** Where it is from. */
  readonly source?: string;
  check(frame: Frame): Iterable<Violation>;
}
