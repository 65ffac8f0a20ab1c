import type { Attribute, AttributeResult, Reading } from '../attributes/attribute.js';
import type { Scene } from '../attributes/scene.js';
import { CalmError, throwIfCancelled } from '../protocol/errors.js';
import type { Warning } from '../protocol/generated/assessment.js';

/** Milliseconds of measuring after which the event loop gets a turn. */
const SLICE = 4;

export interface ReadAttributes {
  readonly results: readonly AttributeResult[];
  /** What is missing because an extension failed. */
  readonly warnings: readonly Warning[];
}

/** Reads every attribute of a scene, in order, and lets the event loop breathe in between. Measures that run elsewhere run beside the others. */
export async function readAttributes(
  attributes: Iterable<Attribute>,
  scene: Scene,
  signal: AbortSignal | undefined,
): Promise<ReadAttributes> {
  const readings: Promise<Reading>[] = [];
  const warnings: Warning[] = [];
  const known = [...attributes];
  let began = performance.now();
  for (const attribute of known) {
    const reading = attribute.measure(scene, signal);
    readings.push(
      reading instanceof Promise
        ? reading.catch((error: unknown) => unread(error, attribute, warnings))
        : Promise.resolve(reading),
    );
    if (performance.now() - began > SLICE) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      throwIfCancelled(signal, 'The assessment');
      began = performance.now();
    }
  }
  const results = (await Promise.all(readings)).map((reading, index) => ({
    attribute: known[index]!,
    reading,
  }));
  throwIfCancelled(signal, 'The assessment');
  return { results, warnings };
}

/** What an extension cannot read is missing; anything else that goes wrong is a defect. */
function unread(error: unknown, { id }: Attribute, warnings: Warning[]): Reading {
  if (!(error instanceof CalmError)) throw error;
  if (error.code === 'extension-failed') {
    warnings.push({ contribution: id, message: error.message });
  } else if (error.code !== 'cancelled') {
    throw error;
  }
  return { status: 'not-measured', reason: 'the extension that reads it failed' };
}
