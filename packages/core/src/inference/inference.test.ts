import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultBundleFolder, openBundle, type Bundle } from '../bundle/bundle.js';
import { CalmError } from '../protocol/errors.js';
import { Inference } from './inference.js';
import type { Tensors } from './messages.js';

const CPU = { provider: 'cpu', threads: 1 } as const;

function grey(width: number, height: number): Tensors {
  return {
    pixels: {
      type: 'uint8',
      dims: [1, height, width, 3],
      data: new Uint8Array(width * height * 3).fill(119),
    },
  };
}

describe('the inference thread', () => {
  let bundle: Bundle;
  let inference: Inference;
  beforeAll(async () => {
    bundle = await openBundle(defaultBundleFolder());
    inference = new Inference();
    await inference.load('encoder', bundle.file(bundle.manifest.encoder.file), CPU);
  });
  afterAll(async () => {
    await inference[Symbol.asyncDispose]();
  });

  it.each([
    [320, 240],
    [333, 97],
    [32, 32],
  ])('takes pictures of any size: %i × %i', async (width, height) => {
    const { stride8, stride32, head } = await inference.run('encoder', grey(width, height));
    expect(stride8?.dims).toEqual([1, 48, Math.ceil(height / 8), Math.ceil(width / 8)]);
    expect(stride32?.dims).toEqual([1, 352, Math.ceil(height / 32), Math.ceil(width / 32)]);
    expect(head?.dims).toEqual([1, 1280]);
  });

  it('leaves the thread that answers people free while it works', async () => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const runs = Array.from({ length: 6 }, () => inference.run('encoder', grey(480, 320)));
    await Promise.all(runs);
    delay.disable();
    // A run takes 50 ms and more; blocked, the loop would stand still for at least that long.
    expect(delay.percentile(50) / 1e6).toBeLessThan(20);
  });

  it('says what is wrong with a run, and goes on', async () => {
    await expect(inference.run('unknown', grey(32, 32))).rejects.toThrow(/unknown/);
    await expect(inference.run('encoder', {})).rejects.toThrow(/pixels/);
    await expect(inference.run('encoder', grey(32, 32))).resolves.toHaveProperty('head');
  });

  it('refuses a damaged graph and a provider that is not there, each with its own error', async () => {
    const damaged = await inference
      .load('damaged', import.meta.filename, CPU)
      .catch((e: unknown) => e);
    expect(damaged).toBeInstanceOf(CalmError);
    expect((damaged as CalmError).code).toBe('bundle-damaged');
    const graph = bundle.file(bundle.manifest.faces.file);
    const absent = process.platform === 'darwin' ? 'dml' : 'coreml';
    const missing = await inference
      .load('faces', graph, { provider: absent, threads: 1 })
      .catch((e: unknown) => e);
    expect((missing as CalmError).code).toBe('provider-unavailable');
    expect((missing as CalmError).hint).toContain('cpu');
  });

  it('finishes what is under way before it ends, and refuses what comes after', async () => {
    const other = new Inference();
    await other.load('encoder', bundle.file(bundle.manifest.encoder.file), CPU);
    const runs = [other.run('encoder', grey(320, 320)), other.run('encoder', grey(320, 320))];
    await other[Symbol.asyncDispose]();
    expect(await Promise.all(runs)).toHaveLength(2);
    await expect(other.run('encoder', grey(32, 32))).rejects.toThrow(/ended/);
  });
});

it('an idle engine does not keep a process alive, and its end is clean', async () => {
  const core = path.resolve(import.meta.dirname, '../../dist/index.js');
  await readFile(core);
  const program = `
    import { createEngine } from ${JSON.stringify(core)};
    const engine = await createEngine();
    console.log(engine.stamps.model.id);
  `;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    program,
  ]);
  expect(stdout).toMatch(/^calm-nano@/);
});
