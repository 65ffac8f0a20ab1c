import type { Attribute, AttributeResult } from '../attributes/attribute.js';
import type { Scene } from '../attributes/scene.js';
import { throwIfCancelled } from '../protocol/errors.js';

/** Milliseconds of measuring after which the event loop gets a turn. */
const SLICE = 4;

/** Reads every attribute of a scene, in order, and lets the event loop breathe in between. */
export async function readAttributes(
  attributes: Iterable<Attribute>,
  scene: Scene,
  signal: AbortSignal | undefined,
): Promise<AttributeResult[]> {
  const results: AttributeResult[] = [];
  let began = performance.now();
  for (const attribute of attributes) {
    results.push({ attribute, reading: attribute.measure(scene) });
    if (performance.now() - began > SLICE) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      throwIfCancelled(signal, 'The assessment');
      began = performance.now();
    }
  }
  return results;
}
