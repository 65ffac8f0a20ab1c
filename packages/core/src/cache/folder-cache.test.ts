import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RememberedAssessment } from './cache.js';
import { openFolderCache } from './folder-cache.js';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

function assessment(sha256: string, filler = ''): RememberedAssessment {
  return {
    status: 'ok',
    picture: { width: 3, height: 2, sha256, imageSha256: sha256, format: 'png', preview: false },
    domain: { id: 'photograph', confidence: 0.9 },
    attributes: [
      { id: 'noise', level: 'low', status: 'not-measured', unit: '%', reason: `preview${filler}` },
    ],
    findings: [],
    stamps: {
      protocol: '1.0',
      engine: '0.0.0',
      model: { id: 'm', sha256: 'f' },
      preprocessing: 'p',
      registry: 'r',
    },
  };
}

/** All files below a folder, with their sizes. */
function filesBelow(folder: string): { path: string; bytes: number }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path, bytes: statSync(path).size };
    });
}

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'calm-cache-'));
  return () => {
    rmSync(work, { recursive: true, force: true });
  };
});

describe('results', () => {
  it('are found by a later process, by picture and recipe', async () => {
    const first = openFolderCache({ folder: work });
    await first.set(sha('a'), 'recipe', assessment(sha('a')));

    const second = openFolderCache({ folder: work });
    expect(await second.get(sha('a'), 'recipe')).toEqual(assessment(sha('a')));
    expect(await second.get(sha('a'), 'another recipe')).toBeUndefined();
    expect(await second.get(sha('b'), 'recipe')).toBeUndefined();
    expect(second.hits).toBe(1);
  });

  it.each([
    ['cut short', (path: string) => truncateSync(path, 40)],
    ['emptied', (path: string) => writeFileSync(path, '')],
    [
      'changed in one digit',
      (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('0.9', '0.8')),
    ],
  ])('that were %s are ignored and written anew', async (_, damage) => {
    const cache = openFolderCache({ folder: work });
    await cache.set(sha('a'), 'recipe', assessment(sha('a')));
    damage(filesBelow(work)[0]!.path);

    expect(await cache.get(sha('a'), 'recipe')).toBeUndefined();
    await cache.set(sha('a'), 'recipe', assessment(sha('a')));
    expect(await cache.get(sha('a'), 'recipe')).toEqual(assessment(sha('a')));
  });

  it('stay within the bound, and the oldest go first', async () => {
    // One folder of 256 may hold 7/8 · 64 KiB · 256 / 256 = 56 KiB; every entry here falls into the same one.
    const cache = openFolderCache({ folder: work, maxBytes: 64 * 1024 * 256 });
    const filler = 'x'.repeat(8 * 1024);
    for (let index = 0; index < 20; index += 1) {
      const key = `00${sha(String(index)).slice(2)}`;
      await cache.set(key, 'recipe', assessment(key, filler));
      const path = filesBelow(work).find((file) => file.path.includes(key))!.path;
      utimesSync(path, 1_000_000 + index, 1_000_000 + index);
    }
    const total = filesBelow(work).reduce((sum, file) => sum + file.bytes, 0);
    expect(total).toBeLessThanOrEqual(56 * 1024);
    expect(total).toBeGreaterThan(30 * 1024);
    const has = async (index: number): Promise<boolean> =>
      (await cache.get(`00${sha(String(index)).slice(2)}`, 'recipe')) !== undefined;
    expect(await has(0)).toBe(false);
    expect(await has(19)).toBe(true);
  });

  it('that cannot be written cost one notice and nothing else', async () => {
    writeFileSync(join(work, 'in-the-way'), '');
    const problems: Error[] = [];
    const cache = openFolderCache({
      folder: join(work, 'in-the-way'),
      onProblem: (error) => problems.push(error),
    });
    await cache.set(sha('a'), 'recipe', assessment(sha('a')));
    await cache.set(sha('b'), 'recipe', assessment(sha('b')));
    expect(await cache.get(sha('a'), 'recipe')).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toContain('ENOTDIR');
  });
});

describe('unchanged files', () => {
  it('are known by a later process without being read', async () => {
    // A file of the operating system's own: long settled.
    const path = process.execPath;
    const first = openFolderCache({ folder: work });
    const identity = (await first.identify(path))!;
    expect(await first.hashOf(identity)).toBeUndefined();
    await first.rememberHash(identity, sha('node'));

    const second = openFolderCache({ folder: work });
    expect(await second.hashOf((await second.identify(path))!)).toBe(sha('node'));
    for (const changed of [
      { size: identity.size + 1n },
      { mtimeNs: identity.mtimeNs + 1n },
      { ctimeNs: identity.ctimeNs + 1n },
      { inode: identity.inode + 1n },
    ]) {
      expect(await second.hashOf({ ...identity, ...changed })).toBeUndefined();
    }
  });

  it('are not believed when they changed a moment ago, for a coarse clock would hide the next change', async () => {
    const cache = openFolderCache({ folder: work });
    const path = join(work, 'new.jpg');
    writeFileSync(path, 'one');
    const identity = (await cache.identify(path))!;
    await cache.rememberHash(identity, sha('one'));
    expect(await cache.hashOf(identity)).toBeUndefined();
  });

  it('are not remembered when they changed while they were read', async () => {
    const cache = openFolderCache({ folder: work });
    const identity = (await cache.identify(process.execPath))!;
    const before = { ...identity, mtimeNs: identity.mtimeNs - 1n };
    await cache.rememberHash(before, sha('stale'));
    expect(await cache.hashOf(before)).toBeUndefined();
    expect(await cache.hashOf(identity)).toBeUndefined();
  });

  it('survive a list whose last record was cut short by a kill', async () => {
    const first = openFolderCache({ folder: work });
    const identity = (await first.identify(process.execPath))!;
    await first.rememberHash(identity, sha('node'));
    const list = filesBelow(work)[0]!;
    writeFileSync(list.path, `${readFileSync(list.path, 'utf8')}\n["torn.jpg","12`);

    const second = openFolderCache({ folder: work });
    expect(await second.hashOf(identity)).toBe(sha('node'));
    await second.rememberHash(identity, sha('node again'));
    const third = openFolderCache({ folder: work });
    expect(await third.hashOf(identity)).toBe(sha('node again'));
  });

  it('have no identity where there is no file', async () => {
    const cache = openFolderCache({ folder: work });
    mkdirSync(join(work, 'folder'));
    expect(await cache.identify(join(work, 'absent'))).toBeUndefined();
    expect(await cache.identify(join(work, 'folder'))).toBeUndefined();
  });
});

describe('several processes', () => {
  let built: string;
  let writer: string;
  beforeAll(async () => {
    built = mkdtempSync(join(tmpdir(), 'calm-cache-writer-'));
    writer = join(built, 'writer.mjs');
    await build({
      stdin: {
        // Writes the same 40 entries over and over, each large enough to take several writes to the disk.
        contents: `
          import { openFolderCache } from './folder-cache.ts';
          const [folder, rounds] = process.argv.slice(2);
          const cache = openFolderCache({ folder, onProblem: (error) => { throw error; } });
          const keys = Array.from({ length: 40 }, (_, i) => i.toString(16).padStart(2, '0').padEnd(64, '0'));
          for (let round = 0; round < Number(rounds); round += 1) {
            for (const key of keys) {
              await cache.set(key, 'recipe', { picture: { sha256: key }, filler: String(process.pid).repeat(20000) });
            }
            console.log('round');
          }`,
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: writer,
    });
  });
  afterAll(() => {
    rmSync(built, { recursive: true, force: true });
  });

  const keys = Array.from({ length: 40 }, (_, index) =>
    index.toString(16).padStart(2, '0').padEnd(64, '0'),
  );

  it('write the same entries at once, and every entry is whole', async () => {
    const children = [1, 2].map(() => spawn(process.execPath, [writer, work, '4']));
    let running = true;
    const ended = Promise.all(children.map((child) => once(child, 'exit'))).then((statuses) => {
      running = false;
      return statuses.map(([status]) => status as number | null);
    });
    const cache = openFolderCache({ folder: work });
    const seen = new Set<string>();
    do {
      for (const key of keys) {
        const entry = await cache.get(key, 'recipe');
        if (entry !== undefined) {
          expect(entry.picture.sha256).toBe(key);
          seen.add(key);
        } else {
          // Once written, an entry is never missing while it is written again.
          expect(seen.has(key)).toBe(false);
        }
      }
    } while (running);
    expect(await ended).toEqual([0, 0]);
    expect(seen.size).toBe(40);
    expect(filesBelow(work).filter((file) => file.path.endsWith('.tmp'))).toEqual([]);
  });

  it('killed in the middle of writing leave whole entries only', async () => {
    const child = spawn(process.execPath, [writer, work, '100000']);
    await once(child.stdout, 'data'); // one round is written; the next is under way
    child.kill('SIGKILL');
    await once(child, 'exit');
    const cache = openFolderCache({ folder: work });
    for (const key of keys) {
      expect((await cache.get(key, 'recipe'))?.picture.sha256).toBe(key);
    }
  });
});
