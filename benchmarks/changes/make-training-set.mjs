/**
 * What the engine reads in changed photographs, as training data: clean training bases, each changed once in every kind
 * at a random strength of its range, and their originals; half of them once more as previews of a larger picture, of which the readings at full size
 * are missing, as hosts send them that render for themselves.
 *
 *   node benchmarks/changes/make-training-set.mjs --data FOLDER --out FILE.jsonl [--limit N] [--kinds a,b]
 *                                                 [--each 1] [--features] [--engine FILE] [--bundle FOLDER]
 *
 * The format is in README.md. A run that was stopped goes on where it was. The test bases are never touched.
 */
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findBases, randomFrom, seedOf } from './bases.mjs';
import { openBase, ownChanges } from './changers.mjs';
import { basesFor, drawStrength, KINDS, severityOf } from './kinds.mjs';
import { read } from './records.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    limit: { type: 'string' },
    kinds: { type: 'string' },
    each: { type: 'string', default: '1' },
    features: { type: 'boolean', default: false },
    bundle: { type: 'string' },
    engine: {
      type: 'string',
      default: fileURLToPath(new URL('../../packages/core/dist/index.js', import.meta.url)),
    },
  },
});
if (options.data === undefined || options.out === undefined) {
  console.error(
    'usage: node benchmarks/changes/make-training-set.mjs --data FOLDER --out FILE.jsonl [--limit N]',
  );
  process.exit(2);
}

const { createEngine } = await import(pathToFileURL(resolve(options.engine)).href);
const engine = await createEngine(
  options.bundle === undefined ? {} : { bundle: resolve(options.bundle) },
);
const changes = ownChanges(engine.attributes);
/** What a preview does not show: as one it would teach that what is there is not. */
const atFullSize = new Set(
  engine.attributes.filter(({ fullSize }) => fullSize === true).map(({ id }) => id),
);
/** How much longer the picture is that a preview stands for. */
const PREVIEW_OF = 3;
const PREVIEWS = 0.5;
const listed = await findBases(resolve(options.data), 'training');
const kinds = KINDS.filter(
  ({ id }) => changes.has(id) && (options.kinds?.split(',').includes(id) ?? true),
);
const limit = Number(options.limit ?? Infinity);

await mkdir(dirname(resolve(options.out)), { recursive: true });
const kept = existsSync(options.out)
  ? (await readFile(options.out, 'utf8')).split('\n').filter((line) => line.endsWith('}'))
  : [];
const done = new Set(kept.map((line) => keyOf(JSON.parse(line))));
const file = createWriteStream(options.out);
for (const line of kept) await write(line);

let count = 0;
for (const base of listed.slice(0, limit)) {
  const raster = await openBase(base);
  await record({ base: base.sha256, set: base.set, theme: base.theme }, () => raster);
  for (const kind of kinds) {
    if (basesFor(kind, [base], 1).length === 0) continue;
    for (let draw = 0; draw < Number(options.each); draw++) {
      const random = randomFrom(seedOf(base, `${kind.id} ${draw} strength`));
      random();
      const strength = drawStrength(kind, random);
      await record(
        {
          base: base.sha256,
          set: base.set,
          theme: base.theme,
          kind: kind.id,
          draw,
          strength,
          severity: severityOf(kind, strength),
        },
        () => changes.apply(base, raster, kind.id, strength),
      );
    }
  }
}
file.end();
await once(file, 'finish');
await engine.dispose();
process.stderr.write('\n');

async function record(facts, make) {
  const random = randomFrom(seedOf({ sha256: facts.base }, `${facts.kind} ${facts.draw} preview`));
  random();
  const asPreview = random() < PREVIEWS && !atFullSize.has(facts.kind);
  const due = [false, ...(asPreview ? [true] : [])].filter(
    (preview) => !done.has(keyOf({ ...facts, preview })),
  );
  if (due.length === 0) return;
  const raster = await make();
  if (raster === undefined) return;
  for (const preview of due) {
    const { width, height } = raster;
    const original = { originalWidth: PREVIEW_OF * width, originalHeight: PREVIEW_OF * height };
    const told = await read(engine, { ...raster, ...(preview ? original : {}) }, options.features);
    await write(JSON.stringify({ ...facts, ...(preview ? { preview } : {}), ...told }));
    if (++count % 20 === 0) process.stderr.write(`\r${count} assessments  `);
  }
}

async function write(line) {
  if (!file.write(`${line}\n`)) await once(file, 'drain');
}

function keyOf({ base, kind, draw, preview }) {
  return `${base} ${kind ?? ''} ${draw ?? ''} ${preview === true ? 'preview' : ''}`;
}
