/** The protocol's schemas as its scripts read them: one folder of `*.schema.json`, methods.json and examples. */
import { readFile, readdir } from 'node:fs/promises';

/** Messages that belong to no method: whether an engine takes them or gives them. */
export const MESSAGES = {
  Request: 'taken',
  Cancel: 'taken',
  Progress: 'given',
  Success: 'given',
  Failure: 'given',
};

/**
 * @param {URL} folder its address ends with a slash
 * @returns the protocol: version, methods, errors, schemas by the names of their files, examples by the names of theirs
 */
export async function readProtocol(folder) {
  const { version, methods, errors } = await readJson(new URL('methods.json', folder));
  const schemas = new Map();
  for (const file of await jsonFiles(folder)) {
    if (file.endsWith('.schema.json')) {
      schemas.set(file.replace('.schema.json', ''), await readJson(new URL(file, folder)));
    }
  }
  const examples = new Map();
  const exampleFolder = new URL('examples/', folder);
  for (const file of await jsonFiles(exampleFolder)) {
    examples.set(file.replace('.json', ''), await readJson(new URL(file, exampleFolder)));
  }
  return { version, methods, errors, schemas, examples };
}

async function jsonFiles(folder) {
  return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
}

async function readJson(url) {
  return JSON.parse(await readFile(url, 'utf8'));
}

/** `[schema, definition]` of a reference from one file to another; no definition: the schema itself. */
export function named(reference) {
  const [file, path] = reference.split('#/$defs/');
  return [file.replace('.schema.json', ''), path];
}

/**
 * What a schema is once its reference is followed, and the name of the schema that it stands in.
 *
 * @param schemas by name
 * @param name of the schema that the reference stands in
 */
export function resolved(schemas, schema, name) {
  if (schema.$ref === undefined) return { schema, name };
  const [file, definition] = named(schema.$ref);
  const target = file === '' ? name : file;
  const found =
    definition === undefined ? schemas.get(target) : schemas.get(target)?.$defs[definition];
  if (found === undefined) throw new Error(`${name}: ${schema.$ref} leads nowhere.`);
  return resolved(schemas, found, target);
}

/** The property that has another constant in every branch of a union, and these constants in their order. */
export function tagOf(branches) {
  for (const name of Object.keys(branches[0]?.properties ?? {})) {
    const values = branches.map(({ properties }) => properties?.[name]?.const);
    if (!values.includes(undefined) && new Set(values).size === branches.length) {
      return { name, values };
    }
  }
  return undefined;
}

/** Names of the schemas that messages are made of; others are of files that the engine reads for itself. */
export function namesOfMessages({ methods, schemas }) {
  const found = new Set(['message']);
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (typeof node.$ref === 'string') follow(node.$ref);
    for (const value of Object.values(node)) visit(value);
  };
  const follow = (reference) => {
    const [name] = named(reference);
    if (name === '' || found.has(name)) return;
    found.add(name);
    visit(schemas.get(name));
  };
  visit(schemas.get('message'));
  for (const { params, result } of Object.values(methods)) [params, result].forEach(follow);
  return [...found].sort();
}
