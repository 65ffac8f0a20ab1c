/** `calm bundle` and `--bundle NAME` on real folders; the engine that tries a bundle is a stand-in. */
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  existsSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CalmError, defaultBundleFolder, type EngineOptions } from '@calm-sdk/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assessment, calm, standInEngine, type Outcome } from './stand-in-engine.js';

interface Manifest {
  id: string;
  files: Record<string, { sha256: string; bytes: number }>;
}

let folder: string;
let bundles: string;
let env: Record<string, string>;
/** The folders that engines were asked for. */
let opened: (string | URL | undefined)[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-bundles-'));
  env = { NO_COLOR: '1', XDG_DATA_HOME: path.join(folder, 'data') };
  bundles = path.join(folder, 'data', 'calm', 'bundles');
  opened = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A folder that a manifest describes truly, each file a few bytes. */
function makeBundle(name: string): string {
  const place = path.join(folder, name);
  mkdirSync(place);
  const manifest = JSON.parse(
    readFileSync(path.join(defaultBundleFolder(), 'bundle.json'), 'utf8'),
  ) as Manifest;
  for (const file of Object.keys(manifest.files)) {
    const text = `${file} of ${name}`;
    writeFileSync(path.join(place, file), text);
    manifest.files[file] = {
      sha256: createHash('sha256').update(text).digest('hex'),
      bytes: text.length,
    };
  }
  manifest.id = name;
  writeFileSync(path.join(place, 'bundle.json'), JSON.stringify(manifest));
  writeFileSync(path.join(place, 'LICENSE.txt'), 'terms');
  writeFileSync(path.join(place, 'notes.txt'), 'private');
  mkdirSync(path.join(place, 'NOTICE'));
  return place;
}

function run(...argv: string[]): Promise<Outcome> {
  return calm(argv, {
    env,
    createEngine: ({ bundle }: EngineOptions) => {
      opened.push(bundle);
      return Promise.resolve(standInEngine((name) => assessment(name)));
    },
  });
}

/** All that lies in the folder of bundles, half or whole. */
const present = (): string[] => (existsSync(bundles) ? readdirSync(bundles) : []);

describe('adding', () => {
  it('keeps what the manifest lists and its terms, and nothing else', async () => {
    const source = makeBundle('mine');
    expect(await run('bundle', 'add', source)).toMatchObject({ status: 0 });
    const files = Object.keys(
      (JSON.parse(readFileSync(path.join(source, 'bundle.json'), 'utf8')) as Manifest).files,
    );
    expect(readdirSync(path.join(bundles, 'mine')).sort()).toEqual(
      ['LICENSE.txt', 'bundle.json', ...files].sort(),
    );
  });

  it('tries the folder that was named, so that what is wrong is told of that folder', async () => {
    const folder = makeBundle('mine');
    await run('bundle', 'add', folder);
    expect(opened).toEqual([folder]);
  });

  it('says of a bundle whose files do not fit its manifest that it is the bundle', async () => {
    const { status, stderr } = await calm(['bundle', 'add', makeBundle('mine')], {
      env,
      createEngine: () => Promise.reject(new Error('The output "low" does not hold 1024 numbers.')),
    });
    expect(status).toBe(1);
    expect(stderr).toContain('does not fit its manifest');
    expect(stderr).not.toContain('defect');
    expect(present()).toEqual([]);
  });

  it('leaves nothing behind where the bundle does not work', async () => {
    const { status, stderr } = await calm(['bundle', 'add', makeBundle('mine')], {
      env,
      createEngine: () =>
        Promise.reject(
          new CalmError('bundle-damaged', 'The encoder graph cannot be opened.', {
            hint: 'Install it again.',
          }),
        ),
    });
    expect(status).toBe(1);
    expect(stderr).toContain('The encoder graph cannot be opened.');
    expect(present()).toEqual([]);
  });

  it('clears away what a program that was killed has left, and nothing that another is still copying', async () => {
    for (const [name, hours] of [
      ['.unfinished-killed', 2],
      ['.unfinished-copying', 0],
    ] as const) {
      mkdirSync(path.join(bundles, name), { recursive: true });
      const then = new Date(Date.now() - hours * 3_600_000);
      utimesSync(path.join(bundles, name), then, then);
    }
    expect(await run('bundle', 'add', makeBundle('mine'))).toMatchObject({ status: 0 });
    expect(present().sort()).toEqual(['.unfinished-copying', 'mine']);
  });

  it('refuses a folder whose files are not those of its manifest, and one that is no bundle', async () => {
    const source = makeBundle('mine');
    writeFileSync(path.join(source, 'encoder.onnx'), 'other');
    const damaged = await run('bundle', 'add', source);
    expect(damaged.status).toBe(1);
    expect(damaged.stderr).toContain(path.join(source, 'encoder.onnx'));
    const none = await run('bundle', 'add', folder);
    expect(none.stderr).toContain(`${folder} is not a bundle`);
    expect(present()).toEqual([]);
  });

  it('overwrites nothing: a name that is taken is refused until another is given', async () => {
    await run('bundle', 'add', makeBundle('mine'));
    const other = makeBundle('other');
    const { status, stderr } = await run('bundle', 'add', other, '--name', 'mine');
    expect(status).toBe(1);
    expect(stderr).toContain('calm bundle remove mine');
    expect(readFileSync(path.join(bundles, 'mine', 'encoder.onnx'), 'utf8')).toContain('of mine');
    expect((await run('bundle', 'add', other, '--name', 'mine-2')).status).toBe(0);
    expect(present().sort()).toEqual(['mine', 'mine-2']);
  });

  it.each(['../up', 'a/b', '.hidden', '', 'nul\0', 'a'.repeat(65)])(
    'refuses %j as a name',
    async (name) => {
      const { status } = await run('bundle', 'add', makeBundle('mine'), '--name', name);
      expect(status).toBe(1);
      expect(present()).toEqual([]);
    },
  );
});

describe('an added bundle', () => {
  beforeEach(async () => {
    await run('bundle', 'add', makeBundle('mine'));
    opened = [];
  });

  it('is what --bundle means by its name, and a folder of that name is meant by its path', async () => {
    await run('attributes', '--bundle', 'mine');
    await run('attributes', '--bundle', path.join(folder, 'mine'));
    expect(opened).toEqual([path.join(bundles, 'mine'), path.join(folder, 'mine')]);
  });

  it('is listed after the one in the box, and by the doctor', async () => {
    const { status, stdout } = await run('bundle', 'list', '--format', 'json');
    expect(status).toBe(0);
    const { bundles: listed } = JSON.parse(stdout) as { bundles: { name: string | null }[] };
    expect(listed).toMatchObject([
      { name: null, status: 'ok', folder: defaultBundleFolder() },
      { name: 'mine', status: 'ok', id: 'mine', folder: path.join(bundles, 'mine') },
    ]);
    expect((await run('bundle', 'list')).stdout).toMatch(/^mine +mine 0\.2\.0/mu);
    expect((await run('doctor')).stdout).toContain(`mine: mine 0.2.0 in ${bundles}`);
  });

  it('that was damaged since is said to be', async () => {
    writeFileSync(path.join(bundles, 'mine', 'encoder.onnx'), 'other');
    const { status, stdout, stderr } = await run('bundle', 'list');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^mine +damaged/mu);
    expect(stderr).toContain('calm bundle remove mine');
    expect((await run('doctor')).status).toBe(1);
  });

  it('is gone once it is removed, its source is not', async () => {
    expect((await run('bundle', 'remove', 'mine')).status).toBe(0);
    expect(present()).toEqual([]);
    expect(existsSync(path.join(folder, 'mine', 'bundle.json'))).toBe(true);
    const { status, stderr } = await run('attributes', '--bundle', 'mine');
    expect(status).toBe(1);
    expect(stderr).toContain('There is no bundle named mine');
  });
});

it('removes nothing that was not added', async () => {
  const { status, stderr } = await run('bundle', 'remove', '../..');
  expect(status).toBe(1);
  expect(stderr).toContain('No bundle named ../.. has been added');
  expect(existsSync(folder)).toBe(true);
});
