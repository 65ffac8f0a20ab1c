// The process of the engine: it answers whoever started it, on standard input and output, and ends with them.
import { createEngine, serveStdio, Service } from '@calm-sdk/core';

const engine = await createEngine();
const service = new Service(engine);
await serveStdio(service, { input: process.stdin, output: process.stdout });
await service[Symbol.asyncDispose]();
await engine.dispose();
