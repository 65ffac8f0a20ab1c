/** `calm taste` and what stands under it. */
import { existsSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Profile, Said } from '@calm-sdk/core';
import {
  createProfile,
  deleteProfile,
  exportTo,
  forget,
  listProfiles,
  mergeProfiles,
  renameProfile,
} from './commands/taste/keep.js';
import { importFrom, type ImportFlags } from './commands/taste/import.js';
import { next, type NextFlags } from './commands/taste/next.js';
import { report, type ReportFlags } from './commands/taste/report.js';
import { say, type SayFlags } from './commands/taste/say.js';
import { tune } from './commands/taste/tune.js';
import type { Context, EngineFlags } from './context.js';
import type { Scale } from './evaluation/evaluate.js';
import {
  checkProfileName,
  choice,
  profileNameFrom,
  scaleFrom,
  wholeNumberFrom,
  withEngineOptions,
  withStoreOption,
} from './options.js';
import { meaningIn } from './tastes/meaning.js';
import { toldIn, type Told } from './tastes/operands.js';
import type { TasteFlags } from './tastes/store.js';
import { ratingText } from './text/taste.js';

const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;
/** What somebody meant as a value: `4,5`, `4/5`, `NaN`, `none`, `★★★`. */
const LIKE_A_VALUE = /^(?:[+-]?[\d.,/]+%?|nan|none|null|[+-]?inf(?:inity)?|[★☆*]+)$/iu;

/** @param ends runs what a command does and keeps its exit status */
export function addTaste(
  program: Command,
  context: Context,
  ends: (work: Promise<number>) => Promise<void>,
): void {
  const taste = program
    .command('taste')
    .summary('teach it what you like, and see what it learned')
    .description(
      'What you like: learned from your ratings, choices and flags, kept on this machine, and told beside the general score with --profile.',
    )
    .addHelpText(
      'after',
      `
Examples:
  calm taste next shoot/                  which ten to rate first, and why
  calm taste rate a.jpg 4 b.jpg c.jpg 2   four of five for the first, two for the others
  calm taste import shoot/                stars and flags that are in your files already
  calm taste report                       what was learned, how surely, and whether it helps
  calm assess photo.jpg --profile "My taste"`,
    );

  withSayOptions(
    taste
      .command('rate')
      .summary('rate pictures: the number behind them is theirs')
      .description('Rate pictures: the number behind a picture, or behind several, is theirs.')
      .argument('<picture... rating...>', 'such as: a.jpg 4 b.jpg c.jpg 2')
      .addOption(
        new Option('--scale <low-high>', 'the scale that you rate on, 1-5 if not told').argParser(
          scaleFrom,
        ),
      ),
  ).action((operands: string[], flags: SayFlags & { scale?: Scale }, command: Command) => {
    const scale = flags.scale ?? { low: 1, high: 5 };
    const told = toldOf(
      operands,
      (each) => NUMBER.test(each),
      { what: 'rating', example: String(scale.high - 1) },
      command,
    );
    const spoken = told.map(({ picture, value }) => {
      const rating = Number(value);
      if (rating < scale.low || rating > scale.high) {
        command.error(
          `error: ${value} is not on the scale ${scale.low} to ${scale.high}; name another with --scale, such as --scale 1-10`,
        );
      }
      const said: Said = { kind: 'rating', source: at(picture), value: rating, scale };
      return { picture, said, as: ratingText(rating, scale) };
    });
    return ends(say(context, spoken, flags));
  });

  withSayOptions(
    taste
      .command('choose')
      .summary('say which of two pictures you like better')
      .description('Say which of two pictures you like better.')
      .argument('<preferred>', 'the one that you like better')
      .argument('<other>', 'the other'),
  ).action((preferred: string, over: string, flags: SayFlags) => {
    const said: Said = { kind: 'choice', preferred: at(preferred), over: at(over) };
    return ends(
      say(
        context,
        [
          { picture: preferred, said, as: 'better' },
          { picture: over, as: 'less' },
        ],
        flags,
      ),
    );
  });

  for (const [name, flag, as, what] of [
    ['pick', 'pick', 'picked', 'pick pictures: these are the ones'],
    ['reject', 'reject', 'rejected', 'reject pictures: these are not'],
  ] as const) {
    withSayOptions(
      taste
        .command(name)
        .summary(what)
        .description(`${what[0]?.toUpperCase()}${what.slice(1)}.`)
        .argument('<picture...>', 'picture files'),
    ).action((pictures: string[], flags: SayFlags) => {
      const spoken = pictures.map((picture) => {
        const said: Said = { kind: 'flag', source: at(picture), flag };
        return { picture, said, as };
      });
      return ends(say(context, spoken, flags));
    });
  }

  withSayOptions(
    taste
      .command('set')
      .summary('set the score of a picture yourself')
      .description(
        'Set the score of pictures yourself, 0 to 10: for you it stands, whatever is learned. "none" takes it back.',
      )
      .argument('<picture... score...>', 'such as: a.jpg 7.5 b.jpg none'),
  ).action((operands: string[], flags: SayFlags, command: Command) => {
    const isNone = (each: string): boolean => each.toLowerCase() === 'none';
    const isScore = (each: string): boolean => isNone(each) || NUMBER.test(each);
    const spoken = toldOf(operands, isScore, { what: 'score', example: '7.5' }, command).map(
      ({ picture, value }) => {
        if (isNone(value)) {
          const said: Said = { kind: 'override', source: at(picture) };
          return { picture, said, as: 'not set' };
        }
        const score = Number(value);
        if (score < 0 || score > 10) command.error(`error: ${value} is no score from 0 to 10`);
        const said: Said = { kind: 'override', source: at(picture), value: score };
        return { picture, said, as: `set to ${score}` };
      },
    );
    return ends(say(context, spoken, flags));
  });

  withEngineOptions(
    withProfileOption(
      taste
        .command('import')
        .summary('take over stars, flags, lists and exports')
        .description(
          'Take over what you said elsewhere: stars and flags in picture files and beside them, a list, or an export.',
        )
        .argument(
          '<source>',
          'a folder of pictures; a CSV with columns such as path,rating; a document of calm taste export',
        )
        .addOption(
          new Option(
            '--stars <meaning>',
            'what stars in files mean: quality, nothing, keepers, or keepers-3 from 3 stars on (default: you are asked)',
          ).argParser(starsFrom),
        )
        .addOption(
          new Option(
            '--scale <low-high>',
            'the scale of the ratings in a list (default: the narrowest usual one that holds them)',
          ).argParser(scaleFrom),
        ),
    ),
  )
    .addHelpText(
      'after',
      `
Nothing is written to your pictures, sidecars or folders. An import may be repeated: it adds what is new. One that
is stopped goes on where it was.`,
    )
    .action((source: string, flags: ImportFlags) => ends(importFrom(context, source, flags)));

  withEngineOptions(
    withProfileOption(
      taste
        .command('next')
        .summary('propose which pictures to rate')
        .description('Propose the pictures whose ratings would teach most, and say why.')
        .argument('<path...>', 'folders, which are walked, and picture files')
        .addOption(
          new Option('--count <n>', 'how many are proposed')
            .argParser(wholeNumberFrom(1, 1000))
            .default(10),
        )
        .addOption(choice('--format <format>', 'how they are printed', ['text', 'json'], 'text')),
    ),
  ).action((paths: string[], flags: NextFlags) => ends(next(context, paths, flags)));

  withEngineOptions(
    withProfileOption(
      taste
        .command('report')
        .summary('tell what was learned, and whether it helps')
        .description('Tell what was learned of you, how surely, and whether it helps.')
        .addOption(
          choice('--format <format>', 'how the report is printed', ['text', 'json'], 'text'),
        )
        .option('--svg <file>', 'draw how the gain grew with your ratings'),
    ),
  )
    .addHelpText(
      'after',
      `
The gain is measured on your own ratings: each shoot is left out in turn and rated by what the others taught. A
shoot is what was taken with pauses of less than three hours; pictures without a time are grouped by motif.`,
    )
    .action((flags: ReportFlags) => ends(report(context, flags)));

  withEngineOptions(
    withProfileOption(
      taste
        .command('tune')
        .summary('learn in a way of your own, where it helps')
        .description(
          'Try whether you are known better in a way of your own; kept only where it helps on shoots that it was not learned from.',
        ),
    ),
  ).action((flags: TasteFlags & EngineFlags) => ends(tune(context, flags)));

  withStoreOption(
    taste
      .command('profiles')
      .summary('list the profiles')
      .description('List the taste profiles.')
      .addOption(choice('--format <format>', 'how the list is printed', ['text', 'json'], 'text')),
  ).action((flags: TasteFlags & { format: 'text' | 'json' }) => ends(listProfiles(context, flags)));
  withStoreOption(
    taste
      .command('create')
      .summary('begin another profile')
      .description('Begin another profile: of another person, or another kind of work.')
      .argument('<name>', 'what to call it')
      .addOption(
        new Option('--kind <kind...>', 'the kinds of pictures that it speaks of (default: all)')
          .choices(['photograph', 'artwork', 'interface'])
          .default([], 'all'),
      ),
  ).action((name: string, flags: TasteFlags & { kind: Profile['kinds'] }, command: Command) => {
    checkProfileName(name, command);
    return ends(createProfile(context, name, flags));
  });
  withStoreOption(
    taste
      .command('rename')
      .summary('call a profile something else')
      .description('Call a profile something else.')
      .argument('<name>', 'its name')
      .argument('<new-name>', 'its name from here on'),
  ).action((from: string, to: string, flags: TasteFlags, command: Command) => {
    checkProfileName(to, command);
    return ends(renameProfile(context, from, to, flags));
  });
  withStoreOption(
    taste
      .command('merge')
      .summary('add one profile to another')
      .description('Add what one profile has said to another, and delete the first.')
      .argument('<from>', 'the profile that goes')
      .argument('<into>', 'the profile that grows')
      .option('--yes', 'do not ask'),
  ).action((from: string, into: string, flags: TasteFlags & { yes?: boolean }) =>
    ends(mergeProfiles(context, from, into, flags)),
  );
  withProfileOption(
    taste
      .command('forget')
      .summary('really delete what you said of pictures')
      .description('Really delete what you said of pictures.')
      .argument(
        '<picture...>',
        'picture files; of those that are gone, where they were when they were rated',
      ),
  ).action((pictures: string[], flags: TasteFlags) => ends(forget(context, pictures, flags)));
  withStoreOption(
    taste
      .command('delete')
      .summary('really delete a profile')
      .description('Really delete a profile.')
      .argument('<name>', 'its name')
      .option('--yes', 'do not ask'),
  ).action((name: string, flags: TasteFlags & { yes?: boolean }) =>
    ends(deleteProfile(context, name, flags)),
  );
  withStoreOption(
    taste
      .command('export')
      .summary('write profiles as a document')
      .description('Write profiles as a document, which calm taste import reads.')
      .argument('[file]', 'a new file; standard output if it is left out')
      .option('--profile <name>', 'only this one (default: all)', profileNameFrom),
  ).action((file: string | undefined, flags: TasteFlags) => ends(exportTo(context, file, flags)));
}

function starsFrom(text: string): string {
  if (meaningIn(text) === undefined) {
    throw new InvalidArgumentError('Expected quality, nothing, keepers, or keepers-3.');
  }
  return text;
}

function at(path: string): { readonly kind: 'path'; readonly path: string } {
  return { kind: 'path', path };
}

function toldOf(
  operands: readonly string[],
  isValue: (operand: string) => boolean,
  { what, example }: { readonly what: string; readonly example: string },
  command: Command,
): readonly Told[] {
  const told = toldIn(operands, isValue, example);
  const last = typeof told === 'string' && operands.length > 1 ? operands.at(-1) : undefined;
  const slip = operands.find(
    (each) => !isValue(each) && (LIKE_A_VALUE.test(each) || each === last) && !existsSync(each),
  );
  if (slip !== undefined) {
    const point = /^\d+,\d+$/u.test(slip) ? slip.replace(',', '.') : example;
    command.error(`error: "${slip}" is no ${what}, and no file: write a number, such as ${point}`);
  }
  return typeof told === 'string' ? command.error(`error: ${told}`) : told;
}

function withProfileOption(command: Command): Command {
  return withStoreOption(
    command.option(
      '--profile <name>',
      'whose taste; needed where there are several profiles',
      profileNameFrom,
    ),
  );
}

function withSayOptions(command: Command): Command {
  return withEngineOptions(
    withProfileOption(command).option(
      '--shown',
      'you had seen scores of these pictures before: it counts half',
    ),
  );
}
