/** The rendition of a frame, decoded. */
export interface Rendition {
  readonly bitmap: ImageBitmap;
  readonly pixels: ImageData;
  /** PNG, as it was rendered. */
  readonly bytes: Uint8Array;
}

export async function decode(bytes: Uint8Array): Promise<Rendition> {
  const bitmap = await createImageBitmap(
    new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' }),
    {
      colorSpaceConversion: 'none',
    },
  );
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser draws no canvas.');
  context.drawImage(bitmap, 0, 0);
  return { bitmap, bytes, pixels: context.getImageData(0, 0, bitmap.width, bitmap.height) };
}

export function base64(bytes: Uint8Array): string {
  let text = '';
  const CHUNK = 0x8000;
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(text);
}
