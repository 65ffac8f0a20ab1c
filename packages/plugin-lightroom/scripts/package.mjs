/**
 * `dist/Calm-VERSION.lrplugin.zip`, or in the folder that is named: the plug-in for those who put it in place by hand. Without `installed.json`, which
 * `calm install lightroom` writes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
/** The same files make the same archive. */
const mtime = new Date(1980, 0, 1);

const plugin = path.join(dist, 'Calm.lrplugin');
const files = readdirSync(plugin)
  .sort()
  .map((name) => [`Calm.lrplugin/${name}`, [readFileSync(path.join(plugin, name)), { mtime }]]);
const archive = path.join(process.argv[2] ?? dist, `Calm-${version}.lrplugin.zip`);
writeFileSync(archive, zipSync(Object.fromEntries(files), { level: 9 }));
console.log(archive);
