/**
 * `npm run --silent calm -- ARGS`: the command line, set up where it is not, run where the person stands.
 *
 *   node scripts/calm.mjs ARGS
 */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isProgram, root, setUp } from './set-up.mjs';

/** Runs the command line in this very process, so that its exit status and Ctrl-C are its own. */
export async function runCalm(folder, args) {
  // The configuration that comes with a new extension names them; whoever begins none need not wait for them.
  await setUp({ types: args.includes('extension') && args.includes('create') });
  process.chdir(folder);
  const program = path.join(root, 'packages/plugin-cli/dist/main.js');
  process.argv = [process.argv[0], program, ...args];
  await import(pathToFileURL(program).href);
}

/** npm runs scripts in the package's folder and says in INIT_CWD where the person was; it is nothing to others. */
function whereThePersonStands() {
  const { INIT_CWD, npm_package_json: manifest } = process.env;
  const isOurs =
    manifest !== undefined &&
    realpathSync(manifest) === realpathSync(path.join(root, 'package.json'));
  return isOurs && INIT_CWD !== undefined ? INIT_CWD : process.cwd();
}

if (isProgram(import.meta.url)) await runCalm(whereThePersonStands(), process.argv.slice(2));
