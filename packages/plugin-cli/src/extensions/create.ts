import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CalmError, defaultBundleFolder, EXTENSION_API_VERSION, openBundle } from '@calm-sdk/core';
import { hasErrorCode } from '../files.js';
import { beginningOf, type Beginning, type Template } from './templates.js';

export type Language = 'js' | 'ts';

const PART = /^[a-z][a-z0-9-]*$/u;

/** What is said where nobody is named. */
const SOMEBODY = 'my';

export interface Created {
  readonly folder: string;
  readonly id: string;
  /** The file to begin with. */
  readonly start: string;
  /** Whether there is code, which has to be trusted. */
  readonly hasCode: boolean;
  readonly use: string;
}

/**
 * Writes a new extension into a folder of its name.
 *
 * @param given name, or publisher.name
 * @throws CalmError where it is no name, or the folder exists
 */
export async function create(
  given: string,
  template: Template,
  language: Language,
): Promise<Created> {
  const parts = given.split('.');
  const [publisher = '', name = ''] = parts.length === 1 ? [SOMEBODY, given] : parts;
  if (parts.length > 2 || !PART.test(publisher) || !PART.test(name)) {
    throw new CalmError('invalid-request', `"${given}" is no name for an extension.`, {
      hint: 'Lower-case letters, digits and hyphens, with its publisher or without: film-look, acme.film-look.',
    });
  }
  if (template === 'store' && language === 'ts') {
    throw new CalmError('invalid-request', 'The template store is there in JavaScript only.', {
      hint: 'Its types are those of Node, which editors know from the package @types/node.',
    });
  }
  const beginning = beginningOf(template, publisher, name);
  const folder = path.resolve(name);
  try {
    await mkdir(folder);
  } catch (cause) {
    if (hasErrorCode(cause, 'EEXIST')) {
      throw new CalmError('invalid-request', `${folder} is there already.`, {
        hint: 'Choose another name, or stand in another folder.',
        cause,
      });
    }
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CalmError('invalid-request', `The folder ${folder} cannot be made: ${why}`, {
      hint: 'Choose another name, or stand in a folder that you may write to.',
      cause,
    });
  }
  const source = beginning.code === undefined ? undefined : SOURCES[language];
  const files: Record<string, string> = {
    'package.json': json(manifestOf(publisher, name, beginning, source?.main)),
    'README.md': `# ${name}\n\nAn extension of CALM. To try it: \`calm extension test\`. Once installed: \`${beginning.use}\`.\n`,
    '.gitignore': 'node_modules/\ndist/\n*.tgz\n',
    // The manifest completes in editors that know JSON Schema.
    '.vscode/settings.json': json({
      'json.schemas': [{ fileMatch: ['/package.json'], url: pathToFileURL(schemaFile()).href }],
    }),
    ...beginning.files,
  };
  if (source !== undefined) {
    files[source.file] = source.text(beginning);
    files[source.config] = json(configOf(language));
  }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  if (template === 'encoder') await copyBundle(path.join(folder, 'bundle'));
  const [data] = Object.keys(beginning.files ?? {});
  return {
    folder,
    id: `${publisher}.${name}`,
    start: source?.file ?? (template === 'encoder' ? 'bundle/' : (data ?? 'package.json')),
    hasCode: source !== undefined,
    use: beginning.use,
  };
}

const SOURCES = {
  js: {
    main: './index.js',
    file: 'index.js',
    config: 'jsconfig.json',
    text: ({ imports = '', code = '' }: Beginning): string =>
      `${imports === '' ? '// @ts-check' : imports}\n/** @param {import('@calm-sdk/core').ExtensionContext} context */\nexport function activate(context) {${code}}\n`,
  },
  ts: {
    main: './dist/index.js',
    file: 'src/index.ts',
    config: 'tsconfig.json',
    text: ({ imports = '', code = '' }: Beginning): string =>
      `${imports}import type { ExtensionContext } from '@calm-sdk/core';\n\nexport function activate(context: ExtensionContext): void {${code}}\n`,
  },
} as const;

function manifestOf(
  publisher: string,
  name: string,
  { contributes, files = {} }: Beginning,
  main: string | undefined,
): object {
  const data = Object.keys(files).filter((file) => file.endsWith('.json'));
  return {
    name,
    version: '0.1.0',
    publisher,
    displayName: name.replaceAll('-', ' '),
    description: 'What it adds, in one sentence.',
    license: 'MIT',
    type: 'module',
    ...(main === undefined ? {} : { main }),
    files: main === undefined ? [...data, ...('bundles' in contributes ? ['bundle'] : [])] : [main],
    engines: { calm: `^${EXTENSION_API_VERSION}` },
    calm: { contributes },
  };
}

/** Types come from where CALM is installed, so that an editor knows them without a network. */
function configOf(language: Language): object {
  const types = coreFile('@calm-sdk/core').replace(/\.js$/u, '.d.ts');
  return {
    compilerOptions: {
      target: 'es2023',
      lib: ['es2023', 'esnext.disposable'],
      module: 'nodenext',
      noEmit: true,
      skipLibCheck: true,
      ...(language === 'ts'
        ? { strict: true, erasableSyntaxOnly: true, verbatimModuleSyntax: true }
        : { strict: true, noImplicitAny: false }),
      paths: { '@calm-sdk/core': [types] },
    },
    include: language === 'ts' ? ['src'] : ['*.js'],
  };
}

function schemaFile(): string {
  return path.join(path.dirname(coreFile('@calm-sdk/core/package.json')), EXTENSION_SCHEMA);
}

const EXTENSION_SCHEMA = 'schema/v1/extension.schema.json';

function coreFile(name: string): string {
  return createRequire(import.meta.url).resolve(name);
}

/** The bundle in the box, to replace a file of. */
async function copyBundle(to: string): Promise<void> {
  const { folder, manifest } = await openBundle(defaultBundleFolder());
  await mkdir(to);
  for (const file of ['bundle.json', ...Object.keys(manifest.files)]) {
    await copyFile(path.join(folder, file), path.join(to, file));
  }
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
