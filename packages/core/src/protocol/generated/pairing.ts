// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { Client } from './message.js';

/**
 * How a program that may not read the token file comes by a token of its own, on HTTP. These are bodies of POST requests and their answers, without JSON-RPC around them; what fails is answered by a failure as messages have it.
 */
export interface PairingMessage {
  [k: string]: unknown;
}
/**
 * Body of POST /pair, which needs no token: a program asks for one, with the code that the person has typed into it.
 *
 * This interface was referenced by `PairingMessage`'s JSON-Schema
 * via the `definition` "PairParams".
 */
export interface PairParams {
  /**
   * Six digits, as `calm pair` shows them.
   */
  code: string;
  client: Client;
}
/**
 * Answers POST /pair.
 *
 * This interface was referenced by `PairingMessage`'s JSON-Schema
 * via the `definition` "Paired".
 */
export interface Paired {
  /**
   * What every request carries from now on, as `Authorization: Bearer TOKEN`. It is told once.
   */
  token: string;
  /**
   * What the program is called among those that may ask: its own name, with a number where that was taken.
   */
  name: string;
}
/**
 * First event of the answer to POST /pair/offer, which a native program asks: whoever sends the code gets a token. The offer stands while the connection does.
 *
 * This interface was referenced by `PairingMessage`'s JSON-Schema
 * via the `definition` "PairingOffer".
 */
export interface PairingOffer {
  /**
   * Six digits.
   */
  code: string;
  /**
   * How long it is good for, in milliseconds.
   */
  expiresInMs: number;
  /**
   * Whether another offer stood, whose code is void by this one.
   */
  replaces?: boolean;
}
/**
 * Last event of the answer to POST /pair/offer.
 *
 * This interface was referenced by `PairingMessage`'s JSON-Schema
 * via the `definition` "PairingOutcome".
 */
export interface PairingOutcome {
  /**
   * `paired`: a program has sent the code; `expired`: none has in time; `withdrawn`: another code was asked for, or the server ends; `guessed`: too many wrong codes were sent.
   */
  state: 'paired' | 'expired' | 'withdrawn' | 'guessed';
  /**
   * What the program is called that was paired.
   */
  name?: string;
}
/**
 * Body of POST /clients/revoke, which a native program asks: the client may ask no more, and its requests and jobs are stopped.
 *
 * This interface was referenced by `PairingMessage`'s JSON-Schema
 * via the `definition` "RevokeParams".
 */
export interface RevokeParams {
  /**
   * What it is called.
   */
  name: string;
}
