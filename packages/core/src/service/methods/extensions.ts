import type { Extensions } from '../../extension/extensions.js';
import type { Handlers } from '../call.js';

/** The methods of extensions. A command waits for nobody's turn: what it asks of the engine does. */
export function extensionMethods(extensions: Extensions) {
  return {
    'extension/list': () => ({ extensions: [...extensions.list()] }),

    'command/execute': ({ command, arguments: args = [] }, { signal, progress }) =>
      extensions.run(command, args, { signal, onProgress: progress }),
  } satisfies Handlers;
}
