/** What a person has said of a picture in its file or beside it, whichever program wrote it. */
import type { ErrorInfo } from '@calm-sdk/core';
import type { FileName } from '../pictures/file-name.js';
import type { Kind } from '../pictures/kinds.js';

export type Stars = 1 | 2 | 3 | 4 | 5;

/** The opinion of one picture. A picture without stars is unrated, which says nothing of how good it is. */
export interface Opinion {
  readonly name: FileName;
  readonly kind: Exclude<Kind, 'other'>;
  readonly stars: Stars | undefined;
  readonly flag: 'pick' | 'reject' | undefined;
  /** Colour labels, as the program words them; several only where the program knows several. */
  readonly labels: readonly string[];
  /** The file beside the picture that something of this was read from. */
  readonly sidecar: FileName | undefined;
  /** The program that wrote it, as far as can be told. */
  readonly writtenBy: string | undefined;
  /** When that was: as told, otherwise when the file was last changed. ISO 8601, UTC. */
  readonly writtenAt: string;
  /** Told where that lay in the future: then `writtenAt` is when the file was last changed, or now. */
  readonly isAhead?: true;
  /** The other files of a RAW and JPEG pair. Each has an opinion of its own. */
  readonly pairedWith: readonly FileName[];
  /** What was passed over, because something with more weight says otherwise. */
  readonly disagreements: readonly string[];
  /** What could not be used, such as a damaged sidecar. */
  readonly problems: readonly string[];
}

/** What was read of one picture, or why nothing was. */
export type ReadOpinion =
  | { readonly kind: 'opinion'; readonly opinion: Opinion }
  | { readonly kind: 'failure'; readonly name: FileName; readonly error: ErrorInfo };
