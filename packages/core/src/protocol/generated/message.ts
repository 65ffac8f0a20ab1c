// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { AssessmentResult, ErrorInfo } from './assessment.js';

/**
 * One message of the protocol: JSON-RPC 2.0. A line of its own on stdio, the body of a POST to /rpc on HTTP. Batches are not taken.
 */
export type Message = Request | Cancel | Progress | Notification | Success | Failure;
/**
 * Version of JSON-RPC.
 */
export type JsonRpc = '2.0';
/**
 * Names a request to its sender: what answers it carries the same.
 */
export type RequestId = string | number;

/**
 * Asks for something; exactly one success or failure answers it.
 */
export interface Request {
  jsonrpc: JsonRpc;
  id: RequestId;
  /**
   * What is asked for: a name of methods.json.
   */
  method: string;
  /**
   * What the method takes, and who asks.
   */
  params?: {
    meta?: Meta;
  };
}
/**
 * What every request may carry beside what it asks.
 */
export interface Meta {
  /**
   * Version of the protocol that is spoken, major and minor: 1.0. Another major version is refused; absent: the engine's own.
   */
  protocol?: string;
  client?: Client;
  /**
   * After so many milliseconds nobody waits for the answer: what is under way then is stopped, and the request fails with `timed-out`.
   */
  deadlineMs?: number;
  /**
   * The same request sent again under the same key within ten minutes is done once: both get the one answer. Another request under the key is refused.
   */
  idempotencyKey?: string;
  /**
   * BCP 47 tag of the language of what is told; a region that is not there falls back to its language. Default: English.
   */
  locale?: string;
  /**
   * Whether to tell how far the request is, by `$/progress`, where the transport can carry that. Default: false.
   */
  progress?: boolean;
}
/**
 * The program that asks.
 */
export interface Client {
  /**
   * What it is called, on one line.
   */
  name: string;
  /**
   * Its version.
   */
  version?: string;
}
/**
 * Stops a request between steps: it fails with `cancelled`. One that has been answered, or never was, is left alone. Over HTTP, closing the connection does the same.
 */
export interface Cancel {
  jsonrpc: JsonRpc;
  /**
   * Its name.
   */
  method: '$/cancel';
  params: CancelParams;
}
/**
 * Of `$/cancel`.
 */
export interface CancelParams {
  request: RequestId;
}
/**
 * Tells how far a request is, only where the transport can carry it before the answer.
 */
export interface Progress {
  jsonrpc: JsonRpc;
  /**
   * Its name.
   */
  method: '$/progress';
  params: ProgressParams;
}
/**
 * Of `$/progress`.
 */
export interface ProgressParams {
  request: RequestId;
  /**
   * How many steps, or pictures, are done.
   */
  done: number;
  /**
   * How many there are.
   */
  total: number;
  result?: AssessmentResult;
}
/**
 * Tells something that nobody answers.
 */
export interface Notification {
  jsonrpc: JsonRpc;
  /**
   * What is told: `$/progress` by the engine, `$/cancel` by whoever asked.
   */
  method: string;
  /**
   * What is told of it.
   */
  params?: {};
}
/**
 * Answers a request.
 */
export interface Success {
  jsonrpc: JsonRpc;
  id: RequestId;
  /**
   * What the method gives.
   */
  result: {
    [k: string]: unknown;
  };
}
/**
 * Answers a request that could not be done.
 */
export interface Failure {
  jsonrpc: JsonRpc;
  /**
   * Of the request; null where it could not be read.
   */
  id: string | number | null;
  error: RpcError;
}
/**
 * What went wrong, for JSON-RPC and for people.
 */
export interface RpcError {
  /**
   * -32700 for what is no JSON, -32600 for what is no request, -32601 for an unknown method, -32602 for parameters that the method does not take, -32603 for a defect of the engine, -32000 for all else; `data.code` tells more.
   */
  code: number;
  /**
   * What happened.
   */
  message: string;
  data: ErrorInfo;
}
