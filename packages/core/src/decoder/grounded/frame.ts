/** Frames of sentences and what fills them. */
import { capital } from '../../language/capital.js';
import type { Claim } from '../../protocol/generated/assessment.js';

/** Words that stand in a sentence, and what they claim. */
export interface Part {
  readonly text: string;
  readonly claims: readonly Claim[];
}

/** By the names of slots. */
export type Parts = Readonly<Record<string, Part | undefined>>;

const SLOT = /\{(\w+)\}/gu;

/** The slots of a frame in the order of the sentence; a slot in capitals is the same slot. */
export function slotsOf(frame: string): string[] {
  return [...frame.matchAll(SLOT)].map(([, name = '']) => name.toLowerCase());
}

/** The frame filled, with its claims in their order. All slots have a part. */
export function realised(frame: string, parts: Parts): { text: string; claims: Claim[] } {
  const text = frame.replace(SLOT, (slot, name: string) => {
    const part = parts[name.toLowerCase()];
    if (part === undefined) return slot;
    return name === name.toLowerCase() ? part.text : capital(part.text);
  });
  const claims = slotsOf(frame).flatMap((slot) => parts[slot]?.claims ?? []);
  return { text, claims };
}

/** The ways whose slots are known, filled. */
export function filled(
  ways: readonly string[],
  known: Readonly<Record<string, string | undefined>>,
): string[] {
  return ways
    .filter((way) => [...way.matchAll(SLOT)].every(([, name = '']) => known[name] !== undefined))
    .map((way) => way.replace(SLOT, (_, name: string) => known[name] ?? ''));
}
