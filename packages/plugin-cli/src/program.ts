/** The commands and their options: checked at the door, so that a slip costs one line and nothing has begun. */
import { existsSync } from 'node:fs';
import { CalmError } from '@calm-sdk/core';
import { Command, CommanderError, Option } from 'commander';
import { ask, CONVERSATION, type AskFlags } from './commands/ask.js';
import { assess, type AssessFlags } from './commands/assess.js';
import { attributes, type AttributesFlags } from './commands/attributes.js';
import { addBundle, listBundles, removeBundle } from './commands/bundle.js';
import { compare, type CompareFlags } from './commands/compare.js';
import { conformance, type ConformanceFlags } from './commands/conformance.js';
import { doctor, type DoctorFlags } from './commands/doctor.js';
import { evaluate, type EvaluateFlags } from './commands/evaluate.js';
import { mcp, type McpFlags } from './commands/mcp.js';
import { rank, type RankFlags } from './commands/rank.js';
import { suggest, type SuggestFlags } from './commands/suggest.js';
import { API_KEY } from './comments/commentator.js';
import { contextIn, DONE, FAILED, statusOf, WRONG_USAGE, type Surroundings } from './context.js';
import { DETAILS } from './formats/json.js';
import { FORMATS, isFormat } from './formats/report.js';
import {
  checkPerson,
  choice,
  choiceOrContributed,
  languageOption,
  numberFrom,
  scaleFrom,
  wholeNumberFrom,
  withBundleOption,
  withEngineOptions,
  withPersonOptions,
  withStoreOption,
} from './options.js';
import { addInstall } from './install-program.js';
import { addServe } from './serve-program.js';
import { addExtension } from './extension-program.js';
import { checkContributed } from './extensions/contributed.js';
import { LazyExtensions, type ExtensionFlags } from './extensions/open.js';
import { addTaste } from './taste-program.js';
import { printable } from './terminal/printable.js';
import { VERSION } from './version.js';

const EXIT_STATUS = `
Exit status: 0 all well, 1 a picture failed, was below --min-score or there was none, 2 wrong usage,
130 stopped by Ctrl-C.`;

/**
 * Runs one command line.
 *
 * @param argv what follows the program's name
 * @returns the exit status
 */
export async function runProgram(
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const extensions = new LazyExtensions();
  const context = contextIn(surroundings, (own) => extensions.open(own));
  const { screen } = context;
  let status = DONE;
  let endsByInterrupt = false;
  const ends = (work: Promise<number>): Promise<void> =>
    work.then((result) => {
      status = result;
    });

  // What commander writes is collected, for writing to a pipe takes time.
  const help: string[] = [];
  const program = new Command('calm')
    .description(
      'How good your pictures look, why, and what to work on. Everything is computed on this machine.',
    )
    .version(VERSION)
    .option('--no-extensions', 'do without the extensions that are installed')
    .option('--proposed-api', 'let extensions use parts of the API that may still change')
    .configureHelp({ showGlobalOptions: true })
    .hook('preAction', (_program, command) => {
      extensions.flags = command.optsWithGlobals<ExtensionFlags>();
    })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => help.push(text),
      writeErr: (text) => {
        for (const line of text.trimEnd().split('\n')) {
          screen.notice(line.replace(/^error: /, 'calm: '));
        }
      },
      getOutHelpWidth: () => screen.width ?? 100,
      getErrHelpWidth: () => screen.width ?? 100,
    })
    .addHelpText(
      'after',
      `
Examples:
  calm assess photo.jpg                          one picture, and why
  calm assess shoot/ --format csv > shoot.csv    a folder, for a spreadsheet
  find . -name '*.jpg' -print0 | calm assess -0 -
  calm rank shoot/ --top 20                      the best twenty
  calm compare one.jpg two.jpg                   which is preferred, and why
  calm ask photo.jpg "how can I improve it?"     an answer, and what it stands on
  calm suggest photo.jpg --apply better.jpg      what would make it better
  calm taste rate photo.jpg 4                    teach it what you like
  calm serve                                     answer other programs
  calm install lightroom                         scores in Lightroom Classic
  calm extension create film-look                add something of your own
${EXIT_STATUS}`,
    );

  withPersonOptions(
    withEngineOptions(
      program
        .command('assess')
        .summary('assess pictures and say why')
        .description(
          'Assess pictures: score, readings, and what lifts and lowers it. Folders are walked.',
        )
        .argument('<path...>', 'picture files and folders; - reads their names from standard input')
        .addOption(
          choiceOrContributed('--format <format>', 'how results are printed', FORMATS, 'text'),
        )
        .option('--out <file>', 'the new file that a reporter of an extension makes')
        .addOption(choice('--detail <detail>', 'how much is printed', DETAILS, 'normal'))
        .addOption(
          new Option(
            '--min-score <score>',
            'end with status 1 where a picture scores less',
          ).argParser(numberFrom(0, 10)),
        )
        .option('--comment', 'add a comment in sentences (text shows it anyway)')
        .option('--suggest', 'add what would make it better (text of one picture shows it anyway)')
        .addOption(languageOption())
        .addOption(
          choiceOrContributed(
            '--decoder <decoder>',
            'who writes comments: lm is the language model of @calm-sdk/model-words',
            ['grounded', 'lm', 'remote'],
            'grounded',
          ),
        )
        .option(
          '--decoder-url <url>',
          'remote: an OpenAI-compatible API, such as http://localhost:11434/v1',
        )
        .option('--decoder-model <name>', 'remote: what the server calls the model')
        .option('--decoder-allow-http', 'remote: allow plain http to another machine')
        .option('--send-picture', 'remote: send the picture too, 512 pixels long, without metadata')
        .option('-0, --null', 'names on standard input end with NUL instead of a line feed')
        .addHelpText(
          'after',
          `
Text shows one picture as a screen and several as a line each. jsonl prints one document a line, in the
order of the input; json prints {"results":[…]}; csv adds columns for every attribute at --detail full.
In folders, RAW and HEIC files are counted, not assessed; hidden files and sidecars are passed by.
Bytes of a name that are not UTF-8 are printed as \\xNN.
With --decoder remote the score, readings and findings are sent to the server that is named; a key for it is
read from ${API_KEY}. What its sentences say must be backed by readings, or they are left out.
${EXIT_STATUS}`,
        ),
    ),
  ).action(async (paths: string[], flags: AssessFlags, command: Command) => {
    checkDecoder(flags, command);
    checkPerson(flags, command);
    if (flags.out !== undefined && isFormat(flags.format)) {
      command.error(
        'error: --out is for what a reporter of an extension makes: it needs --format publisher.name',
      );
    }
    if (flags.null === true && !paths.includes('-')) {
      command.error('error: --null is about names on standard input: it needs - among the paths');
    }
    if (paths.includes('')) command.error('error: one of the paths is empty');
    await checkContributed(context, flags, command);
    return ends(assess(context, paths, flags));
  });

  withPersonOptions(
    withEngineOptions(
      program
        .command('rank')
        .summary('order a folder from best to worst')
        .description(
          'Order the pictures of a folder from best to worst, each kind (photograph, artwork, interface) by itself.',
        )
        .argument('<folder>', 'the folder, walked with all folders in it')
        .addOption(
          new Option('--top <n>', 'print only the best of each kind').argParser(
            wholeNumberFrom(1, 1e9),
          ),
        )
        .addOption(choice('--format <format>', 'how results are printed', FORMATS, 'text'))
        .addOption(
          choice('--detail <detail>', 'how much json, jsonl and csv print', DETAILS, 'short'),
        )
        .addOption(languageOption())
        .addHelpText(
          'after',
          `
A run that is stopped goes on where it was when it is started again. Equal scores share a place. The
percentile is the share of the other pictures of that kind in this folder that a picture beats. With --profile
the order is that of this person's scores.
${EXIT_STATUS}`,
        ),
    ),
  ).action(async (folder: string, flags: RankFlags, command: Command) => {
    checkPerson(flags, command);
    await checkContributed(context, { language: flags.language }, command);
    return ends(rank(context, folder, flags));
  });

  withEngineOptions(
    program
      .command('compare')
      .summary('say which of two or more pictures is preferred, and why')
      .description(
        'Compare pictures: which one people would prefer, how surely, and what makes the difference.',
      )
      .argument('<picture...>', 'two or more picture files')
      .addOption(
        choice('--format <format>', 'how the comparison is printed', ['text', 'json'], 'text'),
      )
      .addOption(languageOption())
      .addHelpText(
        'after',
        `
The best is set against every other. The probability is that people rate the one above the other on average;
below 60 % it is too close to call. Pictures of different kinds (photograph, artwork, interface) have scales of
their own and cannot be compared. json prints one document, as comparison.schema.json says.
${EXIT_STATUS}`,
      ),
  ).action(async (paths: string[], flags: CompareFlags, command: Command) => {
    if (paths.includes('')) command.error('error: one of the paths is empty');
    if (paths.includes('-')) {
      command.error('error: compare takes the names of pictures, not a list on standard input');
    }
    if (paths.length < 2) {
      command.error('error: one picture alone cannot be compared: name two or more');
    }
    await checkContributed(context, { language: flags.language }, command);
    return ends(compare(context, paths, flags));
  });

  withEngineOptions(
    program
      .command('ask')
      .summary('ask a question about a picture')
      .description(
        'Ask about a picture, in plain English: how it was made, how it pleases, what it shows, how it feels; what works, what to do.',
      )
      .argument('<picture>', 'the picture file')
      .argument(
        '<question...>',
        'such as "is it sharp?", "is there a dog in it?", "how can I improve it?"; - reads them from standard input, one a line',
      )
      .addOption(choice('--format <format>', 'how answers are printed', ['text', 'json'], 'text'))
      .addOption(
        choice(
          '--decoder <decoder>',
          'who words open answers: lm is the language model of @calm-sdk/model-words',
          ['grounded', 'lm'],
          'grounded',
        ),
      )
      .addHelpText(
        'after',
        `
Questions are understood and answered in English only: in another language the answer is "cannot tell".
A question of yes or no is answered with how sure that is and why, an open one in sentences. What a picture does not tell, or what is too close to even, is
"cannot tell", which is an answer too and no failure.
${EXIT_STATUS}`,
      ),
  ).action((picture: string, questions: string[], flags: AskFlags, command: Command) => {
    if (questions.length > 1 && questions.includes(CONVERSATION)) {
      command.error('error: - reads all questions from standard input; name none beside it');
    }
    const empty = questions.findIndex((question) => question.trim() === '');
    if (empty >= 0) {
      command.error(`error: question ${empty + 1} of ${questions.length} is empty; none was asked`);
    }
    const file = questions.find((question) => existsSync(question));
    if (file !== undefined) {
      command.error(
        `error: ${printable(file)} is a file and no question; ask one picture at a time`,
      );
    }
    if (questions.length > 1 && questions.every((question) => /^[^\s?]+\??$/u.test(question))) {
      command.error(`error: put the question in quotes: "${printable(questions.join(' '))}"`);
    }
    return ends(ask(context, picture, questions, flags));
  });

  withEngineOptions(
    program
      .command('suggest')
      .summary('say what would make a picture better')
      .description(
        'Suggest edits of a picture, as exact parameters with the gain that they bring: each was tried on it, read and scored again.',
      )
      .argument('<picture>', 'the picture file, which is never changed')
      .option('--apply <file>', 'write the edited picture, at full size, to a new file')
      .option('--preview <file>', 'write a page that shows it before and after')
      .addOption(
        choice('--format <format>', 'how suggestions are printed', ['text', 'json'], 'text'),
      )
      .addOption(languageOption())
      .addHelpText(
        'after',
        `
Where nothing helps it says so, and what no edit undoes is advice for the next shot. Gains are points of the
score and of craft together. json prints the whole document, with settings for Camera Raw where they exist.
${EXIT_STATUS}`,
      ),
  ).action(async (picture: string, flags: SuggestFlags, command: Command) => {
    if (flags.preview !== undefined && !/\.html?$/iu.test(flags.preview)) {
      command.error(
        `error: --preview writes a page: give ${printable(flags.preview)} a name that ends in .html`,
      );
    }
    await checkContributed(context, { language: flags.language }, command);
    return ends(suggest(context, picture, flags));
  });

  withEngineOptions(
    program
      .command('evaluate')
      .summary("measure how well the scores agree with people's")
      .description(
        'Measure how well the scores agree with ratings of your own: rank and linear correlation, error, accuracy.',
      )
      .argument(
        '<ratings.csv>',
        'a list with a column of images and a column of ratings; rows of one image are averaged',
      )
      .option(
        '--image-column <name>',
        'the column of images (default: guessed, e.g. image, filename, path)',
      )
      .option(
        '--score-column <name>',
        'the column of ratings (default: guessed, e.g. score, mean, rating, mos)',
      )
      .option('--group-column <name>', 'report figures for each value of this column too')
      .option('--images <folder>', 'the folder that holds the images (default: that of the list)')
      .addOption(
        new Option(
          '--scale <low-high>',
          "the ratings' scale, e.g. 1-7, to report errors in points of 0 to 10",
        ).argParser(scaleFrom),
      )
      .addOption(choice('--format <format>', 'how results are printed', ['text', 'json'], 'text')),
  ).action((file: string, flags: EvaluateFlags) => ends(evaluate(context, file, flags)));

  withBundleOption(
    program
      .command('attributes')
      .summary('list what is read from a picture')
      .description('List the attributes: what each means, its unit, and which way is better.')
      .addOption(
        choice(
          '--format <format>',
          'how the list is printed',
          ['text', 'json', 'markdown'],
          'text',
        ),
      ),
  ).action((flags: Omit<AttributesFlags, 'cache'>) =>
    ends(attributes(context, { ...flags, cache: false })),
  );

  const bundle = program
    .command('bundle')
    .summary('add, list and remove model bundles')
    .description('Model bundles of your own, which --bundle then knows by name.');
  bundle
    .command('add')
    .description('Verify a bundle, try it on a test picture, and keep a copy of it.')
    .argument('<folder>', 'the folder with its bundle.json')
    .option('--name <name>', 'what to call it (default: the id in its manifest)')
    .action((folder: string, flags: { name?: string }) => ends(addBundle(context, folder, flags)));
  bundle
    .command('list')
    .description('List the bundles, and verify each.')
    .addOption(choice('--format <format>', 'how the list is printed', ['text', 'json'], 'text'))
    .action((flags: { format: 'text' | 'json' }) => ends(listBundles(context, flags)));
  bundle
    .command('remove')
    .description('Remove the copy of a bundle that was added.')
    .argument('<name>', 'its name in calm bundle list')
    .action((name: string) => ends(removeBundle(context, name)));

  addTaste(program, context, ends);
  addInstall(program, context, ends);
  addServe(program, context, {
    ends,
    endsStopped: (work) => {
      endsByInterrupt = true;
      return ends(work);
    },
  });
  addExtension(program, context, ends);

  withStoreOption(
    withEngineOptions(
      program
        .command('mcp')
        .summary('serve agents by the Model Context Protocol')
        .description(
          'Give an agent tools that assess, compare and rank pictures, answer questions, suggest edits, and note what you like.',
        )
        .addHelpText(
          'after',
          `
The agent starts it and speaks to it on standard input and output; it ends with the agent. Set it up as
  {"mcpServers": {"calm": {"command": "npx", "args": ["-y", "@calm-sdk/cli", "mcp"]}}}
It reads the picture files that the agent names, and changes none.`,
        ),
    ),
  ).action((flags: McpFlags) => ends(mcp(context, flags)));

  withBundleOption(
    program
      .command('doctor')
      .summary('check that everything works here')
      .description(
        'Check the installation: versions, formats, execution providers, the model, the cache.',
      )
      .addOption(
        choice('--format <format>', 'how the report is printed', ['text', 'json'], 'text'),
      ),
  ).action((flags: DoctorFlags) => ends(doctor(context, flags)));

  program
    .command('conformance')
    .summary('check that an engine keeps the protocol')
    .description(
      'Check an engine against the protocol, ours or one of your own making: messages, methods, errors, jobs.',
    )
    .argument(
      '<engine...>',
      'the URL of a server, or the program that speaks the protocol on its standard streams',
    )
    .option('--token-file <file>', 'holds the token for a server; default: that of calm serve')
    .addOption(choice('--format <format>', 'how verdicts are printed', ['text', 'json'], 'text'))
    .addHelpText(
      'after',
      `
Examples:
  calm conformance http://localhost:7474
  calm conformance -- node my-engine.mjs --stdio

What the engine does not name in calm/discover is not asked of it, and said to be skipped. Tastes are tried on
profiles of its own, which are deleted again. Exit status: 0 all kept, 1 something is broken, 2 wrong usage.`,
    )
    .action((command: string[], flags: ConformanceFlags) =>
      ends(conformance(context, command, flags)),
    );

  nameHelp(program, 'calm');

  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CalmError) {
      screen.problem(`${error.message} ${error.hint}`);
      return statusOf(context, FAILED);
    }
    if (!(error instanceof CommanderError)) {
      screen.problem(
        `a defect: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return statusOf(context, FAILED);
    }
    status = error.exitCode === 0 ? DONE : WRONG_USAGE;
  } finally {
    await extensions[Symbol.asyncDispose]();
  }
  await screen.print(help.join(''));
  return endsByInterrupt ? status : statusOf(context, status);
}

/** After a slip, every command names its own help. */
function nameHelp(command: Command, name: string): void {
  command.showHelpAfterError(`For help: ${name} --help`);
  for (const each of command.commands) nameHelp(each, `${name} ${each.name()}`);
}

/** A server is asked where one was named, and only then. */
function checkDecoder(flags: AssessFlags, command: Command): void {
  const { decoder, decoderUrl, decoderModel, decoderAllowHttp, sendPicture, language } = flags;
  if (decoder === 'lm' && language !== 'en') {
    command.error('error: --decoder lm writes English only');
  }
  if (decoder === 'remote') {
    if (decoderUrl === undefined || decoderModel === undefined) {
      command.error('error: --decoder remote needs --decoder-url and --decoder-model');
    }
    if (language !== 'en') {
      command.error(
        'error: --decoder remote writes English only: what it says is checked in no other language',
      );
    }
  } else if (
    [decoderUrl, decoderModel, decoderAllowHttp, sendPicture].some((flag) => flag !== undefined)
  ) {
    command.error('error: options of a remote decoder need --decoder remote');
  }
}
