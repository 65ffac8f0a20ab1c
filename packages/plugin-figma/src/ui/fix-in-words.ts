import type { Layout, LayoutFix } from '@calm-sdk/core/layout';
import type { Words } from './language/index.js';

/** A fix in figures: `gray/400 → gray/600`, `gap 13 → 12 px`. */
export function fixInWords(fix: LayoutFix, { fix: words, decimal }: Words, layout: Layout): string {
  const px = (value: number): string => decimal(value, Number.isInteger(value) ? 0 : 1);
  switch (fix.kind) {
    case 'colour':
      return words.colour(
        nameOf(layout, fix.from),
        fix.token === undefined ? fix.to : tokenName(layout, fix.token),
      );
    case 'gap':
      return words.gap(px(fix.from), px(fix.to));
    case 'padding': {
      const sides = (['top', 'right', 'bottom', 'left'] as const).filter(
        (side) => fix.from[side] !== fix.to[side],
      );
      const list = (of: typeof fix.from): string => sides.map((side) => px(of[side])).join(' ');
      return words.padding(list(fix.from), list(fix.to));
    }
    case 'move':
      return words.move(fix.moves.length);
    case 'size':
      return words.size(px(fix.width), px(fix.height));
    case 'font-size':
      return words.fontSize(px(fix.from), px(fix.to));
    case 'component':
      return words.component;
  }
}

export function tokenName(layout: Layout, token: string): string {
  return layout.tokens?.find(({ id }) => id === token)?.name ?? token;
}

/** A colour by the name of its token where it has exactly one. */
function nameOf(layout: Layout, colour: string): string {
  const tokens = layout.tokens?.filter(({ kind, value }) => kind === 'colour' && value === colour);
  return tokens?.length === 1 ? tokens[0]!.name : colour;
}
