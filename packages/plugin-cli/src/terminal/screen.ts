/**
 * The two streams of a command: results go to standard output and nothing else does; notices and progress go to
 * standard error. Neither mixes with the other on a terminal, and memory stays flat behind a slow reader.
 */
import type { Writable } from 'node:stream';
import pc from 'picocolors';
import { printable } from './printable.js';

export type Colours = ReturnType<typeof pc.createColors>;

/** What is known of a stream that may be a terminal. */
export type TerminalStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

export interface ScreenStreams {
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A line that is drawn over itself at the foot of the screen. */
export interface FootLine {
  /** The line as it should stand now, or `undefined` for none. */
  line(width: number): string | undefined;
}

const REDRAW_MS = 200;
const CLEAR_LINE = '\r\x1b[2K';

export class Screen {
  readonly colours: Colours;
  /** Colours of standard error. */
  readonly noticeColours: Colours;
  /** Cells of a line of results; `undefined` where the reader is no terminal, so that nothing is cut. */
  readonly width: number | undefined;
  readonly isTerminal: boolean;
  /** Whether a person sees notices as they come. */
  readonly noticesAreSeen: boolean;
  /** Aborts once nobody reads the results any more (`calm … | head`). */
  readonly closed: AbortSignal;
  readonly #streams: ScreenStreams;
  #foot: FootLine | undefined;
  #footShown = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(streams: ScreenStreams) {
    this.#streams = streams;
    const { stdout, stderr, env } = streams;
    this.isTerminal = stdout.isTTY === true;
    this.noticesAreSeen = stderr.isTTY === true;
    this.colours = pc.createColors(hasColours(stdout, env));
    this.noticeColours = pc.createColors(hasColours(stderr, env));
    this.width = this.isTerminal ? Math.max(40, stdout.columns ?? 80) : undefined;
    const closing = new AbortController();
    this.closed = closing.signal;
    stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') {
        stderr.write(`calm: cannot write the results: ${error.message}\n`);
        this.writeFailed = true;
      }
      closing.abort();
    });
    // Nothing can be told where standard error itself is gone; the results still count.
    stderr.on('error', () => undefined);
  }

  /** Results were lost for another reason than a reader that had enough (a full disk). */
  writeFailed = false;

  /** Writes results as they are, line feeds included; waits while the reader is behind. */
  async print(text: string | Uint8Array): Promise<void> {
    if (this.closed.aborted || text.length === 0) return;
    this.#hideFoot();
    const { stdout } = this.#streams;
    if (stdout.write(text)) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        stdout.off('drain', done);
        this.closed.removeEventListener('abort', done);
        resolve();
      };
      stdout.once('drain', done);
      this.closed.addEventListener('abort', done, { once: true });
      if (this.closed.aborted) done();
    });
  }

  /** Says one line on standard error; what is foreign in it is made visible. */
  notice(text: string): void {
    this.#hideFoot();
    this.#streams.stderr.write(`${printable(text)}\n`);
  }

  /** Says what went wrong, as programs do. */
  problem(text: string): void {
    this.notice(`calm: ${text}`);
  }

  /** Keeps a line up to date at the foot of a terminal until {@link endFoot}. */
  startFoot(foot: FootLine): void {
    if (!this.noticesAreSeen) return;
    this.#foot = foot;
    this.#timer = setInterval(() => this.#drawFoot(), REDRAW_MS);
    this.#timer.unref();
  }

  endFoot(): void {
    this.#hideFoot();
    this.#foot = undefined;
    clearInterval(this.#timer);
  }

  #drawFoot(): void {
    const { stderr } = this.#streams;
    const line = this.#foot?.line((stderr.columns ?? 80) - 1);
    if (line === undefined) return;
    stderr.write(CLEAR_LINE + line);
    this.#footShown = true;
  }

  #hideFoot(): void {
    if (!this.#footShown) return;
    this.#streams.stderr.write(CLEAR_LINE);
    this.#footShown = false;
  }
}

/** https://no-color.org and https://force-color.org: the first wins where both are set. */
function hasColours(stream: TerminalStream, env: ScreenStreams['env']): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
