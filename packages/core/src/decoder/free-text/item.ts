/** The words and phrases of a clause, and what stands before and after each. */
import type { FreeClass } from '../../language/free-words.js';
import { DEGREES } from '../../finding/degree.js';
import type { FreeClaim } from './claim.js';
import type { Figure } from './tokens.js';
import type { Entry } from './vocabulary.js';

/** A word or phrase of a sentence, with what is known of it. */
export interface Item {
  readonly key: string;
  readonly entry: Entry | undefined;
  readonly written: string;
  /** Whether an article stood before it. */
  readonly article: boolean;
  /** Whether a word before it means all of them. */
  readonly every: boolean;
  readonly figure?: Figure;
  readonly standing?: FreeClaim;
}

export function isJoint(item: Item): boolean {
  return item.key === ',' || is(item, 'and') || is(item, 'or');
}

export function is({ entry }: Item, name: FreeClass): boolean {
  return entry?.classes.has(name) ?? false;
}

/** What may stand between an adjective and its noun. */
export function isModifier(item: Item): boolean {
  const { entry } = item;
  if (is(item, 'verb') || is(item, 'preposition') || is(item, 'negation')) return false;
  return (
    entry!.said.size > 0 ||
    DEGREES.some((degree) => is(item, degree)) ||
    (['emphasis', 'praise', 'blame', 'main', 'serious', 'present'] as const).some((name) =>
      is(item, name),
    )
  );
}

/** The noun that an adjective stands before, with others between them and no article. */
export function nounAfter(items: readonly Item[], at: number): Item | undefined {
  for (const [offset, item] of items.slice(at + 1, at + 5).entries()) {
    if (item.entry === undefined || item.article || item.key === ',') return undefined;
    if (item.entry.noun && !isAdjective(items, at + 1 + offset)) return item;
    if (!isModifier(item)) return undefined;
  }
  return undefined;
}

/** Whether a word that may be a noun is an adjective of the one that follows. */
function isAdjective(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return next?.entry?.noun === true && !next.article && items[at]!.entry!.said.has(next.key);
}

/** The object of a verb, with or without an article. */
export function objectAfter(items: readonly Item[], at: number): Item | undefined {
  return firstNoun(items.slice(at + 1, at + 4), (item) => is(item, 'pronoun'));
}

/** The noun of which there is more or less. */
export function nounOfAmount(items: readonly Item[], at: number): Item | undefined {
  return firstNoun(items.slice(at + 1, at + 5), () => false);
}

function firstNoun(items: readonly Item[], isToo: (item: Item) => boolean): Item | undefined {
  for (const item of items) {
    if (item.entry === undefined) return undefined;
    if (item.entry.noun || isToo(item)) return item;
    if (!isModifier(item)) return undefined;
  }
  return undefined;
}

/** Whether what follows up to the next joint is a clause of its own: it has a verb, or a noun and what is said of it. */
export function beginsClause(items: readonly Item[], start: number): boolean {
  let subject = false;
  for (const item of stretchFrom(items, start)) {
    if (is(item, 'verb') || is(item, 'wish') || statesByItself(item)) return true;
    if (subject && (item.entry?.said.size ?? 0) > 0) return true;
    subject ||= item.entry?.noun === true;
  }
  return false;
}

/** Whether it is a whole statement in one. */
function statesByItself({ entry, standing }: Item): boolean {
  if (standing !== undefined) return true;
  if (entry === undefined) return false;
  return entry.clauses.length > 0 || entry.band !== undefined;
}

/** The items up to the next joint. */
export function stretchFrom(items: readonly Item[], start: number): readonly Item[] {
  const end = items.findIndex((item, at) => at >= start && isJoint(item));
  return items.slice(start, end < 0 ? undefined : end);
}

/** Whether more stands between two nouns than a joint, negations and adjectives of no meaning. */
export function stateBetween(items: readonly Item[], one: Item, other: Item): boolean {
  return items
    .slice(items.indexOf(one) + 1, items.indexOf(other))
    .some(
      (item) => is(item, 'verb') || is(item, 'preposition') || (item.entry?.said.size ?? 0) > 0,
    );
}

/** Whether something that may be a claim is still to come before the next joint. */
export function saysMore(items: readonly Item[], at: number): boolean {
  return stretchFrom(items, at + 1).some(
    (item) =>
      (item.entry?.said.size ?? 0) > 0 ||
      (item.entry?.names.length ?? 0) > 0 ||
      is(item, 'praise') ||
      is(item, 'blame'),
  );
}
