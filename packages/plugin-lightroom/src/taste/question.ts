/** Asks whose taste it is and what stars mean, with the counts in sight. */
import { supposed, type Counts, type Meaning } from './histogram';

const LrBinding = lrImport('LrBinding');
const LrDialogs = lrImport('LrDialogs');
const LrStringUtils = lrImport('LrStringUtils');
const LrView = lrImport('LrView');

/** Longest bar, in characters. */
const BAR = 30;

/** Nothing where the person wants nothing. Yields. */
export function askMeaning(
  context: LrFunctionContext,
  counts: Counts,
  profile: string,
): { readonly profile: string; readonly meaning: Meaning } | undefined {
  const guess = supposed(counts);
  const chosen = LrBinding.makePropertyTable(context);
  chosen['profile'] = profile === '' ? LOC('$$$/Calm/Teach/DefaultProfile=Me') : profile;
  chosen['meaning'] = guess.kind;
  chosen['from'] = string.format('%d', guess.kind === 'keepers' ? guess.from : 3);
  const answer = LrDialogs.presentModalDialog({
    title: LOC('$$$/Calm/Teach/Dialog=CALM: teach my taste'),
    contents: form(counts, chosen),
    actionVerb: LOC('$$$/Calm/Teach/Do=Teach'),
  });
  const name = LrStringUtils.trimWhitespace(tostring(chosen['profile']));
  if (answer !== 'ok' || name === '') return undefined;
  return { profile: name, meaning: meaningOf(chosen) };
}

function meaningOf(chosen: LrPropertyTable): Meaning {
  const kind = chosen['meaning'] as Meaning['kind'];
  return kind === 'keepers' ? { kind, from: tonumber(chosen['from']) ?? 1 } : { kind };
}

function form(counts: Counts, chosen: LrPropertyTable): LrViewNode {
  const view = LrView.osFactory();
  const text = (title: string) => view.static_text({ title });
  const choice = (value: Meaning['kind'], title: string) =>
    view.radio_button({ title, value: LrView.bind('meaning'), checked_value: value });
  const parts: LrViewNode[] = [
    text(LOC('$$$/Calm/Teach/Counts=Of ^1 photographs:', counts.photographs)),
    ...histogram(counts).map((line) => text(line)),
    view.spacer({ height: 8 }),
    text(LOC('$$$/Calm/Teach/Question=What do your stars mean? Only you know.')),
    choice('quality', LOC('$$$/Calm/Teach/Quality=How much I like a photograph, from 1 to 5')),
    view.row({
      1: choice(
        'keepers',
        LOC('$$$/Calm/Teach/Keepers=From so many stars on, those I like; fewer say nothing:'),
      ),
      2: view.popup_menu({
        value: LrView.bind('from'),
        items: ['1', '2', '3', '4', '5'].map((value) => ({ title: value, value })),
      }),
    }),
    choice('nothing', LOC('$$$/Calm/Teach/Nothing=Something else; only flags count')),
    view.spacer({ height: 8 }),
    view.row({
      1: text(LOC('$$$/Calm/Teach/Profile=Learn for the profile:')),
      2: view.edit_field({ value: LrView.bind('profile'), width_in_chars: 24 }),
    }),
    text(
      LOC(
        '$$$/Calm/Teach/Untouched=Your stars, flags and files are only read. Everything stays on this computer.',
      ),
    ),
  ];
  return view.column({ bind_to_object: chosen, spacing: 4, ...(parts as object) });
}

/** A line for each, with a bar. */
function histogram({ stars, unrated, picked, rejected }: Counts): string[] {
  const rows: [string, number][] = stars.map((count, index) => [string.rep('★', index + 1), count]);
  rows.push([LOC('$$$/Calm/Teach/Unrated=no stars'), unrated]);
  rows.push([LOC('$$$/Calm/Teach/Picked=picked'), picked]);
  rows.push([LOC('$$$/Calm/Teach/Rejected=rejected'), rejected]);
  const most = math.max(1, ...rows.map(([, count]) => count));
  return rows.map(
    ([name, count]) => `${name}  ${string.rep('▇', math.ceil((count / most) * BAR))} ${count}`,
  );
}
