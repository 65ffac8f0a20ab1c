/** The panel's end of the contract with the main thread. */
import type { CallError, CallName, Calls, Event, Reply } from '../messages.js';

/** A call that the main thread could not do. */
export class CallRefused extends Error {
  readonly code: CallError['code'];

  constructor({ code, message }: CallError) {
    super(message);
    this.code = code;
  }
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: CallRefused): void;
}

const waiting = new Map<number, Waiting>();
const listeners = new Set<(event: Event) => void>();
let calls = 0;

/** @throws CallRefused */
export function call<Name extends CallName>(
  name: Name,
  params: Calls[Name]['params'],
): Promise<Calls[Name]['result']> {
  return new Promise((resolve, reject) => {
    const id = ++calls;
    waiting.set(id, { resolve, reject });
    parent.postMessage({ pluginMessage: { call: name, id, params } }, '*');
  });
}

/** Hears what happens in the document, until what it returns is called. */
export function onEvent(listener: (event: Event) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

window.addEventListener('message', ({ data }: MessageEvent<{ pluginMessage?: Reply | Event }>) => {
  const message = data.pluginMessage;
  if (message === undefined) return;
  if ('event' in message) {
    for (const listener of listeners) listener(message);
    return;
  }
  const call = waiting.get(message.id);
  waiting.delete(message.id);
  if ('error' in message) call?.reject(new CallRefused(message.error));
  else call?.resolve(message.result);
});
