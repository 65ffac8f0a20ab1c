/** XMP packets as text: what is changed in them so that they stay true of the picture, and how JPEG parts large ones. */
import { createHash } from 'node:crypto';

/** A packet, and the second one that JPEG has for what did not fit into it (XMP Specification Part 3, 1.1.3.1). */
export interface Xmp {
  readonly packet: Uint8Array;
  readonly extension?: Uint8Array;
}

/** Thumbnails, which show the picture as it was, and what else lies in its file: gain maps, other frames, video. */
const OF_FILE =
  /^(?:xmp|xap):Thumbnails$|^(?:G?Container:Directory|hdrgm:\w+|G?Camera:(?:MotionPhoto|MicroVideo)\w*)$/;
/** Where something lies in the frame: regions of faces, and the directions of a panorama. */
const OF_FRAME = /^(?:mwg-rs:Regions|MP:RegionInfo|GPano:\w+)$/;

/** Changes what stands as attributes or as elements. */
export function xmpInFrame(
  { packet, extension }: Xmp,
  frame: { readonly width: number; readonly height: number; readonly moved: boolean },
): Xmp {
  return {
    packet: packetInFrame(packet, frame),
    ...(extension && { extension: packetInFrame(extension, frame) }),
  };
}

function packetInFrame(
  packet: Uint8Array,
  { width, height, moved }: { width: number; height: number; moved: boolean },
): Uint8Array {
  const set = (text: string, names: string, value: number): string =>
    text.replace(
      new RegExp(`((?:${names})\\s*(?:=\\s*["']|>\\s*))\\d+`, 'g'),
      (_, before: string) => before + String(value),
    );
  let text = without(textOf(packet), OF_FILE);
  if (moved) text = without(text, OF_FRAME);
  text = set(text, 'tiff:Orientation', 1);
  text = set(text, 'exif:PixelXDimension|tiff:ImageWidth', width);
  text = set(text, 'exif:PixelYDimension|tiff:ImageLength', height);
  return bytesOf(text);
}

/** One character for each byte, so that whatever else a packet holds stays as it is. */
function textOf(packet: Uint8Array): string {
  return Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength).toString('latin1');
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

const ATTRIBUTE = /\s([\w-]+:\w+)\s*=\s*(?:"[^"<]*"|'[^'<]*')/g;
const OPENING = /<([\w-]+:\w+)(?=[\s>/])/g;

/** A packet without the properties of these names, be they attributes or elements with all that is in them. */
function without(text: string, names: RegExp): string {
  let result = '';
  let at = 0;
  for (const { 1: name = '', index } of text.matchAll(OPENING)) {
    if (index < at || !names.test(name)) continue;
    const end = endOfElement(text, name, index);
    // Where one is not closed, the packet is damaged; to search on for each of many would take long.
    if (end === undefined) break;
    result += text.slice(at, index);
    at = end;
  }
  return (result + text.slice(at)).replace(ATTRIBUTE, (whole, name: string) =>
    names.test(name) ? '' : whole,
  );
}

function endOfElement(text: string, name: string, from: number): number | undefined {
  const bracket = text.indexOf('>', from);
  if (text[bracket - 1] === '/') return bracket + 1;
  const close = `</${name}>`;
  const at = text.indexOf(close, from);
  return at === -1 ? undefined : at + close.length;
}

const NOTE = /^xmpNote:HasExtendedXMP$/;
const GUID = /(xmpNote:HasExtendedXMP\s*(?:=\s*["']|>\s*))([0-9A-F]{32})/;

/** By which a packet names its extension. */
export function extensionOf(packet: Uint8Array): string | undefined {
  return GUID.exec(textOf(packet))?.[2];
}

/** A packet that names no extension. */
export function alone(packet: Uint8Array): Uint8Array {
  return bytesOf(without(textOf(packet), NOTE));
}

/** The name of an extension: its MD5. */
export function guidOf(extension: Uint8Array): string {
  return createHash('md5').update(extension).digest('hex').toUpperCase();
}

/**
 * A packet of at most `most` bytes that names its extension. What is too large by itself becomes the extension of a packet that says
 * nothing else.
 */
export function parted({ packet, extension }: Xmp, most: number): Xmp {
  if (packet.length > most) {
    const whole = bytesOf(textOf(packet).replace(/<\?xpacket [^>]*>/g, ''));
    return { packet: Buffer.from(naming(guidOf(whole))), extension: whole };
  }
  if (extension === undefined) return { packet };
  const guid = guidOf(extension);
  const named = textOf(packet).replace(GUID, (_, before: string) => before + guid);
  return { packet: bytesOf(named), extension };
}

function naming(guid: string): string {
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""' +
    ` xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmpNote:HasExtendedXMP="${guid}"/>` +
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
  );
}
