/**
 * Fills this package and those under platforms/ from the pinned onnxruntime-node, without its install script:
 * that script looks for CUDA libraries outside the registry, and an installation fails where it cannot reach them.
 *
 *   node assemble.mjs                the JavaScript, the types, and the binaries of this machine
 *   node assemble.mjs PLATFORM...    the binaries of other platforms, such as win32-x64
 *   node assemble.mjs --all          everything
 */
import { createRequire } from 'node:module';
import { copyFile, link, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const upstream = path.dirname(
  createRequire(import.meta.url).resolve('onnxruntime-node/package.json'),
);

/** Copies that upstream ships twice under two names; the binding asks for the other one. */
const DUPLICATES = new Set(['libonnxruntime.1.30.0.dylib']);

/** What has to change in upstream's binding.js: where the binding is, and that nothing is reported to anybody. */
const UPSTREAM_REQUIRE =
  'require(`../bin/napi-v6/${process.platform}/${process.arch}/onnxruntime_binding.node`)';

const OUR_REQUIRE = `(() => {
    const name = \`@calm-sdk/onnxruntime-\${process.platform}-\${process.arch}\`;
    try {
        return require(name);
    }
    catch (error) {
        throw new Error(
            \`ONNX Runtime cannot be loaded on \${process.platform}-\${process.arch}: \${error.message.split('\\n')[0]}. \` +
            (error.code === 'MODULE_NOT_FOUND'
                ? \`Check that your package manager installs optional dependencies, and that \${name} exists for this platform.\`
                : 'The system may lack a library that it needs (glibc 2.28 or later and libstdc++ on Linux).'),
            { cause: error });
    }
})()`;

// Before the flag is set: an initialisation that was refused must be refused again.
const UPSTREAM_INITIALISE = 'ortInitialized = true;';
const OUR_INITIALISE = `require('./telemetry').switchTelemetryOff();\n        ${UPSTREAM_INITIALISE}`;

async function assembleJavaScript() {
  const from = path.join(upstream, 'dist');
  const to = path.join(here, 'dist');
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    if (!name.endsWith('.js') && !name.endsWith('.d.ts')) continue;
    let text = await readFile(path.join(from, name), 'utf8');
    if (name === 'binding.js') {
      text = replaceOnce(text, UPSTREAM_REQUIRE, OUR_REQUIRE);
      text = replaceOnce(text, UPSTREAM_INITIALISE, OUR_INITIALISE);
    }
    text = text.replace(/\n?\/\/# sourceMappingURL=.*$/u, '\n');
    await writeFile(path.join(to, name), text);
  }
  await copyFile(path.join(here, 'telemetry.js'), path.join(to, 'telemetry.js'));
}

function replaceOnce(text, expected, replacement) {
  if (text.split(expected).length !== 2) {
    throw new Error(`binding.js of onnxruntime-node no longer holds exactly one: ${expected}`);
  }
  return text.replace(expected, () => replacement);
}

async function assembleBinaries(platform) {
  const from = path.join(upstream, 'bin', 'napi-v6', ...platform.split('-'));
  const to = path.join(here, 'platforms', platform, 'bin');
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    if (!DUPLICATES.has(name)) await linkOrCopy(path.join(from, name), path.join(to, name));
  }
  for (const name of ['LICENSE', 'ThirdPartyNotices.txt']) {
    await copyFile(path.join(here, name), path.join(here, 'platforms', platform, name));
  }
}

/** The binaries are big and never written to: where the file system can, they share their blocks. */
async function linkOrCopy(from, to) {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'].includes(error.code)) throw error;
    await copyFile(from, to);
  }
}

const known = await readdir(path.join(here, 'platforms'));
const args = process.argv.slice(2);
if (args.length === 0 || args.includes('--all')) await assembleJavaScript();

const machine = `${process.platform}-${process.arch}`;
const wanted = args.includes('--all')
  ? known
  : args.length > 0
    ? args
    : known.filter((platform) => platform === machine);
for (const platform of wanted) await assembleBinaries(platform);
