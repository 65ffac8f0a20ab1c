/** `calm taste import`: what a person has said elsewhere, in files, in a list, or in an export of a store. */
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import {
  CalmError,
  importTaste,
  storeRules,
  type Entry,
  type ErrorInfo,
  type KnownPicture,
  type Scale,
} from '@calm-sdk/core';
import {
  DONE,
  FAILED,
  statusOf,
  WRONG_USAGE,
  type Context,
  type EngineFlags,
} from '../../context.js';
import { ratingsText, RatingsError } from '../../evaluation/ratings.js';
import { entriesOf, type EntryOptions, type PictureEntries } from '../../opinions/entries.js';
import {
  starsText,
  histogram,
  suggestMeaning,
  type Meaning,
  type Suggestion,
} from '../../opinions/histogram.js';
import type { Opinion } from '../../opinions/opinion.js';
import { ratingEntriesOf, readRatingsList } from '../../opinions/ratings-list.js';
import { readOpinions } from '../../opinions/read-opinions.js';
import { kindOf } from '../../pictures/kinds.js';
import { isFolder, nothingPassed } from '../../pictures/walk.js';
import { meaningIn } from '../../tastes/meaning.js';
import { withStore, type TasteFlags } from '../../tastes/store.js';
import { prepare, withProgress, withTaste, type Opened } from '../../tastes/with-taste.js';
import { ask, canAsk } from '../../terminal/ask.js';
import { printable } from '../../terminal/printable.js';
import { quoted } from '../../terminal/shell.js';
import { histogramText, meaningText } from '../../text/opinions.js';
import { counted } from '../../text/taste.js';
import { byPlace, read } from './keep.js';
import { tellFew, tellStanding, tellUnseen } from './standing.js';

export interface ImportFlags extends TasteFlags, EngineFlags {
  /** What stars mean; asked where it is not told. */
  readonly stars?: string;
  /** Of the ratings in a list. */
  readonly scale?: Scale;
}

/** Entries are kept in lots of so many pictures, so that a run that is stopped has lost little. */
const LOT = 200;

export async function importFrom(
  context: Context,
  source: string,
  flags: ImportFlags,
): Promise<number> {
  const folder = await isFolder(source);
  if (folder === undefined) {
    context.screen.problem(`there is no file or folder ${source}`);
    return FAILED;
  }
  if (folder || kindOf(path.basename(source)) !== 'other') {
    return flags.scale === undefined
      ? importOpinions(context, source, flags)
      : hasNoUse(context, source, 'scale', folder ? 'a folder' : 'a picture');
  }
  const bytes = await read(source);
  const isDocument = bytes.toString('latin1').trimStart().startsWith('{');
  const idle = (isDocument ? (['stars', 'scale', 'profile'] as const) : (['stars'] as const)).find(
    (each) => flags[each] !== undefined,
  );
  if (idle !== undefined)
    return hasNoUse(context, source, idle, isDocument ? 'an export' : 'a list');
  return isDocument
    ? importDocument(context, source, bytes, flags)
    : importList(context, source, bytes, flags);
}

/** What would be passed over in silence otherwise. */
function hasNoUse(
  { screen }: Context,
  source: string,
  option: 'profile' | 'scale' | 'stars',
  what: string,
): number {
  const why = {
    profile: 'its profiles come with it; calm taste merge adds one to another',
    scale: 'that is the scale of the ratings in a list',
    stars: 'that is what stars in picture files mean',
  }[option];
  screen.problem(`--${option} has no use for ${source}, which is ${what}: ${why}. Leave it out.`);
  return WRONG_USAGE;
}

/** An export: its profiles come with it. */
async function importDocument(
  context: Context,
  file: string,
  bytes: Buffer,
  flags: ImportFlags,
): Promise<number> {
  const { screen } = context;
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    screen.problem(
      `${file} is no JSON: ${error.message}. Export the store anew: calm taste export`,
    );
    return FAILED;
  }
  return withStore(context, flags, 'say', async (store) => {
    const { profiles } = await importTaste(store, document);
    for (const { profile, isNew, added, known } of profiles) {
      const before = known === 0 ? '' : `; ${known} ${known === 1 ? 'was' : 'were'} there already`;
      await screen.print(
        `"${printable(profile.name)}"${isNew ? ', a new profile' : ''}: ${counted(added, 'opinion')} added${before}.\n`,
      );
    }
    return statusOf(context, DONE);
  });
}

async function importList(
  context: Context,
  file: string,
  bytes: Buffer,
  flags: ImportFlags,
): Promise<number> {
  const { screen } = context;
  let list;
  try {
    list = readRatingsList(
      ratingsText(bytes),
      flags.scale === undefined ? {} : { scale: flags.scale },
    );
  } catch (error) {
    if (!(error instanceof RatingsError)) throw error;
    screen.problem(`${file} ${error.message}`);
    return FAILED;
  }
  tellFew(
    list.problems.map((problem) => `${file}, ${problem}`),
    (text) => screen.problem(text),
    (more) => `${file}: ${more} more lines with problems`,
  );
  await screen.print(
    printable(
      `${counted(list.ratings.length, 'rating')} in the column ${list.ratingColumn}, on a scale of ${list.scaleText}.`,
    ) + '\n',
  );
  const { mtime } = await stat(file);
  return withTaste(context, flags, 'say', (opened) =>
    addAll(context, opened, list.problems.length, (options) =>
      ratingEntriesOf(list, path.dirname(file), mtime, options),
    ),
  );
}

/** Opinions in picture files and beside them, where nothing is written. */
async function importOpinions(
  context: Context,
  folder: string,
  flags: ImportFlags,
): Promise<number> {
  const { screen, signal, env } = context;
  const opinions: Opinion[] = [];
  const failures: ErrorInfo[] = [];
  const named = [{ shown: folder, path: folder }];
  await withProgress(context, async (onProgress) => {
    for await (const each of readOpinions(named, nothingPassed(), { signal, env })) {
      if (each.kind === 'opinion') opinions.push(each.opinion);
      else failures.push(each.error);
      onProgress(opinions.length + failures.length);
    }
  });
  if (signal.aborted) {
    screen.notice('Stopped: nothing was imported yet.');
    return statusOf(context, DONE);
  }
  tellFailures(context, failures);
  if (opinions.length === 0) {
    screen.problem(`no pictures in ${folder}`);
    return FAILED;
  }
  const counts = histogram(opinions);
  const suggestion = suggestMeaning(counts);
  await screen.print(histogramText(counts, screen));
  tellDoubts(context, opinions);
  const ahead = opinions.filter(({ isAhead }) => isAhead === true);
  if (ahead.length > 0) {
    screen.notice(
      `${counted(ahead.length, 'file says', 'files say')} that it was written in the future (such as ${ahead[0]?.name.shown ?? ''}): what stands there counts as of its last change, or of now. Check the clock.`,
    );
  }
  const starred = opinions.some(({ stars }) => stars !== undefined);
  if (!starred && !opinions.some(({ flag }) => flag !== undefined)) {
    screen.problem(
      `nothing is said in these files or beside them. Programs that keep stars in a catalogue write them with "save metadata to files"; to rate here: calm taste next ${quoted(folder)}`,
    );
    return FAILED;
  }
  // Flags need no meaning.
  const meaning = starred
    ? await meaningOf(context, suggestion, flags.stars)
    : ({ kind: 'nothing' } as const);
  if (meaning === undefined) return statusOf(context, WRONG_USAGE);
  return withTaste(context, flags, 'say', (opened) =>
    addAll(context, opened, failures.length, (options) => entriesOf(opinions, meaning, options)),
  );
}

async function meaningOf(
  context: Context,
  suggestion: Suggestion,
  told: ImportFlags['stars'],
): Promise<Meaning | undefined> {
  const { screen } = context;
  if (told !== undefined) {
    const meant = meaningIn(told, suggestion);
    if (meant?.kind === 'keepers') {
      screen.notice(`Pictures from ${starsText(meant.from)} on count as picked.`);
    }
    return meant;
  }
  await screen.print(`\n${meaningText(suggestion, screen)}`);
  if (!canAsk(context)) {
    screen.problem(
      'nobody can be asked here what stars mean: say it with --stars keepers, --stars quality or --stars nothing. Nothing was imported.',
    );
    return undefined;
  }
  const { meaning } = suggestion;
  const answered = await ask(
    context,
    `keepers, quality or nothing? [${meaning.kind}] `,
    (answer) => (answer === '' ? meaning : meaningIn(answer.toLowerCase(), suggestion)),
    'Answer with one of the words; "keepers 3" means from 3 stars on.',
  );
  if (answered === undefined) screen.notice('Nothing was imported.');
  return answered;
}

/** Adds what is new, and looks at the pictures then: what is added is not lost where that is stopped. */
async function addAll(
  context: Context,
  { engine, store, profile }: Opened,
  problems: number,
  entriesFor: (options: EntryOptions) => AsyncIterable<PictureEntries>,
): Promise<number> {
  const { screen, signal } = context;
  const { tastes } = engine;
  const log = await tastes.entries(profile.name);
  const failures: ErrorInfo[] = [];
  const named = new Set(log.flatMap(storeRules.picturesOf));
  const places = byPlace(await store.pictures([...named]));
  const options = { profile: profile.id, session: randomUUID(), log, places, signal };
  const changed: { readonly shown: string; readonly before: string }[] = [];
  const rated = new Set(
    log.flatMap((entry) => (entry.kind === 'rating' ? storeRules.picturesOf(entry) : [])),
  );
  const counts = {
    ...{ opinions: 0, pictures: 0, copies: 0 },
    ...{ replaced: 0, takenBack: 0, known: 0, again: 0 },
  };
  let lot: { readonly picture: KnownPicture; readonly entries: readonly Entry[] }[] = [];
  const add = async (): Promise<void> => {
    const entries = lot.flatMap((each) => each.entries);
    const pictures = lot.map(({ picture }) => picture);
    const added = await tastes.add(profile.name, entries, pictures);
    counts.opinions += Math.max(0, added - entries.filter(takesBack).length);
    lot = [];
  };
  await withProgress(context, async (onProgress) => {
    let done = 0;
    for await (const each of entriesFor(options)) {
      done += 1;
      onProgress(done);
      if (each.kind === 'failure') failures.push(each.error);
      else if (each.kind === 'copy') counts.copies += 1;
      else {
        counts.pictures += each.former === 'taken-back' ? 0 : 1;
        counts.replaced += each.former === 'replaced' ? 1 : 0;
        counts.takenBack += each.former === 'taken-back' ? 1 : 0;
        if (each.known !== undefined) {
          counts.known += each.known;
          counts.again += rated.has(each.picture.sha256) ? each.entries.length : 0;
        }
        const before = each.picture.paths.map((place) => places.get(place)).find(Boolean);
        if (before !== undefined && !named.has(each.picture.sha256)) {
          changed.push({ shown: each.name.shown, before });
        }
        lot.push(each);
        if (lot.length >= LOT) await add();
      }
    }
  });
  await add();
  tellFailures(context, failures);
  if (counts.copies > 0) {
    screen.notice(
      `${counted(counts.copies, 'file shows', 'files show')} the same picture as one before: it counts once.`,
    );
  }
  tellChanged(context, changed);
  await screen.print(`"${printable(profile.name)}": ${newsText(counts)}\n`);
  if (signal.aborted) {
    screen.notice('Stopped: what was added is kept, and the same command goes on from there.');
    return statusOf(context, DONE);
  }
  try {
    tellUnseen(context, await prepare(context, tastes, profile.name));
  } catch (error) {
    if (!(error instanceof CalmError && error.code === 'cancelled')) throw error;
    screen.notice(
      'Stopped: all ratings are kept. The same command goes on with looking at the pictures.',
    );
    return statusOf(context, DONE);
  }
  await tellStanding(context, engine, profile.name);
  return problems + failures.length > 0 ? FAILED : DONE;
}

/** Such an entry adds no opinion. */
function takesBack(entry: Entry): boolean {
  return entry.kind === 'retraction' || (entry.kind === 'flag' && entry.flag === 'none');
}

/** What an import came to: one line. */
function newsText(counts: {
  readonly opinions: number;
  readonly pictures: number;
  readonly replaced: number;
  readonly takenBack: number;
  /** Rows of a list that the log had. */
  readonly known: number;
  /** New ratings of pictures that were rated before. */
  readonly again: number;
}): string {
  const { opinions, pictures, replaced, takenBack, known, again } = counts;
  const news = opinions === 0 ? 'nothing new' : `${counted(opinions, 'opinion')} added`;
  const former = [
    ...(replaced === 0 ? [] : [`replaced for ${counted(replaced, 'picture')}`]),
    ...(takenBack === 0 ? [] : [`taken back for ${counted(takenBack, 'picture')}`]),
  ];
  return (
    `${news}, of ${counted(pictures, 'picture')} with something to say.` +
    (former.length === 0 ? '' : ` What files said before is ${former.join(' and ')}.`) +
    (again === 0
      ? ''
      : ` ${counted(again, 'rating is', 'ratings are')} of pictures rated before.`) +
    (known === 0 ? '' : ` ${counted(known, 'rating was', 'ratings were')} there already.`)
  );
}

function tellFailures({ screen }: Context, failures: readonly ErrorInfo[]): void {
  tellFew(
    failures.map(({ message, hint }) => `${message} ${hint}`),
    (text) => screen.problem(text),
    (more) => `${more} more pictures failed likewise`,
  );
}

/** A file with another image is another picture, of which something was said as well: only the person knows whether that still holds. */
function tellChanged(
  { screen }: Context,
  changed: readonly { readonly shown: string; readonly before: string }[],
): void {
  tellFew(
    changed.map(
      ({ shown, before }) =>
        `${shown} has changed since something was said of it; both count. To drop what was said before: calm taste forget ${before}`,
    ),
    (text) => screen.notice(text),
    (more) => `${more} more files have changed so`,
  );
}

/** What was read and is in doubt, a few of it one by one. */
function tellDoubts({ screen }: Context, opinions: readonly Opinion[]): void {
  tellFew(
    opinions.flatMap(({ name, disagreements, problems }) =>
      [...disagreements, ...problems].map((what) => `${name.shown}: ${what}`),
    ),
    (text) => screen.notice(text),
    (more) => `${more} more such remarks`,
  );
}
