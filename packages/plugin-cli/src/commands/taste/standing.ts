/** Where a profile stands, told after something has changed. */
import type { Engine, Prepared } from '@calm-sdk/core';
import type { Context } from '../../context.js';
import { kindOfPath } from '../../pictures/kinds.js';
import { ALL_KINDS, counted, standingText } from '../../text/taste.js';

/** Told one by one. */
const TOLD = 5;

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
    ['raw', 'heic'].includes(kindOfPath(picture.paths[0] ?? '')),
  );
  const others = unseen.filter((each) => !raw.includes(each));
  if (raw.length > 0) {
    const [first] = raw;
    screen.notice(
      `${counted(raw.length, 'RAW or HEIC file', 'RAW and HEIC files')} with opinions cannot be looked at (such as ${first?.picture.paths[0] ?? ''}): what you say of them is kept and does not count. Export them as JPEG, with their stars, and import those.`,
    );
  }
  tellFew(
    others.map(
      ({ picture, error }) =>
        `${picture.paths[0] ?? picture.sha256}: ${error.message} ${error.hint}`,
    ),
    (text) => screen.problem(text),
    (more) => `${more} more pictures could not be looked at`,
  );
}

/** A few of many, one by one, and how many more there are. */
export function tellFew(
  texts: readonly string[],
  tell: (text: string) => void,
  rest: (more: number) => string,
): void {
  for (const text of texts.slice(0, TOLD)) tell(text);
  if (texts.length > TOLD) tell(rest(texts.length - TOLD));
}
