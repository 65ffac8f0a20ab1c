/** That no version of the protocol breaks programs that were written for an earlier one, and that a break is seen. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaksBetween, changedSinceRelease, opened } from '../scripts/compatibility.mjs';
import { readProtocol, type Example, type Protocol, type Schema } from '../scripts/schemas.mjs';
import { createEngine, openStore, Service } from '../src/index.js';
import { METHODS, type Methods } from '../src/protocol/generated/methods.js';
import { validateFailure, validateMessage } from '../src/protocol/generated/validators.js';

const SCHEMAS = new URL('../schema/v1/', import.meta.url);
const RELEASES = fileURLToPath(new URL('../schema/released', import.meta.url));
const PHOTOS = fileURLToPath(new URL('../../../examples/photos/', import.meta.url));
const script = (name: string): string =>
  fileURLToPath(new URL(`../scripts/${name}`, import.meta.url));

let folder: string;
/** The present state as its release would keep it. */
let fresh: Protocol;
/** That, and what was released before. */
const releases: Protocol[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calm-protocol-'));
  execFileSync(process.execPath, [script('freeze-protocol.mjs'), join(folder, 'fresh')]);
  for (const from of [RELEASES, join(folder, 'fresh')].filter(existsSync)) {
    for (const version of await readdir(from)) {
      fresh = await readProtocol(pathToFileURL(`${join(from, version)}/`));
      releases.push(fresh);
    }
  }
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** The minor version that follows. */
const next = (): string => {
  const [major, minor] = fresh.version.split('.');
  return `${major}.${Number(minor) + 1}`;
};

const example = (protocol: Protocol): Example[] =>
  Object.keys(protocol.methods).flatMap(
    (method) => protocol.examples.get(method.replaceAll('/', '-')) ?? [],
  );

describe('the examples', () => {
  it('show every method done, every error and every notification', async () => {
    const { methods, errors, examples } = await readProtocol(SCHEMAS);
    const done = [...examples.values()]
      .flat()
      .filter(({ response }) => response?.result !== undefined)
      .map(({ request }) => request?.method);
    expect(new Set(done)).toEqual(new Set(Object.keys(methods)));
    const failures = examples.get('errors') ?? [];
    expect(failures.map(({ message }) => message?.error?.data.code)).toEqual(Object.keys(errors));
    const told = (examples.get('notifications') ?? []).map(({ message }) => message?.method);
    expect(new Set(told)).toEqual(new Set(['$/progress', '$/cancel']));
  });

  it('are as the schemas have them', async () => {
    const protocol = await readProtocol(SCHEMAS);
    for (const { title, request, response } of example(protocol)) {
      expect(validateMessage(request), `${request?.method}, ${title}`).toBe(true);
      expectExample(request!, response!, title);
    }
    for (const name of ['errors', 'notifications']) {
      for (const { title, message } of protocol.examples.get(name) ?? []) {
        expect(validateMessage(message), title).toBe(true);
        if (name === 'errors') expect(validateFailure(message), title).toBe(true);
      }
    }
  });
});

/** Holds a request and its answer to the schemas of today; what was refused for its params need not have them. */
function expectExample(
  { id, method, params }: NonNullable<Example['request']>,
  response: NonNullable<Example['response']>,
  title: string,
): void {
  const { params: takes, result: gives } = METHODS[method as keyof Methods];
  const code = response.error?.data.code;
  expect(response.id, title).toBe(id);
  expect(takes(params), `${method}, ${title}: ${JSON.stringify(takes.errors)}`).toBe(
    code !== 'invalid-request',
  );
  const valid = code === undefined ? gives(response.result) : validateFailure(response);
  expect(valid, `${method}, ${title}: ${JSON.stringify(gives.errors)}`).toBe(true);
}

describe('a released version', () => {
  it('is kept once, and never written over', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [script('freeze-protocol.mjs'), join(folder, 'fresh')],
      { encoding: 'utf8' },
    );
    expect(stderr).toMatch(/was released already/);
    expect(status).toBe(1);
  });

  it('is spoken still: what it asked is answered as it was, by what its readers know', async () => {
    for (const [index, released] of releases.entries()) {
      const store = await openStore(join(folder, `${index}.db`));
      await using engine = await createEngine({ store });
      await using service = new Service(engine);
      const ajv = new Ajv2020({ allowUnionTypes: true, strict: false });
      for (const schema of opened(released.schemas).values()) ajv.addSchema(schema);
      const jobs = new Map<string, string>();
      // The methods of extensions are there where extensions are.
      const requests = example(released)
        .filter(({ request }) => !/^(extension|command)\//.test(request!.method))
        .toSorted((a, b) => a.request!.id - b.request!.id);
      for (const { title, request, response } of requests) {
        expectExample(request!, response!, title);
        const answer = await service.answer(here(request!, jobs), {
          id: 'golden',
          name: 'A panel',
          files: true,
        });
        const what = `${request!.method}, ${title}: ${JSON.stringify(answer).slice(0, 300)}`;
        if (!('result' in answer)) {
          expect(answer.error.data.code, what).toBe(response?.error?.data.code);
          continue;
        }
        expect(response?.result, what).toBeDefined();
        const path = released.methods[request!.method]!.result;
        const gives = ajv.getSchema(`https://calm-sdk.dev/schema/v1/${path}`)!;
        expect(gives(answer.result), `${what} ${JSON.stringify(gives.errors)}`).toBe(true);
        // An example is an excerpt of what is answered today; how far a job is, nobody knows.
        if (released === fresh && request!.method !== 'job/get') {
          const told = fieldsOf(answer.result);
          const made = fieldsOf(response!.result).filter((field) => !told.includes(field));
          expect(made, `${what} gives none of these`).toEqual([]);
        }
        const started = (each: object | undefined): string | undefined =>
          (each as { job?: string } | undefined)?.job;
        const [old, now] = [started(response?.result), started(answer.result)];
        if (old !== undefined && now !== undefined) jobs.set(old, now);
      }
      await store[Symbol.asyncDispose]();
    }
  }, 120_000);

  it('is broken by nothing', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [script('check-compatibility.mjs'), fileURLToPath(SCHEMAS), join(folder, 'fresh')],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('fails the check where it is broken, by the name of what breaks', async () => {
    const changed = join(folder, 'changed');
    await cp(fileURLToPath(SCHEMAS), changed, { recursive: true });
    const file = join(changed, 'job.schema.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"limit": {', '"most": {'));
    const { status, stderr } = spawnSync(
      process.execPath,
      [script('check-compatibility.mjs'), changed, join(folder, 'fresh')],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe(
      `protocol ${fresh.version}: params of job/get has no limit any more\n` +
        `protocol ${fresh.version}: it has changed since ${fresh.version} was released: methods.json must say ${next()}\n`,
    );
    expect(status).toBe(1);
  });
});

/** The paths of all fields in a value, those of entries of lists as one. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const list = Array.isArray(value);
  return Object.entries(value).flatMap(([key, each]) =>
    fieldsOf(each, `${path}.${list ? '*' : key}`),
  );
}

/** A request of then, for the pictures and jobs of this run. */
function here(request: object, jobs: ReadonlyMap<string, string>): unknown {
  let text = JSON.stringify(request).replaceAll('/photos/', PHOTOS);
  for (const [old, now] of jobs) text = text.replaceAll(old, now);
  return JSON.parse(text);
}

describe('what breaks programs that were written for an earlier version', () => {
  /** A definition of the present protocol. */
  const of = ({ schemas }: Protocol, name: string, definition?: string): Schema => {
    const schema = schemas.get(name)!;
    return definition === undefined ? schema : schema.$defs![definition]!;
  };
  const property = (schema: Schema, name: string): Schema => schema.properties![name]!;
  const params = (protocol: Protocol) => of(protocol, 'job', 'JobGetParams');
  const result = (protocol: Protocol) => of(protocol, 'job');

  const BREAKS: readonly (readonly [
    string,
    change: (protocol: Protocol) => unknown,
    told: string,
  ])[] = [
    ['a method that is gone', ({ methods }) => delete methods['ask'], 'ask is gone'],
    [
      'a parameter that is gone',
      (now) => delete params(now).properties!['limit'],
      'params of job/get has no limit any more',
    ],
    [
      'a field of a result that has another name',
      (now) => {
        const { properties } = result(now);
        properties!['counted'] = properties!['done']!;
        delete properties!['done'];
      },
      'result of job/get has no done any more',
    ],
    [
      'a parameter that must now be given',
      (now) => params(now).required!.push('since'),
      'params of job/get now needs since',
    ],
    [
      'a field of a result that may now be missing',
      (now) =>
        (result(now).required = [
          'job',
          'state',
          'done',
          'failed',
          'total',
          'results',
          'expiresInMs',
        ]),
      'result of job/get may now lack cursor',
    ],
    [
      'a value that is taken no more',
      (now) => (property(of(now, 'requests', 'CommentWanted'), 'detail').enum = ['short', 'full']),
      'params of assess: comment: detail is no longer any of normal',
    ],
    [
      'a value that is given no more',
      (now) => (property(result(now), 'state').enum = ['running', 'done', 'failed']),
      'result of job/get: state is no longer any of cancelled',
    ],
    [
      'a result that was a number and is text',
      (now) => (property(of(now, 'assessment', 'Interval'), 'level').type = 'string'),
      'level is wider than it was: number has become string',
    ],
    [
      'a parameter of another type',
      (now) => (property(params(now), 'since').type = 'string'),
      'params of job/get: since is narrower than it was: integer has become string',
    ],
    [
      'a parameter of fewer types',
      (now) => (property(of(now, 'message', 'CancelParams'), 'request').$ref = '#/$defs/JsonRpc'),
      'Cancel: params: request is narrower than it was: string, integer has become string',
    ],
    [
      'a field of a result of more types',
      (now) => (property(result(now), 'done').type = ['integer', 'string']),
      'result of job/get: done is wider than it was: integer has become integer, string',
    ],
    [
      'a parameter with a higher minimum',
      (now) => (property(params(now), 'limit').minimum = 10),
      'params of job/get: limit is narrower than it was: minimum 1 has become 10',
    ],
    [
      'a parameter with a lower maximum',
      (now) => (property(params(now), 'limit').maximum = 10),
      'params of job/get: limit is narrower than it was: maximum 1000 has become 10',
    ],
    [
      'a parameter with a maximum where there was none',
      (now) => (property(params(now), 'since').maximum = 10),
      'params of job/get: since is narrower than it was: maximum none has become 10',
    ],
    [
      'a parameter that must be longer',
      (now) => (of(now, 'job', 'JobId').minLength = 8),
      'params of job/get: job is narrower than it was: minLength 1 has become 8',
    ],
    [
      'a parameter of fewer items',
      (now) => (property(of(now, 'requests', 'RankParams'), 'sources').maxItems = 10),
      'params of rank: sources is narrower than it was: maxItems 1000 has become 10',
    ],
    [
      'a result without its minimum',
      (now) => delete property(result(now), 'done').minimum,
      'result of job/get: done is wider than it was: minimum 0 has become none',
    ],
    [
      'a result with a higher maximum',
      (now) => (property(of(now, 'assessment', 'Score'), 'value').maximum = 100),
      'score: value is wider than it was: maximum 10 has become 100',
    ],
    [
      'a parameter with another pattern',
      (now) => (property(of(now, 'message', 'Meta'), 'protocol').pattern = '^1'),
      'meta: protocol is narrower than it was: another pattern',
    ],
    [
      'a kind that is taken no more',
      (now) => of(now, 'source').oneOf!.pop(),
      'params of assess: source is no longer any of "pixels"',
    ],
    [
      'items of another type in a result',
      (now) => (property(of(now, 'discover'), 'parts').items = { type: 'integer' }),
      'result of calm/discover: parts [each] is wider than it was: string has become integer',
    ],
    [
      'an error that is told no more',
      (now) => property(of(now, 'assessment', 'ErrorInfo'), 'code').enum!.pop(),
      'code is no longer any of internal',
    ],
  ];

  it.each(BREAKS)('%s', (_name, change, told) => {
    const old = fresh;
    const now = structuredClone(old);
    change(now);
    expect(breaksBetween(old, now).join('\n')).toContain(told);
  });

  const ADDITIONS: readonly (readonly [string, change: (protocol: Protocol) => unknown])[] = [
    ['a method', ({ methods }) => (methods['dream'] = methods['ask']!)],
    ['a parameter', (now) => (params(now).properties!['wait'] = { type: 'boolean' })],
    ['a parameter that may be missing', (now) => (params(now).required = [])],
    ['a field of a result', (now) => (result(now).properties!['pace'] = { type: 'number' })],
    ['a field of a result that is always there', (now) => result(now).required!.push('error')],
    [
      'a value that is taken',
      (now) => property(of(now, 'requests', 'CommentWanted'), 'detail').enum!.push('epic'),
    ],
    ['a value that is given', (now) => property(result(now), 'state').enum!.push('paused')],
    [
      'a kind of error',
      (now) => property(of(now, 'assessment', 'ErrorInfo'), 'code').enum!.push('tired'),
    ],
    [
      'a kind that is taken',
      (now) => {
        const kind = { const: 'url' };
        of(now, 'source').oneOf!.push({ type: 'object', required: ['kind'], properties: { kind } });
      },
    ],
    ['a wider parameter', (now) => delete property(params(now), 'limit').maximum],
    ['a narrower result', (now) => (property(result(now), 'done').maximum = 20_000)],
    ['a number that may be a fraction', (now) => (property(params(now), 'since').type = 'number')],
  ];

  it.each(ADDITIONS)('is not %s more, but needs another version', (_name, change) => {
    const old = fresh;
    const now = structuredClone(old);
    change(now);
    expect(breaksBetween(old, now)).toEqual([]);
    expect(changedSinceRelease(old, now)).toContain(next());
    expect(changedSinceRelease(old, { ...now, version: next() })).toBeUndefined();
  });

  it('is not a sentence that reads better', () => {
    const old = fresh;
    const now = structuredClone(old);
    result(now)['description'] = 'Better words.';
    now.methods['ask']!.description = 'Better words.';
    expect(changedSinceRelease(old, now)).toBeUndefined();
  });

  it('cannot hide behind a keyword that the check does not know', () => {
    const old = fresh;
    const now = structuredClone(old);
    property(params(now), 'limit')['multipleOf'] = 10;
    expect(() => breaksBetween(old, now)).toThrow(/multipleOf is compared by nobody/);
  });
});
