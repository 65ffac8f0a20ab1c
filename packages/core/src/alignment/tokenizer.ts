import type { Bundle } from '../bundle/bundle.js';
import { CalmError } from '../protocol/errors.js';

/** What is used of `@huggingface/tokenizers`, whose own types cannot be resolved by Node's rules. */
export interface TokenizerLibrary {
  encode(text: string): { readonly ids: readonly number[] };
  decode(ids: readonly number[], options: { readonly skip_special_tokens: boolean }): string;
}

/**
 * Opens a `tokenizer.json`. The library that reads it is loaded here, for few programs ever need one.
 *
 * @throws CalmError `bundle-damaged`
 */
export async function openTokenizer(
  folder: Pick<Bundle, 'file' | 'json'>,
  file: string,
): Promise<TokenizerLibrary> {
  const { Tokenizer: Reader } = (await import('@huggingface/tokenizers')) as {
    Tokenizer: new (description: object, settings: object) => TokenizerLibrary;
  };
  const description = await folder.json(file);
  try {
    return new Reader(description as object, {});
  } catch (cause) {
    throw new CalmError('bundle-damaged', `${folder.file(file)} is not a tokenizer.`, {
      hint: 'Install the bundle again.',
      cause,
    });
  }
}

/** Cuts texts into the pieces that a text encoder knows. */
export class Tokenizer {
  readonly #library: TokenizerLibrary;
  readonly #most: number;

  private constructor(library: TokenizerLibrary, most: number) {
    this.#library = library;
    this.#most = most;
  }

  /**
   * Opens a bundle's `tokenizer.json`.
   *
   * @param most pieces of a text that are read, the marks of its beginning and end included
   * @throws CalmError `bundle-damaged`
   */
  static async open(bundle: Bundle, file: string, most: number): Promise<Tokenizer> {
    return new Tokenizer(await openTokenizer(bundle, file), most);
  }

  /** The numbers of a text's pieces, those beyond the most left out; the same as those of the reference, in Rust. */
  encode(text: string): number[] {
    const { ids } = this.#library.encode(asTheReferenceReads(text));
    return ids.length <= this.#most
      ? [...ids]
      : [...ids.slice(0, this.#most - 1), ids.at(-1) as number];
  }
}

const FINAL_SIGMA = /Σ/gu;
const IDEOGRAPHS =
  /[\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b920}-\u{2ceaf}\u{2f800}-\u{2fa1f}]/gu;
// These classes list code points, which stand alone.
/* eslint-disable no-misleading-character-class */
const LETTERS =
  /[\u061d\u07fd\u0890-\u08e2\u09fd-\u09fe\u0a76\u0afa-\u0aff\u0b55\u0c04-\u0c3c\u0c77\u0c84\u0d00\u0d3b-\u0d3c\u0d81\u0eba\u0ece\u180f-\u1886\u1abf-\u1aeb\u1b4e-\u1b4f\u1b7d-\u1b7f\u1df6-\u1dfb\u2e43-\u2e5d\ua82c\ua8c5\ua8ff\ua9bd\u{10d24}-\u{10f89}\u{11070}-\u{11074}\u{110c2}-\u{110cd}\u{111cf}\u{1123e}-\u{11241}\u{1133b}\u{113bb}-\u{1145e}\u{11660}-\u{1166c}\u{116b9}\u{1182f}-\u{11fff}\u{12ff1}-\u{1612f}\u{16d6d}-\u{16f4f}\u{16fe2}-\u{16fe4}\u{1cf00}-\u{1cf46}\u{1e000}-\u{1e6f5}\u{1e944}-\u{1e95f}]/gu;
const PUNCTUATION = /[\u166d\u{111c9}]/gu;
const MARKS = /[\u1734\u{1171e}]/gu;
/* eslint-enable no-misleading-character-class */

/**
 * Mends all in which the library's normalisation differs from the reference's, as a comparison of every code point found: it writes
 * a final sigma at the end of a word, does not set ideographs beyond U+FFFF apart, and goes by this Node's Unicode, where the
 * reference has older tables. What is newer than those is a letter to it, and the vocabulary has none of these letters.
 */
function asTheReferenceReads(text: string): string {
  return text
    .replace(FINAL_SIGMA, 'σ')
    .replace(IDEOGRAPHS, ' $& ')
    .replace(LETTERS, 'ᐁ')
    .replace(PUNCTUATION, '⸗')
    .replace(MARKS, '');
}
