/** `calm serve`, and who may ask it. */
import { DEFAULT_PORT } from '@calm-sdk/core';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { listClients, pair, revoke } from './commands/clients.js';
import { serve, type ServeFlags } from './commands/serve.js';
import type { Context } from './context.js';
import { choice, wholeNumberFrom, withEngineOptions, withStoreOption } from './options.js';

/** How commands end: what they do is run, and their exit status kept. */
export interface Ends {
  readonly ends: (work: Promise<number>) => Promise<void>;
  /** For what ends by being stopped: that is then no failure. */
  readonly endsStopped: (work: Promise<number>) => Promise<void>;
}

export function addServe(program: Command, context: Context, { ends, endsStopped }: Ends): void {
  withStoreOption(
    withEngineOptions(
      program
        .command('serve')
        .summary('answer other programs on this machine')
        .description(
          'Answer other programs on this machine by the protocol, such as plugins of Lightroom and Figma.',
        )
        .addOption(
          new Option('--port <n>', 'where to listen, on this machine alone')
            .argParser(wholeNumberFrom(0, 65_535))
            .default(DEFAULT_PORT),
        )
        .option(
          '--origin <origin>',
          'a site whose pages may ask, with a token; may be given several times',
          originFrom,
          [],
        )
        .option('--stdio', 'on standard input and output in place of a port, for one program')
        .addHelpText(
          'after',
          `
It listens on 127.0.0.1 and ::1 alone. Programs that can read your files find their token in the data folder;
others get one by calm pair, and may not name files. Ctrl-C stops it: what is under way ends, jobs are cancelled.
docs/serve.md tells what is checked and why.

Exit status: 0 stopped, 1 it could not be started, 2 wrong usage.`,
        ),
    ),
  ).action((flags: ServeFlags, command: Command) => {
    if (flags.stdio === true && (flags.origin.length > 0 || fromPerson(command, 'port'))) {
      command.error('error: --stdio listens nowhere: leave out --port and --origin');
    }
    return endsStopped(serve(context, flags));
  });

  program
    .command('pair')
    .summary('let a program in that asks the server')
    .description(
      'Show a code of six digits, and wait until a program sends it. The program may ask from then on.',
    )
    .action(() => ends(pair(context)));

  const clients = program
    .command('clients')
    .summary('list and revoke programs that were let in')
    .description('The programs that were paired with the server.')
    .addOption(choice('--format <format>', 'how the list is printed', ['text', 'json'], 'text'))
    .action((flags: { format: 'text' | 'json' }) => ends(listClients(context, flags)));
  clients
    .command('revoke')
    .description('Take back what a program may; what it has asked is stopped at once.')
    .argument('<name>', 'its name in calm clients')
    .action((name: string) => ends(revoke(context, name)));
}

function fromPerson(command: Command, option: string): boolean {
  return command.getOptionValueSource(option) === 'cli';
}

function originFrom(text: string, before: readonly string[]): string[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.origin !== text || text === 'null') {
    throw new InvalidArgumentError('Expected a scheme and a host, such as https://example.com.');
  }
  return [...before, text];
}
