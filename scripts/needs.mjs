/** Programs from outside npm that some tests use, each with the Debian package that holds it. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Tests that need one of these carry `[needs PROGRAM]` in their name and are skipped where it is missing. */
export const NEEDS = [
  // With letters to draw: the pictures of the guide are in these.
  { program: 'chromium', debian: 'chromium fonts-liberation' },
  { program: 'curl', debian: 'curl' },
  { program: 'lua5.1', debian: 'lua5.1' },
  // Lua's sockets are a library, which Lua finds or not.
  {
    program: 'lua-socket',
    debian: 'lua-socket',
    tried: ['lua5.1', '-e', 'require("socket") require("mime")'],
  },
  { program: 'python3', debian: 'python3' },
  { program: 'strace', debian: 'strace' },
  { program: 'postgres', debian: 'postgresql' },
];

/** Whether a program is there. */
export function isPresent(program) {
  const tried = NEEDS.find((need) => need.program === program)?.tried;
  if (tried === undefined) return find(program) !== undefined;
  return spawnSync(tried[0], tried.slice(1), { stdio: 'ignore' }).status === 0;
}

/** Where a program is: on the path, or where Debian keeps the servers of PostgreSQL, the newest first. */
export function find(program) {
  const folders = [...postgresFolders(), ...(process.env.PATH ?? '').split(path.delimiter)];
  return folders.map((folder) => path.join(folder, program)).find(isExecutable);
}

function postgresFolders() {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return [];
  return readdirSync(versions)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(versions, version, 'bin'));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not for us: the next folder may have it.
  }
}

/** Installs what is missing, where that is allowed and expected: for root on Debian. */
export function installMissing() {
  const missing = NEEDS.filter(({ program }) => !isPresent(program)).flatMap(({ debian }) =>
    debian.split(' '),
  );
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    return;
  const options = {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options);
}
