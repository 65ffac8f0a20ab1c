/** XMP and Photoshop's resources in JPEG, whose segments hold 64 KB each: read from as many as there are, parted into as many as it takes. */
import { jpegSegments } from '../jpeg-segments.js';
import { readAtOf, type ReadAt } from '../tiff-directories.js';
import { resourcesOf } from './iptc.js';
import { extensionOf, guidOf, parted, type Xmp } from './xmp.js';

/** Bytes of a segment. */
const MOST_SEGMENT = 65_533;
const XMP_MARK = 'http://ns.adobe.com/xap/1.0/\0';
/** In front of a part of an extension, its GUID, its length and where in it the part belongs. */
const EXTENSION_MARK = 'http://ns.adobe.com/xmp/extension/\0';
const GUID_LENGTH = 32;
const EXTENSION_HEAD = EXTENSION_MARK.length + GUID_LENGTH + 8;
const PHOTOSHOP_MARK = 'Photoshop 3.0\0';

/**
 * What a file has in several segments.
 *
 * @param packet the XMP packet that the decoder has found
 */
export async function readSegmented(
  read: ReadAt,
  packet: Uint8Array | undefined,
): Promise<{ readonly extension?: Uint8Array; readonly resources: Uint8Array }> {
  const resources: Buffer[] = [];
  const parts: Buffer[] = [];
  for await (const { marker, offset, length } of jpegSegments(read)) {
    if (marker !== 0xe1 && marker !== 0xed) continue;
    const data = Buffer.from(await read(offset, length));
    if (data.indexOf(PHOTOSHOP_MARK, 0, 'latin1') === 0) {
      resources.push(data.subarray(PHOTOSHOP_MARK.length));
    } else if (data.indexOf(EXTENSION_MARK, 0, 'latin1') === 0) parts.push(data);
  }
  const guid = packet && extensionOf(packet);
  const extension = guid === undefined ? undefined : joined(guid, parts);
  return { ...(extension && { extension }), resources: Buffer.concat(resources) };
}

/** The extension of this name, or `undefined` where a part of it is missing or damaged. */
function joined(guid: string, parts: readonly Buffer[]): Uint8Array | undefined {
  const at = EXTENSION_MARK.length + GUID_LENGTH + 4;
  const own = parts
    .filter((part) => part.length > EXTENSION_HEAD)
    .filter((part) => part.toString('latin1', EXTENSION_MARK.length, at - 4) === guid)
    .sort((one, other) => one.readUInt32BE(at) - other.readUInt32BE(at));
  const extension = Buffer.concat(own.map((part) => part.subarray(EXTENSION_HEAD)));
  return guidOf(extension) === guid ? extension : undefined;
}

/** A JPEG file with XMP and IPTC in segments behind its own of applications. */
export async function withSegments(
  file: Buffer,
  xmp: Xmp | undefined,
  iptc: Uint8Array | undefined,
): Promise<Buffer> {
  const segments = [...(xmp ? xmpSegments(xmp) : []), ...(iptc ? iptcSegments(iptc) : [])];
  for await (const { marker, offset } of jpegSegments(readAtOf(file))) {
    if (marker >= 0xe0 && marker <= 0xef) continue;
    const at = offset - 4;
    return Buffer.concat([file.subarray(0, at), ...segments, file.subarray(at)]);
  }
  return file;
}

function xmpSegments(xmp: Xmp): readonly Uint8Array[] {
  const { packet, extension } = parted(xmp, MOST_SEGMENT - XMP_MARK.length);
  const first = segment(0xe1, XMP_MARK, packet);
  if (extension === undefined) return [first];
  const guid = guidOf(extension);
  const rest = pieces(extension, MOST_SEGMENT - EXTENSION_HEAD).map(({ at, bytes }) => {
    const place = Buffer.alloc(8);
    place.writeUInt32BE(extension.length, 0);
    place.writeUInt32BE(at, 4);
    return segment(0xe1, EXTENSION_MARK + guid, place, bytes);
  });
  return [first, ...rest];
}

function iptcSegments(records: Uint8Array): readonly Uint8Array[] {
  return pieces(resourcesOf(records), MOST_SEGMENT - PHOTOSHOP_MARK.length).map(({ bytes }) =>
    segment(0xed, PHOTOSHOP_MARK, bytes),
  );
}

function pieces(
  bytes: Uint8Array,
  most: number,
): readonly { readonly at: number; readonly bytes: Uint8Array }[] {
  return Array.from({ length: Math.ceil(bytes.length / most) }, (_, index) => {
    const at = index * most;
    return { at, bytes: bytes.subarray(at, at + most) };
  });
}

function segment(marker: number, mark: string, ...data: readonly Uint8Array[]): Uint8Array {
  const bytes = Buffer.concat([Buffer.from([0xff, marker, 0, 0]), Buffer.from(mark), ...data]);
  bytes.writeUInt16BE(bytes.length - 2, 2);
  return bytes;
}
