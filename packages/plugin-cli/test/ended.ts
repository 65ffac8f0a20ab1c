import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';

/** How a process ended, and what it wrote. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export async function end(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.stderr += chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...text };
}
