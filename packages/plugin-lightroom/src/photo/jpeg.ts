/** What a JPEG says of itself. */

/**
 * Longest side of a JPEG in pixels, from its frame header (ITU-T T.81, B.2.2); 0 where there is none.
 */
export function longestSide(jpeg: string): number {
  let at = 3; // Behind the start of the image.
  while (at + 8 < jpeg.length) {
    const [mark, marker, high, low] = string.byte(jpeg, at, at + 3);
    if (mark !== 0xff || marker === undefined) return 0;
    // SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC), which lie between them.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [rowsHigh, rowsLow, columnsHigh, columnsLow] = string.byte(jpeg, at + 5, at + 8);
      return math.max(rowsHigh! * 256 + rowsLow!, columnsHigh! * 256 + columnsLow!);
    }
    at += 2 + (high! * 256 + low!);
  }
  return 0;
}
