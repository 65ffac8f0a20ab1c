import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'vitest';
import { storeContract, type StoreUnderTest } from '../contract/store-contract.js';
import { openSqliteStore } from './open-sqlite-store.js';
import { findInFiles } from '../../../test/taste-store-files.js';

async function makeStore(): Promise<StoreUnderTest> {
  const folder = mkdtempSync(path.join(tmpdir(), 'calm-store-'));
  const file = path.join(folder, 'taste.sqlite');
  return {
    open: () => openSqliteStore(file),
    find: (texts) => findInFiles(folder, texts),
    remove: async () => {
      rmSync(folder, { recursive: true });
    },
  };
}

describe('a store in a SQLite file', () => {
  for (const { name, run } of storeContract) {
    test(name, () => run(makeStore), 120_000);
  }
});
