import { CallFailed } from './call-failed.js';
import type { Frame } from './frames.js';

/**
 * A frame as PNG in sRGB, whatever profile the document has, its longer side at most `side` pixels; not enlarged.
 *
 * @throws CallFailed `no-picture`
 */
export async function exportPicture(frame: Frame, side: number): Promise<Uint8Array> {
  const constraint: ExportSettingsConstraints =
    Math.max(frame.width, frame.height) <= side
      ? { type: 'SCALE', value: 1 }
      : { type: frame.width >= frame.height ? 'WIDTH' : 'HEIGHT', value: side };
  try {
    return await frame.exportAsync({ format: 'PNG', colorProfile: 'SRGB', constraint });
  } catch (error) {
    throw new CallFailed('no-picture', error instanceof Error ? error.message : String(error));
  }
}
