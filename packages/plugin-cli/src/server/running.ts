/** Finds the server that runs, and says who has a port. */
import { CalmError, connectHttp, newToken } from '@calm-sdk/core';
import { readHandshake, readToken, type Handshake } from './files.js';

/** A server that is there answers this soon, in milliseconds. */
const LONGEST_ANSWER_MS = 3000;

/** A server that answers, and how to ask it. */
export interface Running {
  readonly handshake: Handshake;
  readonly url: string;
  /** Of native programs. */
  readonly token: string;
}

/** The server of this data folder, where one answers. */
export async function runningServer(folder: string): Promise<Running | undefined> {
  const [handshake, token] = await Promise.all([readHandshake(folder), readToken(folder)]);
  if (handshake === undefined || token === undefined) return undefined;
  const url = urlOf(handshake.port);
  return (await answers(url, token)) === 'ours' ? { handshake, url, token } : undefined;
}

/** That a server runs already. */
export function servesAlready({ pid, port, version }: Handshake): CalmError {
  return new CalmError(
    'busy',
    `calm ${version} serves on port ${port} already, as process ${pid}.`,
    { hint: `Use that one, or stop it first: kill ${pid}` },
  );
}

/** Who has a port that cannot be listened on, and what to do. */
export async function portTaken(port: number, left: Handshake | undefined): Promise<CalmError> {
  const other = `To serve on another port: calm serve --port ${port === 65_535 ? port - 1 : port + 1}`;
  if (left?.port === port && isAlive(left.pid)) {
    return new CalmError(
      'busy',
      `calm ${left.version}, process ${left.pid}, has port ${port} and does not answer.`,
      { hint: `End it: kill ${left.pid}. ${other}` },
    );
  }
  const known = await answers(urlOf(port), newToken());
  return new CalmError(
    'busy',
    known === 'others'
      ? `A calm server of another person, or with another data folder, has port ${port}.`
      : `Port ${port} cannot be had: another program listens on it, or it is reserved.`,
    { hint: other },
  );
}

export function urlOf(port: number): string {
  return `http://localhost:${port}`;
}

/** Whether a server of ours answers, and knows the token. */
async function answers(url: string, token: string): Promise<'ours' | 'others' | undefined> {
  await using engine = connectHttp(url, token);
  try {
    const signal = AbortSignal.timeout(LONGEST_ANSWER_MS);
    await engine.call('calm/discover', {}, { signal });
    return 'ours';
  } catch (error) {
    if (!(error instanceof CalmError)) throw error;
    return error.code === 'unauthorized' ? 'others' : undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is another's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
