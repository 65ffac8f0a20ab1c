/** One conversation turn with a server that speaks `/v1/chat/completions`: what comes of it piece by piece, and every way it can fail. */
import { setTimeout as delay } from 'node:timers/promises';
import { CalmError } from '@calm-sdk/core';
import { createParser } from 'eventsource-parser';
import type { Message } from './prompt.js';

/** In milliseconds. */
export interface Timeouts {
  /** Until the server begins to answer. Default 60,000: a model may have to be loaded first. */
  readonly connect: number;
  /** Between two pieces of an answer. Default 30,000. */
  readonly chunk: number;
  /** For the whole answer, further attempts included. Default 300,000. */
  readonly total: number;
}

/** What the server says that it counted. */
export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

const TIMEOUTS: Timeouts = { connect: 60_000, chunk: 30_000, total: 300_000 };

/** Attempts at a server that is busy, broken or not there yet. */
const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 500;
/** A server that wants to be left alone for longer is not waited for. */
const LONGEST_PAUSE_MS = 60_000;

const MOST_REDIRECTS = 3;

/** An answer of some hundred tokens has far less. */
const MOST_BYTES = 4 * 2 ** 20;

/** Of what a server says of an error. */
const LONGEST_QUOTE = 200;

/** Fields that some servers refuse, and what their complaint then names; the first is given up where it names none. */
const OPTIONAL_FIELDS = [
  ['response_format', /response_format|json_schema|grammar|structured/iu],
  ['stream_options', /stream_options/iu],
  ['temperature', /temperature/iu],
  ['max_tokens', /max_tokens|max_completion_tokens/iu],
] as const;

type OptionalField = (typeof OPTIONAL_FIELDS)[number][0];

const RESPONSE_FORMAT = {
  type: 'json_schema',
  json_schema: {
    name: 'comment',
    strict: true,
    schema: {
      type: 'object',
      properties: { sentences: { type: 'array', items: { type: 'string' } } },
      required: ['sentences'],
      additionalProperties: false,
    },
  },
} as const;

export class ChatClient {
  readonly #endpoint: URL;
  readonly #model: string;
  readonly #apiKey: string | undefined;
  readonly #maxTokens: number;
  readonly #timeouts: Timeouts;
  /** What this server has refused, for the answers to come. */
  readonly #refused = new Set<OptionalField>();

  constructor(
    endpoint: URL,
    model: string,
    apiKey: string | undefined,
    maxTokens: number,
    timeouts: Partial<Timeouts> = {},
  ) {
    this.#endpoint = endpoint;
    this.#model = model;
    this.#apiKey = apiKey;
    this.#maxTokens = maxTokens;
    this.#timeouts = { ...TIMEOUTS, ...timeouts };
  }

  /**
   * The text of an answer, piece by piece.
   *
   * @throws CalmError `remote-unreachable`, `remote-refused`, `remote-failed`, `timed-out` or `cancelled`
   */
  async *complete(
    messages: readonly Message[],
    signal: AbortSignal | undefined,
    onUsage: ((usage: Usage) => void) | undefined,
  ): AsyncGenerator<string> {
    const clock = new Clock(this.#timeouts, signal, this.#host);
    try {
      const response = await this.#answered(messages, clock);
      yield* this.#contents(response, clock, onUsage);
    } finally {
      clock.stop();
    }
  }

  get #host(): string {
    return this.#endpoint.host;
  }

  /** A response that is an answer: what can be tried again is, and what this server refuses is left out. */
  async #answered(messages: readonly Message[], clock: Clock): Promise<Response> {
    for (let attempt = 1; ;) {
      let failed: CalmError;
      let pause = FIRST_PAUSE_MS * 2 ** (attempt - 1);
      try {
        const response = await this.#send(messages, clock);
        if (response.ok) return response;
        const said = await this.#quoted(response, clock);
        if (this.#givesUpField(response.status, said)) continue;
        failed = this.#refusal(response.status, said);
        pause = retryAfter(response.headers.get('retry-after')) ?? pause;
      } catch (error) {
        if (error instanceof CalmError) throw error;
        failed = this.#unreachable(error);
      }
      if (!failed.retryable || attempt === ATTEMPTS || pause > LONGEST_PAUSE_MS) throw failed;
      attempt++;
      await clock.pause(pause);
    }
  }

  /** Follows redirects within the host, so that neither key nor picture goes to another. */
  async #send(messages: readonly Message[], clock: Clock): Promise<Response> {
    let url = this.#endpoint;
    for (let redirects = 0; ; redirects++) {
      const response = await clock.connect((signal) =>
        fetch(url, {
          method: 'POST',
          redirect: 'manual',
          signal,
          headers: {
            'content-type': 'application/json',
            accept: 'text/event-stream, application/json',
            ...(this.#apiKey === undefined ? {} : { authorization: `Bearer ${this.#apiKey}` }),
          },
          body: JSON.stringify(this.#body(messages)),
        }),
      );
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null) return response;
      await response.body?.cancel();
      const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
      const isSafe =
        next?.hostname === url.hostname &&
        (next.port === url.port || next.protocol === 'https:') &&
        !(url.protocol === 'https:' && next.protocol !== 'https:');
      if (!isSafe || redirects === MOST_REDIRECTS) {
        throw new CalmError(
          'remote-refused',
          `${this.#host} passes requests on to ${next?.host ?? 'somewhere'}, and nothing was sent there.`,
          { hint: 'Give the URL that is meant, if you trust it.' },
        );
      }
      url = next;
    }
  }

  #body(messages: readonly Message[]): unknown {
    const keeps = (field: OptionalField): boolean => !this.#refused.has(field);
    return {
      model: this.#model,
      messages,
      stream: true,
      ...(keeps('stream_options') ? { stream_options: { include_usage: true } } : {}),
      ...(keeps('response_format') ? { response_format: RESPONSE_FORMAT } : {}),
      ...(keeps('temperature') ? { temperature: 0.2 } : {}),
      // Newer servers of OpenAI know only the longer name, others only the shorter one.
      [keeps('max_tokens') ? 'max_tokens' : 'max_completion_tokens']: this.#maxTokens,
    };
  }

  /** Whether a complaint is about a field that can be done without. */
  #givesUpField(status: number, said: string): boolean {
    // Some servers call it a fault of theirs (500) that they do not know a field.
    if (status !== 400 && status !== 422 && status !== 500) return false;
    const left = OPTIONAL_FIELDS.filter(([field]) => !this.#refused.has(field));
    const named = left.find(([, complaint]) => complaint.test(said));
    const unnamed = status === 500 ? undefined : left.find(([name]) => name === 'response_format');
    const field = (named ?? unnamed)?.[0];
    if (field === undefined) return false;
    this.#refused.add(field);
    return true;
  }

  async *#contents(
    response: Response,
    clock: Clock,
    onUsage: ((usage: Usage) => void) | undefined,
  ): AsyncGenerator<string> {
    const type = response.headers.get('content-type') ?? '';
    let whole = false;
    const take = (data: string): string => {
      const { content, finished, usage, error } = this.#chunk(data);
      if (error !== undefined) throw this.#broken(`It reports an error: ${this.#quote(error)}`);
      if (usage !== undefined) onUsage?.(usage);
      whole ||= finished;
      return content;
    };
    if (/^text\/event-stream\b/iu.test(type)) {
      for await (const data of this.#events(response, clock)) {
        if (data === '[DONE]') {
          whole = true;
          break;
        }
        yield take(data);
      }
    } else if (/^application\/json\b/iu.test(type)) {
      // A server that does not stream gives all of it at once.
      let text = '';
      for await (const piece of this.#texts(response, clock)) text += piece;
      yield take(text);
    } else {
      await response.body?.cancel();
      throw this.#broken(`It is of the type "${this.#quote(type)}".`);
    }
    if (!whole) throw this.#broken('It broke off before its end.');
  }

  async *#events(response: Response, clock: Clock): AsyncGenerator<string> {
    const ready: string[] = [];
    const parser = createParser({ onEvent: ({ data }) => ready.push(data) });
    for await (const text of this.#texts(response, clock)) {
      parser.feed(text);
      yield* ready.splice(0);
    }
  }

  async *#texts(response: Response, clock: Clock): AsyncGenerator<string> {
    const { body } = response;
    if (body === null) return;
    const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    const decoder = new TextDecoder();
    let bytes = 0;
    try {
      for (;;) {
        const { done, value } = await clock.chunk(() => reader.read());
        if (done) return;
        bytes += value.byteLength;
        if (bytes > MOST_BYTES) throw this.#broken('It does not come to an end.');
        yield decoder.decode(value, { stream: true });
      }
    } catch (error) {
      throw error instanceof CalmError ? error : this.#broken('The connection broke.');
    } finally {
      // The stream may be broken already, which was said.
      await reader.cancel().catch(() => undefined);
    }
  }

  /** What one event holds of what is needed. */
  #chunk(data: string): {
    readonly content: string;
    readonly finished: boolean;
    readonly usage?: Usage;
    readonly error?: string;
  } {
    let parsed: unknown;
    try {
      parsed = JSON.parse(data);
    } catch {
      throw this.#broken('A part of it is no JSON.');
    }
    const error = at(parsed, 'error');
    if (error !== undefined && error !== null) {
      const message = at(error, 'message') ?? error;
      const said = typeof message === 'string' ? message : 'it does not say which.';
      return { content: '', finished: false, error: said };
    }
    const choice = at(at(parsed, 'choices'), 0);
    const content = at(at(choice, 'delta') ?? at(choice, 'message'), 'content');
    const usage = usageOf(at(parsed, 'usage'));
    return {
      content: typeof content === 'string' ? content : '',
      finished: typeof at(choice, 'finish_reason') === 'string',
      ...(usage === undefined ? {} : { usage }),
    };
  }

  /** What the server says of an error, as far as it may be shown. */
  async #quoted(response: Response, clock: Clock): Promise<string> {
    let text = '';
    for await (const piece of this.#texts(response, clock)) text += piece;
    let said: unknown = text;
    try {
      const parsed: unknown = JSON.parse(text);
      said =
        at(at(parsed, 'error'), 'message') ?? at(parsed, 'message') ?? at(parsed, 'error') ?? text;
    } catch {
      // Many servers say it in plain text or a page.
    }
    return typeof said === 'string' ? said : text;
  }

  /** A server may repeat what it was sent: the key is never shown. */
  #quote(text: string): string {
    const safe = this.#apiKey === undefined ? text : text.replaceAll(this.#apiKey, '[key]');
    return safe
      .replace(/[^\x20-\x7e\u00a0-\uffff]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_QUOTE);
  }

  #refusal(status: number, said: string): CalmError {
    const host = this.#host;
    const also = said.trim() === '' ? '' : ` It says: ${this.#quote(said)}`;
    if (status === 401 || status === 403) {
      // What it says of a key may hold a part of it.
      const key =
        this.#apiKey === undefined
          ? 'There is no API key'
          : 'The API key is wrong or may not do this';
      return new CalmError('remote-refused', `${host} refuses the request (${status}).`, {
        hint: `${key}: give the one that the server wants.`,
      });
    }
    if (status === 404) {
      return new CalmError(
        'remote-refused',
        `${host} has no model "${this.#model}", or does not speak this protocol at that URL (404).${also}`,
        { hint: 'Check the name of the model and the URL, which mostly ends in /v1.' },
      );
    }
    if (status === 429) {
      return new CalmError('remote-failed', `${host} takes no more requests now (429).${also}`, {
        hint: 'Try it again later, or look at the limits of your account.',
        retryable: true,
      });
    }
    if (status >= 500) {
      return new CalmError('remote-failed', `${host} failed (${status}).${also}`, {
        hint: 'Try it again later, or look at what the server itself reports.',
        retryable: true,
      });
    }
    return new CalmError('remote-refused', `${host} refuses the request (${status}).${also}`, {
      hint: 'Check the URL and the model, and whether it can do what was asked.',
    });
  }

  #broken(what: string): CalmError {
    return new CalmError(
      'remote-failed',
      `The answer of ${this.#host} is not to be used. ${what}`,
      {
        hint: 'Try it again; where it stays so, check that the URL is that of an OpenAI-compatible API.',
        retryable: true,
      },
    );
  }

  #unreachable(error: unknown): CalmError {
    const code = codeOf(error);
    const isLate = code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EAI_AGAIN';
    return new CalmError(
      'remote-unreachable',
      `${this.#host} cannot be reached${code === undefined ? '' : ` (${code})`}.`,
      {
        hint: 'Check that the server runs, and its URL.',
        retryable: isLate || code === 'UND_ERR_SOCKET',
      },
    );
  }
}

/** All that ends an answer early: the caller, and the three timeouts. */
class Clock {
  readonly #controller = new AbortController();
  readonly #timeouts: Timeouts;
  readonly #host: string;
  readonly #total: NodeJS.Timeout;
  readonly #signal: AbortSignal | undefined;
  readonly #cancel = (): void => {
    this.#controller.abort(CalmError.cancelled('The comment'));
  };

  constructor(timeouts: Timeouts, signal: AbortSignal | undefined, host: string) {
    this.#timeouts = timeouts;
    this.#host = host;
    this.#signal = signal;
    this.#total = setTimeout(() => this.#end('was not done', timeouts.total), timeouts.total);
    if (signal?.aborted === true) this.#cancel();
    signal?.addEventListener('abort', this.#cancel, { once: true });
  }

  stop(): void {
    clearTimeout(this.#total);
    this.#signal?.removeEventListener('abort', this.#cancel);
  }

  /** Does a step that has to begin within the time for that. */
  connect<Result>(step: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const { connect } = this.#timeouts;
    return this.#within(connect, 'has not begun to answer', () => step(this.#controller.signal));
  }

  chunk<Result>(step: () => Promise<Result>): Promise<Result> {
    return this.#within(this.#timeouts.chunk, 'has fallen silent', step);
  }

  async pause(milliseconds: number): Promise<void> {
    const { signal } = this.#controller;
    await this.#orItsReason(delay(milliseconds, undefined, { signal }));
  }

  async #within<Result>(
    milliseconds: number,
    what: string,
    step: () => Promise<Result>,
  ): Promise<Result> {
    const timer = setTimeout(() => this.#end(what, milliseconds), milliseconds);
    try {
      return await this.#orItsReason(step());
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends with the reason of an abort rather than with what it broke. */
  async #orItsReason<Result>(work: Promise<Result>): Promise<Result> {
    const { signal } = this.#controller;
    try {
      signal.throwIfAborted();
      return await Promise.race([work, aborted(signal)]);
    } catch (error) {
      work.catch(() => undefined);
      if (signal.aborted) throw signal.reason;
      throw error;
    }
  }

  #end(what: string, milliseconds: number): void {
    this.#controller.abort(
      new CalmError('timed-out', `${this.#host} ${what} after ${milliseconds / 1000} s.`, {
        hint: 'Try it again, or allow more time where the model is slow.',
        retryable: true,
      }),
    );
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Milliseconds of a Retry-After: seconds or a date (RFC 9110). */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (header.trim() !== '' && Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function usageOf(usage: unknown): Usage | undefined {
  const promptTokens = at(usage, 'prompt_tokens');
  const completionTokens = at(usage, 'completion_tokens');
  return typeof promptTokens === 'number' && typeof completionTokens === 'number'
    ? { promptTokens, completionTokens }
    : undefined;
}

/** A member of something parsed, if it has it. */
function at(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}

/** The system's name of what went wrong with a connection, which fetch hides in causes. */
function codeOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
    if (cause instanceof AggregateError) {
      const inner = cause.errors.map(codeOf).find((code) => code !== undefined);
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}
