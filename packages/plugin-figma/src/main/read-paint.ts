import type { Paint as LayoutPaint } from '@calm-sdk/core/layout';

/** `#rrggbb`, or `#rrggbbaa` where it is not opaque. */
export function hex({ r, g, b }: RGB, alpha = 1): string {
  const byte = (value: number): string =>
    Math.round(255 * Math.min(1, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0');
  return `#${byte(r)}${byte(g)}${byte(b)}${alpha < 1 ? byte(alpha) : ''}`;
}

/** The visible paints, back to front. */
export function readPaints(
  paints: readonly Paint[] | symbol,
  styleId?: string | symbol,
): LayoutPaint[] {
  // Mixed paints of a text are read segment by segment.
  if (typeof paints === 'symbol') return [];
  const style = typeof styleId === 'string' && styleId !== '' ? styleId : undefined;
  return paints.flatMap((paint): LayoutPaint[] => {
    const { visible = true, opacity = 1, blendMode = 'NORMAL' } = paint;
    if (!visible || opacity === 0) return [];
    if (blendMode !== 'NORMAL' && blendMode !== 'PASS_THROUGH') return [{ kind: 'image' }];
    switch (paint.type) {
      case 'SOLID': {
        const token = paint.boundVariables?.color?.id ?? style;
        return [
          {
            kind: 'solid',
            colour: hex(paint.color, opacity),
            ...(token === undefined ? {} : { token }),
          },
        ];
      }
      case 'GRADIENT_LINEAR':
      case 'GRADIENT_RADIAL':
      case 'GRADIENT_ANGULAR':
      case 'GRADIENT_DIAMOND':
        return [
          {
            kind: 'gradient',
            colours: paint.gradientStops.map(({ color }) => hex(color, color.a * opacity)),
          },
        ];
      default:
        return [{ kind: 'image' }];
    }
  });
}
