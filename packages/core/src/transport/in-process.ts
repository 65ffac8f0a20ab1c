import type { Meta, ProgressParams, Request } from '../protocol/generated/message.js';
import { CalmError } from '../protocol/errors.js';
import type { Caller } from '../service/call.js';
import type { Service } from '../service/service.js';
import { Client, type Peer } from './client/client.js';
import { Connection } from './connection.js';

/**
 * A client of a service in this process: every message is JSON all the same, so that what works here works over a wire.
 *
 * @param caller who it is to the service. Default: one that may name files
 */
export function connectInProcess(
  service: Service,
  meta: Pick<Meta, 'client' | 'locale'> = {},
  caller: Caller = { id: 'in-process', name: meta.client?.name ?? 'This program', files: true },
): Client {
  return new Client(inProcessPeer(service, caller), meta);
}

/** Carries messages to a service in this process. */
export function inProcessPeer(service: Service, caller: Caller): Peer {
  const listeners = new Map<unknown, (progress: ProgressParams) => void>();
  const connection = new Connection(service, caller, (message) => {
    const { params } = JSON.parse(JSON.stringify(message)) as typeof message;
    listeners.get(params.request)?.(params);
  });
  return {
    async send(request: Request, onProgress, signal) {
      if (signal?.aborted === true) throw CalmError.cancelled('The request');
      const cancel = (): void => {
        const params = { request: request.id };
        void connection.receive({ jsonrpc: '2.0', method: '$/cancel', params });
      };
      signal?.addEventListener('abort', cancel, { once: true });
      listeners.set(request.id, onProgress);
      try {
        const answer = await connection.receive(JSON.parse(JSON.stringify(request)));
        return JSON.parse(JSON.stringify(answer)) as unknown;
      } finally {
        listeners.delete(request.id);
        signal?.removeEventListener('abort', cancel);
      }
    },
    async [Symbol.asyncDispose]() {
      connection.cancelAll();
      await service.forget(caller.id);
    },
  };
}
