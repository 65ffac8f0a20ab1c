/**
 * `docs/protocol.md`: the protocol's reference, from its schemas, methods.json and examples.
 * With `--check` it fails where the committed page is not in step.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { named, readProtocol, resolved, tagOf } from '../packages/core/scripts/schemas.mjs';
import { root } from './set-up.mjs';

const page = path.join(root, 'docs/protocol.md');
const folder = path.join(root, 'packages/core/schema/v1/');
const protocol = await readProtocol(pathToFileURL(folder));
const { version, methods, errors, schemas, examples } = protocol;
const [major] = version.split('.');

/** Longest line of an example. */
const WIDTH = 100;

/** Types that the page has told of. */
const told = new Set();

/** Definitions that the page links to, in the order in which they are first linked: those are what it goes on to tell of. */
const linked = new Map();

const methodSlugs = new Set(Object.keys(methods).map(slug));
const text = `# Protocol

The engine is spoken to by JSON-RPC 2.0, version ${version} of the methods below. JSON Schemas (2020-12) are the source of all of it:
[\`packages/core/schema/v1\`](../packages/core/schema/v1), in the npm package too, with
[examples](../packages/core/schema/v1/examples) of every method and error. This page is made from them by
\`node scripts/protocol-page.mjs\`.

\`\`\`json
${compact({ jsonrpc: '2.0', id: 1, method: 'calm/discover', params: { meta: { protocol: version, client: { name: 'my-tool' } } } })}
\`\`\`

\`calm/discover\` tells what an engine is and can do. There is no session and no greeting: every request stands alone and
says in \`meta\` all that it needs.

## Transports

On **standard input and output** (\`serveStdio\`, \`connectCommand\`) each message is one line of UTF-8. Whoever starts
the engine may name files. Answers come as they are ready, in any order, and \`$/progress\` before them; the end of the input
ends the engine once everything was answered. **In process** (\`connectInProcess\`) messages are the same, so that what works
there works over a wire.

On **HTTP** each request is the body of a POST to \`/rpc\` on this machine, with a token. Closing the connection takes a
request back. How such a server is started and a client paired is told by the guide of \`calm serve\`.

## Messages

A request has an \`id\`, text or a whole number, and exactly one success or failure with the same \`id\` answers it. What has no
\`id\` is a notification, which nothing answers, known or not. Batches are refused.

${definitions('message', ['Request', 'Success', 'Failure', 'RpcError'])}
### meta

${schemas.get('message').$defs.Meta.description} Params of every method take it as \`meta\`.

${fields('message', schemas.get('message').$defs.Meta)}
### Notifications

| method | sent by | meaning | params |
|---|---|---|---|
| \`$/progress\` | the engine | ${cell(schemas.get('message').$defs.Progress.description)} | ${type('message', schemas.get('message').$defs.Progress.properties.params)} |
| \`$/cancel\` | whoever asked | ${cell(schemas.get('message').$defs.Cancel.description)} | ${type('message', schemas.get('message').$defs.Cancel.properties.params)} |

${examples
  .get('notifications')
  .map(({ title, message }) => example(title, [message]))
  .join('\n')}
## Methods

An engine answers the methods that \`calm/discover\` names, and no other; \`taste/…\` only where it keeps tastes.

| method | what it does | result |
|---|---|---|
${Object.entries(methods)
  .map(
    ([name, { description, result }]) =>
      `| [\`${name}\`](#${slug(name)}) | ${cell(description)} | ${link(...named(result))} |`,
  )
  .join('\n')}

${Object.entries(methods).map(method).join('\n')}
## Errors

\`error.data\` of a failure, and \`error\` of a picture that failed among others, is [ErrorInfo](#errorinfo). \`code\` is from this
list, \`message\` says what happened and to which picture, \`hint\` what the person can do. Where \`retryable\` is true the same
request may succeed later, after \`retryAfterMs\` where that is known. A reader goes by \`retryable\` for a code that it does not
know.

| code | JSON-RPC | again | meaning | for example |
|---|---|---|---|---|
${examples
  .get('errors')
  .map(({ message: { error } }) => {
    const { code, message, hint, retryable } = error.data;
    return `| \`${code}\` | ${error.code} | ${retryable ? 'yes' : 'no'} | ${cell(errors[code])} | ${cell(message)} *${cell(hint)}* |`;
  })
  .join('\n')}

JSON-RPC's own codes: ${schemas.get('message').$defs.RpcError.properties.code.description}

## Versions

- \`meta.protocol\` names the version that the client was written for. Another major version than ${major} fails with
  \`protocol-unsupported\`; any minor one is taken, a newer one too. Absent: the engine's own.
- Within a major version nothing is removed, renamed or narrowed. A minor version may add methods, optional params, fields of
  results, values of enumerations, kinds of unions, and codes of errors.
- So readers pass over fields that they do not know, and take values and kinds that they do not know for just that: an
  engine passes over unknown fields of requests, a client over those of answers.
- The release runs \`pnpm --filter @calm-sdk/core freeze-protocol\`, which keeps schemas and examples under
  \`packages/core/schema/released\`. From then on \`pnpm --filter @calm-sdk/core check-compatibility\`, which \`npm test\` runs,
  fails for what breaks a client of that version, and the examples are asked again of the present engine. No version has
  been released yet: the tests hold the present one to a copy of itself.

## Conformance

\`calm conformance -- COMMAND\` checks an engine of any make on its standard streams; \`@calm-sdk/core/conformance\` has the same
checks for tests of one's own. Nothing but this protocol is taken for granted, and what an engine does not name is not asked
of it.

## Types

A field marked * is always there. Pictures' places are in fractions of the upright picture, origin top left.

${types()}`;

if (!process.argv.includes('--check')) {
  writeFileSync(page, text);
} else if (readFileSync(page, 'utf8') !== text) {
  console.error('docs/protocol.md is not in step with schema/v1: node scripts/protocol-page.mjs');
  process.exitCode = 1;
}

function method([name, { description, params, result }]) {
  const [file, definition] = named(params);
  const takes = schemas.get(file).$defs[definition];
  const own = Object.fromEntries(
    Object.entries(takes.properties).filter(([key]) => key !== 'meta'),
  );
  const exampleFile = `${name.replaceAll('/', '-')}.json`;
  const [first, ...more] = examples.get(name.replaceAll('/', '-'));
  return `### \`${name}\`

${description}

${Object.keys(own).length === 0 ? 'Takes `meta` alone.\n' : fields(file, { ...takes, properties: own })}
Result: ${link(...named(result))}

${example(first.title, [first.request, first.response])}${
    more.length === 0
      ? ''
      : `\nMore: ${more.map(({ title }) => title).join('; ')}, in [\`${exampleFile}\`](../packages/core/schema/v1/examples/${exampleFile}).\n`
  }`;
}

/** Every type that is linked and was not told of yet, and those that these link, in the order of their first mention. */
function types() {
  const texts = [];
  for (const [title, [name, definition]] of linked) {
    if (!told.has(title)) texts.push(definitions(name, [definition]));
  }
  return texts.join('\n');
}

function definitions(name, which) {
  return which
    .map((definition) => {
      const schema =
        definition === undefined ? schemas.get(name) : schemas.get(name).$defs[definition];
      const title = definition ?? schema.title;
      told.add(title);
      const body =
        schema.properties === undefined ? `${type(name, schema)}\n` : fields(name, schema);
      return `### ${title}\n\n${schema.description}\n\n${body}`;
    })
    .join('\n');
}

function fields(name, { properties, required = [] }) {
  const entries = Object.entries(properties);
  if (entries.length === 0) return 'No fields.\n';
  const rows = entries.map(([key, schema]) => {
    const meaning = schema.description ?? resolved(schemas, schema, name).schema.description ?? '';
    return `| \`${key}\`${required.includes(key) ? ' *' : ''} | ${type(name, schema)} | ${cell(meaning)} |`;
  });
  return `| field | type | meaning |\n|---|---|---|\n${rows.join('\n')}\n`;
}

/** What a value may be, in short. */
function type(name, schema) {
  if (schema.$ref !== undefined) {
    const [file, definition] = named(schema.$ref);
    const target = resolved(schemas, schema, name).schema;
    const isPlain = target.properties === undefined && target.oneOf === undefined;
    return isPlain && target.additionalProperties === undefined
      ? type(file === '' ? name : file, target)
      : link(file === '' ? name : file, definition);
  }
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) {
    return schema.enum.map((value) => code(JSON.stringify(value))).join(', ');
  }
  const union = schema.oneOf ?? schema.anyOf;
  if (union !== undefined) {
    const tag = tagOf(union.map((branch) => resolved(schemas, branch, name).schema));
    const branches = union.map((branch) => type(name, branch)).join(', ');
    return tag === undefined ? `one of ${branches}` : `by \`${tag.name}\`: ${branches}`;
  }
  if (schema.type === 'array') {
    return `list${bounds(schema.minItems, schema.maxItems)} of ${type(name, schema.items)}`;
  }
  if (schema.additionalProperties !== undefined) {
    return `object of ${type(name, schema.additionalProperties)}, by name`;
  }
  if (schema.type === undefined) return 'any';
  if (schema.properties !== undefined) {
    const keys = Object.keys(schema.properties).map(code);
    return keys.length === 0 ? 'object' : `object with ${keys.join(', ')}`;
  }
  const plain = [schema.type].flat().join(' or ');
  if (plain === 'string') return `string${bounds(schema.minLength, schema.maxLength)}`;
  return `${plain}${bounds(schema.minimum, schema.maximum)}`;
}

function bounds(least, most) {
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return ` ≥ ${least}`;
  return least === undefined ? ` ≤ ${most}` : ` ${least} to ${most}`;
}

function link(name, definition) {
  const title = definition ?? schemas.get(name).title;
  if (!linked.has(title)) linked.set(title, [name, definition]);
  return `[${title}](#${anchor(title)})`;
}

/** Of a type: a method of the same name comes before it. */
function anchor(title) {
  return methodSlugs.has(slug(title)) ? `${slug(title)}-1` : slug(title);
}

function slug(heading) {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/gu, '')
    .replaceAll(' ', '-');
}

function example(title, messages) {
  return `<details><summary>${title}</summary>

\`\`\`json
${messages.map(compact).join('\n')}
\`\`\`

</details>
`;
}

/** JSON with what fits on a line on one. */
function compact(value) {
  return lines(value, '').join('');
}

function lines(value, indent) {
  const flat = oneLine(value);
  if (flat.length + indent.length <= WIDTH || typeof value !== 'object' || value === null) {
    return [flat];
  }
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(
    ([key, each]) =>
      `${inner}${isList ? '' : `${JSON.stringify(key)}: `}${lines(each, inner).join('')}`,
  );
  const [open, close] = isList ? '[]' : '{}';
  return [`${open}\n${parts.join(',\n')}\n${indent}${close}`];
}

function oneLine(value) {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}: ${oneLine(each)}`,
  );
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function cell(value) {
  return value.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function code(value) {
  return `\`${value}\``;
}
