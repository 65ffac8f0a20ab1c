import type { WordList } from '../../language/free-words.js';

/** The entries of a list of words. */
export function listed(words: WordList): readonly string[] {
  return words
    .split(',')
    .map((word) => word.replace(/\s+/gu, ' ').trim())
    .filter((word) => word !== '');
}
