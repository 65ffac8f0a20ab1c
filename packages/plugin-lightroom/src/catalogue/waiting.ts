/** What could not be written into the catalogue: kept in a file, and offered again. */
import type { FieldTexts } from '../definitions/fields';
import { readText } from '../engine/installed';
import { decode } from '../json/decode';
import { encode } from '../json/encode';

const LrApplication = lrImport('LrApplication');
const LrFileUtils = lrImport('LrFileUtils');
const LrPathUtils = lrImport('LrPathUtils');
const LrTasks = lrImport('LrTasks');

export interface Waiting {
  /** Of the photograph, within its catalogue. */
  readonly uuid: string;
  readonly texts: FieldTexts;
}

/** A line each, so that a line which was cut off costs itself alone. */
export function addWaiting(waiting: readonly Waiting[]): void {
  const file = waitingFile();
  LrFileUtils.createAllDirectories(LrPathUtils.parent(file) ?? '');
  const [handle] = io.open(file, 'ab');
  if (handle === undefined) return;
  for (const each of waiting) handle.write(`${encode(each)}\n`);
  handle.close();
}

/** What waits for this catalogue, the latest of each photograph. */
export function readWaiting(): Waiting[] {
  const latest = new LuaTable<string, Waiting>();
  const order: string[] = [];
  for (const [line] of string.gmatch(readText(waitingFile()) ?? '', '[^\n]+')) {
    const [read, value] = LrTasks.pcall(() => decode(line!) as Waiting);
    if (!read || (value as Partial<Waiting>).uuid === undefined) continue;
    const { uuid, texts } = value;
    if (!latest.has(uuid)) order.push(uuid);
    latest.set(uuid, { uuid, texts: { ...latest.get(uuid)?.texts, ...texts } });
  }
  return order.map((uuid) => latest.get(uuid));
}

/** Leaves only these. */
export function keepWaiting(waiting: readonly Waiting[]): void {
  LrFileUtils.delete(waitingFile());
  if (waiting.length > 0) addWaiting(waiting);
}

/** One file for each catalogue. */
function waitingFile(): string {
  const folder = LrPathUtils.child(LrPathUtils.getStandardFilePath('appData'), 'CALM');
  const [name] = string.gsub(LrApplication.activeCatalog().getPath(), '[^%w]', '_');
  return LrPathUtils.child(folder, `waiting-${name}.jsonl`);
}
