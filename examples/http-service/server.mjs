// npm install @calm-sdk/core hono @hono/node-server
// node server.mjs          then: curl --data-binary @photo.jpg http://localhost:3000/score
//
// A service of one's own that embeds the engine: one engine for all requests, and the errors of pictures told to whoever sent them.
import { serve } from '@hono/node-server';
import { CalmError, createEngine } from '@calm-sdk/core';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

const engine = await createEngine();
const app = new Hono();
app.post('/score', bodyLimit({ maxSize: 64 * 1024 * 1024 }), async (request) => {
  const bytes = new Uint8Array(await request.req.arrayBuffer());
  const { signal } = request.req.raw; // a client that leaves takes its picture back
  const { score, findings } = await engine.assess({ kind: 'bytes', bytes }, { signal });
  return request.json({ score: score.value, findings: findings.map((each) => each.attribute) });
});
app.onError((error, request) => {
  if (error instanceof CalmError) return request.json(error.toInfo(), 422);
  throw error;
});

const server = serve(
  { fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT ?? 3000) },
  ({ port }) => {
    console.log(`http://localhost:${port}`);
  },
);
process.once('SIGTERM', () => server.close(() => engine.dispose()));
