import type { Attribute, AttributeResult, Reading } from '../attributes/attribute.js';
import { appliesTo } from '../attributes/kinds.js';
import type { AlignedScene } from '../attributes/scene.js';
import { CalmError, throwIfCancelled } from '../protocol/errors.js';
import type { Domain, Warning } from '../protocol/generated/assessment.js';

export interface ReadAttributes {
  readonly results: readonly AttributeResult[];
  /** What is missing because an extension failed. */
  readonly warnings: readonly Warning[];
}

/** Most pictures are of this kind: what is read in them is read while the kind is still being told. */
const LIKELY: Domain['id'] = 'photograph';

/** Reads every attribute that applies to a scene's kind, in order. */
export async function readAttributes(
  attributes: Iterable<Attribute>,
  scene: AlignedScene,
  kind: Promise<Domain['id']>,
  signal: AbortSignal | undefined,
): Promise<ReadAttributes> {
  const warnings: Warning[] = [];
  const results = await Promise.all(
    [...attributes].map(async (attribute): Promise<AttributeResult | undefined> => {
      if (!appliesTo(attribute, LIKELY) && !appliesTo(attribute, await kind)) return undefined;
      const read = await readingOf(attribute, scene, signal);
      if (!appliesTo(attribute, await kind)) return undefined;
      if (read.warning !== undefined) warnings.push(read.warning);
      return { attribute, reading: read.reading };
    }),
  );
  throwIfCancelled(signal, 'The assessment');
  return { results: results.filter((result) => result !== undefined), warnings };
}

/** What an extension cannot read is missing; anything else that goes wrong is a defect. */
async function readingOf(
  attribute: Attribute,
  scene: AlignedScene,
  signal: AbortSignal | undefined,
): Promise<{ readonly reading: Reading; readonly warning?: Warning }> {
  try {
    return { reading: await attribute.measure(scene, signal) };
  } catch (error) {
    if (!(error instanceof CalmError)) throw error;
    if (error.code !== 'extension-failed' && error.code !== 'cancelled') throw error;
    const reading = {
      status: 'not-measured',
      reason: 'the extension that reads it failed',
    } as const;
    if (error.code === 'cancelled') return { reading };
    return { reading, warning: { contribution: attribute.id, message: error.message } };
  }
}
