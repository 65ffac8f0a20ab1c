/** One thing to do, for one client. */
interface Waiting {
  readonly begin: () => void;
}

/**
 * Does a few things at a time, in turns between clients: whoever asks for a thousand things waits for them, and whoever asks for one beside
 * that waits for one turn.
 */
export class FairQueue {
  readonly #most: number;
  /** By client, in the order of their turns. */
  readonly #waiting = new Map<string, Waiting[]>();
  #running = 0;

  /** @param most how many things are done at a time */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Does it when its client's turn has come.
   *
   * @throws whatever `work` throws; the signal's reason where that came before the turn
   */
  async run<Result>(
    client: string,
    work: () => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    await this.#turn(client, signal);
    try {
      return await work();
    } finally {
      this.#running--;
      this.#next();
    }
  }

  async #turn(client: string, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        const own = this.#waiting.get(client);
        const left = own?.filter((other) => other !== waiting) ?? [];
        if (left.length === 0) this.#waiting.delete(client);
        else this.#waiting.set(client, left);
        reject(signal?.reason as Error);
      };
      const waiting: Waiting = {
        begin: () => {
          signal?.removeEventListener('abort', leave);
          this.#running++;
          resolve();
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      const own = this.#waiting.get(client);
      if (own === undefined) this.#waiting.set(client, [waiting]);
      else own.push(waiting);
      this.#next();
    });
  }

  #next(): void {
    while (this.#running < this.#most) {
      const [first] = this.#waiting;
      if (first === undefined) return;
      const [client, own] = first;
      const waiting = own.shift();
      // Who has had a turn stands behind all others.
      this.#waiting.delete(client);
      if (own.length > 0) this.#waiting.set(client, own);
      waiting?.begin();
    }
  }
}
