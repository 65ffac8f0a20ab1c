/** "Explain this score": the reasons, the comment and what to try, of the one photograph that is looked at. */
import { told } from '../answer';
import { call } from '../engine/connection';
import type { Assessment } from '../engine/protocol';
import { connectOrStart } from '../engine/start';
import { isVideo, readFacts, sourceOf, type KnownPhoto } from '../photo/facts';
import { ask, LONGEST_SIDE, take } from '../photo/pixels';
import { settings } from '../settings';
import { one, reasonTexts, scoreText, signed } from './texts';

const LrApplication = lrImport('LrApplication');
const LrDialogs = lrImport('LrDialogs');
const LrFunctionContext = lrImport('LrFunctionContext');
const LrProgressScope = lrImport('LrProgressScope');
const LrStringUtils = lrImport('LrStringUtils');
const LrView = lrImport('LrView');

const WIDTH_IN_CHARS = 64;
/** Side of the photograph, in the units of dialogs. */
const PHOTO = 220;

export function explain(): void {
  LrFunctionContext.postAsyncTaskWithContext('CALM: explain', (context) => {
    LrDialogs.attachErrorDialogToFunctionContext(context);
    const photo = LrApplication.activeCatalog().getTargetPhoto();
    const known = photo === undefined ? undefined : readFacts([photo])[0];
    if (known === undefined || isVideo(known)) {
      LrDialogs.message(LOC('$$$/Calm/Explain/None=Select a photograph first.'));
      return;
    }
    const scope = LrProgressScope({
      title: LOC('$$$/Calm/Explain/Title=CALM: looking at it'),
      functionContext: context,
    });
    const connection = connectOrStart();
    const pixels = take(ask(known.photo), longestSideOf(known), () => scope.isCanceled());
    if (!connection.ok || !pixels.ok) {
      scope.done();
      const failure = connection.ok ? (pixels.ok ? undefined : pixels.failure) : connection.failure;
      if (failure !== undefined && failure.code !== 'cancelled')
        LrDialogs.message(failure.message, failure.hint, 'warning');
      return;
    }
    const { profile } = settings();
    const assessed = call(connection.value, 'assess', {
      include: ['score', 'attributes', 'findings', 'suggestions'],
      source: sourceOf(known, LrStringUtils.encodeBase64(pixels.value.jpeg)),
      comment: { detail: 'normal' },
      ...(profile === '' ? {} : { profile }),
    });
    scope.done();
    if (assessed.ok) show(known, assessed.value);
    else
      LrDialogs.message(
        LOC('$$$/Calm/Explain/Failed=It could not be assessed.'),
        told(assessed.failure),
        'warning',
      );
  });
}

function longestSideOf({ facts: { croppedDimensions: size } }: KnownPhoto): number {
  return size === undefined ? LONGEST_SIDE : math.max(size.width, size.height);
}

function show({ photo }: KnownPhoto, assessment: Assessment): void {
  const view = LrView.osFactory();
  const lines = (texts: readonly string[]) =>
    view.column({
      spacing: 4,
      ...(texts.map((title) =>
        view.static_text({ title, width_in_chars: WIDTH_IN_CHARS, wrap: true }),
      ) as object),
    });
  const { suggestions } = assessment;
  const contents: LrViewNode[] = [
    view.catalog_photo({ photo, width: PHOTO, height: PHOTO }),
    view.static_text({ title: headline(assessment), font: '<system/bold>' }),
    lines(standingLines(assessment)),
    view.group_box({
      title: LOC('$$$/Calm/Explain/Why=Why'),
      1: lines(whyLines(assessment)),
    }),
    view.group_box({
      title: LOC('$$$/Calm/Explain/Comment=In words'),
      1: lines([assessment.comment?.text ?? '']),
    }),
  ];
  const tries = (suggestions?.suggestions ?? []).map(
    ({ text, gain }) => `${text} (${signed(gain.value)})`,
  );
  for (const { text } of suggestions?.advice ?? []) tries.push(text);
  if (tries.length > 0)
    contents.push(view.group_box({ title: LOC('$$$/Calm/Explain/Try=Try'), 1: lines(tries) }));
  LrDialogs.presentModalDialog({
    title: LOC('$$$/Calm/Explain/Dialog=CALM: ^1', photo.getFormattedMetadata('fileName')),
    contents: view.column({ spacing: 10, ...(contents as object) }),
    cancelVerb: '< exclude >',
  });
}

function headline({ score }: Assessment): string {
  if (score === undefined) return '';
  return LOC('$$$/Calm/Explain/Score=Score ^1 of 10', scoreText(score));
}

function standingLines({ score, attributes }: Assessment): string[] {
  if (score === undefined) return [];
  const list = [
    LOC(
      '$$$/Calm/Explain/Percentile=Better than ^1 % of ^2 reference photographs.',
      string.format('%d', math.floor(score.percentile)),
      score.reference.size,
    ),
  ];
  if (score.technical !== undefined)
    list.push(LOC('$$$/Calm/Explain/Technical=Technical ^1 of 10', one(score.technical)));
  if (score.personal !== undefined) {
    list.push(
      LOC(
        '$$$/Calm/Explain/Mine=My score ^1 of 10, from ^2 ratings',
        one(score.personal.value),
        score.personal.ratings,
      ),
    );
  }
  const unmeasured = (attributes ?? []).filter(({ status }) => status === 'not-measured').length;
  if (unmeasured > 0) {
    list.push(
      LOC(
        '$$$/Calm/Explain/Unmeasured=Readings that show at full size only, and were not measured: ^1. Score the exported file for these.',
        unmeasured,
      ),
    );
  }
  return list;
}

function whyLines({ score }: Assessment): string[] {
  return score === undefined ? [] : reasonTexts(score);
}
