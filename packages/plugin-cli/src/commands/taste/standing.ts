/** Where a profile stands, told after something has changed. */
import type { Engine, Prepared } from '@calm-sdk/core';
import type { Context } from '../../context.js';
import { kindOf } from '../../pictures/kinds.js';
import { ALL_KINDS, counted, standingText } from '../../text/taste.js';

/** Pictures named one by one. */
const NAMED = 5;

export async function tellStanding(
  { screen }: Context,
  { tastes }: Engine,
  name: string,
): Promise<void> {
  const taste = await tastes.of(name);
  for (const kind of ALL_KINDS) {
    const { opinions = 0, weight = 0 } = taste.in(kind) ?? {};
    if (opinions === 0) continue;
    screen.notice(standingText(taste.profile.name, kind, { ratings: opinions, weight }));
  }
}

/** Pictures that were rated and cannot be looked at: RAW and HEIC by their number, others by name. */
export function tellUnseen({ screen }: Context, { unseen }: Prepared): void {
  const raw = unseen.filter(({ picture }) =>
    ['raw', 'heic'].includes(kindOf(fileOf(picture.paths[0] ?? ''))),
  );
  const others = unseen.filter((each) => !raw.includes(each));
  if (raw.length > 0) {
    const [first] = raw;
    screen.notice(
      `${counted(raw.length, 'RAW or HEIC file', 'RAW and HEIC files')} with opinions cannot be looked at (such as ${first?.picture.paths[0] ?? ''}): what you say of them is kept and does not count. Export them as JPEG, with their stars, and import those.`,
    );
  }
  for (const { picture, error } of others.slice(0, NAMED)) {
    screen.problem(`${picture.paths[0] ?? picture.sha256}: ${error.message} ${error.hint}`);
  }
  if (others.length > NAMED) {
    screen.problem(`${others.length - NAMED} more pictures could not be looked at`);
  }
}

function fileOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
