import { resolve } from 'node:path';
import {
  inForce,
  storeRules,
  type Alike,
  type Assessment,
  type Engine,
  type Entry,
  type Noted,
  type Said,
} from '@calm-sdk/core';
import { DONE, WRONG_USAGE, type Context, type EngineFlags } from '../../context.js';
import { isFolder } from '../../pictures/walk.js';
import { withProgress, withTaste, type Opened } from '../../tastes/with-taste.js';
import type { TasteFlags } from '../../tastes/store.js';
import { printable } from '../../terminal/printable.js';
import { quoted } from '../../terminal/shell.js';
import { table } from '../../terminal/table.js';
import { tenths, toTenths } from '../../text/numbers.js';
import { kindsText, saidOfText, standingText } from '../../text/taste.js';

export interface SayFlags extends TasteFlags, EngineFlags {
  /** Scores of the pictures were in sight before. */
  readonly shown?: boolean;
}

/** One thing that is said of one picture of a command line. */
export interface Spoken {
  readonly said: Said;
  readonly picture: string;
  /** For the table: `4 of 1 to 5`, `picked`. */
  readonly as: string;
}

/**
 * `calm taste rate`, `choose`, `pick`, `reject`, `set`: notes what is said, all of it or nothing. Scores are shown afterwards, so that they
 * sway nobody.
 */
export async function say(
  context: Context,
  spoken: readonly (Omit<Spoken, 'said'> & { readonly said?: Said })[],
  flags: SayFlags,
): Promise<number> {
  const { screen, signal } = context;
  for (const { picture } of spoken) {
    if ((await isFolder(picture)) === true) {
      screen.problem(
        `${picture} is a folder: name pictures. Which of them to rate says: calm taste next ${quoted(picture)}`,
      );
      return WRONG_USAGE;
    }
  }
  const said = spoken.flatMap((each) => each.said ?? []);
  return withTaste(context, flags, 'say', async (opened) => {
    const { engine, profile } = opened;
    const before = inForce(await engine.tastes.entries(profile.name));
    const noted = await withProgress(context, (onProgress) =>
      engine.tastes.say(profile.name, said, {
        from: 'cli',
        shown: flags.shown ?? false,
        signal,
        onProgress,
      }),
    );
    const assessed = await assessAll(engine, profile.name, spoken);
    await screen.print(saidText(spoken, assessed, screen));
    tellOthers(context, opened, noted, before, assessed);
    return DONE;
  });
}

/** What is noted is noted: this is not stopped. */
async function assessAll(
  engine: Engine,
  profile: string,
  spoken: readonly { readonly picture: string }[],
): Promise<Assessment[]> {
  const assessed: Assessment[] = [];
  for (const { picture } of spoken) {
    const source = { kind: 'path', path: picture } as const;
    assessed.push(await engine.assess(source, { include: ['score'], profile }));
  }
  return assessed;
}

function saidText(
  spoken: readonly { readonly picture: string; readonly as: string }[],
  assessed: readonly Assessment[],
  { colours, width }: Context['screen'],
): string {
  const points = (value: number | undefined): string =>
    value === undefined ? '–' : tenths(toTenths(value));
  const rows = spoken.map(({ picture, as }, index) => {
    const score = assessed[index]?.score;
    return [printable(picture), as, points(score?.value), points(score?.personal?.value)];
  });
  const columns = [
    { title: 'Picture', cut: 'middle' },
    { title: 'You say' },
    { title: 'General', align: 'right' },
    { title: 'Yours', align: 'right' },
  ] as const;
  return `${table(columns, rows, width, (line) => colours.dim(line)).join('\n')}\n`;
}

function tellOthers(
  { screen }: Context,
  { profile }: Opened,
  { alike }: Noted,
  before: readonly Entry[],
  assessed: readonly Assessment[],
): void {
  for (const each of alike) screen.notice(alikeText(each, before, assessed));
  const unheard = new Set(
    assessed.filter(({ score }) => score?.personal === undefined).map(({ domain }) => domain.id),
  );
  for (const kind of unheard) {
    screen.notice(
      `"${profile.name}" speaks of ${kindsText(profile.kinds)} only: what you say of ${kindsText([kind])} is kept and does not count.`,
    );
  }
  for (const [kind, { score }] of new Map(assessed.map((each) => [each.domain.id, each]))) {
    if (score?.personal !== undefined) {
      screen.notice(standingText(profile.name, kind, score.personal));
    }
  }
}

/** Offered, and nothing done: only the person knows whether it is the same picture. */
function alikeText(
  { picture, like, path }: Alike,
  before: readonly Entry[],
  assessed: readonly Assessment[],
): string {
  const source = assessed.find((each) => each.picture.imageSha256 === picture)?.source;
  const last = before.findLast((entry) => storeRules.picturesOf(entry).includes(like));
  const known = path === undefined ? like : resolve(path);
  const what = last === undefined ? '' : `, ${saidOfText(last, like)}`;
  return (
    `${source?.path ?? picture} looks like ${known}${what}. Both count, together less than two others; ` +
    `if it is the same picture, moved or edited, drop the older: calm taste forget ${quoted(known)}`
  );
}
