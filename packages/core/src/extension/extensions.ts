import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Attribute } from '../attributes/attribute.js';
import type { Decoder } from '../decoder/decoder.js';
import { localeFrom } from '../language/catalogue.js';
import { LOCALES } from '../language/index.js';
import type { Locale } from '../language/locale.js';
import type { StoreProvider } from '../personalization/store.js';
import { CalmError } from '../protocol/errors.js';
import type {
  CommandResult,
  ContributedCommand,
  ContributedReporter,
  ListedExtension,
} from '../protocol/generated/extension.js';
import { validateCommandResult } from '../protocol/generated/validators.js';
import type { Reported } from './api.js';
import { contentHash } from './content-hash.js';
import { contributedAttribute } from './contributed-attribute.js';
import { contributedStore } from './contributed-store.js';
import { ExtensionProcess } from './extension-process.js';
import { contributedIds, hasCode, inside, readExtension, type FoundExtension } from './manifest.js';
import { settingsOf, type SettingValues } from './settings.js';
import { streamed } from './streamed.js';

/** An extension whose code may run, or not. */
export interface TrustQuestion {
  readonly id: string;
  readonly folder: string;
  /** Names its code, that of its dependencies too: another hash is another extension. */
  readonly contentHash: string;
  readonly contributes: readonly string[];
}

export interface ExtensionOptions {
  /** Whether the code of an extension may run. It runs with all rights of the person: this is the moment to ask. */
  readonly trusted: (extension: TrustQuestion) => boolean | Promise<boolean>;
  /** Folder in which each extension has one of its own to keep things in. */
  readonly storage: string;
  /** What the person has set, by extension and setting. */
  readonly settings?: Readonly<Record<string, SettingValues>>;
  /** Whether parts of the API that may still change are allowed. Default: false. */
  readonly proposed?: boolean;
  /** Told of a folder that holds no extension that can be used; the others are. */
  readonly onProblem?: (error: CalmError, folder: string) => void;
  /** Told what extensions log and write. */
  readonly onLog?: (extension: string, level: 'info' | 'warn' | 'error', text: string) => void;
}

/** Answers the request of an extension by the protocol: a success or a failure. */
export type AnswerExtension = (
  extension: string,
  method: string,
  params: object,
) => Promise<unknown>;

/** A bundle that an extension brings. */
export interface InstalledBundle {
  readonly id: string;
  readonly title: string;
  readonly folder: string;
}

/**
 * Reads extensions, and runs none of their code before something of it is needed. An extension that cannot be read is told of, and left out.
 *
 * @param folders of extensions, each with a package.json
 */
export async function openExtensions(
  folders: readonly string[],
  options: ExtensionOptions,
): Promise<Extensions> {
  const opened: Opened[] = [];
  const extensions = new Extensions(opened);
  for (const folder of folders) {
    try {
      const found = await readExtension(folder, options.proposed);
      const twin = opened.find(({ id }) => id === found.id);
      if (twin !== undefined) {
        throw new CalmError('extension-failed', `The extension ${found.id} is there twice.`, {
          hint: `Take one out: ${twin.found.folder} or ${found.folder}.`,
        });
      }
      assertNew(found, opened);
      opened.push(await open(found, options, (...request) => extensions.answer(...request)));
    } catch (error) {
      if (!(error instanceof CalmError)) throw error;
      options.onProblem?.(error, folder);
    }
  }
  return extensions;
}

/** Two cannot add the same: the one that is there stays. @throws CalmError `extension-failed` naming both */
function assertNew({ id, manifest }: FoundExtension, opened: readonly Opened[]): void {
  const added = contributedIds(manifest);
  const builtIn = LOCALES.find((locale) => added.includes(locale.id));
  const twin = opened.find(({ found }) =>
    contributedIds(found.manifest).some((name) => added.includes(name)),
  );
  if (builtIn === undefined && twin === undefined) return;
  const other = twin === undefined ? [] : contributedIds(twin.found.manifest);
  const what = builtIn?.id ?? added.find((name) => other.includes(name)) ?? '';
  const whose = builtIn === undefined ? `the extension ${twin?.id ?? ''} adds` : 'CALM itself has';
  throw new CalmError(
    'extension-failed',
    `The extension ${id} adds ${what}, which ${whose} already.`,
    {
      hint: `It is left out. To keep one of them: calm extension disable ${twin?.id ?? id}.`,
    },
  );
}

interface Opened {
  readonly id: string;
  readonly found: FoundExtension;
  /** None where it has no code, or code that nobody trusts. */
  readonly process: ExtensionProcess | undefined;
  readonly attributes: readonly Attribute[];
  readonly locales: readonly Locale[];
  readonly bundles: readonly InstalledBundle[];
}

async function open(
  found: FoundExtension,
  { trusted, storage, settings = {}, onLog }: ExtensionOptions,
  answer: AnswerExtension,
): Promise<Opened> {
  const { id, folder, manifest } = found;
  const { contributes } = manifest.calm;
  // A hash reads all that an extension holds: a model among it, where nobody is asked about data, would cost every start.
  const stamp = hasCode(manifest) ? await contentHash(folder) : undefined;
  const question = { id, folder, contributes: contributedIds(manifest) };
  const process =
    stamp !== undefined && (await trusted({ ...question, contentHash: stamp }))
      ? new ExtensionProcess(
          {
            kind: 'activate',
            id,
            main: pathToFileURL(path.join(folder, manifest.main ?? '')).href,
            contributes,
            settings: settingsOf(found, settings[id] ?? {}),
            storage: path.join(storage, id),
          },
          {
            onLog: (level, text) => onLog?.(id, level, text),
            answer: (method, params) => answer(id, method, params),
          },
        )
      : undefined;
  return {
    id,
    found,
    process,
    attributes:
      process === undefined || stamp === undefined
        ? []
        : (contributes.attributes ?? []).map((each) => contributedAttribute(each, process, stamp)),
    locales: await Promise.all((contributes.locales ?? []).map((each) => localeIn(found, each))),
    bundles: await Promise.all(
      (contributes.bundles ?? []).map(async (each) => ({
        id: each.id,
        title: each.title ?? each.id,
        folder: await inside(found, each.path),
      })),
    ),
  };
}

async function localeIn(
  found: FoundExtension,
  { id, name, path: file }: { readonly id: string; readonly name: string; readonly path: string },
): Promise<Locale> {
  const text = await readFile(await inside(found, file), 'utf8');
  try {
    return localeFrom(id, name, JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CalmError('extension-failed', `${file} of ${found.id} is no catalogue: ${why}.`, {
      hint: 'The guide to extensions tells what stands in a catalogue.',
      cause,
    });
  }
}

/** What extensions add to an engine, for `createEngine`, `openStore` and whoever runs commands and reporters. */
export class Extensions implements AsyncDisposable {
  readonly #opened: readonly Opened[];
  #answer: AnswerExtension = async () => ({
    error: { message: 'No engine answers extensions here.', data: { hint: 'Ask in a command.' } },
  });

  constructor(opened: readonly Opened[]) {
    this.#opened = opened;
  }

  get attributes(): readonly Attribute[] {
    return this.#opened.flatMap(({ attributes }) => attributes);
  }

  get locales(): readonly Locale[] {
    return this.#opened.flatMap(({ locales }) => locales);
  }

  get bundles(): readonly InstalledBundle[] {
    return this.#opened.flatMap(({ bundles }) => bundles);
  }

  get decoders(): readonly Decoder[] {
    return this.#running('decoders').map(({ contribution: { id }, process }) => ({
      id,
      async *write({ assessment, locale, detail }, options) {
        const request = { assessment, language: locale.id, detail };
        for await (const text of streamed(process, 'write', id, request, options)) {
          if (typeof text !== 'string') throw process.wrong(`${id} wrote what is no text`);
          yield { text };
        }
      },
    }));
  }

  get stores(): readonly StoreProvider[] {
    return this.#running('stores').map(({ contribution, process }) =>
      contributedStore(contribution, process),
    );
  }

  get commands(): readonly ContributedCommand[] {
    return this.#running('commands').map(({ contribution }) => contribution);
  }

  get reporters(): readonly ContributedReporter[] {
    return this.#running('reporters').map(({ contribution }) => contribution);
  }

  /** How they are, in the order of their ids. */
  list(): readonly ListedExtension[] {
    return this.#opened
      .map(({ id, found: { manifest }, process }): ListedExtension => {
        const { version, displayName } = manifest;
        const problem = process?.problem;
        return {
          id,
          version,
          ...(displayName === undefined ? {} : { displayName }),
          state: process?.state ?? (hasCode(manifest) ? 'untrusted' : 'idle'),
          ...(problem === undefined ? {} : { problem }),
          contributes: contributedIds(manifest),
        };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /**
   * Has an extension register what it contributes, which otherwise waits until something of it is needed.
   *
   * @returns ids of what it has registered; none where it has no code that may run
   * @throws CalmError `extension-failed`
   */
  async activate(extension: string): Promise<readonly string[]> {
    return (await this.#opened.find(({ id }) => id === extension)?.process?.activate()) ?? [];
  }

  /**
   * Runs a command.
   *
   * @throws CalmError `extension-unknown`, `extension-failed`, `cancelled`
   */
  async run(
    id: string,
    args: readonly string[],
    options: {
      readonly signal?: AbortSignal;
      readonly onProgress?: (done: number, total: number) => void;
    } = {},
  ): Promise<CommandResult> {
    const { process } = this.#named('commands', id, 'command');
    const result = await process.work('run', id, args, {
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onItem: (item) => {
        const { done, total } = item as { done: number; total: number };
        options.onProgress?.(done, total);
      },
    });
    if (result === undefined) return {};
    if (validateCommandResult(result)) return result;
    throw process.wrong(`${id} gave what is no result of a command`);
  }

  /**
   * Has a reporter make its file.
   *
   * @returns parts of it, in order
   * @throws CalmError `extension-unknown`, `extension-failed`, `cancelled`
   */
  async *report(
    id: string,
    results: AsyncIterable<Reported>,
    options: { readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<string | Uint8Array> {
    const { process } = this.#named('reporters', id, 'reporter');
    for await (const part of streamed(process, 'report', id, undefined, {
      ...options,
      input: results,
    })) {
      if (typeof part !== 'string' && !(part instanceof Uint8Array)) {
        throw process.wrong(`${id} made what is neither text nor bytes`);
      }
      yield part;
    }
  }

  /** Lets extensions ask the engine by the protocol. */
  serve(answer: AnswerExtension): void {
    this.#answer = answer;
  }

  /** Answers the request of an extension. */
  answer(extension: string, method: string, params: object): Promise<unknown> {
    return this.#answer(extension, method, params);
  }

  /** Lets their processes end. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#opened.map(async ({ process }) => process?.dispose()));
  }

  /** What is contributed of one sort, of extensions whose code may run. */
  #running<Sort extends 'decoders' | 'stores' | 'commands' | 'reporters'>(sort: Sort) {
    type Contribution = NonNullable<
      FoundExtension['manifest']['calm']['contributes'][Sort]
    >[number];
    return this.#opened.flatMap(({ found, process }) => {
      const contributed = (found.manifest.calm.contributes[sort] ?? []) as readonly Contribution[];
      return process === undefined
        ? []
        : contributed.map((contribution) => ({ contribution, process }));
    });
  }

  #named(sort: 'commands' | 'reporters', id: string, what: string) {
    const all = this.#running(sort);
    const found = all.find(({ contribution }) => contribution.id === id);
    if (found !== undefined) return found;
    throw new CalmError('extension-unknown', `No extension brings the ${what} "${id}".`, {
      hint:
        all.length === 0
          ? `There is no extension with a ${what}, or none whose code may run.`
          : `Known: ${all.map(({ contribution }) => contribution.id).join(', ')}.`,
    });
  }
}
