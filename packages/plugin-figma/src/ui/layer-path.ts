import type { Layout } from '@calm-sdk/core/layout';

/** `Footer / Terms`: where a layer lies, by at most three names. */
export function layerPath({ nodes }: Layout, id: string): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const names: string[] = [];
  for (let at = byId.get(id); at !== undefined; at = byId.get(at.parent ?? ''))
    names.unshift(at.name);
  return names.slice(-3).join(' / ');
}
