import type { ColourFix } from '@calm-sdk/core/layout';
import { CallFailed } from '../call-failed.js';
import { hex } from '../read-paint.js';
import { isStyle } from '../read-tokens.js';
import type { Write } from './write.js';
import { expectFree, findVariable, ownLayer } from './layer.js';

/** Another colour. What was bound is bound to another token, and never detached. */
export async function fixColour({ nodes, of, from, to, token }: ColourFix): Promise<Write> {
  const style = token !== undefined && isStyle(token) ? token : undefined;
  const variable =
    token === undefined || style !== undefined ? undefined : await findVariable(token);
  if (style !== undefined && (await figma.getStyleByIdAsync(style)) === null) {
    throw new CallFailed('gone', `There is no style ${style} any more.`);
  }

  /** The paints with the colour exchanged; undefined where none has it. */
  const recoloured = (
    node: SceneNode,
    paints: readonly Paint[],
    isStyled: boolean,
  ): Paint[] | undefined => {
    let found = false;
    const result = paints.map((paint) => {
      if (paint.type !== 'SOLID' || hex(paint.color, paint.opacity) !== from) return paint;
      found = true;
      const isBound = isStyled || paint.boundVariables?.color !== undefined;
      expectFree(node, 'colour', isBound && token === undefined);
      const plain: SolidPaint = { ...paint, ...solid(to) };
      return variable === undefined
        ? plain
        : figma.variables.setBoundVariableForPaint(plain, 'color', variable);
    });
    return found ? result : undefined;
  };

  const writes: Write[] = [];
  for (const id of nodes) {
    const node = await ownLayer(id);
    const own = writesOf(node);
    if (own.length === 0) throw new CallFailed('changed', `${node.name} has no ${from} any more.`);
    writes.push(...own);
  }
  return async () => {
    for (const write of writes) await write();
  };

  function writesOf(node: SceneNode): Write[] {
    if (of === 'strokes') {
      if (!('strokes' in node)) return [];
      const paints = recoloured(node, node.strokes, node.strokeStyleId !== '');
      if (paints === undefined) return [];
      if (style !== undefined) return [() => node.setStrokeStyleIdAsync(style)];
      return [
        () => {
          node.strokes = paints;
        },
      ];
    }
    if (node.type === 'TEXT') {
      return node
        .getStyledTextSegments(['fills', 'fillStyleId'])
        .flatMap(({ start, end, fills, fillStyleId }): Write[] => {
          const paints = recoloured(node, fills, fillStyleId !== '');
          if (paints === undefined) return [];
          if (style !== undefined) return [() => node.setRangeFillStyleIdAsync(start, end, style)];
          return [
            () => {
              node.setRangeFills(start, end, paints);
            },
          ];
        });
    }
    if (!('fills' in node) || typeof node.fills === 'symbol') return [];
    const paints = recoloured(node, node.fills, node.fillStyleId !== '');
    if (paints === undefined) return [];
    if (style !== undefined) return [() => node.setFillStyleIdAsync(style)];
    return [
      () => {
        node.fills = paints;
      },
    ];
  }
}

/** `#rrggbb` or `#rrggbbaa` as a paint has it. */
function solid(colour: string): Pick<SolidPaint, 'color' | 'opacity'> {
  const part = (at: number): number => parseInt(colour.slice(at, at + 2), 16) / 255;
  return {
    color: { r: part(1), g: part(3), b: part(5) },
    opacity: colour.length > 7 ? part(7) : 1,
  };
}
