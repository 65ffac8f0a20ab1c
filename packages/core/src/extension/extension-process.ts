import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { CalmError, throwIfCancelled } from '../protocol/errors.js';
import type { Activation, FromExtension, ToExtension, Work } from './messages.js';

// Run from source (in tests) the process is the built one: Node loads no TypeScript.
const HOST = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/extension-host.js' : './extension-host.js',
  import.meta.url,
);

/** Milliseconds within which an extension must be active. */
const ACTIVATION_MS = 10_000;

/** Milliseconds within which an answer, or its next part, must come. A picture waits for what is measured in it. */
const SILENCE_MS = {
  measure: 5000,
  write: 30_000,
  report: 30_000,
  'store-open': 30_000,
  'store-call': 30_000,
};

/** Milliseconds that an extension has to end in. */
const ENDING_MS = 1000;

/** Of the JavaScript heap; the process as a whole is watched by the process itself. */
const MOST_HEAP_MB = 512;

/** After its process has gone so many times in a row, or as many calls in a row were answered by an error, it is not tried again. */
const MOST_ENDS = 4;
const MOST_ERRORS = 12;

/** After the first failure it is tried again after so many milliseconds, after each further one twice as many. */
const FIRST_PAUSE_MS = 500;

/** Characters of what it writes that are passed on; the rest is read and dropped. */
const MOST_WRITTEN = 64 * 1024;

export type ProcessState = 'idle' | 'active' | 'failed' | 'disabled';

export interface ProcessHooks {
  /** Told what the extension logs and writes. */
  readonly onLog: (level: 'info' | 'warn' | 'error', text: string) => void;
  /** Answers a request of the extension's by the protocol. */
  readonly answer: (method: string, params: object) => Promise<unknown>;
}

export interface WorkOptions {
  readonly signal?: AbortSignal;
  /** What the work goes over. */
  readonly input?: AsyncIterable<unknown>;
  /** Told each part that comes. */
  readonly onItem?: (item: unknown) => void;
}

interface Running {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onItem: (item: unknown) => void;
  readonly onMore: () => void;
}

/**
 * The process of one extension: started when something of it is first needed, and again after a pause where it has failed. Whatever it does (throws,
 * hangs, ends, floods) fails its own calls, and nothing else.
 */
export class ExtensionProcess {
  problem: string | undefined;
  readonly #activation: Activation;
  readonly #hooks: ProcessHooks;
  readonly #running = new Map<number, Running>();
  #child: ChildProcess | undefined;
  #active: Promise<readonly string[]> | undefined;
  #calls = 0;
  #ends = 0;
  #errors = 0;
  #notBefore = 0;
  #ending = false;
  /** How many wait for it. */
  #waiting = 0;

  constructor(activation: Activation, hooks: ProcessHooks) {
    this.#activation = activation;
    this.#hooks = hooks;
  }

  get state(): ProcessState {
    if (this.#ends >= MOST_ENDS || this.#errors >= MOST_ERRORS) return 'disabled';
    if (this.#ends > 0 || this.#errors > 0) return 'failed';
    return this.#child === undefined ? 'idle' : 'active';
  }

  /** How many times its process was started: what it held before is gone. */
  starts = 0;

  /**
   * Has a contribution do its work.
   *
   * @throws CalmError `extension-failed`, saying what the extension did; `cancelled` once the signal says so
   */
  async work(
    work: Work,
    id: string,
    argument: unknown,
    options: WorkOptions = {},
  ): Promise<unknown> {
    throwIfCancelled(options.signal, `The work of ${id}`);
    return await this.#kept(() => this.#work(work, id, argument, options));
  }

  async #work(
    work: Work,
    id: string,
    argument: unknown,
    { signal, input, onItem }: WorkOptions,
  ): Promise<unknown> {
    await this.#activated();
    const call = ++this.#calls;
    const send = (message: ToExtension): void => {
      // A process that has gone is told by its end.
      if (this.#child?.connected === true) this.#child.send(message, () => undefined);
    };
    // A command may take as long as it likes: whoever waits for it can stop it.
    const silence = work === 'run' ? undefined : SILENCE_MS[work];
    const clock = new Clock(silence, () => {
      this.#kill(`${id} did not answer in time`);
    });
    let taken: () => void = () => undefined;
    let over = false;
    const done = new Promise<unknown>((resolve, reject) => {
      this.#running.set(call, {
        resolve,
        reject,
        onItem: (item) => {
          clock.restart();
          onItem?.(item);
        },
        onMore: () => {
          clock.restart();
          taken();
        },
      });
    });
    const cancel = (): void => {
      send({ kind: 'cancel', call });
      // Whoever does not heed that is ended like whoever is silent.
      clock.restart(ENDING_MS);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      send({ kind: 'call', call, work, id, argument });
      const feeding = input === undefined ? undefined : feed(input);
      // Where the work ends before its input, what is left of that is nobody's.
      feeding?.catch(() => undefined);
      const result = await done;
      this.#ends = 0;
      this.#errors = 0;
      return result;
    } catch (error) {
      throwIfCancelled(signal, `The work of ${id}`);
      throw error;
    } finally {
      over = true;
      clock.stop();
      signal?.removeEventListener('abort', cancel);
      this.#running.delete(call);
    }

    async function feed(items: AsyncIterable<unknown>): Promise<void> {
      for await (const item of items) {
        if (over) return;
        const more = new Promise<void>((resolve) => {
          taken = resolve;
        });
        send({ kind: 'push', call, item });
        clock.restart();
        await Promise.race([more, done]);
        // While the next picture is being assessed nobody waits for the extension.
        clock.stop();
      }
      if (over) return;
      clock.restart();
      send({ kind: 'end', call });
    }
  }

  /** Lets it end, and ends it where it does not. */
  async dispose(): Promise<void> {
    this.#ending = true;
    const child = this.#child;
    if (child === undefined) return;
    this.#waiting++;
    this.#keep();
    const ended = once(child, 'close');
    if (child.connected) child.send({ kind: 'deactivate' } satisfies ToExtension, () => undefined);
    const late = setTimeout(() => child.kill('SIGKILL'), ENDING_MS);
    await ended;
    clearTimeout(late);
  }

  /**
   * Starts it where it is not running.
   *
   * @returns ids of what it has registered
   * @throws CalmError `extension-failed`
   */
  activate(): Promise<readonly string[]> {
    return this.#kept(() => this.#activated());
  }

  async #activated(): Promise<readonly string[]> {
    if (this.#active !== undefined) return await this.#active;
    if (this.state === 'disabled' || Date.now() < this.#notBefore) {
      throw this.#error(`was not tried, for it failed before: ${this.problem ?? ''}`);
    }
    this.#active = this.#start();
    try {
      return await this.#active;
    } catch (error) {
      this.#active = undefined;
      throw error;
    }
  }

  async #start(): Promise<readonly string[]> {
    const child = fork(HOST, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${MOST_HEAP_MB}`],
      // Of the host's environment nothing is an extension's; a host built on Electron runs Node by this.
      env: { ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.starts++;
    this.problem = undefined;
    const lines = this.#listen(child);
    this.#keep();
    return new Promise((resolve, reject) => {
      const clock = new Clock(ACTIVATION_MS, () => {
        this.#kill(`activate did not end within ${ACTIVATION_MS / 1000} s`);
      });
      const leave = (why: string): void => {
        clock.stop();
        reject(this.#gone(child, why));
      };
      child.on('message', (message: FromExtension) => {
        if (message.kind === 'active') {
          clock.stop();
          resolve(message.registered);
        } else if (message.kind === 'failed' && message.call === undefined) {
          this.problem = `activate failed: ${message.message}`;
          child.kill('SIGKILL');
        } else {
          this.#receive(message);
        }
      });
      child.on('error', ({ message }) => {
        leave(`it cannot be started (${message})`);
      });
      child.on('close', (status, signal) => {
        const last = lines.last();
        leave(`its process ended (${String(signal ?? status)})${last === '' ? '' : `: ${last}`}`);
      });
      child.send(this.#activation, () => undefined);
    });
  }

  #receive(message: FromExtension): void {
    switch (message.kind) {
      case 'item':
        this.#running.get(message.call)?.onItem(message.item);
        return;
      case 'more':
        this.#running.get(message.call)?.onMore();
        return;
      case 'done':
        this.#running.get(message.call)?.resolve(message.result);
        return;
      case 'failed': {
        const running = message.call === undefined ? undefined : this.#running.get(message.call);
        if (message.info !== undefined) {
          running?.reject(CalmError.from(message.info));
        } else if (running !== undefined) {
          this.#errors++;
          running.reject(this.#failed(message.message));
        }
        return;
      }
      case 'log':
        this.#hooks.onLog(message.level, message.text.slice(0, 1000));
        return;
      case 'ask':
        void this.#answer(message.ask, message.method, message.params);
        return;
      case 'active':
    }
  }

  async #answer(ask: number, method: string, params: object): Promise<void> {
    const answer = await this.#hooks.answer(method, params);
    if (this.#child?.connected === true) {
      this.#child.send({ kind: 'answer', ask, answer } satisfies ToExtension, () => undefined);
    }
  }

  /** Reads all that it writes, so that it never waits for a reader, and passes the beginning on. */
  #listen(child: ChildProcess): { last: () => string } {
    let written = 0;
    let last = '';
    for (const [level, stream] of [
      ['info', child.stdout],
      ['warn', child.stderr],
    ] as const) {
      stream?.setEncoding('utf8');
      stream?.on('data', (text: string) => {
        if (level === 'warn') last = text.slice(-1000).trimEnd().split('\n').at(-1) ?? '';
        if (written > MOST_WRITTEN) return;
        written += text.length;
        this.#hooks.onLog(level, text.slice(0, MOST_WRITTEN).trimEnd());
        if (written > MOST_WRITTEN)
          this.#hooks.onLog('warn', 'It writes too much: the rest is not shown.');
      });
    }
    return { last: () => last };
  }

  /** Does what waits for the process: until it is done, the host's process does not end for want of anything else to do. */
  async #kept<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#waiting++;
    this.#keep();
    try {
      return await work();
    } finally {
      this.#waiting--;
      this.#keep();
    }
  }

  /** A host that waits for nothing of it may end, and its extensions with it. */
  #keep(): void {
    const child = this.#child;
    if (child === undefined) return;
    const handles: unknown[] = [child, child.channel, child.stdout, child.stderr];
    for (const handle of handles as ({ ref?(): void; unref?(): void } | null | undefined)[]) {
      if (this.#waiting > 0) handle?.ref?.();
      else handle?.unref?.();
    }
  }

  #kill(why: string): void {
    this.problem = why;
    this.#child?.kill('SIGKILL');
  }

  /** Its process has gone: all that waited for it fails, and the next call waits for a pause to pass. */
  #gone(child: ChildProcess, why: string): CalmError {
    if (this.#child !== child) return this.#failed(why);
    this.#child = undefined;
    this.#active = undefined;
    this.problem ??= why;
    const error = this.#failed(this.problem);
    if (!this.#ending) {
      this.#notBefore = Date.now() + FIRST_PAUSE_MS * 2 ** this.#ends;
      this.#ends++;
    }
    for (const { reject } of this.#running.values()) reject(error);
    this.#running.clear();
    return error;
  }

  /** What it gave is no good: that counts as an error of its. */
  wrong(what: string): CalmError {
    this.#errors++;
    return this.#failed(what);
  }

  #failed(what: string): CalmError {
    this.problem = what;
    return this.#error(`failed: ${what}`);
  }

  #error(what: string): CalmError {
    const disabled = this.state === 'disabled';
    const stop = /[.!?]$/u.test(what) ? '' : '.';
    return new CalmError(
      'extension-failed',
      `The extension ${this.#activation.id} ${what}${stop}`,
      {
        hint: disabled
          ? 'It failed too often and is not tried again. Update it, or disable it: calm extension disable.'
          : 'Everything else is there. Update the extension, or disable it: calm extension disable.',
        retryable: !disabled,
      },
    );
  }
}

/** Rings where nothing happens for so long. */
class Clock {
  readonly #ms: number | undefined;
  readonly #ring: () => void;
  #timer: NodeJS.Timeout | undefined;

  /** @param ms `undefined`: never, until it is restarted with a time */
  constructor(ms: number | undefined, ring: () => void) {
    this.#ms = ms;
    this.#ring = ring;
    this.restart();
  }

  restart(ms = this.#ms): void {
    this.stop();
    if (ms !== undefined) this.#timer = setTimeout(this.#ring, ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
