/** JSON-RPC 2.0 as this protocol speaks it: what messages look like, not how they travel. */
import type { ErrorCode, ErrorInfo } from './errors.js';
import type { Failure, Progress, RequestId, Success } from './generated/message.js';
import type { Paired, PairingOffer, PairingOutcome } from './generated/pairing.js';

/** Codes that JSON-RPC's own specification has; all else is {@link SERVER_ERROR}, and `data.code` tells it. */
const SPECIFIED: Partial<Record<ErrorCode, number>> = {
  'method-unknown': -32601,
  'invalid-request': -32602,
  internal: -32603,
};

const SERVER_ERROR = -32000;

/** Code of what is no JSON. */
export const PARSE_ERROR = -32700;

/** Code of JSON that is no request. */
export const NO_REQUEST = -32600;

/** The id of a message, whatever else it is; null where it has none, or one that is no id. */
export function idOf(message: unknown): RequestId | null {
  if (typeof message !== 'object' || message === null || !('id' in message)) return null;
  const { id } = message;
  return isRequestId(id) ? id : null;
}

/** What answers a request that was done. */
export function success(id: RequestId, result: object): Success {
  return { jsonrpc: '2.0', id, result: { ...result } };
}

/**
 * What answers a request that could not be done.
 *
 * @param code where it is not that of the error
 */
export function failure(
  id: RequestId | null,
  data: ErrorInfo,
  code = SPECIFIED[data.code] ?? SERVER_ERROR,
): Failure {
  return { jsonrpc: '2.0', id, error: { code, message: data.message, data } };
}

/**
 * So many values a message may hold: those of twenty thousand pictures and of a long log, not the millions that take a minute to parse. What tells
 * values apart is counted, commas and opening brackets, and so a few more in text.
 */
const MOST_VALUES = 1_000_000;

/** A message of JSON, whatever else it is; or the failure that answers text which is none, or too much. */
export function parsed(
  text: string,
): { readonly message: unknown } | { readonly failure: Failure } {
  if (hasMoreMarks(text, MOST_VALUES)) return { failure: tooManyValues() };
  try {
    return { message: JSON.parse(text) as unknown };
  } catch {
    return { failure: notJson() };
  }
}

function hasMoreMarks(text: string, most: number): boolean {
  let marks = 0;
  for (const mark of ['[', '{', ',']) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
      if (++marks > most) return true;
    }
  }
  return false;
}

/** The failure of text that is no JSON. */
export function notJson(): Failure {
  const data: ErrorInfo = {
    code: 'invalid-request',
    message: 'The message is no JSON.',
    hint: 'Send one JSON-RPC 2.0 request: {"jsonrpc":"2.0","id":1,"method":"calm/discover"}.',
    retryable: false,
  };
  return failure(null, data, PARSE_ERROR);
}

function tooManyValues(): Failure {
  const data: ErrorInfo = {
    code: 'too-large',
    message: `The message has more than ${MOST_VALUES} values.`,
    hint: 'Send pixels and vectors as base64, and fewer pictures at a time.',
    retryable: false,
  };
  return failure(null, data);
}

/** The failure of a message that is longer than is taken. @param most bytes */
export function tooLong(most: number): Failure {
  const data: ErrorInfo = {
    code: 'too-large',
    message: `The message is longer than ${most} bytes.`,
    hint: 'Name large pictures by their paths, or send a smaller rendition of them with originalWidth and originalHeight.',
    retryable: false,
  };
  return failure(null, data);
}

// Readers: what a newer engine says beyond what is known here, in fields, codes of errors or kinds of results, is no fault of a message. That it
// is said at all is what they look for; whoever tests an engine holds it to the schemas.

/** Whether it answers a request that was done. */
export function isSuccess(message: unknown): message is Success {
  const { id, result } = fieldsOf(message);
  return isRequestId(id) && result !== undefined;
}

/** Whether it answers a request that could not be done; its code may be one that this version does not know. */
export function isFailure(message: unknown): message is Failure {
  const { error } = fieldsOf(message);
  const { data } = fieldsOf(error);
  const { code, message: what, hint, retryable } = fieldsOf(data);
  return (
    [code, what, hint].every((each) => typeof each === 'string') && typeof retryable === 'boolean'
  );
}

/** Whether it tells how far a request is. */
export function isProgress(message: unknown): message is Progress {
  const { method, params } = fieldsOf(message);
  const { request, done, total } = fieldsOf(params);
  return (
    method === '$/progress' &&
    isRequestId(request) &&
    typeof done === 'number' &&
    typeof total === 'number'
  );
}

/** Whether it gives a program its token. */
export function isPaired(message: unknown): message is Paired {
  const { token, name } = fieldsOf(message);
  return typeof token === 'string' && typeof name === 'string';
}

/** Whether it tells the code that a person is to type. */
export function isPairingOffer(message: unknown): message is PairingOffer {
  const { code, expiresInMs } = fieldsOf(message);
  return typeof code === 'string' && typeof expiresInMs === 'number';
}

/** Whether it tells what came of an offer to pair. */
export function isPairingOutcome(message: unknown): message is PairingOutcome {
  return typeof fieldsOf(message)['state'] === 'string';
}

/** Whether it can name a request. */
function isRequestId(id: unknown): id is RequestId {
  return typeof id === 'string' || Number.isInteger(id);
}

/** Of what may be no object at all. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
