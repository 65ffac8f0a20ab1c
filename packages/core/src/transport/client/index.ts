/**
 * An engine somewhere else, by the protocol: for Node, browsers and the sandboxes of host programs.
 *
 * @packageDocumentation
 */
export { Client, type CallOptions, type ParamsOf, type Peer } from './client.js';
export { connectHttp, DEFAULT_PORT, httpPeer } from './http.js';
export { offerPairing, pair, revokeClient, type OfferOptions } from './pairing.js';
export { CalmError, type ErrorCode, type ErrorInfo } from '../../protocol/errors.js';
export { PROTOCOL_VERSION, type Methods } from '../../protocol/generated/methods.js';
export type * from '../../protocol/generated/message.js';
export type { Paired, PairingOffer, PairingOutcome } from '../../protocol/generated/pairing.js';
