import type { Assessment } from './panel.js';
import type { ImageEdit } from '../messages.js';

type Edit = NonNullable<Assessment['suggestions']>['suggestions'][number]['edit'];

/** What moves Figma's slider from the middle to its end. Figma names no units of its sliders: these are cautious guesses. */
const EXPOSURE_EV = 2;

/** An edit of the engine's as Figma can make it on a picture that fills a layer; undefined where it cannot. */
export function imageEdit(node: string, edit: Edit): ImageEdit | undefined {
  switch (edit.operation) {
    case 'crop': {
      const { x, y, width, height } = edit;
      return { kind: 'image', node, crop: { x, y, width, height } };
    }
    case 'expose':
      return { kind: 'image', node, filters: { exposure: slider(edit.ev / EXPOSURE_EV) } };
    case 'saturate':
      return { kind: 'image', node, filters: { saturation: slider(edit.factor - 1) } };
    case 'warm':
      return { kind: 'image', node, filters: { temperature: slider(Math.log2(edit.ratio)) } };
    default:
      return undefined;
  }
}

function slider(value: number): number {
  return Math.min(1, Math.max(-1, Number(value.toFixed(2))));
}
