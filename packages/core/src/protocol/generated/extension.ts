// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { Evidence, Level } from './assessment.js';
import type { Meta } from './message.js';

/**
 * working: the whole picture, its longest side at most 1024 px, sRGB (about 2 MB); tiles: cut-outs at full size; features: what the encoder sees, by the proposal attributeFeatures; tokens: what the alignment makes of that; subject: where the subject is, with faces.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "Need".
 */
export type Need = 'working' | 'tiles' | 'features' | 'tokens' | 'subject';
/**
 * Ways to say one thing, none better than another. Main clauses in lower case without a full stop.
 *
 * @minItems 1
 * @maxItems 50
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "Ways".
 */
export type Ways = string[];
/**
 * What a contributed measure gives.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "ContributedReading".
 */
export type ContributedReading =
  | {
      /**
       * It was measured.
       */
      status: 'measured';
      /**
       * In the attribute's unit, within its range.
       */
      value: number;
      /**
       * 1: no concern, or the best; .5: where an attentive viewer would call a fault a fault; 0: as bad as it gets.
       */
      score: number;
      /**
       * Probability that the reading is right.
       */
      confidence: number;
      /**
       * Where it shows.
       *
       * @maxItems 100
       */
      evidence?: Evidence[];
    }
  | {
      /**
       * It could not be measured.
       */
      status: 'not-measured';
      /**
       * Why, in words for a person.
       */
      reason: string;
    };

/**
 * What the package.json of a CALM extension says beside what npm asks.
 */
export interface ExtensionManifest {
  /**
   * Name of the package, as npm has it. With the publisher it names the extension: publisher.name, where a scope is left out.
   */
  name: string;
  /**
   * Version of the extension.
   */
  version: string;
  /**
   * Who makes it: lower-case letters, digits and hyphens.
   */
  publisher: string;
  /**
   * What people call it.
   */
  displayName?: string;
  /**
   * One sentence on what it adds.
   */
  description?: string;
  /**
   * Licence, by its SPDX name.
   */
  license?: string;
  /**
   * The module that exports `activate`. None is needed where everything is contributed as data.
   */
  main?: string;
  /**
   * What it runs on.
   */
  engines: {
    /**
     * Range of versions of the extension API, as npm writes ranges: ^1.0.0.
     */
    calm: string;
  };
  /**
   * What it brings.
   */
  calm: {
    contributes: Contributions;
    /**
     * Parts of the API that may still change, which it uses all the same. They work with `--proposed-api` alone.
     *
     * @maxItems 50
     */
    enabledApiProposals?: string[];
  };
}
/**
 * What it adds, told without running any of its code.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "Contributions".
 */
export interface Contributions {
  /**
   * Attributes: what can be read in a picture.
   *
   * @maxItems 100
   */
  attributes?: ContributedAttribute[];
  /**
   * Model bundles: encoders and aligners as data, which run in the engine's own sessions.
   *
   * @maxItems 20
   */
  bundles?: ContributedBundle[];
  /**
   * Writers of comments.
   *
   * @maxItems 20
   */
  decoders?: ContributedDecoder[];
  /**
   * Stores of tastes.
   *
   * @maxItems 20
   */
  stores?: ContributedStore[];
  /**
   * Commands.
   *
   * @maxItems 100
   */
  commands?: ContributedCommand[];
  /**
   * Reporters: what makes a file or a text of assessments.
   *
   * @maxItems 20
   */
  reporters?: ContributedReporter[];
  /**
   * Languages, as catalogues.
   *
   * @maxItems 50
   */
  locales?: ContributedLocale[];
  /**
   * Settings by their names, each described as JSON Schema has it, with a default.
   */
  settings?: {
    [k: string]: Setting;
  };
}
/**
 * An attribute. Its readings and findings stand in documents; they never alter the score.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "ContributedAttribute".
 */
export interface ContributedAttribute {
  /**
   * Names it in documents. Begins with the publisher: acme.film-look.
   */
  id: string;
  /**
   * Its name in running text, without an article: horizon tilt.
   */
  title: string;
  /**
   * One sentence: what is measured, how, and the source of the formula.
   */
  meaning: string;
  level: Level;
  /**
   * fault: absent is good; quality: can be a strength or a weakness; style: a look that may be meant.
   */
  kind: 'fault' | 'quality' | 'style';
  /**
   * Unit of the value: deg, EV, %, px; empty where it has none.
   */
  unit: string;
  /**
   * Lowest and highest value.
   *
   * @minItems 2
   * @maxItems 2
   */
  range: number[];
  /**
   * How the score moves with the value.
   */
  direction: 'lower-is-better' | 'higher-is-better';
  /**
   * Digits after the point when the value is told. Default: 1.
   */
  digits?: number;
  /**
   * For a quality: the score of an ordinary photograph; only what lies above it is a strength. Default: .5.
   */
  ordinary?: number;
  /**
   * Whether it needs the samples of the full size, and so cannot be read in a preview.
   */
  fullSize?: boolean;
  /**
   * Kinds of picture in which it is read; documents of others do not tell of it. Default: all.
   *
   * @minItems 1
   */
  appliesTo?: ('photograph' | 'artwork' | 'interface')[];
  /**
   * Kinds of picture in which it is no fault.
   */
  excusedIn?: ('photograph' | 'artwork' | 'interface')[];
  /**
   * What its measure is given beside size and capture facts. Only that is copied to it.
   *
   * @maxItems 5
   */
  needs: Need[];
  wording?: ContributedWording;
}
/**
 * English clauses, joined into sentences by the writer. Without them the attribute is read and ranked, and not spoken of.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "ContributedWording".
 */
export interface ContributedWording {
  weakness?: Graded;
  strength?: Graded;
  style?: Ways;
  mend?: Ways;
  nextTime?: Ways;
}
/**
 * Ways to say it, by how strong it is.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "Graded".
 */
export interface Graded {
  slight: Ways;
  clear: Ways;
  strong: Ways;
}
/**
 * A model bundle.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "ContributedBundle".
 */
export interface ContributedBundle {
  /**
   * Names it: --bundle takes it. Begins with the publisher: acme.film-look.
   */
  id: string;
  /**
   * What people call it.
   */
  title?: string;
  /**
   * Its folder, from that of the extension.
   */
  path: string;
}
/**
 * A writer of comments. Its text is read, and only what readings back is passed on.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "ContributedDecoder".
 */
export interface ContributedDecoder {
  /**
   * Names it: --decoder takes it. Begins with the publisher: acme.film-look.
   */
  id: string;
  /**
   * What people call it.
   */
  title?: string;
}
/**
 * A store of tastes.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "ContributedStore".
 */
export interface ContributedStore {
  /**
   * Names it. Begins with the publisher: acme.film-look.
   */
  id: string;
  /**
   * Schemes of the URLs that it opens, without the colon.
   *
   * @minItems 1
   * @maxItems 10
   */
  schemes: string[];
}
/**
 * A command.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "ContributedCommand".
 */
export interface ContributedCommand {
  /**
   * Names it: calm run takes it, and command/execute. Begins with the publisher: acme.film-look.
   */
  id: string;
  /**
   * What it does, in a few words.
   */
  title: string;
}
/**
 * A reporter.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "ContributedReporter".
 */
export interface ContributedReporter {
  /**
   * Names it: --format takes it. Begins with the publisher: acme.film-look.
   */
  id: string;
  /**
   * What it makes, in a few words.
   */
  title: string;
  /**
   * Parts of documents beside the everyday ones, such as regions or suggestions.
   */
  needs?: ('features' | 'attention' | 'regions' | 'statistics' | 'suggestions')[];
  /**
   * Longest side, in pixels, of the small JPEG of each picture that it is given. Absent: it is given none.
   */
  previews?: number;
}
/**
 * A language.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "ContributedLocale".
 */
export interface ContributedLocale {
  /**
   * BCP 47 tag: fr, pt-BR.
   */
  id: string;
  /**
   * Its name in itself.
   */
  name: string;
  /**
   * The catalogue, a JSON file, from the folder of the extension.
   */
  path: string;
}
/**
 * One setting.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "Setting".
 */
export interface Setting {
  /**
   * Its type.
   */
  type: 'string' | 'number' | 'integer' | 'boolean';
  /**
   * What it does.
   */
  description: string;
  /**
   * What it is where nobody sets it.
   */
  default: string | number | boolean;
  /**
   * What it may be, where that is a list.
   *
   * @minItems 1
   * @maxItems 100
   */
  enum?: (string | number)[];
  /**
   * Lowest number.
   */
  minimum?: number;
  /**
   * Highest number.
   */
  maximum?: number;
  /**
   * Most characters.
   */
  maxLength?: number;
}
/**
 * Of `extension/list`.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "ExtensionListParams".
 */
export interface ExtensionListParams {
  meta?: Meta;
}
/**
 * The extensions that the engine was given.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "ExtensionList".
 */
export interface ExtensionList {
  /**
   * In the order of their ids.
   */
  extensions: ListedExtension[];
}
/**
 * One extension.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "ListedExtension".
 */
export interface ListedExtension {
  /**
   * publisher.name.
   */
  id: string;
  /**
   * Its version.
   */
  version: string;
  /**
   * What people call it.
   */
  displayName?: string;
  /**
   * idle: none of its code has run; active: its code runs; failed: it failed and will be tried again; disabled: it failed too often; untrusted: nobody has said that its code may run.
   */
  state: 'idle' | 'active' | 'failed' | 'disabled' | 'untrusted';
  /**
   * What went wrong last, for a person.
   */
  problem?: string;
  /**
   * Ids of what it adds.
   */
  contributes: string[];
}
/**
 * Of `command/execute`.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "CommandExecuteParams".
 */
export interface CommandExecuteParams {
  /**
   * Its id.
   */
  command: string;
  /**
   * What it takes: texts, as on a command line.
   *
   * @maxItems 1000
   */
  arguments?: string[];
  meta?: Meta;
}
/**
 * What a command says when it has ended.
 *
 * This interface was referenced by `ExtensionManifest`'s JSON-Schema
 * via the `definition` "CommandResult".
 */
export interface CommandResult {
  /**
   * For a person.
   */
  text?: string;
  /**
   * For programs: whatever the command gives.
   */
  data?: {
    [k: string]: unknown;
  };
}
