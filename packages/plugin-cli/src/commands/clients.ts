/** Programs that may ask the server: which there are, and how one is let in and out. */
import { Clients, offerPairing, revokeClient } from '@calm-sdk/core';
import { DONE, FAILED, statusOf, type Context } from '../context.js';
import { jsonLine } from '../formats/json.js';
import { readPaired, serverFolder, writePaired } from '../server/files.js';
import { runningServer } from '../server/running.js';
import { printable } from '../terminal/printable.js';
import { table } from '../terminal/table.js';

/** `calm pair`: shows a code, and waits for the program that sends it. */
export async function pair(context: Context): Promise<number> {
  const { screen, env, signal } = context;
  const running = await runningServer(serverFolder(env));
  if (running === undefined) {
    screen.problem('no server runs here. Start one, and leave it running: calm serve');
    return statusOf(context, FAILED);
  }
  let shown: Promise<void> | undefined;
  const { state, name } = await offerPairing(running.url, running.token, {
    signal,
    onOffer: ({ code, expiresInMs, replaces }) => {
      if (replaces === true) screen.notice('Another calm pair was waiting: its code is void now.');
      const minutes = Math.round(expiresInMs / 60_000);
      screen.notice(
        `Type this code into the program that is to ask, within ${minutes} minutes; Ctrl-C takes it back.`,
      );
      shown = screen.print(`${code.slice(0, 3)} ${code.slice(3)}\n`);
    },
  }).catch((error: unknown) => {
    if (signal.aborted) return { state: 'withdrawn' as const, name: undefined };
    throw error;
  });
  await shown;
  switch (state) {
    case 'paired':
      await screen.print(`${printable(name ?? 'A program')} is paired.\n`);
      return statusOf(context, DONE);
    case 'expired':
      screen.problem('no program sent the code in time. For a new one: calm pair');
      break;
    case 'guessed':
      screen.problem(
        'too many wrong codes were sent, so that this one is void. Mistyped? Try again: calm pair. If not, a program or page here is guessing.',
      );
      break;
    case 'withdrawn':
      if (!signal.aborted)
        screen.problem(
          'the code is void: another calm pair shows a newer one, or the server ends.',
        );
      break;
  }
  return statusOf(context, FAILED);
}

/** `calm clients`: the programs that were paired. */
export async function listClients(
  context: Context,
  { format }: { readonly format: 'text' | 'json' },
): Promise<number> {
  const { screen, env } = context;
  const records = await readPaired(serverFolder(env));
  if (format === 'json') {
    const clients = records.map(({ name, createdAt, lastUsedAt = null }) => ({
      name,
      createdAt,
      lastUsedAt,
    }));
    await screen.print(`${jsonLine({ clients })}\n`);
  } else if (records.length === 0) {
    await screen.print('No program is paired.\n');
    screen.notice('To let one in: calm pair');
  } else {
    const rows = records.map(({ name, createdAt, lastUsedAt }) => [
      printable(name),
      createdAt.slice(0, 10),
      lastUsedAt?.slice(0, 16).replace('T', ' ') ?? '–',
    ]);
    const columns = [
      { title: 'Program', cut: 'end' },
      { title: 'Since' },
      { title: 'Last (UTC)' },
    ] as const;
    const lines = table(columns, rows, screen.width, (line) => screen.colours.dim(line));
    await screen.print(`${lines.join('\n')}\n`);
  }
  return statusOf(context, DONE);
}

/** `calm clients revoke`: at once where a server runs. */
export async function revoke(context: Context, name: string): Promise<number> {
  const { screen, env } = context;
  const folder = serverFolder(env);
  const running = await runningServer(folder);
  if (running !== undefined) {
    await revokeClient(running.url, running.token, name);
  } else {
    const clients = new Clients(await readPaired(folder));
    clients.revoke(name);
    await writePaired(folder, clients.records);
  }
  await screen.print(`${printable(name)} may ask no more.\n`);
  return statusOf(context, DONE);
}
