/** "Mark what has changed since": photographs that were developed anew after they were scored. */
import { developState } from '../photo/develop-state';
import { readFacts } from '../photo/facts';
import { withFields } from '../score/standing';
import { write, type Entry } from './write';

const LrApplication = lrImport('LrApplication');
const LrDialogs = lrImport('LrDialogs');
const LrFunctionContext = lrImport('LrFunctionContext');
const LrProgressScope = lrImport('LrProgressScope');
const LrTasks = lrImport('LrTasks');

const YIELD_EVERY = 50;

export function markChanged(): void {
  LrFunctionContext.postAsyncTaskWithContext('CALM: mark what has changed', (context) => {
    LrDialogs.attachErrorDialogToFunctionContext(context);
    const scope = LrProgressScope({
      title: LOC('$$$/Calm/Changed/Title=CALM: looking for changes'),
      functionContext: context,
    });
    const scored = readFacts(
      LrApplication.activeCatalog().findPhotosWithProperty(_PLUGIN.id, 'developState'),
    );
    const entries: Entry[] = [];
    let marked = 0;
    let looked = 0;
    for (const { known, fields } of withFields(scored, ['state', 'developState'])) {
      if (scope.isCanceled()) break;
      looked += 1;
      const isSame = fields['developState'] === developState(known.photo);
      const state = isSame ? 'current' : 'changed';
      if (!isSame) marked += 1;
      // What was taken back is as it was scored.
      if (fields['state'] !== 'failed' && fields['state'] !== state) {
        entries.push({ photo: known.photo, uuid: known.facts.uuid, texts: { state } });
      }
      if (looked % YIELD_EVERY === 0) {
        scope.setPortionComplete(looked, scored.length);
        LrTasks.yield();
      }
    }
    write(entries);
    scope.done();
    LrDialogs.showBezel(
      LOC('$$$/Calm/Changed/Done=Changed since they were scored: ^1 of ^2.', marked, scored.length),
    );
  });
}
