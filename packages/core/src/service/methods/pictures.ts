import { compareAll } from '../../comparison/compare.js';
import { rank } from '../../comparison/rank.js';
import type { AssessOptions, Engine } from '../../engine/engine.js';
import { findLocale } from '../../language/find-locale.js';
import type { FairQueue } from '../../job/fair-queue.js';
import type { Jobs } from '../../job/jobs.js';
import type { ImageSource } from '../../picture/source.js';
import { errorInfoOf, throwIfCancelled } from '../../protocol/errors.js';
import type { Assessment, AssessmentResult } from '../../protocol/generated/assessment.js';
import type { AssessParams, CommentWanted } from '../../protocol/generated/requests.js';
import type { PictureSource } from '../../protocol/generated/source.js';
import type { Call, Caller, Handlers } from '../call.js';
import { imageSourceOf } from '../image-source.js';

/** How pictures are assessed, by the names of the protocol. */
type How = Omit<AssessParams, 'source' | 'meta'>;

/** Who asks, until when, and in which language. */
type Asking = Pick<Call, 'caller' | 'signal' | 'language'>;

const STEPS = ['opened', 'encoded', 'read', 'scored'];

/** The methods that look at pictures. Every picture waits for its client's turn. */
export function pictureMethods(engine: Engine, queue: FairQueue, jobs: Jobs) {
  const turn =
    ({ id }: Caller, signal: AbortSignal) =>
    <Result>(work: () => Promise<Result>): Promise<Result> =>
      queue.run(id, work, signal);

  async function* assessed(
    sources: readonly ImageSource[],
    how: How,
    asking: Asking,
  ): AsyncGenerator<AssessmentResult> {
    const results = engine.assessMany(sources, {
      ...optionsOf(how, asking),
      turn: turn(asking.caller, asking.signal),
    });
    for await (const result of results) yield await commented(result, how.comment, asking);
  }

  /** A comment that cannot be written is why the picture has no result. */
  async function commented(
    result: AssessmentResult,
    wanted: CommentWanted | undefined,
    asking: Asking,
  ): Promise<AssessmentResult> {
    if (wanted === undefined || result.status === 'failed') return result;
    try {
      return await withComment(result, wanted, asking);
    } catch (error) {
      throwIfCancelled(asking.signal, 'The assessment');
      return { status: 'failed', source: result.source, error: errorInfoOf(error) };
    }
  }

  async function withComment(
    assessment: Assessment,
    wanted: CommentWanted,
    { signal, language }: Asking,
  ): Promise<Assessment> {
    return {
      ...assessment,
      comment: await engine.comment(assessment, { ...wanted, signal, language }),
    };
  }

  /** All of them, told as they come. */
  async function all(sources: readonly PictureSource[], how: How, call: Call) {
    const results: AssessmentResult[] = [];
    const given = sources.map((source) => imageSourceOf(source, call.caller));
    for await (const result of assessed(given, how, call)) {
      results.push(result);
      call.progress(results.length, sources.length, result);
    }
    return results;
  }

  return {
    async assess({ source, meta: _meta, ...how }, call) {
      const { caller, signal, progress } = call;
      const given = imageSourceOf(source, caller);
      const assessment = await queue.run(
        caller.id,
        () =>
          engine.assess(given, {
            ...optionsOf(how, call),
            onProgress: (step) => {
              progress(STEPS.indexOf(step) + 1, STEPS.length);
            },
          }),
        signal,
      );
      return how.comment === undefined
        ? assessment
        : await withComment(assessment, how.comment, call);
    },

    async 'assess/start'({ sources, meta: _meta, ...how }, { caller, signal: asking, language }) {
      // What would fail every picture fails the start.
      if (how.profile !== undefined) await engine.tastes.find(how.profile);
      const given = sources.map((source) => imageSourceOf(source, caller));
      // Nobody would fetch the results.
      throwIfCancelled(asking, 'The start');
      const work = (signal: AbortSignal) => assessed(given, how, { caller, signal, language });
      return jobs.start(caller.id, given.length, work, bytesIn([sources, how]));
    },

    'job/get': ({ job, since, limit }, { caller }) => jobs.get(caller.id, job, since, limit),

    'job/cancel': ({ job }, { caller }) => jobs.cancel(caller.id, job),

    async compare({ sources, meta: _meta, ...how }, call) {
      return compareAll(await all(sources, how, call), findLocale(engine.locales, call.language));
    },

    async rank({ sources, meta: _meta, ...how }, call) {
      return { results: rank(await all(sources, how, call)) };
    },

    async ask({ source, question, decoder }, { caller, signal }) {
      const given = imageSourceOf(source, caller);
      return queue.run(
        caller.id,
        () =>
          engine.ask(given, question, { signal, ...(decoder === undefined ? {} : { decoder }) }),
        signal,
      );
    },

    async suggest({ source, edits }, call) {
      const given = imageSourceOf(source, call.caller);
      const how = { include: ['score', 'attributes', 'findings', 'suggestions'] } satisfies How;
      const options = optionsOf(edits === undefined ? how : { ...how, edits }, call);
      return queue.run(call.caller.id, () => engine.assess(given, options), call.signal);
    },
  } satisfies Handlers;
}

/** About what a part of a message holds in memory, most of it pictures as base64. */
function bytesIn(part: unknown): number {
  if (typeof part === 'string') return part.length;
  if (typeof part !== 'object' || part === null) return 8;
  return Object.values(part).reduce<number>((sum, each) => sum + bytesIn(each), 0);
}

function optionsOf(
  { include, edits, profile, examples, layout }: How,
  { caller, signal, language }: Asking,
): AssessOptions {
  return {
    signal,
    language,
    ...(include === undefined ? {} : { include }),
    ...(edits === undefined ? {} : { edits }),
    ...(profile === undefined ? {} : { profile }),
    ...(layout === undefined ? {} : { layout }),
    ...(examples === undefined
      ? {}
      : {
          examples: examples.map(({ source, ...rated }) => ({
            ...rated,
            source: imageSourceOf(source, caller),
          })),
        }),
  };
}
