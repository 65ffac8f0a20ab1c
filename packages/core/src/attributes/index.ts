import type { Attribute } from './attribute.js';

/** The built-in attributes, in the order in which documents list them. One line for each file of this folder. */
export const ATTRIBUTES: readonly Attribute[] = [];
