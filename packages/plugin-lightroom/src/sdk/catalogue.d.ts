/** The catalogue, its photographs and collections. */

interface LrApplication {
  activeCatalog(this: void): LrCatalog;
  /** Such as `15.3`. */
  versionString(this: void): string;
}

/** How long a write may wait for another one to end. Without it a busy catalogue fails at once. */
interface LrTimeout {
  /** In seconds. */
  readonly timeout: number;
  /** Called where the time is over: the write fails by an error where this is missing. */
  readonly callback?: (this: void) => void;
}

type LrWriteResult = 'executed' | 'queued' | 'aborted';

interface LrCatalog {
  /** What is selected, or all of the filmstrip where nothing is. Yields. */
  getTargetPhotos(): LrPhoto[];
  /** The one that is looked at. Yields. */
  getTargetPhoto(): LrPhoto | undefined;
  /** All photographs, also those that no folder shows. */
  getAllPhotos(): LrPhoto[];
  /** By photograph, then by key. Yields. */
  batchGetRawMetadata(
    photos: LrPhoto[],
    keys: (keyof LrRawMetadata)[],
  ): LuaTable<LrPhoto, LrRawMetadata>;
  /** By photograph, then by field. Yields. */
  batchGetPropertyForPlugin(
    photos: LrPhoto[],
    plugin: LrPlugin,
    fields: string[],
  ): LuaTable<LrPhoto, Record<string, string | undefined>>;
  /** Nothing where it was deleted. Yields. */
  findPhotoByUuid(uuid: string): LrPhoto | undefined;
  /** Photographs on which the plug-in has set this field. Yields. */
  findPhotosWithProperty(pluginId: string, field: string): LrPhoto[];
  /** Lets the plug-in's own fields be written; no step to undo. Yields. */
  withPrivateWriteAccessDo(write: (this: void) => void, timeout: LrTimeout): LrWriteResult;
  /** Lets anything be written, as one step to undo under this name. Yields. */
  withWriteAccessDo(name: string, write: (this: void) => void, timeout: LrTimeout): LrWriteResult;
  /** Within `withWriteAccessDo`; the one that is there where `canReturnPrior`. */
  createCollectionSet(
    name: string,
    parent: LrCollectionSet | undefined,
    canReturnPrior: boolean,
  ): LrCollectionSet | undefined;
  /** Within `withWriteAccessDo`; the one that is there where `canReturnPrior`. */
  createSmartCollection(
    name: string,
    search: LrSearch,
    parent: LrCollectionSet | undefined,
    canReturnPrior: boolean,
  ): LrCollection | undefined;
  /** Of the catalogue's file. */
  getPath(): string;
}

/** Rules, and how they combine. */
type LrSearch = LrRule[] & { combine: 'union' | 'intersect' | 'exclude' };

interface LrRule {
  /** `sdk:PLUGIN.FIELD` for an enumeration, `sdktext:PLUGIN.FIELD` for text. */
  readonly criteria: string;
  readonly operation: '==' | '!=' | 'any' | 'all' | 'beginsWith' | 'empty' | 'notEmpty';
  readonly value: string;
}

interface LrCollection {
  getName(): string;
}

interface LrCollectionSet {
  getName(): string;
}

interface LrPhoto {
  readonly localIdentifier: number;
  /** Throws for a key that there is not. Yields. */
  getRawMetadata<Key extends keyof LrRawMetadata>(key: Key): LrRawMetadata[Key];
  /** As people read it; an empty text where it is unknown. Throws for a key that there is not. Yields. */
  getFormattedMetadata(
    key: 'fileName' | 'copyName' | 'cameraMake' | 'cameraModel' | 'lens',
  ): string;
  getPropertyForPlugin(plugin: LrPlugin, field: string): string | undefined;
  /**
   * Within `withPrivateWriteAccessDo` or `withWriteAccessDo`. Throws for a field that the plug-in has not declared, for another type than text, for a
   * value outside an enumeration, and for more than 511 bytes of a field that can be searched. `nil` takes the value away.
   */
  setPropertyForPlugin(plugin: LrPlugin, field: string, value: string | undefined): void;
  /** How it is developed. Yields. */
  getDevelopSettings(): Record<string, unknown>;
  /** Whether the original is where the catalogue says. Yields. */
  checkPhotoAvailability(): boolean;
  /**
   * A rendition with the person's edits, at least so large where Lightroom can, as JPEG. The answer comes late, may be small, may come more than once and
   * may never come; it does not come where nothing holds on to the request that is returned. Where there is none, the second argument says why.
   */
  requestJpegThumbnail(
    width: number,
    height: number,
    answer: (this: void, jpeg: string | undefined, error: string | undefined) => void,
  ): LrThumbnailRequest;
}

interface LrThumbnailRequest {
  readonly photo?: LrPhoto;
}

interface LrDimensions {
  readonly width: number;
  readonly height: number;
}

/** Of what `getRawMetadata` tells; times count seconds from 2001-01-01 00:00 UTC. */
interface LrRawMetadata {
  /** Of the original. */
  readonly path: string;
  readonly uuid: string;
  readonly fileFormat:
    'RAW' | 'DNG' | 'JPG' | 'PSD' | 'TIFF' | 'PNG' | 'HEIC' | 'VIDEO' | undefined;
  readonly isVideo: boolean | undefined;
  readonly isVirtualCopy: boolean | undefined;
  /** As developed and cropped, in pixels. */
  readonly croppedDimensions: LrDimensions | undefined;
  /** 1 to 5. */
  readonly rating: number | undefined;
  /** 1 picked, 0 not flagged, −1 rejected. */
  readonly pickStatus: number | undefined;
  /** In seconds. */
  readonly shutterSpeed: number | undefined;
  /** As an f-number. */
  readonly aperture: number | undefined;
  /** In EV. */
  readonly exposureBias: number | undefined;
  readonly isoSpeedRating: number | undefined;
  /** In millimetres. */
  readonly focalLength: number | undefined;
  readonly dateTimeOriginalISO8601: string | undefined;
  /** When anything of it was changed. */
  readonly lastEditTime: number | undefined;
  readonly smartPreviewInfo:
    { readonly smartPreviewPath?: string; readonly smartPreviewSize?: number } | undefined;
}
