/** Opens the extensions that are installed, for the commands that use them. */
import { CalmError, contentHash, openExtensions, type Extensions } from '@calm-sdk/core';
import type { Context } from '../context.js';
import { ask, canAsk } from '../terminal/ask.js';
import { installedIds, placeOf, storageIn } from './installed.js';
import { folderOfExtensions, readState, writeState, type Trust } from './state.js';

/** What the command line says of extensions. */
export interface ExtensionFlags {
  /** False for `--no-extensions`. */
  readonly extensions: boolean;
  readonly proposedApi?: boolean;
}

/**
 * Those that are installed and not disabled. Code that nobody has said may run is asked about on a terminal, and elsewhere told of in a line and left
 * out.
 */
export async function openInstalled(
  context: Context,
  { extensions: wanted, proposedApi = false }: ExtensionFlags,
): Promise<Extensions> {
  const { env, screen } = context;
  const folder = wanted ? folderOfExtensions(env) : undefined;
  const ids = folder === undefined ? [] : await installedIds(folder);
  if (folder === undefined || ids.length === 0) {
    return openExtensions([], { trusted: () => false, storage: '' });
  }
  const { disabled, settings, trust } = await readState(folder);
  const used = ids.filter((id) => !disabled.includes(id)).map((id) => placeOf(folder, id));
  return openExtensions(used, {
    storage: storageIn(folder),
    settings,
    proposed: proposedApi,
    trusted: (question) => mayRun(context, folder, trust[question.id], question),
    onProblem: ({ message, hint }) => {
      screen.problem(`${message} ${hint}`);
    },
  });
}

/** As it was answered before, for this very content; else as it is answered now. */
async function mayRun(
  context: Context,
  folder: string,
  known: Trust | undefined,
  { id, contentHash: content, contributes }: Parameters<typeof askTrust>[2],
): Promise<boolean> {
  if (known?.contentHash === content) return known.allowed;
  const answer = await askTrust(context, folder, { id, contentHash: content, contributes });
  if (answer !== undefined) return answer;
  const why =
    known === undefined ? 'nobody has said that its code may run' : 'its code has changed';
  context.screen.problem(
    `the extension ${id} is left out: ${why}. To allow it: calm extension trust ${id}`,
  );
  return false;
}

/**
 * Asks whether the code of an extension may run, and remembers the answer.
 *
 * @returns nothing where nobody can be asked, or nobody answered
 */
export async function askTrust(
  context: Context,
  folder: string,
  {
    id,
    contentHash: content,
    contributes,
  }: {
    readonly id: string;
    readonly contentHash: string;
    readonly contributes: readonly string[];
  },
): Promise<boolean | undefined> {
  if (!canAsk(context)) return undefined;
  context.screen.notice(
    `The extension ${id} adds ${contributes.join(', ')}. Its code would run with all your rights: it can read and change your files, and use the network.`,
  );
  const allowed = await ask(
    context,
    'May it run? (yes or no) ',
    (answer) => {
      if (/^y(?:es)?$/iu.test(answer)) return true;
      return /^no?$/iu.test(answer) ? false : undefined;
    },
    'Answer yes or no.',
  );
  if (allowed !== undefined) await rememberTrust(folder, id, content, allowed);
  return allowed;
}

export async function rememberTrust(
  folder: string,
  id: string,
  content: string,
  allowed: boolean,
): Promise<void> {
  const state = await readState(folder);
  await writeState(folder, {
    ...state,
    trust: { ...state.trust, [id]: { contentHash: content, allowed } },
  });
}

/** How an extension stands with the person. */
export type Standing = 'trusted' | 'refused' | 'changed' | 'unasked';

export async function standingOf(folder: string, id: string): Promise<Standing> {
  const known = (await readState(folder)).trust[id];
  if (known === undefined) return 'unasked';
  if (known.contentHash !== (await contentHash(placeOf(folder, id)))) return 'changed';
  return known.allowed ? 'trusted' : 'refused';
}

/**
 * Opens them once, when they are first asked for.
 *
 * @param flags as they stand by then
 */
export class LazyExtensions implements AsyncDisposable {
  flags: ExtensionFlags = { extensions: true };
  #opened: Promise<Extensions> | undefined;

  open(context: Context): Promise<Extensions> {
    return (this.#opened ??= openInstalled(context, this.flags));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    let opened: Extensions | undefined;
    try {
      opened = await this.#opened;
    } catch (error) {
      // Whoever asked for them was told.
      if (!(error instanceof CalmError)) throw error;
    }
    await opened?.[Symbol.asyncDispose]();
  }
}
