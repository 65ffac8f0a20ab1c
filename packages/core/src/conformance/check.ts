import type { Asked } from './asked.js';

/** What is checked, and how. */
export interface Check {
  readonly name: string;
  /**
   * @returns what was seen, for a person
   * @throws Skipped where it cannot be made; any other error where something is not as the protocol has it
   */
  readonly run: (engine: Asked) => Promise<string>;
}
