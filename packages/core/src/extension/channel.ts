/** Things that come one after the other, for one reader who may be slower or faster than they come. */
export class Channel implements AsyncIterable<unknown> {
  readonly #waiting: unknown[] = [];
  readonly #onTaken: () => void;
  #ended = false;
  #wake: (() => void) | undefined;

  /** @param onTaken called when the reader has taken one */
  constructor(onTaken: () => void) {
    this.#onTaken = onTaken;
  }

  push(item: unknown): void {
    this.#waiting.push(item);
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown> {
    for (;;) {
      while (this.#waiting.length > 0) {
        const item = this.#waiting.shift();
        this.#onTaken();
        yield item;
      }
      if (this.#ended) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
