/** Messages made from the schemas: as they should be, and nearly so. */
import fc, { type Arbitrary } from 'fast-check';
import { named, resolved, type Protocol, type Schema } from '../scripts/schemas.mjs';

/** What stands in the place of a definition or property that the schema alone would seldom hit, by its name. */
export type Instead = Readonly<Record<string, (plain: Arbitrary<unknown>) => Arbitrary<unknown>>>;

/** Requests of all methods, as their schemas have them. */
export function requestsOf(protocol: Protocol, instead: Instead): Arbitrary<object> {
  const methods = Object.entries(protocol.methods).map(([method, { params }]) => {
    const [name, definition] = named(params);
    const reference = { $ref: `${name}.schema.json${definition ? `#/$defs/${definition}` : ''}` };
    return fc.record({
      jsonrpc: fc.constant('2.0'),
      id: fc.oneof(fc.string(), fc.integer()),
      method: fc.constant(method),
      params: valuesOf(protocol, reference, name, instead),
    });
  });
  return fc.oneof(...methods);
}

/** Values of a schema. @param name of the schema that it stands in */
export function valuesOf(
  protocol: Protocol,
  schema: Schema,
  name: string,
  instead: Instead,
): Arbitrary<unknown> {
  const { schema: node, name: within } = resolved(protocol.schemas, schema, name);
  const plain = plainValuesOf(protocol, node, within, instead);
  const known = schema.$ref === undefined ? undefined : (named(schema.$ref)[1] ?? node['title']);
  return instead[String(known)]?.(plain) ?? plain;
}

function plainValuesOf(
  protocol: Protocol,
  node: Schema,
  name: string,
  instead: Instead,
): Arbitrary<unknown> {
  const union = node.oneOf ?? node.anyOf;
  if (union !== undefined) {
    return fc.oneof(...union.map((branch) => valuesOf(protocol, branch, name, instead)));
  }
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.enum !== undefined) return fc.constantFrom(...node.enum);
  const types = [node.type ?? 'object'].flat();
  return fc.oneof(
    ...types.map((type) => {
      switch (type) {
        case 'object':
          return objectsOf(protocol, node, name, instead);
        case 'array':
          return fc.array(valuesOf(protocol, node.items ?? {}, name, instead), {
            minLength: node.minItems ?? 0,
            maxLength: Math.max(node.minItems ?? 0, 3),
          });
        case 'string':
          return textsOf(node);
        case 'integer':
          return fc.integer({
            min: node.minimum ?? -(2 ** 31),
            max: Math.min(node.maximum ?? 2 ** 31, 2 ** 31),
          });
        case 'number':
          return fc.double({
            min: node.minimum ?? -1e9,
            max: node.maximum ?? 1e9,
            noNaN: true,
          });
        case 'boolean':
          return fc.boolean();
        default:
          return fc.constant(null);
      }
    }),
  );
}

function objectsOf(
  protocol: Protocol,
  { properties = {}, required = [] }: Schema,
  name: string,
  instead: Instead,
): Arbitrary<object> {
  const values = Object.fromEntries(
    Object.entries(properties).map(([key, property]) => {
      const plain = valuesOf(protocol, property, name, instead);
      return [key, instead[key]?.(plain) ?? plain];
    }),
  );
  const unknown = fc.oneof(
    { weight: 9, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record({ unknown: fc.jsonValue() }) },
  );
  return fc
    .tuple(fc.record(values, { requiredKeys: required }), unknown)
    .map(([known, more]) => ({ ...known, ...more }));
}

function textsOf({ pattern, contentEncoding, minLength = 0, maxLength = 30 }: Schema) {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const lengths = { minLength, maxLength: Math.min(maxLength, 30) };
  if (contentEncoding === 'base64') return fc.base64String({ ...lengths, minLength: 4 });
  return fc.string({
    ...lengths,
    unit: fc.constantFrom('a', 'Z', '7', ' ', '/', '.', 'é', '写', '\u0000', '"'),
  });
}

/** Messages that are wrong in one place. */
export function nearMissesOf(messages: Arbitrary<object>): Arbitrary<unknown> {
  const wrong = fc.constantFrom(
    undefined,
    null,
    '',
    'x',
    -1,
    0.5,
    1e308,
    true,
    [],
    [[]],
    {},
    { kind: 'x' },
  );
  return fc.tuple(messages, fc.nat(), wrong).map(([message, seed, value]) => {
    const copy = structuredClone(message);
    const places = placesOf(copy);
    const [holder, key] = places[seed % places.length]!;
    // Absent where it is undefined, as JSON has it.
    (holder as Record<string, unknown>)[key] = value;
    return JSON.parse(JSON.stringify(copy)) as unknown;
  });
}

/** Every field and item, by what holds it. */
function placesOf(value: unknown): [holder: object, key: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[value, key], ...placesOf(inner)]);
}
