/** `calm taste next`: the pictures of a folder whose ratings would teach most. */
import type { Engine, ImageSource, NextPicture } from '@calm-sdk/core';
import { DONE, FAILED, withEngine, type Context, type EngineFlags } from '../../context.js';
import { jsonLine } from '../../formats/json.js';
import { failureText } from '../../formats/report.js';
import { sourceOf } from '../../pictures/assess-found.js';
import { sayWhatWasPassed } from '../../pictures/run.js';
import { nothingPassed, walk } from '../../pictures/walk.js';
import { findProfile } from '../../tastes/profile.js';
import { withStore, type TasteFlags } from '../../tastes/store.js';
import { withProgress } from '../../tastes/with-taste.js';
import { cells, wrap } from '../../terminal/columns.js';
import { printable } from '../../terminal/printable.js';
import { quoted } from '../../terminal/shell.js';
import { table } from '../../terminal/table.js';
import { registryOf, type Registry } from '../../text/readings.js';
import { tellsText } from '../../text/taste.js';

export interface NextFlags extends TasteFlags, EngineFlags {
  readonly format: 'text' | 'json';
  /** How many are proposed. */
  readonly count: number;
}

/** Pictures named in the command that rates them. */
const NAMED = 3;

const INDENT = '    ';

export async function next(
  context: Context,
  paths: readonly string[],
  flags: NextFlags,
): Promise<number> {
  const { screen, signal } = context;
  return withStore(context, flags, 'read', async (store) => {
    const said = (await store.profiles()).length > 0;
    const profile = said ? await findProfile(store, flags.profile) : undefined;
    return withEngine(context, flags, (engine) => propose(engine, profile?.name), { store });
  });

  /** @param profile none where nobody has said anything yet */
  async function propose(engine: Engine, profile: string | undefined): Promise<number> {
    const passed = nothingPassed();
    const names = new Map<ImageSource, string>();
    let failed = 0;
    const named = paths.map((path) => ({ shown: path, path }));
    for await (const found of walk(named, passed)) {
      const name = found.name.shown;
      if (found.kind === 'picture') names.set(sourceOf(found.name), name);
      else {
        failed += 1;
        const { error } = found;
        screen.problem(
          failureText({ status: 'failed', source: { kind: 'path', path: name }, error }),
        );
      }
    }
    const proposed = await withProgress(context, (onProgress) =>
      engine.tastes.next(profile, [...names.keys()], {
        count: flags.count,
        signal,
        onProgress,
        onFailed: (source, error) => {
          failed += 1;
          const path = names.get(source) ?? '';
          screen.problem(failureText({ status: 'failed', source: { kind: 'path', path }, error }));
        },
      }),
    );
    const pictures = proposed.map((picture) => ({
      ...picture,
      path: names.get(picture.source) ?? '',
    }));
    // Without scores: who has seen one before rating may follow it.
    if (flags.format === 'json') {
      const documents = pictures.map(({ path, sha256, bits, topics }) => ({
        path,
        sha256,
        bits,
        topics,
      }));
      await screen.print(`${jsonLine({ profile: profile ?? null, pictures: documents })}\n`);
    } else if (pictures.length > 0) {
      await screen.print(nextText(pictures, registryOf(engine.attributes), context.screen));
    }
    const nothing = sayWhatWasPassed(context, passed, names.size + failed);
    if (!nothing && pictures.length === 0 && names.size > failed) {
      screen.notice(`Nothing is left to rate here: all of it is known to "${profile ?? ''}".`);
    }
    return failed > 0 || nothing ? FAILED : DONE;
  }
}

/** With as many pictures as stand on a line, and one at least. */
function commandFor(pictures: readonly Named[], width = Infinity): string {
  const named = pictures.slice(0, NAMED).map(({ path }) => `${quoted(path)} _`);
  const commands = named.map((_, index) => {
    const rest = pictures.length > index + 1 ? ' …' : '';
    return `  calm taste rate ${named.slice(0, index + 1).join(' ')}${rest}`;
  });
  return commands.findLast((command) => cells(command) <= width) ?? commands[0] ?? '';
}

type Named = NextPicture & { readonly path: string };

function nextText(
  pictures: readonly Named[],
  registry: Registry,
  { colours, width }: Context['screen'],
): string {
  const rows = pictures.map(({ path, topics }, index) => [
    String(index + 1),
    printable(path),
    tellsText(topics, registry),
  ]);
  const columns = [{ title: '', align: 'right' }, { title: 'Picture' }, { title: 'Why' }] as const;
  const wide = table(columns, rows, undefined, (line) => colours.dim(line));
  const fits = width === undefined || wide.every((line) => cells(line) <= width);
  // A name that is cut short is of no use to whoever wants to look at the picture.
  const lines = fits
    ? wide
    : rows.flatMap(([place = '', path = '', why = '']) => [
        `${place.padStart(2)}  ${path}`,
        ...wrap(why, width - INDENT.length).map((line) => INDENT + line),
      ]);
  const request =
    'Look at them, then rate 1 to 5 in place of _ (scores are left out, so that they do not sway you):';
  return [
    ...lines,
    '',
    ...(width === undefined ? [request] : wrap(request, width)),
    commandFor(pictures, width),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
