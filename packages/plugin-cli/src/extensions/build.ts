/**
 * Makes JavaScript of an extension in TypeScript by taking its types away, which runs none of its code and needs no build tool of its own. Types are
 * checked by the editor. The package typescript does it where it is found, else Node from 22.13 on.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as nodeModule from 'node:module';
import path from 'node:path';
import { CalmError } from '@calm-sdk/core';
import { isThere } from './installed.js';

const SOURCE = 'src';
const OUTPUT = 'dist';

type Strip = (source: string, file: string) => string;

/**
 * Writes `dist` where there is TypeScript in `src` and the manifest names a module in `dist`.
 *
 * @throws CalmError for what is no TypeScript, or where nothing here can take types away
 */
export async function build(folder: string): Promise<void> {
  const source = path.join(folder, SOURCE);
  if (!(await isThere(source)) || !(await isBuiltFrom(folder))) return;
  const files = (await readdir(source, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.d.ts'),
  );
  if (files.length === 0) return;
  const strip = stripFor(folder);
  const built = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(source, file), 'utf8');
      return { file: file.replace(/\.ts$/u, '.js'), text: strip(text, path.join(source, file)) };
    }),
  );
  await rm(path.join(folder, OUTPUT), { recursive: true, force: true });
  for (const { file, text } of built) {
    const place = path.join(folder, OUTPUT, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, text);
  }
}

async function isBuiltFrom(folder: string): Promise<boolean> {
  const file = path.join(folder, 'package.json');
  if (!(await isThere(file))) return false;
  let manifest: unknown;
  try {
    manifest = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    // Whoever reads the extension tells what is wrong.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
  const main = (manifest as { main?: unknown } | null)?.main;
  return typeof main === 'string' && path.normalize(main).startsWith(OUTPUT + path.sep);
}

/** What of the package typescript is used. */
interface TypeScript {
  transpileModule(
    source: string,
    options: object,
  ): {
    outputText: string;
    diagnostics?: { messageText: string | { messageText: string }; start?: number }[];
  };
}

function stripFor(folder: string): Strip {
  const typescript = findTypeScript(folder);
  if (typescript !== undefined) {
    return (source, file) => {
      const { outputText, diagnostics = [] } = typescript.transpileModule(source, {
        fileName: file,
        reportDiagnostics: true,
        compilerOptions: { target: 'es2023', module: 'esnext', verbatimModuleSyntax: true },
      });
      const [first] = diagnostics;
      if (first === undefined) return outputText;
      const { messageText: text, start = 0 } = first;
      const line = source.slice(0, start).split('\n').length;
      throw wrong(`${file}:${line}`, typeof text === 'string' ? text : text.messageText);
    };
  }
  const { stripTypeScriptTypes } = nodeModule as {
    stripTypeScriptTypes?: (text: string) => string;
  };
  if (stripTypeScriptTypes !== undefined) {
    return (source, file) => {
      try {
        return stripTypeScriptTypes(source);
      } catch (cause) {
        throw wrong(file, cause instanceof Error ? cause.message : String(cause));
      }
    };
  }
  throw new CalmError('extension-failed', `Nothing here makes JavaScript of ${folder}/src.`, {
    hint: 'Use Node 22.13 or later, or put TypeScript beside the extension: npm install --save-dev typescript.',
  });
}

function findTypeScript(folder: string): TypeScript | undefined {
  for (const from of [path.resolve(folder, 'package.json'), import.meta.url]) {
    const require = createRequire(from);
    try {
      return require('typescript') as TypeScript;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

function wrong(where: string, what: string): CalmError {
  return new CalmError('extension-failed', `${where}: ${what}`, {
    hint: 'Types can be taken away; enums, namespaces and parameter properties cannot.',
  });
}
