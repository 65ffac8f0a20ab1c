import { CalmError } from '../../protocol/errors.js';
import type { Client } from '../../protocol/generated/message.js';
import type { Paired, PairingOffer, PairingOutcome } from '../../protocol/generated/pairing.js';
import { isPaired, isPairingOffer, isPairingOutcome } from '../../protocol/rpc.js';
import { brokenOff, exchange } from './http.js';

/**
 * Gets a token for a program that may not read the token file, with the code that `calm pair` has shown and the person has typed in.
 *
 * @param url such as `http://localhost:7474`
 * @throws CalmError `unauthorized` for a wrong code, `busy` where that voids it, `remote-unreachable` where nothing listens
 */
export async function pair(url: string, code: string, client: Client): Promise<Paired> {
  const answers = exchange(`${url}/pair`, { code, client });
  return next(answers, isPaired, url);
}

/** What {@link offerPairing} takes. */
export interface OfferOptions {
  /** Told the code, for the person. */
  readonly onOffer: (offer: PairingOffer) => void;
  /** Takes the offer back. */
  readonly signal?: AbortSignal;
}

/**
 * Lets one program in: waits until it has sent the code, or time is up.
 *
 * @param token of a native client
 */
export async function offerPairing(
  url: string,
  token: string,
  { onOffer, signal }: OfferOptions,
): Promise<PairingOutcome> {
  const answers = exchange(`${url}/pair/offer`, {}, { token, signal });
  onOffer(await next(answers, isPairingOffer, url));
  return next(answers, isPairingOutcome, url);
}

/**
 * Takes a paired client's right to ask, and stops what it has asked.
 *
 * @param token of a native client
 * @throws CalmError `invalid-request` where none is called so
 */
export async function revokeClient(url: string, token: string, name: string): Promise<void> {
  await exchange(`${url}/clients/revoke`, { name }, { token }).next();
}

async function next<Answer>(
  answers: AsyncGenerator<unknown, void>,
  is: (value: unknown) => value is Answer,
  url: string,
): Promise<Answer> {
  const answer = await answers.next();
  if (answer.done === true) throw brokenOff(url);
  const { value } = answer;
  if (is(value)) return value;
  throw new CalmError('remote-failed', `The engine at ${url} answered with what is no answer.`, {
    hint: 'Update the older of the two, the program that asks or the engine.',
  });
}
