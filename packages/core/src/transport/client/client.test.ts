import { describe, expect, it } from 'vitest';
import type { ProgressParams, Request } from '../../protocol/generated/message.js';
import { Client } from './client.js';

/** A client of an engine that is newer than it and answers so. */
const newer = (answer: (request: Request) => object, progress?: object): Client =>
  new Client({
    send: (request, onProgress) => {
      if (progress !== undefined) onProgress(progress as ProgressParams);
      return Promise.resolve(JSON.parse(JSON.stringify(answer(request))));
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });

describe('a client', () => {
  it('takes fields and values that it does not know', async () => {
    const result = {
      job: 'a',
      state: 'paused',
      results: [{ status: 'postponed', until: 'tomorrow' }],
      mood: 'calm',
    };
    const client = newer(({ id }) => ({ jsonrpc: '2.0', id, result, trace: 7 }));
    expect(await client.call('job/get', { job: 'a' })).toEqual(result);
  });

  it('tells an error whose code it does not know, with what to do', async () => {
    const data = {
      code: 'moon-in-the-way',
      message: 'The moon is in the way.',
      hint: 'Wait a night.',
      retryable: true,
      retryAfterMs: 86_400_000,
      phase: 'full',
    };
    const client = newer(({ id }) => ({
      jsonrpc: '2.0',
      id,
      error: { code: -32000, message: data.message, data },
    }));
    const { phase: _, ...told } = data;
    await expect(client.call('calm/discover', {})).rejects.toMatchObject(told);
  });

  it('passes on progress that tells more than it knows', async () => {
    const told: unknown[] = [];
    const progress = { request: 1, done: 1, total: 2, result: { status: 'postponed' }, pace: 3 };
    const client = newer(({ id }) => ({ jsonrpc: '2.0', id, result: {} }), progress);
    await client.call('taste/profiles', {}, { onProgress: (each) => told.push(each) });
    expect(told).toEqual([{ done: 1, total: 2, result: { status: 'postponed' }, pace: 3 }]);
  });

  it.each([
    ['nothing', undefined],
    ['a page', '<html>'],
    ['neither result nor error', {}],
    ['an error without its data', { error: { code: -32000, message: 'No.' } }],
  ])('says so where the answer is %s', async (_name, answer) => {
    const client = new Client({
      send: ({ id }) =>
        Promise.resolve(typeof answer === 'object' ? { jsonrpc: '2.0', id, ...answer } : answer),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    });
    await expect(client.call('calm/discover', {})).rejects.toMatchObject({ code: 'remote-failed' });
  });
});
