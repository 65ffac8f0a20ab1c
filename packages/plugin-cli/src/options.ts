/** Options that several commands share, and how what is given to them is read. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Scale } from './evaluation/evaluate.js';
import { printable } from './terminal/printable.js';
import { STORE, type TasteFlags } from './tastes/store.js';

export function withBundleOption(command: Command): Command {
  return command.option(
    '--bundle <name|folder>',
    'a model bundle instead of the one in the box: one of calm bundle list, one of an extension, or a folder',
  );
}

export function withEngineOptions(command: Command): Command {
  return withBundleOption(command)
    .addOption(
      choice(
        '--provider <provider>',
        'where the model runs; see calm doctor',
        ['cpu', 'cuda', 'coreml', 'dml', 'webgpu'],
        'cpu',
      ),
    )
    .addOption(
      new Option('--threads <n>', 'threads within one run of the model (default: 1)').argParser(
        wholeNumberFrom(1, 256),
      ),
    )
    .option('--no-cache', 'assess anew and remember nothing');
}

export function choice(
  flags: string,
  description: string,
  choices: readonly string[],
  standard: string,
): Option {
  return new Option(flags, description).choices(choices).default(standard);
}

/** Those of the box, or what an extension contributes, which is known once extensions were read. */
export function choiceOrContributed(
  flags: string,
  description: string,
  choices: readonly string[],
  standard: string,
): Option {
  const known = [...choices, 'publisher.name of an extension'].join(', ');
  return new Option(flags, `${description} (choices: ${known})`)
    .argParser((text) => {
      if (choices.includes(text) || CONTRIBUTED.test(text)) return text;
      throw new InvalidArgumentError(`Allowed choices are ${known}.`);
    })
    .default(standard);
}

const CONTRIBUTED = /^[a-z][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$/u;

/** English, German, or a language that an extension brings. */
export function languageOption(): Option {
  return new Option(
    '--language <tag>',
    'language of what is told (choices: en, de, one of an extension)',
  ).default('en');
}

export function numberFrom(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) || value < low || value > high) {
      throw new InvalidArgumentError(`Expected a number from ${low} to ${high}.`);
    }
    return value;
  };
}

export function wholeNumberFrom(low: number, high: number): (text: string) => number {
  return (text) => {
    if (!/^\d+$/.test(text) || Number(text) < low || Number(text) > high) {
      throw new InvalidArgumentError(`Expected a whole number from ${low} to ${high}.`);
    }
    return Number(text);
  };
}

export function scaleFrom(text: string): Scale {
  const match = /^(-?\d+(?:\.\d+)?)(?:-|–|\.\.|:)(-?\d+(?:\.\d+)?)$/.exec(text);
  const low = Number(match?.[1]);
  const high = Number(match?.[2]);
  if (!(low < high))
    throw new InvalidArgumentError('Expected the lowest and the highest rating, such as 1-7.');
  return { low, high };
}

/** Characters of a profile's name, which stores hold to as well. */
const LONGEST_NAME = 80;

const NAME_RULE = `Expected the name of a profile, 1 to ${LONGEST_NAME} characters in one line, such as "My taste".`;

/** Whether it can be read, and typed. */
function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= LONGEST_NAME && !/\p{Cc}/u.test(text);
}

/** Of an argument of a command; {@link profileNameFrom} is for an option. */
export function checkProfileName(name: string, command: Command): void {
  if (!isName(name)) command.error(`error: argument "${printable(name)}" is invalid. ${NAME_RULE}`);
}

export function profileNameFrom(text: string): string {
  if (isName(text)) return text;
  throw new InvalidArgumentError(NAME_RULE);
}

/** Where tastes are kept. */
export function withStoreOption(command: Command): Command {
  return command.option(
    '--store <location>',
    `where tastes are kept: a file, or a URL: postgres://, or one that an extension opens (default: ${STORE} where that is set, otherwise a file of your own)`,
  );
}

/** For commands that tell one person's score beside the general one. */
export function withPersonOptions(command: Command): Command {
  return withStoreOption(
    command.option(
      '--profile <name>',
      "tell this person's score too; see calm taste profiles",
      profileNameFrom,
    ),
  );
}

/** A store alone would do nothing. */
export function checkPerson({ store, profile }: TasteFlags, command: Command): void {
  if (store !== undefined && profile === undefined) {
    command.error('error: --store is about a taste: it needs --profile');
  }
}
