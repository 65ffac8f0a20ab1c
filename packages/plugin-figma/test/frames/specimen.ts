import type { CollectionData, DocumentData, NodeData } from '../figma/document.js';

/** A realistic frame, and what can be made wrong in it. */
export interface Specimen {
  readonly frame: NodeData;
  readonly faults: readonly Fault[];
}

export interface Fault {
  readonly name: string;
  /** The rule that must find it. */
  readonly rule: string;
  /** Name of the layer that it must be pinned to. */
  readonly layer: string;
  readonly plant: (frame: NodeData) => NodeData;
}

/** One design system for all. */
export const COLOURS: CollectionData = {
  id: 'VariableCollectionId:colours',
  name: 'Colours',
  modes: ['light', 'dark'],
  variables: [
    ['white', '#ffffff', '#111827'],
    ['gray-50', '#f9fafb', '#030712'],
    ['gray-100', '#f3f4f6', '#1f2937'],
    ['gray-200', '#e5e7eb', '#374151'],
    ['gray-300', '#d1d5db', '#4b5563'],
    ['gray-400', '#9ca3af', '#6b7280'],
    ['gray-450', '#7f8793', '#858d99'],
    ['gray-500', '#6b7280', '#9ca3af'],
    ['gray-600', '#4b5563', '#d1d5db'],
    ['gray-700', '#374151', '#e5e7eb'],
    ['gray-900', '#111827', '#f9fafb'],
    ['blue-300', '#93c5fd', '#1e3a8a'],
    ['blue-600', '#2563eb', '#3b6fe8'],
    ['blue-700', '#1d4ed8', '#93c5fd'],
    ['green-700', '#15803d', '#4ade80'],
    ['red-700', '#b91c1c', '#fca5a5'],
    ['amber-700', '#b45309', '#fcd34d'],
  ].map(([id, ...values]) => ({ id: id!, name: id!.replace('-', '/'), values })),
};

export const SPACES: CollectionData = {
  id: 'VariableCollectionId:spaces',
  name: 'Spaces',
  modes: ['default'],
  variables: [4, 8, 12, 16, 24, 32, 40, 48, 64].map((size) => ({
    id: `space-${size}`,
    name: `space/${size}`,
    values: [size],
  })),
};

export function documentOf(
  frames: readonly NodeData[],
  more: readonly NodeData[] = [],
): DocumentData {
  let x = 0;
  const placed = frames.map((frame) => {
    const at = { ...frame, x, y: 0 };
    x += (frame.width ?? 0) + 100;
    return at;
  });
  return {
    name: 'Specimens',
    pages: [{ id: '0:1', name: 'Screens', children: [...placed, ...more] }],
    collections: [COLOURS, SPACES],
  };
}
