/**
 * Makes the protocol's TypeScript types and validators from the JSON schemas, which are their one source.
 *
 *   node packages/core/scripts/generate-protocol.mjs           writes them
 *   node packages/core/scripts/generate-protocol.mjs --check   fails where the committed files are not in step
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';
import { format } from 'prettier';
import { named, readProtocol, resolved, tagOf } from './schemas.mjs';

const SCHEMA_FOLDER = new URL('../schema/v1/', import.meta.url);
const OUTPUT_FOLDER = new URL('../src/protocol/generated/', import.meta.url);
const BANNER = '// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.\n';

/** Keywords that json-schema-to-typescript translates wrongly, or that validators of other languages lack. */
const OUTSIDE_THE_SUBSET = new Set([
  'prefixItems',
  'unevaluatedProperties',
  'unevaluatedItems',
  'dynamicRef',
  '$dynamicRef',
  'if',
  'then',
  'else',
  'not',
  'patternProperties',
]);

/** Definitions that are met on their own beside the methods' own, each in the schema of the file that it is named with. */
const MET_ALONE = [
  ['assessment', 'AssessmentResult'],
  ['extension', 'ContributedReading'],
  ['message', 'Request'],
  ['message', 'Cancel'],
  ['message', 'Progress'],
  ['message', 'Success'],
  ['message', 'Failure'],
  ['pairing', 'PairParams'],
  ['pairing', 'Paired'],
  ['pairing', 'PairingOffer'],
  ['pairing', 'PairingOutcome'],
  ['pairing', 'RevokeParams'],
  ['taste', 'Entry'],
  ['taste', 'KnownPicture'],
  ['taste', 'Profile'],
];

const FORMAT = { singleQuote: true, printWidth: 110 };

const { version, methods, errors, schemas } = await readProtocol(SCHEMA_FOLDER);
for (const [name, schema] of schemas) lint(schema, `${name}.schema.json`);
lintErrors();

/** Definitions that have a validator of their own: `[schema, definition]`. */
const alone = [
  ...new Map(
    [
      ...MET_ALONE,
      ...Object.values(methods).flatMap(({ params, result }) => [params, result].map(named)),
    ]
      .filter(([, definition]) => definition !== undefined)
      .map((pair) => [pair[1], pair]),
  ).values(),
];

const outputs = new Map();
for (const [name, schema] of schemas) {
  outputs.set(`${name}.ts`, await types(name, schema));
}
outputs.set('methods.ts', await methodTypes());
outputs.set('validators.js', await validators());
outputs.set('validators.d.ts', declarations());

let stale = 0;
for (const [file, text] of outputs) {
  const url = new URL(file, OUTPUT_FOLDER);
  if (process.argv.includes('--check')) {
    const committed = await readFile(url, 'utf8').catch(() => '');
    if (committed !== text) {
      stale++;
      console.error(
        `${fileURLToPath(url)} is not in step with schema/v1: run pnpm --filter @calm-sdk/core generate`,
      );
    }
  } else {
    await writeFile(url, text);
  }
}
process.exitCode = stale === 0 ? 0 : 1;

/** The subset that every generator handles, and a sentence for every definition and property. */
function lint(schema, where) {
  const problems = [];
  const visit = (node, path) => {
    if (Array.isArray(node)) {
      node.forEach((item, index) => visit(item, `${path}/${index}`));
      return;
    }
    if (node === null || typeof node !== 'object') return;
    for (const keyword of Object.keys(node)) {
      if (OUTSIDE_THE_SUBSET.has(keyword))
        problems.push(`${path}: ${keyword} is outside the subset`);
    }
    for (const group of ['properties', '$defs']) {
      for (const [key, value] of Object.entries(node[group] ?? {})) {
        if (value.$ref === undefined && value.description === undefined) {
          problems.push(`${path}/${group}/${key}: no description`);
        }
        visit(value, `${path}/${group}/${key}`);
      }
    }
    for (const keyword of ['items', 'oneOf', 'anyOf', 'additionalProperties']) {
      if (node[keyword] !== undefined) visit(node[keyword], `${path}/${keyword}`);
    }
  };
  visit(schema, where);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** Every code of an error has its meaning in methods.json, and no other has. */
function lintErrors() {
  const codes = schemas.get('assessment').$defs.ErrorInfo.properties.code.enum;
  const odd = [
    ...codes.filter((code) => errors[code] === undefined),
    ...Object.keys(errors).filter((code) => !codes.includes(code)),
  ];
  if (odd.length > 0) throw new Error(`methods.json and ErrorInfo differ in ${odd.join(', ')}`);
}

/** What other schemas define is imported from their types, so that each type stands once. */
async function types(name, schema) {
  const imports = new Map();
  const local = JSON.parse(JSON.stringify(schema), (key, value) => {
    if (typeof value?.$ref !== 'string' || value.$ref.startsWith('#')) return value;
    const [from, definition] = named(value.$ref);
    const type = typeNamed(from, definition);
    imports.set(from, new Set([...(imports.get(from) ?? []), type]));
    return { tsType: type };
  });
  const lines = [...imports].map(
    ([from, found]) => `import type { ${[...found].sort().join(', ')} } from './${from}.js';\n`,
  );
  const text = await compile(local, name, {
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    bannerComment: `${BANNER}${lines.join('')}`.trim(),
    unreachableDefinitions: true,
    format: false,
  });
  return format(text, { ...FORMAT, parser: 'typescript' });
}

function typeNamed(schema, definition) {
  return definition ?? schemas.get(schema).title;
}

/** The table of methods, with the types of what they take and give and the validators of both. */
async function methodTypes() {
  const of = (reference) => typeNamed(...named(reference));
  const entries = Object.entries(methods);
  const found = new Map();
  for (const reference of entries.flatMap(([, { params, result }]) => [params, result])) {
    const [file] = named(reference);
    found.set(file, new Set([...(found.get(file) ?? []), of(reference)]));
  }
  const validators = new Set(
    entries.flatMap(([, { params, result }]) =>
      [params, result].map((each) => `validate${of(each)}`),
    ),
  );
  const text = `${BANNER}${[...found]
    .map(([file, names]) => `import type { ${[...names].sort().join(', ')} } from './${file}.js';`)
    .join('\n')}
import { ${[...validators].sort().join(', ')} } from './validators.js';

/** Version of the protocol, major and minor. */
export const PROTOCOL_VERSION = '${version}';

/** What each method takes and gives. */
export interface Methods {
${entries
  .map(
    ([name, { description, params, result }]) => `  /** ${description} */
  '${name}': { readonly params: ${of(params)}; readonly result: ${of(result)} };`,
  )
  .join('\n')}
}

/** What holds a message to a method's schemas. */
export const METHODS = {
${entries
  .map(
    ([name, { params, result }]) =>
      `  '${name}': { params: validate${of(params)}, result: validate${of(result)} },`,
  )
  .join('\n')}
} as const;
`;
  return format(text, { ...FORMAT, parser: 'typescript' });
}

function newAjv() {
  const ajv = new Ajv2020({
    allErrors: false,
    strict: true,
    allowUnionTypes: true,
    inlineRefs: false,
    discriminator: true,
    code: { source: true, esm: true },
  });
  for (const [name, schema] of schemas) ajv.addSchema(withTags(schema, name));
  return ajv;
}

/**
 * A union whose branches are told apart by a tag is held to its tag first and then to that branch alone, so that what is wrong is told of the
 * branch that was meant. What is valid stays the same.
 */
function withTags(node, name) {
  if (Array.isArray(node)) return node.map((item) => withTags(item, name));
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withTags(value, name)]),
  );
  const tag =
    node.oneOf && tagOf(node.oneOf.map((branch) => resolved(schemas, branch, name).schema));
  if (tag === undefined) return copy;
  const { oneOf, ...rest } = copy;
  const object = { type: 'object', required: [tag.name] };
  return {
    ...rest,
    allOf: [
      { ...object, properties: { [tag.name]: { enum: tag.values } } },
      { ...object, discriminator: { propertyName: tag.name }, oneOf },
    ],
  };
}

/** One validator for each schema's root, and for each definition that is met on its own. */
function exported() {
  const names = {};
  for (const [name, schema] of schemas) {
    names[`validate${pascal(schema.title ?? name)}`] = schema.$id;
  }
  for (const [name, type] of alone) {
    names[`validate${type}`] = `${schemas.get(name).$id}#/$defs/${type}`;
  }
  return names;
}

async function validators() {
  const source = standalone.default(newAjv(), exported());
  const bundled = await build({
    stdin: {
      contents: source,
      resolveDir: fileURLToPath(new URL('..', import.meta.url)),
      loader: 'js',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    write: false,
    minify: true,
    charset: 'utf8',
  });
  return `${BANNER}/* eslint-disable */\n${bundled.outputFiles[0].text}`;
}

function declarations() {
  const lines = Object.keys(exported()).map((name) => {
    const type = name.replace('validate', '');
    return `export const ${name}: Validator<${type}>;`;
  });
  const imports = [...schemas].map(([name, schema]) => {
    const own = alone.filter(([of]) => of === name).map(([, type]) => type);
    return `import type { ${[schema.title, ...own].join(', ')} } from './${name}.js';`;
  });
  return `${BANNER}${imports.join('\n')}

export interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Says whether \`value\` has the shape; where not, \`errors\` says what is wrong, until the next call. */
export interface Validator<T> {
  (value: unknown): value is T;
  errors?: readonly ValidationError[] | null;
}

${lines.join('\n')}
`;
}

function pascal(name) {
  return name.replace(/(^|[^A-Za-z0-9]+)([a-z])/g, (_, __, letter) => letter.toUpperCase());
}
