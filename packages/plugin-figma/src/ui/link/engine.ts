/** The engine on this computer, where one is: how it is reached, and what is the matter where it is not. */
import {
  CalmError,
  connectHttp,
  DEFAULT_PORT,
  pair,
  PROTOCOL_VERSION,
  type Client,
  type Methods,
  type ParamsOf,
} from '@calm-sdk/core/client';
import { whyUnreachable } from './unreachable.js';

/** The one address that the manifest allows. */
const URL = `http://localhost:${DEFAULT_PORT}`;
export const CLIENT_NAME = 'Figma panel';

export type LinkState =
  /** Not asked for yet: nothing is sent before the person asks for a critique. */
  | { readonly kind: 'unasked' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected'; readonly engine: Engine }
  | { readonly kind: 'absent' }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'unpaired' }
  /** Whose protocol is the older one. */
  | { readonly kind: 'other-version'; readonly older: 'engine' | 'panel' }
  | { readonly kind: 'failed'; readonly message: string };

export type Discovered = Methods['calm/discover']['result'];

export class Engine {
  readonly facts: Discovered;
  readonly #client: Client;

  constructor(client: Client, facts: Discovered) {
    this.#client = client;
    this.facts = facts;
  }

  /**
   * Asks; where the engine is busy or was not to be reached for a moment, asks again, later and later.
   *
   * @throws CalmError
   */
  async ask<Name extends keyof Methods>(
    method: Name,
    params: ParamsOf<Name>,
    signal?: AbortSignal,
  ): Promise<Methods[Name]['result']> {
    for (let tried = 0; ; tried++) {
      try {
        return await this.#client.call(method, params, signal === undefined ? {} : { signal });
      } catch (error) {
        const again = error instanceof CalmError && error.retryable && tried < PAUSES_MS.length;
        if (!again) throw error;
        await pause(Math.max(PAUSES_MS[tried]!, error.retryAfterMs ?? 0), signal);
      }
    }
  }
}

const PAUSES_MS = [500, 1000, 2000];

/** Says who it is, and sees whether panel and engine understand one another. */
export async function connect(token: string | undefined, locale: string): Promise<LinkState> {
  try {
    // Without a token the engine says that it is there, and that it does not know who asks.
    const client = connectHttp(URL, token ?? 'none', { client: { name: CLIENT_NAME }, locale });
    const facts = await client.call('calm/discover', {});
    return isOurs(facts) ? { kind: 'connected', engine: new Engine(client, facts) } : older(facts);
  } catch (error) {
    return stateOf(error);
  }
}

/**
 * Gets a token for the code that `calm pair` has shown.
 *
 * @throws CalmError
 */
export async function pairWith(code: string): Promise<string> {
  const { token } = await pair(URL, code, { name: CLIENT_NAME });
  return token;
}

/** What an error says of the link. */
export async function stateOf(error: unknown): Promise<LinkState> {
  if (!(error instanceof CalmError)) throw error;
  switch (error.code) {
    case 'remote-unreachable':
      return { kind: await whyUnreachable() };
    case 'unauthorized':
      return { kind: 'unpaired' };
    case 'protocol-unsupported':
      return { kind: 'other-version', older: 'engine' };
    default:
      return { kind: 'failed', message: error.message };
  }
}

const major = (version: string): number => Number.parseInt(version, 10);

function isOurs({ protocol }: Discovered): boolean {
  return protocol.versions.some((version) => major(version) === major(PROTOCOL_VERSION));
}

function older({ protocol }: Discovered): LinkState {
  const isNewer = major(protocol.version) > major(PROTOCOL_VERSION);
  return { kind: 'other-version', older: isNewer ? 'panel' : 'engine' };
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(CalmError.cancelled('The request'));
    });
  });
}
