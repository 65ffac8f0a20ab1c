// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { DiscoverParams, Discovery } from './discover.js';
import type { AskParams, AssessParams, CompareParams, RankParams, SuggestParams } from './requests.js';
import type { Assessment, AssessmentDocument } from './assessment.js';
import type { Job, JobCancelParams, JobGetParams, JobStartParams, JobStarted } from './job.js';
import type { Comparison } from './comparison.js';
import type { Answer } from './answer.js';
import type {
  TasteCreateParams,
  TasteDone,
  TasteExportParams,
  TasteForgetParams,
  TasteForgotten,
  TasteImportParams,
  TasteImported,
  TasteListParams,
  TasteMergeParams,
  TasteNext,
  TasteNextParams,
  TasteNoted,
  TasteProfileParams,
  TasteProfiles,
  TasteRenameParams,
  TasteReports,
  TasteSayParams,
  TasteTuneReports,
} from './tastes.js';
import type { Profile, TasteExport } from './taste.js';
import type { CommandExecuteParams, CommandResult, ExtensionList, ExtensionListParams } from './extension.js';
import {
  validateAnswer,
  validateAskParams,
  validateAssessParams,
  validateAssessment,
  validateAssessmentDocument,
  validateCommandExecuteParams,
  validateCommandResult,
  validateCompareParams,
  validateComparison,
  validateDiscoverParams,
  validateDiscovery,
  validateExtensionList,
  validateExtensionListParams,
  validateJob,
  validateJobCancelParams,
  validateJobGetParams,
  validateJobStartParams,
  validateJobStarted,
  validateProfile,
  validateRankParams,
  validateSuggestParams,
  validateTasteCreateParams,
  validateTasteDone,
  validateTasteExport,
  validateTasteExportParams,
  validateTasteForgetParams,
  validateTasteForgotten,
  validateTasteImportParams,
  validateTasteImported,
  validateTasteListParams,
  validateTasteMergeParams,
  validateTasteNext,
  validateTasteNextParams,
  validateTasteNoted,
  validateTasteProfileParams,
  validateTasteProfiles,
  validateTasteRenameParams,
  validateTasteReports,
  validateTasteSayParams,
  validateTasteTuneReports,
} from './validators.js';

/** Version of the protocol, major and minor. */
export const PROTOCOL_VERSION = '1.0';

/** What each method takes and gives. */
export interface Methods {
  /** What the engine is and can do. */
  'calm/discover': { readonly params: DiscoverParams; readonly result: Discovery };
  /** Assesses one picture. */
  assess: { readonly params: AssessParams; readonly result: Assessment };
  /** Begins to assess many pictures as a job. */
  'assess/start': { readonly params: JobStartParams; readonly result: JobStarted };
  /** How far a job is, and results that have not been fetched. */
  'job/get': { readonly params: JobGetParams; readonly result: Job };
  /** Stops a job. */
  'job/cancel': { readonly params: JobCancelParams; readonly result: Job };
  /** Which of several pictures is preferred, and why. */
  compare: { readonly params: CompareParams; readonly result: Comparison };
  /** Pictures from best to worst, each kind by itself; those that could not be assessed come last. */
  rank: { readonly params: RankParams; readonly result: AssessmentDocument };
  /** Answers a question about a picture. */
  ask: { readonly params: AskParams; readonly result: Answer };
  /** Edits that were tried on a picture, with what they gain. */
  suggest: { readonly params: SuggestParams; readonly result: Assessment };
  /** The taste profiles that there are. */
  'taste/profiles': { readonly params: TasteListParams; readonly result: TasteProfiles };
  /** Makes a profile. */
  'taste/create': { readonly params: TasteCreateParams; readonly result: Profile };
  /** Gives a profile another name. */
  'taste/rename': { readonly params: TasteRenameParams; readonly result: Profile };
  /** Notes what a person says of pictures. */
  'taste/say': { readonly params: TasteSayParams; readonly result: TasteNoted };
  /** What was learned of a person, and how much better it knows them. */
  'taste/report': { readonly params: TasteProfileParams; readonly result: TasteReports };
  /** Pictures whose rating would teach most. */
  'taste/next': { readonly params: TasteNextParams; readonly result: TasteNext };
  /** Tries whether the person is known better when more, or less, is made of what they say. */
  'taste/tune': { readonly params: TasteProfileParams; readonly result: TasteTuneReports };
  /** Really deletes what was said of pictures. */
  'taste/forget': { readonly params: TasteForgetParams; readonly result: TasteForgotten };
  /** Really deletes a profile. */
  'taste/delete': { readonly params: TasteProfileParams; readonly result: TasteDone };
  /** Adds one profile to another. */
  'taste/merge': { readonly params: TasteMergeParams; readonly result: TasteDone };
  /** All that is known of profiles, to take elsewhere. */
  'taste/export': { readonly params: TasteExportParams; readonly result: TasteExport };
  /** Takes in what was exported. */
  'taste/import': { readonly params: TasteImportParams; readonly result: TasteImported };
  /** The extensions that the engine was given, and how they are. */
  'extension/list': { readonly params: ExtensionListParams; readonly result: ExtensionList };
  /** Runs a command of an extension. */
  'command/execute': { readonly params: CommandExecuteParams; readonly result: CommandResult };
}

/** What holds a message to a method's schemas. */
export const METHODS = {
  'calm/discover': { params: validateDiscoverParams, result: validateDiscovery },
  assess: { params: validateAssessParams, result: validateAssessment },
  'assess/start': { params: validateJobStartParams, result: validateJobStarted },
  'job/get': { params: validateJobGetParams, result: validateJob },
  'job/cancel': { params: validateJobCancelParams, result: validateJob },
  compare: { params: validateCompareParams, result: validateComparison },
  rank: { params: validateRankParams, result: validateAssessmentDocument },
  ask: { params: validateAskParams, result: validateAnswer },
  suggest: { params: validateSuggestParams, result: validateAssessment },
  'taste/profiles': { params: validateTasteListParams, result: validateTasteProfiles },
  'taste/create': { params: validateTasteCreateParams, result: validateProfile },
  'taste/rename': { params: validateTasteRenameParams, result: validateProfile },
  'taste/say': { params: validateTasteSayParams, result: validateTasteNoted },
  'taste/report': { params: validateTasteProfileParams, result: validateTasteReports },
  'taste/next': { params: validateTasteNextParams, result: validateTasteNext },
  'taste/tune': { params: validateTasteProfileParams, result: validateTasteTuneReports },
  'taste/forget': { params: validateTasteForgetParams, result: validateTasteForgotten },
  'taste/delete': { params: validateTasteProfileParams, result: validateTasteDone },
  'taste/merge': { params: validateTasteMergeParams, result: validateTasteDone },
  'taste/export': { params: validateTasteExportParams, result: validateTasteExport },
  'taste/import': { params: validateTasteImportParams, result: validateTasteImported },
  'extension/list': { params: validateExtensionListParams, result: validateExtensionList },
  'command/execute': { params: validateCommandExecuteParams, result: validateCommandResult },
} as const;
