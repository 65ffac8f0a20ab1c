/** How much texts differ. */
import { mean } from './changes/statistics.mjs';

/** In lower case: runs of letters, digits, hyphens and apostrophes. */
export function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
}

/** Words of text that rows of different lengths are compared on. */
const CUT = 3000;

/** @param texts each as its sentences */
export function variety(texts) {
  const words = texts.map((sentences) => wordsOf(sentences.join(' ')));
  const lengths = words.map(({ length }) => length).sort((a, b) => a - b);
  const at = (share) => lengths[Math.floor(share * (lengths.length - 1))];
  return {
    words: { low: at(0.1), middle: at(0.5), high: at(0.9) },
    distinct1: distinct(words, 1),
    distinct2: distinct(words, 2),
    distinct2Cut: distinct(cut(words), 2),
    selfBleu: selfBleu(words),
    repeated: repeated(texts),
  };
}

function distinct(texts, size) {
  const all = texts.flatMap((words) => ngrams(words, size));
  return new Set(all).size / all.length;
}

/** The texts up to a number of words; `undefined` counts as no text. */
function cut(texts) {
  const kept = [];
  let left = CUT;
  for (const words of texts) {
    if (left <= 0) break;
    kept.push(words.slice(0, left));
    left -= words.length;
  }
  return kept;
}

function ngrams(words, size) {
  return words.slice(size - 1).map((_, at) => words.slice(at, at + size).join(' '));
}

/** Share of sentences that another text has too, figures apart. */
function repeated(texts) {
  const sentences = texts.map(
    (one) => new Set(one.map((sentence) => sentence.trim().replace(/\d+/gu, '#'))),
  );
  const counts = new Map();
  for (const one of sentences) {
    for (const sentence of one) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  const all = sentences.flatMap((one) => [...one]);
  return all.filter((sentence) => counts.get(sentence) > 1).length / all.length;
}

const ORDER = 4;

/**
 * Mean BLEU-4 of each text against all others, exact: of every n-gram the two greatest counts in one text are kept, so that the greatest among
 * the others is at hand without going through them.
 */
function selfBleu(texts) {
  const counts = texts.map((words) =>
    Array.from({ length: ORDER }, (_, order) => tally(ngrams(words, order + 1))),
  );
  const greatest = Array.from({ length: ORDER }, () => new Map());
  for (const of of counts) {
    for (const [order, tallied] of of.entries()) {
      for (const [ngram, count] of tallied) {
        const [first, second] = greatest[order].get(ngram) ?? [0, 0];
        greatest[order].set(
          ngram,
          count > first ? [count, first] : [first, Math.max(second, count)],
        );
      }
    }
  }
  const lengths = texts.map(({ length }) => length);
  return mean(
    texts.map((words, text) => {
      let logarithm = 0;
      for (let order = 0; order < ORDER; order++) {
        let [shared, all] = [0, 0];
        for (const [ngram, count] of counts[text][order]) {
          const [first, second] = greatest[order].get(ngram);
          shared += Math.min(count, count === first ? second : first);
          all += count;
        }
        const added = order === 0 ? 0 : 1;
        logarithm += Math.log((shared + added) / (all + added) || 1e-9) / ORDER;
      }
      const closest = lengths.reduce(
        (best, length, other) =>
          other !== text && Math.abs(length - words.length) < Math.abs(best - words.length)
            ? length
            : best,
        Infinity,
      );
      return Math.exp(logarithm) * Math.min(1, Math.exp(1 - closest / Math.max(1, words.length)));
    }),
  );
}

function tally(list) {
  const counts = new Map();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
