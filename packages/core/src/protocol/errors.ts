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

  constructor(
    code: ErrorCode,
    message: string,
    options: { hint: string; retryable?: boolean; cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CalmError';
    this.code = code;
    this.hint = options.hint;
    this.retryable = options.retryable ?? false;
  }

  /** The error as it stands in a document or a response. */
  toInfo(): ErrorInfo {
    return {
      code: this.code,
      message: this.message,
      hint: this.hint,
      retryable: this.retryable,
    };
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
