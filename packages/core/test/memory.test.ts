/** Memory stays flat over a long run, whatever is fed: what a shoot of thousands depends on. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const CORE = path.resolve(import.meta.dirname, '../dist/index.js');
const PHOTOS = path.resolve(import.meta.dirname, '../../../examples/photos');
const PICTURES = 500;

const PROGRAM = `
  import { createEngine } from ${JSON.stringify(CORE)};
  const files = ['cat.png', 'mountain-path.jpg', 'coffee.png', 'CREDITS.md'];
  function* sources() {
    for (let index = 0; index < ${PICTURES}; index++) {
      yield { kind: 'path', path: ${JSON.stringify(PHOTOS)} + '/' + files[index % files.length] };
    }
  }
  const engine = await createEngine();
  const samples = [];
  const count = { ok: 0, failed: 0 };
  for await (const { status } of engine.assessMany(sources())) {
    count[status]++;
    samples.push(process.memoryUsage.rss());
  }
  await engine.dispose();
  console.log(JSON.stringify({ samples, count }));
`;

it(
  `${PICTURES} pictures, good and bad, leave memory where it was once pools have filled`,
  { timeout: 300_000 },
  async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', PROGRAM],
      { maxBuffer: 1e7 },
    );
    const { samples, count } = JSON.parse(stdout) as {
      samples: number[];
      count: { ok: number; failed: number };
    };
    expect(count).toEqual({ ok: 375, failed: 125 });
    const median = (from: number, to: number): number =>
      samples.slice(from, to).sort((a, b) => a - b)[Math.floor((to - from) / 2)] as number;
    // A leak of one working raster (2 MB) a picture would add 750 MB.
    expect(median(400, 500) / median(200, 300)).toBeLessThan(1.05);
  },
);
