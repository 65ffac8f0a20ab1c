import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import {
  CalmError,
  nativeParts,
  openFolderCache,
  type Engine,
  type Provider,
} from '@calm-sdk/core';
import { bundleNamed, installedBundles } from '../bundles/installed.js';
import { tryEngine } from '../bundles/trial.js';
import { DONE, FAILED, statusOf, type Context } from '../context.js';
import { listInstalled, stateOf } from '../extensions/listed.js';
import { folderOfExtensions } from '../extensions/state.js';
import { cacheFolder } from '../folders.js';
import { wrap } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import { VERSION } from '../version.js';

export interface DoctorFlags {
  readonly format: 'text' | 'json';
  readonly bundle?: string;
}

/** One thing that was looked at. */
export interface Check {
  readonly subject: string;
  readonly status: 'ok' | 'problem';
  /** What was found, a sentence or figure each. */
  readonly facts: readonly string[];
  /** What to do about a problem. */
  readonly remedy?: string;
}

/** `calm doctor`: whether everything that an assessment needs is here and works. */
export async function doctor(context: Context, flags: DoctorFlags): Promise<number> {
  const { screen } = context;
  const checks: Check[] = [];
  const report = async (check: Check): Promise<void> => {
    checks.push(check);
    if (flags.format === 'text') await screen.print(checkText(check, context));
  };
  if (flags.format === 'text') await screen.print(`${screen.colours.bold(`calm ${VERSION}`)}\n`);

  await report(checkNode());
  const native = checkNativeParts();
  await report(native.decoder);
  const { check, engine } = await checkModel(context, flags.bundle);
  await report(check);
  if (engine !== undefined) {
    try {
      await report(await checkAssessment(engine, context));
    } finally {
      await engine.dispose();
    }
    await report(await checkProviders(context, flags.bundle, native.onnxruntime));
  }
  const added = await checkBundles(context);
  if (added !== undefined) await report(added);
  const extensions = await checkExtensions(context);
  if (extensions !== undefined) await report(extensions);
  await report(await checkCache(context));

  if (flags.format === 'json') {
    await screen.print(`${JSON.stringify({ version: VERSION, checks }, undefined, 2)}\n`);
  }
  return statusOf(context, checks.some(({ status }) => status === 'problem') ? FAILED : DONE);
}

const LOWEST_NODE = [20, 19] as const;

function checkNode(): Check {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const [lowestMajor, lowestMinor] = LOWEST_NODE;
  const facts = [
    `Node ${node} on ${process.platform}-${process.arch}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(1)} GB of memory`,
  ];
  return major > lowestMajor || (major === lowestMajor && minor >= lowestMinor)
    ? { subject: 'System', status: 'ok', facts }
    : {
        subject: 'System',
        status: 'problem',
        facts,
        remedy: `Install Node ${LOWEST_NODE.join('.')} or later.`,
      };
}

function checkNativeParts(): { decoder: Check; onnxruntime: string } {
  const { decoder, onnxruntime } = nativeParts();
  const facts = [
    `sharp ${decoder.sharp}, libvips ${decoder.libvips}`,
    `reads ${decoder.formats.join(', ')}`,
  ];
  const missing = ['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif', 'svg'].filter(
    (format) => !decoder.formats.includes(format),
  );
  return {
    onnxruntime,
    decoder:
      missing.length === 0
        ? { subject: 'Decoder', status: 'ok', facts }
        : {
            subject: 'Decoder',
            status: 'problem',
            facts: [...facts, `cannot read ${missing.join(', ')}`],
            remedy:
              "Install sharp's own build (npm install sharp) instead of one linked to another libvips.",
          },
  };
}

/** Opening an engine checks every byte of the bundle. */
async function checkModel(
  context: Context,
  bundle: string | undefined,
): Promise<{ check: Check; engine: Engine | undefined }> {
  try {
    const engine = await context.createEngine(
      bundle === undefined
        ? {}
        : { bundle: await bundleNamed(context.env, bundle, (await context.extensions()).bundles) },
    );
    const { manifest, folder, sha256 } = engine.bundle;
    const files = Object.values(manifest.files);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const facts = [
      `${manifest.id} ${manifest.version} in ${folder}`,
      `${files.length} files, ${megabytes(bytes)}, each with the SHA-256 that its manifest says (${sha256.slice(0, 16)}…)`,
      `licence ${manifest.licence}`,
      ...manifest.provenance.map(({ part, source, licence }) => `${part}: ${source} (${licence})`),
    ];
    return { engine, check: { subject: 'Model', status: 'ok', facts } };
  } catch (error) {
    if (!(error instanceof CalmError)) throw error;
    return {
      engine: undefined,
      check: { subject: 'Model', status: 'problem', facts: [error.message], remedy: error.hint },
    };
  }
}

/** The whole way from pixels to a document. */
async function checkAssessment(engine: Engine, context: Context): Promise<Check> {
  const started = context.now();
  try {
    const attributes = await tryEngine(engine, context.signal);
    const took = Math.round(context.now() - started);
    const asked = engine.bundle.manifest.text === undefined ? '' : ' and asked about it';
    const facts = [`assessed a test picture${asked} in ${took} ms, ${attributes} attributes`];
    return { subject: 'Assessment', status: 'ok', facts };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      subject: 'Assessment',
      status: 'problem',
      facts: [error.message],
      remedy:
        error instanceof CalmError
          ? error.hint
          : 'This is a defect; please report it with the lines above.',
    };
  }
}

const TEST_PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#789"/><circle cx="110" cy="130" r="60" fill="#ec5"/></svg>';

/** What a platform may have, the processor first. */
const PROVIDERS: Readonly<Partial<Record<NodeJS.Platform, readonly Provider[]>>> = {
  darwin: ['cpu', 'coreml', 'webgpu'],
  linux: ['cpu', 'cuda', 'webgpu'],
  win32: ['cpu', 'dml', 'cuda', 'webgpu'],
};

/**
 * A provider works where a picture is assessed with it. That is tried in a process of its own: drivers print what they
 * like, and a bad one ends the process it is loaded into.
 */
async function checkProviders(
  context: Context,
  bundle: string | undefined,
  onnxruntime: string,
): Promise<Check> {
  const works: Provider[] = [];
  const fails: Provider[] = [];
  const folder = await mkdtemp(path.join(tmpdir(), 'calm-doctor-'));
  try {
    const picture = path.join(folder, 'test.svg');
    await writeFile(picture, TEST_PICTURE);
    const bundleFlag = bundle === undefined ? [] : ['--bundle', bundle];
    for (const provider of PROVIDERS[process.platform] ?? ['cpu']) {
      if (context.signal.aborted) break;
      const status = await context.runItself([
        ...['assess', picture, '--format', 'jsonl', '--no-cache', '--provider', provider],
        ...bundleFlag,
      ]);
      (status === DONE ? works : fails).push(provider);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const facts = [
    `ONNX Runtime ${onnxruntime}`,
    `works here: ${works.join(', ') || 'nothing'}`,
    ...(fails.length > 0 ? [`does not: ${fails.join(', ')} (not needed)`] : []),
  ];
  return works.includes('cpu')
    ? { subject: 'Inference', status: 'ok', facts }
    : {
        subject: 'Inference',
        status: 'problem',
        facts,
        remedy:
          'Install CALM again with optional dependencies, so that the binaries for this platform come along.',
      };
}

/** Those that were added; there is nothing to report where none was. */
async function checkBundles(context: Context): Promise<Check | undefined> {
  const subject = 'Bundles';
  try {
    const bundles = await installedBundles(context.env);
    if (bundles.length === 0) return undefined;
    const facts = bundles.map(({ name, opened }) =>
      opened instanceof CalmError
        ? `${name}: ${opened.message}`
        : `${name}: ${opened.manifest.id} ${opened.manifest.version} in ${opened.folder}`,
    );
    if (!bundles.some(({ opened }) => opened instanceof CalmError)) {
      return { subject, status: 'ok', facts };
    }
    const remedy = 'Remove what is damaged with calm bundle remove NAME, and add it again.';
    return { subject, status: 'problem', facts, remedy };
  } catch (error) {
    if (!(error instanceof CalmError)) throw error;
    return { subject, status: 'problem', facts: [error.message], remedy: error.hint };
  }
}

/** Those that are installed, of which nothing runs here; there is nothing to report where none is. */
async function checkExtensions({ env }: Context): Promise<Check | undefined> {
  const subject = 'Extensions';
  const folder = folderOfExtensions(env);
  try {
    const listed = folder === undefined ? [] : await listInstalled(folder);
    if (listed.length === 0) return undefined;
    const facts = listed.map((each) =>
      each.found instanceof CalmError
        ? `${each.id}: ${each.found.message}`
        : `${each.id} ${each.found.manifest.version}: ${stateOf(each)}`,
    );
    if (!listed.some(({ found }) => found instanceof CalmError)) {
      return { subject, status: 'ok', facts };
    }
    const remedy = 'Install what is damaged anew, or remove it: calm extension uninstall ID.';
    return { subject, status: 'problem', facts, remedy };
  } catch (error) {
    if (!(error instanceof CalmError)) throw error;
    return { subject, status: 'problem', facts: [error.message], remedy: error.hint };
  }
}

async function checkCache(context: Context): Promise<Check> {
  const folder = cacheFolder(context.env, process.platform);
  if (folder === undefined) {
    return {
      subject: 'Cache',
      status: 'problem',
      facts: ['there is no home folder to remember results in'],
      remedy: 'Set XDG_CACHE_HOME to a folder that can be written.',
    };
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await tryWriting(folder);
    const { results, bytes } = await openFolderCache({ folder }).usage();
    return {
      subject: 'Cache',
      status: 'ok',
      facts: [`${folder}: ${results} results, ${megabytes(bytes)} (may be deleted at any time)`],
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      subject: 'Cache',
      status: 'problem',
      facts: [`${folder} cannot be used: ${error.message}`],
      remedy:
        'Make the folder writable, free space there, or set XDG_CACHE_HOME to another. Until then nothing is remembered.',
    };
  }
}

/** Writes as much as a result takes: a folder may be writable and its disk full. */
async function tryWriting(folder: string): Promise<void> {
  const trial = await mkdtemp(path.join(folder, 'doctor-'));
  try {
    await writeFile(path.join(trial, 'trial'), Buffer.alloc(RESULT_BYTES));
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

const RESULT_BYTES = 2 ** 15;

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

const SUBJECT = 12;
const STATUS = 9;

function checkText({ subject, status, facts, remedy }: Check, { screen }: Context): string {
  const { colours, width } = screen;
  const indent = SUBJECT + STATUS;
  const mark = (status === 'ok' ? colours.green : colours.red)(status.padEnd(STATUS));
  const lines = [...facts, ...(remedy === undefined ? [] : [`What to do: ${remedy}`])]
    .map(printable)
    .flatMap((fact) => (width === undefined ? [fact] : wrap(fact, width - indent)));
  return lines
    .map(
      (line, index) =>
        `${index === 0 ? mark + subject.padEnd(SUBJECT) : ' '.repeat(indent)}${line}\n`,
    )
    .join('');
}
