/** One process of the benchmark: assesses its share of bases, plain and changed, and tells each record to its parent. */
import { pathToFileURL } from 'node:url';
import { STRENGTHS } from './kinds.mjs';
import { openBase, ownChanges, secondChanges } from './changers.mjs';
import { keyOf, read } from './records.mjs';

/** Pictures under way at a time: one is changed, one decoded, one assessed. */
const WINDOW = 3;

process.once('message', async ({ engine: path, bases, implementations, known }) => {
  const done = new Set(known);
  const { createEngine } = await import(pathToFileURL(path).href);
  const engine = await createEngine();
  const changers = {};
  if (implementations.includes('own')) changers.own = ownChanges(engine.attributes);
  if (implementations.includes('second')) changers.second = secondChanges();

  const window = [];
  const assess = async (key, make) => {
    const raster = await make();
    process.send({
      ...key,
      ...(raster === undefined ? { noRoom: true } : await read(engine, raster)),
    });
  };
  const queue = async (key, make) => {
    if (done.has(keyOf(key))) return;
    if (window.length >= WINDOW) await window.shift();
    window.push(assess(key, make));
  };

  const ids = new Set(engine.attributes.map((attribute) => attribute.id));
  for (const base of bases) await queue({ base: base.sha256 }, () => openBase(base));
  for (const base of bases.filter(({ kinds }) => kinds.length > 0)) {
    const raster = await openBase(base);
    for (const kind of base.kinds) {
      if (!ids.has(kind.id)) continue;
      for (const [implementation, changer] of Object.entries(changers)) {
        if (!changer.has(kind.id)) continue;
        for (const strength of STRENGTHS) {
          await queue({ base: base.sha256, kind: kind.id, strength, implementation }, () =>
            changer.apply(base, raster, kind.id, kind.strengths[strength]),
          );
        }
      }
    }
  }
  await Promise.all(window);
  for (const changer of Object.values(changers)) await changer.close();
  await engine.dispose();
  process.disconnect();
});
