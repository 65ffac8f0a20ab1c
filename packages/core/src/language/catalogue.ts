/** A language as data: what of the English is said otherwise. */
import { en } from './en/index.js';
import type { Locale } from './locale.js';

type Tree = Readonly<Record<string, unknown>>;

/**
 * The language of a catalogue. It holds what {@link Locale} holds, as far as that is text: a text in the place of a text, a list in the place of a
 * list. `decimal` is the sign before decimals; `edits` by operation are templates whose `{name}` is a parameter, `{name.1}` with so many digits.
 * What it leaves out is told in English.
 *
 * @param id BCP 47 tag
 * @param name in the language itself
 * @throws Error naming what stands where something else should
 */
export function localeFrom(id: string, name: string, catalogue: unknown): Locale {
  if (!isTree(catalogue)) throw new Error('it must be an object');
  const { decimal = '.', edits = {}, attributes = {}, ...texts } = catalogue;
  if (typeof decimal !== 'string') throw new Error('decimal must be a text');
  if (!isTree(edits) || !isTree(attributes))
    throw new Error('edits and attributes must be objects');
  const templates = new Map<string, string>();
  for (const [operation, template] of Object.entries(edits)) {
    if (typeof template !== 'string') throw new Error(`edits.${operation} must be a text`);
    templates.set(operation, template);
  }
  const { attributes: _own, ...english } = en;
  const told = overlaid(english, texts, '') as unknown as Locale;
  const number = (value: number, digits: number): string =>
    en.number(value, digits).replace('.', decimal);
  return {
    ...told,
    id,
    name,
    number,
    edit(edit) {
      const template = templates.get(edit.operation);
      if (template === undefined) return en.edit(edit);
      const values = edit as unknown as Tree;
      return template.replace(/\{(\w+)(?:\.(\d))?\}/gu, (slot, key: string, digits = '0') => {
        const value = values[key];
        return typeof value === 'number' ? number(value, Number(digits)) : slot;
      });
    },
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([attribute, words]) => {
        if (!isTree(words)) throw new Error(`attributes.${attribute} must be an object`);
        for (const [key, value] of Object.entries(words))
          checkWords(value, `attributes.${attribute}.${key}`);
        return [attribute, words];
      }),
    ),
  };
}

/** The English with what a catalogue says in place of it. */
function overlaid(english: Tree, told: Tree, where: string): Tree {
  const result: Record<string, unknown> = { ...english };
  for (const [key, value] of Object.entries(told)) {
    const path = where === '' ? key : `${where}.${key}`;
    const known = english[key];
    if (known === undefined || typeof known === 'function')
      throw new Error(`nothing is said by ${path}`);
    if (typeof known === 'string') {
      if (typeof value !== 'string') throw new Error(`${path} must be a text`);
      result[key] = value;
    } else if (Array.isArray(known)) {
      checkWords(value, path);
      result[key] = Array.isArray(value) ? value : [value];
    } else {
      if (!isTree(value)) throw new Error(`${path} must be an object`);
      result[key] = overlaid(known as Tree, value, path);
    }
  }
  return result;
}

/** Texts, lists of texts, or such by degree. */
function checkWords(value: unknown, path: string): void {
  if (typeof value === 'string') return;
  if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string'))
    return;
  if (!isTree(value)) throw new Error(`${path} must be a text or a list of texts`);
  for (const [key, each] of Object.entries(value)) checkWords(each, `${path}.${key}`);
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
