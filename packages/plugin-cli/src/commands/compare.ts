import { compareAll, findLocale, type AssessmentResult } from '@calm-sdk/core';
import {
  DONE,
  FAILED,
  WRONG_USAGE,
  withEngine,
  type Context,
  type EngineFlags,
} from '../context.js';
import { jsonLine } from '../formats/json.js';
import { failureText } from '../formats/report.js';
import { run, sayWhatWasPassed } from '../pictures/run.js';
import { isFolder } from '../pictures/walk.js';
import { comparisonText } from '../text/comparison.js';
import { registryOf } from '../text/readings.js';
import { Warnings } from '../text/warnings.js';

export interface CompareFlags extends EngineFlags {
  readonly format: 'text' | 'json';
  readonly language: string;
}

/** `calm compare`: which of two or more pictures is preferred, how surely, and why. */
export async function compare(
  context: Context,
  paths: readonly string[],
  flags: CompareFlags,
): Promise<number> {
  const { screen } = context;
  for (const path of paths) {
    if ((await isFolder(path)) === true) {
      screen.problem(
        `${path} is a folder: compare takes pictures. To order a folder, use: calm rank ${path}`,
      );
      return WRONG_USAGE;
    }
  }
  const { language } = flags;
  return withEngine(context, flags, async (engine) => {
    const locale = findLocale(engine.locales, language);
    const results: AssessmentResult[] = [];
    const names = new Map<string, string>();
    const warnings = new Warnings();
    let failed = 0;
    const passed = await run(context, engine, paths, { language }, (result) => {
      const name = result.source.path ?? '';
      if (result.status === 'failed') {
        failed += 1;
        if (flags.format === 'text') screen.problem(failureText(result));
      } else {
        const { sha256 } = result.picture;
        const same = names.get(sha256);
        if (same !== undefined) {
          screen.notice(`${name} is the same picture as ${same}, byte for byte: it counts once.`);
          return Promise.resolve();
        }
        names.set(sha256, name);
        warnings.add(result.warnings);
      }
      results.push(result);
      return Promise.resolve();
    });
    if (context.interrupt.aborted) return DONE; // a verdict on some of them would be none
    sayWhatWasPassed(context, passed, paths.length);
    const comparison = compareAll(results, locale);
    const enough = comparison.pictures.length > 1;
    if (flags.format === 'json') {
      await screen.print(`${jsonLine(comparison)}\n`);
    } else if (enough) {
      const { colours, width } = screen;
      const registry = registryOf(engine.attributes, locale);
      await screen.print(comparisonText(comparison, { registry, colours, width }));
    }
    if (warnings.line !== undefined && flags.format === 'text') screen.problem(warnings.line);
    if (!enough) {
      const left = comparison.pictures.length === 0 ? 'no picture' : 'only one picture';
      screen.problem(`there is ${left} to compare: name two or more that differ.`);
    }
    return failed > 0 || !enough ? FAILED : DONE;
  });
}
