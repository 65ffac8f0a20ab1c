import { KINDS, severityOf } from './kinds.mjs';

/** A record: one assessment of the benchmark, as it is kept and counted. */

/** What tells records apart. */
export function keyOf({ base, kind, strength, implementation }) {
  return [base, kind, strength, implementation].filter((part) => part !== undefined).join(' ');
}

/** What the table and training need of an assessment. */
export async function read(engine, raster, withFeatures = false) {
  const assessment = await engine.assess(
    { kind: 'pixels', channels: 3, colourSpace: 'srgb', ...raster },
    { include: ['score', 'attributes', 'findings', ...(withFeatures ? ['features'] : [])] },
  );
  const { attributes, findings, score, features } = assessment;
  const { sentences } = await engine.comment(assessment);
  return {
    readings: Object.fromEntries(
      attributes
        .filter(({ status }) => status === 'measured')
        .map(({ id, value, score: concern, confidence }) => [id, [value, concern, confidence]]),
    ),
    read: severitiesOf(engine.attributes, attributes),
    seen: Object.fromEntries(
      attributes.flatMap(({ id, seen }) =>
        seen === undefined ? [] : [[id, [seen.probability, seen.severity]]],
      ),
    ),
    weaknesses: findings
      .filter(({ kind }) => kind === 'weakness')
      .map(({ attribute, severity }) => [attribute, severity]),
    // What the comment blames, and its sentences.
    blamed: [
      ...new Set(
        sentences.flatMap(({ claims }) =>
          claims.filter(({ relation }) => relation === 'weakness').map(({ about }) => about),
        ),
      ),
    ],
    sentences: sentences.map(({ text }) => text),
    styles: findings.filter(({ kind }) => kind === 'style').map(({ attribute }) => attribute),
    ...(score === undefined
      ? {}
      : {
          value: score.value,
          technical: score.technical,
          contributions: Object.fromEntries(
            (score.contributions ?? []).map((part) => [part.attribute, part.value]),
          ),
        }),
    ...(features === undefined ? {} : { features }),
  };
}

/** How severe the change of each attribute that can be undone would be, by its reading alone. */
function severitiesOf(registered, readings) {
  return Object.fromEntries(
    registered.flatMap(({ id, remedy }) => {
      const kind = KINDS.find((one) => one.id === id);
      const reading = readings.find((one) => one.id === id);
      if (kind === undefined || remedy.undo === undefined || reading?.status !== 'measured')
        return [];
      return [[id, Math.min(4, severityOf(kind, remedy.undo.strength(reading)))]];
    }),
  );
}
