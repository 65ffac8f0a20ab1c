import type { Failure, Progress, RequestId, Success } from '../protocol/generated/message.js';
import { validateCancel } from '../protocol/generated/validators.js';
import { idOf } from '../protocol/rpc.js';
import type { Caller } from '../service/call.js';
import type { Service } from '../service/service.js';

/** One client's stream of messages, in order: requests by their ids, what takes them back, and what tells how far they are. */
export class Connection {
  readonly #service: Service;
  readonly #caller: Caller;
  readonly #tell: (message: Progress) => void;
  readonly #underWay = new Map<RequestId, AbortController>();

  /** @param tell sends a notification to the client */
  constructor(service: Service, caller: Caller, tell: (message: Progress) => void) {
    this.#service = service;
    this.#caller = caller;
    this.#tell = tell;
  }

  /** What answers a message; nothing answers a notification. Never rejects. */
  async receive(message: unknown): Promise<Success | Failure | undefined> {
    if (isNotification(message)) {
      if (validateCancel(message)) this.#underWay.get(message.params.request)?.abort();
      return undefined;
    }
    const id = idOf(message);
    const controller = new AbortController();
    if (id !== null) this.#underWay.set(id, controller);
    const answer = await this.#service.answer(message, this.#caller, {
      signal: controller.signal,
      onProgress: (progress) => {
        if (id === null) return;
        const params = { request: id, ...progress };
        this.#tell({ jsonrpc: '2.0', method: '$/progress', params });
      },
    });
    if (id !== null && this.#underWay.get(id) === controller) this.#underWay.delete(id);
    return answer;
  }

  /** Nobody hears the answers any more. */
  cancelAll(): void {
    for (const controller of this.#underWay.values()) controller.abort();
  }
}

/** What carries no id is answered by nobody, as JSON-RPC has it, and so needs no complaint where it is unknown. */
function isNotification(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    !Array.isArray(message) &&
    'method' in message &&
    !('id' in message)
  );
}
