import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { whatIsWrongIn } from '../protocol/amiss.js';
import { CalmError } from '../protocol/errors.js';
import type { BundleFile } from '../protocol/generated/bundle.js';
import { validateBundleManifest, type Validator } from '../protocol/generated/validators.js';

type Files = Readonly<Record<string, BundleFile>>;

/** A folder of model files and what its manifest, bundle.json, says of them. */
export interface ModelFolder<Manifest> {
  readonly folder: string;
  readonly manifest: Manifest;
  /** SHA-256 of `bundle.json`, which holds those of the files: names the bundle exactly. */
  readonly sha256: string;
  /** Where one of its files lies. Contents are not kept in memory: graphs are large, and read once. */
  file(name: string): string;
  /**
   * Checks files against the manifest. All of them were checked where `openBundle` gave the bundle.
   *
   * @throws CalmError `bundle-damaged` where one is missing or differs in size or SHA-256
   */
  verify(names: readonly string[]): Promise<void>;
  /**
   * The contents of one of its JSON files.
   *
   * @throws CalmError `bundle-damaged` where it is not JSON
   */
  json(name: string): Promise<unknown>;
}

/**
 * Reads the manifest of a folder. Its files are verified by whoever uses them.
 *
 * @param folder a path, or a `file:` URL
 * @throws CalmError `bundle-damaged` where there is no manifest, `bundle-incompatible` where it is not of this kind
 */
export async function readFolder<Manifest extends { readonly files: Files }>(
  folder: string | URL,
  validate: Validator<Manifest>,
): Promise<ModelFolder<Manifest>> {
  const root = typeof folder === 'string' ? folder : fileURLToPath(folder);
  const manifestPath = path.join(root, 'bundle.json');
  const text = await readFile(manifestPath).catch((cause: unknown) => {
    throw new CalmError(
      'bundle-damaged',
      `${root} is not a bundle: it holds no readable bundle.json.`,
      {
        hint: 'Name a folder that holds a bundle, or leave the bundle out to use the one in the box.',
        cause,
      },
    );
  });
  const manifest = parseManifest(text, manifestPath, validate);
  for (const name of Object.keys(manifest.files)) {
    if (path.dirname(name) !== '.' || name.startsWith('..')) {
      throw damaged(`${manifestPath} names a file outside its folder: ${name}.`);
    }
  }
  const listed = (name: string): BundleFile => {
    const expected = manifest.files[name];
    if (expected === undefined) {
      throw damaged(`${manifestPath} does not list the file ${name}, which it uses.`);
    }
    return expected;
  };
  const file = (name: string): string => {
    listed(name);
    return path.join(root, name);
  };
  return {
    folder: root,
    manifest,
    sha256: sha256(text),
    file,
    verify: async (names) => {
      await Promise.all(
        names.map(async (name) => {
          const expected = listed(name);
          const location = file(name);
          const found = await fingerprint(location).catch((cause: unknown) => {
            throw damaged(`${location} is missing or cannot be read.`, cause);
          });
          if (found.bytes !== expected.bytes || found.sha256 !== expected.sha256) {
            throw damaged(
              `${location} is not the file that its manifest describes (size or SHA-256 differs).`,
            );
          }
        }),
      );
    },
    json: async (name) => parseJson(await readFile(file(name)), file(name)),
  };
}

function parseManifest<Manifest>(
  text: Uint8Array,
  location: string,
  validate: Validator<Manifest>,
): Manifest {
  const value = parseJson(text, location);
  if (!validate(value)) {
    if (Object.is(validate, validateBundleManifest) && isOfLanguageModel(value)) {
      throw new CalmError('bundle-incompatible', `${location} is that of a language model.`, {
        hint: 'It writes comments and judges no picture: name its folder as `languageModel`, or install its package and use --decoder lm.',
      });
    }
    throw new CalmError(
      'bundle-incompatible',
      `${location} is not a manifest that this engine understands: ${whatIsWrongIn(value, validate)}.`,
      { hint: 'Use a bundle made for this version of the engine, or update the engine.' },
    );
  }
  return value;
}

function isOfLanguageModel(manifest: unknown): boolean {
  return typeof manifest === 'object' && manifest !== null && 'languageModel' in manifest;
}

function parseJson(text: Uint8Array, location: string): unknown {
  try {
    return JSON.parse(Buffer.from(text).toString('utf8'));
  } catch (cause) {
    throw damaged(`${location} is not JSON.`, cause);
  }
}

function damaged(message: string, cause?: unknown): CalmError {
  return new CalmError('bundle-damaged', message, {
    hint: 'Get the bundle again, whole; nothing was done with it.',
    ...(cause === undefined ? {} : { cause }),
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function fingerprint(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 20 })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).byteLength;
  }
  return { bytes, sha256: hash.digest('hex') };
}
