/** `calm taste report`: what was learned of a person, how surely, and whether it helps. */
import { writeFile } from 'node:fs/promises';
import { inForce } from '@calm-sdk/core';
import { DONE, FAILED, type Context, type EngineFlags } from '../../context.js';
import { gainSvg } from '../../formats/gain-svg.js';
import { jsonLine } from '../../formats/json.js';
import { adviceOf } from '../../tastes/advice.js';
import { isAllTheSame, selfAgreement } from '../../tastes/agreement.js';
import type { TasteFlags } from '../../tastes/store.js';
import { prepare, withProgress, withTaste } from '../../tastes/with-taste.js';
import { registryOf } from '../../text/readings.js';
import { ALL_THE_SAME } from '../../text/taste.js';
import { tasteReportText } from '../../text/taste-report.js';
import { tellUnseen } from './standing.js';

export interface ReportFlags extends TasteFlags, EngineFlags {
  readonly format: 'text' | 'json';
  /** Where a plot is written. */
  readonly svg?: string;
}

export async function report(context: Context, flags: ReportFlags): Promise<number> {
  const { screen, signal } = context;
  return withTaste(context, flags, 'read', async ({ engine, profile }) => {
    const { tastes, attributes } = engine;
    const { name } = profile;
    const prepared = await prepare(context, tastes, name);
    const entries = inForce(await tastes.entries(name));
    if (screen.noticesAreSeen) screen.notice('Trying what was learned, shoot by shoot …');
    const reports = await withProgress(context, (onProgress) =>
      tastes.report(name, { from: 'cli', signal, onProgress }),
    );
    const agreement = selfAgreement(entries);
    if (flags.format === 'json') {
      const kinds = reports.map((each) => ({
        ...each,
        advice: adviceOf(each, agreement),
      }));
      const document = {
        profile,
        kinds,
        selfAgreement: agreement ?? null,
        unseen: prepared.unseen.length,
      };
      await screen.print(`${jsonLine(document)}\n`);
    } else {
      const { colours, width } = screen;
      const registry = registryOf(attributes);
      const options = { profile: name, registry, colours, width, agreement };
      const texts = reports
        .toSorted((a, b) => b.ratings - a.ratings)
        .map((each) => tasteReportText(each, options));
      await screen.print(texts.join('\n'));
      tellUnseen(context, prepared);
      if (reports.length === 0) {
        screen.problem(
          isAllTheSame(entries)
            ? ALL_THE_SAME
            : prepared.unseen.length > 0
              ? `nothing can be learned from "${name}": none of the pictures that it speaks of can be looked at.`
              : `nothing was said in "${name}" that could be learned from: calm taste next FOLDER proposes pictures to rate.`,
        );
      }
    }
    const drawn =
      flags.svg === undefined || (await draw(context, flags.svg, gainSvg(name, reports)));
    return reports.length > 0 && drawn ? DONE : FAILED;
  });
}

async function draw({ screen }: Context, file: string, svg: string | undefined): Promise<boolean> {
  if (svg === undefined) {
    screen.problem(
      `${file} was not written: no gain can be measured yet, for that takes rated pictures of two shoots.`,
    );
    return false;
  }
  try {
    await writeFile(file, svg);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    screen.problem(`${file} cannot be written: ${error.message}.`);
    return false;
  }
}
