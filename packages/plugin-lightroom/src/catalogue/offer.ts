/** Offers again what could not be written. */
import { keepWaiting, readWaiting, type Waiting } from './waiting';
import { writeBatch, BATCH, type Entry } from './write';

const LrApplication = lrImport('LrApplication');
const LrDialogs = lrImport('LrDialogs');

/** Asks where something waits, and writes it where the person says so; what the catalogue refuses waits on. Yields. */
export function offerWaiting(): void {
  const waiting = readWaiting();
  if (waiting.length === 0) return;
  const answer = LrDialogs.confirm(
    LOC(
      '$$$/Calm/Waiting=Scores of ^1 photographs could not be written the last time.',
      waiting.length,
    ),
    undefined,
    LOC('$$$/Calm/Waiting/Write=Write them now'),
    LOC('$$$/Calm/Waiting/Later=Later'),
    LOC('$$$/Calm/Waiting/Drop=Discard them'),
  );
  if (answer === 'other') keepWaiting([]);
  if (answer === 'ok') keepWaiting(written(waiting));
}

/** What is still not written. */
function written(waiting: readonly Waiting[]): Waiting[] {
  const left: Waiting[] = [];
  const entries: (Entry & { readonly was: Waiting })[] = [];
  const catalogue = LrApplication.activeCatalog();
  for (const was of waiting) {
    const photo = catalogue.findPhotoByUuid(was.uuid);
    // Deleted photographs need no score.
    if (photo !== undefined) entries.push({ photo, uuid: was.uuid, texts: was.texts, was });
  }
  for (let from = 0; from < entries.length; from += BATCH) {
    const batch = entries.slice(from, from + BATCH);
    if (!writeBatch(batch)) for (const { was } of batch) left.push(was);
  }
  return left;
}
