/** Questions to the person at the terminal. */
import { createInterface } from 'node:readline/promises';
import type { Context } from '../context.js';

/** Whether a question would reach a person: both what it is written to and what is answered on are a terminal. */
export function canAsk({ stdin, screen }: Context): boolean {
  return stdin.isTTY === true && screen.noticesAreSeen;
}

/**
 * Asks on standard error, where no result goes, until an answer is understood.
 *
 * @param understand gives what an answer means, without space around it, and nothing where it means nothing
 * @param otherwise what is said then
 * @returns nothing where the person stopped, or closed their input, instead
 */
export async function ask<Meaning>(
  { stdin, stderr, signal, screen }: Context,
  question: string,
  understand: (answer: string) => Meaning | undefined,
  otherwise: string,
): Promise<Meaning | undefined> {
  if (signal.aborted || stdin.readableEnded) return undefined;
  const lines = createInterface({ input: stdin, output: stderr, prompt: question, signal });
  // Readline takes Ctrl-C for itself: it means what it means everywhere else.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    lines.prompt();
    for await (const line of lines) {
      const meaning = understand(line.trim());
      if (meaning !== undefined) return meaning;
      screen.notice(otherwise);
      lines.prompt();
    }
    return undefined;
  } finally {
    lines.close();
  }
}
