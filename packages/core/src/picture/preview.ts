import sharp from 'sharp';
import type { Edit } from '../protocol/generated/assessment.js';
import { editedPicture } from './edited-picture.js';
import type { Picture } from './picture.js';

const QUALITY = 88;

/**
 * A picture as a person may look at it before and after edits: its working raster, the longest side at most 1024 pixels, as JPEG.
 *
 * @param edits in order
 */
export async function previewOf(
  picture: Picture,
  edits: readonly Edit[] = [],
): Promise<Uint8Array> {
  let edited = picture;
  for (const edit of edits) edited = await editedPicture(edited, edit);
  const { data, width, height } = edited.working;
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
