/** What the catalogue knows of photographs and the engine wants to hear. */
import type { BytesSource } from '../engine/protocol';

/** Keys that are read of every photograph, all at once. */
export const FACTS = [
  'path',
  'uuid',
  'fileFormat',
  'isVideo',
  'isVirtualCopy',
  'croppedDimensions',
  'rating',
  'pickStatus',
  'shutterSpeed',
  'aperture',
  'exposureBias',
  'isoSpeedRating',
  'focalLength',
  'dateTimeOriginalISO8601',
] as const satisfies readonly (keyof LrRawMetadata)[];

/** A photograph with what the catalogue knows of it. */
export interface KnownPhoto {
  readonly photo: LrPhoto;
  readonly facts: LrRawMetadata;
}

/** So many at a time: the interface stays alive in between. */
const AT_A_TIME = 500;

const LrApplication = lrImport('LrApplication');
const LrTasks = lrImport('LrTasks');

/** Yields. */
export function readFacts(photos: LrPhoto[]): KnownPhoto[] {
  const catalogue = LrApplication.activeCatalog();
  const known: KnownPhoto[] = [];
  for (let from = 0; from < photos.length; from += AT_A_TIME) {
    const some = photos.slice(from, from + AT_A_TIME);
    const facts = catalogue.batchGetRawMetadata(some, [...FACTS]);
    for (const photo of some) {
      const found = facts.get(photo) as LrRawMetadata | undefined;
      // A photograph that was deleted meanwhile has none.
      if (found !== undefined) known.push({ photo, facts: found });
    }
    LrTasks.yield();
  }
  return known;
}

export function isVideo({ facts }: KnownPhoto): boolean {
  return facts.isVideo === true || facts.fileFormat === 'VIDEO';
}

/** Pixels with what is known beside them. */
export function sourceOf({ facts }: KnownPhoto, base64: string): BytesSource {
  const size = facts.croppedDimensions;
  const whole = size !== undefined && size.width >= 1 && size.height >= 1;
  return {
    kind: 'bytes',
    base64,
    name: facts.path,
    ...(whole
      ? { originalWidth: math.floor(size.width), originalHeight: math.floor(size.height) }
      : {}),
    captureFacts: {
      iso: facts.isoSpeedRating,
      exposureTime: facts.shutterSpeed,
      fNumber: facts.aperture,
      focalLength: facts.focalLength,
      exposureBias: facts.exposureBias,
      takenAt: facts.dateTimeOriginalISO8601,
    } as NonNullable<BytesSource['captureFacts']>,
  };
}
