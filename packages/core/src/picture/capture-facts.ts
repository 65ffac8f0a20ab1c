import type { CaptureFacts } from './picture.js';
import type { Exif } from './find-exif.js';
import { orientationOf, type Orientation } from './orientation.js';
import { directoryAt, numbersOf, openTiff, readDirectory, textOf } from './tiff-directories.js';

/** What EXIF says of the shot, and of its colours where no profile is embedded. */
export interface ExifReading {
  readonly captureFacts: CaptureFacts;
  /** Exif 2.3 and DCF 2.0: `ColorSpace` uncalibrated with interoperability index `R03` means Adobe RGB. */
  readonly adobeRgb: boolean;
}

const MAKE = 0x010f;
const MODEL = 0x0110;
const ORIENTATION = 0x0112;
const EXIF_DIRECTORY = 0x8769;
const EXPOSURE_TIME = 0x829a;
const F_NUMBER = 0x829d;
const ISO = 0x8827;
const TAKEN_AT = 0x9003;
const EXPOSURE_BIAS = 0x9204;
const FOCAL_LENGTH = 0x920a;
const COLOUR_SPACE = 0xa001;
const INTEROPERABILITY = 0xa005;
const INTEROPERABILITY_INDEX = 0x0001;
const LENS_MODEL = 0xa434;

/** Reads what is known of the shot. What is damaged is left out. */
export async function readExif(exif: Exif | undefined): Promise<ExifReading> {
  const file = exif && (await openTiff(exif.read));
  if (file === undefined) return { captureFacts: {}, adobeRgb: false };
  const image = await readDirectory(file, file.first);
  const shot = await directoryAt(file, image, EXIF_DIRECTORY);
  const interoperability = await directoryAt(file, shot, INTEROPERABILITY);
  const camera = nameOf(
    await textOf(file, image?.byTag.get(MAKE)),
    await textOf(file, image?.byTag.get(MODEL)),
  );
  const lens = await textOf(file, shot?.byTag.get(LENS_MODEL));
  const takenAt = timeOf(await textOf(file, shot?.byTag.get(TAKEN_AT)));
  const read = async (tag: number): Promise<number | undefined> =>
    (await numbersOf(file, shot?.byTag.get(tag)))[0];
  const iso = positive(await read(ISO));
  const exposureTime = positive(await read(EXPOSURE_TIME));
  const fNumber = positive(await read(F_NUMBER));
  const focalLength = positive(await read(FOCAL_LENGTH));
  const exposureBias = await read(EXPOSURE_BIAS);
  const index = await textOf(file, interoperability?.byTag.get(INTEROPERABILITY_INDEX));
  return {
    captureFacts: {
      ...(camera === undefined ? {} : { camera }),
      ...(lens === undefined ? {} : { lens }),
      ...(iso === undefined ? {} : { iso }),
      ...(exposureTime === undefined ? {} : { exposureTime }),
      ...(fNumber === undefined ? {} : { fNumber }),
      ...(focalLength === undefined ? {} : { focalLength }),
      // Beyond ten stops it is rubbish: some cameras write -1/0 or huge values for "unknown".
      ...(exposureBias === undefined || Math.abs(exposureBias) > 10 ? {} : { exposureBias }),
      ...(takenAt === undefined ? {} : { takenAt }),
    },
    adobeRgb: index === 'R03' && (await read(COLOUR_SPACE)) === 0xffff,
  };
}

/** How the picture lies, read without a decoder, for EXIF that no decoder may see. */
export async function readOrientation(exif: Exif | undefined): Promise<Orientation> {
  const file = exif && (await openTiff(exif.read));
  const image = file && (await readDirectory(file, file.first));
  const [value] = file === undefined ? [] : await numbersOf(file, image?.byTag.get(ORIENTATION));
  return orientationOf(value);
}

/** "Canon" + "Canon EOS R5" → "Canon EOS R5"; "NIKON CORPORATION" + "NIKON Z 6" → "NIKON Z 6"; "SONY" + "ILCE-7M3" → "SONY ILCE-7M3". */
function nameOf(make: string | undefined, model: string | undefined): string | undefined {
  if (make === undefined || model === undefined) return model ?? make;
  const brand = make.split(' ', 1)[0]!.toLowerCase();
  return model.toLowerCase().startsWith(brand) ? model : `${make} ${model}`;
}

/** "2024:05:06 07:08:09" → "2024-05-06T07:08:09". Cameras without a set clock write zeros or blanks. */
function timeOf(text: string | undefined): string | undefined {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text ?? '');
  if (parts === null || Number(parts[1]) === 0 || Number(parts[2]) === 0) return undefined;
  return `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}`;
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}
