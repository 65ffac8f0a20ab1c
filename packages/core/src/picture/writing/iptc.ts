/** IPTC-IIM records in Photoshop's image resources (Photoshop File Formats, Image Resource Blocks). */

const RESOURCE_MARK = '8BIM';
/** The resource that holds IPTC. The others show the picture as it was, or its paths. */
const IPTC_RESOURCE = 0x0404;
/** The tag marker that IPTC-IIM records begin with. */
const RECORD = 0x1c;

/** The IPTC-IIM records in a block of resources, or in a block of their own. */
export function recordsOf(block: Uint8Array | undefined): Uint8Array | undefined {
  if (block === undefined || block[0] === RECORD) return block;
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  let at = 0;
  while (at + 12 <= bytes.length && bytes.toString('latin1', at, at + 4) === RESOURCE_MARK) {
    const id = bytes.readUInt16BE(at + 4);
    // A name with its length in front, and a length, each filled up to an even number.
    const length = at + 6 + even(1 + bytes[at + 6]!);
    if (length + 4 > bytes.length) return undefined;
    const from = length + 4;
    const to = from + bytes.readUInt32BE(length);
    if (id === IPTC_RESOURCE && to <= bytes.length) return bytes.subarray(from, to);
    at = from + even(to - from);
  }
  return undefined;
}

/** IPTC-IIM records as a block of resources. */
export function resourcesOf(records: Uint8Array): Uint8Array {
  const head = Buffer.alloc(12);
  head.write(RESOURCE_MARK, 'latin1');
  head.writeUInt16BE(IPTC_RESOURCE, 4);
  head.writeUInt32BE(records.length, 8);
  return Buffer.concat([head, records, Buffer.alloc(records.length % 2)]);
}

function even(length: number): number {
  return length + (length % 2);
}
