/**
 * The two implementations of the changes behind one function: (base, kind, strength) → changed raster, or no room for it. Its `way` says
 * which way the change turned the picture: 1 clockwise, -1 anticlockwise.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { randomFrom, seedOf } from './bases.mjs';

/** Mean difference of samples below which a change is no change (full colour on a black-and-white picture). */
const VISIBLE = 0.25;

const { default: sharp } = await import(
  createRequire(new URL('../../packages/core/package.json', import.meta.url)).resolve('sharp')
);

/** The base at full size: upright 8-bit sRGB. */
export async function openBase(base) {
  const { data, info } = await sharp(base.path)
    .rotate()
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The changes of the attributes themselves. */
export function ownChanges(attributes) {
  const byId = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  return {
    has: (kind) => byId.get(kind)?.change !== undefined,
    async apply(base, raster, kind, strength) {
      const changed = await byId
        .get(kind)
        .change.apply(raster, strength, randomFrom(seedOf(base, kind)), subjectOf(base));
      if (changed === undefined || same(raster, changed)) return undefined;
      return { ...changed, way: kind === 'horizon-tilt' ? wayOf(base, kind) : 0 };
    },
    close() {},
  };
}

/** As the change itself draws it. */
function wayOf(base, kind) {
  return randomFrom(seedOf(base, kind))() < 0.5 ? -1 : 1;
}

/** The changes of `second_implementation.py`, made by one process that answers in order. */
export function secondChanges() {
  const script = fileURLToPath(new URL('second_implementation.py', import.meta.url));
  const server = spawn('python3', [script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  });
  const ended = once(server, 'close');
  const take = readerOf(server.stdout);
  let turn = Promise.resolve();
  return {
    has: () => true,
    apply(base, raster, kind, strength) {
      const mine = turn.then(async () => {
        const request = {
          path: base.path,
          kind,
          strength,
          seed: seedOf(base, kind),
          subject: base.subject ?? null,
        };
        server.stdin.write(`${JSON.stringify(request)}\n`);
        const head = await take(12);
        const [width, height] = [head.readUInt32LE(0), head.readUInt32LE(4)];
        if (width === 0) return undefined;
        const data = await take(width * height * 3);
        const changed = { data, width, height, way: head.readInt32LE(8) };
        return same(raster, changed) ? undefined : changed;
      });
      turn = mine.catch(() => {});
      return mine;
    },
    async close() {
      server.stdin.end();
      await ended;
    },
  };
}

/** Takes exact numbers of bytes off a stream, whatever its chunks are. */
function readerOf(stream) {
  const chunks = stream[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  return async (size) => {
    const parts = [rest];
    for (let length = rest.length; length < size; length += parts.at(-1).length) {
      const { value, done } = await chunks.next();
      if (done) throw new Error('The second implementation ended early.');
      parts.push(value);
    }
    const bytes = Buffer.concat(parts);
    rest = bytes.subarray(size);
    return bytes.subarray(0, size);
  };
}

/** The subject as a person drew it, not as the engine sees it: what the change does must not depend on what is tested. */
function subjectOf(base) {
  if (base.subject === undefined) return undefined;
  const [x, y, width, height] = base.subject;
  const [columns, rows] = [20, 20];
  const inside = (at, from, size) => at >= from && at <= from + size;
  const values = Float32Array.from({ length: columns * rows }, (_, cell) =>
    inside(((cell % columns) + 0.5) / columns, x, width) &&
    inside((Math.floor(cell / columns) + 0.5) / rows, y, height)
      ? 1
      : 0,
  );
  return {
    mask: { columns, rows, values },
    box: { x, y, width, height },
    confidence: 1,
    faces: [],
  };
}

function same(a, b) {
  if (a.width !== b.width || a.height !== b.height) return false;
  let difference = 0;
  for (let at = 0; at < a.data.length; at++) difference += Math.abs(a.data[at] - b.data[at]);
  return difference / a.data.length < VISIBLE;
}
