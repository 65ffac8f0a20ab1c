/** What a free sentence claims, and how it comes together from its words. */
import type { Attribute } from '../../attributes/attribute.js';
import type { Place, Side } from '../../language/locale.js';
import type { Degree } from '../../language/words.js';
import type { Figure } from './tokens.js';
import type { Meaning, Pole } from './vocabulary.js';

/** What is said of an attribute. */
export type FreeRelation = 'weakness' | 'strength' | 'style' | 'no-weakness' | 'absence';

export interface SaidFigure extends Figure {
  /** As attributes write it; `undefined` where none was written. */
  readonly unit: string | undefined;
}

/** What a free sentence claims. */
export type FreeClaim =
  | {
      readonly kind: 'finding';
      /** What it may mean: one that is not of absence must be true, and every one that is. */
      readonly alternatives: readonly {
        readonly about: string;
        readonly level: Attribute['level'];
        readonly relation: FreeRelation;
        /** Whether a side is a direction here, and not a place. */
        readonly leans: boolean;
      }[];
      readonly degree?: Degree;
      readonly side?: Side;
      readonly place?: Place;
      readonly figures: readonly SaidFigure[];
      /** Said to be the first of its kind. */
      readonly main: boolean;
    }
  | { readonly kind: 'whole'; readonly relation: 'no-weakness' | 'nothing-serious' }
  /** Where the score stands, in figures. */
  | {
      readonly kind: 'figure';
      readonly says: 'percentile' | 'complement' | 'score';
      readonly figure: Figure;
    }
  /** The same in words: true from one percentile to another. */
  | { readonly kind: 'band'; readonly from: number; readonly to: number };

/** A claim about attributes, as far as it has been heard. */
export interface Said {
  meanings: readonly Meaning[];
  /** Item of its word. */
  readonly at: number;
  /** Whether a noun alone states it, which later words may turn round. */
  readonly named: boolean;
  /** Negated an odd number of times. */
  flipped: boolean;
  /** Asked for, which says that it is not so. */
  readonly wished: boolean;
  /** Of a verb that does something to the picture, whose side is the other. */
  readonly mends: boolean;
  degree?: Degree;
  /** Of a clause of the grammar; elsewhere a place of something that leans is its side. */
  readonly side?: Side;
  where?: Where;
  readonly figures: SaidFigure[];
  main: boolean;
}

export interface Where {
  readonly vertical?: 'top' | 'bottom';
  readonly horizontal?: 'left' | 'right';
  readonly middle: boolean;
}

export function opposite(pole: Pole): Pole {
  return pole === 'good' ? 'bad' : 'good';
}

export function asBad({ attribute }: Meaning): Meaning {
  return { attribute, pole: 'bad' };
}

/** A quality that is called a weakness. */
export function blame(said: Said): void {
  said.meanings = said.meanings.map(asBad);
  said.flipped = false;
}

/** Whether it speaks for the picture or against it. */
export function poleOf({ meanings, flipped }: Said): Pole {
  const pole = meanings[0]?.pole ?? 'bad';
  return flipped ? opposite(pole) : pole;
}

export function merge(one: Where | undefined, other: Where): Where {
  return { ...one, ...other, middle: (one?.middle ?? false) || other.middle };
}

export function turned(where: Where): Where {
  const { horizontal } = where;
  if (horizontal === undefined) return where;
  return { ...where, horizontal: horizontal === 'left' ? 'right' : 'left' };
}

export function whereIn(place: Place): Where {
  const named = (one: string): boolean => place.split('-').includes(one);
  const vertical = (['top', 'bottom'] as const).find(named);
  const horizontal = (['left', 'right'] as const).find(named);
  return {
    ...(vertical === undefined ? {} : { vertical }),
    ...(horizontal === undefined ? {} : { horizontal }),
    middle: place === 'middle',
  };
}

export function claimOf({
  meanings,
  flipped,
  mends,
  degree,
  figures,
  main,
  ...said
}: Said): FreeClaim {
  const alternatives = meanings.map(({ attribute, pole }) => ({
    about: attribute.id,
    level: attribute.level,
    relation: relationOf(attribute, flipped ? opposite(pole) : pole, flipped),
    leans: leans(attribute),
  }));
  const where = mends && said.where !== undefined ? turned(said.where) : said.where;
  const isSide =
    said.side === undefined &&
    where?.vertical === undefined &&
    alternatives.some((one) => one.leans);
  const side = said.side ?? (isSide ? where?.horizontal : undefined);
  const place = where === undefined || isSide ? undefined : placeOf(where);
  return {
    kind: 'finding',
    alternatives,
    figures,
    main,
    ...(degree === undefined ? {} : { degree }),
    ...(side === undefined ? {} : { side }),
    ...(place === undefined ? {} : { place }),
  };
}

function placeOf({ vertical, horizontal }: Where): Place {
  if (vertical !== undefined && horizontal !== undefined) return `${vertical}-${horizontal}`;
  return vertical ?? horizontal ?? 'middle';
}

function relationOf({ kind, optional }: Attribute, pole: Pole, flipped: boolean): FreeRelation {
  switch (kind) {
    case 'fault':
      return pole === 'bad' ? 'weakness' : 'absence';
    case 'quality':
      if (pole === 'good') return flipped ? 'no-weakness' : 'strength';
      return flipped && optional === true ? 'absence' : 'weakness';
    case 'style':
      return pole === 'good' ? 'style' : 'absence';
  }
}

/** Whether its reading points to a side, which its clauses tell. */
function leans({ wording }: Attribute): boolean {
  return (wording.weakness?.clear ?? []).some((way) => way.includes('{side}'));
}
