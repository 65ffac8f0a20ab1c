/** What came of something that can fail. Nothing is thrown: in Lightroom an error that crosses a call which sleeps is lost. */
export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };

/** What went wrong, and what to do: codes of the engine, and those below. */
export interface Failure {
  /** One of the protocol's, or `engine-absent`, `engine-silent`, `not-installed`, `no-pixels`, `cancelled`. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** Worth asking again later, unchanged; after so many milliseconds where that is told. */
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
}

export function succeed<Value>(value: Value): Answer<Value> {
  return { ok: true, value };
}

export function fail<Value>(
  code: string,
  message: string,
  hint: string,
  retryable = false,
): Answer<Value> {
  return { ok: false, failure: { code, message, hint, retryable } };
}

/** For a person: what happened, and what to do. */
export function told({ message, hint }: Failure): string {
  return `${message} ${hint}`;
}
