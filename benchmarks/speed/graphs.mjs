/** The graphs of a bundle that every assessment runs, against its encoder alone: turn by turn, one thread, on features of a real picture. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const fromCore = createRequire(new URL('../../packages/core/package.json', import.meta.url));
const ort = await import(fromCore.resolve('@calm-sdk/onnxruntime'));

/** Cut-outs at full size of a photograph of several megapixels. */
const TILES = 6;
const SIZE = { width: 427, height: 320 };

/**
 * @returns milliseconds of each graph in each round
 */
export async function timeGraphs(bundle, rounds) {
  const { manifest } = bundle;
  const sessions = {};
  for (const name of ['encoder', 'faces', 'detail', 'alignment', 'scoring']) {
    sessions[name] = await ort.InferenceSession.create(bundle.file(manifest[name].file), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      graphOptimizationLevel: 'all',
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
  }
  const noise = (length) =>
    Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 7) * 17) % 256);
  const pixels = {
    pixels: new ort.Tensor('uint8', noise(SIZE.width * SIZE.height * 3), [
      1,
      SIZE.height,
      SIZE.width,
      3,
    ]),
  };
  const { side } = manifest.detail;
  const tiles = {
    tiles: new ort.Tensor('uint8', noise(TILES * side * side * 3), [TILES, side, side, 3]),
  };
  const places = new ort.Tensor(
    'float32',
    Float32Array.from({ length: TILES * 3 }, (_, at) => (at % 3 === 2 ? 0 : (at % 7) / 7)),
    [TILES, 3],
  );
  const explain = new ort.Tensor('int64', BigInt64Array.of(-1n), [1]);
  const named = (names, ...from) =>
    Object.fromEntries(names.map((name) => [name, Object.assign({}, ...from)[name]]));

  const times = [];
  for (let round = -1; round < rounds; round++) {
    const time = {};
    const run = async (name, feeds) => {
      const began = performance.now();
      const outputs = await sessions[name].run(feeds);
      time[name] = performance.now() - began;
      return outputs;
    };
    const seen = await run('encoder', pixels);
    await run('faces', pixels);
    const { detail } = await run('detail', tiles);
    const aligned = await run('alignment', {
      ...named(manifest.alignment.inputs, seen),
      detail,
      places,
    });
    await run('scoring', { ...named(manifest.scoring.inputs, seen, aligned), explain });
    // The first round warms up.
    if (round >= 0) times.push(time);
  }
  for (const session of Object.values(sessions)) await session.release();
  return times;
}

/** Bytes of all files of a bundle. */
export async function bytesOf(bundle) {
  const sizes = await Promise.all(
    Object.keys(bundle.manifest.files).map(
      async (name) => (await readFile(bundle.file(name))).length,
    ),
  );
  return sizes.reduce((total, size) => total + size, 0);
}
