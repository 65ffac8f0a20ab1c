import { cp } from 'node:fs/promises';
import { defineConfig } from 'tsup';

/** What `calm extension test` tries extensions on, with whose they are. */
const PHOTOS = ['dahlia.jpg', 'pagoda.jpg', 'rocket.jpg', 'CREDITS.md'];

export default defineConfig({
  entry: { main: 'src/main.ts' },
  format: 'esm',
  target: 'node20',
  platform: 'node',
  sourcemap: true,
  clean: true,
  splitting: true,
  async onSuccess() {
    for (const file of PHOTOS) await cp(`../../examples/photos/${file}`, `dist/photos/${file}`);
  },
  // Optional dependencies are bundled unless they are named here.
  external: [/^@modelcontextprotocol\//u],
});
