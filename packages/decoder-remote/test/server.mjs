/**
 * A server that speaks /v1/chat/completions, and fails at it in every way: the name of the model says how. Says its port on standard
 * output; GET /requests gives what was asked of it.
 */
import { createServer } from 'node:http';
import { clearInterval, setImmediate, setInterval } from 'node:timers';

/** @type {{ method: string, url: string, headers: object, body: any }[]} */
const requests = [];

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (request.url === '/go') return;
    if (request.url === '/requests') {
      response.end(JSON.stringify(requests));
      return;
    }
    const body = JSON.parse(Buffer.concat(chunks).toString());
    const { method, url, headers } = request;
    requests.push({ method, url, headers, body });
    const answer = answers[body.model];
    if (answer === undefined) fail(response, 404, { message: `model '${body.model}' not found` });
    else answer(response, body, url, headers);
  });
});

server.listen(0, '127.0.0.1', () => console.log(server.address().port));

const count = (model) => requests.filter(({ body }) => body.model === model).length;

const SENTENCES = ['The picture is noisy.', 'A dog runs by.', 'There is no noise.'];
const json = (sentences) => JSON.stringify({ sentences });

function fail(response, status, error, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ error }));
}

function begin(response) {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
}

function event(response, data) {
  response.write(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);
}

function delta(response, content, finish = null) {
  event(response, { choices: [{ index: 0, delta: { content }, finish_reason: finish }] });
}

/** In pieces that know nothing of words. */
function stream(response, text, { usage = true } = {}) {
  begin(response);
  for (let at = 0; at < text.length; at += 7) delta(response, text.slice(at, at + 7));
  delta(response, '', 'stop');
  if (usage) event(response, { choices: [], usage: { prompt_tokens: 321, completion_tokens: 54 } });
  event(response, '[DONE]');
  response.end();
}

const answers = {
  fine: (response) => stream(response, json(['The picture is noisy.', 'Reduce the noise.'])),
  mixed: (response) => stream(response, json(SENTENCES)),
  dark: (response) => stream(response, json(['The picture is underexposed.', 'A dog runs by.'])),
  nonsense: (response) => stream(response, json(['A dog runs by.', 'It is a lovely dog.'])),
  plain: (response) =>
    stream(
      response,
      `Here goes:\n\n1. ${SENTENCES[0]}\n2. **Reduce** the noise. Reduce it by 1.3 or so.`,
    ),
  thinking: (response) =>
    stream(
      response,
      `<think>It is noisy. Is it?</think>\n\`\`\`json\n${json(['The picture is noisy.'])}\n\`\`\``,
    ),
  silent: (response) => stream(response, json(['The picture is noisy.']), { usage: false }),
  'at-once': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        choices: [{ message: { content: json(['The picture is noisy.']) }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 10, completion_tokens: 5 },
      }),
    );
  },
  'cut-by-length': (response) => {
    begin(response);
    delta(response, '{"sentences":["The picture is noisy.","Reduce the no', 'length');
    event(response, '[DONE]');
    response.end();
  },
  'in-steps': (response) => {
    begin(response);
    delta(response, '{"sentences":["The picture is noisy.",');
    // The rest comes only once the first sentence was heard: GET /go.
    waiting = () => {
      delta(response, '"Reduce the noise."]}', 'stop');
      event(response, '[DONE]');
      response.end();
    };
  },
  picky: (response, body) => {
    const refused = ['response_format', 'stream_options', 'temperature', 'max_tokens'].find(
      (field) => body[field] !== undefined,
    );
    if (refused === undefined) answers.fine(response);
    else fail(response, 400, { message: `Unrecognized request argument supplied: ${refused}` });
  },
  clumsy: (response, body) =>
    body.response_format === undefined
      ? answers.fine(response)
      : fail(response, 500, { message: "'loc': ('body', 'response_format', 'type')" }),
  stern: (response) => fail(response, 400, { message: 'I do not like this request.' }),
  locked: (response, _body, _url, { authorization }) =>
    fail(response, 401, { message: `Incorrect API key provided: ${authorization}` }),
  'tell-tale': (response, _body, _url, { authorization }) =>
    fail(response, 418, { message: `You sent ${authorization}, dear` }),
  busy: (response) =>
    count('busy') === 1
      ? fail(response, 429, { message: 'slow down' }, { 'retry-after': '1' })
      : answers.fine(response),
  'busy-for-long': (response) =>
    fail(response, 429, { message: 'quota exceeded' }, { 'retry-after': '3600' }),
  stumbling: (response) =>
    count('stumbling') < 3 ? fail(response, 500, 'out of memory') : answers.fine(response),
  broken: (response) => fail(response, 503, 'still loading'),
  'never-begins': () => undefined,
  'falls-silent': (response) => {
    begin(response);
    delta(response, '{"sentences":["The picture is noisy.",');
  },
  endless: (response) => {
    begin(response);
    const more = () => {
      if (!response.destroyed) {
        delta(response, ' and so on'.repeat(50));
        setImmediate(more);
      }
    };
    delta(response, '{"sentences":["On');
    more();
  },
  chatterbox: (response) => {
    begin(response);
    const more = () => {
      if (!response.destroyed) {
        delta(response, '"The picture is noisy.",');
        setImmediate(more);
      }
    };
    delta(response, '{"sentences":[');
    more();
  },
  'endless-dots': (response) => {
    begin(response);
    const timer = setInterval(() => response.write(': still here\n\n'), 20);
    response.on('close', () => clearInterval(timer));
  },
  'huge-line': (response) => {
    begin(response);
    const block = 'x'.repeat(2 ** 16);
    response.write('data: ');
    const more = () => {
      if (response.destroyed) return;
      if (response.write(block)) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  },
  cut: (response) => {
    begin(response);
    delta(response, '{"sentences":["The picture is noisy.","Red');
    setImmediate(() => response.destroy());
  },
  'ends-early': (response) => {
    begin(response);
    delta(response, '{"sentences":["The picture is noisy.","Red');
    response.end();
  },
  garbled: (response) => {
    begin(response);
    event(response, '{"choices":[{"delta":{"content":"{');
    response.end();
  },
  'other-json': (response) => stream(response, '{"answer":"The picture is noisy."}'),
  'nested-json': (response) => stream(response, '{"sentences":[{"text":"The picture is noisy."}]}'),
  'fails-inside': (response) => {
    begin(response);
    event(response, { error: { message: 'CUDA out of memory' } });
    response.end();
  },
  page: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<h1>Welcome</h1>');
  },
  moved: (response, _body, url) => {
    if (url.startsWith('/v2')) answers.fine(response);
    else response.writeHead(308, { location: '/v2/chat/completions' }).end();
  },
  elsewhere: (response) => response.writeHead(307, { location: 'http://example.invalid/v1' }).end(),
  circle: (response, _body, url) => response.writeHead(307, { location: url }).end(),
};

let waiting = () => undefined;
server.prependListener('request', (request, response) => {
  if (request.url !== '/go') return;
  waiting();
  response.end();
});
