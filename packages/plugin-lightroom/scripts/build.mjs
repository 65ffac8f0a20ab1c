/**
 * `dist/Calm.lrplugin`: the plug-in as Lightroom loads it. All code is one file, `Calm.lua`, made of `src/calm.ts`; beside it a line of Lua for each thing
 * that Lightroom calls, and what Lightroom reads without running code of ours: `Info.lua`, the fields, the tagset, and the German texts.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findLocale, LOCALES, createEngine, wordsOf } from '@calm-sdk/core';
import esbuild from 'esbuild';
import { compile } from './compile.mjs';

const here = fileURLToPath(new URL('..', import.meta.url));
const plugin = path.join(here, 'dist/Calm.lrplugin');
const { version } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));

rmSync(path.join(here, 'dist'), { recursive: true, force: true });
mkdirSync(plugin, { recursive: true });
compile(path.join(here, 'src/calm.ts'), path.join(plugin, 'Calm.lua'));
write(
  'Calm.lua',
  `--[[ ${notice()}\n]]\n${readFileSync(path.join(plugin, 'Calm.lua'), 'utf8').trimEnd()}`,
);
const { FIELDS, SCHEMA_VERSION, MENU, attributeName } = await definitions();
for (const { action } of MENU) write(`${capital(action)}.lua`, `require("Calm").${action}()`);
write('ExportFilter.lua', 'return require("Calm").exportFilter');
write('ManagerPanel.lua', 'return require("Calm").managerPanel');
write('Info.lua', `return ${lua(info())}`);
write('Fields.lua', `return ${lua(fields())}`);
write('Tagset.lua', `return ${lua(tagset())}`);
write('TranslatedStrings_de.txt', await german());

/** The definitions are data, which Node reads as well. */
async function definitions() {
  const entry = ['fields', 'menu']
    .map((name) => `export * from './src/definitions/${name}'`)
    .join(';');
  const { outputFiles } = await esbuild.build({
    stdin: { contents: entry, resolveDir: here },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

function info() {
  const [major, minor, revision] = version.split('.').map(Number);
  return {
    LrSdkVersion: 14.0,
    LrSdkMinimumVersion: 6.0,
    LrToolkitIdentifier: 'dev.calm-sdk.lightroom',
    LrPluginName: loc('$$$/Calm/Name=CALM'),
    VERSION: { major, minor, revision },
    LrPluginInfoProvider: 'ManagerPanel.lua',
    LrMetadataProvider: 'Fields.lua',
    LrMetadataTagsetFactory: 'Tagset.lua',
    LrExportFilterProvider: [
      {
        title: loc('$$$/Calm/Export/Filter=Score with CALM'),
        file: 'ExportFilter.lua',
        id: 'score',
      },
    ],
    LrLibraryMenuItems: MENU.map(({ title, action, enabledWhen }) => ({
      title: loc(title),
      file: `${capital(action)}.lua`,
      enabledWhen,
    })),
  };
}

function fields() {
  return {
    schemaVersion: SCHEMA_VERSION,
    metadataFieldsForPhotos: FIELDS.map(({ id, title, values, searchable }) => ({
      id,
      ...(title === undefined ? {} : { title: loc(title), readOnly: true }),
      ...(title === undefined ? {} : { dataType: values === undefined ? 'string' : 'enum' }),
      ...(values === undefined
        ? {}
        : { values: values.map((each) => ({ value: each.value, title: loc(each.title) })) }),
      ...(searchable === true || values !== undefined ? { searchable: true } : {}),
      ...(values === undefined ? {} : { browsable: true }),
    })),
  };
}

function tagset() {
  const id = 'dev.calm-sdk.lightroom';
  return {
    title: loc('$$$/Calm/Name=CALM'),
    id: 'calm',
    items: [
      'com.adobe.filename',
      'com.adobe.separator',
      ...FIELDS.filter(({ title }) => title !== undefined).map((field) => `${id}.${field.id}`),
      'com.adobe.separator',
      'com.adobe.rating',
      'com.adobe.colorLabels.string',
    ],
  };
}

/** Texts of the plug-in's own, and what the engine calls its attributes. */
async function german() {
  const locale = findLocale(LOCALES, 'de');
  const engine = await createEngine();
  const names = engine.attributes.map(
    (attribute) => `"${attributeName(attribute.id, capital(wordsOf(attribute, locale).title))}"`,
  );
  await engine.dispose();
  return [
    readFileSync(path.join(here, 'translations/TranslatedStrings_de.txt'), 'utf8').trim(),
    ...names,
  ].join('\n');
}

/** Whose code comes along: the compiler's library. */
function notice() {
  const compiler = path.dirname(
    createRequire(import.meta.url).resolve('typescript-to-lua/package.json'),
  );
  return `CALM ${version}. With parts of typescript-to-lua's library:\n\n${readFileSync(path.join(compiler, 'LICENSE'), 'utf8').trim()}`;
}

/** A text that is looked up in the person's language. */
function loc(zstring) {
  return { zstring };
}

/** A value as a table of Lua. */
function lua(value, indent = '') {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  if ('zstring' in value) return `LOC ${JSON.stringify(value.zstring)}`;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((each) => `${inner}${lua(each, inner)},`)
    : Object.entries(value).map(([key, each]) => `${inner}${key} = ${lua(each, inner)},`);
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function write(name, text) {
  writeFileSync(path.join(plugin, name), `${text}\n`);
}

function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
