import type { Engine } from '../../engine/engine.js';
import type { Said as SaidOfSource } from '../../engine/tastes.js';
import type { FairQueue } from '../../job/fair-queue.js';
import { describeSource } from '../../engine/document.js';
import type { ErrorInfo } from '../../protocol/errors.js';
import type { Said } from '../../protocol/generated/tastes.js';
import type { Caller, Handlers } from '../call.js';
import { imageSourceOf } from '../image-source.js';

/** The methods that tell and ask of tastes. What looks at pictures waits for its client's turn. */
export function tasteMethods({ tastes }: Engine, queue: FairQueue) {
  return {
    'taste/profiles': async () => ({ profiles: [...(await tastes.profiles())] }),

    'taste/create': ({ name, kinds }) => tastes.create(name, kinds),

    'taste/rename': ({ profile, name }) => tastes.rename(profile, name),

    async 'taste/say'({ profile, said, from, session, shown }, { caller, signal, progress }) {
      const given = said.map((each) => saidOf(each, caller));
      const options = {
        signal,
        onProgress: progress,
        ...(from === undefined ? {} : { from }),
        ...(session === undefined ? {} : { session }),
        ...(shown === undefined ? {} : { shown }),
      };
      const { pictures, alike } = await queue.run(
        caller.id,
        () => tastes.say(profile, given, options),
        signal,
      );
      return { pictures: [...pictures], alike: [...alike] };
    },

    async 'taste/report'({ profile }, { signal, caller, progress }) {
      const options = { signal, onProgress: progress };
      const reports = await queue.run(caller.id, () => tastes.report(profile, options), signal);
      return {
        reports: reports.map(({ topics, curve, ...report }) => ({
          ...report,
          topics: [...topics],
          curve: [...curve],
        })),
      };
    },

    async 'taste/next'({ profile, sources, count }, { caller, signal, progress }) {
      const given = sources.map((source) => imageSourceOf(source, caller));
      const failed: { source: ReturnType<typeof describeSource>; error: ErrorInfo }[] = [];
      const next = await queue.run(
        caller.id,
        () =>
          tastes.next(profile, given, {
            signal,
            onProgress: progress,
            onFailed: (source, error) => {
              failed.push({ source: describeSource(source), error });
            },
            ...(count === undefined ? {} : { count }),
          }),
        signal,
      );
      return {
        pictures: next.map(({ source, topics, ...picture }) => ({
          ...picture,
          index: given.indexOf(source),
          topics: [...topics],
        })),
        failed: failed.map((each) => ({ status: 'failed' as const, ...each })),
      };
    },

    async 'taste/tune'({ profile }, { caller, signal, progress }) {
      const options = { signal, onProgress: progress };
      const reports = await queue.run(caller.id, () => tastes.tune(profile, options), signal);
      return { reports: [...reports] };
    },

    'taste/forget': async ({ profile, pictures }) => ({
      entries: await tastes.forget(profile, pictures),
    }),

    async 'taste/delete'({ profile }) {
      await tastes.delete(profile);
      return {};
    },

    async 'taste/merge'({ from, into }) {
      await tastes.merge(from, into);
      return {};
    },

    'taste/export': ({ profiles }) => tastes.export(profiles),

    async 'taste/import'({ document }) {
      const { profiles, ...brought } = await tastes.import(document);
      return { ...brought, profiles: [...profiles] };
    },
  } satisfies Handlers;
}

function saidOf(said: Said, caller: Caller): SaidOfSource {
  switch (said.kind) {
    case 'choice': {
      const { kind, preferred, over } = said;
      return {
        kind,
        preferred: imageSourceOf(preferred, caller),
        over: imageSourceOf(over, caller),
      };
    }
    default:
      return { ...said, source: imageSourceOf(said.source, caller) };
  }
}
