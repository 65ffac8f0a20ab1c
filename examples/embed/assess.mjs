// npm install @calm-sdk/core
// node assess.mjs photo.jpg
import { createEngine } from '@calm-sdk/core';

const engine = await createEngine();
for (const path of process.argv.slice(2)) {
  const assessment = await engine.assess({ kind: 'path', path });
  if (assessment.status === 'failed') console.log(`${path}: ${assessment.error.message}`);
  else console.log(`${path}: ${assessment.score.value} of 10`, assessment.score.contributions);
}
await engine[Symbol.asyncDispose]();
