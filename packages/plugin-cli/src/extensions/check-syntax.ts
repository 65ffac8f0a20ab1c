import { execFile } from 'node:child_process';
import { CalmError } from '@calm-sdk/core';

/** What Node begins with where a file is no JavaScript. */
const PLACE = /^(?:file:\/\/)?(.+:\d+)$/mu;
const WHAT = /^SyntaxError: .*$/mu;

/**
 * Node tells where a module is no JavaScript only when it is asked for that module alone. Nothing of it runs.
 *
 * @throws CalmError naming the file and the line
 */
export async function checkSyntax(file: string, signal: AbortSignal): Promise<void> {
  const told = await new Promise<string>((resolve) => {
    execFile(process.execPath, ['--check', file], { signal }, (_error, _out, err) => resolve(err));
  });
  const [what] = WHAT.exec(told) ?? [];
  if (what === undefined) return;
  const [, place = file] = PLACE.exec(told) ?? [];
  throw new CalmError('extension-failed', `${place} is no JavaScript: ${what}.`, {
    hint: 'Mend that line, and try again.',
  });
}
