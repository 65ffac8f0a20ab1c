/** The engine, by JSON-RPC over loopback HTTP. */
import type { Discovery, Methods } from './protocol';
import { fail, succeed, type Answer, type Failure } from '../answer';
import { decode } from '../json/decode';
import { encode } from '../json/encode';
import { readInstalled, readJson, readText } from './installed';

const LrHttp = lrImport('LrHttp');
const LrPathUtils = lrImport('LrPathUtils');
const LrTasks = lrImport('LrTasks');

/** The protocol that this plug-in speaks: its major version must be among the engine's. */
export const PROTOCOL = '1.0';
const USUAL_PORT = 7474;
const SOON_S = 5;
/** Pictures that many programs ask for at a time wait for their turn. */
const PATIENT_S = 180;

/** An engine that answers. */
export interface Connection {
  readonly url: string;
  readonly token: string;
  /** What it is and can do, its attributes named in the person's language. */
  readonly discovery: Discovery;
}

interface Response {
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly data?: Partial<Failure> };
}

/** The language of texts that the engine writes: `en` or `de`. */
export function locale(): string {
  return LOC('$$$/Calm/Locale=en');
}

/** The engine that runs on this computer. Yields. */
export function connect(): Answer<Connection> {
  const installed = readInstalled();
  if (installed === undefined) {
    return fail(
      'not-installed',
      LOC('$$$/Calm/NotInstalled=The plug-in does not know where CALM is.'),
      LOC(
        '$$$/Calm/NotInstalled/Hint=Run ^[calm install lightroom^] in a terminal, then restart Lightroom.',
      ),
    );
  }
  const token = readText(LrPathUtils.child(installed.data, 'token'));
  const handshake = readJson(LrPathUtils.child(installed.data, 'server.json')) as
    { port?: number } | undefined;
  if (token === undefined) return absent();
  const [trimmed] = string.match(token, '%S+');
  const url = `http://localhost:${handshake?.port ?? USUAL_PORT}`;
  const discovered = request<Discovery>(url, trimmed ?? '', 'calm/discover', {}, SOON_S);
  if (!discovered.ok) return discovered.failure.code === 'engine-silent' ? absent() : discovered;
  return compatible({ url, token: trimmed ?? '', discovery: discovered.value });
}

function absent(): Answer<Connection> {
  return fail(
    'engine-absent',
    LOC('$$$/Calm/Absent=The CALM engine is not running.'),
    LOC(
      '$$$/Calm/Absent/Hint=Run ^[calm serve^] in a terminal, or let the plug-in start it: File > Plug-in Manager > CALM.',
    ),
    true,
  );
}

function compatible(connection: Connection): Answer<Connection> {
  const { versions } = connection.discovery.protocol;
  const [major] = string.match(PROTOCOL, '^%d+');
  for (const version of versions)
    if (string.match(version, '^%d+')[0] === major) return succeed(connection);
  return fail(
    'protocol-unsupported',
    LOC(
      '$$$/Calm/OtherVersion=This plug-in speaks protocol ^1, the engine ^2.',
      PROTOCOL,
      versions[0] ?? '?',
    ),
    LOC('$$$/Calm/OtherVersion/Hint=Update CALM and run ^[calm install lightroom^] again.'),
  );
}

/** Asks the engine. Yields. */
export function call<Method extends keyof Methods>(
  connection: Connection,
  method: Method,
  params: Omit<Methods[Method]['params'], 'meta'>,
  options: { readonly idempotencyKey?: string } = {},
): Answer<Methods[Method]['result']> {
  return request(
    connection.url,
    connection.token,
    method,
    params,
    PATIENT_S,
    options.idempotencyKey,
  );
}

function request<Result>(
  url: string,
  token: string,
  method: string,
  params: object,
  seconds: number,
  idempotencyKey?: string,
): Answer<Result> {
  const meta = {
    protocol: PROTOCOL,
    client: { name: 'lightroom' },
    locale: locale(),
    idempotencyKey,
  };
  const body = encode({ jsonrpc: '2.0', id: 1, method, params: { ...params, meta } });
  const [answer, info] = LrHttp.post(
    `${url}/rpc`,
    body,
    [
      { field: 'Content-Type', value: 'application/json' },
      { field: 'Authorization', value: `Bearer ${token}` },
    ],
    'POST',
    seconds,
  );
  if (answer === undefined || info?.error !== undefined) return silent();
  const [read, response] = LrTasks.pcall(() => decode(answer) as Response);
  if (!read || type(response) !== 'table') return silent();
  if (response.error !== undefined) return { ok: false, failure: failureOf(response.error) };
  return succeed(response.result as Result);
}

function silent<Result>(): Answer<Result> {
  return fail(
    'engine-silent',
    LOC('$$$/Calm/Silent=The CALM engine does not answer.'),
    LOC('$$$/Calm/Silent/Hint=Start it again with ^[calm serve^]; what is scored already stays.'),
    true,
  );
}

function failureOf({ message, data }: NonNullable<Response['error']>): Failure {
  return {
    code: data?.code ?? 'internal',
    message: data?.message ?? message,
    hint: data?.hint ?? '',
    retryable: data?.retryable === true,
    ...(data?.retryAfterMs === undefined ? {} : { retryAfterMs: data.retryAfterMs }),
  };
}
