/** What a command has around it. Everything comes in here, so that tests can stand in for the process. */
import type { Readable } from 'node:stream';
import {
  CalmError,
  openFolderCache,
  Service,
  type Engine,
  type EngineOptions,
  type Extensions,
  type FolderCache,
  type Provider,
} from '@calm-sdk/core';
import { bundleNamed } from './bundles/installed.js';
import { cacheFolder } from './folders.js';
import { Screen, type ScreenStreams } from './terminal/screen.js';

/** The outside of a command: the process, or a test. */
export interface Surroundings extends ScreenStreams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Aborts when the person stops the command; its reason is the signal's name. */
  readonly interrupt: AbortSignal;
  /** From now on a second interrupt does not end the process at once. @returns takes that back */
  readonly holdInterrupts: () => () => void;
  readonly createEngine: (options: EngineOptions) => Promise<Engine>;
  /** Runs this program with other arguments in a process of its own, unheard; gives its exit status. */
  readonly runItself: (arguments_: readonly string[]) => Promise<number | null>;
  /** A clock in milliseconds. */
  readonly now: () => number;
}

export interface Context extends Surroundings {
  readonly screen: Screen;
  /** Aborts when the person stops the command or nobody reads its results any more. */
  readonly signal: AbortSignal;
  /** The extensions that are installed and not disabled, opened when they are first asked for. */
  readonly extensions: () => Promise<Extensions>;
}

/** Exit statuses; a command stopped by a signal adds the signal's number to 128, as shells do. */
export const DONE = 0;
export const FAILED = 1;
export const WRONG_USAGE = 2;

const SIGNAL_NUMBERS: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/** @param open opens the installed extensions, however often it is called */
export function contextIn(
  surroundings: Surroundings,
  open: (context: Context) => Promise<Extensions>,
): Context {
  const screen = new Screen(surroundings);
  const context: Context = {
    ...surroundings,
    screen,
    signal: AbortSignal.any([surroundings.interrupt, screen.closed]),
    extensions: () => open(context),
  };
  return context;
}

/** The status to end with: what the command found, unless the person stopped it. */
export function statusOf(context: Context, status: number): number {
  const { interrupt, screen } = context;
  if (interrupt.aborted) return 128 + (SIGNAL_NUMBERS[String(interrupt.reason)] ?? 2);
  return screen.writeFailed ? FAILED : status;
}

/** Options of every command that assesses pictures. */
export interface EngineFlags {
  /** Name of a bundle that was added, or a folder. */
  readonly bundle?: string;
  readonly provider?: Provider;
  readonly threads?: number;
  /** False for `--no-cache`. */
  readonly cache: boolean;
}

/**
 * Opens an engine, runs `use` with it, and lets what is under way end before it is closed: a process that goes while
 * the model runs would be aborted by the system. An engine that cannot be opened is told in one line.
 */
export async function withEngine(
  context: Context,
  flags: EngineFlags,
  use: (engine: Engine, cache: FolderCache | undefined, service: Service) => Promise<number>,
  more: Pick<EngineOptions, 'decoders' | 'languageModel' | 'store'> = {},
): Promise<number> {
  const cache = flags.cache ? openCache(context) : undefined;
  const extensions = await context.extensions();
  let engine: Engine;
  try {
    engine = await context.createEngine({
      ...(flags.bundle === undefined
        ? {}
        : { bundle: await bundleNamed(context.env, flags.bundle, extensions.bundles) }),
      ...(flags.provider === undefined ? {} : { provider: flags.provider }),
      ...(flags.threads === undefined ? {} : { threads: flags.threads }),
      ...(cache === undefined ? {} : { cache }),
      attributes: extensions.attributes,
      locales: extensions.locales,
      ...more,
      decoders: [...extensions.decoders, ...(more.decoders ?? [])],
    });
  } catch (error) {
    if (!(error instanceof CalmError)) throw error;
    context.screen.problem(`${error.message} ${error.hint}`);
    return FAILED;
  }
  // By it extensions ask the engine, and other programs where the command serves them.
  const service = new Service(engine, { extensions });
  try {
    return statusOf(context, await use(engine, cache, service));
  } finally {
    await service[Symbol.asyncDispose]();
    await engine.dispose();
  }
}

function openCache(context: Context): FolderCache | undefined {
  const folder = cacheFolder(context.env, process.platform);
  if (folder === undefined) return undefined;
  return openFolderCache({
    folder,
    onProblem: (error) => {
      context.screen.problem(
        `results are not remembered from here on, for ${folder} cannot be written (${error.message}). ` +
          'Free space there or set XDG_CACHE_HOME to another folder; --no-cache does without.',
      );
    },
  });
}
