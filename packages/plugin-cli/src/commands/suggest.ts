import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  assertDevelopable,
  CalmError,
  developFile,
  findLocale,
  openPicture,
  previewOf,
  type Suggestions,
} from '@calm-sdk/core';
import { DONE, withEngine, type Context, type EngineFlags } from '../context.js';
import { jsonLine } from '../formats/json.js';
import { printable } from '../terminal/printable.js';
import { previewPage, type Shown } from '../text/preview-page.js';
import { registryOf, type Registry } from '../text/readings.js';
import { Warnings } from '../text/warnings.js';
import { gained, suggestionLines } from '../text/suggestions.js';

export interface SuggestFlags extends EngineFlags {
  readonly format: 'text' | 'json';
  readonly language: string;
  /** Where the edited picture goes. */
  readonly apply?: string;
  /** Where a page goes that shows before and after. */
  readonly preview?: string;
}

/** `calm suggest`: what would make one picture better, and on request the picture so edited. */
export async function suggest(
  context: Context,
  path: string,
  flags: SuggestFlags,
): Promise<number> {
  if (flags.apply !== undefined) await assertDevelopable(path, flags.apply);
  return withEngine(context, flags, async (engine) => {
    const { screen, signal } = context;
    const source = { kind: 'path', path } as const;
    const { language } = flags;
    const registry = registryOf(engine.attributes, findLocale(engine.locales, language));
    const assessment = await engine.assess(source, {
      signal,
      language,
      include: ['score', 'attributes', 'findings', 'suggestions'],
    });
    const { suggestions } = assessment;
    if (suggestions === undefined) throw new Error('The assessment has no suggestions.');
    if (flags.format === 'json') {
      await screen.print(`${jsonLine(assessment)}\n`);
    } else {
      const { colours, width } = screen;
      const lines = [
        colours.bold(printable(path)),
        '',
        ...suggestionLines(suggestions, { registry, colours, width }),
      ];
      await screen.print(lines.map((line) => `${line.trimEnd()}\n`).join(''));
      const warnings = new Warnings();
      warnings.add(assessment.warnings);
      if (warnings.line !== undefined) screen.problem(warnings.line);
    }
    if (flags.preview !== undefined) {
      await writePage(flags.preview, path, suggestions, registry, signal);
      screen.notice(`${printable(flags.preview)} shows it before and after.`);
    }
    if (flags.apply !== undefined) {
      const edits = editsOf(suggestions);
      if (edits.length === 0) {
        screen.notice(`Nothing to apply: ${printable(flags.apply)} was not written.`);
      } else {
        await developFile(path, edits, flags.apply, { signal });
        screen.notice(
          `${printable(flags.apply)} is the picture so edited; ${printable(path)} is as it was.`,
        );
      }
    }
    return DONE;
  });
}

/** What goes together, or the one suggestion that there is. */
function editsOf({ plan, suggestions }: Suggestions) {
  return plan?.edits ?? suggestions.slice(0, 1).map(({ edit }) => edit);
}

async function writePage(
  file: string,
  path: string,
  { suggestions, plan }: Suggestions,
  { locale, words }: Registry,
  signal: AbortSignal,
): Promise<void> {
  const picture = await openPicture({ kind: 'path', path }, { signal });
  const before: Shown = { jpeg: await previewOf(picture), title: words.asItIs, lines: [] };
  const after: Shown[] = [];
  if (plan !== undefined) {
    after.push({
      jpeg: await previewOf(picture, plan.edits),
      title: capital(words.together(plan.text)),
      lines: [gained(plan.gain, words, true)],
    });
  }
  for (const { edit, text, gain, reason } of suggestions) {
    after.push({
      jpeg: await previewOf(picture, [edit]),
      title: text,
      lines: [gained(gain, words, true), reason],
    });
  }
  const name = basename(path);
  try {
    await writeFile(
      file,
      previewPage({ title: words.pageTitle(name), name, language: locale.id }, before, after),
      { flag: 'wx' },
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw error.code === 'EEXIST'
      ? new CalmError('invalid-request', `${file} exists already.`, {
          hint: 'Name another file, or remove it first.',
        })
      : new CalmError('file-unreadable', `${file} cannot be written: ${error.message}`, {
          hint: 'Name a file in a folder that you may write to.',
        });
  }
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
