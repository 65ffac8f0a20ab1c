/** "Clear CALM fields": private fields have no undo, so this is the way back. */
import { FIELDS } from '../definitions/fields';
import { readFacts } from '../photo/facts';
import { write } from './write';

const LrApplication = lrImport('LrApplication');
const LrDialogs = lrImport('LrDialogs');
const LrFunctionContext = lrImport('LrFunctionContext');

export function clearFields(): void {
  LrFunctionContext.postAsyncTaskWithContext('CALM: clear fields', (context) => {
    LrDialogs.attachErrorDialogToFunctionContext(context);
    const photos = readFacts(LrApplication.activeCatalog().getTargetPhotos());
    const answer = LrDialogs.confirm(
      LOC('$$$/Calm/Clear/Ask=Clear the CALM fields of ^1 photographs?', photos.length),
      LOC(
        '$$$/Calm/Clear/Info=Only what CALM has written is cleared. This cannot be undone, but scored again.',
      ),
      LOC('$$$/Calm/Clear/Do=Clear'),
    );
    if (answer !== 'ok') return;
    const texts: Record<string, string> = {};
    for (const { id } of FIELDS) texts[id] = '';
    const unwritten = write(photos.map(({ photo, facts }) => ({ photo, uuid: facts.uuid, texts })));
    LrDialogs.showBezel(
      LOC('$$$/Calm/Clear/Done=Cleared: ^1 of ^2.', photos.length - unwritten, photos.length),
    );
  });
}
