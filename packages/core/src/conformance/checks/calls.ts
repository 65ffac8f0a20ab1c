/** What travels beside what is asked: deadlines, cancelling, keys, progress, languages, limits. */
import { CalmError } from '../../protocol/errors.js';
import type { Failure, ProgressParams, Success } from '../../protocol/generated/message.js';
import { Broken, expectEqual, expectThat, pause, Skipped } from '../asked.js';
import type { Check } from '../check.js';
import { png, unseen } from '../pictures.js';

/** Work that no engine ends in a millisecond. */
const long = () => ({ sources: unseen(200), include: ['score', 'suggestions'] });

export const CALLS: readonly Check[] = [
  {
    name: 'a request that is not done by its deadline fails with timed-out',
    async run(engine) {
      await engine.needs('rank');
      const meta = { deadlineMs: 1 };
      const { retryable } = await engine.refusal('rank', { ...long(), meta }, 'timed-out');
      expectThat(retryable, 'It is not said to be worth another try.');
      for (const deadlineMs of [0, -1, 'soon', 1.5]) {
        await engine.refusal('calm/discover', { meta: { deadlineMs } }, 'invalid-request');
      }
      await engine.result('calm/discover', { meta: { deadlineMs: 60_000 } });
      return 'after 1 ms';
    },
  },
  {
    name: 'a request that is taken back stops, and the next is answered',
    async run(engine) {
      await engine.needs('rank');
      const controller = new AbortController();
      const asked = ending(engine.ask('rank', long(), { signal: controller.signal }));
      await engine.result('calm/discover', {});
      controller.abort();
      expectEqual(await asked, 'cancelled', 'What came of it');
      await engine.result('calm/discover', {});
      return 'cancelled';
    },
  },
  {
    name: 'progress is told where it is asked for, up to all',
    async run(engine) {
      await engine.needs('rank');
      const sources = unseen(3);
      const told: ProgressParams[] = [];
      const onProgress = (progress: ProgressParams): void => {
        told.push(progress);
      };
      await engine.result('rank', { sources }, { onProgress });
      expectEqual(told, [], 'Progress that nobody asked for');
      await engine.result('rank', { sources, meta: { progress: true } }, { onProgress });
      if (told.length === 0) throw new Skipped('this transport carries no progress');
      const done = told.map((each) => each.done);
      expectEqual(
        done,
        done.toSorted((a, b) => a - b),
        'Progress',
      );
      for (const { total } of told) expectEqual(total, sources.length, 'Total');
      expectEqual(done.at(-1), sources.length, 'The last progress');
      return done.join(', ');
    },
  },
  {
    name: 'a request that comes twice under one key is done once',
    async run(engine) {
      await engine.needs('assess/start', 'job/cancel');
      const key = `conformance-${engine.newId()}-${Date.now()}`;
      const params = { sources: [png()], meta: { idempotencyKey: key } };
      const [first, second] = await Promise.all([
        engine.result('assess/start', params),
        engine.result('assess/start', params),
      ]);
      expectEqual(second.job, first.job, 'The job of the repetition');
      await engine.refusal(
        'assess/start',
        { ...params, sources: [png(), png()] },
        'invalid-request',
      );
      await engine.result('job/cancel', { job: first.job });
      return 'one job for two requests; another request under the key is refused';
    },
  },
  {
    name: 'every language that calm/discover names is spoken, with any region, and no other',
    async run(engine) {
      const { locales } = await engine.discovery();
      expectThat(locales.length > 0, 'It names none.');
      const names = new Set<string>();
      for (const locale of locales) {
        const { attributes } = await engine.result('calm/discover', { meta: { locale } });
        names.add(JSON.stringify(attributes.map(({ name }) => name)));
        const [language] = locale.split('-');
        await engine.result('calm/discover', { meta: { locale: `${language}-ZZ` } });
      }
      expectEqual(names.size, locales.length, 'Languages in which attributes have other names');
      await engine.refusal('calm/discover', { meta: { locale: 'tlh' } }, 'invalid-request');
      return locales.join(', ');
    },
  },
  {
    name: 'more requests of one client than the limit fail with busy, and say when to come again',
    async run(engine) {
      await engine.needs('rank');
      const { requests, requestsOfClient } = (await engine.discovery()).limits;
      const most = Math.min(requests, requestsOfClient);
      if (most > 512) throw new Skipped(`the limit is ${most}, which is too many to try`);
      const small = { sources: unseen(40) };
      const controllers = Array.from({ length: most }, () => new AbortController());
      const asked = controllers.map(({ signal }) => ending(engine.ask('rank', small, { signal })));
      try {
        let ended = 0;
        for (const each of asked)
          void each.then(
            () => ended++,
            () => ended++,
          );
        let answer = await engine.ask('calm/discover');
        // On connections of their own, requests arrive in any order.
        while (!('error' in answer)) {
          if (ended > 0) throw new Broken(`${most + 1} requests were taken at a time.`);
          await pause();
          answer = await engine.ask('calm/discover');
        }
        const { code, retryable, retryAfterMs } = answer.error.data;
        expectEqual(code, 'busy', 'data.code');
        expectThat(retryable && retryAfterMs !== undefined, 'It does not say when to come again.');
        return `${most} at a time, then again in ${retryAfterMs} ms`;
      } finally {
        for (const controller of controllers) controller.abort();
        await Promise.all(asked);
        // Where a request is taken back by ending its connection, the engine hears of that a little later.
        while ('error' in (await engine.ask('calm/discover'))) await pause();
      }
    },
  },
];

/** What a request ends in: the code of its error, or `done`. */
async function ending(asked: Promise<Success | Failure>): Promise<string> {
  try {
    const answer = await asked;
    return 'error' in answer ? answer.error.data.code : 'done';
  } catch (error) {
    // Where taking a request back ends the connection, nothing answers it.
    if (error instanceof CalmError) return error.code;
    throw error;
  }
}
