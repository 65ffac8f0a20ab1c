import { extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CalmError, throwIfCancelled } from '../protocol/errors.js';
import type { Header } from './decode.js';
import { examine } from './encoded-picture.js';
import { decodeFullSize, type FullSize } from './full-size.js';
import { holdingPixels } from './held-pixels.js';
import { completeLimits, withinTime, type Deadline, type PictureLimits } from './limits.js';
import { applyEditsByBands } from './operations/by-bands.js';
import { faultOf, movesFrame, type Edit } from './operations/edit.js';
import { nameOfSource, readSource } from './read-source.js';
import { encode, WRITTEN_FORMATS, type WrittenFormat } from './writing/encode.js';
import { inFrame, readMetadata } from './writing/metadata.js';
import { assertFree, writeNew } from './writing/new-file.js';

export interface DevelopOptions {
  /** Bounds that differ from {@link DEFAULT_PICTURE_LIMITS}. Every picture is held as a whole, so `wholePixels` holds for all. */
  readonly limits?: Partial<PictureLimits>;
  /** Whether a file that is there already under the new name may be replaced. The original never is. */
  readonly overwrite?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Applies edits to the picture in a file, at full size, and writes the result as another file; the original stays as it is. The
 * extension of `out` says in which format: `.jpg`, `.jpeg`, `.png`, `.tif`, `.tiff`, `.webp`, `.avif`.
 *
 * The result lies upright. Samples keep their colour space, with its profile, and in PNG and TIFF their 16 bits; CMYK becomes sRGB.
 * What is transparent stays so, on white where the format is JPEG. EXIF, XMP and IPTC are kept as far as the format has a place for
 * them, but for thumbnails, which would show the picture as it was, for what tells of other pictures or video in the same file, and,
 * where the frame moves, for what lies in it, as regions of faces. Of what moves, the first frame is taken.
 *
 * The new file is there as a whole or not at all, and what fails leaves nothing behind; only a process that is killed while it writes
 * leaves a file of the name `.calm-….tmp`.
 *
 * @example
 * await developFile('photo.jpg', [{ operation: 'rotate', degrees: 1.5 }], 'photo-level.jpg');
 *
 * @param path of the original, in any format that can be opened
 * @param edits applied in order; none at all only turns the picture upright
 * @param out path of the new file
 * @throws CalmError with the codes of `openPicture`; `unsupported-format` also for an extension that cannot be written,
 * `invalid-request` for an edit that is none, and where `out` is the original or is there already, `file-not-found` and
 * `file-unreadable` also for a folder that is missing or may not be written to; it never rejects with anything else
 */
export async function developFile(
  path: string,
  edits: readonly Edit[],
  out: string,
  options: DevelopOptions = {},
): Promise<void> {
  assertRequest(path, edits, out);
  const name = nameOfSource({ kind: 'path', path });
  const outName = nameOfSource({ kind: 'path', path: out });
  const { overwrite = false, signal } = options;
  const limits = completeLimits(options.limits);
  try {
    const format = formatOf(out, outName);
    assertEdits(edits, name);
    const bytes = await withinTime(
      name,
      limits.milliseconds,
      signal,
      async (deadline) => {
        await assertDevelopable(path, out, { overwrite });
        return develop(path, name, edits, { format, name: outName }, limits, deadline);
      },
      { doing: 'Developing', done: 'developed' },
    );
    await writeNew(out, outName, bytes, overwrite, () =>
      throwIfCancelled(signal, `Developing ${name}`),
    );
  } catch (error) {
    if (error instanceof CalmError) throw error;
    throw new CalmError('internal', `${name} could not be developed: ${String(error)}`, {
      hint: 'This is a fault of the program; please report it with the picture.',
      cause: error,
    });
  }
}

/**
 * Whether {@link developFile} could write the new file, before anything is spent on the picture: rejects as that would where `out` has no
 * ending of a format to write, is there already, is the original, or lies in no folder.
 */
export async function assertDevelopable(
  path: string,
  out: string,
  { overwrite = false }: Pick<DevelopOptions, 'overwrite'> = {},
): Promise<void> {
  assertRequest(path, [], out);
  const name = nameOfSource({ kind: 'path', path: out });
  formatOf(out, name);
  await assertFree(out, name, path, overwrite);
}

/** Types promise nothing where the caller is JavaScript. */
function assertRequest(path: unknown, edits: unknown, out: unknown): void {
  if (typeof path === 'string' && typeof out === 'string' && Array.isArray(edits)) return;
  throw new CalmError('invalid-request', 'Files to develop are named by paths, edits in a list.', {
    hint: 'Give the paths of the original and of the new file as text; a list of no edits is one too.',
  });
}

function formatOf(out: string, name: string): WrittenFormat {
  const format = WRITTEN_FORMATS.get(extname(out).toLowerCase());
  if (format !== undefined) return format;
  throw new CalmError('unsupported-format', `${name} has no ending of a format to write.`, {
    hint: `Let it end in one of ${[...WRITTEN_FORMATS.keys()].join(' ')}.`,
  });
}

function assertEdits(edits: readonly Edit[], name: string): void {
  for (const edit of edits) {
    const fault = faultOf(edit);
    if (fault === undefined) continue;
    throw new CalmError('invalid-request', `${name} cannot be edited so: ${fault}.`, {
      hint: 'Give edits as the engine suggests them, with all of their numbers.',
    });
  }
}

async function develop(
  path: string,
  name: string,
  edits: readonly Edit[],
  target: { readonly format: WrittenFormat; readonly name: string },
  limits: PictureLimits,
  deadline: Deadline,
): Promise<Uint8Array> {
  const encoded = await readSource({ kind: 'path', path }, name, limits, deadline);
  try {
    const picture = await examine(encoded, name, limits);
    const { header } = picture;
    assertHeld(header, name, limits);
    const metadata = await readMetadata(picture.format, encoded.read, header.metadata);
    return await holdingPixels(header.width * header.height, async () => {
      deadline.check();
      const full = await decodeFullSize(picture, name, limits, deadline);
      await encoded.verify();
      const edited = await applied(full, edits, deadline);
      const { width, height } = edited.colour;
      const moved = header.orientation !== 1 || edits.some(movesFrame);
      const kept = inFrame(metadata, { width, height, moved });
      return encode(edited, target.format, kept, target.name, deadline);
    });
  } finally {
    await encoded.close();
  }
}

/** All samples are in memory at a time, whether or not the format can be read row by row. */
function assertHeld({ width, height }: Header, name: string, limits: PictureLimits): void {
  const most = Math.min(limits.pixels, limits.wholePixels);
  if (width * height <= most) return;
  throw new CalmError(
    'too-large',
    `${name} has ${width} × ${height} pixels, more than the ${Math.round(most / 1e6)} million that may be edited.`,
    { hint: 'Edit a smaller copy, or raise the limits on pixels and whole pixels.' },
  );
}

/** Edits are of colours; what moves the frame moves what is transparent with it. */
async function applied(
  { colour, alpha, profile }: FullSize,
  edits: readonly Edit[],
  deadline: Deadline,
): Promise<FullSize> {
  const between = async (): Promise<void> => {
    await setImmediate();
    deadline.check();
  };
  return {
    colour: await applyEditsByBands(colour, edits, between),
    ...(alpha && { alpha: await applyEditsByBands(alpha, edits.filter(movesFrame), between) }),
    ...(profile && { profile }),
  };
}
