/**
 * What every engine that speaks the protocol must do, whatever carries its messages: one list of checks, for servers and clients of others' making
 * too. Nothing but the protocol is taken for granted; what an engine does not name is not asked of it.
 *
 * @packageDocumentation
 */
import type { Peer } from '../transport/client/client.js';
import { METHODS } from '../protocol/generated/methods.js';
import { Asked, expectEqual, Skipped } from './asked.js';
import type { Check } from './check.js';
import { CALLS } from './checks/calls.js';
import { ENVELOPE } from './checks/envelope.js';
import { JOBS } from './checks/jobs.js';
import { PICTURES } from './checks/pictures.js';
import { TASTES } from './checks/tastes.js';

export { Asked, Broken, Skipped } from './asked.js';
export type { Check } from './check.js';
export type { Peer } from '../transport/client/client.js';

/** All checks, in the order in which they are made. */
export const CHECKS: readonly Check[] = [
  ...ENVELOPE,
  ...PICTURES,
  ...CALLS,
  ...JOBS,
  ...TASTES,
  {
    name: 'extensions are listed, and a command that none has is unknown',
    async run(engine) {
      await engine.needs('extension/list', 'command/execute');
      const { extensions } = await engine.result('extension/list', {});
      const params = { command: 'no-such.command' };
      await engine.refusal('command/execute', params, 'extension-unknown', 'invalid-request');
      return `${extensions.length} extensions`;
    },
  },
  {
    name: 'every method that calm/discover names has given a result as its schema has it',
    async run(engine) {
      const { methods } = await engine.discovery();
      // What a command gives is known to whoever wrote it.
      const known = methods.filter(
        (method) => Object.hasOwn(METHODS, method) && method !== 'command/execute',
      );
      expectEqual(
        known.filter((method) => !engine.given.has(method)),
        [],
        'Methods without a result',
      );
      return `${known.length} methods`;
    },
  },
];

/** What came of one check. */
export interface Verdict {
  readonly name: string;
  readonly outcome: 'kept' | 'broken' | 'skipped';
  /** What was seen, or why the check was not made. */
  readonly seen: string;
}

/**
 * Checks an engine.
 *
 * @param peer carries messages to it; whoever made it closes it
 * @param other another client of the same engine, where its transport can have two
 * @example
 * ```ts
 * for await (const { name, outcome, seen } of checkConformance(peer)) console.log(outcome, name, seen);
 * ```
 */
export async function* checkConformance(peer: Peer, other?: Peer): AsyncGenerator<Verdict> {
  const engine = new Asked(peer, other);
  for (const { name, run } of CHECKS) yield { name, ...(await verdictOf(() => run(engine))) };
}

async function verdictOf(run: () => Promise<string>): Promise<Omit<Verdict, 'name'>> {
  try {
    return { outcome: 'kept', seen: await run() };
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    return { outcome: error instanceof Skipped ? 'skipped' : 'broken', seen };
  }
}
