import type { Attribute, Reading } from '../attributes/attribute.js';
import type { AlignedScene } from '../attributes/scene.js';
import { whatIsWrongIn } from '../protocol/amiss.js';
import type { ContributedAttribute } from '../protocol/generated/extension.js';
import { validateContributedReading } from '../protocol/generated/validators.js';
import type { MultiScaleFeatures } from '../encoder/encoder.js';
import type { AttributeInput } from './api.js';
import type { ExtensionProcess } from './extension-process.js';

/**
 * An attribute whose measure runs in the process of an extension, as the engine registers it.
 *
 * @param stamp names the extension's code: what it read is remembered under it
 */
export function contributedAttribute(
  declared: ContributedAttribute,
  process: ExtensionProcess,
  stamp: string,
): Attribute {
  const { id, title, meaning, level, kind, unit, direction, digits = 1, wording = {} } = declared;
  const [low = 0, high = 1] = declared.range;
  const figure = (value: number): string =>
    `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;
  return {
    id,
    title,
    meaning,
    level,
    kind,
    unit,
    range: [low, high],
    direction,
    stamp,
    ...(declared.ordinary === undefined ? {} : { ordinary: declared.ordinary }),
    ...(declared.fullSize === undefined ? {} : { fullSize: declared.fullSize }),
    ...(declared.appliesTo === undefined ? {} : { appliesTo: declared.appliesTo }),
    ...(declared.excusedIn === undefined ? {} : { excusedIn: declared.excusedIn }),
    async measure(scene, signal) {
      const { tiles } = scene.picture;
      if (declared.fullSize === true && 'notMeasured' in tiles) {
        return { status: 'not-measured', reason: tiles.notMeasured };
      }
      const input = await inputFrom(scene, declared);
      const given = await process.work(
        'measure',
        id,
        input,
        signal === undefined ? {} : { signal },
      );
      return readingFrom(given, declared, process);
    },
    remedy: { kind: 'advice' },
    wording: {
      // A list of ways is never empty: the schema says so, which its type cannot.
      ...(wording as unknown as Partial<Attribute['wording']>),
      value: ({ value }) => figure(value),
      figure,
    },
  };
}

/** With what `calm.proposed.d.ts` declares. */
type ProposedInput = AttributeInput & { readonly features?: MultiScaleFeatures };

/** Only what it says that it needs is copied to it. */
async function inputFrom(
  scene: AlignedScene,
  { needs }: ContributedAttribute,
): Promise<ProposedInput> {
  const { width, height, captureFacts, working, tiles } = scene.picture;
  const needed = new Set(needs);
  return {
    width,
    height,
    captureFacts,
    ...(needed.has('working') ? { working } : {}),
    ...(needed.has('tiles') ? { tiles } : {}),
    ...(needed.has('features') ? { features: scene.features } : {}),
    ...(needed.has('tokens') ? { tokens: await scene.tokens() } : {}),
    ...(needed.has('subject') ? { subject: scene.subject } : {}),
  };
}

/** @throws CalmError `extension-failed` for what is no reading */
function readingFrom(
  given: unknown,
  { id, range }: ContributedAttribute,
  process: ExtensionProcess,
): Reading {
  if (!validateContributedReading(given)) {
    const what = whatIsWrongIn(given, validateContributedReading);
    throw process.wrong(`${id} gave what is no reading: ${what}`);
  }
  if (given.status === 'not-measured') return given;
  const [low = 0, high = 1] = range;
  if (given.value < low || given.value > high) {
    throw process.wrong(`${id} gave ${given.value}, outside its range of ${low} to ${high}`);
  }
  return { ...given, evidence: given.evidence ?? [] };
}
