/** Several ways to tell one thing, as one net: where two have told the same, what follows the one may follow the other. */
import type { Lattice } from '../../inference/messages.js';

/** A piece of a text. */
export interface Step {
  readonly text: string;
  /** What has been told when it ends: texts meet where this is the same. */
  readonly told: string;
}

/** @param texts at least one; pieces of a text are joined as they are */
export function latticeOf(
  texts: readonly (readonly Step[])[],
  encode: (text: string) => readonly number[],
): Lattice {
  const states: [token: number, state: number][][] = [[]];
  const meetings = new Map<string, number>();
  const add = (): number => states.push([]) - 1;
  const meeting = (told: string): number => {
    const known = meetings.get(told) ?? add();
    meetings.set(told, known);
    return known;
  };
  for (const steps of texts) {
    let state = 0;
    for (const [at, { text, told }] of steps.entries()) {
      const end = meeting(at === steps.length - 1 ? '' : told);
      if (!path(state, encode(text), end)) break;
      state = end;
    }
  }
  return states;

  /** Whether the tokens lead from one state to another, now or already. */
  function path(from: number, tokens: readonly number[], to: number): boolean {
    const ends = new Set(meetings.values());
    let state = from;
    for (const [at, token] of tokens.entries()) {
      const last = at === tokens.length - 1;
      const known = states[state]!.find(([one]) => one === token)?.[1];
      // A text that goes on where another ends is not told apart from it.
      if (known !== undefined && (last ? known !== to : ends.has(known))) return false;
      const next = known ?? (last ? to : add());
      if (known === undefined) states[state]!.push([token, next]);
      state = next;
    }
    return true;
  }
}
