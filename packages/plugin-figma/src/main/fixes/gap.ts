import type { GapFix } from '@calm-sdk/core/layout';
import { CallFailed } from '../call-failed.js';
import type { Write } from './write.js';
import { expectFree, expectStill, findVariable, ownLayer } from './layer.js';

/** Another gap in an auto layout. */
export async function fixGap({ node: id, from, to, token }: GapFix): Promise<Write> {
  const node = await ownLayer(id);
  if (!('layoutMode' in node) || node.layoutMode === 'NONE') {
    throw new CallFailed('changed', `${node.name} has no auto layout any more.`);
  }
  expectStill(node, 'gap', node.itemSpacing, from);
  expectFree(node, 'gap', node.boundVariables?.itemSpacing !== undefined && token === undefined);
  const variable = token === undefined ? undefined : await findVariable(token);
  return () => {
    if (variable === undefined) node.itemSpacing = to;
    else node.setBoundVariable('itemSpacing', variable);
  };
}
