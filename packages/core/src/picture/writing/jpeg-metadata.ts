/** XMP and Photoshop's resources in JPEG, whose segments hold 64 KB each: read from as many as there are, parted into as many as it takes. */
import { jpegSegments } from '../jpeg-segments.js';
import { readAtOf, type ReadAt } from '../tiff-directories.js';
import { resourcesOf } from './iptc.js';
import { alone, extensionOf, guidOf, parted, type Xmp } from './xmp.js';

/** Bytes of a segment. */
const MOST_SEGMENT = 65_533;
const XMP_MARK = 'http://ns.adobe.com/xap/1.0/\0';
const EXTENSION_MARK = 'http://ns.adobe.com/xmp/extension/\0';
/** Then comes the GUID of the extension, its length, and where in it the part belongs. */
const GUID_LENGTH = 32;
const EXTENSION_HEAD = GUID_LENGTH + 8;
const PHOTOSHOP_MARK = 'Photoshop 3.0\0';

/** XMP and Photoshop's resources of a file. libvips takes whichever segment of XMP comes first for the packet. */
export async function readSegmented(
  read: ReadAt,
): Promise<{ readonly xmp?: Xmp; readonly resources: Uint8Array }> {
  let packet: Uint8Array | undefined;
  const parts: Buffer[] = [];
  const resources: Buffer[] = [];
  for await (const { marker, offset, length } of jpegSegments(read)) {
    if (marker !== 0xe1 && marker !== 0xed) continue;
    const data = Buffer.from(await read(offset, length));
    const behind = (mark: string): Buffer | undefined =>
      data.toString('latin1', 0, mark.length) === mark ? data.subarray(mark.length) : undefined;
    packet ??= behind(XMP_MARK);
    const part = behind(EXTENSION_MARK);
    if (part !== undefined) parts.push(part);
    const block = behind(PHOTOSHOP_MARK);
    if (block !== undefined) resources.push(block);
  }
  return { ...(packet && { xmp: xmpOf(packet, parts) }), resources: Buffer.concat(resources) };
}

/** A packet with its extension, unless a part of that is missing or damaged. */
function xmpOf(packet: Uint8Array, parts: readonly Buffer[]): Xmp {
  const guid = extensionOf(packet);
  const own = parts
    .filter((part) => part.length > EXTENSION_HEAD)
    .filter((part) => part.toString('latin1', 0, GUID_LENGTH) === guid)
    .map((part) => ({
      at: part.readUInt32BE(GUID_LENGTH + 4),
      bytes: part.subarray(EXTENSION_HEAD),
    }))
    .sort((one, other) => one.at - other.at);
  const extension = Buffer.concat(own.map(({ bytes }) => bytes));
  return guidOf(extension) === guid ? { packet, extension } : { packet: alone(packet) };
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
  const rest = pieces(extension, MOST_SEGMENT - EXTENSION_MARK.length - EXTENSION_HEAD).map(
    ({ at, bytes }) => {
      const place = Buffer.alloc(8);
      place.writeUInt32BE(extension.length, 0);
      place.writeUInt32BE(at, 4);
      return segment(0xe1, EXTENSION_MARK + guid, place, bytes);
    },
  );
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
