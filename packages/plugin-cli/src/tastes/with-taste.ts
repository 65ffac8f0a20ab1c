/** Opens what the commands about tastes work with: the store, a profile in it, and the engine. */
import {
  CalmError,
  type Engine,
  type EngineOptions,
  type PersonalizationStore,
  type Prepared,
  type Profile,
} from '@calm-sdk/core';
import { withEngine, type Context, type EngineFlags } from '../context.js';
import { Progress } from '../terminal/progress.js';
import { ALL_KINDS, counted } from '../text/taste.js';
import { findProfile, firstProfile } from './profile.js';
import { withStore, type Purpose, type TasteFlags } from './store.js';

/** What a command about a taste has at hand. */
export interface Opened {
  readonly engine: Engine;
  readonly store: PersonalizationStore;
  readonly profile: Profile;
}

/** To `say` something, the first profile of all begins where there is none; it stays if something was said. */
export async function withTaste(
  context: Context,
  flags: TasteFlags & EngineFlags,
  purpose: Purpose,
  use: (opened: Opened) => Promise<number>,
): Promise<number> {
  return withStore(context, flags, purpose, async (store) => {
    const run = async (profile: Profile): Promise<number> => {
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
    };
    if (purpose !== 'say' || (await store.profiles()).length > 0) {
      return run(await findProfile(store, flags.profile));
    }
    const profile = firstProfile(flags.profile);
    await store.create(profile);
    try {
      return await run(profile);
    } finally {
      const isThere = (await store.profiles()).some(({ id }) => id === profile.id);
      if (isThere && (await store.entries(profile.id)).length === 0) await store.delete(profile.id);
      else if (isThere) {
        const { name } = profile;
        context.screen.notice(`The taste profile "${name}" begins, kept in ${store.location}.`);
      }
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
  return withStore(context, flags, 'read', async (store) => {
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
  if (taste.unseen.length > 0) await prepare(context, tastes, name);
}

/** Looks at the pictures of a profile that this model has not seen. */
export async function prepare(
  context: Context,
  tastes: Engine['tastes'],
  name: string,
): Promise<Prepared> {
  const { screen, signal } = context;
  const prepared = await withProgress(context, (onProgress) =>
    tastes.prepare(name, { signal, onProgress }),
  );
  if (prepared.unkept > 0) {
    screen.notice(
      `What is seen in ${counted(prepared.unkept, 'picture')} is not kept, for the store cannot be written: it takes as long each time.`,
    );
  }
  return prepared;
}
