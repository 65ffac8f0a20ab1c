/** `calm taste` and what stands under it. */
import { Option, type Command } from 'commander';
import type { Said } from '@calm-sdk/core';
import { say, type SayFlags } from './commands/taste/say.js';
import type { Context } from './context.js';
import type { Scale } from './evaluation/evaluate.js';
import { scaleFrom, withEngineOptions, withStoreOption } from './options.js';
import { toldIn, type Told } from './tastes/operands.js';
import { ratingText } from './text/taste.js';

const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;

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
      .description('Rate pictures: the number behind a picture, or behind several, is theirs.')
      .argument('<picture... rating...>', 'such as: a.jpg 4 b.jpg c.jpg 2')
      .addOption(
        new Option('--scale <low-high>', 'the scale that you rate on, 1-5 if not told').argParser(
          scaleFrom,
        ),
      ),
  ).action((operands: string[], flags: SayFlags & { scale?: Scale }, command: Command) => {
    const scale = flags.scale ?? { low: 1, high: 5 };
    const told = toldOf(operands, (each) => NUMBER.test(each), String(scale.high - 1), command);
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
    ['pick', 'pick', 'picked', 'Pick pictures: these are the ones.'],
    ['reject', 'reject', 'rejected', 'Reject pictures: these are not.'],
  ] as const) {
    withSayOptions(
      taste.command(name).description(what).argument('<picture...>', 'picture files'),
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
      .description(
        'Set the score of pictures yourself, 0 to 10: for you it stands, whatever is learned. "none" takes it back.',
      )
      .argument('<picture... score...>', 'such as: a.jpg 7.5 b.jpg none'),
  ).action((operands: string[], flags: SayFlags, command: Command) => {
    const isScore = (each: string): boolean => each === 'none' || NUMBER.test(each);
    const spoken = toldOf(operands, isScore, '7.5', command).map(({ picture, value }) => {
      if (value === 'none') {
        const said: Said = { kind: 'override', source: at(picture) };
        return { picture, said, as: 'not set' };
      }
      const score = Number(value);
      if (score < 0 || score > 10) command.error(`error: ${value} is no score from 0 to 10`);
      const said: Said = { kind: 'override', source: at(picture), value: score };
      return { picture, said, as: `set to ${score}` };
    });
    return ends(say(context, spoken, flags));
  });
}

function at(path: string): { readonly kind: 'path'; readonly path: string } {
  return { kind: 'path', path };
}

function toldOf(
  operands: readonly string[],
  isValue: (operand: string) => boolean,
  example: string,
  command: Command,
): readonly Told[] {
  const told = toldIn(operands, isValue, example);
  return typeof told === 'string' ? command.error(`error: ${told}`) : told;
}

function withProfileOption(command: Command): Command {
  return withStoreOption(
    command.option('--profile <name>', 'whose taste; needed where there are several profiles'),
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
