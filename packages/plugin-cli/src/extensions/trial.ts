/** Tries every contribution of an extension in a real host, on a drawn picture and on photographs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CalmError,
  openExtensions,
  openStore,
  readExtension,
  Service,
  settingsOf,
  type Assessment,
  type Attribute,
  type Comment,
  type Engine,
  type Extensions,
  type FoundExtension,
  type ImageSource,
  type SettingValues,
} from '@calm-sdk/core';
import { TEST_PICTURE } from '../bundles/trial.js';
import type { Context } from '../context.js';
import { counted } from '../text/taste.js';
import { checkSyntax } from './check-syntax.js';
import { reported } from './reported.js';
import { valueOf } from './setting-value.js';

/** One thing that was tried. */
export interface Tried {
  readonly contribution: string;
  /** On which picture, where it was one. */
  readonly on?: string;
  /** What it gave. */
  readonly gave?: string;
  readonly milliseconds?: number;
  /** What is wrong. */
  readonly problem?: string;
}

export interface TrialOptions {
  readonly pictures: readonly string[];
  /** As they were typed. */
  readonly settings: Readonly<Record<string, string>>;
  readonly proposed: boolean;
  readonly onTried: (tried: Tried) => void;
  readonly onLog: (text: string) => void;
}

interface Shown {
  readonly name: string;
  readonly source: ImageSource;
}

/** @throws CalmError where it is no extension, or no engine can be made with it */
export async function tryExtension(
  context: Context,
  folder: string,
  options: TrialOptions,
): Promise<void> {
  const found = await readExtension(folder, options.proposed);
  const declared = found.manifest.calm.contributes.settings ?? {};
  const settings: SettingValues = Object.fromEntries(
    Object.entries(options.settings).map(([name, text]) => [name, valueOf(text, declared[name])]),
  );
  settingsOf(found, settings);
  const { main } = found.manifest;
  if (main !== undefined) await checkSyntax(path.join(found.folder, main), context.signal);
  const storage = await mkdtemp(path.join(tmpdir(), 'calm-extension-'));
  const trial = new Trial(context, found, options, path.join(storage, 'store'));
  try {
    const extensions = await openExtensions([folder], {
      trusted: () => true,
      storage,
      settings: { [found.id]: settings },
      proposed: options.proposed,
      onProblem: (error) => {
        throw error;
      },
      onLog: (_id, level, text) => {
        options.onLog(`${level}: ${text}`);
      },
    });
    try {
      await trial.all(extensions);
    } finally {
      await extensions[Symbol.asyncDispose]();
    }
  } finally {
    await rm(storage, { recursive: true, force: true });
  }
}

class Trial {
  readonly #context: Context;
  readonly #found: FoundExtension;
  readonly #options: TrialOptions;
  readonly #store: string;
  readonly #pictures: readonly Shown[];

  constructor(context: Context, found: FoundExtension, options: TrialOptions, store: string) {
    this.#context = context;
    this.#found = found;
    this.#options = options;
    this.#store = store;
    this.#pictures = [
      { name: 'drawn picture', source: TEST_PICTURE },
      ...options.pictures.map((file) => ({
        name: path.basename(file),
        source: { kind: 'path', path: file } as const,
      })),
    ];
  }

  async all(extensions: Extensions): Promise<void> {
    // Whatever it does needs that.
    if (!(await this.#registered(extensions))) return;
    const measured = new Map<string, number>();
    const engine = await this.#context.createEngine({
      attributes: extensions.attributes.map((attribute) => this.#timed(attribute, measured)),
      decoders: extensions.decoders,
      locales: extensions.locales,
    });
    const service = new Service(engine, { extensions });
    try {
      const results: [Shown, Assessment][] = [];
      for (const shown of this.#pictures) {
        const assessment = await this.#assess(engine, shown);
        if (assessment === undefined) continue;
        results.push([shown, assessment]);
        this.#readings(extensions, shown, assessment, measured);
        for (const { id } of extensions.decoders)
          await this.#comment(engine, id, shown, assessment);
      }
      for (const { id } of extensions.locales) await this.#locale(engine, id);
      for (const reporter of extensions.reporters) {
        const { signal } = this.#context;
        await this.#tried(reporter.id, undefined, async () => {
          let bytes = 0;
          async function* given() {
            for (const [{ source }, result] of results) {
              yield reported(result, reporter, signal, source);
            }
          }
          for await (const part of extensions.report(reporter.id, given(), { signal })) {
            bytes += Buffer.byteLength(part);
          }
          return `${counted(bytes, 'byte')} on ${counted(results.length, 'picture')}`;
        });
      }
    } finally {
      await service[Symbol.asyncDispose]();
      await engine.dispose();
    }
    for (const { schemes } of extensions.stores) await this.#keep(extensions, schemes);
    for (const { id, folder } of extensions.bundles) await this.#bundle(id, folder);
  }

  /** What the manifest declares and the code does not register would only be missed when it is used. */
  async #registered(extensions: Extensions): Promise<boolean> {
    const { attributes, decoders, stores, commands, reporters } =
      this.#found.manifest.calm.contributes;
    const declared = [attributes, decoders, stores, commands, reporters].flatMap(
      (some) => some?.map(({ id }) => id) ?? [],
    );
    if (declared.length === 0) return true;
    const done = await this.#tried('activate', undefined, async () => {
      const registered = await extensions.activate(this.#found.id);
      const missing = declared.filter((id) => !registered.includes(id));
      if (missing.length > 0) {
        throw new CalmError('extension-failed', `It did not register ${missing.join(', ')}.`, {
          hint: 'Register all that the manifest contributes.',
        });
      }
      return `registered ${registered.join(', ')}`;
    });
    if (!done) return false;
    for (const { id } of commands ?? []) {
      this.#options.onTried({ contribution: id, gave: `not run; to run it: calm run ${id}` });
    }
    return true;
  }

  #timed(attribute: Attribute, measured: Map<string, number>): Attribute {
    const { now } = this.#context;
    return {
      ...attribute,
      measure: async (scene, signal) => {
        const began = now();
        try {
          return await attribute.measure(scene, signal);
        } finally {
          measured.set(attribute.id, now() - began);
        }
      },
    };
  }

  async #assess(engine: Engine, { name, source }: Shown): Promise<Assessment | undefined> {
    try {
      return await engine.assess(source, { signal: this.#context.signal });
    } catch (error) {
      if (!(error instanceof CalmError) || error.code === 'cancelled') throw error;
      this.#options.onTried({ contribution: 'picture', on: name, problem: error.message });
      return undefined;
    }
  }

  #readings(
    extensions: Extensions,
    { name }: Shown,
    { attributes, warnings = [] }: Assessment,
    measured: ReadonlyMap<string, number>,
  ): void {
    for (const { id } of extensions.attributes) {
      const reading = attributes.find((each) => each.id === id);
      const warning = warnings.find(({ contribution }) => contribution === id);
      this.#options.onTried({
        contribution: id,
        on: name,
        milliseconds: measured.get(id) ?? 0,
        ...(warning === undefined ? {} : { problem: warning.message }),
        ...(reading?.status === 'measured'
          ? { gave: `${reading.text}, score ${reading.score.toFixed(2)}` }
          : { gave: `not measured: ${reading?.reason ?? ''}` }),
      });
    }
  }

  async #comment(engine: Engine, id: string, shown: Shown, assessment: Assessment): Promise<void> {
    await this.#tried(id, shown.name, async () => {
      const { signal } = this.#context;
      const comment = await engine.comment(assessment, { decoder: id, signal });
      assertWritten(comment);
      const { sentences, dropped = 0 } = comment;
      return `${counted(sentences.length, 'sentence')}${dropped === 0 ? '' : `, ${dropped} of its own left out for want of a reading`}`;
    });
  }

  async #locale(engine: Engine, id: string): Promise<void> {
    await this.#tried(id, 'drawn picture', async () => {
      const assessment = await engine.assess(TEST_PICTURE, { language: id });
      const { text } = await engine.comment(assessment, { language: id });
      return text;
    });
  }

  /** Begins a profile, finds it, and deletes it. */
  async #keep(extensions: Extensions, schemes: readonly string[]): Promise<void> {
    const [scheme = ''] = schemes;
    await this.#tried(`${scheme}:`, undefined, async () => {
      const where = pathToFileURL(this.#store).href.replace(/^file:/u, `${scheme}:`);
      const store = await openStore(where, extensions.stores);
      try {
        const profile = {
          id: 'trial',
          name: 'Trial',
          kinds: [],
          createdAt: '2000-01-01T00:00:00Z',
        };
        await store.create(profile);
        const kept = await store.profiles();
        await store.delete(profile.id);
        if (!kept.some(({ id }) => id === profile.id)) {
          throw new CalmError('extension-failed', 'A profile that was kept was not there.', {
            hint: 'Hold the store to the checks of @calm-sdk/core/store-contract.',
          });
        }
        return 'kept a profile and deleted it';
      } finally {
        await store[Symbol.asyncDispose]();
      }
    });
  }

  async #bundle(id: string, folder: string): Promise<void> {
    await this.#tried(id, undefined, async () => {
      const engine = await this.#context.createEngine({ bundle: folder });
      try {
        const scores: string[] = [];
        for (const { name, source } of this.#pictures) {
          const { score } = await engine.assess(source, { signal: this.#context.signal });
          scores.push(`${name} ${score?.value.toFixed(2) ?? 'no score'}`);
        }
        return scores.join(', ');
      } finally {
        await engine.dispose();
      }
    });
  }

  /**
   * Does it, and tells what it gave and how long that took, or what is wrong.
   *
   * @returns whether nothing is
   */
  async #tried(
    contribution: string,
    on: string | undefined,
    work: () => Promise<string>,
  ): Promise<boolean> {
    const { now } = this.#context;
    const began = now();
    const where = on === undefined ? {} : { on };
    try {
      const gave = await work();
      this.#options.onTried({ contribution, ...where, gave, milliseconds: now() - began });
      return true;
    } catch (error) {
      if (!(error instanceof CalmError) || error.code === 'cancelled') throw error;
      this.#options.onTried({
        contribution,
        ...where,
        milliseconds: now() - began,
        problem: `${error.message} ${error.hint}`,
      });
      return false;
    }
  }
}

/** A writer that fails is stood in for: here that is a problem. */
function assertWritten({ warnings = [] }: Comment): void {
  const [warning] = warnings;
  if (warning === undefined) return;
  throw new CalmError('extension-failed', warning.message, { hint: '' });
}
