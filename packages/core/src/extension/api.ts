/** What an extension's code sees: the types of `activate(context)`. */
import type { AlignedTokens } from '../alignment/aligner.js';
import type { Raster, Tile } from '../picture/picture.js';
import type { PersonalizationStore } from '../personalization/store.js';
import type {
  Assessment,
  AssessmentResult,
  CaptureFacts,
  Evidence,
} from '../protocol/generated/assessment.js';
import type { CommandResult } from '../protocol/generated/extension.js';
import type { Methods } from '../protocol/generated/methods.js';
import type { Subject } from '../subject/subject.js';

/** Version of the extension API: what `engines.calm` of a manifest is held against. */
export const EXTENSION_API_VERSION = '1.0.0';

/** Parts of the API that may still change, by the names that `enabledApiProposals` takes: `calm.proposed.d.ts` declares them. */
export const API_PROPOSALS: readonly string[] = ['attributeFeatures'];

/**
 * The module that `main` of an extension's manifest names.
 *
 * @since 1.0.0
 */
export interface ExtensionModule {
  /** Registers what the manifest contributes. Called once, when something of it is first needed. */
  activate(context: ExtensionContext): void | Promise<void>;
  /** Called before the process ends, where there is time for it. */
  deactivate?(): void | Promise<void>;
}

/**
 * What an extension is given when it is activated.
 *
 * @since 1.0.0
 */
export interface ExtensionContext {
  /** publisher.name. */
  readonly id: string;
  /** Disposed of when the extension ends. What is registered may be pushed here, and need not. */
  readonly subscriptions: Disposable[];
  readonly logger: Logger;
  readonly storage: ExtensionStorage;
  /** As the person has set them, or their defaults: every one that the manifest declares, of its type. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** Aborts when the extension is to end. */
  readonly signal: AbortSignal;
  /** The engine, by the protocol. */
  readonly engine: EngineAccess;
  readonly attributes: Registrar<AttributeMeasure>;
  readonly decoders: Registrar<ContributedWriter>;
  readonly stores: Registrar<StoreOpener>;
  readonly commands: Registrar<CommandRunner>;
  readonly reporters: Registrar<Reporter>;
}

/**
 * Takes the code behind contributions that the manifest declares.
 *
 * @since 1.0.0
 */
export interface Registrar<Code> {
  /**
   * @param id as the manifest has it
   * @throws Error for an id that the manifest does not declare, or that is registered already
   */
  register(id: string, code: Code): Disposable;
}

/**
 * Tells the person who looks for it what happens. Not shown unasked.
 *
 * @since 1.0.0
 */
export interface Logger {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
}

/**
 * Small values that outlive the process, of this extension alone.
 *
 * @since 1.0.0
 */
export interface ExtensionStorage {
  /** A folder of the extension's own, for what is no small value. */
  readonly folder: string;
  get(key: string): Promise<unknown>;
  /** @param value whatever JSON can say; `undefined` takes it away */
  set(key: string, value: unknown): Promise<void>;
}

/**
 * The protocol's methods.
 *
 * @since 1.0.0
 */
export interface EngineAccess {
  /** @throws Error with the message and the hint of the engine's error */
  call<Name extends keyof Methods>(
    method: Name,
    params: Omit<Methods[Name]['params'], 'meta'>,
  ): Promise<Methods[Name]['result']>;
}

/**
 * What a call brings beside its argument.
 *
 * @since 1.0.0
 */
export interface CallContext {
  /** Aborts when nobody waits for it any more. */
  readonly signal: AbortSignal;
}

/**
 * What a measure is given: what the manifest says that it needs.
 *
 * @since 1.0.0
 */
export interface AttributeInput {
  /** Size of the upright picture at full size, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly captureFacts: CaptureFacts;
  /** The whole picture, sRGB, 8 bits, longest side at most 1024 px. Only with the need `working`. */
  readonly working?: Raster;
  /** Cut-outs at full size, or why there are none. Only with `tiles`. */
  readonly tiles?: readonly Tile[] | { readonly notMeasured: string };
  /** Only with `tokens`. */
  readonly tokens?: AlignedTokens;
  /** Only with `subject`. */
  readonly subject?: Subject;
}

/**
 * What a measure gives.
 *
 * @since 1.0.0
 */
export type GivenReading =
  | {
      readonly status: 'measured';
      /** In the attribute's unit, within its range. */
      readonly value: number;
      /** 1: no concern, or the best; .5: where an attentive viewer would call a fault a fault; 0: as bad as it gets. */
      readonly score: number;
      /** Probability that the reading is right, 0 to 1. */
      readonly confidence: number;
      /** In fractions of the upright picture. Default: none. */
      readonly evidence?: readonly Evidence[];
    }
  | { readonly status: 'not-measured'; readonly reason: string };

/**
 * Reads an attribute in a picture.
 *
 * @since 1.0.0
 */
export interface AttributeMeasure {
  measure(input: AttributeInput, call: CallContext): GivenReading | Promise<GivenReading>;
}

/**
 * What a writer of comments is given.
 *
 * @since 1.0.0
 */
export interface WriterRequest {
  /** With its score, attributes and findings: all that may be spoken of. */
  readonly assessment: Assessment;
  /** BCP 47 tag. */
  readonly language: string;
  readonly detail: 'short' | 'normal' | 'full';
}

/**
 * Writes comments: free text, of which only what readings back is passed on.
 *
 * @since 1.0.0
 */
export interface ContributedWriter {
  write(request: WriterRequest, call: CallContext): AsyncIterable<string>;
}

/**
 * Opens stores of tastes.
 *
 * @since 1.0.0
 */
export interface StoreOpener {
  /** @param url with one of the schemes of the manifest */
  open(url: string): Promise<PersonalizationStore>;
}

/**
 * Runs a command.
 *
 * @since 1.0.0
 */
export type CommandRunner = (
  args: readonly string[],
  call: CallContext & {
    /** Tells how far it is. */
    readonly progress: (done: number, total: number) => void;
  },
) => CommandResult | void | Promise<CommandResult | void>;

/**
 * A picture's result and, where the manifest asks for previews, a small JPEG of it.
 *
 * @since 1.0.0
 */
export interface Reported {
  readonly result: AssessmentResult;
  readonly preview?: Uint8Array;
}

/**
 * Makes a file or a text of assessments.
 *
 * @since 1.0.0
 */
export interface Reporter {
  /** @returns parts of the file, in order */
  report(results: AsyncIterable<Reported>, call: CallContext): AsyncIterable<string | Uint8Array>;
}
