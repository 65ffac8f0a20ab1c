import type { Meaning, Suggestion } from '../opinions/histogram.js';
import type { Stars } from '../opinions/opinion.js';

const KEEPERS = /^keepers(?:[ :=-]?([1-5]))?$/u;

/** Any stars at all, where nothing speaks for another number. */
const FEWEST: Stars = 1;

/**
 * What a person says stars mean: `quality`, `nothing`, `keepers`, or `keepers 3` for those from three stars on; `keepers` alone leaves the
 * number to what the counts suggest.
 */
export function meaningIn(text: string, suggestion?: Suggestion): Meaning | undefined {
  if (text === 'quality' || text === 'nothing') return { kind: text };
  const match = KEEPERS.exec(text);
  if (match === null) return undefined;
  const suggested = suggestion?.meaning.kind === 'keepers' ? suggestion.meaning.from : FEWEST;
  return {
    kind: 'keepers',
    from: match[1] === undefined ? suggested : (Number(match[1]) as Stars),
  };
}
