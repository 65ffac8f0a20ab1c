import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { whatIsWrongIn } from '../../protocol/amiss.js';
import { CalmError } from '../../protocol/errors.js';
import type { Paired } from '../../protocol/generated/pairing.js';
import {
  validatePairParams,
  validateRevokeParams,
  type Validator,
} from '../../protocol/generated/validators.js';
import type { Caller } from '../../service/call.js';
import type { Service } from '../../service/service.js';
import type { ClientRecord, Clients } from '../clients.js';
import { Connection } from '../connection.js';
import { checkContent, checkHost, checkOrigin, preflightOf, tokenOf } from './admission.js';
import { answerJson, answerRefused, EventStream } from './answer.js';
import { Allowance, bodyOf } from './body.js';
import { asText, Gone, Refusal, refused, refusedByParser } from './refusal.js';
import { Sockets, type UnderWay } from './sockets.js';

/** Longest body of what is no message of the protocol, in bytes. */
const SMALL_BYTES = 4096;

/** Bodies of so many messages of full length are held at a time. */
const LARGE_BODIES = 4;

/** So long, in milliseconds, requests under way may take to end when the server does. */
const DRAIN_MS = 5000;

export interface HttpOptions {
  /** Who may ask. */
  readonly clients: Clients;
  /** Default: any that is free. */
  readonly port?: number;
  /** Sites whose pages may ask, such as `https://example.com`. Default: none; pages without an origin may, with a token. */
  readonly origins?: readonly string[];
  /** Connections at a time. Default: 512. */
  readonly connections?: number;
  /** How long the headers of a request may take to arrive, in milliseconds. Default: 5000. */
  readonly headersMs?: number;
  /** How long a request may take to arrive, body included, in milliseconds; its answer may take longer. Default: 60000. */
  readonly requestMs?: number;
  /** How long a connection may lie idle between requests, in milliseconds. Default: 30000. */
  readonly idleMs?: number;
}

/**
 * Serves the protocol on HTTP, to programs and pages on this machine alone: POST /rpc takes a message and gives its answer, or, where
 * `text/event-stream` is accepted, its progress and its answer as events.
 *
 * @throws CalmError `busy` where something else listens on the port
 */
export async function serveHttp(service: Service, options: HttpOptions): Promise<HttpServer> {
  const server = new HttpServer(service, options);
  await server.listen(options.port ?? 0);
  return server;
}

/** A server that {@link serveHttp} has started. Its disposal lets what is under way end. */
export class HttpServer implements AsyncDisposable {
  readonly #service: Service;
  readonly #clients: Clients;
  readonly #options: HttpOptions;
  readonly #sockets: Sockets;
  readonly #allowance: Allowance;
  readonly #servers: Server[] = [];
  #port = 0;
  #ended: Promise<void> | undefined;

  /** @internal */
  constructor(service: Service, options: HttpOptions) {
    this.#service = service;
    this.#clients = options.clients;
    this.#options = options;
    this.#sockets = new Sockets(options.connections ?? 512);
    this.#allowance = new Allowance(LARGE_BODIES * service.limits.messageBytes);
  }

  /** Where it listens. */
  get port(): number {
    return this.#port;
  }

  /** @internal */
  async listen(port: number): Promise<void> {
    this.#port = await this.#listenOn('127.0.0.1', port);
    try {
      // "localhost" is either.
      await this.#listenOn('::1', this.#port);
    } catch (error) {
      if (hasCode(error, ['EADDRNOTAVAIL', 'EAFNOSUPPORT'])) return;
      await this[Symbol.asyncDispose]();
      throw error;
    }
  }

  /**
   * Removes a paired client at once: what it has asked is stopped, its jobs too.
   *
   * @throws CalmError `invalid-request` where none is called so
   */
  async revoke(name: string): Promise<void> {
    const { id } = this.#clients.revoke(name);
    this.#sockets.cancel(({ client }) => client === id);
    await this.#service.forget(id);
  }

  /** Takes no more connections, and waits a few seconds for answers that are under way; what takes longer is cancelled. */
  async [Symbol.asyncDispose](): Promise<void> {
    await (this.#ended ??= this.#end());
  }

  async #end(): Promise<void> {
    this.#clients.withdraw();
    const closed = this.#servers.map((server) => {
      const ended = once(server, 'close');
      server.close();
      return ended;
    });
    const impatient = setTimeout(() => {
      this.#sockets.cancel();
    }, DRAIN_MS);
    await this.#sockets.drain();
    clearTimeout(impatient);
    for (const server of this.#servers) server.closeAllConnections();
    await Promise.all(closed);
  }

  async #listenOn(host: string, port: number): Promise<number> {
    const { headersMs = 5000, requestMs = 60_000, idleMs = 30_000 } = this.#options;
    const server = createServer(
      {
        headersTimeout: headersMs,
        requestTimeout: requestMs,
        keepAliveTimeout: idleMs,
        connectionsCheckingInterval: Math.min(1000, headersMs),
        maxHeaderSize: 16 * 1024,
      },
      (request, response) => {
        void this.#answer(request, response);
      },
    );
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
    });
    server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      const own = socket as UnderWay['socket'];
      if (!own.writable || !this.#sockets.isIdle(own)) {
        own.destroy();
        return;
      }
      own.write(asText(refusedByParser(error.code)));
      own.destroySoon();
    });
    server.listen({ host, port, exclusive: true });
    try {
      await once(server, 'listening');
    } catch (cause) {
      if (!hasCode(cause, ['EADDRINUSE', 'EACCES'])) throw cause;
      throw new CalmError('busy', `Port ${port} of ${host} cannot be listened on.`, {
        hint: 'Another program has it, or it is reserved: choose another port.',
        cause,
      });
    }
    this.#servers.push(server);
    return (server.address() as AddressInfo).port;
  }

  /** Never rejects. */
  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    try {
      checkHost(request, this.#port);
      for (const [name, value] of Object.entries(
        checkOrigin(request, this.#options.origins ?? []),
      )) {
        response.setHeader(name, value ?? '');
      }
      const route = this.#routeOf(request);
      if (request.method === 'OPTIONS') {
        response.writeHead(204, preflightOf(request)).end();
        return;
      }
      checkContent(request);
      await route(request, response);
    } catch (error) {
      if (error instanceof Gone || response.headersSent) response.destroy();
      else answerRefused(request, response, Refusal.of(error));
    }
  }

  #routeOf({ url, method }: IncomingMessage): Route {
    const route = this.#routes.get(url ?? '');
    if (route === undefined) {
      throw refused(404, 'There is nothing here.', 'Messages go to POST /rpc.');
    }
    if (method === 'POST' || method === 'OPTIONS') return route;
    throw refused(405, `${method} is not taken.`, 'Send POST.', { allow: 'POST, OPTIONS' });
  }

  readonly #routes = new Map<string, Route>([
    ['/rpc', (request, response) => this.#rpc(request, response)],
    ['/pair', (request, response) => this.#pair(request, response)],
    ['/pair/offer', (request, response) => this.#offer(request, response)],
    ['/clients/revoke', (request, response) => this.#revoke(request, response)],
  ]);

  async #rpc(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#authenticated(request);
    let held = 0;
    try {
      const message = await bodyOf(request, this.#service.limits.messageBytes, (bytes) => {
        this.#allowance.take(bytes);
        held += bytes;
      });
      // It may have been revoked meanwhile.
      const caller = callerOf(this.#authenticated(request));
      const events = acceptsEvents(request) ? new EventStream(response) : undefined;
      const connection = new Connection(this.#service, caller, (progress) => {
        events?.send(progress);
      });
      this.#begin(request, response, caller.id, () => {
        connection.cancelAll();
      });
      const answer = await connection.receive(message);
      if (events !== undefined) events.end(answer);
      else if (answer !== undefined) answerJson(response, 200, answer);
      else response.writeHead(204).end();
    } finally {
      this.#allowance.giveBack(held);
    }
  }

  async #pair(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const params = checked(validatePairParams, await smallBodyOf(request));
    const { token, record } = this.#clients.pair(params.code, params.client.name);
    answerJson(response, 200, { token, name: record.name } satisfies Paired);
  }

  async #offer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { id } = this.#native(request);
    await smallBodyOf(request);
    const offer = this.#clients.offer();
    const { code, expiresInMs, replaces } = offer;
    const events = new EventStream(response);
    this.#begin(request, response, id, () => {
      offer.withdraw();
    });
    events.send({ code, expiresInMs, replaces });
    events.end(await offer.outcome);
  }

  async #revoke(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#native(request);
    const { name } = checked(validateRevokeParams, await smallBodyOf(request));
    await this.revoke(name);
    answerJson(response, 200, {});
  }

  #begin(
    { socket }: IncomingMessage,
    response: ServerResponse,
    client: string,
    cancel: () => void,
  ): void {
    const underWay: UnderWay = { socket, client, cancel };
    this.#sockets.begin(underWay);
    response.once('close', () => {
      this.#sockets.end(underWay);
    });
  }

  #authenticated(request: IncomingMessage): ClientRecord {
    const record = this.#clients.authenticate(tokenOf(request));
    if (record !== undefined) return record;
    throw new CalmError('unauthorized', 'The token is not known here.', {
      hint: 'It may have been revoked: pair again, with calm pair.',
    });
  }

  #native(request: IncomingMessage): ClientRecord {
    const record = this.#authenticated(request);
    if (record.kind === 'native') return record;
    throw new CalmError('not-allowed', `${record.name} may not say who may ask.`, {
      hint: 'Use calm pair and calm clients on the command line.',
    });
  }
}

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function callerOf({ id, name, kind }: ClientRecord): Caller {
  return { id, name, files: kind === 'native' };
}

function acceptsEvents({ headers }: IncomingMessage): boolean {
  return headers.accept?.includes('text/event-stream') ?? false;
}

function smallBodyOf(request: IncomingMessage): Promise<unknown> {
  return bodyOf(request, SMALL_BYTES, () => undefined);
}

function checked<Params>(validate: Validator<Params>, params: unknown): Params {
  if (validate(params)) return params;
  throw refused(
    400,
    `The body is not as it should be: ${whatIsWrongIn(params, validate)}.`,
    'The schema of pairing tells what is taken.',
  );
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
