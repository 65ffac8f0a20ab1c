import { spawn } from 'node:child_process';
import path from 'node:path';
import { CalmError } from '@calm-sdk/core';

/** What says nothing that a person needs, and asks the registry nothing. */
const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * Runs npm, which comes with Node.
 *
 * @param hintFor what to do about an error of npm's, where that is known
 * @returns what it writes to standard output
 * @throws CalmError `extension-failed` with what npm said; `cancelled`
 */
export async function npm(
  args: readonly string[],
  options: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly signal: AbortSignal;
    readonly cwd?: string;
  },
  hintFor: (why: string) => string | undefined = () => undefined,
): Promise<string> {
  // npm is a script; on Windows only a shell would find it by its name.
  const [program, ...before] =
    process.platform === 'win32'
      ? [process.execPath, path.join(process.execPath, '../node_modules/npm/bin/npm-cli.js')]
      : ['npm'];
  const written = { out: '', err: '' };
  const status = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(program, [...before, ...args, ...QUIET], {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => (written.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (written.err += text));
    child.once('error', reject);
    child.once('close', resolve);
  }).catch((cause: unknown) => {
    if (options.signal.aborted) {
      throw new CalmError('cancelled', 'npm was stopped.', { hint: '', cause });
    }
    throw new CalmError('extension-failed', 'npm cannot be started.', {
      hint: 'It comes with Node: put it on the PATH.',
      cause,
    });
  });
  if (status === 0) return written.out;
  const why = written.err
    .split('\n')
    .map((line) => line.replace(/^npm (?:error|ERR!) ?/u, '').trim())
    .filter((line) => line !== '' && !line.startsWith('A complete log'))
    .join(' ');
  throw new CalmError('extension-failed', `npm ${args[0]} failed: ${why}`, {
    hint: hintFor(why) ?? 'Mend what npm names, and try again.',
  });
}
