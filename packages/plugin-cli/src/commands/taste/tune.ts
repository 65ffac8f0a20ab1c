/** `calm taste tune`: tries whether a person is known better in a way of their own, and keeps it only then. */
import type { TuneReport } from '@calm-sdk/core';
import { DONE, FAILED, type Context, type EngineFlags } from '../../context.js';
import type { TasteFlags } from '../../tastes/store.js';
import { withTaste } from '../../tastes/with-taste.js';
import { printable } from '../../terminal/printable.js';
import { KINDS, signedFigure } from '../../text/taste.js';

export async function tune(context: Context, flags: TasteFlags & EngineFlags): Promise<number> {
  const { screen, signal } = context;
  return withTaste(context, flags, false, async ({ engine, profile }) => {
    if (screen.noticesAreSeen) screen.notice('Trying ways to learn, shoot by shoot …');
    const reports = await engine.tastes.tune(profile.name, { from: 'cli', signal });
    for (const each of reports) await screen.print(`${tuneText(printable(profile.name), each)}\n`);
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
    return `${start} too little to tell, for it takes pictures of two shoots; nothing is changed.`;
  }
  const measured = `${signedFigure(gain.gain)} on shoots that it was not learned from, with ${Math.round(gain.level * 100)} % certainty ${signedFigure(gain.low)} to ${signedFigure(gain.high)}`;
  const { strength, readingStrength } = strengths;
  return kept === undefined
    ? `${start} learning as for most people suits you as well; a way of your own would gain ${measured}.`
    : `${start} learned in a way of your own from here on: what pictures show counts ${strength} times as much as for most people, how they are made ${readingStrength} times. It gains ${measured}.`;
}
