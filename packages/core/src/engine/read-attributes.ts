import type { Attribute, AttributeResult, Reading } from '../attributes/attribute.js';
import type { AlignedScene } from '../attributes/scene.js';
import { CalmError, throwIfCancelled } from '../protocol/errors.js';
import type { Warning } from '../protocol/generated/assessment.js';

export interface ReadAttributes {
  readonly results: readonly AttributeResult[];
  /** What is missing because an extension failed. */
  readonly warnings: readonly Warning[];
}

/** Reads every attribute of a scene, in order. */
export async function readAttributes(
  attributes: Iterable<Attribute>,
  scene: AlignedScene,
  signal: AbortSignal | undefined,
): Promise<ReadAttributes> {
  const warnings: Warning[] = [];
  const results = await Promise.all(
    [...attributes].map(async (attribute): Promise<AttributeResult> => {
      try {
        return { attribute, reading: await attribute.measure(scene, signal) };
      } catch (error) {
        return { attribute, reading: unread(error, attribute, warnings) };
      }
    }),
  );
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
