/**
 * An engine of another make that says what it is and can do nothing else, on its standard streams.
 *
 *   node tiny-engine.mjs [--without-hints]
 */
import { createInterface } from 'node:readline';

const LIMITS = {
  messageBytes: 10_000,
  requests: 10,
  requestsOfClient: 10,
  jobsOfClient: 1,
  jobBytes: 100_000,
  jobExpiryMs: 1000,
};
const WITHOUT_HINTS = process.argv.includes('--without-hints');

const discovery = {
  protocol: { version: '1.0', versions: ['1.0'] },
  engine: { name: 'tiny', version: '0.1.0' },
  stamps: {
    protocol: '1.0',
    engine: '0.1.0',
    model: { id: 'none@0', sha256: '' },
    preprocessing: '0',
    registry: '',
  },
  methods: ['calm/discover'],
  parts: [],
  attributes: [],
  locales: ['en'],
  decoders: [],
  tastes: false,
  limits: LIMITS,
};

function failure(id, rpcCode, code, message) {
  const hint = WITHOUT_HINTS ? '' : 'Read the protocol.';
  const data = { code, message, hint, retryable: false };
  return { jsonrpc: '2.0', id, error: { code: rpcCode, message, data } };
}

function answerTo(line) {
  if (line.length > LIMITS.messageBytes) return failure(null, -32000, 'too-large', 'Too long.');
  let message;
  try {
    message = JSON.parse(line);
  } catch {
    return failure(null, -32700, 'invalid-request', 'No JSON.');
  }
  const isObject = typeof message === 'object' && message !== null && !Array.isArray(message);
  if (isObject && 'method' in message && !('id' in message)) return undefined;
  const { id, jsonrpc, method, params = {} } = isObject ? message : {};
  const known = typeof id === 'string' || Number.isInteger(id);
  if (!known || jsonrpc !== '2.0' || typeof method !== 'string' || method === '') {
    return failure(known ? id : null, -32600, 'invalid-request', 'No request.');
  }
  const { protocol = '1.0', locale = 'en' } = params.meta ?? {};
  if (!/^\d+\.\d+$/.test(protocol)) {
    return failure(id, -32602, 'invalid-request', 'meta.protocol is no version.');
  }
  if (!protocol.startsWith('1.')) {
    return failure(id, -32000, 'protocol-unsupported', 'Only 1 is spoken.');
  }
  if (method !== 'calm/discover') return failure(id, -32601, 'method-unknown', `No ${method}.`);
  if (!locale.startsWith('en')) {
    return failure(id, -32602, 'invalid-request', 'meta.locale is none of en.');
  }
  return { jsonrpc: '2.0', id, result: discovery };
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = answerTo(line);
  if (answer !== undefined) process.stdout.write(`${JSON.stringify(answer)}\n`);
}
