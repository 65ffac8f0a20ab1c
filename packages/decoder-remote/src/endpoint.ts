/** Where requests go: checked once, before anything is sent. */
import { isIP } from 'node:net';
import { CalmError } from '@calm-sdk/core';

/** @throws CalmError `invalid-request` */
export function endpointOf(url: string, allowHttp: boolean): URL {
  const endpoint = parsed(url);
  if (endpoint.protocol !== 'https:' && endpoint.protocol !== 'http:') {
    throw new CalmError(
      'invalid-request',
      'The URL of the remote decoder is neither https nor http.',
      {
        hint: 'Give the address of its API, such as http://localhost:11434/v1.',
      },
    );
  }
  if (endpoint.username !== '' || endpoint.password !== '') {
    throw new CalmError(
      'invalid-request',
      'The URL of the remote decoder holds a name or a password.',
      {
        hint: 'Give the key apart from the URL, which ends up in logs.',
      },
    );
  }
  if (endpoint.protocol === 'http:' && !allowHttp && !isLoopback(endpoint.hostname)) {
    throw new CalmError(
      'invalid-request',
      `${endpoint.host} is another machine, and plain http would show everybody on the way what is sent.`,
      { hint: 'Use https, or allow http explicitly where you trust the network between.' },
    );
  }
  const path = endpoint.pathname.replace(/\/+$/u, '');
  if (!path.endsWith('/chat/completions')) {
    endpoint.pathname = `${path === '' ? '/v1' : path}/chat/completions`;
  }
  return endpoint;
}

function parsed(url: string): URL {
  if (!URL.canParse(url)) {
    throw new CalmError('invalid-request', 'The URL of the remote decoder is no URL.', {
      hint: 'Give it whole, such as http://localhost:11434/v1.',
    });
  }
  return new URL(url);
}

/** Whether a host can only be this machine (RFC 6761, RFC 1122, RFC 4291). */
function isLoopback(hostname: string): boolean {
  if (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]')
    return true;
  return isIP(hostname) === 4 && hostname.startsWith('127.');
}
