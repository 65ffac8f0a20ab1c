import type { ErrorInfo } from './generated/assessment.js';

export type { ErrorInfo } from './generated/assessment.js';

/** What kind of failure, from the closed list of the schema. */
export type ErrorCode = ErrorInfo['code'];

/** An error that says what happened, to which file, and what to do. Its code travels in documents and over the wire. */
export class CalmError extends Error {
  readonly code: ErrorCode;
  /** What the person can do about it. */
  readonly hint: string;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** When to try again, in milliseconds, where that is known. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { hint: string; retryable?: boolean; retryAfterMs?: number; cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CalmError';
    this.code = code;
    this.hint = options.hint;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }

  /** The error as it stands in a document or a response. */
  toInfo(): ErrorInfo {
    return {
      code: this.code,
      message: this.message,
      hint: this.hint,
      retryable: this.retryable,
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
    };
  }

  /** The error that a document or a response tells of. */
  static from({ code, message, hint, retryable, retryAfterMs }: ErrorInfo): CalmError {
    return new CalmError(code, message, {
      hint,
      retryable,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  }

  /** What was cancelled by the caller's signal. */
  static cancelled(what: string): CalmError {
    return new CalmError('cancelled', `${what} was cancelled.`, {
      hint: 'Start it again when you want to; nothing was changed.',
      retryable: true,
    });
  }
}

/** Throws `cancelled` where the signal says so. */
export function throwIfCancelled(signal: AbortSignal | undefined, what: string): void {
  if (signal?.aborted === true) throw CalmError.cancelled(what);
}

/** What is told of an error; one that is no {@link CalmError} is a defect of ours, said so. */
export function errorInfoOf(error: unknown): ErrorInfo {
  if (error instanceof CalmError) return error.toInfo();
  return {
    code: 'internal',
    message: `The engine failed: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'This is a defect of CALM; please report it with the picture, if you may share it.',
    retryable: false,
  };
}
