import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairQueue } from './fair-queue.js';

/** Work that ends when it is told to. */
function held() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end };
}

const turnsTaken = async (): Promise<void> => {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
};

describe('a fair queue', () => {
  it('lets whoever asks for one thing wait for one turn of whoever asks for many', async () => {
    const queue = new FairQueue(1);
    const order: string[] = [];
    const ask = (client: string) =>
      queue.run(client, async () => {
        order.push(client);
        await turnsTaken();
      });
    const many = [1, 2, 3, 4].map(() => ask('many'));
    await Promise.all([...many, ask('one')]);
    expect(order).toEqual(['many', 'many', 'one', 'many', 'many']);
  });

  it('never does more at a time than it may, and does everything once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }),
        async (most, clients) => {
          const queue = new FairQueue(most);
          let running = 0;
          let highest = 0;
          const done: number[] = [];
          await Promise.all(
            clients.map((client, index) =>
              queue.run(client, async () => {
                running++;
                highest = Math.max(highest, running);
                await turnsTaken();
                running--;
                done.push(index);
              }),
            ),
          );
          expect(highest).toBeLessThanOrEqual(most);
          expect(done.toSorted((a, b) => a - b)).toEqual(clients.map((_, index) => index));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('goes on after work that fails', async () => {
    const queue = new FairQueue(1);
    const failing = queue.run('a', () => Promise.reject(new Error('no')));
    const next = queue.run('a', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('done');
  });

  it('lets go of what is taken back before its turn, and never begins it', async () => {
    const queue = new FairQueue(1);
    const first = held();
    const running = queue.run('a', first.work);
    const controller = new AbortController();
    let begun = false;
    const waiting = queue.run(
      'a',
      () => {
        begun = true;
        return Promise.resolve();
      },
      controller.signal,
    );
    controller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    first.end();
    await running;
    await turnsTaken();
    expect(begun).toBe(false);
    await expect(queue.run('a', () => Promise.resolve('next'))).resolves.toBe('next');
  });
});
