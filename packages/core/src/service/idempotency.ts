import { createHash } from 'node:crypto';
import { CalmError } from '../protocol/errors.js';

/** For so long, in milliseconds, an answer is kept for whoever asks again. */
const KEPT_MS = 600_000;

/** So many answers are kept at most; the oldest go first. */
const MOST = 1000;

interface Answered {
  readonly request: string;
  readonly answer: Promise<object>;
  readonly at: number;
}

/** Does a request that comes twice under one key once. One that failed may be tried again. */
export class Idempotency {
  readonly #answered = new Map<string, Answered>();

  /**
   * @param client whose key it is
   * @param request all that it asks
   * @throws CalmError `invalid-request` where the key stands for another request
   */
  once(
    client: string,
    key: string,
    request: unknown,
    work: () => Promise<object>,
  ): Promise<object> {
    const name = JSON.stringify([client, key]);
    const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64');
    const known = this.#answered.get(name);
    if (known !== undefined && Date.now() - known.at < KEPT_MS) {
      if (known.request === hash) return known.answer;
      throw new CalmError(
        'invalid-request',
        `The idempotency key "${key}" was used for another request.`,
        { hint: 'Give every request a key of its own, and the same only to its repetition.' },
      );
    }
    const answer = work();
    this.#answered.delete(name);
    this.#answered.set(name, { request: hash, answer, at: Date.now() });
    answer.catch(() => {
      if (this.#answered.get(name)?.answer === answer) this.#answered.delete(name);
    });
    for (const [oldest, { at }] of this.#answered) {
      if (this.#answered.size <= MOST && Date.now() - at < KEPT_MS) break;
      this.#answered.delete(oldest);
    }
    return answer;
  }
}
