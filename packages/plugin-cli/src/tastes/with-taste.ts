/** Opens what the commands about tastes work with: the store, a profile in it, and the engine. */
import {
  CalmError,
  type Engine,
  type EngineOptions,
  type PersonalizationStore,
  type Profile,
} from '@calm-sdk/core';
import { withEngine, type Context, type EngineFlags } from '../context.js';
import { Progress } from '../terminal/progress.js';
import { ALL_KINDS } from '../text/taste.js';
import { findOrBegin, findProfile } from './profile.js';
import { withStore, type TasteFlags } from './store.js';

/** What a command about a taste has at hand. */
export interface Opened {
  readonly engine: Engine;
  readonly store: PersonalizationStore;
  readonly profile: Profile;
}

/** @param begins whether the first profile of all is made where there is none */
export async function withTaste(
  context: Context,
  flags: TasteFlags & EngineFlags,
  begins: boolean,
  use: (opened: Opened) => Promise<number>,
): Promise<number> {
  return withStore(context, flags, async (store) => {
    const profile = begins
      ? await findOrBegin(store, flags.profile, ({ name }) => {
          context.screen.notice(`The taste profile "${name}" begins, kept in ${store.location}.`);
        })
      : await findProfile(store, flags.profile);
    try {
      return await withEngine(context, flags, (engine) => use({ engine, store, profile }), {
        store,
      });
    } catch (error) {
      if (!(error instanceof CalmError) || error.code !== 'profile-unknown') throw error;
      throw new CalmError(
        'profile-unknown',
        `The taste profile "${profile.name}" was deleted or renamed while this ran.`,
        {
          hint: 'Where it was deleted, what was added went with it. See which there are: calm taste profiles',
          cause: error,
        },
      );
    }
  });
}

/** Opens the store where a profile is named, and nothing where none is. */
export async function withNamedProfile(
  context: Context,
  flags: TasteFlags,
  use: (more: Pick<EngineOptions, 'store'>) => Promise<number>,
): Promise<number> {
  if (flags.profile === undefined) return use({});
  return withStore(context, flags, async (store) => {
    await findProfile(store, flags.profile);
    return use({ store });
  });
}

/** Runs what counts pictures, with progress at the foot of the screen. */
export async function withProgress<Result>(
  { screen, now }: Context,
  work: (onProgress: (done: number, total?: number) => void) => Promise<Result>,
): Promise<Result> {
  const progress = new Progress(now);
  screen.startFoot(progress);
  try {
    return await work(progress.reach);
  } finally {
    screen.endFoot();
  }
}

/** Where this model has seen none of the pictures that a profile speaks of, such as after an update, they are looked at first. */
export async function seeWhatWasSaid(
  context: Context,
  { tastes }: Engine,
  name: string,
): Promise<void> {
  const taste = await tastes.of(name);
  if (ALL_KINDS.some((kind) => (taste.in(kind)?.opinions ?? 0) > 0)) return;
  if (taste.unseen.length === 0) return;
  const { signal } = context;
  await withProgress(context, (onProgress) => tastes.prepare(name, { signal, onProgress }));
}
