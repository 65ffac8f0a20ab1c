import { Channel } from './channel.js';
import type { ExtensionProcess, WorkOptions } from './extension-process.js';
import type { Work } from './messages.js';

/** Work whose parts are taken as they come; where nobody takes further ones it is stopped. */
export async function* streamed(
  process: ExtensionProcess,
  work: Work,
  id: string,
  argument: unknown,
  { signal, input }: Pick<WorkOptions, 'signal' | 'input'> = {},
): AsyncGenerator<unknown> {
  const items = new Channel(() => undefined);
  const left = new AbortController();
  const done = process
    .work(work, id, argument, {
      signal: signal === undefined ? left.signal : AbortSignal.any([signal, left.signal]),
      onItem: (item) => {
        items.push(item);
      },
      ...(input === undefined ? {} : { input }),
    })
    .finally(() => {
      items.end();
    });
  // Told below, to whoever takes the parts.
  done.catch(() => undefined);
  try {
    yield* items;
    await done;
  } finally {
    left.abort();
  }
}
