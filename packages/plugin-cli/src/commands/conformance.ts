import { readFile } from 'node:fs/promises';
import { CalmError, Client, commandPeer, httpPeer } from '@calm-sdk/core';
import { checkConformance, type Peer, type Verdict } from '@calm-sdk/core/conformance';
import { DONE, FAILED, statusOf, type Context } from '../context.js';
import { readToken, serverFolder } from '../server/files.js';
import { wrap } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Screen } from '../terminal/screen.js';

export interface ConformanceFlags {
  readonly format: 'text' | 'json';
  /** Where the token for a server lies. Default: that of `calm serve`. */
  readonly tokenFile?: string;
}

/** `calm conformance`: whether an engine, ours or another's, keeps the protocol. */
export async function conformance(
  context: Context,
  engine: readonly string[],
  { format, tokenFile }: ConformanceFlags,
): Promise<number> {
  const { screen, signal } = context;
  await using peer = await peerOf(context, engine, tokenFile);
  await reach(peer);
  const verdicts: Verdict[] = [];
  for await (const verdict of checkConformance(peer)) {
    if (signal.aborted) break;
    verdicts.push(verdict);
    if (format === 'text') await screen.print(verdictText(verdict, screen));
  }
  const count = (outcome: Verdict['outcome']): number =>
    verdicts.filter((verdict) => verdict.outcome === outcome).length;
  if (format === 'json') {
    await screen.print(`${JSON.stringify({ checks: verdicts }, undefined, 2)}\n`);
  } else {
    await screen.print(
      `\n${count('kept')} kept, ${count('broken')} broken, ${count('skipped')} skipped\n`,
    );
  }
  return statusOf(context, count('broken') > 0 ? FAILED : DONE);
}

/** A server by its URL, or a program that is started. @throws CalmError `file-unreadable` where the token is not there */
async function peerOf(
  { env }: Context,
  [first = '', ...rest]: readonly string[],
  tokenFile: string | undefined,
): Promise<Peer> {
  if (!/^https?:\/\//iu.test(first)) return commandPeer(first, rest);
  const token =
    tokenFile === undefined ? await readToken(serverFolder(env)) : await tokenIn(tokenFile);
  if (token !== undefined) return httpPeer(first.replace(/\/+$/u, ''), token);
  throw new CalmError('file-not-found', 'There is no token to ask this server with.', {
    hint: 'Start calm serve once, or name the file that holds one: --token-file FILE.',
  });
}

async function tokenIn(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new CalmError('file-unreadable', `The token file ${file} cannot be read.`, {
      hint: 'Name the file that holds the token, with --token-file.',
      cause,
    });
  }
}

/** @throws CalmError where nothing answers at all: there is nothing to check then */
async function reach(peer: Peer): Promise<void> {
  try {
    await new Client(peer).call('calm/discover', {});
  } catch (error) {
    // A wrong answer is for the checks to tell.
    if (!(error instanceof CalmError) || error.code === 'remote-unreachable') throw error;
  }
}

const MARKS = { kept: '✓', broken: '✗', skipped: '–' } as const;

function verdictText({ name, outcome, seen }: Verdict, { colours, width }: Screen): string {
  const colour = { kept: colours.green, broken: colours.red, skipped: colours.dim }[outcome];
  const indented = (text: string): string[] =>
    (width === undefined ? [text] : wrap(text, width - 4)).map((line) => `    ${line}`);
  const lines = indented(printable(seen)).map((line) => colours.dim(line));
  return `${[`${colour(MARKS[outcome])} ${name}`, ...lines].join('\n')}\n`;
}
