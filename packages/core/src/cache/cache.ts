/**
 * Memory that outlives the process: what makes a long run resumable and a second run over the same folder quick.
 * The engine asks it before it decodes, and tells it what it found.
 */
import type { Assessment } from '../protocol/generated/assessment.js';

/** An assessment as it is remembered: of the picture's bytes, whatever they were called. */
export type RememberedAssessment = Omit<Assessment, 'source'> & {
  /** Where tastes were asked for. */
  readonly taste?: TasteFeatures;
};

/** What tastes are learned from. */
export interface TasteFeatures {
  /** Of the taste model, with the standardised readings behind it. */
  readonly vector: readonly number[];
  /** How much the picture has of each topic, standardised. */
  readonly topics: readonly number[];
  /** 64 bits in hex. */
  readonly perceptualHash: string;
}

/** What tells a file that was not touched since: all of it as the file system reports it. */
export interface FileIdentity {
  /** Absolute. */
  readonly path: string;
  readonly size: bigint;
  /** Last change of the content, in nanoseconds since 1970. */
  readonly mtimeNs: bigint;
  /** Last change of content, name or mode: also moves where a program puts the old `mtime` back. */
  readonly ctimeNs: bigint;
  readonly inode: bigint;
}

/** How much a cache holds. */
export interface CacheUsage {
  readonly results: number;
  readonly bytes: number;
}

/**
 * Results by picture. No method rejects for what the store does (full disk, damaged entry, missing folder):
 * a cache that cannot answer costs time and nothing else.
 */
export interface Cache {
  /** The identity of a file now, or `undefined` where there is no regular file to read. */
  identify(path: string): Promise<FileIdentity | undefined>;
  /** SHA-256 (hex) of a file's content, where the file is known not to have changed since it was read. */
  hashOf(file: FileIdentity): Promise<string | undefined>;
  /**
   * Notes the content's SHA-256 of a file that was read after `file` was taken.
   * Does nothing where the file has changed meanwhile, or changed so lately that its clock could not tell.
   */
  rememberHash(file: FileIdentity, sha256: string): Promise<void>;
  /**
   * What was remembered of a picture.
   *
   * @param sha256 of the picture's bytes, in hex
   * @param recipe everything else that the result depends on, in any unambiguous text: stamps, parts asked for, what the host said of a preview
   */
  get(sha256: string, recipe: string): Promise<RememberedAssessment | undefined>;
  /** Remembers a result. Readers and other processes see the old state or the new one, nothing between. */
  set(sha256: string, recipe: string, assessment: RememberedAssessment): Promise<void>;
}
