/** Fixes: one file for each kind. Everything is looked up and checked first, then written at once, so that a fix is made whole or not at all. */
import type { Fix } from '../../messages.js';
import { CallFailed } from '../call-failed.js';
import { fixColour } from './colour.js';
import { fixFontSize } from './font-size.js';
import { fixGap } from './gap.js';
import { fixImage } from './image.js';
import { fixMove } from './move.js';
import { fixPadding } from './padding.js';
import { fixSize } from './size.js';
import type { Write } from './write.js';

/**
 * Makes a fix, as one step for *Undo*.
 *
 * @throws CallFailed and has written nothing
 */
export async function makeFix(fix: Fix): Promise<void> {
  const write = await prepare(fix);
  await write();
  figma.commitUndo();
}

function prepare(fix: Fix): Promise<Write> {
  switch (fix.kind) {
    case 'colour':
      return fixColour(fix);
    case 'gap':
      return fixGap(fix);
    case 'padding':
      return fixPadding(fix);
    case 'move':
      return fixMove(fix);
    case 'size':
      return fixSize(fix);
    case 'font-size':
      return fixFontSize(fix);
    case 'image':
      return fixImage(fix);
    case 'component':
      throw new CallFailed('in-component', 'It is to be mended in its component.');
  }
}
