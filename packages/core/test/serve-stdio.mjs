/** An engine on standard input and output, without anything around it. */
import { createEngine, openStore, serveStdio, Service } from '../dist/index.js';

const [storePath] = process.argv.slice(2);
const store = storePath === undefined ? undefined : await openStore(storePath);
const engine = await createEngine(store === undefined ? {} : { store });
const service = new Service(engine);
await serveStdio(service, { input: process.stdin, output: process.stdout });
await service[Symbol.asyncDispose]();
await engine.dispose();
await store?.[Symbol.asyncDispose]();
