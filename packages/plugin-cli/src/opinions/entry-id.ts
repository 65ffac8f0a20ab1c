import { createHash } from 'node:crypto';

/** The namespace of entries that are read from files; drawn once. */
const NAMESPACE = Buffer.from('8f1c3d0a5b7e4c6f9a2d4e6b8c0f1a37', 'hex');

/**
 * The UUID of an entry that says this, the same wherever and whenever it is read: version 5 of RFC 9562, by SHA-1 of the parts.
 *
 * @param parts texts without NUL
 */
export function entryId(...parts: readonly string[]): string {
  const bytes = createHash('sha1')
    .update(NAMESPACE)
    .update(parts.join('\0'))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [0, 8, 12, 16, 20].map((from, index, all) => hex.slice(from, all[index + 1])).join('-');
}
