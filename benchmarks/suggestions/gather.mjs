/**
 * What comes of edits, as training data for suggestions: clean training bases and changed ones, each with what the engine proposes and with
 * edits that no picture needs, all applied for real and read again by the engine.
 *
 *   node benchmarks/suggestions/gather.mjs --data FOLDER --out FILE.jsonl [--each 3] [--share 0/1] [--limit N] [--engine FILE] [--bundle FOLDER]
 *
 * `--each` kinds of change are drawn for each base; the bases that the tokens have not seen are tilted. `--share 0/2` and `--share 1/2` do half of the bases each. A run that was stopped goes
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
import { isKnown, undone } from './truth.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    each: { type: 'string', default: '3' },
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
/** Draws of a tilt for each base that the tokens have not seen. */
const TILTS = 3;
const TILT = KINDS.find(({ id }) => id === 'horizon-tilt');
const [share, shares] = options.share.split('/').map(Number);
const [listed, unseen] = await Promise.all(
  ['training', 'unseen'].map((part) => findBases(resolve(options.data), part)),
);
const bases = [...listed, ...unseen.map((base) => ({ ...base, unseen: true }))]
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
  const records = base.unseen === true ? await tilted(base) : await asItIsAndChanged(base);
  appendFileSync(
    options.out,
    records.map((record) => `${JSON.stringify({ ...facts, ...record })}\n`).join(''),
  );
}
await second.close();
await engine.dispose();
process.stderr.write('\n');

async function asItIsAndChanged(base) {
  const raster = await openBase(base);
  const random = randomFrom(seedOf(base, 'suggestions'));
  const records = [await tryAll(raster, {}, random)];
  const kinds = KINDS.filter((kind) => basesFor(kind, [base], 1).length > 0)
    .map((kind) => ({ kind, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, Number(options.each));
  for (const { kind } of kinds) records.push(...(await change(base, raster, kind, random)));
  return records;
}

/** The tokens know the training bases by heart where they are tilted: of a tilt they say more there than anywhere else. */
async function tilted(base) {
  const raster = await openBase(base);
  const random = randomFrom(seedOf(base, 'suggestions, tilted'));
  const records = [];
  for (let draw = 0; draw < TILTS; draw++) {
    for (const record of await change(base, raster, TILT, random)) {
      records.push({ ...record, unseen: true });
    }
  }
  return records;
}

/** A change of random strength, and what comes of edits of it; for the second reader, who knows other hands' changes alone, by those. */
async function change(base, raster, kind, random) {
  const strength = drawStrength(kind, random);
  const drawn = { kind: kind.id, strength, severity: severityOf(kind, strength) };
  const records = [];
  const changed = await own.apply(base, raster, kind.id, strength);
  if (changed !== undefined) {
    const signed = { ...drawn, strength: changed.way < 0 ? -strength : strength };
    records.push({ ...signed, ...(await tryAll(changed, signed, random)) });
  }
  const other = await second.apply(base, raster, kind.id, strength);
  if (other !== undefined) records.push({ ...drawn, second: true, ...(await observe(other)) });
  return records;
}

/** What comes of edits: what the engine says of each, and what it truly undoes of the change. */
async function tryAll(raster, change, random) {
  const { score, statistics, suggestions } = await assess(raster, {
    include: ['score', 'statistics', 'suggestions'],
    edits: needlessEdits(random).slice(0, 2),
  });
  const known = suggestions.tried.filter(({ edit }) => isKnown(edit));
  const tried = known.map((one) => ({ ...one, undone: undone(change, one.edit) }));
  return { percentile: score.percentile, statistics, tried };
}

async function observe(raster) {
  const { statistics } = await assess(raster, { include: ['statistics'] });
  return { statistics };
}

function assess(raster, options) {
  return engine.assess({ kind: 'pixels', channels: 3, colourSpace: 'srgb', ...raster }, options);
}
