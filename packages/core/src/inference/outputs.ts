import type { Tensors } from './messages.js';

/**
 * The numbers of a graph's output.
 *
 * @param graph what people call the graph, for the error
 * @param length how many numbers it must hold; any number of them by default
 * @throws Error where the graph has no such output of floats
 */
export function floats(
  graph: string,
  outputs: Tensors,
  name: string,
  length?: number,
): Float32Array {
  const tensor = outputs[name];
  if (tensor?.type !== 'float32') {
    throw new Error(`The ${graph} graph has no float output "${name}".`);
  }
  if (length !== undefined && tensor.data.length !== length) {
    throw new Error(`The ${graph} graph's output "${name}" does not hold ${length} numbers.`);
  }
  return tensor.data;
}
