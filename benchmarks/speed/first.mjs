/** A process that does what somebody waits for: load the engine, assess one picture, end. */
import { pathToFileURL } from 'node:url';

const [engine, path] = process.argv.slice(2);
const { createEngine } = await import(pathToFileURL(engine).href);
const opened = await createEngine();
const { score } = await opened.assess({ kind: 'path', path });
process.stdout.write(`${score.value}\n`);
await opened.dispose();
