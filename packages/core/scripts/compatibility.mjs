/**
 * Whether programs that were written for one version of the protocol are understood by another: what they ask is still taken, and what they are
 * given is what they know. Readers pass over fields, and take values of enumerations and kinds of unions, that they do not know; everything else
 * that a message may be must stay so within a major version.
 */
import { isDeepStrictEqual } from 'node:util';
import { MESSAGES, namesOfMessages, named, resolved, tagOf } from './schemas.mjs';

const LOWER = ['minimum', 'minLength', 'minItems'];
const UPPER = ['maximum', 'maxLength', 'maxItems'];

/** Keywords that are compared, or that say nothing of what is valid. Any other would be passed over unseen. */
const UNDERSTOOD = new Set([
  ...LOWER,
  ...UPPER,
  ...['type', 'enum', 'const', 'pattern', 'contentEncoding', 'properties', 'required'],
  ...['additionalProperties', 'items', 'oneOf', 'anyOf', '$ref'],
  ...['$defs', '$id', '$schema', 'title', 'description'],
]);

/**
 * What breaks programs that were written for the old version, a sentence each.
 *
 * @param old a version that was released, as `readProtocol` reads it
 * @param now the version that is to follow it
 */
export function breaksBetween(old, now) {
  const found = [];
  const seen = new Set();
  for (const [method, { params, result }] of Object.entries(old.methods)) {
    const next = now.methods[method];
    if (next === undefined) {
      found.push(`${method} is gone`);
      continue;
    }
    compare('taken', reference(old, params), reference(now, next.params), `params of ${method}`);
    compare('given', reference(old, result), reference(now, next.result), `result of ${method}`);
  }
  for (const [definition, direction] of Object.entries(MESSAGES)) {
    const path = `message.schema.json#/$defs/${definition}`;
    compare(direction, reference(old, path), reference(now, path), definition);
  }
  return found;

  /** What is taken may be more than it was, what is given may be less. */
  function compare(direction, oldNode, newNode, path) {
    const before = oldNode.schema;
    const after = newNode.schema;
    const pair = `${direction} ${idOf(before)} ${idOf(after)}`;
    if (seen.has(pair)) return;
    seen.add(pair);
    for (const keyword of [before, after].flatMap(Object.keys)) {
      if (!UNDERSTOOD.has(keyword)) throw new Error(`${path}: ${keyword} is compared by nobody.`);
    }
    // Every message of the inner schema must be one of the outer.
    const [inner, outer] = direction === 'taken' ? [before, after] : [after, before];
    const strays = direction === 'taken' ? 'is narrower than it was' : 'is wider than it was';
    const say = (what) => found.push(`${path} ${what}`);

    const types = typesOf(outer);
    if (types !== undefined && !typesOf(inner)?.every((type) => isOneOf(type, types))) {
      say(`${strays}: ${describe(typesOf(before))} has become ${describe(typesOf(after))}`);
      return;
    }
    compareValues();
    for (const [bounds, tighter] of [
      [LOWER, (a, b) => a === undefined || a < b],
      [UPPER, (a, b) => a === undefined || a > b],
    ]) {
      for (const bound of bounds) {
        if (outer[bound] !== undefined && tighter(inner[bound], outer[bound])) {
          say(
            `${strays}: ${bound} ${before[bound] ?? 'none'} has become ${after[bound] ?? 'none'}`,
          );
        }
      }
    }
    for (const keyword of ['pattern', 'contentEncoding']) {
      if (outer[keyword] !== undefined && outer[keyword] !== inner[keyword]) {
        say(`${strays}: another ${keyword}`);
      }
    }
    for (const name of outer.required ?? []) {
      if (inner.required?.includes(name)) continue;
      say(direction === 'taken' ? `now needs ${name}` : `may now lack ${name}`);
    }
    for (const [name, property] of Object.entries(before.properties ?? {})) {
      const next = after.properties?.[name];
      if (next === undefined) say(`has no ${name} any more`);
      else compare(direction, within(oldNode, property), within(newNode, next), `${path}: ${name}`);
    }
    for (const keyword of ['items', 'additionalProperties']) {
      if (outer[keyword] === undefined) continue;
      if (inner[keyword] === undefined) say(`${strays}: ${keyword}`);
      else {
        const [one, other] = [within(oldNode, before[keyword]), within(newNode, after[keyword])];
        compare(direction, one, other, `${path} [each]`);
      }
    }
    compareUnions();

    function compareValues() {
      const [was, is] = [valuesOf(before), valuesOf(after)];
      if (was === undefined && is === undefined) return;
      if (was === undefined || is === undefined) {
        if (valuesOf(outer) !== undefined)
          say(`${strays}: any value has become some, or the reverse`);
        return;
      }
      const [gone, added] = [without(was, is), without(is, was)];
      if (gone.length > 0) say(`is no longer any of ${describe(gone)}`);
      if (direction === 'given' && !added.every((value) => typeof value === 'string')) {
        say(`${strays}: ${describe(added)}`);
      }
    }

    function compareUnions() {
      const [was, is] = [branchesOf(oldNode), branchesOf(newNode)];
      if (was === undefined && is === undefined) return;
      if (was?.tag !== is?.tag) {
        say('has become another union');
        return;
      }
      for (const [name, branch] of was.branches) {
        const next = is.branches.get(name);
        if (next === undefined) say(`is no longer any of "${name}"`);
        else compare(direction, branch, next, `${path} "${name}"`);
      }
      const added = without([...is.branches.keys()], [...was.branches.keys()]);
      if (direction === 'given' && is.tag === undefined && added.length > 0) {
        say(`${strays}: ${describe(added)}`);
      }
    }
  }
}

/** What is amiss where a version is changed after it was released: a sentence, or `undefined`. */
export function changedSinceRelease(released, now) {
  if (released.version !== now.version || isDeepStrictEqual(bare(released), bare(now))) {
    return undefined;
  }
  const [major, minor] = now.version.split('.').map(Number);
  return `it has changed since ${now.version} was released: methods.json must say ${major}.${minor + 1}`;
}

/** The schemas as readers go by them: values of enumerations and kinds of unions that they do not know are taken. */
export function opened(schemas) {
  const open = (node, name) => {
    if (Array.isArray(node)) return node.map((item) => open(item, name));
    if (node === null || typeof node !== 'object') return node;
    // A property may have the name of a keyword.
    if (Object.values(node).every((each) => typeof each === 'object' && !Array.isArray(each))) {
      return Object.fromEntries(
        Object.entries(node).map(([key, value]) => [key, open(value, name)]),
      );
    }
    const { enum: values, oneOf, ...rest } = node;
    const copy = Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [key, open(value, name)]),
    );
    if (values !== undefined && !values.every((value) => typeof value === 'string')) {
      copy.enum = values;
    }
    if (oneOf === undefined) return copy;
    const tag = tagOf(oneOf.map((branch) => resolved(schemas, branch, name).schema));
    if (tag === undefined) return { ...copy, oneOf: open(oneOf, name) };
    const unknown = { type: 'string', not: { enum: tag.values } };
    const other = { type: 'object', required: [tag.name], properties: { [tag.name]: unknown } };
    return { ...copy, anyOf: [...open(oneOf, name), other] };
  };
  return new Map([...schemas].map(([name, schema]) => [name, open(schema, name)]));
}

function reference(protocol, path) {
  const [name, definition] = named(path);
  const root = protocol.schemas.get(name);
  return within({ protocol, name }, definition === undefined ? root : root.$defs[definition]);
}

/** A schema that stands in another, where its own reference leads. */
function within({ protocol, name }, schema) {
  return { protocol, ...resolved(protocol.schemas, schema, name) };
}

/** By their tags, or where there is none by their types. */
function branchesOf(node) {
  const union = node.schema.oneOf ?? node.schema.anyOf;
  if (union === undefined) return undefined;
  const branches = union.map((branch) => within(node, branch));
  const tag = tagOf(branches.map(({ schema }) => schema));
  const names = tag?.values ?? branches.map(({ schema }) => String(schema.type));
  return { tag: tag?.name, branches: new Map(names.map((name, index) => [name, branches[index]])) };
}

function typesOf(schema) {
  if (schema.type !== undefined) return [schema.type].flat();
  const values = valuesOf(schema);
  return values && [...new Set(values.map(typeOf))];
}

function typeOf(value) {
  if (value === null) return 'null';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function valuesOf(schema) {
  return schema.const === undefined ? schema.enum : [schema.const];
}

const isOneOf = (type, types) =>
  types.includes(type) || (type === 'integer' && types.includes('number'));

const without = (all, some) => all.filter((each) => !some.includes(each));

function describe(value) {
  return value === undefined ? 'anything' : [value].flat().join(', ');
}

/** What a protocol is without its prose. */
function bare(protocol) {
  const strip = (value) =>
    JSON.parse(JSON.stringify(value), (key, inner) =>
      key === 'description' && typeof inner === 'string' ? undefined : inner,
    );
  const names = namesOfMessages(protocol);
  return strip([protocol.methods, names.map((name) => [name, protocol.schemas.get(name)])]);
}

const ids = new WeakMap();
let count = 0;

function idOf(schema) {
  if (!ids.has(schema)) ids.set(schema, ++count);
  return ids.get(schema);
}
