import { statSync } from 'node:fs';
import { findLocale } from '@calm-sdk/core';
import type { Context, EngineFlags } from '../context.js';
import { DONE, FAILED, withEngine } from '../context.js';
import { partsOf, type Detail } from '../formats/json.js';
import { openReport, type Format } from '../formats/report.js';
import { run, sayWhatWasPassed } from '../pictures/run.js';

export interface AssessFlags extends EngineFlags {
  readonly format: Format;
  readonly detail: Detail;
  readonly minScore?: number;
  /** Adds a comment to every document; text has one in any case. */
  readonly comment?: boolean;
  /** Adds suggestions to every document; text of a single picture has them in any case. */
  readonly suggest?: boolean;
  readonly language: string;
  /** Names on standard input end with NUL. */
  readonly null?: boolean;
}

/** `calm assess`: every picture that was named, in that order. */
export async function assess(
  context: Context,
  paths: readonly string[],
  flags: AssessFlags,
): Promise<number> {
  return withEngine(context, flags, async (engine, cache) => {
    const { screen } = context;
    const { format, detail, minScore, language, comment = format === 'text' } = flags;
    const report = openReport(screen, {
      format,
      detail,
      minScore,
      attributes: engine.attributes,
      locale: findLocale(engine.locales, language),
      comments: comment,
    });
    const suggestsAnyway =
      format === 'text' && engine.bundle.manifest.suggestion !== undefined && isOnePicture(paths);
    let done = 0;
    let failed = 0;
    let below = 0;
    const started = context.now();
    const settings = {
      nulSeparated: flags.null === true,
      include: partsOf(detail, flags.suggest ?? suggestsAnyway),
      language,
    };
    const passed = await run(context, engine, paths, settings, async (result) => {
      if (result.status === 'failed') {
        failed += 1;
      } else {
        done += 1;
        const value = result.score?.value;
        if (minScore !== undefined && value !== undefined && value < minScore) below += 1;
      }
      await report.add(
        comment && result.status === 'ok'
          ? { ...result, comment: await engine.comment(result, { language, detail }) }
          : result,
      );
    });
    await report.end();

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
    return failed > 0 || below > 0 || nothing ? FAILED : DONE;
  });
}

/** A name may be that of a folder, or stand for many names. */
function isOnePicture(paths: readonly string[]): boolean {
  const [path, ...others] = paths;
  if (path === undefined || path === '-' || others.length > 0) return false;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
