import { inscribedScale } from '../picture/operations/geometry.js';
import type { CameraRawSettings, Edit } from '../protocol/generated/assessment.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * What Camera Raw and Lightroom call an edit, where one of their settings does the same, written as XMP holds it (namespace crs); nothing
 * where none does: "contrast × 1.3" is no number of theirs.
 *
 * - `Exposure2012` is in EV, relative to how the picture was rendered.
 * - `Saturation` is linear towards grey; beyond, theirs spares colours that are strong already.
 * - `CropAngle` turns the frame, clockwise in degrees, not the picture; the crop's edges are the top left and the bottom right corner
 *   of the turned frame, in fractions of the picture.
 *
 * @param edits in the order in which they are applied
 * @param size of the upright picture
 */
export function cameraRawOf(edits: readonly Edit[], size: Size): CameraRawSettings {
  const settings: CameraRawSettings = {};
  let frame = { ...size, x: size.width / 2, y: size.height / 2, degrees: 0 };
  let framed = false;
  let straightened = false;
  for (const edit of edits) {
    switch (edit.operation) {
      case 'expose':
        settings['Exposure2012'] = signed(edit.ev, 2);
        break;
      case 'saturate':
        if (edit.factor <= 1) settings['Saturation'] = signed(100 * (edit.factor - 1), 0);
        break;
      case 'rotate': {
        const scale = inscribedScale(frame.width, frame.height, edit.degrees);
        const degrees = frame.degrees - edit.degrees;
        frame = { ...frame, width: frame.width * scale, height: frame.height * scale, degrees };
        framed = true;
        break;
      }
      case 'crop': {
        const right = (edit.x + edit.width / 2 - 0.5) * frame.width;
        const down = (edit.y + edit.height / 2 - 0.5) * frame.height;
        const middle = turned(right, down, frame.degrees);
        frame = {
          x: frame.x + middle.x,
          y: frame.y + middle.y,
          width: frame.width * edit.width,
          height: frame.height * edit.height,
          degrees: frame.degrees,
        };
        framed = true;
        break;
      }
      case 'keystone':
        straightened = true;
        break;
      case 'shadows':
      case 'highlights':
      case 'contrast':
      case 'dehaze':
      case 'vibrance':
      case 'warm':
      case 'tint':
      case 'vignette':
      case 'denoise':
      case 'unsharpMask':
        break;
    }
  }
  // A frame within a straightened picture is none of the picture that they start from.
  if (framed && !straightened) {
    const corner = turned(frame.width / 2, frame.height / 2, frame.degrees);
    settings['HasCrop'] = 'True';
    settings['CropAngle'] = (frame.degrees + 0).toFixed(2);
    settings['CropLeft'] = ((frame.x - corner.x) / size.width).toFixed(5);
    settings['CropTop'] = ((frame.y - corner.y) / size.height).toFixed(5);
    settings['CropRight'] = ((frame.x + corner.x) / size.width).toFixed(5);
    settings['CropBottom'] = ((frame.y + corner.y) / size.height).toFixed(5);
  }
  return settings;
}

/** Clockwise, where y points down. */
function turned(x: number, y: number, degrees: number): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180;
  return {
    x: x * Math.cos(angle) - y * Math.sin(angle),
    y: x * Math.sin(angle) + y * Math.cos(angle),
  };
}

function signed(value: number, decimals: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(decimals)}`;
}
