/** Long work, fetched by a cursor. */
import type { AssessmentResult } from '../../protocol/generated/assessment.js';
import { expectEqual, expectThat, pause, Skipped, type Asked } from '../asked.js';
import type { Check } from '../check.js';
import { png, unseen } from '../pictures.js';

export const JOBS: readonly Check[] = [
  {
    name: 'a job gives every result once, in order, by its cursor',
    async run(engine) {
      await engine.needs('assess/start', 'job/get', 'job/cancel');
      const sources = unseen(5);
      const { job, total } = await engine.result('assess/start', { sources });
      expectEqual(total, sources.length, 'Total');
      const results: AssessmentResult[] = [];
      let cursor = 0;
      for (;;) {
        const page = await engine.result('job/get', { job, since: cursor, limit: 2 });
        expectThat(page.results.length <= 2, 'It gives more results than were asked for.');
        expectEqual(page.cursor, cursor + page.results.length, 'Cursor');
        // An answer that was lost can be asked for again.
        const again = await engine.result('job/get', { job, since: cursor, limit: 2 });
        expectEqual(again.results.slice(0, page.results.length), page.results, 'The same page');
        results.push(...page.results);
        cursor = page.cursor;
        expectThat(page.state !== 'failed' && page.state !== 'cancelled', `It ${page.state}.`);
        if (page.state === 'done' && cursor === total) break;
        if (page.results.length === 0) await pause();
      }
      const widths = results.map((each) =>
        each.status === 'ok' ? each.picture.width : each.status,
      );
      expectEqual(
        widths,
        sources.map(({ width }) => width),
        'Widths of the pictures',
      );
      await engine.refusal('job/get', { job, since: total + 1 }, 'invalid-request');
      return `${total} results`;
    },
  },
  {
    name: 'a picture that fails costs its job one result',
    async run(engine) {
      await engine.needs('assess/start', 'job/get');
      const sources = [png(), { kind: 'bytes' as const, base64: btoa('no picture') }, png()];
      const { job } = await engine.result('assess/start', { sources });
      const { done, failed, results } = await ended(engine, job);
      expectEqual([done, failed], [3, 1], 'Done and failed');
      expectEqual(
        results.map(({ status }) => status),
        ['ok', 'failed', 'ok'],
        'Results',
      );
      return '1 of 3';
    },
  },
  {
    name: 'a job that is cancelled stops, and keeps what it has',
    async run(engine) {
      await engine.needs('assess/start', 'job/get', 'job/cancel');
      const { job } = await engine.result('assess/start', { sources: unseen(200) });
      const { state } = await engine.result('job/cancel', { job });
      expectEqual(state, 'cancelled', 'State');
      const after = await engine.result('job/get', { job });
      expectEqual(after.state, 'cancelled', 'State afterwards');
      expectThat(after.done < 200, 'All pictures were assessed.');
      return `after ${after.done} of 200`;
    },
  },
  {
    name: 'a job that never was is unknown',
    async run(engine) {
      await engine.needs('job/get', 'job/cancel');
      await engine.refusal('job/get', { job: 'no-such-job' }, 'job-unknown');
      await engine.refusal('job/cancel', { job: 'no-such-job' }, 'job-unknown');
      return 'job/get, job/cancel';
    },
  },
  {
    name: 'a job does not exist for another client',
    async run(engine) {
      await engine.needs('assess/start', 'job/get', 'job/cancel');
      const { other } = engine;
      if (other === undefined) throw new Skipped('this transport has one client only');
      const { job } = await engine.result('assess/start', { sources: unseen(2) });
      await other.refusal('job/get', { job }, 'job-unknown');
      await other.refusal('job/cancel', { job }, 'job-unknown');
      await ended(engine, job);
      return 'job/get, job/cancel';
    },
  },
  {
    name: 'more jobs than the limit fail with busy',
    async run(engine) {
      await engine.needs('assess/start', 'job/cancel');
      const { jobsOfClient } = (await engine.discovery()).limits;
      if (jobsOfClient > 64) throw new Skipped(`the limit is ${jobsOfClient}, too many to try`);
      const jobs: string[] = [];
      try {
        for (let started = 0; started < jobsOfClient; started++) {
          jobs.push((await engine.result('assess/start', { sources: unseen(100) })).job);
        }
        const { retryable } = await engine.refusal('assess/start', { sources: [png()] }, 'busy');
        expectThat(retryable, 'It is not said to be worth another try.');
        return `${jobsOfClient} at a time`;
      } finally {
        for (const job of jobs) await engine.result('job/cancel', { job });
      }
    },
  },
];

/** How a job ended. */
async function ended(engine: Asked, job: string) {
  for (;;) {
    const found = await engine.result('job/get', { job, since: 0 });
    if (found.state !== 'running') return found;
    await pause();
  }
}
