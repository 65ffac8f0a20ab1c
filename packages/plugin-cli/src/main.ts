#!/usr/bin/env node
/** The program: the process around {@link runProgram}. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createEngine } from '@calm-sdk/core';
import { FAILED } from './context.js';
import { runProgram } from './program.js';

const LONGEST_PROBE_MS = 60_000;
/** A process that has ended its work and not gone after this long is held by a decoder that cannot be stopped. */
const LONGEST_END_MS = 3000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const interrupting = new AbortController();
// The first signal stops cleanly. The handlers are gone then, so that a second one ends the process at once.
for (const signal of SIGNALS) {
  process.once(signal, () => {
    interrupting.abort(signal);
  });
}

// Until the command has ended, its end is unknown: should the process run dry before, that is no success.
process.exitCode = FAILED;

void runProgram(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  interrupt: interrupting.signal,
  holdInterrupts: () => {
    const hold = (): void => undefined;
    for (const signal of SIGNALS) process.on(signal, hold);
    return () => {
      for (const signal of SIGNALS) process.off(signal, hold);
    };
  },
  createEngine,
  now: () => performance.now(),
  runItself: (arguments_) =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...arguments_], {
        stdio: 'ignore',
        timeout: LONGEST_PROBE_MS,
        signal: interrupting.signal,
      });
      child.once('error', () => {
        resolve(null); // it could not be started, or was stopped
      });
      child.once('close', resolve);
    }),
}).then((status) => {
  // Never process.exit: what was written to a pipe may not have arrived, and a model may still be closing.
  process.exitCode = status;
  // It would wait for the threads of a decoder too, which a hostile picture keeps busy for hours: only a signal does not.
  setInterval(() => {
    if (process.stdout.writableLength > 0 || process.stderr.writableLength > 0) return;
    const { signal } = interrupting;
    process.kill(process.pid, signal.aborted ? String(signal.reason) : 'SIGKILL');
  }, LONGEST_END_MS).unref();
});
