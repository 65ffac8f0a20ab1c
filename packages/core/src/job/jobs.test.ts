import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AssessmentResult } from '../protocol/generated/assessment.js';
import { Jobs, type JobWork } from './jobs.js';

function failed(path: string): AssessmentResult {
  return {
    status: 'failed',
    source: { kind: 'path', path },
    error: { code: 'file-not-found', message: 'gone', hint: 'look', retryable: false },
  };
}

/** Yields so many results, one for each call of `next`. */
function stepped(total: number) {
  const waiting: (() => void)[] = [];
  const work: JobWork = async function* (signal) {
    for (let index = 0; index < total; index++) {
      await new Promise<void>((resolve, reject) => {
        waiting.push(resolve);
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
      yield failed(`${index}.jpg`);
    }
  };
  const next = async (): Promise<void> => {
    waiting.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { work, next };
}

/** All at once. */
const atOnce = (total: number): JobWork =>
  async function* () {
    await Promise.resolve();
    for (let index = 0; index < total; index++) yield failed(`${index}.jpg`);
  };

describe('jobs', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('give every result once to whoever goes on from the cursor, and again to whoever lost an answer', async () => {
    const jobs = new Jobs({ ofClient: 2, bytes: 1000, expiryMs: 1000 });
    const { work, next } = stepped(3);
    const { job } = jobs.start('anna', 3, work);
    expect(jobs.get('anna', job)).toMatchObject({ state: 'running', done: 0, cursor: 0 });
    await next();
    await next();
    const first = jobs.get('anna', job, 0);
    expect(first).toMatchObject({ state: 'running', done: 2, failed: 2, cursor: 2, total: 3 });
    expect(jobs.get('anna', job, 0)).toEqual(first);
    await next();
    const second = jobs.get('anna', job, first.cursor);
    expect(second.results).toEqual([failed('2.jpg')]);
    expect(jobs.get('anna', job, 2)).toMatchObject({ state: 'done', cursor: 3 });
    expect(() => jobs.get('anna', job, 0)).toThrow(/0 is not among them/);
    expect(() => jobs.get('anna', job, 4)).toThrow(/4 is not among them/);
  });

  it('do not exist for anybody else', () => {
    const jobs = new Jobs({ ofClient: 2, bytes: 1000, expiryMs: 1000 });
    const { job } = jobs.start('anna', 1, stepped(1).work);
    expect(() => jobs.get('ben', job)).toThrow(/no job/);
    expect(() => jobs.cancel('ben', job)).toThrow(/no job/);
    expect(jobs.get('anna', job).state).toBe('running');
  });

  it('are bounded for each client, and say when to try again', () => {
    const jobs = new Jobs({ ofClient: 1, bytes: 1000, expiryMs: 1000 });
    jobs.start('anna', 1, stepped(1).work);
    expect(() => jobs.start('anna', 1, stepped(1).work)).toThrow(
      expect.objectContaining({ code: 'busy', retryable: true, retryAfterMs: 5000 }) as Error,
    );
    jobs.start('ben', 1, stepped(1).work);
  });

  it('are bounded by what all of them hold, until they end', async () => {
    const jobs = new Jobs({ ofClient: 2, bytes: 1000, expiryMs: 1000 });
    const { work, next } = stepped(1);
    const large = jobs.start('anna', 1, work, 5000);
    const full = expect.objectContaining({ code: 'busy', retryAfterMs: 5000 }) as Error;
    expect(() => jobs.start('ben', 1, stepped(1).work, 1)).toThrow(full);
    await next();
    expect(jobs.get('anna', large.job).state).toBe('done');
    const { job } = jobs.start('ben', 1, stepped(1).work, 600);
    expect(() => jobs.start('anna', 1, stepped(1).work, 600)).toThrow(full);
    jobs.cancel('ben', job);
    await vi.advanceTimersByTimeAsync(0);
    jobs.start('anna', 1, stepped(1).work, 600);
  });

  it('keep what they have when they are cancelled', async () => {
    const jobs = new Jobs({ ofClient: 1, bytes: 1000, expiryMs: 1000 });
    const { work, next } = stepped(3);
    const { job } = jobs.start('anna', 3, work);
    await next();
    expect(jobs.cancel('anna', job)).toMatchObject({ state: 'cancelled', done: 1, results: [] });
    expect(jobs.get('anna', job, 0).results).toHaveLength(1);
    jobs.start('anna', 1, stepped(1).work);
  });

  it('stop and are forgotten where nobody asks for them', async () => {
    const jobs = new Jobs({ ofClient: 1, bytes: 1000, expiryMs: 1000 });
    let stopped = false;
    const { work } = stepped(3);
    const { job } = jobs.start('anna', 3, (signal) => {
      signal.addEventListener('abort', () => {
        stopped = true;
      });
      return work(signal);
    });
    await vi.advanceTimersByTimeAsync(900);
    jobs.get('anna', job);
    await vi.advanceTimersByTimeAsync(900);
    expect(jobs.get('anna', job).state).toBe('running');
    await vi.advanceTimersByTimeAsync(1001);
    expect(stopped).toBe(true);
    expect(() => jobs.get('anna', job)).toThrow(/no job/);
  });

  it('pause while their results are not fetched, so that memory stays flat', async () => {
    const jobs = new Jobs({ ofClient: 1, bytes: 1000, expiryMs: 100_000 });
    const { job } = jobs.start('anna', 2500, atOnce(2500));
    await vi.advanceTimersByTimeAsync(10);
    expect(jobs.get('anna', job)).toMatchObject({ state: 'running', done: 1000 });
    let since = 0;
    let fetched = 0;
    while (fetched < 2500) {
      const page = jobs.get('anna', job, since, 1000);
      fetched += page.results.length;
      since = page.cursor;
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(jobs.get('anna', job, since)).toMatchObject({ state: 'done', done: 2500, cursor: 2500 });
  });

  it('tell a defect as what it is', async () => {
    const jobs = new Jobs({ ofClient: 1, bytes: 1000, expiryMs: 1000 });
    const { job } = jobs.start('anna', 2, async function* () {
      await Promise.resolve();
      yield failed('0.jpg');
      throw new Error('out of memory');
    });
    await vi.advanceTimersByTimeAsync(10);
    expect(jobs.get('anna', job)).toMatchObject({
      state: 'failed',
      done: 1,
      error: { code: 'internal', message: 'The engine failed: out of memory' },
    });
  });
});
