/** The floor: what any program pays that decodes the file with sharp and runs this encoder in ONNX Runtime. */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

const fromCore = createRequire(new URL('../../packages/core/package.json', import.meta.url));
const { default: sharp } = await import(fromCore.resolve('sharp'));
const ort = await import(fromCore.resolve('@calm-sdk/onnxruntime'));

/** @param bundle the engine's opened bundle, so that both run the same graph */
export async function openFloor(bundle) {
  const { file, input } = bundle.manifest.encoder;
  const session = await ort.InferenceSession.create(bundle.file(file), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
  /** Full decode to sRGB samples; then the encoder on them, scaled as the engine scales: short side 320. */
  const decode = (path) =>
    sharp(path).rotate().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const encode = async (small) => {
    await session.run({
      [input.name]: new ort.Tensor('uint8', small.data, [
        1,
        small.info.height,
        small.info.width,
        3,
      ]),
    });
  };
  return {
    /** Both parts of one picture, in milliseconds each. The scaling between them is not counted. */
    async time(path) {
      const began = performance.now();
      const { data, info } = await decode(path);
      const decoded = performance.now();
      const small = await shrink(data, info);
      const shrunk = performance.now();
      await encode(small);
      return { decode: decoded - began, encode: performance.now() - shrunk };
    },
    /** All pictures, decoding ahead while the encoder runs; in milliseconds. */
    async timeMany(paths) {
      const smalls = new Map();
      for (const path of new Set(paths)) {
        const { data, info } = await decode(path);
        smalls.set(path, await shrink(data, info));
      }
      const began = performance.now();
      const ahead = paths.slice(0, 2).map(decode);
      for (let index = 0; index < paths.length; index++) {
        await ahead.shift();
        if (index + 2 < paths.length) ahead.push(decode(paths[index + 2]));
        await encode(smalls.get(paths[index]));
      }
      return performance.now() - began;
    },
    async dispose() {
      await session.release();
    },
  };
}

function shrink(data, { width, height, channels }) {
  const scale = Math.min(320 / Math.min(width, height), Math.sqrt((320 * 480) / (width * height)));
  return sharp(data, { raw: { width, height, channels } })
    .resize(Math.round(width * scale), Math.round(height * scale), { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
}

/** Reads the files once, so that no pass pays for the disk. */
export async function warmFiles(paths) {
  for (const path of paths) await readFile(path);
}
