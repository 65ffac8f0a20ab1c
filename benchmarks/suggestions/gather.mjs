/**
 * What comes of edits, as training data for suggestions: clean training bases and changed ones, each with what the engine proposes and with
 * edits that no picture needs, all applied for real and read again by the engine.
 *
 *   node benchmarks/suggestions/gather.mjs --data FOLDER --out FILE.jsonl [--each 4] [--share 0/1] [--limit N] [--engine FILE] [--bundle FOLDER]
 *
 * `--each` kinds of change are drawn for each base. `--share 0/2` and `--share 1/2` do half of the bases each. A run that was stopped goes
 * on where it was. The test bases are never touched.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findBases, randomFrom, seedOf } from '../changes/bases.mjs';
import { openBase, ownChanges, secondChanges } from '../changes/changers.mjs';
import { basesFor, drawStrength, KINDS, severityOf } from '../changes/kinds.mjs';
import { needlessEdits } from './edits.mjs';
import { undone } from './truth.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    each: { type: 'string', default: '4' },
    share: { type: 'string', default: '0/1' },
    limit: { type: 'string' },
    bundle: { type: 'string' },
    engine: {
      type: 'string',
      default: fileURLToPath(new URL('../../packages/core/dist/index.js', import.meta.url)),
    },
  },
});
if (options.data === undefined || options.out === undefined) {
  console.error('usage: node benchmarks/suggestions/gather.mjs --data FOLDER --out FILE.jsonl');
  process.exit(2);
}

const { createEngine } = await import(pathToFileURL(resolve(options.engine)).href);
const engine = await createEngine(
  options.bundle === undefined ? {} : { bundle: resolve(options.bundle) },
);
const own = ownChanges(engine.attributes);
const second = secondChanges();
const [share, shares] = options.share.split('/').map(Number);
const bases = (await findBases(resolve(options.data), 'training'))
  .slice(0, Number(options.limit ?? Infinity))
  .filter((_, index) => index % shares === share);

mkdirSync(dirname(resolve(options.out)), { recursive: true });
const kept = existsSync(options.out)
  ? readFileSync(options.out, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('}'))
  : [];
writeFileSync(options.out, kept.map((line) => `${line}\n`).join(''));
const done = new Set(kept.map((line) => JSON.parse(line).base));

for (const [index, base] of bases.entries()) {
  process.stderr.write(`\r${index} of ${bases.length} bases  `);
  if (done.has(base.sha256)) continue;
  const facts = { base: base.sha256, set: base.set, theme: base.theme };
  const raster = await openBase(base);
  const random = randomFrom(seedOf(base, 'suggestions'));
  const records = [{ ...facts, ...(await tryAll(raster, {}, random)) }];
  const kinds = KINDS.filter((kind) => basesFor(kind, [base], 1).length > 0)
    .map((kind) => ({ kind, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, Number(options.each));
  for (const { kind } of kinds) {
    const strength = drawStrength(kind, random);
    const drawn = { kind: kind.id, strength, severity: severityOf(kind, strength) };
    const changed = await own.apply(base, raster, kind.id, strength);
    if (changed !== undefined) {
      const change = changed.way < 0 ? { ...drawn, strength: -strength } : drawn;
      records.push({ ...facts, ...change, ...(await tryAll(changed, change, random)) });
    }
    // For the second reader, who knows other hands' changes alone.
    const other = await second.apply(base, raster, kind.id, strength);
    if (other !== undefined) {
      records.push({ ...facts, ...drawn, second: true, ...(await observe(other)) });
    }
  }
  appendFileSync(options.out, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}
await second.close();
await engine.dispose();
process.stderr.write('\n');

/** What comes of edits: what the engine says of each, and what it truly undoes of the change. */
async function tryAll(raster, change, random) {
  const { statistics, suggestions } = await assess(raster, {
    include: ['statistics', 'suggestions'],
    edits: needlessEdits(random).slice(0, 3),
  });
  const tried = suggestions.tried.map((one) => ({ ...one, undone: undone(change, one.edit) }));
  return { statistics, tried };
}

async function observe(raster) {
  const { statistics } = await assess(raster, { include: ['statistics'] });
  return { statistics };
}

function assess(raster, options) {
  return engine.assess({ kind: 'pixels', channels: 3, colourSpace: 'srgb', ...raster }, options);
}
