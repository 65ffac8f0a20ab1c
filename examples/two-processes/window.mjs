// npm install @calm-sdk/core
// node window.mjs photo.jpg another.jpg
//
// The process that shows things to people, such as Electron's main process: nothing native is loaded here. A window of its own asks it by IPC.
// In Electron name process.execPath with ELECTRON_RUN_AS_NODE=1, or start engine.mjs as a utilityProcess.
import { fileURLToPath } from 'node:url';
import { connectCommand } from '@calm-sdk/core';

const program = fileURLToPath(new URL('engine.mjs', import.meta.url));
const engine = connectCommand([process.execPath, program], { client: { name: 'my-window' } });
const sources = process.argv.slice(2).map((path) => ({ kind: 'path', path }));
const { results } = await engine.call(
  'rank',
  { sources },
  { onProgress: ({ done, total }) => console.log(`${done} of ${total}`) },
);
for (const { status, source, score, error } of results) {
  if (status === 'ok') console.log(`${source.path}: ${score.value} of 10`);
  else console.log(`${error.message} ${error.hint}`);
}
await engine[Symbol.asyncDispose]();
