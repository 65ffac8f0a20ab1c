// npm install @calm-sdk/core
// node assess.mjs photo.jpg another.jpg
import { createEngine } from '@calm-sdk/core';

const engine = await createEngine();
const photos = process.argv.slice(2).map((path) => ({ kind: 'path', path }));
for await (const result of engine.assessMany(photos)) {
  if (result.status === 'failed') console.log(`${result.error.message} ${result.error.hint}`);
  else
    console.log(`${result.source.path}: ${result.score.value} of 10`, result.score.contributions);
}
await engine.dispose();
