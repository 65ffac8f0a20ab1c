import type { CallError, ErrorCode } from '../messages.js';

/** What keeps a call from being done, by a code that the panel has words for. */
export class CallFailed extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export function errorOf(error: unknown): CallError {
  if (error instanceof CallFailed) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { code: /read-only/iu.test(message) ? 'read-only' : 'unknown', message };
}
