// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.

/**
 * One thing that a person said. Entries are added and never changed.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "Entry".
 */
export type Entry = Rating | Choice | Flag | Override | Retraction | Tuning;
/**
 * UUID. The same entry told twice is one entry.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "EntryId".
 */
export type EntryId = string;
/**
 * When it was said: ISO 8601, UTC.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "Time".
 */
export type Time = string;
/**
 * Where it was said: cli, csv (a list), xmp (read from a picture's file or beside it), lightroom, figma, api; readers accept others.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "EntrySource".
 */
export type EntrySource = string;
/**
 * Names the sitting in which it was said; what was said in one sitting carries one name.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "Session".
 */
export type Session = string;
/**
 * Whether a score of the picture had been shown to the person before: such an opinion may follow the score and counts for less.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "ShownBefore".
 */
export type ShownBefore = boolean;
/**
 * SHA-256 of a picture's image alone, in hex: `imageSha256` of assessments. What is said follows the picture when a program writes stars or a title into its file.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "Sha256".
 */
export type Sha256 = string;

/**
 * All that a store knows of one or several taste profiles: what `calm taste export` writes and `calm taste import` reads.
 */
export interface TasteExport {
  /**
   * Tells such a file from others.
   */
  format: 'calm-taste';
  /**
   * Goes up where an older reader would misunderstand the file.
   */
  version: number;
  /**
   * When it was written: ISO 8601, UTC.
   */
  exportedAt: string;
  /**
   * The profiles, each with its log.
   */
  profiles: ExportedProfile[];
  /**
   * The pictures that the logs name.
   */
  pictures: KnownPicture[];
  /**
   * What models saw in these pictures, so that a taste can be learned where the pictures are not.
   */
  snapshots: ExportedSnapshot[];
}
/**
 * One profile and its log.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "ExportedProfile".
 */
export interface ExportedProfile {
  profile: Profile;
  /**
   * The log, oldest first.
   */
  entries: Entry[];
}
/**
 * One taste: of a person, a client, a genre or a brand.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "Profile".
 */
export interface Profile {
  /**
   * UUID, the same wherever the profile goes.
   */
  id: string;
  /**
   * What people call it, 1 to 80 characters; unique in a store whatever its case.
   */
  name: string;
  /**
   * Kinds of picture that it learns from and speaks of; empty: all.
   */
  kinds: ('photograph' | 'artwork' | 'interface')[];
  /**
   * ISO 8601, UTC.
   */
  createdAt: string;
}
/**
 * A picture was rated on some scale. Whether it is the first rating or the fifth, each counts as said; only of what the source `xmp` says of a picture, the stars that its file has, the last in the log counts alone, for a file has a state and does not repeat itself.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "Rating".
 */
export interface Rating {
  /**
   * A rating.
   */
  kind: 'rating';
  id: EntryId;
  at: Time;
  source: EntrySource;
  session: Session;
  shown: ShownBefore;
  picture: Sha256;
  /**
   * As the person gave it, on the scale's own numbers.
   */
  value: number;
  scale: Scale;
}
/**
 * The scale of a rating, both ends included: stars are 1 to 5. Nothing that was not rated is ever a rating.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "Scale".
 */
export interface Scale {
  /**
   * The worst that could be said.
   */
  low: number;
  /**
   * The best that could be said; above `low`.
   */
  high: number;
}
/**
 * Of two pictures one was preferred.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "Choice".
 */
export interface Choice {
  /**
   * A choice.
   */
  kind: 'choice';
  id: EntryId;
  at: Time;
  source: EntrySource;
  session: Session;
  shown: ShownBefore;
  preferred: Sha256;
  over: Sha256;
}
/**
 * A picture was picked, rejected, or its flag taken back. The latest counts; of the source `xmp` the last in the log, whose `none` takes back what files said and nothing else.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "Flag".
 */
export interface Flag {
  /**
   * A flag.
   */
  kind: 'flag';
  id: EntryId;
  at: Time;
  source: EntrySource;
  session: Session;
  shown: ShownBefore;
  picture: Sha256;
  /**
   * `none` takes an earlier flag back.
   */
  flag: 'pick' | 'reject' | 'none';
}
/**
 * The person has said what a picture scores; whatever was learned, this stands.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "Override".
 */
export interface Override {
  /**
   * An override.
   */
  kind: 'override';
  id: EntryId;
  at: Time;
  source: EntrySource;
  session: Session;
  shown: ShownBefore;
  picture: Sha256;
  /**
   * On the scale of scores; absent: an earlier override is taken back.
   */
  value?: number;
}
/**
 * What one source has said of a picture by ratings is taken back: those that stand before it in the log count no longer. What other sources said stands.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "Retraction".
 */
export interface Retraction {
  /**
   * A retraction.
   */
  kind: 'retraction';
  id: EntryId;
  at: Time;
  source: EntrySource;
  session: Session;
  shown: ShownBefore;
  picture: Sha256;
}
/**
 * How this person's taste is learned, where another way than that of most people was found to know them better.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "Tuning".
 */
export interface Tuning {
  /**
   * A tuning.
   */
  kind: 'tuning';
  id: EntryId;
  at: Time;
  source: EntrySource;
  session: Session;
  shown: ShownBefore;
  /**
   * The kind of picture that it is for.
   */
  domain: 'photograph' | 'artwork' | 'interface';
  /**
   * How far the person strays from the general score by what pictures show, as a multiple of what most do; absent: as most; 0: what was learned did not help them, so that their score is the general one.
   */
  strength?: number;
  /**
   * How far they stray by how pictures are made, as a multiple of what most do; absent: as most.
   */
  readingStrength?: number;
}
/**
 * What a store knows of a picture beside what was said of it. It never holds the picture.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "KnownPicture".
 */
export interface KnownPicture {
  sha256: Sha256;
  /**
   * Absolute paths under which it was seen, latest first.
   *
   * @maxItems 8
   */
  paths: string[];
  /**
   * Kind of picture, as the model told it.
   */
  domain?: 'photograph' | 'artwork' | 'interface';
  /**
   * 64 bits in hex that hardly change where a picture is resized or saved anew.
   */
  perceptualHash?: string;
  /**
   * When it was taken, from the file: ISO 8601, as the camera's clock said.
   */
  takenAt?: string;
}
/**
 * What one model saw in one picture.
 *
 * This interface was referenced by `TasteExport`'s JSON-Schema
 * via the `definition` "ExportedSnapshot".
 */
export interface ExportedSnapshot {
  picture: Sha256;
  /**
   * Names the model and everything else that the numbers depend on; only equal stamps compare.
   */
  stamp: string;
  /**
   * The general score, 0 to 10.
   */
  general: number;
  /**
   * The numbers: 32-bit floats, little-endian, in base64.
   */
  vector: string;
}
