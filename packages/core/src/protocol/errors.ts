/**
 * Every way in which a request can fail, as one closed list.
 * The codes travel in documents and over the wire; the classes are what an embedding program catches.
 */
export const ERROR_CODES = [
  'file-not-found',
  'file-unreadable',
  'empty-file',
  'not-an-image',
  'unsupported-format',
  'damaged-image',
  'too-large',
  'timed-out',
  'cancelled',
  'bundle-damaged',
  'bundle-incompatible',
  'provider-unavailable',
  'invalid-request',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a {@link CalmError} says, as it stands in a document or a response. */
export interface ErrorInfo {
  readonly code: ErrorCode;
  /** What happened and to what. */
  readonly message: string;
  /** What the person can do about it. */
  readonly hint: string;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
}

/** An error that says what happened, to which file, and what to do. */
export class CalmError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
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

  toInfo(): ErrorInfo {
    return {
      code: this.code,
      message: this.message,
      hint: this.hint,
      retryable: this.retryable,
    };
  }
}
