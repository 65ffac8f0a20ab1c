import type { TensorData } from '../inference/messages.js';
import type { AlignedTokens } from './aligner.js';

const LEVELS = ['low', 'middle', 'high'] as const;
const LOOKED = { lowAttention: 'low', middleAttention: 'middle', highAttention: 'high' } as const;

/** The tokens of a level, or where they looked. */
export type TokensName = (typeof LEVELS)[number] | keyof typeof LOOKED;

export function isTokensName(name: string): name is TokensName {
  return LEVELS.some((level) => level === name) || name in LOOKED;
}

/** Tokens as another graph's input: [1, count, width], or [1, count, cells]. */
export function tensorOfTokens(tokens: AlignedTokens, name: TokensName): TensorData {
  switch (name) {
    case 'low':
    case 'middle':
    case 'high': {
      const { data, count, width } = tokens[name];
      return { type: 'float32', dims: [1, count, width], data };
    }
    default: {
      const { attention, count, rows, columns } = tokens[LOOKED[name]];
      return { type: 'float32', dims: [1, count, rows * columns], data: attention };
    }
  }
}
