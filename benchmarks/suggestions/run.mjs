/**
 * Are suggestions right? Known changes of the change benchmark's test photographs, made by two implementations, and whether the engine
 * finds the way back; photographs that people love, which should be left alone; edits that flatter, which should not pay; and time.
 *
 *   node benchmarks/suggestions/run.mjs --data FOLDER [--limit 12] [--engine FILE] [--bundle FOLDER] [--out FOLDER]
 *
 * `--limit` bases for each kind of change and implementation.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findBases, randomFrom, seedOf } from '../changes/bases.mjs';
import { openBase, ownChanges, secondChanges } from '../changes/changers.mjs';
import { basesFor, KINDS } from '../changes/kinds.mjs';
import { machine } from '../machine.mjs';
import { makePhotos } from '../speed/photos.mjs';
import { needlessEdits } from './edits.mjs';
import { UNDOABLE, undone, wayBack } from './truth.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    limit: { type: 'string', default: '12' },
    engine: { type: 'string', default: here('../../packages/core/dist/index.js') },
    bundle: { type: 'string' },
    out: { type: 'string', default: here('../results') },
  },
});
if (options.data === undefined) {
  console.error('usage: node benchmarks/suggestions/run.mjs --data FOLDER [--limit 12]');
  process.exit(2);
}
const data = resolve(options.data);
const limit = Number(options.limit);
/** Photographs that were not changed: clean ones, and loved ones. */
const UNCHANGED = 5 * limit;
const say = (text) => process.stderr.write(`${text}\n`);

const { applyEdits, createEngine } = await import(pathToFileURL(resolve(options.engine)).href);
const engine = await createEngine(
  options.bundle === undefined ? {} : { bundle: resolve(options.bundle) },
);
const { gain: worth } = await engine.bundle.json(engine.bundle.manifest.suggestion.calibration);
const assess = (raster, more) =>
  engine.assess({ kind: 'pixels', channels: 3, colourSpace: 'srgb', ...raster }, more);
const suggest = (raster, edits = []) =>
  assess(raster, { include: ['score', 'suggestions'], edits });

const bases = await findBases(data, 'test');
const changers = { own: ownChanges(engine.attributes), second: secondChanges() };
const recovered = [];
for (const kind of KINDS.filter(({ id }) => UNDOABLE.includes(id))) {
  say(`${kind.id} …`);
  const strength = kind.strengths.medium;
  for (const base of basesFor(kind, bases, limit)) {
    const raster = await openBase(base);
    for (const [implementation, changer] of Object.entries(changers)) {
      const changed = await changer.apply(base, raster, kind.id, strength);
      if (changed === undefined) continue;
      const change = { kind: kind.id, strength: changed.way < 0 ? -strength : strength };
      const document = await suggest(changed);
      const suggestions = [];
      for (const [place, { edit, gain }] of document.suggestions.suggestions.entries()) {
        // The edit at full size, opened as any picture is.
        const { score } = await assess(await applyEdits(changed, [edit]), { include: ['score'] });
        const severity = undone(change, edit);
        suggestions.push({
          place,
          operation: edit.operation,
          way: wayBack(change, edit),
          gain,
          true:
            worth.aesthetic * (score.value - document.score.value) + worth.perSeverity * severity,
        });
      }
      recovered.push({ kind: kind.id, implementation, suggestions });
    }
  }
}
await changers.second.close();

say('Needless edits …');
const needless = [];
const clean = [];
for (const base of bases.slice(0, UNCHANGED)) {
  // As the engine tells them.
  const edits = needlessEdits(randomFrom(seedOf(base, 'needless'))).map(round);
  const { suggestions } = await suggest(await openBase(base), edits);
  const own = suggestions.suggestions.map(({ edit }) => JSON.stringify(edit));
  clean.push(own.filter((edit) => !edits.some((one) => JSON.stringify(one) === edit)).length);
  for (const edit of edits) {
    const found = suggestions.tried.find(
      (one) => JSON.stringify(one.edit) === JSON.stringify(edit),
    );
    if (found !== undefined) needless.push({ operation: edit.operation, verdict: found.verdict });
  }
}

say('Photographs that people love …');
const loved = await lovedOnes();
const leftAlone = [];
for (const path of loved) {
  const { suggestions } = await engine.assess({ kind: 'path', path }, { include: ['suggestions'] });
  leftAlone.push(suggestions.suggestions.length === 0);
}

say('Time …');
const photos = await makePhotos(here('../../examples/photos'), here('../.work/speed/photos'), 8);
const times = { without: [], with: [], comment: [] };
for (const path of photos) {
  for (const [name, include] of [
    ['without', ['score', 'attributes', 'findings']],
    ['with', ['score', 'attributes', 'findings', 'suggestions']],
  ]) {
    const began = performance.now();
    const document = await engine.assess({ kind: 'path', path }, { include });
    times[name].push(performance.now() - began);
    if (name === 'with') continue;
    const then = performance.now();
    await engine.comment(document);
    times.comment.push(performance.now() - then);
  }
}
await engine.dispose();

const result = {
  date: new Date().toISOString().slice(0, 10),
  machine: machine(),
  model: engine.stamps.model.id,
  recovery: Object.fromEntries(
    ['own', 'second'].map((name) => [
      name,
      summary(recovered.filter(({ implementation }) => implementation === name)),
    ]),
  ),
  byKind: Object.fromEntries(
    UNDOABLE.map((id) => [id, summary(recovered.filter(({ kind }) => kind === id))]),
  ),
  needless: {
    edits: needless.length,
    caught: share(needless, ({ verdict }) => verdict !== 'suggested'),
    bySecondReader: share(needless, ({ verdict }) => verdict === 'second-reader'),
    byOperation: Object.fromEntries(
      [...new Set(needless.map(({ operation }) => operation))].sort().map((name) => [
        name,
        share(
          needless.filter(({ operation }) => operation === name),
          ({ verdict }) => verdict !== 'suggested',
        ),
      ]),
    ),
  },
  cleanLeftAlone: { pictures: clean.length, share: share(clean, (count) => count === 0) },
  lovedLeftAlone: { pictures: loved.length, share: share(leftAlone, (alone) => alone) },
  milliseconds: {
    assessment: spread(times.without),
    withSuggestions: spread(times.with),
    comment: spread(times.comment),
  },
};
await writeFile(join(options.out, 'suggestions.json'), `${JSON.stringify(result, null, 1)}\n`);
await writeFile(join(options.out, 'suggestions.md'), toMarkdown(result));

function round(edit) {
  return Object.fromEntries(
    Object.entries(edit).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
    ]),
  );
}

/** The best tenth of OASIS by its ratings. The head in the box has learned from them, and so from where each of these pictures stands. */
async function lovedOnes() {
  const [heading, ...lines] = (await readFile(join(data, 'oasis/ratings.csv'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const at = (name) => heading.indexOf(name);
  return lines
    .sort((a, b) => Number(b[at('mean')]) - Number(a[at('mean')]))
    .slice(0, Math.round(lines.length / 10))
    .slice(0, UNCHANGED)
    .map((line) => join(data, 'oasis/images', line[at('filename')]));
}

function summary(records) {
  const right = ({ way }) => way !== undefined && way > 0 && way < 2;
  const errors = records.flatMap(({ suggestions }) =>
    suggestions.filter(right).map(({ way }) => Math.abs(way - 1)),
  );
  const shown = records.flatMap(({ suggestions }) => suggestions);
  const undoing = shown.filter(right);
  return {
    pictures: records.length,
    first: share(records, ({ suggestions }) => suggestions.slice(0, 1).some(right)),
    firstThree: share(records, ({ suggestions }) => suggestions.slice(0, 3).some(right)),
    parameterError: errors.length === 0 ? undefined : spread(errors),
    suggestions: shown.length,
    rightSign: share(undoing, (one) => one.gain.value > 0 === one.true > 0),
    covered: share(shown, (one) => one.true >= one.gain.low && one.true <= one.gain.high),
  };
}

function share(list, test) {
  return list.length === 0 ? undefined : list.filter(test).length / list.length;
}

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  return { minimum: sorted[0], median: at(0.5), ninetieth: at(0.9), maximum: sorted.at(-1) };
}

function toMarkdown({ recovery, byKind, needless, cleanLeftAlone, lovedLeftAlone, ...rest }) {
  const percent = (value) => (value === undefined ? '–' : `${(100 * value).toFixed(1)} %`);
  const error = (spread) =>
    spread === undefined ? '–' : `${percent(spread.median)} (${percent(spread.ninetieth)})`;
  const row = (name, one) =>
    `| ${name} | ${one.pictures} | ${percent(one.first)} | ${percent(one.firstThree)} | ${error(one.parameterError)} | ${percent(one.rightSign)} | ${percent(one.covered)} |`;
  const milliseconds = ({ median, minimum, maximum }) =>
    `${median.toFixed(1)} (${minimum.toFixed(1)} to ${maximum.toFixed(1)})`;
  return `# Suggestions

${rest.date}, ${rest.machine}, ${rest.model}. Made by \`node benchmarks/suggestions/run.mjs --data FOLDER\`.

Photographs of the change benchmark's test part, changed at medium strength. *Undone*: a suggestion of the change's own sort goes the way back, less
than twice as far. *Parameter error*: how far it misses the exact way back, median and ninetieth percentile. *Right sign*: of the gains
of suggestions that undo. *Covered*: true gains of all suggestions within their interval of 80 %; true is the score's change where the edit is
made at full size, and what it truly undoes or adds.

| change | pictures | undone by the first | by one of three | parameter error | right sign | covered |
|---|---|---|---|---|---|---|
${row('made by our own code', recovery.own)}
${row('made by other code', recovery.second)}
${Object.entries(byKind)
  .map(([name, one]) => row(`… ${name}`, one))
  .join('\n')}

| | |
|---|---|
| the best tenth of OASIS, left alone | ${percent(lovedLeftAlone.share)} of ${lovedLeftAlone.pictures} |
| clean photographs, left alone | ${percent(cleanLeftAlone.share)} of ${cleanLeftAlone.pictures} |
| needless edits (over-saturation, over-sharpening, crops, casts, …) that do not pay | ${percent(needless.caught)} of ${needless.edits} |
| … of which the second reader alone refused | ${percent(needless.bySecondReader)} |
${Object.entries(needless.byOperation)
  .map(([name, value]) => `| … ${name} | ${percent(value)} |`)
  .join('\n')}

How probable a fault is beforehand hangs on where a picture stands by its score, and the head in the box has learned from the ratings of OASIS:
of other pictures that are loved as much fewer may be left alone. Which faults flatter was seen on the best fifth, which holds these.

One photograph of 12 megapixels, warm, milliseconds, median (minimum to maximum): assessment ${milliseconds(rest.milliseconds.assessment)}, with
suggestions ${milliseconds(rest.milliseconds.withSuggestions)}, comment ${milliseconds(rest.milliseconds.comment)}.
`;
}
