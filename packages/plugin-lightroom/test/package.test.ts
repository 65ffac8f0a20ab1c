/** The plug-in as it is handed out: what is in the archive, whether Lightroom's Lua can read it, and whether every text is there in German. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPresent } from '../../../scripts/needs.mjs';

const here = path.resolve(import.meta.dirname, '..');
const hasLua = isPresent('lua5.1');
let folder: string;
let files: Record<string, Uint8Array>;
const textOf = (name: string): string => new TextDecoder().decode(files[`Calm.lrplugin/${name}`]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'calm-package-'));
  const archive = execFileSync(process.execPath, [path.join(here, 'scripts/package.mjs'), folder], {
    encoding: 'utf8',
  }).trim();
  expect(path.basename(archive)).toMatch(/^Calm-\d+\.\d+\.\d+\.lrplugin\.zip$/u);
  files = unzipSync(await readFile(archive));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the archive', () => {
  it('holds one .lrplugin with what Lightroom reads, and nothing else', () => {
    const names = Object.keys(files).map((name) => name.replace(/^Calm\.lrplugin\//u, ''));
    expect(names.every((name) => /^(?:\w+\.lua|TranslatedStrings_de\.txt)$/u.test(name))).toBe(
      true,
    );
    for (const [, named] of textOf('Info.lua').matchAll(/"(\w+\.lua)"/gu)) {
      expect(names).toContain(named);
    }
    expect(textOf('Calm.lua')).toContain('TypeScriptToLua Contributors');
  });

  it.skipIf(!hasLua)('is Lua 5.1, every file of it', async () => {
    for (const [name, bytes] of Object.entries(files)) {
      if (!name.endsWith('.lua')) continue;
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes);
      execFileSync('luac5.1', ['-p', file], { stdio: 'pipe' });
    }
  });

  it('has every text in German, with the same gaps', () => {
    const gaps = (text: string): string[] => [...text.matchAll(/\^\d/gu)].map(String).sort();
    const german = new Map(
      textOf('TranslatedStrings_de.txt')
        .split('\n')
        .flatMap((line) => {
          const [, key, text] = /^"(\$\$\$\/[^=]+)=(.*)"$/u.exec(line) ?? [];
          return key === undefined || text === undefined ? [] : [[key, text] as const];
        }),
    );
    const english = ['Calm.lua', 'Info.lua', 'Fields.lua', 'Tagset.lua'].flatMap((name) =>
      [...textOf(name).matchAll(/"(\$\$\$\/[^="]+)=((?:[^"\\]|\\.)*)"/gu)].map(
        ([, key, text]) => [key ?? '', text ?? ''] as const,
      ),
    );
    expect(english.length).toBeGreaterThan(100);
    for (const [key, text] of english) {
      expect(german.has(key), key).toBe(true);
      expect(gaps(german.get(key) ?? ''), key).toEqual(gaps(text));
    }
  });
});
