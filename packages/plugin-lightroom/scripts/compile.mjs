/** TypeScript to one file of Lua 5.1. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import * as tstl from 'typescript-to-lua';

const here = fileURLToPath(new URL('..', import.meta.url));

/**
 * Compiles a module, with all that it imports.
 *
 * @param {string} entry a module in `src` or `test`
 * @param {string} output the file that is written
 */
export function compile(entry, output) {
  const { options } = tstl.parseConfigFileWithSystem(path.join(here, 'tsconfig.json'), {
    noEmit: false,
    rootDir: here,
    outDir: path.dirname(output),
    luaBundle: path.basename(output),
    luaBundleEntry: entry,
  });
  const sdk = ts.sys.readDirectory(path.join(here, 'src/sdk'), ['.d.ts']);
  const { diagnostics } = tstl.transpileFiles([entry, ...sdk], options, (file, text) => {
    if (path.resolve(file) !== path.resolve(output)) throw new Error(`Nobody expects ${file}.`);
    writeFileSync(output, text);
  });
  if (diagnostics.length === 0) return;
  throw new Error(
    ts.formatDiagnosticsWithColorAndContext(diagnostics, ts.createCompilerHost(options)),
  );
}
