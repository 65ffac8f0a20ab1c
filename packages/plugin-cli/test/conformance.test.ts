/** `calm conformance` on engines of another make. */
import { fileURLToPath } from 'node:url';
import type { Verdict } from '@calm-sdk/core/conformance';
import { expect, it } from 'vitest';
import { calm } from './stand-in-engine.js';

const TINY = fileURLToPath(new URL('tiny-engine.mjs', import.meta.url));

it('asks of an engine what it names, says what was seen, and skips the rest', async () => {
  const { status, stdout } = await calm(['conformance', '--', process.execPath, TINY]);
  expect(stdout).toMatch(
    /^✓ calm\/discover tells what the engine is, .*\n {4}tiny 0\.1\.0, protocol 1\.0, 1 methods\n/,
  );
  expect(stdout).toContain(
    '– a picture is assessed from its samples, as PNG and as JPEG\n    it does not name assess\n',
  );
  expect(stdout).not.toContain('✗');
  expect(stdout).toMatch(/\n\n\d+ kept, 0 broken, \d+ skipped\n$/);
  expect(status).toBe(0);
});

it('tells what is broken, and ends with 1', async () => {
  const argv = ['conformance', '--format', 'json', '--', process.execPath, TINY, '--without-hints'];
  const { status, stdout } = await calm(argv);
  const { checks } = JSON.parse(stdout) as { checks: Verdict[] };
  expect(
    checks.find(({ name }) => name === 'an unknown method is said to be unknown'),
  ).toMatchObject({
    outcome: 'broken',
    seen: 'The error method-unknown has no hint.',
  });
  expect(checks.find(({ name }) => name.startsWith('an answer carries the id'))?.outcome).toBe(
    'kept',
  );
  expect(status).toBe(1);
});

it('tells in one line where nothing answers', async () => {
  const { status, stdout, stderr } = await calm(['conformance', '/no/such/engine']);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^calm: \/no\/such\/engine cannot be started: .*\n$/);
});
