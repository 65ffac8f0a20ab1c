import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from './set-up.mjs';

const CRUISER = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

let house: string;

beforeEach(() => {
  house = mkdtempSync(path.join(tmpdir(), 'calm-arrows-'));
  write('tsconfig.base.json', '{}');
  for (const name of ['sharp', '@calm-sdk/onnxruntime', 'libsql']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  write(
    'packages/core/package.json',
    JSON.stringify({
      dependencies: { sharp: '1.0.0', '@calm-sdk/onnxruntime': '1.0.0', libsql: '1.0.0' },
    }),
  );
  write('packages/core/src/index.ts', "export { engine } from './engine/engine.js';");
  write(
    'packages/core/src/engine/engine.ts',
    "import { score } from '../scoring/score.js';\nexport const engine = score;",
  );
  write('packages/core/src/scoring/score.ts', 'export const score = 1;');
});

afterEach(() => {
  rmSync(house, { recursive: true });
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), text);
}

/** The rules that the small house breaks, each with the file that breaks it. */
function broken(): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [CRUISER, '--config', path.join(root, '.dependency-cruiser.cjs'), '-T', 'json', 'packages'],
    { cwd: house, encoding: 'utf8' },
  );
  if (!stdout.startsWith('{')) throw new Error(stderr);
  const { violations } = (JSON.parse(stdout) as Report).summary;
  return violations
    .map(({ rule, from }) => `${rule.name}: ${from.replace('packages/core/src/', '')}`)
    .sort();
}

interface Report {
  readonly summary: { readonly violations: readonly { rule: { name: string }; from: string }[] };
}

test('a room that knows only the floors below it is fine', () => {
  expect(broken()).toEqual([]);
});

test('what goes against the arrows is caught', () => {
  const inCore = (file: string, text: string): void => {
    write(`packages/core/src/${file}`, `${text}\n`);
  };
  inCore('scoring/upwards.ts', "export * from '../engine/lonely.js';");
  inCore('engine/lonely.ts', 'export const lonely = 1;');
  inCore('scoring/upwards-in-type.ts', "export type { lonely } from '../engine/lonely.js';");
  inCore('suggestion/sideways.ts', "export * from '../decoder/words.js';");
  inCore('decoder/words.ts', 'export const words = 1;');
  inCore('scoring/one.ts', "export * from './two.js';");
  inCore('scoring/two.ts', "export * from './one.js';");
  inCore('scoring/pixels.ts', "import 'sharp';");
  inCore('scoring/graph.ts', "import '@calm-sdk/onnxruntime';");
  inCore('personalization/database.ts', "import 'libsql';");
  inCore('personalization/sqlite/database.ts', "import 'libsql';");
  inCore('personalization/taste/learn.ts', "import 'node:path';");
  inCore('scoring/file.ts', "import 'node:fs/promises';");
  inCore('scoring/network.ts', "import 'node:https';");
  inCore('protocol/with-node.ts', "import 'node:path';");
  inCore('cellar/room.ts', 'export const wine = 1;');
  inCore('engine/to-the-cellar.ts', "export * from '../cellar/room.js';");
  inCore('scoring/undeclared.ts', "import 'tsup';");
  inCore('scoring/score.test.ts', "import 'sharp';\nexport * from '../engine/engine.js';");
  write('packages/plugin-x/package.json', '{}');
  write('packages/plugin-x/src/main.ts', "export * from '../../core/src/scoring/score.js';");
  write('packages/store-x/package.json', '{}');
  write('packages/store-x/src/main.ts', "export * from '../../core/src/scoring/score.js';");
  expect(broken()).toEqual([
    'arrow-scoring: scoring/upwards-in-type.ts',
    'arrow-scoring: scoring/upwards.ts',
    'arrow-suggestion: suggestion/sideways.ts',
    'declared-dependencies: scoring/undeclared.ts',
    'files-are-given: scoring/file.ts',
    'hosts-use-the-public-door: packages/plugin-x/src/main.ts',
    'hosts-use-the-public-door: packages/store-x/src/main.ts',
    'no-circle: scoring/one.ts',
    'nothing-runs-programs-or-talks: scoring/network.ts',
    'only-inference-knows-onnxruntime: scoring/graph.ts',
    'only-picture-knows-sharp: scoring/pixels.ts',
    'only-sqlite-knows-libsql: personalization/database.ts',
    'resolvable: scoring/undeclared.ts',
    'room-without-a-floor: engine/to-the-cellar.ts',
    'runs-anywhere: personalization/taste/learn.ts',
    'runs-anywhere: protocol/with-node.ts',
  ]);
});
