/**
 * Packs every package that is published, as a stranger will get it.
 *
 *   node scripts/pack.mjs FOLDER
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isProgram, pnpmProgram, root, setUp, workspaceManifests } from './set-up.mjs';

/**
 * Packs into a folder.
 *
 * @param {string} destination an absolute path
 * @param {{ platforms?: 'all' | 'this' }} [options] `this` leaves the binaries of other platforms out of their
 *   packages, which are hundreds of megabytes
 * @returns {Map<string, string>} the tarball of each package, by its name
 */
export function packAll(destination, { platforms = 'all' } = {}) {
  mkdirSync(destination, { recursive: true });
  const tarballs = new Map();
  for (const file of workspaceManifests()) {
    const manifest = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
    if (manifest.private) continue;
    const foreign =
      manifest.cpu &&
      !(manifest.os.includes(process.platform) && manifest.cpu.includes(process.arch));
    const args = ['pack', '--json', '--pack-destination', destination];
    // The binaries come with the script that runs before packing.
    if (foreign && platforms === 'this') args.push('--config.ignore-scripts=true');
    const { status, stdout } = spawnSync(process.execPath, [pnpmProgram, ...args], {
      cwd: path.join(root, path.dirname(file)),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 2],
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) throw new Error(`${manifest.name} could not be packed:\n${stdout}`);
    const { filename } = JSON.parse(stdout.slice(stdout.indexOf('\n{') + 1));
    tarballs.set(manifest.name, filename);
  }
  return tarballs;
}

if (isProgram(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error('Usage: node scripts/pack.mjs FOLDER');
    process.exit(2);
  }
  await setUp({ forDevelopment: true });
  for (const [name, tarball] of packAll(path.resolve(folder))) console.log(`${name}  ${tarball}`);
}
