import type { PaddingFix } from '@calm-sdk/core/layout';
import { CallFailed } from '../call-failed.js';
import type { Write } from './write.js';
import { expectFree, expectStill, ownLayer } from './layer.js';

const SIDES = [
  ['top', 'paddingTop'],
  ['right', 'paddingRight'],
  ['bottom', 'paddingBottom'],
  ['left', 'paddingLeft'],
] as const;

/** Other paddings in an auto layout. */
export async function fixPadding({ node: id, from, to }: PaddingFix): Promise<Write> {
  const node = await ownLayer(id);
  if (!('layoutMode' in node) || node.layoutMode === 'NONE') {
    throw new CallFailed('changed', `${node.name} has no auto layout any more.`);
  }
  const changed = SIDES.filter(([side]) => from[side] !== to[side]);
  for (const [side, field] of changed) {
    expectStill(node, 'padding', node[field], from[side]);
    expectFree(node, 'padding', node.boundVariables?.[field] !== undefined);
  }
  return () => {
    for (const [side, field] of changed) node[field] = to[side];
  };
}
