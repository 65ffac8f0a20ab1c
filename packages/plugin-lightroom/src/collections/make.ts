/** "Make smart collections": scores from so much on, which Lightroom cannot ask of a plug-in's field, as a union of values; and main weaknesses. */
import { ATTRIBUTES } from '../definitions/attributes';
import { attributeName } from '../definitions/fields';

const LrApplication = lrImport('LrApplication');
const LrDialogs = lrImport('LrDialogs');
const LrFunctionContext = lrImport('LrFunctionContext');

const FROM_ON = [8, 7, 6, 5];
const TIMEOUT_S = 10;

export function makeCollections(): void {
  LrFunctionContext.postAsyncTaskWithContext('CALM: make smart collections', (context) => {
    LrDialogs.attachErrorDialogToFunctionContext(context);
    const catalogue = LrApplication.activeCatalog();
    const name = LOC('$$$/Calm/Collections/Name=Smart collections of CALM');
    // What is made within a write can be used by the next one only.
    catalogue.withWriteAccessDo(
      name,
      () => void catalogue.createCollectionSet('CALM', undefined, true),
      { timeout: TIMEOUT_S },
    );
    let made = 0;
    catalogue.withWriteAccessDo(
      name,
      () => {
        const set = catalogue.createCollectionSet('CALM', undefined, true);
        for (const [title, rules] of collections()) {
          if (catalogue.createSmartCollection(title, rules, set, true) !== undefined) made += 1;
        }
      },
      { timeout: TIMEOUT_S },
    );
    LrDialogs.showBezel(
      LOC(
        '$$$/Calm/Collections/Done=^1 smart collections are in the collection set ^[CALM^].',
        made,
      ),
    );
  });
}

function collections(): [string, LrSearch][] {
  const list: [string, LrSearch][] = FROM_ON.map((points) => [
    LOC('$$$/Calm/Collections/From=Score ^1 and above', points),
    anyOf('band', valuesFrom(points)),
  ]);
  list.push([
    LOC('$$$/Calm/Collections/Below=Score below 5'),
    anyOf('band', ['0', '1', '2', '3', '4']),
  ]);
  list.push([
    LOC('$$$/Calm/Collections/Changed=Changed since scored'),
    anyOf('state', ['changed']),
  ]);
  list.push([LOC('$$$/Calm/Collections/Failed=Could not be scored'), anyOf('state', ['failed'])]);
  for (const { id, title, isWeakness } of ATTRIBUTES) {
    if (!isWeakness) continue;
    const name = LOC(attributeName(id, title));
    list.push([
      LOC('$$$/Calm/Collections/Weakness=Main weakness: ^1', name),
      anyOf('weakness', [id]),
    ]);
  }
  return list;
}

function valuesFrom(points: number): string[] {
  const values: string[] = [];
  for (let value = points; value <= 9; value += 1) values.push(string.format('%d', value));
  return values;
}

function anyOf(field: string, values: readonly string[]): LrSearch {
  const rules = values.map((value) => ({
    criteria: `sdk:${_PLUGIN.id}.${field}`,
    operation: '==',
    value,
  })) as unknown as LrSearch;
  rules.combine = 'union';
  return rules;
}
