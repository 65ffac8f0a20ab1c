// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { AlignmentCalibration } from './alignment.js';
import type { Answer } from './answer.js';
import type { AssessmentDocument, AssessmentResult, Assessment } from './assessment.js';
import type { BundleManifest } from './bundle.js';
import type { Comparison } from './comparison.js';
import type { Discovery, DiscoverParams } from './discover.js';
import type { ExtensionManifest, ContributedReading, ExtensionListParams, ExtensionList, CommandExecuteParams, CommandResult } from './extension.js';
import type { FaultsCalibration } from './faults.js';
import type { Job, JobStartParams, JobStarted, JobGetParams, JobCancelParams } from './job.js';
import type { LanguageModelManifest } from './language-model.js';
import type { Message, Request, Cancel, Progress, Success, Failure } from './message.js';
import type { PictureRequest, AssessParams, CompareParams, RankParams, AskParams, SuggestParams } from './requests.js';
import type { ScoringCalibration } from './scoring.js';
import type { PictureSource } from './source.js';
import type { SuggestionCalibration } from './suggestion.js';
import type { TasteCalibration } from './taste-model.js';
import type { TasteExport, Entry, KnownPicture, Profile } from './taste.js';
import type { TasteMessage, TasteListParams, TasteProfiles, TasteCreateParams, TasteRenameParams, TasteSayParams, TasteNoted, TasteProfileParams, TasteReports, TasteNextParams, TasteNext, TasteTuneReports, TasteForgetParams, TasteForgotten, TasteDone, TasteMergeParams, TasteExportParams, TasteImportParams, TasteImported } from './tastes.js';

export interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
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
export const validateDiscovery: Validator<Discovery>;
export const validateExtensionManifest: Validator<ExtensionManifest>;
export const validateFaultsCalibration: Validator<FaultsCalibration>;
export const validateJob: Validator<Job>;
export const validateLanguageModelManifest: Validator<LanguageModelManifest>;
export const validateMessage: Validator<Message>;
export const validatePictureRequest: Validator<PictureRequest>;
export const validateScoringCalibration: Validator<ScoringCalibration>;
export const validatePictureSource: Validator<PictureSource>;
export const validateSuggestionCalibration: Validator<SuggestionCalibration>;
export const validateTasteCalibration: Validator<TasteCalibration>;
export const validateTasteExport: Validator<TasteExport>;
export const validateTasteMessage: Validator<TasteMessage>;
export const validateAssessmentResult: Validator<AssessmentResult>;
export const validateContributedReading: Validator<ContributedReading>;
export const validateRequest: Validator<Request>;
export const validateCancel: Validator<Cancel>;
export const validateProgress: Validator<Progress>;
export const validateSuccess: Validator<Success>;
export const validateFailure: Validator<Failure>;
export const validateEntry: Validator<Entry>;
export const validateKnownPicture: Validator<KnownPicture>;
export const validateProfile: Validator<Profile>;
export const validateDiscoverParams: Validator<DiscoverParams>;
export const validateAssessParams: Validator<AssessParams>;
export const validateAssessment: Validator<Assessment>;
export const validateJobStartParams: Validator<JobStartParams>;
export const validateJobStarted: Validator<JobStarted>;
export const validateJobGetParams: Validator<JobGetParams>;
export const validateJobCancelParams: Validator<JobCancelParams>;
export const validateCompareParams: Validator<CompareParams>;
export const validateRankParams: Validator<RankParams>;
export const validateAskParams: Validator<AskParams>;
export const validateSuggestParams: Validator<SuggestParams>;
export const validateTasteListParams: Validator<TasteListParams>;
export const validateTasteProfiles: Validator<TasteProfiles>;
export const validateTasteCreateParams: Validator<TasteCreateParams>;
export const validateTasteRenameParams: Validator<TasteRenameParams>;
export const validateTasteSayParams: Validator<TasteSayParams>;
export const validateTasteNoted: Validator<TasteNoted>;
export const validateTasteProfileParams: Validator<TasteProfileParams>;
export const validateTasteReports: Validator<TasteReports>;
export const validateTasteNextParams: Validator<TasteNextParams>;
export const validateTasteNext: Validator<TasteNext>;
export const validateTasteTuneReports: Validator<TasteTuneReports>;
export const validateTasteForgetParams: Validator<TasteForgetParams>;
export const validateTasteForgotten: Validator<TasteForgotten>;
export const validateTasteDone: Validator<TasteDone>;
export const validateTasteMergeParams: Validator<TasteMergeParams>;
export const validateTasteExportParams: Validator<TasteExportParams>;
export const validateTasteImportParams: Validator<TasteImportParams>;
export const validateTasteImported: Validator<TasteImported>;
export const validateExtensionListParams: Validator<ExtensionListParams>;
export const validateExtensionList: Validator<ExtensionList>;
export const validateCommandExecuteParams: Validator<CommandExecuteParams>;
export const validateCommandResult: Validator<CommandResult>;
