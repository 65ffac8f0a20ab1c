/**
 * The size at which a picture of `width` × `height` enters the encoder: aspect kept, short side 320,
 * but no more pixels than 320 × 480 (panoramas shrink), never enlarged beyond twice, no side under 32.
 */
export function encoderSize(width: number, height: number): { width: number; height: number } {
  const SHORT = 320;
  const AREA = 320 * 480;
  const scale = Math.min(SHORT / Math.min(width, height), Math.sqrt(AREA / (width * height)), 2);
  return {
    width: Math.max(32, Math.round(width * scale)),
    height: Math.max(32, Math.round(height * scale)),
  };
}
