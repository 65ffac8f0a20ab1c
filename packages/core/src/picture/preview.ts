import sharp from 'sharp';
import type { Edit } from '../protocol/generated/assessment.js';
import { editedPicture } from './edited-picture.js';
import type { Picture } from './picture.js';

const QUALITY = 88;

export interface PreviewOptions {
  /** In pixels. Default: that of the working raster, at most 1024. */
  readonly longestSide?: number;
}

/**
 * A picture as a person may look at it before and after edits: its working raster, the longest side at most 1024 pixels, as JPEG
 * without metadata.
 *
 * @param edits in order
 */
export async function previewOf(
  picture: Picture,
  edits: readonly Edit[] = [],
  { longestSide }: PreviewOptions = {},
): Promise<Uint8Array> {
  let edited = picture;
  for (const edit of edits) edited = await editedPicture(edited, edit);
  const { data, width, height } = edited.working;
  const raster = sharp(data, { raw: { width, height, channels: 3 } });
  const sized =
    longestSide === undefined
      ? raster
      : raster.resize({
          width: longestSide,
          height: longestSide,
          fit: 'inside',
          withoutEnlargement: true,
        });
  return sized.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
}
