/** "Teach my taste": stars and flags of the selected photographs, after the person has said what they mean. */
import { fail, succeed, told, type Answer } from '../answer';
import { write } from '../catalogue/write';
import { call, type Connection } from '../engine/connection';
import type { Said } from '../engine/protocol';
import { connectOrStart } from '../engine/start';
import { isVideo, readFacts, sourceOf, type KnownPhoto } from '../photo/facts';
import { ask, LONGEST_SIDE, take } from '../photo/pixels';
import { withFields } from '../score/standing';
import { keep, settings } from '../settings';
import { counted, type Meaning } from './histogram';
import { askMeaning } from './question';

const LrApplication = lrImport('LrApplication');
const LrDialogs = lrImport('LrDialogs');
const LrFunctionContext = lrImport('LrFunctionContext');
const LrProgressScope = lrImport('LrProgressScope');
const LrStringUtils = lrImport('LrStringUtils');

/** Pictures in a message: all of it is noted, or nothing. */
const AT_A_TIME = 8;

export function teach(): void {
  LrFunctionContext.postAsyncTaskWithContext('CALM: teach', (context) => {
    LrDialogs.attachErrorDialogToFunctionContext(context);
    const connection = connectOrStart();
    if (!connection.ok) {
      LrDialogs.message(connection.failure.message, connection.failure.hint, 'warning');
      return;
    }
    const photos = readFacts(LrApplication.activeCatalog().getTargetPhotos()).filter(
      (known) => !isVideo(known),
    );
    const chosen = askMeaning(context, counted(photos), settings().profile);
    if (chosen === undefined) return;
    const { profile, meaning } = chosen;
    const made = ensureProfile(connection.value, profile);
    if (!made.ok) {
      LrDialogs.message(
        LOC('$$$/Calm/Teach/NoProfile=The profile could not be made.'),
        told(made.failure),
        'warning',
      );
      return;
    }
    keep({ profile });
    const scope = LrProgressScope({
      title: LOC('$$$/Calm/Teach/Title=CALM: learning from ^1', profile),
      functionContext: context,
    });
    const due = dueOf(photos, profile, meaning);
    const answer = say(connection.value, profile, due, scope);
    scope.done();
    if (answer.ok) {
      LrDialogs.message(
        LOC('$$$/Calm/Teach/Done=^1 opinions are noted in ^[^2^].', answer.value, profile),
        LOC(
          '$$$/Calm/Teach/Done/Info=Choose ^[Score selected^] to see your own scores. The more you rate, the better they know you: 50 ratings are a beginning.',
        ),
        'info',
      );
    } else if (answer.failure.code !== 'cancelled') {
      LrDialogs.message(
        LOC('$$$/Calm/Teach/Failed=Not all opinions were noted.'),
        told(answer.failure),
        'warning',
      );
    }
  });
}

interface Opinion {
  readonly known: KnownPhoto;
  /** What is said, and how that was last said: so that the same is not said twice. */
  readonly said:
    | Omit<Extract<Said, { kind: 'rating' }>, 'source'>
    | Omit<Extract<Said, { kind: 'flag' }>, 'source'>;
  readonly note: string;
}

/** What stars and flags say that has not been said yet. Yields. */
function dueOf(photos: readonly KnownPhoto[], profile: string, meaning: Meaning): Opinion[] {
  const due: Opinion[] = [];
  for (const { known, fields } of withFields(photos, ['taught'])) {
    const said = opinionOf(known.facts, meaning);
    const note =
      said === undefined
        ? undefined
        : `${profile}/${said.kind}/${said.kind === 'rating' ? said.value : said.flag}`;
    if (said !== undefined && note !== undefined && note !== fields['taught'])
      due.push({ known, said, note });
  }
  return due;
}

/** No stars are no opinion, and so is no flag. */
export function opinionOf(
  { rating, pickStatus }: LrRawMetadata,
  meaning: Meaning,
): Opinion['said'] | undefined {
  if (pickStatus === -1) return { kind: 'flag', flag: 'reject' };
  const stars = rating ?? 0;
  if (meaning.kind === 'quality' && stars > 0)
    return { kind: 'rating', value: stars, scale: { low: 1, high: 5 } };
  if (meaning.kind === 'keepers' && stars >= meaning.from) return { kind: 'flag', flag: 'pick' };
  return pickStatus === 1 ? { kind: 'flag', flag: 'pick' } : undefined;
}

/** How many opinions were noted. Yields. */
function say(
  connection: Connection,
  profile: string,
  due: readonly Opinion[],
  scope: LrProgressScope,
): Answer<number> {
  let noted = 0;
  for (let from = 0; from < due.length; from += AT_A_TIME) {
    const some: Opinion[] = [];
    const said: Said[] = [];
    for (const opinion of due.slice(from, from + AT_A_TIME)) {
      if (scope.isCanceled()) return fail('cancelled', '', '');
      const pixels = take(ask(opinion.known.photo), LONGEST_SIDE, () => scope.isCanceled());
      // A photograph that cannot be rendered has no say; it is said when it is found again.
      if (!pixels.ok) continue;
      some.push(opinion);
      said.push({
        ...opinion.said,
        source: sourceOf(opinion.known, LrStringUtils.encodeBase64(pixels.value.jpeg)),
      });
    }
    if (said.length > 0) {
      const answer = call(connection, 'taste/say', {
        profile,
        said,
        from: 'lightroom',
        shown: false,
      });
      if (!answer.ok) return answer;
      noted += said.length;
      write(
        some.map(({ known, note }) => ({
          photo: known.photo,
          uuid: known.facts.uuid,
          texts: { taught: note },
        })),
      );
    }
    scope.setPortionComplete(math.min(from + AT_A_TIME, due.length), due.length);
  }
  return succeed(noted);
}

function ensureProfile(connection: Connection, name: string): Answer<unknown> {
  const made = call(connection, 'taste/create', { name });
  if (!made.ok && made.failure.code === 'profile-exists') return succeed(undefined);
  return made;
}
