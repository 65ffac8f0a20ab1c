/**
 * What the engine reads in pages of an interface, whatever kind it takes them for: JSON Lines of path and, by attribute, value and score.
 *
 *   node training/scoring/pages.mjs < PATHS > FILE.jsonl
 */
import { readFile } from 'node:fs/promises';
import { createEngine, openPicture } from '../../packages/core/dist/index.js';

const paths = (await readFile('/dev/stdin', 'utf8')).split('\n').filter((path) => path !== '');
const engine = await createEngine();
const measures = engine.attributes.filter(
  ({ appliesTo }) => appliesTo?.includes('interface') && !appliesTo.includes('photograph'),
);
for (const path of paths) {
  const picture = await openPicture({ kind: 'path', path });
  const readings = {};
  // Pages are read by their pixels alone.
  const scene = { picture };
  for (const { id, measure } of measures) {
    const reading = await measure(scene);
    if (reading.status === 'measured') readings[id] = [reading.value, reading.score];
  }
  process.stdout.write(`${JSON.stringify({ path, readings })}\n`);
}
await engine.dispose();
