import { createHash } from 'node:crypto';
import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { AlignedTokens, Aligner } from '../alignment/aligner.js';
import { OnnxAligner } from '../alignment/onnx-aligner.js';
import type { Attribute, AttributeResult } from '../attributes/attribute.js';
import { ATTRIBUTES } from '../attributes/index.js';
import { appliesTo } from '../attributes/kinds.js';
import { MeasuringThread } from '../attributes/measuring-thread.js';
import type { AlignedScene } from '../attributes/scene.js';
import { defaultBundleFolder, readBundle, type Bundle } from '../bundle/bundle.js';
import { readCalibration } from '../bundle/calibration.js';
import type { Cache, RememberedAssessment, TasteFeatures } from '../cache/cache.js';
import type { Encoder, MultiScaleFeatures } from '../encoder/encoder.js';
import { OnnxEncoder } from '../encoder/onnx-encoder.js';
import type { Decoder } from '../decoder/decoder.js';
import { CommentReader } from '../decoder/comment-reader.js';
import { GroundedDecoder } from '../decoder/grounded/grounded-decoder.js';
import { LanguageModelDecoder } from '../decoder/language-model/language-model-decoder.js';
import { faultsIn } from '../finding/faults.js';
import { find } from '../finding/find.js';
import { checkLayout } from '../layout/check-layout.js';
import { Inference, type GraphSettings } from '../inference/inference.js';
import type { Provider } from '../inference/messages.js';
import { findLocale } from '../language/find-locale.js';
import { LOCALES } from '../language/index.js';
import type { Locale } from '../language/locale.js';
import { openPicture, PREPROCESSING, type PictureLimits } from '../picture/index.js';
import type { Picture } from '../picture/picture.js';
import { checkSource, type ImageSource } from '../picture/source.js';
import { reasonsOf } from '../scoring/reasons.js';
import { Scorer, type Scored } from '../scoring/scorer.js';
import { CalmError, errorInfoOf, throwIfCancelled } from '../protocol/errors.js';
import type {
  Assessment,
  AssessmentResult,
  Comment,
  Domain,
  Edit,
  Finding,
  PersonalScore,
  Score,
  Stamps,
  Suggestions,
  Warning,
} from '../protocol/generated/assessment.js';
import type { AlignmentCalibration, AskCalibration } from '../protocol/generated/alignment.js';
import type { FaultsCalibration } from '../protocol/generated/faults.js';
import type { ScoringCalibration } from '../protocol/generated/scoring.js';
import type { SuggestionCalibration } from '../protocol/generated/suggestion.js';
import type { Answer } from '../protocol/generated/answer.js';
import type { Layout, LayoutCritique } from '../protocol/generated/layout.js';
import {
  validateAlignmentCalibration,
  validateFaultsCalibration,
  validateScoringCalibration,
  validateSuggestionCalibration,
} from '../protocol/generated/validators.js';
import { PROTOCOL_VERSION } from '../protocol/generated/methods.js';
import { ContributionPoint } from '../registry/contribution-point.js';
import type { PersonalizationStore, Rating, Scale } from '../personalization/store.js';
import { heardIn, opinionsOf } from '../personalization/taste/opinions.js';
import { Taste } from '../personalization/taste/taste.js';
import { suggest } from '../suggestion/suggest.js';
import { detectFaces } from '../subject/detect-faces.js';
import { findSubject } from '../subject/find-subject.js';
import { Asker, checkQuestion, filesOf } from './ask.js';
import { writeComment, type CommentOptions } from './comment.js';
import {
  describeAttention,
  describeFeatures,
  describeFinding,
  describePicture,
  describeReading,
  describeShown,
  describeSource,
  describeStatistics,
} from './document.js';
import { describePersonal, type Person } from './personal-score.js';
import { readAttributes } from './read-attributes.js';
import { saidNow, Tastes, type Eyes, type Look } from './tastes.js';
import { TasteModel } from './taste-model.js';

/** Goes up where documents tell more than before, so that none is remembered that lacks it. */
const DOCUMENT = 3;

/** Parts of a document that can be asked for. */
export const PARTS = [
  'score',
  'attributes',
  'findings',
  'features',
  'attention',
  'regions',
  'statistics',
  'suggestions',
] as const;

/** One of {@link PARTS}. */
export type Part = (typeof PARTS)[number];

const EVERYDAY_PARTS: readonly Part[] = ['score', 'attributes', 'findings'];

/** What answers come from. */
const PARTS_FOR_QUESTIONS: readonly Part[] = ['score', 'attributes', 'findings', 'features'];

/** How an engine is set up. Every field has a default that just works. */
export interface EngineOptions {
  /** Folder of a model bundle. Default: the one in the box. */
  readonly bundle?: string | URL;
  /** Where the graphs run. Default `cpu`. */
  readonly provider?: Provider;
  /** Threads within one run of a graph. Default 1: decoding and measuring keep the other core busy. */
  readonly threads?: number;
  /** Bounds on what is decoded. */
  readonly limits?: PictureLimits;
  /** Remembers results across processes. Default: nothing is remembered. */
  readonly cache?: Cache;
  /** Attributes beside the built-in ones: they add readings and findings, and never alter the score. */
  readonly attributes?: readonly Attribute[];
  /** Languages beside English and German. */
  readonly locales?: readonly Locale[];
  /** Folder of a language model, `@calm-sdk/model-words`: the decoder `lm`. Nothing of it is opened before its first comment. */
  readonly languageModel?: string | URL;
  /** Keeps what people say of pictures, and so their tastes: {@link Engine.tastes}. Whoever opened it closes it. */
  readonly store?: PersonalizationStore;
  /** Further writers of comments, which {@link CommentOptions.decoder} then names; each id is taken once. */
  readonly decoders?: readonly Decoder[];
}

export interface AssessOptions {
  /** Stops between steps; the call rejects with `cancelled`. */
  readonly signal?: AbortSignal;
  /** BCP 47 tag of the language in which readings and suggestions are told; a region that is not there falls back to its language. Default `en`. */
  readonly language?: string;
  /** Parts of the document to make. Default: score, attributes and findings. */
  readonly include?: readonly Part[];
  /** Edits of one's own, tried beside those that readings speak for: `suggestions.tried`, a part that they ask for, tells what came of them. */
  readonly edits?: readonly Edit[];
  /** What a design program knows of the interface that the picture shows: the document tells what rules of layout find in it, `layout`. */
  readonly layout?: Layout;
  /** Name of a taste profile in the engine's store: the document tells its person's score too, `score.personal`. */
  readonly profile?: string;
  /** Rated pictures that stand for a profile, for this one call: nothing of them is kept. */
  readonly examples?: readonly Example[];
  /** Told what has just been done, for progress on a single picture. */
  readonly onProgress?: (step: 'opened' | 'encoded' | 'read' | 'scored') => void;
}

/** A picture and what a person gave it. */
export interface Example {
  readonly source: ImageSource;
  readonly rating: number;
  /** Default: 0 to 10, as scores. */
  readonly scale?: Scale;
}

export interface AssessManyOptions extends Omit<AssessOptions, 'onProgress' | 'layout'> {
  /** Pictures under way at a time. Default 2: one decodes while the other is encoded and read. More cost memory. */
  readonly concurrency?: number;
  /** Begins the work on each picture when its turn has come, for a host that serves several. Default: at once. */
  readonly turn?: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

export interface AskOptions extends Pick<CommentOptions, 'decoder'> {
  /** Stops between steps; the call rejects with `cancelled`. */
  readonly signal?: AbortSignal;
}

/**
 * The engine: pictures in, assessments out.
 *
 * @example
 * ```ts
 * await using engine = await createEngine();
 * const { score } = await engine.assess({ kind: 'path', path: 'photo.jpg' });
 * ```
 */
export interface Engine extends AsyncDisposable {
  /** What is registered, in the order of documents. */
  readonly attributes: readonly Attribute[];
  /** Languages in which it can be told. */
  readonly locales: readonly Locale[];
  /** Who can write comments, the default first. */
  readonly decoders: readonly Decoder[];
  /** The verified model bundle. */
  readonly bundle: Bundle;
  readonly stamps: Stamps;
  /** What people say of pictures, and what they like. */
  readonly tastes: Tastes;
  /**
   * Assesses one picture.
   *
   * @throws CalmError for a picture that cannot be read, a limit that it breaks, or a signal that stopped it
   */
  assess(source: ImageSource, options?: AssessOptions): Promise<Assessment>;
  /**
   * Assesses pictures as they come, several at a time, and yields results in input order. A picture that fails yields
   * `status: 'failed'` in its place.
   *
   * @throws CalmError `cancelled` once the signal says so, or the engine is disposed of, after the pictures under way have ended
   */
  assessMany(
    sources: Iterable<ImageSource> | AsyncIterable<ImageSource>,
    options?: AssessManyOptions,
  ): AsyncIterable<AssessmentResult>;
  /**
   * Answers a question about a picture, asked in plain English. One of yes or no: how it was made ("is it blurred?"), how it pleases
   * ("is it beautiful?"), what it shows ("is there a dog in it?"), or its mood ("does it feel lonely?"). An open one ("what works?",
   * "how can I improve it?", "how is the light?") is told in sentences that the readings back. What cannot be told is said to be so, with
   * the reason.
   *
   * @param question at most 300 characters
   * @throws CalmError as {@link Engine.assess}; `invalid-request` for a question that is empty or too long,
   *   `bundle-incompatible` where the bundle has no text encoder
   */
  ask(source: ImageSource, question: string, options?: AskOptions): Promise<Answer>;
  /**
   * Says in sentences what an assessment found: what works, what does not, and what to do. Every sentence comes with its claims, each of
   * which the assessment backs, whoever wrote it. By default the same picture always reads the same.
   *
   * @param assessment with its score, attributes and findings
   * @throws CalmError `invalid-request` for a language or a decoder that is not there, `cancelled` once the signal says so
   */
  comment(assessment: Assessment, options?: CommentOptions): Promise<Comment>;
  /** Waits for what is under way and frees the models. Later calls reject. */
  dispose(): Promise<void>;
}

/**
 * Verifies the bundle, loads its graphs, and gives an engine that is ready. What only questions need is verified with the first
 * one.
 *
 * @throws CalmError `bundle-damaged`, `bundle-incompatible` or `provider-unavailable`
 */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const bundle = await readBundle(options.bundle ?? defaultBundleFolder());
  const inference = new Inference();
  try {
    const settings = settingsOf(options);
    const { encoder, faces, scoring, detail, alignment, faults, suggestion, text, taste, files } =
      bundle.manifest;
    const load = (model: string, graph: { readonly file: string }): Promise<void> =>
      inference.load(model, bundle.file(graph.file), settings);
    // What answers questions is verified when the first one is asked, what tastes need with the first profile.
    const later = new Set([
      ...(text === undefined ? [] : filesOf(text)),
      ...(taste === undefined ? [] : [taste.file, taste.calibration]),
    ]);
    const loading = Promise.all([
      readCalibration(bundle, scoring.calibration, validateScoringCalibration),
      readCalibration(
        bundle,
        alignment.calibration,
        validateAlignmentCalibration,
        ({ changes }) => {
          const missing = alignment.changes.find((change) => !Object.hasOwn(changes, change));
          return missing === undefined ? undefined : `it says nothing of ${missing}`;
        },
      ),
      faults === undefined
        ? undefined
        : readCalibration(bundle, faults.calibration, validateFaultsCalibration),
      suggestion === undefined
        ? undefined
        : readCalibration(bundle, suggestion.calibration, validateSuggestionCalibration),
      load('encoder', encoder),
      load('faces', faces),
      load('scoring', scoring),
      load('detail', detail),
      load('alignment', alignment),
    ]);
    // A damaged file explains whatever else goes wrong with it, so that is said first.
    loading.catch(() => undefined);
    await bundle.verify(Object.keys(files).filter((name) => !later.has(name)));
    const [scoringCalibration, alignmentCalibration, faultsCalibration, suggestionCalibration] =
      await loading;
    return new LocalEngine(
      bundle,
      scoringCalibration,
      alignmentCalibration,
      faultsCalibration,
      suggestionCalibration,
      inference,
      options,
    );
  } catch (error) {
    await inference[Symbol.asyncDispose]();
    throw error;
  }
}

function settingsOf({ provider = 'cpu', threads = 1 }: EngineOptions): GraphSettings {
  if (!Number.isInteger(threads) || threads < 1) {
    throw new CalmError('invalid-request', `An engine cannot run with ${threads} threads.`, {
      hint: 'Give a whole number from 1 on; 1 is the default, and best where pictures come in numbers.',
    });
  }
  return { provider, threads };
}

/** What is found in a picture before it is told. */
interface Examination {
  readonly scene: AlignedScene;
  readonly features: MultiScaleFeatures;
  readonly tokens: AlignedTokens;
  readonly results: readonly AttributeResult[];
  readonly warnings: readonly Warning[];
  readonly scored: Scored;
}

/** Whose score of a picture is asked for: their taste in its kind, where it speaks of that. */
type PersonOf = (known: RememberedAssessment) => Person | undefined;

class LocalEngine implements Engine {
  readonly bundle: Bundle;
  readonly stamps: Stamps;
  readonly tastes: Tastes;
  readonly #inference: Inference;
  readonly #encoder: Encoder;
  readonly #aligner: Aligner;
  readonly #askCalibration: AskCalibration | undefined;
  readonly #faultsCalibration: FaultsCalibration | undefined;
  readonly #suggestionCalibration: SuggestionCalibration | undefined;
  readonly #scorer: Scorer;
  // Providers differ in the last decimals, so what one found is not what another would.
  readonly #settings: GraphSettings;
  /** Names the attributes that were added to the built-in ones. */
  readonly #added: readonly string[];
  readonly #limits: PictureLimits | undefined;
  readonly #cache: Cache | undefined;
  readonly #measuring = new MeasuringThread();
  readonly #registered = new ContributionPoint<Attribute>('attributes');
  readonly #locales = new ContributionPoint<Locale>('locales');
  readonly #decoders = new ContributionPoint<Decoder>('decoders');
  readonly #readers = new Map<string, CommentReader>();
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #languageModel: LanguageModelDecoder | undefined;
  #asker: Asker | undefined;
  #tasteModel: Promise<TasteModel> | undefined;
  #disposing: Promise<void> | undefined;

  constructor(
    bundle: Bundle,
    scoringCalibration: ScoringCalibration,
    alignmentCalibration: AlignmentCalibration,
    faultsCalibration: FaultsCalibration | undefined,
    suggestionCalibration: SuggestionCalibration | undefined,
    inference: Inference,
    options: EngineOptions,
  ) {
    this.bundle = bundle;
    this.#inference = inference;
    const { encoder, detail, alignment } = bundle.manifest;
    this.#encoder = new OnnxEncoder(
      inference,
      { model: 'encoder', graph: encoder },
      { model: 'detail', graph: detail },
    );
    this.#aligner = new OnnxAligner(inference, 'alignment', alignment, alignmentCalibration);
    this.#askCalibration = alignmentCalibration.ask;
    this.#faultsCalibration = faultsCalibration;
    this.#suggestionCalibration = suggestionCalibration;
    this.#scorer = new Scorer(inference, 'scoring', bundle.manifest.scoring, scoringCalibration);
    this.#settings = settingsOf(options);
    this.#limits = options.limits;
    this.#cache = options.cache;
    this.tastes = new Tastes(options.store, () => this.#eyes());
    for (const attribute of this.#measuring.attributes) {
      this.#registered.register(attribute, 'calm');
    }
    for (const attribute of options.attributes ?? []) {
      this.#registered.register(attribute, 'the host');
    }
    for (const locale of LOCALES) this.#locales.register(locale, 'calm');
    for (const locale of options.locales ?? []) this.#locales.register(locale, 'the host');
    this.#decoders.register(new GroundedDecoder(), 'calm');
    if (options.languageModel !== undefined) {
      this.#languageModel = new LanguageModelDecoder(
        options.languageModel,
        bundle.manifest.files[alignment.file]?.sha256 ?? '',
        this.#settings,
      );
      this.#decoders.register(this.#languageModel, 'calm');
    }
    for (const decoder of options.decoders ?? []) this.#decoders.register(decoder, 'the host');
    this.stamps = {
      protocol: PROTOCOL_VERSION,
      engine: packageJson.version,
      model: { id: `${bundle.manifest.id}@${bundle.manifest.version}`, sha256: bundle.sha256 },
      preprocessing: PREPROCESSING,
      registry: fingerprint(ATTRIBUTES),
    };
    const added = options.attributes ?? [];
    this.#added = [fingerprint(added), ...added.map(({ stamp = '' }) => stamp)];
  }

  get attributes(): readonly Attribute[] {
    return [...this.#registered];
  }

  get locales(): readonly Locale[] {
    return [...this.#locales];
  }

  get decoders(): readonly Decoder[] {
    return [...this.#decoders];
  }

  assess(source: ImageSource, options: AssessOptions = {}): Promise<Assessment> {
    return this.#track(() => this.#assess(source, options));
  }

  ask(source: ImageSource, question: string, options: AskOptions = {}): Promise<Answer> {
    return this.#track(() => this.#ask(source, question, options));
  }

  comment(assessment: Assessment, options: CommentOptions = {}): Promise<Comment> {
    return this.#track(() => this.#write(assessment, options));
  }

  /** @param partial whether the assessment is a part of one */
  #write(assessment: Assessment, options: CommentOptions, partial = false): Promise<Comment> {
    const writers = {
      attributes: this.attributes,
      locales: this.locales,
      decoders: this.decoders,
      reader: (locale: Locale) => this.#reader(locale, assessment.domain.id),
    };
    return writeComment(assessment, writers, options, partial);
  }

  /** Made with the first free text in a language on a kind of picture: words that mean one thing in a photograph mean another in a page. */
  #reader(locale: Locale, kind: Domain['id']): CommentReader {
    const key = `${locale.id} ${kind}`;
    const known = this.#readers.get(key);
    if (known !== undefined) return known;
    const read = this.attributes.filter((attribute) => appliesTo(attribute, kind));
    const reader = new CommentReader(locale, read);
    this.#readers.set(key, reader);
    return reader;
  }

  /** Does some work that {@link Engine.dispose} waits for. */
  #track<Result>(begin: () => Promise<Result>): Promise<Result> {
    if (this.#disposing !== undefined) {
      return Promise.reject(
        new CalmError('invalid-request', 'This engine has been disposed of.', {
          hint: 'Create another engine.',
        }),
      );
    }
    const work = begin();
    const forget = (): void => {
      this.#underWay.delete(work);
    };
    this.#underWay.add(work);
    void work.then(forget, forget);
    return work;
  }

  async #assess(
    source: ImageSource,
    options: AssessOptions,
    asked = this.#asked(options),
  ): Promise<Assessment> {
    const personOf = await asked();
    let opened: Picture | undefined;
    const known = await this.#remembered(source, options, personOf !== undefined, (picture) => {
      opened = picture;
    });
    const { status, taste, score, ...rest } = known;
    const assessment: Assessment = { status, source: describeSource(source), ...rest };
    if (options.layout !== undefined) {
      assessment.layout = this.#critique(
        options.layout,
        opened ?? (await this.#open(source, options.signal)),
        options.language,
      );
    }
    if (score === undefined) return assessment;
    const person = personOf?.(known);
    if (person === undefined || taste === undefined) return { ...assessment, score };
    const personal = await this.#personal(person, known.domain, score, taste);
    return { ...assessment, score: { ...score, personal } };
  }

  /** What rules of layout find. It takes milliseconds, so nothing of it is remembered. */
  #critique(layout: Layout, { working }: Picture, language = 'en'): LayoutCritique {
    return checkLayout(layout, {
      pixels: { ...working, channels: 3 },
      locale: findLocale(this.locales, language),
    });
  }

  #open(source: ImageSource, signal: AbortSignal | undefined): Promise<Picture> {
    return openPicture(source, {
      ...(this.#limits === undefined ? {} : { limits: this.#limits }),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  /**
   * An assessment as it is remembered, or anew.
   *
   * @param tasted whether what tastes are learned from is a part of it
   * @param onOpened given the picture, where it had to be opened
   */
  async #remembered(
    source: ImageSource,
    options: AssessOptions,
    tasted: boolean,
    onOpened?: (picture: Picture) => void,
  ): Promise<RememberedAssessment> {
    checkSource(source);
    const { signal, onProgress } = options;
    const edits = options.edits ?? [];
    const parts = partsOf([
      ...(options.include ?? EVERYDAY_PARTS),
      ...(edits.length > 0 ? (['suggestions'] as const) : []),
      ...(tasted ? (['score'] as const) : []),
    ]);
    const locale = findLocale(this.locales, options.language ?? 'en');
    throwIfCancelled(signal, 'The assessment');

    const recipe = JSON.stringify([
      DOCUMENT,
      this.stamps,
      this.#settings.provider,
      this.#added,
      locale.id,
      [...parts].sort(),
      edits,
      previewOf(source),
      ...(tasted ? [(await this.#eyes()).stamp] : []),
    ]);
    const file = source.kind === 'path' ? await this.#cache?.identify(source.path) : undefined;
    const hash = file === undefined ? undefined : await this.#cache?.hashOf(file);
    const known = hash === undefined ? undefined : await this.#cache?.get(hash, recipe);
    if (known !== undefined) return known;

    const picture = await this.#open(source, signal);
    onOpened?.(picture);
    onProgress?.('opened');
    if (file !== undefined) await this.#cache?.rememberHash(file, picture.sha256);
    const same =
      hash === picture.sha256 ? undefined : await this.#cache?.get(picture.sha256, recipe);
    if (same !== undefined) return same;

    const { scene, features, tokens, results, warnings, scored } = await this.#examine(
      picture,
      this.#registered,
      signal,
      onProgress,
    );
    const { domain, score, contributions } = scored;
    const taste = tasted
      ? await (await this.#openTasteModel()).see(picture, features, results, scene.subject)
      : undefined;
    const regions = parts.has('regions')
      ? await this.#scorer.regions({ features, tokens }, scored)
      : undefined;

    const findings =
      parts.has('findings') || parts.has('suggestions')
        ? find(
            results,
            contributions,
            faultsIn(results, tokens.changes, this.#faultsCalibration),
            domain.id,
          ).map(describeFinding)
        : [];
    const suggestions = parts.has('suggestions')
      ? await this.#suggest(picture, scored, { results, tokens }, findings, locale, options)
      : undefined;

    const assessment: RememberedAssessment = {
      status: 'ok',
      picture: describePicture(picture),
      domain,
      ...(parts.has('score')
        ? {
            score: {
              ...score,
              reasons: reasonsOf(score.contributions, {
                scores: scoresOf(results),
                attributes: this.attributes,
                locale,
              }),
            },
          }
        : {}),
      attributes: parts.has('attributes')
        ? results.map((result) => describeReading(result, tokens, locale))
        : [],
      findings: parts.has('findings') ? findings : [],
      ...(parts.has('findings') && domain.id === 'photograph'
        ? { shows: describeShown(features.classes, scene.subject) }
        : {}),
      ...(parts.has('features') ? { features: describeFeatures(features, tokens) } : {}),
      ...(parts.has('attention') ? { attention: describeAttention(tokens) } : {}),
      ...(regions === undefined ? {} : { regions }),
      ...(suggestions === undefined ? {} : { suggestions }),
      ...(parts.has('statistics') ? { statistics: describeStatistics(picture) } : {}),
      ...(warnings.length === 0 ? {} : { warnings: [...warnings] }),
      stamps: this.stamps,
      ...(taste === undefined ? {} : { taste }),
    };
    // What an extension failed to read may be read next time.
    if (warnings.length === 0) await this.#cache?.set(picture.sha256, recipe, assessment);
    return assessment;
  }

  /** Whose score is asked for, if anybody's, for one picture after the other: a profile may hear more meanwhile, examples are looked at once. */
  #asked({ profile, examples, signal }: AssessOptions): () => Promise<PersonOf | undefined> {
    let inContext: Promise<PersonOf> | undefined;
    return async () => {
      if (profile !== undefined && examples !== undefined) {
        throw new CalmError('invalid-request', 'A profile and examples were given at once.', {
          hint: 'Give one of them: each stands for a person.',
        });
      }
      if (profile !== undefined) return await this.#personOf(profile);
      if (examples === undefined) return undefined;
      inContext ??= this.#personIn(examples, signal);
      return await inContext;
    };
  }

  async #personOf(name: string): Promise<PersonOf> {
    const { profile, overrides, in: tasteIn } = await this.tastes.of(name);
    return ({ domain, picture }) => {
      const taste = tasteIn(domain.id);
      if (taste === undefined) return undefined;
      const override = overrides.get(picture.imageSha256);
      return { profile: profile.name, taste, ...(override === undefined ? {} : { override }) };
    };
  }

  async #personIn(
    examples: readonly Example[],
    signal: AbortSignal | undefined,
  ): Promise<PersonOf> {
    checkExamples(examples);
    const { calibration } = await this.#eyes();
    const looks = await Promise.all(examples.map(({ source }) => this.#look(source, signal)));
    const said = heardIn(
      examples.map((example, index) => ratingOf(example, looks[index]!.picture.sha256)),
    );
    const learned = (kind: Domain['id']): Taste => {
      const ofKind = looks.filter(({ picture }) => picture.domain === kind);
      const own = [...new Map(ofKind.map((look) => [look.picture.sha256, look])).values()];
      const places = new Map(own.map(({ picture }, place) => [picture.sha256, place]));
      const known = own.map(({ picture }) => picture);
      const seen = own.map((look) => look.seen);
      return Taste.learn(
        calibration,
        seen,
        opinionsOf(said, known, (sha256) => places.get(sha256)),
      );
    };
    const tastes = new Map<Domain['id'], Taste>();
    return ({ domain: { id } }) => {
      const taste = tastes.get(id) ?? learned(id);
      tastes.set(id, taste);
      return { taste };
    };
  }

  async #personal(
    person: Person,
    domain: Domain,
    score: Score,
    taste: TasteFeatures,
  ): Promise<PersonalScore> {
    const { calibration } = await this.#eyes();
    return describePersonal(
      person,
      calibration,
      { general: score.value, vector: taste.vector },
      taste.topics,
      (value) => this.#scorer.percentile(domain.id, value),
    );
  }

  /** What tastes need. */
  async #eyes(): Promise<Eyes> {
    const { stamp, calibration } = await this.#openTasteModel();
    const { preprocessing, registry } = this.stamps;
    return {
      stamp: [stamp, preprocessing, registry].join(' '),
      calibration,
      look: (source, signal) => this.#look(source, signal),
    };
  }

  /** The bundle's part for tastes, loaded when it is first asked for. */
  #openTasteModel(): Promise<TasteModel> {
    this.#tasteModel ??= TasteModel.open(this.#inference, this.bundle, this.#settings);
    return this.#tasteModel;
  }

  async #look(source: ImageSource, signal: AbortSignal | undefined): Promise<Look> {
    const options: AssessOptions = { include: ['score'], ...(signal && { signal }) };
    const { picture, domain, score, taste } = await this.#remembered(source, options, true);
    if (score === undefined || taste === undefined) throw new Error('Nothing was seen for tastes.');
    const { takenAt } = picture.capture ?? {};
    return {
      picture: {
        sha256: picture.imageSha256,
        paths: source.kind === 'path' ? [path.resolve(source.path)] : [],
        domain: domain.id,
        perceptualHash: taste.perceptualHash,
        ...(takenAt === undefined ? {} : { takenAt }),
      },
      seen: { general: score.value, vector: taste.vector },
    };
  }

  /** All that the models and measures find in a picture. */
  async #examine(
    picture: Picture,
    attributes: Iterable<Attribute>,
    signal: AbortSignal | undefined,
    onProgress?: AssessOptions['onProgress'],
  ): Promise<Examination> {
    const [[features], faces] = await Promise.all([
      this.#encoder.encode([picture], signal === undefined ? {} : { signal }),
      detectFaces(picture, this.#inference, 'faces', this.bundle.manifest.faces),
    ]);
    if (features === undefined) throw new Error('The encoder gave no features.');
    onProgress?.('encoded');

    // The tokens, and from them the kind, come from the inference thread while the measuring thread reads.
    const aligning = this.#align(features, signal);
    const scene: AlignedScene = {
      picture,
      features,
      subject: findSubject(features, faces),
      tokens: () => aligning,
    };
    const looking = aligning.then((tokens) => this.#scorer.look({ features, tokens }));
    const [{ results, warnings }, look, tokens] = await Promise.all([
      readAttributes(
        attributes,
        scene,
        looking.then(({ domain }) => domain.id),
        signal,
      ),
      looking,
      aligning,
    ]);
    onProgress?.('read');

    const scored = await this.#scorer.score(look, results);
    onProgress?.('scored');
    return { scene, features, tokens, results, warnings, scored };
  }

  /** None for what is no photograph, and where the model does not know the picture. */
  async #suggest(
    picture: Picture,
    { domain, score }: Scored,
    { results, tokens }: Pick<Examination, 'results' | 'tokens'>,
    findings: readonly Finding[],
    locale: Locale,
    { edits, signal }: Pick<AssessOptions, 'edits' | 'signal'>,
  ): Promise<Suggestions> {
    const [calibration, faults] = [this.#suggestionCalibration, this.#faultsCalibration];
    if (calibration === undefined || faults === undefined) {
      const { id } = this.bundle.manifest;
      throw new CalmError(
        'bundle-incompatible',
        `The bundle ${id} in ${this.bundle.folder} cannot suggest edits: it was made without that stage.`,
        { hint: 'Use the bundle in the box, or make one by the whole recipe.' },
      );
    }
    if (domain.id !== 'photograph' || score.abstained) {
      return { suggestions: [], advice: [], crops: [], tried: [] };
    }
    const { value, percentile } = score;
    const before = { picture, results, seen: tokens.changes, score: value, percentile };
    return suggest(
      before,
      findings,
      async (edited) => {
        throwIfCancelled(signal, 'The search for suggestions');
        const after = await this.#examine(edited, this.#measuring.attributes, signal);
        return {
          picture: edited,
          results: after.results,
          seen: after.tokens.changes,
          score: after.scored.score.value,
          percentile: after.scored.score.percentile,
        };
      },
      { ...calibration, faults },
      locale,
      edits,
    );
  }

  async #ask(
    source: ImageSource,
    question: string,
    { signal, decoder = 'grounded' }: AskOptions,
  ): Promise<Answer> {
    checkQuestion(question);
    this.#asker ??= new Asker(
      this.#inference,
      this.bundle,
      this.#settings,
      this.attributes,
      this.#askCalibration,
    );
    const assessment = await this.#assess(source, {
      include: PARTS_FOR_QUESTIONS,
      ...(signal === undefined ? {} : { signal }),
    });
    const tell = (part: Assessment): Promise<Comment> =>
      this.#write(part, { decoder, detail: 'full', ...(signal && { signal }) }, true);
    return await this.#asker.answer(question, assessment, tell, signal);
  }

  async #align(
    features: MultiScaleFeatures,
    signal: AbortSignal | undefined,
  ): Promise<AlignedTokens> {
    const [tokens] = await this.#aligner.align([features], signal === undefined ? {} : { signal });
    if (tokens === undefined) throw new Error('The alignment gave no tokens.');
    return tokens;
  }

  async *assessMany(
    sources: Iterable<ImageSource> | AsyncIterable<ImageSource>,
    options: AssessManyOptions = {},
  ): AsyncGenerator<AssessmentResult> {
    const { concurrency = 2, turn = (work) => work(), ...each } = options;
    const asked = this.#asked(each);
    const window: Promise<AssessmentResult>[] = [];
    const taken =
      Symbol.asyncIterator in sources
        ? sources[Symbol.asyncIterator]()
        : sources[Symbol.iterator]();
    /** The source that has been asked for and has not come yet. */
    let coming: Promise<IteratorResult<ImageSource>> | undefined;
    let exhausted = false;
    try {
      for (;;) {
        throwIfCancelled(options.signal, 'The assessment');
        if (this.#disposing !== undefined) throw CalmError.cancelled('The assessment');
        if (!exhausted && window.length < concurrency) {
          coming ??= Promise.resolve(taken.next());
          // A result never waits for a slow source: whoever names the pictures may be waiting for it.
          const result = window[0]?.then(() => undefined);
          const come = await (result === undefined ? coming : Promise.race([coming, result]));
          if (come !== undefined) {
            coming = undefined;
            if (come.done === true) exhausted = true;
            else window.push(this.#result(come.value, each, asked, turn));
            continue;
          }
        }
        const first = window.shift();
        if (first === undefined) return;
        yield await first;
      }
    } finally {
      await Promise.all(window);
      if (coming === undefined) {
        if (!exhausted) await taken.return?.();
      } else {
        // Ended early: nobody waits for this source any more, nor for the reason why it may not come.
        coming.catch(() => undefined);
      }
    }
  }

  /** Never rejects: a failure is a result. */
  async #result(
    source: ImageSource,
    options: AssessOptions,
    asked: () => Promise<PersonOf | undefined>,
    turn: NonNullable<AssessManyOptions['turn']>,
  ): Promise<AssessmentResult> {
    try {
      return await turn(() => this.#track(() => this.#assess(source, options, asked)));
    } catch (error) {
      return { status: 'failed', source: describeSource(source), error: errorInfoOf(error) };
    }
  }

  async dispose(): Promise<void> {
    this.#disposing ??= (async () => {
      await Promise.allSettled(this.#underWay);
      await this.#languageModel?.[Symbol.asyncDispose]();
      await this.#measuring[Symbol.asyncDispose]();
      await this.#inference[Symbol.asyncDispose]();
    })();
    await this.#disposing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.dispose();
  }
}

function partsOf(include: readonly Part[]): ReadonlySet<Part> {
  const unknown = include.find((part) => !PARTS.includes(part));
  if (unknown !== undefined) {
    throw new CalmError('invalid-request', `A document has no part "${unknown}".`, {
      hint: `Known: ${PARTS.join(', ')}.`,
    });
  }
  return new Set(include);
}

const USUAL_SCALE: Scale = { low: 0, high: 10 };

/**
 * Programs without types may pass anything, ratings read from a file as text above all.
 *
 * @throws CalmError `invalid-request`, for a rating outside its scale too
 */
function checkExamples(examples: unknown): asserts examples is readonly Example[] {
  if (!Array.isArray(examples) || !examples.every(isExample)) {
    throw new CalmError('invalid-request', 'The examples are no list of rated pictures.', {
      hint: "Give each a source and a number: [{ source: { kind: 'path', path: 'photo.jpg' }, rating: 7 }].",
    });
  }
  for (const { source, rating, scale: { low, high } = USUAL_SCALE } of examples) {
    checkSource(source);
    if (low < high && rating >= low && rating <= high) continue;
    throw new CalmError(
      'invalid-request',
      `The rating ${rating} of an example lies outside its scale, ${low} to ${high}.`,
      { hint: 'Say with `scale` which ratings there are: { low: 1, high: 5 } for stars.' },
    );
  }
}

function isExample(example: unknown): example is Example {
  if (typeof example !== 'object' || example === null) return false;
  const { rating, scale = USUAL_SCALE } = example as Partial<Record<keyof Example, unknown>>;
  if (typeof rating !== 'number' || typeof scale !== 'object' || scale === null) return false;
  const { low, high } = scale as Partial<Record<keyof Scale, unknown>>;
  return typeof low === 'number' && typeof high === 'number';
}

/** An example, heard as a profile's rating is: twice the same picture is one opinion, and frames of one burst share their weight. */
function ratingOf({ rating, scale = USUAL_SCALE }: Example, picture: string): Rating {
  return { kind: 'rating', ...saidNow('api', 'examples'), picture, value: rating, scale };
}

/** What the host says beside the bytes: the same bytes may be a whole picture or a preview of one. */
function previewOf(source: ImageSource): readonly unknown[] {
  if (source.kind !== 'bytes' && source.kind !== 'pixels') return [];
  return [source.originalWidth, source.originalHeight, source.captureFacts];
}

/** Names what the readings mean: changes where an attribute comes, goes or is declared otherwise. */
function fingerprint(attributes: readonly Attribute[]): string {
  const declared = attributes.map(
    ({
      id,
      level,
      kind,
      ordinary,
      unit,
      range,
      usual,
      direction,
      meaning,
      excusedBy,
      excusedIn,
      appliesTo,
    }) => [
      ...[id, level, kind, ordinary, unit, range, usual, direction, meaning],
      ...[excusedBy, excusedIn, appliesTo],
    ],
  );
  return createHash('sha256').update(JSON.stringify(declared)).digest('hex').slice(0, 16);
}

/** Of what was measured. */
function scoresOf(results: readonly AttributeResult[]): Map<string, number> {
  return new Map(
    results.flatMap(({ attribute, reading }): [string, number][] =>
      reading.status === 'measured' ? [[attribute.id, reading.score]] : [],
    ),
  );
}
