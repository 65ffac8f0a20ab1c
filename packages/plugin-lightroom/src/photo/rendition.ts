/** Has Lightroom export one photograph into a temporary folder, and cleans up. */
import { fail, succeed, type Answer } from '../answer';

const LrExportSession = lrImport('LrExportSession');
const LrFileUtils = lrImport('LrFileUtils');
const LrPathUtils = lrImport('LrPathUtils');
const LrTasks = lrImport('LrTasks');

const QUALITY = 0.9;

/** The bytes of a JPEG with so long a longest side. Yields. */
export function render(photo: LrPhoto, longestSide: number): Answer<string> {
  const temporary = LrPathUtils.getStandardFilePath('temp');
  const folder = LrFileUtils.chooseUniqueFileName(LrPathUtils.child(temporary, 'calm-rendition'));
  LrFileUtils.createAllDirectories(folder);
  const [done, answer] = LrTasks.pcall(() => exported(photo, folder, longestSide));
  LrFileUtils.delete(folder);
  return done ? answer : unrendered(tostring(answer));
}

function exported(photo: LrPhoto, folder: string, longestSide: number): Answer<string> {
  const session = LrExportSession({
    photosToExport: [photo],
    exportSettings: {
      LR_format: 'JPEG',
      LR_jpeg_quality: QUALITY,
      LR_export_colorSpace: 'sRGB',
      LR_export_destinationType: 'specificFolder',
      LR_export_destinationPathPrefix: folder,
      LR_export_useSubfolder: false,
      LR_collisionHandling: 'rename',
      LR_size_doConstrain: true,
      LR_size_doNotEnlarge: true,
      LR_size_resizeType: 'longEdge',
      LR_size_maxWidth: longestSide,
      LR_size_maxHeight: longestSide,
      LR_size_units: 'pixels',
      LR_minimizeEmbeddedMetadata: true,
      LR_removeLocationMetadata: true,
      LR_useWatermark: false,
      LR_reimportExportedPhoto: false,
    },
  });
  let answer = unrendered(LOC('$$$/Calm/NoRendition=Lightroom made no rendition of it.'));
  for (const [, rendition] of session.renditions()) {
    const [rendered, path] = rendition.waitForRender();
    answer = rendered ? succeed(LrFileUtils.readFile(path)) : unrendered(path);
  }
  return answer;
}

function unrendered(why: string): Answer<string> {
  return fail(
    'no-pixels',
    why,
    LOC(
      '$$$/Calm/NoRendition/Hint=Find the original, or build previews: Library > Previews > Build Standard-Sized Previews.',
    ),
  );
}
