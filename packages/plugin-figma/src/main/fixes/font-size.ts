import type { FontSizeFix } from '@calm-sdk/core/layout';
import { CallFailed } from '../call-failed.js';
import type { Write } from './write.js';
import { expectFree, ownLayer } from './layer.js';

/** Another size of type; texts of a style get another style, or are left alone. */
export async function fixFontSize({ nodes, from, to, token }: FontSizeFix): Promise<Write> {
  const writes: Write[] = [];
  for (const id of nodes) {
    const node = await ownLayer(id);
    if (node.type !== 'TEXT') throw new CallFailed('changed', `${node.name} is no text any more.`);
    const segments = node
      .getStyledTextSegments(['fontSize', 'fontName', 'textStyleId', 'boundVariables'])
      .filter(({ fontSize }) => Math.abs(fontSize - from) < 0.01);
    if (segments.length === 0) {
      throw new CallFailed('changed', `${node.name} is not set in ${from} px any more.`);
    }
    for (const { start, end, fontName, textStyleId, boundVariables } of segments) {
      const isBound = textStyleId !== '' || boundVariables?.fontSize !== undefined;
      expectFree(node, 'size of type', isBound && token === undefined);
      await loadFont(fontName);
      writes.push(() => {
        if (token !== undefined) return node.setRangeTextStyleIdAsync(start, end, token);
        node.setRangeFontSize(start, end, to);
      });
    }
  }
  return async () => {
    for (const write of writes) await write();
  };
}

async function loadFont(font: FontName): Promise<void> {
  try {
    await figma.loadFontAsync(font);
  } catch (error) {
    throw new CallFailed(
      'font-missing',
      `${font.family} ${font.style}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
