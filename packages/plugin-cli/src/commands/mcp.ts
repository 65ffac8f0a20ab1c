import { CalmError, connectInProcess } from '@calm-sdk/core';
import { DONE, withEngine, type Context, type EngineFlags } from '../context.js';
import type { serveMcp as ServeMcp } from '../mcp/server.js';
import { withStore, type TasteFlags } from '../tastes/store.js';

export type McpFlags = EngineFlags & Pick<TasteFlags, 'store'>;

/** `calm mcp`: the engine as tools for agents, on standard input and output, until the agent is gone. */
export async function mcp(context: Context, flags: McpFlags): Promise<number> {
  const { serveMcp } = await loadServer();
  const { stdin: input, stdout: output, signal, screen } = context;
  if (screen.isTerminal) {
    screen.notice('calm mcp is started by an agent and waits for its messages; Ctrl-C stops it.');
  }
  return withStore(context, flags, 'read', (store) =>
    withEngine(
      context,
      flags,
      async (engine, _cache, service) => {
        const { messageBytes } = service.limits;
        await using client = connectInProcess(service, { client: { name: 'calm mcp' } });
        const onProblem = ({ message }: Error): void => {
          screen.problem(message);
        };
        await serveMcp({ client, engine }, { input, output, signal, messageBytes, onProblem });
        return DONE;
      },
      { store },
    ),
  );
}

async function loadServer(): Promise<{ serveMcp: typeof ServeMcp }> {
  try {
    return await import('../mcp/server.js');
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')) {
      throw cause;
    }
    throw new CalmError('invalid-request', 'What speaks to agents is not installed.', {
      hint: 'Install the package @modelcontextprotocol/server beside the command line: npm install @modelcontextprotocol/server@2',
      cause,
    });
  }
}
