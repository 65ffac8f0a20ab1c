import { spawn } from 'node:child_process';
import path from 'node:path';
import { CalmError } from '@calm-sdk/core';

/** What says nothing that a person needs, and asks the registry nothing. */
const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/** What npm writes of a failure for its own makers. */
const INTERNAL = /^(?:code|syscall|path|dest|errno|type|at) |^A complete log|^\{$/u;

/** Codes of a registry that does not answer. */
const UNREACHABLE = /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|E[A-Z_]*TIMEDOUT)$/u;

/** What npm said of a failure. */
export interface NpmFailure {
  readonly code: string | undefined;
  readonly text: string;
}

/** A failure in words of our own. */
export interface Explained {
  readonly message: string;
  readonly hint: string;
}

/**
 * Runs npm, which comes with Node.
 *
 * @param explain what a failure means here, where that is known
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
  explain: (failure: NpmFailure) => Explained | undefined = () => undefined,
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
  const failure = failureIn(written.err);
  const { message, hint } = explain(failure) ??
    unreachable(failure) ?? {
      message: `npm ${args[0]} failed: ${failure.text}`,
      hint: 'Mend what npm names, and try again.',
    };
  throw new CalmError('extension-failed', message, { hint });
}

function failureIn(written: string): NpmFailure {
  const lines = written
    .split('\n')
    .map((line) => line.replace(/^npm (?:error|ERR!) ?/u, '').trim());
  const code = lines.find((line) => line.startsWith('code '))?.slice('code '.length);
  const text = lines.filter((line) => line !== '' && !INTERNAL.test(line)).join(' ');
  return { code, text };
}

function unreachable({ code = '' }: NpmFailure): Explained | undefined {
  if (!UNREACHABLE.test(code)) return undefined;
  return {
    message: `npm cannot reach its registry (${code}).`,
    hint: 'Check the network, and the registry and proxy in the settings of npm: npm config list.',
  };
}
