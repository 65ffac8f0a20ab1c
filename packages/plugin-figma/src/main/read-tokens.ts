/** Colours and lengths of the design system that a frame may use. */
import type { DesignToken } from '@calm-sdk/core/layout';
import type { Frame } from './frames.js';
import { hex } from './read-paint.js';

/** Styles have no collections: those of one file are one. */
export const STYLES = 'styles';

/**
 * Every variable of the collections that the frame is bound to, as it is in the frame's mode, and every colour style of the file.
 *
 * @param bound ids of the variables and styles that its layers are bound to
 */
export async function readTokens(frame: Frame, bound: ReadonlySet<string>): Promise<DesignToken[]> {
  const tokens = new Map<string, DesignToken>();
  const collections = new Set<string>();
  for (const id of bound) {
    if (isStyle(id)) {
      const style = await figma.getStyleByIdAsync(id);
      if (style?.type === 'PAINT') addStyle(tokens, style);
      continue;
    }
    const variable = await figma.variables.getVariableByIdAsync(id);
    if (variable === null) continue;
    addVariable(tokens, variable, frame);
    collections.add(variable.variableCollectionId);
  }
  for (const id of collections) {
    const collection = await figma.variables.getVariableCollectionByIdAsync(id);
    for (const variableId of collection?.variableIds ?? []) {
      const variable = await figma.variables.getVariableByIdAsync(variableId);
      if (variable !== null) addVariable(tokens, variable, frame);
    }
  }
  for (const style of await figma.getLocalPaintStylesAsync()) addStyle(tokens, style);
  return [...tokens.values()];
}

export function isStyle(id: string): boolean {
  return id.startsWith('S:');
}

function addVariable(tokens: Map<string, DesignToken>, variable: Variable, frame: Frame): void {
  const { value } = variable.resolveForConsumer(frame);
  const facts = {
    id: variable.id,
    name: variable.name,
    collection: variable.variableCollectionId,
  };
  if (variable.resolvedType === 'COLOR' && typeof value === 'object' && 'r' in value) {
    const alpha = 'a' in value ? value.a : 1;
    tokens.set(variable.id, { kind: 'colour', ...facts, value: hex(value, alpha) });
  } else if (variable.resolvedType === 'FLOAT' && typeof value === 'number') {
    tokens.set(variable.id, { kind: 'length', ...facts, value });
  }
}

/** Only styles of one plain colour can stand for one another. */
function addStyle(tokens: Map<string, DesignToken>, style: PaintStyle): void {
  const [paint, ...more] = style.paints;
  if (paint?.type !== 'SOLID' || more.length > 0) return;
  tokens.set(style.id, {
    kind: 'colour',
    id: style.id,
    name: style.name,
    collection: STYLES,
    value: hex(paint.color, paint.opacity ?? 1),
  });
}
