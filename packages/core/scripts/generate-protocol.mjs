/**
 * Makes the protocol's TypeScript types and validators from the JSON schemas, which are their one source.
 *
 *   node packages/core/scripts/generate-protocol.mjs           writes them
 *   node packages/core/scripts/generate-protocol.mjs --check   fails where the committed files are not in step
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

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

/** Definitions that are met on their own, each in the schema of the file that it is named with. */
const ALONE = [
  ['assessment', 'AssessmentResult'],
  ['taste', 'Entry'],
  ['taste', 'KnownPicture'],
  ['taste', 'Profile'],
];

const files = (await readdir(SCHEMA_FOLDER)).filter((name) => name.endsWith('.schema.json')).sort();
const schemas = new Map();
for (const file of files) {
  const schema = JSON.parse(await readFile(new URL(file, SCHEMA_FOLDER), 'utf8'));
  lint(schema, file);
  schemas.set(file.replace('.schema.json', ''), schema);
}

const outputs = new Map();
for (const [name, schema] of schemas) {
  outputs.set(`${name}.ts`, await types(name, schema));
}
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
    for (const keyword of ['items', 'oneOf', 'additionalProperties']) {
      if (node[keyword] !== undefined) visit(node[keyword], `${path}/${keyword}`);
    }
  };
  visit(schema, where);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

async function types(name, schema) {
  const text = await compile(schema, name, {
    additionalProperties: false,
    cwd: fileURLToPath(SCHEMA_FOLDER),
    ignoreMinAndMaxItems: true,
    bannerComment: BANNER.trim(),
    unreachableDefinitions: true,
    format: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  return text;
}

function newAjv() {
  const ajv = new Ajv2020({ allErrors: false, strict: true, code: { source: true, esm: true } });
  for (const schema of schemas.values()) ajv.addSchema(schema);
  return ajv;
}

/** One validator for each schema's root, and for each definition that is met on its own. */
function exported() {
  const names = {};
  for (const [name, schema] of schemas) {
    names[`validate${pascal(schema.title ?? name)}`] = schema.$id;
  }
  for (const [name, type] of ALONE) {
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
    const alone = ALONE.filter(([of]) => of === name).map(([, type]) => type);
    return `import type { ${[schema.title, ...alone].join(', ')} } from './${name}.js';`;
  });
  return `${BANNER}${imports.join('\n')}

export interface ValidationError {
  readonly instancePath: string;
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
