/** Which photographs have a score that still holds. */
import type { Discovery } from '../engine/protocol';
import { developState } from '../photo/develop-state';
import type { KnownPhoto } from '../photo/facts';
import { stampsText } from './texts';

const LrApplication = lrImport('LrApplication');
const LrTasks = lrImport('LrTasks');

export interface Standing {
  readonly current: KnownPhoto[];
  /** Never scored, failed, changed since, or scored by something whose scores do not compare. */
  readonly due: KnownPhoto[];
}

const AT_A_TIME = 200;

/** Yields. */
export function standing(photos: readonly KnownPhoto[], stamps: Discovery['stamps']): Standing {
  const current: KnownPhoto[] = [];
  const due: KnownPhoto[] = [];
  const made = stampsText(stamps);
  for (const { known, fields } of withFields(photos, ['state', 'developState', 'stamps'])) {
    const holds =
      fields['state'] === 'current' &&
      fields['stamps'] === made &&
      fields['developState'] === developState(known.photo);
    (holds ? current : due).push(known);
  }
  return { current, due };
}

/** Photographs with fields of theirs. Yields. */
export function withFields(
  photos: readonly KnownPhoto[],
  ids: string[],
): { readonly known: KnownPhoto; readonly fields: Record<string, string | undefined> }[] {
  const read: {
    readonly known: KnownPhoto;
    readonly fields: Record<string, string | undefined>;
  }[] = [];
  for (let from = 0; from < photos.length; from += AT_A_TIME) {
    const some = photos.slice(from, from + AT_A_TIME);
    const fields = LrApplication.activeCatalog().batchGetPropertyForPlugin(
      some.map(({ photo }) => photo),
      _PLUGIN,
      ids,
    );
    for (const known of some) {
      read.push({ known, fields: fields.get(known.photo) ?? {} });
    }
    LrTasks.yield();
  }
  return read;
}
