// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { AlignmentCalibration } from './alignment.js';
import type { Answer } from './answer.js';
import type { AssessmentDocument, AssessmentResult } from './assessment.js';
import type { BundleManifest } from './bundle.js';
import type { Comparison } from './comparison.js';
import type { FaultsCalibration } from './faults.js';
import type { LanguageModelManifest } from './language-model.js';
import type { ScoringCalibration } from './scoring.js';
import type { SuggestionCalibration } from './suggestion.js';
import type { TasteCalibration } from './taste-model.js';
import type { TasteExport, Entry, KnownPicture, Profile } from './taste.js';

export interface ValidationError {
  readonly instancePath: string;
  readonly message?: string;
}

/** Says whether `value` has the shape; where not, `errors` says what is wrong, until the next call. */
export interface Validator<T> {
  (value: unknown): value is T;
  errors?: readonly ValidationError[] | null;
}

export const validateAlignmentCalibration: Validator<AlignmentCalibration>;
export const validateAnswer: Validator<Answer>;
export const validateAssessmentDocument: Validator<AssessmentDocument>;
export const validateBundleManifest: Validator<BundleManifest>;
export const validateComparison: Validator<Comparison>;
export const validateFaultsCalibration: Validator<FaultsCalibration>;
export const validateLanguageModelManifest: Validator<LanguageModelManifest>;
export const validateScoringCalibration: Validator<ScoringCalibration>;
export const validateSuggestionCalibration: Validator<SuggestionCalibration>;
export const validateTasteCalibration: Validator<TasteCalibration>;
export const validateTasteExport: Validator<TasteExport>;
export const validateAssessmentResult: Validator<AssessmentResult>;
export const validateEntry: Validator<Entry>;
export const validateKnownPicture: Validator<KnownPicture>;
export const validateProfile: Validator<Profile>;
