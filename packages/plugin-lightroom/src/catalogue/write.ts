/** Writes into the catalogue: in batches, patiently, and never more than was asked for. */
import { FIELDS, type FieldTexts } from '../definitions/fields';
import { addWaiting } from './waiting';

const LrApplication = lrImport('LrApplication');
const LrTasks = lrImport('LrTasks');

/** What is written to one photograph. */
export interface Entry {
  readonly photo: LrPhoto;
  readonly uuid: string;
  /** Fields that are absent keep what they hold. */
  readonly texts: FieldTexts;
}

/** How many photographs one write takes: short enough that the interface does not stand still. */
export const BATCH = 50;
/** Another write may be under way: an export, a synchronisation, the person's own. */
const TIMEOUT_S = 5;
const TRIES = 3;
const PAUSE_S = 1;

/** Writes, and keeps in a file what could not be written, to offer it again; how many photographs that is. Yields. */
export function write(entries: readonly Entry[]): number {
  let unwritten = 0;
  for (let from = 0; from < entries.length; from += BATCH) {
    const batch = entries.slice(from, from + BATCH);
    if (!writeBatch(batch)) {
      addWaiting(batch.map(({ uuid, texts }) => ({ uuid, texts })));
      unwritten += batch.length;
    }
  }
  return unwritten;
}

/** Whether all of it was written. Yields. */
export function writeBatch(entries: readonly Entry[]): boolean {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (attempt > 1) LrTasks.sleep(PAUSE_S * attempt);
    let written = false;
    const [done] = LrTasks.pcall(() => {
      LrApplication.activeCatalog().withPrivateWriteAccessDo(
        () => {
          for (const entry of entries) setFields(entry);
          written = true;
        },
        { timeout: TIMEOUT_S },
      );
    });
    // Where the time was over Lightroom may return as if nothing had happened.
    if (done && written) return true;
  }
  return false;
}

function setFields({ photo, texts }: Entry): void {
  for (const { id } of FIELDS) {
    const text = texts[id];
    if (text !== undefined) photo.setPropertyForPlugin(_PLUGIN, id, text === '' ? undefined : text);
  }
}
