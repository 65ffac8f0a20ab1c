/** Marks on the canvas, drawn where they are asked for: one locked group beside what it marks, which *Remove* finds again. */
import type { Mark } from '../messages.js';
import { findFrame } from './frames.js';

const KEY = 'annotation';
const NAME = 'CALM annotations';
const COLOURS = { must: { r: 0.78, g: 0.1, b: 0.12 }, could: { r: 0.6, g: 0.38, b: 0 } };
const BADGE = 20;
const FONT: FontName = { family: 'Inter', style: 'Regular' };

export async function annotate(frameId: string, marks: readonly Mark[]): Promise<void> {
  const frame = await findFrame(frameId);
  await figma.loadFontAsync(FONT);
  removeAnnotations(frameId);
  const box = frame.absoluteBoundingBox;
  if (box === null || marks.length === 0) return;
  const drawn = marks.flatMap((mark) => draw(mark, box));
  const group = figma.group(drawn, figma.currentPage);
  group.name = NAME;
  group.setPluginData(KEY, frameId);
  group.locked = true;
  group.expanded = false;
  figma.commitUndo();
}

/** @returns how many groups were removed */
export function removeAnnotations(frameId?: string): number {
  const groups = figma.currentPage.findAllWithCriteria({
    types: ['GROUP'],
    pluginData: { keys: [KEY] },
  });
  const found = groups.filter(
    (group) => frameId === undefined || group.getPluginData(KEY) === frameId,
  );
  for (const group of found) group.remove();
  return found.length;
}

function draw(mark: Mark, frame: Rect): SceneNode[] {
  const colour: SolidPaint = { type: 'SOLID', color: COLOURS[mark.level] };
  const outline = figma.createRectangle();
  outline.x = frame.x + mark.x;
  outline.y = frame.y + mark.y;
  outline.resize(Math.max(1, mark.width), Math.max(1, mark.height));
  outline.fills = [];
  outline.strokes = [colour];
  outline.strokeWeight = 2;
  const badge = figma.createEllipse();
  badge.x = outline.x - BADGE / 2;
  badge.y = outline.y - BADGE / 2;
  badge.resize(BADGE, BADGE);
  badge.fills = [colour];
  const number = figma.createText();
  number.fontName = FONT;
  number.characters = String(mark.number);
  number.fontSize = 11;
  number.fills = [{ type: 'SOLID', color: { r: 1, g: 1, b: 1 } }];
  number.textAlignHorizontal = 'CENTER';
  number.textAlignVertical = 'CENTER';
  number.resize(BADGE, BADGE);
  number.x = badge.x;
  number.y = badge.y;
  outline.name = `${mark.number} ${mark.title}: ${mark.message}`;
  return [outline, badge, number];
}
