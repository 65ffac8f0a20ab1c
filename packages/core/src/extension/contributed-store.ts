import type { PersonalizationStore, StoreProvider } from '../personalization/store.js';
import type { ContributedStore } from '../protocol/generated/extension.js';
import {
  validateEntry,
  validateKnownPicture,
  validateProfile,
  type Validator,
} from '../protocol/generated/validators.js';
import type { ExtensionProcess } from './extension-process.js';
import type { StoreCall } from './host.js';

/** Stores that live in the process of an extension. What they give is held to the schemas. */
export function contributedStore(
  { id, schemes }: ContributedStore,
  process: ExtensionProcess,
): StoreProvider {
  return {
    id,
    schemes,
    async open(url) {
      let opened = await open();
      return remoteStore(opened.location, async (method, given) => {
        // A process that was started anew has forgotten the store.
        if (opened.start !== process.starts) opened = await open();
        const call: StoreCall = { store: opened.store, method, arguments: given };
        return process.work('store-call', id, call);
      });

      async function open() {
        const answer = await process.work('store-open', id, url.href);
        if (!isOpened(answer)) throw process.wrong(`${id} opened what is no store`);
        return { ...answer, start: process.starts };
      }
    },
  };

  function remoteStore(
    location: string,
    call: (method: string, given: readonly unknown[]) => Promise<unknown>,
  ): PersonalizationStore {
    const wrong = (method: string): never => {
      throw process.wrong(`${id} answered ${method} with what it does not have there`);
    };
    const list = async <Item>(
      validate: Validator<Item>,
      method: string,
      ...given: unknown[]
    ): Promise<Item[]> => {
      const answer = await call(method, given);
      return Array.isArray(answer) && answer.every((item) => validate(item))
        ? answer
        : wrong(method);
    };
    const count = async (method: string, ...given: unknown[]): Promise<number> => {
      const answer = await call(method, given);
      return typeof answer === 'number' && Number.isInteger(answer) ? answer : wrong(method);
    };
    const done = async (method: string, ...given: unknown[]): Promise<void> => {
      await call(method, given);
    };
    return {
      location,
      profiles: () => list(validateProfile, 'profiles'),
      create: (profile) => done('create', profile),
      update: (profile) => done('update', profile),
      append: (profile, entries, pictures) => count('append', profile, entries, pictures),
      entries: (profile) => list(validateEntry, 'entries', profile),
      pictures: (sha256) => list(validateKnownPicture, 'pictures', sha256),
      remember: (pictures) => done('remember', pictures),
      snapshots: (stamp, sha256) => list(isSnapshot, 'snapshots', stamp, sha256),
      async stamps() {
        const answer = await call('stamps', []);
        return answer instanceof Map ? (answer as Map<string, number>) : wrong('stamps');
      },
      keep: (snapshots) => done('keep', snapshots),
      forget: (profile, sha256) => count('forget', profile, sha256),
      delete: (profile) => done('delete', profile),
      merge: (from, into) => done('merge', from, into),
      [Symbol.asyncDispose]: () => done('close'),
    };
  }
}

function isOpened(answer: unknown): answer is { store: number; location: string } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'store' in answer &&
    'location' in answer &&
    typeof answer.location === 'string'
  );
}

const isSnapshot = ((value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  'picture' in value &&
  'stamp' in value &&
  'general' in value &&
  typeof value.general === 'number' &&
  'vector' in value &&
  value.vector instanceof Float32Array) as Validator<
  Awaited<ReturnType<PersonalizationStore['snapshots']>>[number]
>;
