/** That whatever is asked gets a result or an error of the list: nothing is a defect, nothing hangs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readProtocol, type Protocol } from '../scripts/schemas.mjs';
import { png } from '../src/conformance/pictures.js';
import {
  createEngine,
  openStore,
  Service,
  type Engine,
  type PersonalizationStore,
} from '../src/index.js';
import { METHODS, type Methods } from '../src/protocol/generated/methods.js';
import { validateFailure, validateSuccess } from '../src/protocol/generated/validators.js';
import { nearMissesOf, requestsOf, valuesOf, type Instead } from './arbitrary-messages.js';

let folder: string;
let protocol: Protocol;
let store: PersonalizationStore;
let engine: Engine;
let service: Service;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calm-messages-'));
  protocol = await readProtocol(new URL('../schema/v1/', import.meta.url));
  store = await openStore(join(folder, 'taste.db'));
  engine = await createEngine({ store });
  service = new Service(engine);
});

afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await engine.dispose();
  await store[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const mostly = (plain: Arbitrary<unknown>, ...usual: unknown[]): Arbitrary<unknown> =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: plain });

/** What the schemas alone would seldom hit: pictures that are some, profiles that there are, languages that are spoken. */
const instead = (): Instead => ({
  PictureSource: (plain) => mostly(plain, png(8, 6), png(6, 8)),
  path: (plain) => mostly(plain, join(folder, 'missing.jpg'), folder),
  profile: (plain) => mostly(plain, 'Anna'),
  protocol: (plain) => mostly(plain, '1.0', '1.7'),
  locale: (plain) => mostly(plain, 'en', 'de', 'de-AT'),
  decoder: (plain) => mostly(plain, 'grounded'),
  deadlineMs: (plain) => mostly(plain, 10_000),
  document: () =>
    valuesOf(protocol, { $ref: 'taste.schema.json' }, 'taste', {
      version: (plain) => mostly(plain, 1),
      Scale: (plain) => mostly(plain, { low: 1, high: 5 }),
    }),
});

const CALLER = { id: 'tests', name: 'The tests', files: true };

/** @returns the code of the error, or `done` */
async function answered(message: unknown): Promise<string> {
  const answer = await service.answer(message, CALLER);
  if (validateFailure(answer)) {
    const { code, message: what } = answer.error.data;
    expect(code, what).not.toBe('internal');
    return code;
  }
  expect(validateSuccess(answer)).toBe(true);
  const { method } = message as { method: keyof Methods };
  const { result: gives } = METHODS[method];
  expect(gives((answer as { result: unknown }).result), JSON.stringify(gives.errors)).toBe(true);
  return 'done';
}

/** What came of them, so that it is seen that they reach beyond the door. */
async function endingsOf(messages: Arbitrary<unknown>, numRuns: number): Promise<Set<string>> {
  const endings = new Set<string>();
  const property = fc.asyncProperty(messages, async (message) => {
    // An earlier one may have deleted or renamed the profile.
    const profiles = await engine.tastes.profiles();
    if (!profiles.some(({ name }) => name === 'Anna')) await engine.tastes.create('Anna');
    endings.add(await answered(message));
  });
  await fc.assert(property, {
    numRuns,
    interruptAfterTimeLimit: 50_000,
    markInterruptAsFailure: true,
  });
  return endings;
}

it('answers what is asked as the schemas have it', { timeout: 60_000 }, async () => {
  const endings = await endingsOf(requestsOf(protocol, instead()), 500);
  expect([...endings]).toEqual(
    expect.arrayContaining(['done', 'invalid-request', 'profile-unknown']),
  );
});

it('answers what is nearly so', { timeout: 60_000 }, async () => {
  const endings = await endingsOf(nearMissesOf(requestsOf(protocol, instead())), 800);
  expect([...endings]).toEqual(
    expect.arrayContaining(['done', 'invalid-request', 'method-unknown']),
  );
});

it('answers whatever is JSON', async () => {
  expect([...(await endingsOf(fc.jsonValue(), 500))]).toEqual(['invalid-request']);
});
