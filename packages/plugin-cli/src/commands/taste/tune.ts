/** `calm taste tune`: tries whether a person is known better in a way of their own, and keeps it only then. */
import type { TuneReport } from '@calm-sdk/core';
import { DONE, FAILED, type Context, type EngineFlags } from '../../context.js';
import type { TasteFlags } from '../../tastes/store.js';
import { withProgress, withTaste } from '../../tastes/with-taste.js';
import { wrap } from '../../terminal/columns.js';
import { printable } from '../../terminal/printable.js';
import { KINDS, signedFigure } from '../../text/taste.js';

export async function tune(context: Context, flags: TasteFlags & EngineFlags): Promise<number> {
  const { screen, signal } = context;
  return withTaste(context, flags, 'change', async ({ engine, profile }) => {
    if (screen.noticesAreSeen) screen.notice('Trying ways to learn, shoot by shoot …');
    const reports = await withProgress(context, (onProgress) =>
      engine.tastes.tune(profile.name, { from: 'cli', signal, onProgress }),
    );
    const { width = Infinity } = screen;
    for (const each of reports) {
      await screen.print(`${wrap(tuneText(printable(profile.name), each), width).join('\n')}\n`);
    }
    if (reports.length > 0) return DONE;
    screen.problem(
      `nothing was said in "${profile.name}" that could be learned from: calm taste next FOLDER proposes pictures to rate.`,
    );
    return FAILED;
  });
}

function tuneText(profile: string, { kind, strengths, gain, kept }: TuneReport): string {
  const start = `${profile}, ${KINDS[kind]}:`;
  if (gain === undefined) {
    return `${start} too little to tell, for that takes rated pictures of two shoots; nothing is changed.`;
  }
  const measured = `${signedFigure(gain.gain)} on shoots that it was not learned from, with ${Math.round(gain.level * 100)} % certainty ${signedFigure(gain.low)} to ${signedFigure(gain.high)}`;
  return kept === undefined
    ? `${start} learning as for most people suits you as well; a way of your own would gain ${measured}.`
    : `${start} learned in a way of your own from here on: what pictures show counts ${timesText(strengths.strength)} for most people, how they are made ${timesText(strengths.readingStrength)} for them. It gains ${measured}.`;
}

function timesText(times: number): string {
  return times === 1 ? 'as much as' : `${times} times as much as`;
}
