/**
 * `dist/`: the plugin as Figma loads it. `manifest.json`, `main.js` (one script for the main thread, which knows no modules), and `ui.html`, which holds
 * everything that the panel needs: Figma's frame loads nothing from elsewhere.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(here, 'dist');

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
cpSync(path.join(here, 'manifest.json'), path.join(dist, 'manifest.json'));
writeFileSync(path.join(dist, 'main.js'), await bundle('src/main/main.ts', 'es2020'));
writeFileSync(path.join(dist, 'ui.html'), page(await bundle('src/ui/main.tsx', 'es2022')));

/** One script without imports, which brings its styles along. */
async function bundle(entry, target) {
  const result = await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target,
      minify: true,
      modulePreload: false,
      rollupOptions: {
        input: path.join(here, entry),
        output: { format: 'iife' },
      },
    },
  });
  const { output } = Array.isArray(result) ? result[0] : result;
  return output.find(({ type }) => type === 'chunk').code;
}

function page(script) {
  return readFileSync(path.join(here, 'src/ui/index.html'), 'utf8').replace(
    '<!-- script -->',
    // A closing tag in a string would end the script.
    () => `<script>${script.replaceAll('</script', '<\\/script')}</script>`,
  );
}
