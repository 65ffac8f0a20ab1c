import { describe, expect, it } from 'vitest';
import { duration, Progress } from './progress.js';

function runAt(perSecond: number, done: number): { progress: Progress; clock: { now: number } } {
  const clock = { now: 0 };
  const progress = new Progress(() => clock.now);
  for (let index = 0; index < done; index += 1) {
    clock.now += 1000 / perSecond;
    progress.step();
  }
  return { progress, clock };
}

describe('progress', () => {
  it('says how far it is and how long it takes', () => {
    const { progress } = runAt(20, 412);
    progress.total = 2000;
    // 1588 left at 20 a second: 79.4 s.
    expect(progress.line(79)).toBe(
      '  412 of 2000  █████░░░░░░░░░░░░░░░░░░  20.0 a second  1 min 19 s left',
    );
  });

  it('is silent for what takes less than a second', () => {
    const { progress } = runAt(20, 10);
    expect(progress.line(79)).toBeUndefined();
  });

  it('counts without an end while nobody knows it', () => {
    const { progress } = runAt(2, 4);
    expect(progress.line(79)).toBe('  4 done  2.0 a second');
  });

  it('goes by the latest pictures: remembered ones at the start promise nothing', () => {
    const { progress, clock } = runAt(1000, 5000);
    for (let index = 0; index < 100; index += 1) {
      clock.now += 500;
      progress.step();
    }
    expect(progress.rate).toBeCloseTo(2, 1);
  });

  it('names the picture that it waits for', () => {
    const { progress, clock } = runAt(2, 4);
    progress.begin('shoot/slow\n.jpg');
    progress.begin('shoot/next.jpg');
    clock.now += 1000;
    expect(progress.line(79)).toBe('  4 done  1.3 a second  shoot/slow\\n.jpg');
    progress.total = 6;
    expect(progress.line(79)).toContain('4 of 6');
    expect(progress.line(79)).toContain('slow');
    progress.step();
    expect(progress.line(79)).toContain('shoot/next.jpg');
    progress.total = 1;
    expect(progress.line(79)).toBe('  assessing shoot/next.jpg …');
    expect(progress.line(30)?.length).toBeLessThanOrEqual(30);
  });

  it('stays within a narrow terminal', () => {
    const { progress } = runAt(20, 412);
    progress.total = 20000;
    expect(progress.line(30)?.length).toBeLessThanOrEqual(30);
  });
});

describe('durations', () => {
  it.each([
    [8.2, '8 s'],
    [87, '1 min 27 s'],
    [7500, '2 h 5 min'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});
