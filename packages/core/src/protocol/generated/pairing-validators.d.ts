// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { PairingMessage, PairParams, Paired, PairingOffer, PairingOutcome, RevokeParams } from './pairing.js';
import type { Validator } from '../validator.js';

export const validatePairingMessage: Validator<PairingMessage>;
export const validatePairParams: Validator<PairParams>;
export const validatePaired: Validator<Paired>;
export const validatePairingOffer: Validator<PairingOffer>;
export const validatePairingOutcome: Validator<PairingOutcome>;
export const validateRevokeParams: Validator<RevokeParams>;
