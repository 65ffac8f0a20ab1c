import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { CalmError } from '../../protocol/errors.js';
import { refused } from './refusal.js';

/**
 * A page of another site whose name was made to lead here (DNS rebinding) is told by the Host that its browser sends.
 *
 * @throws Refusal 403
 */
export function checkHost({ headersDistinct }: IncomingMessage, port: number): void {
  const hosts = headersDistinct['host'] ?? [];
  const own = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`);
  if (hosts.length === 1 && own.includes(hosts[0]!.toLowerCase())) return;
  throw refused(
    403,
    'This server answers to localhost alone.',
    `Ask http://localhost:${port}, and name it so in the Host header.`,
  );
}

/**
 * Native programs have no origin. Pages of sandboxed frames, such as plugins of design tools are, have `null`, as any page can: what they may do
 * their token decides.
 *
 * @returns headers by which the browser lets the page read the answer
 * @throws Refusal 403
 */
export function checkOrigin(
  { headers }: IncomingMessage,
  origins: readonly string[],
): OutgoingHttpHeaders {
  const { origin } = headers;
  if (origin === undefined) return {};
  if (origin === 'null' || origins.includes(origin)) {
    return { 'access-control-allow-origin': origin, vary: 'Origin' };
  }
  throw refused(
    403,
    'Pages of this site may not ask.',
    'If you trust the site, name it when the server is started: calm serve --origin https://example.com',
  );
}

/** What a browser is told that asks whether a page may ask. */
export function preflightOf({ headers }: IncomingMessage): OutgoingHttpHeaders {
  return {
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '600',
    // Chromium before 142 asks this of servers in private networks; later ones ask the person.
    ...(headers['access-control-request-private-network'] === 'true'
      ? { 'access-control-allow-private-network': 'true' }
      : {}),
  };
}

/**
 * Forms and other requests that a page may send unasked cannot have this type.
 *
 * @throws Refusal 415
 */
export function checkContent({ headers }: IncomingMessage): void {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  if (/^application\/json *(?:; *charset="?utf-8"?)?$/iu.test(type) && encoding === 'identity') {
    return;
  }
  throw refused(
    415,
    'The request is not told to be JSON.',
    'Send it with Content-Type: application/json, in UTF-8, uncompressed.',
  );
}

/** @throws CalmError `unauthorized` where there is none */
export function tokenOf({ headers: { authorization = '' } }: IncomingMessage): string {
  const [, token] = /^Bearer +(\S+)$/iu.exec(authorization) ?? [];
  if (token !== undefined) return token;
  throw new CalmError('unauthorized', 'The request carries no token.', {
    hint: 'Send it as Authorization: Bearer TOKEN. A program on this machine finds the token in a file; a page gets one by calm pair.',
  });
}
