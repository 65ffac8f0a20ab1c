/** What messages look like, whatever is asked. */
import type { Failure } from '../../protocol/generated/message.js';
import { expectEqual, expectThat } from '../asked.js';
import type { Check } from '../check.js';
import { pixels } from '../pictures.js';

export const ENVELOPE: readonly Check[] = [
  {
    name: 'calm/discover tells what the engine is, and every method that it names is known',
    async run(engine) {
      const { methods, protocol, engine: made } = await engine.discovery();
      expectThat(
        protocol.versions.includes(protocol.version),
        'Its versions lack the one that it speaks.',
      );
      for (const method of methods) {
        await engine.refusal(method, { meta: { protocol: '999.0' } }, 'protocol-unsupported');
      }
      return `${made.name} ${made.version}, protocol ${protocol.version}, ${methods.length} methods`;
    },
  },
  {
    name: 'an answer carries the id of its request, text or whole number',
    async run(engine) {
      const ids = ['a', '', '7', 0, 7, -1, Number.MAX_SAFE_INTEGER];
      await Promise.all(
        ids.map((id) => engine.send({ jsonrpc: '2.0', id, method: 'calm/discover' } as object)),
      );
      return `${ids.length} ids, all at once`;
    },
  },
  {
    name: 'text that is no JSON fails with -32700 and the id null',
    async run(engine) {
      const texts = ['{"jsonrpc":', 'hello', '{"jsonrpc":"2.0","id":1,"method":"calm/discover"}}'];
      for (const text of texts) expectRefused(await engine.refusedText(text), -32700);
      return `${texts.length} texts`;
    },
  },
  {
    name: 'JSON that is no request fails with -32600',
    async run(engine) {
      const method = 'calm/discover';
      const wrong: readonly object[] = [
        { id: 'wrong-1', method },
        { jsonrpc: '1.0', id: 'wrong-2', method },
        { jsonrpc: '2.0', id: 'wrong-3' },
        { jsonrpc: '2.0', id: 'wrong-4', method: 7 },
        { jsonrpc: '2.0', id: 'wrong-5', method: '' },
      ];
      for (const message of wrong) {
        const answer = await engine.send(message);
        expectThat('error' in answer, `${JSON.stringify(message)} was done.`);
        expectEqual(answer.error.code, -32600, 'Code');
        expectEqual(answer.error.data.code, 'invalid-request', 'data.code');
      }
      return `${wrong.length} messages`;
    },
  },
  {
    name: 'a message whose id cannot be one fails with the id null',
    async run(engine) {
      const ids = [null, true, 1.5, {}, [1]];
      for (const id of ids) {
        const message = { jsonrpc: '2.0', id, method: 'calm/discover' };
        expectRefused(await engine.refusedText(JSON.stringify(message)), -32600);
      }
      for (const text of ['7', 'null', '"calm/discover"']) {
        expectRefused(await engine.refusedText(text), -32600);
      }
      return `${ids.length + 3} messages`;
    },
  },
  {
    name: 'batches are refused',
    async run(engine) {
      const request = { jsonrpc: '2.0', id: 'batched', method: 'calm/discover' };
      for (const batch of [[], [request], [request, { ...request, id: 'too' }]]) {
        expectRefused(await engine.refusedText(JSON.stringify(batch)), -32600);
      }
      return 'of none, one and two requests';
    },
  },
  {
    name: 'nothing answers a notification, known or unknown',
    async run(engine) {
      const told = [
        { jsonrpc: '2.0', method: '$/cancel', params: { request: 'never-asked' } },
        { jsonrpc: '2.0', method: '$/cancel' },
        { jsonrpc: '2.0', method: '$/no-such-notification' },
        { jsonrpc: '2.0', method: 'calm/discover' },
        { jsonrpc: '2.0', method: 'assess', params: {} },
      ];
      const heard = new AbortController();
      const answers = told.map((each) => engine.sendText(JSON.stringify(each), heard.signal));
      // What is answered to these would have come by then.
      for (let asked = 0; asked < 3; asked++) await engine.result('calm/discover', {});
      heard.abort();
      for (const answer of await Promise.all(answers)) {
        expectEqual(answer, undefined, 'An answer to a notification');
      }
      return `${told.length} notifications`;
    },
  },
  {
    name: 'fields that are not known are passed over, wherever they stand',
    async run(engine) {
      await engine.needs('assess');
      const unknown = { 'x-unknown': { of: ['any', 1, null] }, unknown: true };
      const answer = await engine.send({
        jsonrpc: '2.0',
        id: 'unknown-fields',
        method: 'assess',
        params: {
          source: { ...pixels(), ...unknown },
          comment: { detail: 'short', ...unknown },
          meta: { client: { name: 'conformance', ...unknown }, ...unknown },
          ...unknown,
        },
        ...unknown,
      } as object);
      expectThat(
        !('error' in answer),
        `It was refused: ${'error' in answer && answer.error.message}`,
      );
      return 'in the message, its params, its meta and its source';
    },
  },
  {
    name: 'an unknown method is said to be unknown',
    async run(engine) {
      const names = ['calm/no-such-method', 'constructor', '__proto__', 'ASSESS', 'assess/'];
      for (const name of names) {
        const answer = await engine.ask(name, {});
        expectThat('error' in answer, `${name} was done.`);
        expectEqual(answer.error.code, -32601, `Code for ${name}`);
        expectEqual(answer.error.data.code, 'method-unknown', `data.code for ${name}`);
      }
      return names.join(', ');
    },
  },
  {
    name: 'wrong params are refused by the name of what is wrong',
    async run(engine) {
      await engine.needs('assess');
      const wrong: readonly (readonly [params: object, named: string])[] = [
        [{}, 'source'],
        [{ source: 7 }, 'source'],
        [{ source: { kind: 'no-such-kind' } }, 'kind'],
        [{ source: { kind: 'path' } }, 'path'],
        [{ source: { ...pixels(), width: 'wide' } }, 'width'],
        [{ source: { ...pixels(), width: 0 } }, 'width'],
        [{ source: pixels(), include: ['no-such-part'] }, 'include'],
        [{ source: pixels(), comment: { detail: 'no-such-detail' } }, 'detail'],
      ];
      for (const [params, named] of wrong) {
        const answer = await engine.ask('assess', params);
        expectThat('error' in answer, `${named} was wrong and taken.`);
        expectEqual(answer.error.code, -32602, 'Code');
        expectEqual(answer.error.data.code, 'invalid-request', 'data.code');
        expectThat(
          answer.error.data.message.includes(named),
          `${named} is wrong, and the message does not name it: ${answer.error.data.message}`,
        );
      }
      await engine.refusal('assess', ['source'], 'invalid-request');
      return `${wrong.length + 1} requests`;
    },
  },
  {
    name: 'another major version of the protocol is refused, a newer minor one is spoken',
    async run(engine) {
      const { protocol } = await engine.discovery();
      const [major] = protocol.version.split('.');
      const newer = `${major}.999`;
      await engine.result('calm/discover', { meta: { protocol: newer } });
      await engine.result('calm/discover', { meta: { protocol: protocol.version } });
      const other = `${Number(major) + 1}.0`;
      await engine.refusal('calm/discover', { meta: { protocol: other } }, 'protocol-unsupported');
      for (const no of ['new', '1', '', 1]) {
        await engine.refusal('calm/discover', { meta: { protocol: no } }, 'invalid-request');
      }
      return `${newer} is spoken, ${other} is not`;
    },
  },
  {
    name: 'a message that is longer than the limit fails with too-large, and the next is answered',
    async run(engine) {
      const { limits } = await engine.discovery();
      const request = { jsonrpc: '2.0', id: 'long', method: 'calm/discover', params: { fill: '' } };
      const fill = ' '.repeat(limits.messageBytes);
      const answer = await engine.refusedText(JSON.stringify({ ...request, params: { fill } }));
      expectEqual(answer.error.data.code, 'too-large', 'data.code');
      await engine.result('calm/discover', {});
      return `more than ${limits.messageBytes} bytes`;
    },
  },
];

function expectRefused({ id, error }: Failure, code: number): void {
  expectEqual(id, null, 'Id');
  expectEqual(error.code, code, 'Code');
  expectEqual(error.data.code, 'invalid-request', 'data.code');
}
