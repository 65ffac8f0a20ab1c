/**
 * Fails where the protocol breaks programs that were written for a version of it that was released.
 *
 *   node packages/core/scripts/check-compatibility.mjs [SCHEMAS RELEASES]
 *
 * RELEASES has a folder for each release, made by freeze-protocol.mjs. Where there is none, nothing was released yet.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { breaksBetween, changedSinceRelease } from './compatibility.mjs';
import { readProtocol } from './schemas.mjs';

const here = new URL('../schema/', import.meta.url);
const folderOf = (argument, standard) =>
  argument === undefined ? standard : pathToFileURL(`${path.resolve(argument)}/`);
const [schemas, releases] = process.argv.slice(2);
const now = await readProtocol(folderOf(schemas, new URL('v1/', here)));
const released = folderOf(releases, new URL('released/', here));
const versions = existsSync(released) ? await readdir(released) : [];
if (versions.length === 0) console.log('No version of the protocol was released yet.');

for (const version of versions) {
  const old = await readProtocol(new URL(`${version}/`, released));
  const problems = [...breaksBetween(old, now), changedSinceRelease(old, now)].filter(Boolean);
  for (const problem of problems) console.error(`protocol ${version}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
