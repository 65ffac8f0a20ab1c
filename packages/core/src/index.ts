/**
 * The CALM engine: how good a picture looks, why, and what would make it better.
 *
 * @packageDocumentation
 */
export { reasonsOf, type ReasonContext } from './scoring/reasons.js';
export {
  createEngine,
  PARTS,
  type AssessManyOptions,
  type AskOptions,
  type AssessOptions,
  type Engine,
  type EngineOptions,
  type Example,
  type Part,
} from './engine/engine.js';
export type {
  Alike,
  NextOptions,
  NextPicture,
  Noted,
  Prepared,
  PrepareOptions,
  ProfileTaste,
  Said,
  SayOptions,
  TasteReport,
  Tastes,
  TryOptions,
  TuneReport,
} from './engine/tastes.js';
export type { CurvePoint, TasteGain } from './personalization/taste/evaluate.js';
export type { TopicOfTaste } from './personalization/taste/topics.js';
export {
  Taste,
  vectorOf,
  type Judged,
  type Opinion,
  type SeenByTaste,
} from './personalization/taste/taste.js';
export type { TasteCalibration } from './protocol/generated/taste-model.js';
export type { CommentOptions } from './engine/comment.js';
export { nativeParts, type NativeParts } from './engine/native-parts.js';
export { compare, compareAll } from './comparison/compare.js';
export { comparable } from './comparison/comparable.js';
export { inOrder } from './comparison/places.js';
export { rank, rankedBy } from './comparison/rank.js';
export type { DecoderFacts } from './picture/decoder-facts.js';
export { assertDevelopable, developFile, type DevelopOptions } from './picture/develop-file.js';
export { applyEdits } from './picture/operations/edit.js';
export type { Frame } from './picture/operations/geometry.js';
export { previewOf, type Mark, type PreviewOptions } from './picture/preview.js';
export type { Provider } from './inference/messages.js';
export { defaultBundleFolder, openBundle, type Bundle } from './bundle/bundle.js';
export type { Cache, CacheUsage, FileIdentity, RememberedAssessment } from './cache/cache.js';
export {
  openFolderCache,
  type FolderCache,
  type FolderCacheOptions,
} from './cache/folder-cache.js';
export type {
  Choice,
  Entry,
  Flag,
  KnownPicture,
  OpenStoreOptions,
  Override,
  PersonalizationStore,
  Profile,
  Rating,
  Retraction,
  Scale,
  Snapshot,
  StoreProvider,
  Tuning,
} from './personalization/store.js';
export { inForce } from './personalization/taste/opinions.js';
export { openStore } from './personalization/open-store.js';
export { openSqliteStore } from './personalization/sqlite/open-sqlite-store.js';
export {
  exportTaste,
  importTaste,
  type ImportedProfile,
  type ImportSummary,
} from './personalization/transfer.js';
export type { ExportedProfile, ExportedSnapshot, TasteExport } from './protocol/generated/taste.js';
export * as storeRules from './personalization/rules.js';
export type {
  Attribute,
  AttributeResult,
  BuiltInAttribute,
  Change,
  Measured,
  NotMeasured,
  Random,
  Reading,
  Remedy,
  Wording,
} from './attributes/attribute.js';
export type { AlignedScene, Scene } from './attributes/scene.js';
export { whyUnbacked } from './decoder/check-claims.js';
export type {
  CommentDetail,
  Decoder,
  Draft,
  WritingOptions,
  WritingRequest,
} from './decoder/decoder.js';
export { CommentReader, type DroppedSentence } from './decoder/comment-reader.js';
export type { ReadClaim } from './decoder/grammar/grammar-reader.js';
export { wordsOf } from './attributes/words-of.js';
export { degreeOf } from './finding/degree.js';
export { placeOf } from './finding/place.js';
export { findLocale } from './language/find-locale.js';
export type {
  FreeClass,
  FreeLanguage,
  FreeWords,
  Sayings,
  WordList,
} from './language/free-words.js';
export { LOCALES } from './language/index.js';
export type {
  ComparisonWords,
  Frames,
  Locale,
  Place,
  Side,
  Standing,
  TakenFor,
  Thing,
  Topic,
} from './language/locale.js';
export type {
  AttributeWords,
  Degree,
  Effect,
  Graded,
  ReadingFacts,
  Ways,
} from './language/words.js';
export type { Face, Subject } from './subject/subject.js';
export type { Detail, FeatureMap, MultiScaleFeatures } from './encoder/encoder.js';
export type { AlignedTokens, LevelTokens, SeenChange } from './alignment/aligner.js';
export {
  DEFAULT_PICTURE_LIMITS,
  HEIC_EXTENSIONS,
  HEIC_REMEDY,
  imageSha256Of,
  NEAR_DUPLICATE_BITS,
  openPicture,
  perceptualDistance,
  perceptualHash,
  PICTURE_EXTENSIONS,
  RAW_EXTENSIONS,
  RAW_REMEDY,
  type ImageSource,
  type OpenOptions,
  type Picture,
  type PictureLimits,
  type PixelSource,
  type Raster,
  type Samples,
  type Tile,
} from './picture/index.js';
export { PROTOCOL_VERSION } from './protocol/generated/methods.js';
export { Service, type ServiceOptions, type Travelling } from './service/service.js';
export type { Caller } from './service/call.js';
export { connectInProcess } from './transport/in-process.js';
export { linesOf, type Line } from './transport/lines.js';
export { idOf } from './protocol/rpc.js';
export { commandPeer, connectCommand, serveStdio, type StdioStreams } from './transport/stdio.js';
export { connectHttp, DEFAULT_PORT, httpPeer } from './transport/client/http.js';
export { offerPairing, pair, revokeClient, type OfferOptions } from './transport/client/pairing.js';
export type { Paired, PairingOffer, PairingOutcome } from './protocol/generated/pairing.js';
export {
  clientRecord,
  Clients,
  newToken,
  type ClientRecord,
  type ClientsOptions,
  type StandingOffer,
} from './transport/clients.js';
export { serveHttp, type HttpOptions, type HttpServer } from './transport/http/serve-http.js';
export { Client, type CallOptions, type ParamsOf, type Peer } from './transport/client/client.js';
export type { Methods } from './protocol/generated/methods.js';
export type { PictureSource } from './protocol/generated/source.js';
export type { Discovery, Limits } from './protocol/generated/discover.js';
export type { Job } from './protocol/generated/job.js';
export {
  Extensions,
  openExtensions,
  type ExtensionOptions,
  type InstalledBundle,
  type TrustQuestion,
} from './extension/extensions.js';
export {
  contributedIds,
  hasCode,
  readExtension,
  type FoundExtension,
} from './extension/manifest.js';
export { settingsOf, type SettingValue, type SettingValues } from './extension/settings.js';
export { contentHash } from './extension/content-hash.js';
export {
  API_PROPOSALS,
  EXTENSION_API_VERSION,
  type AttributeInput,
  type AttributeMeasure,
  type CallContext,
  type CommandRunner,
  type ContributedWriter,
  type EngineAccess,
  type ExtensionContext,
  type ExtensionModule,
  type ExtensionStorage,
  type GivenReading,
  type Logger,
  type Registrar,
  type Reported,
  type Reporter,
  type StoreOpener,
  type WriterRequest,
} from './extension/api.js';
export type * from './protocol/generated/extension.js';
export { localeFrom } from './language/catalogue.js';
export { seededBy } from './protocol/random.js';
export { CalmError, type ErrorCode, type ErrorInfo } from './protocol/errors.js';
export type * from './protocol/generated/assessment.js';
export type {
  Answer,
  AnsweredQuestion,
  Route,
  UnansweredQuestion,
  YesOrNo,
} from './protocol/generated/answer.js';
export type {
  ComparedPair,
  ComparedPicture,
  ComparedScore,
  Comparison,
  IncomparablePair,
  Pair,
  Reason,
} from './protocol/generated/comparison.js';
export type {
  AlignmentGraph,
  BundleFile,
  BundleManifest,
  DetailGraph,
  EncoderGraph,
  EncoderOutputs,
  FacesGraph,
  FacesOutput,
  MapOutput,
  PixelInput,
  Provenance,
  ScoringGraph,
  ScoringOutputs,
  TextGraphs,
  VectorOutput,
} from './protocol/generated/bundle.js';
