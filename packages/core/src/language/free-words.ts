/** What a language brings so that free text in it can be understood: words that are read and never written. */

/** Words or short phrases, separated by commas. Forms of one word (plurals, verb endings) need not be listed. */
export type WordList = string;

/** Which predicates say something of which nouns: `{ 'horizon, frame': 'lean, tilt, crooked' }`. */
export type Sayings = Readonly<Record<WordList, WordList>>;

/** What free text may say of one attribute. */
export interface FreeWords {
  /** Nouns that are it: to say that there is some of it states a fault, a quality or a style ("noise", "symmetry"). */
  readonly names?: WordList;
  /** Nouns whose matter it is: called good or bad, they are so in its respect ("exposure"). */
  readonly topics?: WordList;
  /** What a picture has too little of where it is a weakness, and too much of. */
  readonly more?: WordList;
  readonly less?: WordList;
  /** What states a weakness; for a fault what denies it, for a quality what praises it, for a style what names it. */
  readonly bad?: Sayings;
  readonly good?: Sayings;
  /** Comparatives that are wished for where it is a weakness: `{ 'white balance': 'cooler' }`. */
  readonly better?: Sayings;
  /** What one does about it: verbs by their objects, those without an object under ''. */
  readonly mend?: Sayings;
  /** Nouns that may stand beside it without saying anything: "in the shadows". */
  readonly beside?: WordList;
}

/** The words that sentences are held together by. */
export interface FreeLanguage {
  /** Makes one spelling of several, in lower case, in this order. */
  readonly spellings: readonly (readonly [RegExp, string])[];
  /** A word without the ending of its form. */
  readonly stem: (word: string) => string;
  /** The form of an adjective that wishes for more of it. */
  readonly comparative: (word: string) => string;
  /** Words that count as another. */
  readonly synonyms: Readonly<Record<string, WordList>>;
  /** Articles and the like, which are passed over. */
  readonly articles: WordList;
  /** Those that mean all of something. */
  readonly quantifiers: WordList;
  /** The noun that is the picture. */
  readonly picture: string;
  /** The noun that a part of the frame is, named by its place: "the top left corner". */
  readonly place: string;
  /** Words of every class; a word that is in none and in no attribute's is not understood. */
  readonly words: Readonly<Partial<Record<FreeClass, WordList>>>;
  /** Units by the sign that attributes give them. */
  readonly units: Readonly<Record<string, WordList>>;
  /** Number words from nought on. */
  readonly numbers: readonly string[];
  /** How a text says where the score stands: with `{n}`, a percentile, its complement, or the score itself. */
  readonly standings: readonly {
    readonly pattern: RegExp;
    readonly says: 'percentile' | 'complement' | 'score';
  }[];
  /** The same in words, with the percentiles for which they are true. */
  readonly bands: readonly {
    readonly words: WordList;
    readonly from: number;
    readonly to: number;
  }[];
}

/** What a word does in a sentence. */
export type FreeClass =
  /** Says nothing of the picture. */
  | 'neutral'
  /** The same before a noun only: "fine detail". */
  | 'attributive'
  /** Verbs that a clause of its own has. */
  | 'verb'
  /** Before a noun that is not what the clause speaks of. */
  | 'preposition'
  /** Those that add something: "with". */
  | 'accompanying'
  /** A noun that stands for what was spoken of, or for the picture. */
  | 'pronoun'
  /** Ends a clause. */
  | 'boundary'
  | 'and'
  | 'or'
  | 'negation'
  /** Negates all members of a list. */
  | 'without'
  /** Makes unclear what is claimed. */
  | 'unclear'
  | 'wish'
  /** Wishes for the noun behind it. */
  | 'need'
  /** Verbs that ask for something where they begin a clause. */
  | 'imperative'
  | 'slight'
  | 'clear'
  | 'strong'
  /** Underlines, and claims no degree. */
  | 'emphasis'
  | 'praise'
  | 'blame'
  /** Nouns of praise and blame, which are said of findings: "strength", "problem". */
  | 'merit'
  | 'flaw'
  /** Praise that only the best deserve. */
  | 'superb'
  | 'serious'
  | 'main'
  /** Said of what is hardly there. */
  | 'absent'
  | 'present'
  | 'more'
  | 'less'
  | 'tooMuch'
  | 'tooLittle'
  | 'increase'
  | 'decrease'
  | 'top'
  | 'bottom'
  | 'left'
  | 'right'
  | 'middle'
  /** Parts of the frame, after a place: "corner". */
  | 'part'
  /** Turns a side into the other: "higher on the left" leans to the right. */
  | 'reversing';
