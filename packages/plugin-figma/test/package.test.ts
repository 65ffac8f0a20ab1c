/** The plugin as it is handed out. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { DEFAULT_PORT } from '@calm-sdk/core/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const here = path.resolve(import.meta.dirname, '..');
let folder: string;
let files: Record<string, Uint8Array>;
const textOf = (name: string): string => new TextDecoder().decode(files[`calm-figma/${name}`]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'calm-package-'));
  const script = path.join(here, 'scripts/package.mjs');
  const archive = execFileSync(process.execPath, [script, folder], { encoding: 'utf8' }).trim();
  files = unzipSync(await readFile(archive));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the archive', () => {
  it('holds what Figma loads, and nothing else', () => {
    expect(Object.keys(files).sort()).toEqual(
      ['main.js', 'manifest.json', 'ui.html'].map((name) => `calm-figma/${name}`),
    );
    const manifest = JSON.parse(textOf('manifest.json')) as Record<string, string>;
    expect([manifest['main'], manifest['ui']]).toEqual(['main.js', 'ui.html']);
  });

  it('asks for no more than the engine on this computer, and says why', () => {
    const manifest = JSON.parse(textOf('manifest.json')) as {
      networkAccess: { allowedDomains: string[]; reasoning: string };
      editorType: string[];
      permissions?: string[];
    };
    expect(manifest.networkAccess.allowedDomains).toEqual([`http://localhost:${DEFAULT_PORT}`]);
    expect(manifest.networkAccess.reasoning).toContain('on this computer');
    expect(manifest.editorType).toEqual(['figma']);
    expect(manifest.permissions).toBeUndefined();
  });

  it('loads nothing from elsewhere, and is small', () => {
    expect(textOf('ui.html')).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/u);
    // Addresses of namespaces and sources are no requests.
    const hosts = [...textOf('ui.html').matchAll(/https?:\/\/([\w.-]+)/gu)].map(([, host]) => host);
    expect(new Set(hosts.filter((host) => host !== 'www.w3.org'))).toEqual(new Set(['localhost']));
    expect(files['calm-figma/ui.html']!.length).toBeLessThanOrEqual(150_000);
  });

  it('is a main thread without what Figma has not', () => {
    expect(textOf('main.js')).not.toMatch(/\b(?:document|localStorage|XMLHttpRequest)\b\./u);
    expect(textOf('main.js')).not.toMatch(/^(?:import|export)\b/mu);
  });
});
