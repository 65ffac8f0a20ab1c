import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root, workspaceManifests } from './set-up.mjs';

interface Manifest {
  readonly name: string;
  readonly license?: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Lines of NOTICE that name a part: its name, its licence, whose it is. */
const notice = readFileSync(path.join(root, 'NOTICE'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, name, licence] = /^(\S+) {2,}(\S+(?: \S+)*?) {2,}\S/u.exec(line) ?? [];
    return name !== undefined && licence !== undefined ? [{ name, licence }] : [];
  });

function noticeOf(name: string): string | undefined {
  const matches = (pattern: string): boolean =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  // The longest pattern is the closest one.
  return notice
    .filter((entry) => matches(entry.name))
    .sort((a, b) => b.name.length - a.name.length)[0]?.licence;
}

/** Everything that an installation of our packages brings, by name, with the licence that it declares. */
function installed(): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  const visit = (folder: string): void => {
    const manifest = read(path.join(folder, 'package.json')) as Manifest;
    if (found.has(manifest.name)) return;
    found.set(manifest.name, manifest.license);
    for (const name of Object.keys(manifest.dependencies ?? {})) visit(resolve(folder, name));
    // Those of other platforms are not here; those of this one stand for them.
    for (const name of Object.keys(manifest.optionalDependencies ?? {})) {
      if (isInstalled(folder, name)) visit(resolve(folder, name));
      else found.set(name, undefined);
    }
  };
  for (const file of workspaceManifests()) {
    const folder = path.join(root, path.dirname(file));
    if ((read(path.join(folder, 'package.json')) as Manifest).private !== true) visit(folder);
  }
  return new Map([...found].filter(([name]) => !name.startsWith('@calm-sdk/')));
}

function places(folder: string, name: string): string[] {
  const above: string[] = [];
  for (let at = realpathSync(folder); at !== path.dirname(at); at = path.dirname(at))
    above.push(at);
  return above.map((at) => path.join(at, 'node_modules', name));
}

const isInstalled = (folder: string, name: string): boolean =>
  places(folder, name).some((place) => existsSync(place));

function resolve(folder: string, name: string): string {
  const place = places(folder, name).find((candidate) => existsSync(candidate));
  if (place === undefined)
    throw new Error(`${name}, which ${folder} depends on, is not installed.`);
  return realpathSync(place);
}

test('NOTICE names every part that is installed, with its licence', () => {
  const parts = installed();
  expect(parts.size).toBeGreaterThan(5);
  for (const [name, licence] of parts) {
    expect(noticeOf(name), `${name} in NOTICE`).toBeDefined();
    if (licence !== undefined) expect(noticeOf(name), `licence of ${name}`).toBe(licence);
  }
});

test.each(['model-nano', 'model-words'])(
  'NOTICE names every shipped weight of %s, with the licence that the bundle states',
  (name) => {
    const folder = path.join(root, 'packages', name);
    const { provenance } = read(path.join(folder, 'bundle.json')) as {
      provenance: { part: string; licence: string }[];
    };
    const graphs = readdirSync(folder).filter((file) => /\.(?:onnx|bin)$/u.test(file));
    expect(graphs.length).toBeGreaterThan(0);
    for (const graph of graphs) {
      const stated = provenance.find(({ part }) => part.split(', ').includes(graph));
      expect(stated, `provenance of ${graph}`).toBeDefined();
      expect(noticeOf(graph), `${graph} in NOTICE`).toBe(stated?.licence);
    }
  },
);

test('every package carries its licence', () => {
  for (const file of workspaceManifests()) {
    expect((read(path.join(root, file)) as Manifest).license, file).toMatch(/^MIT/u);
  }
  expect(readFileSync(path.join(root, 'LICENSE'), 'utf8')).toContain('CALM SDK contributors');
});

test('every sample photograph has its credit', () => {
  const folder = path.join(root, 'examples/photos');
  const credits = readFileSync(path.join(folder, 'CREDITS.md'), 'utf8');
  const photographs = readdirSync(folder).filter((file) => file !== 'CREDITS.md');
  const credited = [...credits.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, file]) => file);
  expect(credited).toEqual(photographs.sort());
});
