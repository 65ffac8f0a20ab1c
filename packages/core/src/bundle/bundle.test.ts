import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CalmError } from '../protocol/errors.js';
import { defaultBundleFolder, openBundle } from './bundle.js';

const GRAPH = Buffer.from('a graph');
const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

function manifest(): Record<string, unknown> {
  const input = { name: 'pixels', layout: 'NHWC', dtype: 'uint8', colourSpace: 'srgb' };
  const mapOutput = (name: string, stride: number) => ({ name, channels: 1, stride });
  return {
    schema: 1,
    id: 'tiny',
    version: '1.0.0',
    licence: 'MIT',
    provenance: [{ part: 'all', source: 'this test', licence: 'MIT' }],
    files: { 'graph.onnx': { sha256: sha256(GRAPH), bytes: GRAPH.length } },
    encoder: {
      file: 'graph.onnx',
      input,
      outputs: {
        stride8: mapOutput('stride8', 8),
        stride16: mapOutput('stride16', 16),
        stride32: mapOutput('stride32', 32),
        head: { name: 'head', length: 1 },
        headDeviation: { name: 'headDeviation', length: 1 },
        classes: { name: 'classes', length: 1 },
      },
    },
    faces: { file: 'graph.onnx', input, output: { name: 'faces' }, minimumConfidence: 0.5 },
    scoring: {
      file: 'graph.onnx',
      calibration: 'graph.onnx',
      inputs: ['head'],
      outputs: {
        distribution: 'a',
        deviation: 'b',
        domain: 'c',
        unfamiliarity: 'd',
        regions: 'e',
      },
    },
    detail: { file: 'graph.onnx', side: 64, width: 1 },
    alignment: {
      file: 'graph.onnx',
      calibration: 'graph.onnx',
      inputs: ['head'],
      queries: 1,
      width: 1,
      themeWidth: 1,
      changes: [],
    },
  };
}

describe('openBundle', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'calm-bundle-'));
    await writeFile(path.join(folder, 'graph.onnx'), GRAPH);
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const write = async (value: unknown): Promise<string> => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    await writeFile(path.join(folder, 'bundle.json'), text);
    return text;
  };
  const failure = async (): Promise<CalmError> => {
    const error: unknown = await openBundle(folder).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(CalmError);
    return error as CalmError;
  };

  it('opens a whole bundle by path and by URL, and names it by the hash of its manifest', async () => {
    const text = await write(manifest());
    const byPath = await openBundle(folder);
    const byUrl = await openBundle(pathToFileURL(folder));
    expect(byPath.sha256).toBe(sha256(text));
    expect(byUrl.sha256).toBe(byPath.sha256);
    expect(byPath.file('graph.onnx')).toBe(path.join(folder, 'graph.onnx'));
    expect(() => byPath.file('other.onnx')).toThrow(/other\.onnx/);
  });

  it('refuses a file whose bytes have changed, and says which', async () => {
    await write(manifest());
    await writeFile(path.join(folder, 'graph.onnx'), 'A graph');
    const error = await failure();
    expect(error.code).toBe('bundle-damaged');
    expect(error.message).toContain(path.join(folder, 'graph.onnx'));
  });

  it('refuses a missing file', async () => {
    await write(manifest());
    await rm(path.join(folder, 'graph.onnx'));
    expect((await failure()).code).toBe('bundle-damaged');
  });

  it('refuses a file outside its folder without reading it', async () => {
    await write({
      ...manifest(),
      files: { '../graph.onnx': { sha256: sha256(GRAPH), bytes: GRAPH.length } },
    });
    const error = await failure();
    expect(error.code).toBe('bundle-damaged');
    expect(error.message).toContain('outside');
  });

  it.each([
    ['a folder without a manifest', undefined, 'bundle-damaged'],
    ['a manifest that is not JSON', '{', 'bundle-damaged'],
    ['a manifest of another shape', { schema: 1, id: 'other' }, 'bundle-incompatible'],
    ['a manifest of a later schema', { ...manifest(), schema: 2 }, 'bundle-incompatible'],
    ['the manifest of a language model', { schema: 1, languageModel: {} }, 'bundle-incompatible'],
  ])('refuses %s with one clear error', async (_, content, code) => {
    if (content !== undefined) await write(content);
    const error = await failure();
    expect(error.code).toBe(code);
    expect(error.message).toContain(folder);
    expect(error.hint).not.toBe('');
  });
});

describe('the bundle in the box', () => {
  it('is whole, and says where each part came from and on what terms', async () => {
    const { manifest: facts } = await openBundle(defaultBundleFolder());
    const described = facts.provenance.map(({ part }) => part).join(' ');
    for (const name of Object.keys(facts.files).filter((file) => file.endsWith('.onnx'))) {
      expect(described).toContain(name);
    }
    for (const { licence, source } of facts.provenance) {
      expect(licence).not.toBe('');
      expect(source).not.toBe('');
    }
  });
});
