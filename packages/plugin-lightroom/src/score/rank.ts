/** "12 of 412, 2026-11-22": where a photograph stands among those that were scored together. */
import { write, type Entry } from '../catalogue/write';
import type { KnownPhoto } from '../photo/facts';
import { withFields } from './standing';

const LrDate = lrImport('LrDate');

/** Of these photographs, those whose scores compare are ranked with one another. Yields. */
export function noteRanks(photos: readonly KnownPhoto[]): void {
  const groups = new LuaTable<
    string,
    { known: KnownPhoto; value: number; was: string | undefined }[]
  >();
  const keys: string[] = [];
  for (const { known, fields } of withFields(photos, [
    'value',
    'kind',
    'stamps',
    'state',
    'rank',
  ])) {
    const value = tonumber(fields['value']);
    if (value === undefined || fields['state'] !== 'current') continue;
    const key = `${fields['kind']}/${fields['stamps']}`;
    if (!groups.has(key)) {
      groups.set(key, []);
      keys.push(key);
    }
    groups.get(key).push({ known, value, was: fields['rank'] });
  }
  const today = LrDate.timeToUserFormat(LrDate.currentTime(), '%Y-%m-%d');
  const entries: Entry[] = [];
  for (const key of keys) {
    const group = groups.get(key);
    table.sort(group, (a, b) => a.value > b.value);
    let place = 0;
    let before = 0;
    let valueBefore: number | undefined;
    for (const { known, value, was } of group) {
      // Who scores the same has the same place.
      if (value !== valueBefore) place = before + 1;
      before += 1;
      valueBefore = value;
      const rank = LOC('$$$/Calm/Rank=^1 of ^2, ^3', place, group.length, today);
      if (rank !== was)
        entries.push({ photo: known.photo, uuid: known.facts.uuid, texts: { rank } });
    }
  }
  write(entries);
}
