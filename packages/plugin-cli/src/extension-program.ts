/** `calm extension` and what stands under it, and `calm run`. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  createExtension,
  packExtension,
  testExtension,
  type TestFlags,
} from './commands/extension/author.js';
import {
  installExtension,
  listExtensions,
  setSetting,
  switchExtension,
  trustExtension,
  uninstallExtension,
} from './commands/extension/keep.js';
import { runCommand } from './commands/run.js';
import type { Context } from './context.js';
import type { Language } from './extensions/create.js';
import { TEMPLATES, type Template } from './extensions/templates.js';
import { choice } from './options.js';

/** @param ends runs what a command does and keeps its exit status */
export function addExtension(
  program: Command,
  context: Context,
  ends: (work: Promise<number>) => Promise<void>,
): void {
  program
    .command('run')
    .summary('run a command of an extension')
    .description('Run a command that an extension brings; calm extension list names them.')
    .argument('<command>', 'publisher.name')
    .argument('[args...]', 'what the command takes; put -- before options of its own')
    .allowUnknownOption()
    .action((command: string, args: string[]) => ends(runCommand(context, command, args)));

  const extension = program
    .command('extension')
    .summary('write, install and manage extensions')
    .description(
      'Extensions add attributes, models, writers, reporters, stores, commands and languages.',
    )
    .addHelpText(
      'after',
      `
Examples:
  calm extension create film-look            a folder with an attribute that works, to be changed
  calm extension test film-look              what it gives on sample photographs, and how long that takes
  calm extension pack film-look              a tarball for others
  calm extension install film-look/film-look-0.1.0.tgz
  calm extension trust my.film-look          its code may run
  calm extension list

An extension that fails costs what it adds and nothing else. Its code runs in a process of its own, which is no
sandbox: it has all your rights.`,
    );

  extension
    .command('create')
    .summary('begin an extension')
    .description('Begin an extension in a folder of its name, with one small thing that works.')
    .argument('<name>', 'its name, with its publisher or without: film-look, acme.film-look')
    .addOption(choice('--template <template>', 'what it adds', TEMPLATES, 'attribute'))
    .addOption(choice('--language <language>', 'what it is written in', ['js', 'ts'], 'js'))
    .addHelpText(
      'after',
      `
JavaScript runs as it is, and editors check it by the types of calm all the same. Of TypeScript, test, pack and
install make JavaScript by taking its types away.`,
    )
    .action((name: string, flags: { template: Template; language: Language }) =>
      ends(createExtension(context, name, flags)),
    );
  extension
    .command('test')
    .summary('try an extension in a real host')
    .description(
      'Try every contribution of an extension in a real host, on a drawn picture and on photographs: what it gives, how long that takes, every problem.',
    )
    .argument('[folder]', 'its folder', '.')
    .option('--pictures <file...>', 'your own instead of the sample photographs')
    .addOption(
      new Option('--set <setting=value...>', 'settings to try it with')
        .argParser(settingFrom)
        .default({}, 'as the manifest has them'),
    )
    .action((folder: string, flags: TestFlags, command: Command) =>
      ends(testExtension(context, folder, { ...command.optsWithGlobals(), ...flags })),
    );
  extension
    .command('pack')
    .summary('make a tarball of an extension')
    .description(
      'Make a tarball of an extension, as npm does; TypeScript is made JavaScript first.',
    )
    .argument('[folder]', 'its folder', '.')
    .action((folder: string) => ends(packExtension(context, folder)));
  extension
    .command('install')
    .summary('install an extension')
    .description(
      'Install a copy of an extension, with npm, which runs nothing of it. Only the bare name of a package uses the network.',
    )
    .argument(
      '<folder|tarball|name>',
      'its folder, a tarball of it, or its name in the npm registry',
    )
    .action((given: string) => ends(installExtension(context, given)));
  extension
    .command('list')
    .summary('list what is installed')
    .description('List the extensions that are installed: state, version, what they add.')
    .addOption(choice('--format <format>', 'how the list is printed', ['text', 'json'], 'text'))
    .option('--settings', 'list their settings instead')
    .action((flags: { format: 'text' | 'json'; settings?: boolean }) =>
      ends(listExtensions(context, flags)),
    );
  for (const [name, what, does] of [
    ['trust', 'say that its code may run, with all your rights, until it changes', trustExtension],
    ['disable', 'leave it out', (...of) => switchExtension(...of, false)],
    ['enable', 'use it again', (...of) => switchExtension(...of, true)],
    ['uninstall', 'remove it; what it has stored stays', uninstallExtension],
  ] satisfies [string, string, (context: Context, id: string) => Promise<number>][]) {
    extension
      .command(name)
      .summary(what)
      .description(`${what[0]?.toUpperCase()}${what.slice(1)}.`)
      .argument('<id>', 'publisher.name, as calm extension list has it')
      .action((id: string) => ends(does(context, id)));
  }
  extension
    .command('set')
    .summary('set one of its settings')
    .description('Set a setting of an extension; calm extension list --settings lists them.')
    .argument('<id>', 'publisher.name')
    .argument('<setting>', 'its name')
    .argument('<value>', 'what it shall be')
    .action((id: string, name: string, value: string) =>
      ends(setSetting(context, id, name, value)),
    );
}

/** `name=value`, beside those that were given before. */
function settingFrom(
  text: string,
  before: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [, name, value] = /^([^=]+)=(.*)$/u.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError('Expected a setting and its value, such as strength=2.');
  }
  return { ...before, [name]: value };
}
