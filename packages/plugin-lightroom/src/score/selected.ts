/** "Score selected": what is selected, scored with progress, and told in the end. */
import { told } from '../answer';
import { connectOrStart } from '../engine/start';
import { isVideo, readFacts, type KnownPhoto } from '../photo/facts';
import { offerWaiting } from '../catalogue/offer';
import { noteRanks } from './rank';
import { run, type Outcome } from './run';
import { standing } from './standing';

const LrApplication = lrImport('LrApplication');
const LrDialogs = lrImport('LrDialogs');
const LrFunctionContext = lrImport('LrFunctionContext');
const LrProgressScope = lrImport('LrProgressScope');

export function scoreSelected(): void {
  LrFunctionContext.postAsyncTaskWithContext('CALM: score selected', (context) => {
    LrDialogs.attachErrorDialogToFunctionContext(context);
    const connection = connectOrStart();
    if (!connection.ok) {
      LrDialogs.message(connection.failure.message, connection.failure.hint, 'warning');
      return;
    }
    offerWaiting();
    const selected = LrApplication.activeCatalog().getTargetPhotos();
    const scope = LrProgressScope({
      title: LOC('$$$/Calm/Score/Title=CALM: scoring ^1 photographs', selected.length),
      functionContext: context,
    });
    scope.setCaption(LOC('$$$/Calm/Score/Looking=Looking what is to be scored'));
    const known = readFacts(selected);
    const photos = known.filter((each) => !isVideo(each));
    const due = choose(photos, connection.value.discovery.stamps);
    if (due === undefined) {
      scope.done();
      return;
    }
    const outcome = run(connection.value, due, {
      isCancelled: () => scope.isCanceled(),
      progressed: (done, total) => {
        scope.setPortionComplete(done, total);
        scope.setCaption(LOC('$$$/Calm/Score/Progress=^1 of ^2', done, total));
      },
    });
    noteRanks(photos);
    scope.done();
    tell(outcome, due.length, known.length - photos.length);
  });
}

/** All of them where none has a score that still holds; otherwise the person says. Nothing where they want nothing. */
function choose(
  photos: readonly KnownPhoto[],
  stamps: Parameters<typeof standing>[1],
): KnownPhoto[] | undefined {
  const { current, due } = standing(photos, stamps);
  if (current.length === 0) return due;
  const answer = LrDialogs.confirm(
    LOC(
      '$$$/Calm/Score/Some=^1 of ^2 photographs are scored already and have not changed since.',
      current.length,
      photos.length,
    ),
    due.length === 0
      ? undefined
      : LOC(
          '$$$/Calm/Score/Some/Info=Photographs without a score, with an old one, and changed ones: ^1.',
          due.length,
        ),
    due.length === 0
      ? LOC('$$$/Calm/Score/Again=Score again')
      : LOC('$$$/Calm/Score/Rest=Score the others'),
    LOC('$$$/Calm/Cancel=Cancel'),
    due.length === 0 ? undefined : LOC('$$$/Calm/Score/All=Score all'),
  );
  if (answer === 'cancel') return undefined;
  return answer === 'other' || due.length === 0 ? [...photos] : due;
}

function tell(
  { scored, failed, problems, unwritten, ended }: Outcome,
  asked: number,
  videos: number,
): void {
  const lines: string[] = [];
  const isCancelled = ended?.code === 'cancelled';
  if (ended !== undefined && !isCancelled) lines.push(told(ended));
  if (ended !== undefined)
    lines.push(
      LOC(
        '$$$/Calm/Score/GoOn=Choose ^[Score selected^] again to go on: what is scored is passed over.',
      ),
    );
  if (videos > 0) lines.push(LOC('$$$/Calm/Score/Videos=Videos are not scored: ^1.', videos));
  if (failed > 0) {
    lines.push(
      LOC(
        '$$$/Calm/Score/Failed=Could not be scored: ^1. Their State is ^[Failed^], and Why says the reason.',
        failed,
      ),
    );
    for (const problem of problems) lines.push(problem);
  }
  if (unwritten > 0) {
    lines.push(
      LOC(
        '$$$/Calm/Score/Unwritten=The catalogue was busy: ^1 scores are kept, and written with the next ^[Score selected^].',
        unwritten,
      ),
    );
  }
  const title = LOC('$$$/Calm/Score/Done=^1 of ^2 photographs are scored.', scored, asked);
  if (lines.length === 0 || (isCancelled && failed === 0 && unwritten === 0))
    LrDialogs.showBezel(title);
  else
    LrDialogs.message(
      title,
      lines.join('\n\n'),
      ended === undefined && failed === 0 ? 'info' : 'warning',
    );
}
