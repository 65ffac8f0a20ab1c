import sharp from 'sharp';

/** What decodes pictures here. */
export interface DecoderFacts {
  /** Version of sharp. */
  readonly sharp: string;
  /** Version of libvips, which sharp brings. */
  readonly libvips: string;
  /** Formats that this build reads from a file, by sharp's names, of those that are ever opened. */
  readonly formats: readonly string[];
}

/** The formats that pictures are opened in; AVIF is sharp's `heif`. */
const FORMATS = ['jpeg', 'png', 'webp', 'heif', 'tiff', 'gif', 'svg'] as const;

export function decoderFacts(): DecoderFacts {
  return {
    sharp: sharp.versions.sharp ?? '',
    libvips: sharp.versions.vips,
    formats: FORMATS.filter((format) => sharp.format[format].input.file).map((format) =>
      format === 'heif' ? 'avif' : format,
    ),
  };
}
