/** `dist/calm-figma-VERSION.zip`, or in the folder that is named: the plugin for *Plugins > Development > Import plugin from manifest*. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
/** The same files make the same archive. */
const mtime = new Date(1980, 0, 1);

const files = ['manifest.json', 'main.js', 'ui.html'].map((name) => [
  `calm-figma/${name}`,
  [readFileSync(path.join(dist, name)), { mtime }],
]);
const archive = path.join(process.argv[2] ?? dist, `calm-figma-${version}.zip`);
writeFileSync(archive, zipSync(Object.fromEntries(files), { level: 9 }));
console.log(archive);
