/** The Model Context Protocol around the tools; loaded only where it is served, for its SDK takes time to load. */
import type { Readable, Writable } from 'node:stream';
import { CalmError } from '@calm-sdk/core';
import {
  fromJsonSchema,
  McpServer,
  type CallToolResult,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { VERSION } from '../version.js';
import { LineTransport } from './line-transport.js';
import { PICTURE_TOOLS } from './picture-tools.js';
import { TASTE_TOOLS } from './taste-tools.js';
import { object, type Told, type Tool, type Workshop } from './tool.js';

const INSTRUCTIONS = `Judges how good pictures look, on this machine: nothing is sent anywhere. Scores go from 0 to 10; 5 to 6 is ordinary, and the likely range says how sure a score is. Differences within it mean little: compare says whether one picture is preferred. Rely on the readings rather than on what you think you see, and say so where the tools cannot tell.`;

export interface McpStreams {
  readonly input: Readable;
  readonly output: Writable;
  /** Ends the service. */
  readonly signal: AbortSignal;
  /** Longest message, in bytes. */
  readonly messageBytes: number;
  readonly onProblem: (error: Error) => void;
}

/**
 * Serves one client, in whichever version of the protocol it opens, until its input ends and all that it asked was answered, or the signal aborts:
 * calls under way are taken back then.
 */
export async function serveMcp(
  workshop: Workshop,
  { input, output, signal, messageBytes, onProblem }: McpStreams,
): Promise<void> {
  const transport = new LineTransport(output);
  const handle = serveStdio(() => serverOf(workshop), { transport, onerror: onProblem });
  try {
    await transport.receive(input, { messageBytes, signal });
  } finally {
    await handle.close();
  }
}

function serverOf(workshop: Workshop): McpServer {
  const server = new McpServer(
    { name: 'calm', title: 'CALM', version: VERSION },
    { instructions: INSTRUCTIONS },
  );
  for (const tool of [...PICTURE_TOOLS, ...TASTE_TOOLS]) {
    const { name, title, description, writes } = tool;
    server.registerTool(
      name,
      {
        ...{ title, description },
        inputSchema: fromJsonSchema({ ...object(tool.input), additionalProperties: true }),
        outputSchema: fromJsonSchema(object(tool.output)),
        annotations: {
          ...{ title, readOnlyHint: !writes, destructiveHint: false, openWorldHint: false },
          idempotentHint: !writes,
        },
      },
      (input, context) => called(tool, input as object, workshop, context),
    );
  }
  return server;
}

async function called(
  { name, input: { properties }, run }: Tool,
  input: object,
  workshop: Workshop,
  { mcpReq }: ServerContext,
): Promise<CallToolResult> {
  const { signal, notify, _meta: meta } = mcpReq;
  const token = meta?.progressToken;
  const onProgress = ({ done, total }: { done: number; total: number }): void => {
    if (token === undefined) return;
    const params = { progressToken: token, progress: done, total };
    // Whoever no longer hears of the progress will not hear of the result either.
    notify({ method: 'notifications/progress', params }).catch(() => undefined);
  };
  try {
    checkNames(name, Object.keys(input), Object.keys(properties));
    return resultOf(await run(input, { ...workshop, options: { signal, onProgress } }));
  } catch (error) {
    if (!(error instanceof CalmError)) throw error;
    const { code, message, hint } = error;
    return { isError: true, content: [{ type: 'text', text: `${message} ${hint} (${code})` }] };
  }
}

/** A validator would say that there is too much, and not what. */
function checkNames(tool: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new CalmError('invalid-request', `${tool} takes no ${unknown.join(', ')}.`, {
    hint: known.length === 0 ? 'It takes nothing.' : `It takes: ${known.join(', ')}.`,
  });
}

function resultOf({ text, data, jpeg }: Told): CallToolResult {
  return {
    content: [
      { type: 'text', text },
      ...(jpeg === undefined
        ? []
        : [
            {
              type: 'image' as const,
              data: Buffer.from(jpeg).toString('base64'),
              mimeType: 'image/jpeg',
            },
          ]),
    ],
    structuredContent: { ...data },
  };
}
