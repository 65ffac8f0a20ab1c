import { statSync } from 'node:fs';
import { findLocale, type Assessment, type Engine, type FolderCache } from '@calm-sdk/core';
import { Commentator, languageModelFor, type CommentFlags } from '../comments/commentator.js';
import type { Context, EngineFlags } from '../context.js';
import { DONE, FAILED, withEngine } from '../context.js';
import { partsOf, type Detail } from '../formats/json.js';
import { openReporter } from '../extensions/reporter.js';
import { isFormat, openReport } from '../formats/report.js';
import { run, sayWhatWasPassed } from '../pictures/run.js';
import type { TasteFlags } from '../tastes/store.js';
import { seeWhatWasSaid, withNamedProfile } from '../tastes/with-taste.js';
import { Warnings } from '../text/warnings.js';

export interface AssessFlags extends EngineFlags, CommentFlags, TasteFlags {
  /** One of ours, or the id of a reporter that an extension brings. */
  readonly format: string;
  /** Where a reporter's file goes. */
  readonly out?: string;
  readonly detail: Detail;
  readonly minScore?: number;
  /** Adds a comment to every document; text has one in any case, and whoever names a decoder wants what it writes. */
  readonly comment?: boolean;
  /** Adds suggestions to every document; text of a single picture has them in any case. */
  readonly suggest?: boolean;
  /** Names on standard input end with NUL. */
  readonly null?: boolean;
}

/** `calm assess`: every picture that was named, in that order. */
export async function assess(
  context: Context,
  paths: readonly string[],
  flags: AssessFlags,
): Promise<number> {
  const { screen } = context;
  const {
    format,
    detail,
    minScore,
    decoder,
    comment = format === 'text' || decoder !== 'grounded',
    language,
    profile,
  } = flags;
  // A line for each of several pictures has no room for a comment: none is paid for.
  const inLines = format === 'text' && detail === 'normal' && !isOnePicture(paths);
  if (inLines && decoder !== 'grounded') {
    screen.notice(
      'A line each has no room for comments: --detail full or --format json shows them.',
    );
  }
  const asked = inLines ? { ...flags, decoder: 'grounded' as const } : flags;
  const { reporters } = await context.extensions();
  const reporter = reporters.find(({ id }) => id === format);
  const commentator = await Commentator.open(context, asked, detail);
  const languageModel = languageModelFor(asked);
  const work = async (engine: Engine, cache: FolderCache | undefined): Promise<number> => {
    if (profile !== undefined) await seeWhatWasSaid(context, engine, profile);
    const report =
      reporter !== undefined
        ? await openReporter(context, reporter, flags.out)
        : openReport(screen, {
            format: isFormat(format) ? format : 'text',
            detail,
            minScore,
            attributes: engine.attributes,
            locale: findLocale(engine.locales, language),
            comments: comment,
            personal: profile !== undefined,
          });
    const warnings = new Warnings();
    const suggestsAnyway =
      format === 'text' && engine.bundle.manifest.suggestion !== undefined && isOnePicture(paths);
    let done = 0;
    let failed = 0;
    let below = 0;
    const started = context.now();
    const settings = {
      nulSeparated: flags.null === true,
      include: [
        ...partsOf(detail, flags.suggest ?? suggestsAnyway),
        ...(reporter?.needs ?? []),
        // The tokens that the language model reads.
        ...(languageModel === undefined ? [] : (['features'] as const)),
      ],
      language,
      ...(profile === undefined ? {} : { profile }),
    };
    const passed = await run(context, engine, paths, settings, async (result) => {
      if (result.status === 'failed') {
        failed += 1;
      } else {
        done += 1;
        const value = result.score?.value;
        if (minScore !== undefined && value !== undefined && value < minScore) below += 1;
      }
      const told =
        comment && result.status === 'ok'
          ? { ...unread(result), comment: await commentator.comment(engine, result) }
          : result;
      if (told.status === 'ok') {
        warnings.add(told.warnings);
        warnings.add(told.comment?.warnings);
      }
      await report.add(told);
    });
    await report.end();
    commentator.end();
    if (warnings.line !== undefined && !['json', 'jsonl'].includes(format)) {
      screen.problem(warnings.line);
    }

    if (format === 'text' && done + failed > 1 && !context.interrupt.aborted) {
      const seconds = (context.now() - started) / 1000;
      screen.notice(
        [
          `${done} assessed in ${seconds.toFixed(1)} s`,
          ...(cache !== undefined && cache.hits > 0 ? [`${cache.hits} of them remembered`] : []),
          ...(failed > 0 ? [`${failed} failed`] : []),
          ...(minScore === undefined ? [] : [`${below} below ${minScore}`]),
        ].join(', '),
      );
    }
    const nothing = sayWhatWasPassed(context, passed, done + failed);
    return failed > 0 || below > 0 || nothing || commentator.failed ? FAILED : DONE;
  };
  return withNamedProfile(context, flags, (more) =>
    withEngine(context, flags, work, {
      ...more,
      decoders: commentator.decoders,
      ...(languageModel === undefined ? {} : { languageModel }),
    }),
  );
}

/** Without what only the language model reads. */
function unread({ features: _, ...assessment }: Assessment): Assessment {
  return assessment;
}

/** A name may be that of a folder, or stand for many names. */
function isOnePicture(paths: readonly string[]): boolean {
  const [path, ...others] = paths;
  if (path === undefined || path === '-' || others.length > 0) return false;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
