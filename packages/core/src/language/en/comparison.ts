import type { ComparisonWords, TakenFor } from '../locale.js';

/** What English says where pictures are compared. */
export const comparison: ComparisonWords = {
  better: {
    noise: 'has less noise',
    compression: 'shows fewer traces of compression',
    'over-sharpening': 'is less over-sharpened',
    'defocus-blur': 'is in better focus',
    'motion-blur': 'has less motion blur',
    'under-exposure': 'is less under-exposed',
    'over-exposure': 'is less over-exposed',
    'clipped-highlights': 'keeps more of its highlights',
    'crushed-shadows': 'keeps more of its shadows',
    'low-contrast': 'has more contrast',
    haze: 'is less hazy',
    'over-saturation': 'has calmer colours',
    'dull-colour': 'has livelier colours',
    'warm-cast': 'has less of a warm cast',
    'cool-cast': 'has less of a cool cast',
    'green-cast': 'has less of a green cast',
    'magenta-cast': 'has less of a magenta cast',
    vignetting: 'has less vignetting',
    'horizon-tilt': 'is more level',
    'vertical-tilt': 'has straighter verticals',
    'subject-placement': 'places its subject better',
    balance: 'is better balanced',
    'tight-framing': 'gives its subject more room',
    'loose-framing': 'comes closer to its subject',
    'cut-off-subject': 'cuts less off its subject',
    clutter: 'has calmer surroundings',
    'subject-sharpness': 'has a sharper subject',
    'depth-separation': 'sets its subject off better by depth',
    'leading-lines': 'has lines that lead more to its subject',
    symmetry: 'is more symmetrical',
    repetition: 'has more rhythm',
    'colour-harmony': 'has the more harmonious colours',
    'subject-clarity': 'has a clearer subject',
    simplicity: 'is simpler',
    'feature-congestion': 'is less crowded',
    'subband-entropy': 'is quicker to take in',
    'contour-density': 'has fewer lines and letters',
    colourfulness: 'is more colourful',
    'colour-variety': 'makes do with fewer colours',
    'white-space': 'leaves more space free',
    'page-symmetry': 'is laid out more symmetrically',
    'page-balance': 'is filled more evenly',
    'block-alignment': 'aligns its blocks better',
  },
  betterIn: (title) => `does better in ${title}`,
  pleasesMore: 'pleases more as a whole',
  noScore: {
    first: 'The first is assessed without a score.',
    second: 'The second is assessed without a score.',
    both: 'Both are assessed without a score.',
  },
  abstained: {
    first: 'The first is unlike all that the model knows, so a score would be a guess.',
    second: 'The second is unlike all that the model knows, so a score would be a guess.',
    both: 'Both are unlike all that the model knows, so a score would be a guess.',
  },
  otherModel: (first, second) =>
    `The scores were made by different models or versions (${first} and ${second}): assess both with the same.`,
  otherKind: (first, second) =>
    `The first is taken for ${kindInWords(first)}, the second for ${kindInWords(second)}: each kind of picture has a scale of its own.`,
};

function kindInWords({ kind, percent }: TakenFor): string {
  return `${KINDS[kind]} (${percent} % sure)`;
}

const KINDS = {
  photograph: 'a photograph',
  artwork: 'an artwork',
  interface: 'an interface',
} as const;
