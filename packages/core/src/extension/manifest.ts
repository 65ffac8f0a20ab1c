import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import semver from 'semver';
import { whatIsWrongIn } from '../protocol/amiss.js';
import { CalmError } from '../protocol/errors.js';
import type { ExtensionManifest } from '../protocol/generated/extension.js';
import { validateExtensionManifest } from '../protocol/generated/validators.js';
import { API_PROPOSALS, EXTENSION_API_VERSION } from './api.js';

/** An extension as it lies in its folder. */
export interface FoundExtension {
  /** publisher.name, without the scope of the package. */
  readonly id: string;
  /** Without symbolic links. */
  readonly folder: string;
  readonly manifest: ExtensionManifest;
}

/**
 * Reads what an extension contributes, and runs nothing of it.
 *
 * @param proposed whether parts of the API that may still change are allowed
 * @throws CalmError `extension-failed`, saying what is wrong in which file
 */
export async function readExtension(folder: string, proposed = false): Promise<FoundExtension> {
  const file = path.join(folder, 'package.json');
  const manifest = await parsed(file);
  if (!validateExtensionManifest(manifest)) {
    throw wrong(file, whatIsWrongIn(manifest, validateExtensionManifest));
  }
  const { publisher, name, engines, calm } = manifest;
  const id = `${publisher}.${name.replace(/^@[^/]*\//u, '')}`;
  if (semver.validRange(engines.calm) === null) {
    throw wrong(file, `engines.calm is no range of versions: "${engines.calm}"`);
  }
  if (!semver.satisfies(EXTENSION_API_VERSION, engines.calm)) {
    throw new CalmError(
      'extension-failed',
      `The extension ${id} is for version ${engines.calm} of the extension API; this engine has ${EXTENSION_API_VERSION}.`,
      { hint: 'Install another version of the extension, or of CALM.' },
    );
  }
  const { contributes, enabledApiProposals = [] } = calm;
  const foreign = idsIn(contributes).find((each) => !each.startsWith(`${publisher}.`));
  if (foreign !== undefined) {
    throw wrong(file, `"${foreign}" does not begin with the publisher, ${publisher}`);
  }
  const ids = idsIn(contributes);
  const twice = ids.find((each, place) => ids.indexOf(each) !== place);
  if (twice !== undefined) throw wrong(file, `"${twice}" is contributed twice`);
  const unknown = enabledApiProposals.find((each) => !API_PROPOSALS.includes(each));
  if (unknown !== undefined) {
    throw wrong(file, `there is no API proposal "${unknown}"; known: ${API_PROPOSALS.join(', ')}`);
  }
  if (enabledApiProposals.length > 0 && !proposed) {
    throw new CalmError(
      'extension-failed',
      `The extension ${id} uses parts of the API that may still change: ${enabledApiProposals.join(', ')}.`,
      { hint: 'Allow them with --proposed-api, or use a version of it that does without.' },
    );
  }
  const sees = contributes.attributes?.find(({ needs }) => needs.includes('features'));
  if (sees !== undefined && !enabledApiProposals.includes('attributeFeatures')) {
    throw wrong(
      file,
      `${sees.id} needs features, which are a proposal: "enabledApiProposals": ["attributeFeatures"]`,
    );
  }
  if (hasCode(manifest) && manifest.main === undefined) {
    throw wrong(file, 'it contributes code and names no main');
  }
  checkRanges(file, manifest);
  const found = { id, folder: await realpath(folder), manifest };
  for (const each of [manifest.main, ...pathsIn(contributes)]) {
    if (each !== undefined) await inside(found, each);
  }
  return found;
}

/** Whether some of what it contributes is code, and not data alone. */
export function hasCode({ calm: { contributes } }: ExtensionManifest): boolean {
  const { attributes, decoders, stores, commands, reporters } = contributes;
  return [attributes, decoders, stores, commands, reporters].some(
    (some) => some !== undefined && some.length > 0,
  );
}

/** Names all that it adds: ids, and the tags of languages. */
export function contributedIds({ calm: { contributes } }: ExtensionManifest): string[] {
  return [...idsIn(contributes), ...(contributes.locales ?? []).map(({ id }) => id)];
}

/** Ids that begin with the publisher. */
function idsIn(contributes: ExtensionManifest['calm']['contributes']): string[] {
  const { attributes, bundles, decoders, stores, commands, reporters } = contributes;
  return [attributes, bundles, decoders, stores, commands, reporters].flatMap(
    (some) => some?.map(({ id }) => id) ?? [],
  );
}

/**
 * A file of an extension, by its path from the extension's folder.
 *
 * @throws CalmError `extension-failed` where it is not there, or lies outside of the folder
 */
export async function inside({ id, folder }: FoundExtension, file: string): Promise<string> {
  let real: string;
  try {
    real = await realpath(path.join(folder, file));
  } catch {
    throw new CalmError('extension-failed', `The extension ${id} lacks ${file}.`, {
      hint: `It was looked for in ${folder}. Build the extension, or install it anew.`,
    });
  }
  if (real.startsWith(folder + path.sep)) return real;
  throw new CalmError('extension-failed', `${file} of the extension ${id} lies outside of it.`, {
    hint: 'An extension names only files of its own folder.',
  });
}

async function parsed(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new CalmError('extension-failed', `${file} cannot be read.`, {
      hint: 'An extension is a folder with a package.json. To begin one: calm extension create.',
      cause,
    });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw wrong(file, `it is no JSON (${cause instanceof Error ? cause.message : String(cause)})`);
  }
}

function checkRanges(file: string, { calm }: ExtensionManifest): void {
  for (const { id, range } of calm.contributes.attributes ?? []) {
    const [low, high] = range;
    if (low === undefined || high === undefined || low >= high) {
      throw wrong(file, `the range of ${id} does not go from a lower to a higher value`);
    }
  }
}

function pathsIn(contributes: ExtensionManifest['calm']['contributes']): string[] {
  return [contributes.bundles, contributes.locales].flatMap(
    (some) => some?.map((each) => each.path) ?? [],
  );
}

function wrong(file: string, what: string): CalmError {
  return new CalmError('extension-failed', `${file} is no manifest of an extension: ${what}.`, {
    hint: 'The guide to extensions tells what stands in it; schema/v1/extension.schema.json lets editors help.',
  });
}
