import { EventEmitter, once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { idOf, linesOf } from '@calm-sdk/core';
import {
  isJSONRPCNotification,
  isJSONRPCRequest,
  parseJSONRPCMessage,
  ProtocolErrorCode,
  serializeMessage,
  type JSONRPCMessage,
  type Transport,
} from '@modelcontextprotocol/server';

/** Longest line, in bytes, and what ends the reading. */
export interface ReceiveOptions {
  readonly messageBytes: number;
  readonly signal: AbortSignal;
}

/** Newline-delimited JSON. A line that is no message is answered by an error, and what was asked before the input ended is answered too. */
export class LineTransport implements Transport {
  onclose?: () => void;
  onmessage?: (message: JSONRPCMessage) => void;
  readonly #output: Writable;
  /** Ids of requests that wait for their answers. */
  readonly #asked = new Set<string | number>();
  readonly #answers = new EventEmitter();
  readonly #closing = new AbortController();

  constructor(output: Writable) {
    this.#output = output;
  }

  /** Takes what comes, until the input has ended and all is answered, the signal aborts, or the service closes. */
  async receive(input: Readable, { messageBytes, ...options }: ReceiveOptions): Promise<void> {
    const signal = AbortSignal.any([options.signal, this.#closing.signal]);
    const leave = (): void => {
      input.destroy();
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      for await (const line of linesOf(input, messageBytes)) {
        if (line === 'too-long') {
          this.#refuse(null, ProtocolErrorCode.InvalidRequest, `It is over ${messageBytes} bytes.`);
        } else {
          this.#take(line.text);
        }
        // A client that does not read its answers is not read either.
        if (this.#output.writableNeedDrain) await once(this.#output, 'drain', { signal });
      }
      while (this.#asked.size > 0) await once(this.#answers, 'answer', { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  /** Nothing: {@link receive} begins once the service listens. */
  async start(): Promise<void> {}

  async send(message: JSONRPCMessage): Promise<void> {
    this.#output.write(serializeMessage(message));
    if ('method' in message || message.id === undefined) return;
    this.#asked.delete(message.id);
    this.#answers.emit('answer');
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.onclose?.();
  }

  #take(text: string): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      this.#refuse(null, ProtocolErrorCode.ParseError, 'It is no JSON.');
      return;
    }
    let known: JSONRPCMessage;
    try {
      known = parseJSONRPCMessage(message);
    } catch {
      this.#refuse(idOf(message), ProtocolErrorCode.InvalidRequest, 'It is no JSON-RPC 2.0.');
      return;
    }
    // A subscription is open until its client goes.
    if (isJSONRPCRequest(known) && known.method !== 'subscriptions/listen') {
      this.#asked.add(known.id);
    } else if (isJSONRPCNotification(known) && known.method === 'notifications/cancelled') {
      // What is taken back is not answered.
      const { requestId } = (known.params ?? {}) as { readonly requestId?: string | number };
      if (requestId !== undefined) this.#asked.delete(requestId);
    }
    this.onmessage?.(known);
  }

  /** What a line is answered that the service cannot take. */
  #refuse(id: string | number | null, code: number, why: string): void {
    const error = { code, message: `A message was not understood: ${why}` };
    this.#output.write(`${JSON.stringify({ jsonrpc: '2.0', id, error })}\n`);
  }
}
