/** Questions to the person at the terminal. */
import { createInterface } from 'node:readline/promises';
import type { Context } from '../context.js';

/** Whether a question would reach a person: both what it is written to and what is answered on are a terminal. */
export function canAsk({ stdin, screen }: Context): boolean {
  return stdin.isTTY === true && screen.noticesAreSeen;
}

/**
 * Asks in one line on standard error, where no result goes.
 *
 * @returns what was answered, without space around it; nothing where the person stopped instead
 */
export async function ask(
  { stdin, stderr, signal }: Context,
  question: string,
): Promise<string | undefined> {
  const lines = createInterface({ input: stdin, output: stderr });
  // Without this, readline takes Ctrl-C for itself.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const closed = new Promise<undefined>((resolve) => {
    lines.once('close', () => {
      resolve(undefined);
    });
  });
  try {
    return (await Promise.race([lines.question(question, { signal }), closed]))?.trim();
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    lines.close();
  }
}
