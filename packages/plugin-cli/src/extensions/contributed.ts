import { CalmError, findLocale, LOCALES } from '@calm-sdk/core';
import type { Command } from 'commander';
import type { Context } from '../context.js';

/** What names something that an extension may contribute. */
interface Named {
  readonly decoder?: string;
  readonly format?: string;
  readonly language?: string;
}

/** A name that no extension knows is a slip, told before anything has begun. */
export async function checkContributed(
  context: Context,
  { decoder = '', format = '', language = 'en' }: Named,
  command: Command,
): Promise<void> {
  const { decoders, reporters, locales } = await context.extensions();
  for (const [name, known, what] of [
    [decoder, decoders, 'decoder'],
    [format, reporters, 'reporter'],
  ] as const) {
    if (!name.includes('.') || known.some(({ id }) => id === name)) continue;
    const there = known.length === 0 ? '' : `; known: ${known.map(({ id }) => id).join(', ')}`;
    command.error(`error: no extension that may run brings the ${what} ${name}${there}`);
  }
  try {
    findLocale([...LOCALES, ...locales], language);
  } catch (error) {
    if (!(error instanceof CalmError)) throw error;
    command.error(`error: ${error.message} ${error.hint}`);
  }
}
