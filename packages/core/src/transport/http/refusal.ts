import { STATUS_CODES, type OutgoingHttpHeaders } from 'node:http';
import { CalmError, errorInfoOf, type ErrorCode } from '../../protocol/errors.js';
import type { Failure } from '../../protocol/generated/message.js';
import { failure } from '../../protocol/rpc.js';

/** Why a request does not reach the service: a status, and the failure that its body carries. */
export class Refusal extends Error {
  readonly status: number;
  readonly failure: Failure;
  readonly headers: OutgoingHttpHeaders;

  constructor(status: number, answer: Failure, headers: OutgoingHttpHeaders = {}) {
    super(answer.error.message);
    this.status = status;
    this.failure = answer;
    this.headers = headers;
  }

  /** The refusal that an error amounts to. */
  static of(error: unknown): Refusal {
    if (error instanceof Refusal) return error;
    return Refusal.with(failure(null, errorInfoOf(error)));
  }

  /** The refusal that carries a failure, with the status of its code. */
  static with(answer: Failure): Refusal {
    const { code } = answer.error.data;
    return new Refusal(STATUSES[code] ?? 500, answer, HEADERS[code]);
  }
}

/** The client has gone: nobody is left to answer. */
export class Gone extends Error {}

/** A refusal with a status that its error's code does not tell. */
export function refused(
  status: number,
  message: string,
  hint: string,
  headers?: OutgoingHttpHeaders,
): Refusal {
  const error = new CalmError(CODES[status] ?? 'invalid-request', message, { hint });
  return new Refusal(status, failure(null, error.toInfo()), headers);
}

/** Of requests that came to nothing before they could be told from each other, by the code of Node's parser. */
export function refusedByParser(code: string | undefined): Refusal {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return refused(431, 'The headers of the request are too long.', 'Send fewer headers.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return refused(408, 'The request took too long to arrive.', 'Send it at once.');
    default:
      return refused(400, 'This is no HTTP request.', 'Send HTTP/1.1: POST /rpc.');
  }
}

/** The first lines and the body of a refusal, for a socket whose request was never told. */
export function asText({ status, failure: answer }: Refusal): string {
  const body = JSON.stringify(answer);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}

const STATUSES: Partial<Record<ErrorCode, number>> = {
  'invalid-request': 400,
  unauthorized: 401,
  'not-allowed': 403,
  'too-large': 413,
  busy: 429,
};

const HEADERS: Partial<Record<ErrorCode, OutgoingHttpHeaders>> = {
  unauthorized: { 'www-authenticate': 'Bearer' },
};

const CODES: Partial<Record<number, ErrorCode>> = {
  403: 'not-allowed',
  408: 'timed-out',
  413: 'too-large',
  431: 'too-large',
};
