/** What people of this file do not want to be told: kept in the file, so that it holds for everyone who opens it. */
import type { Ignored } from '../messages.js';
import { CallFailed } from './call-failed.js';

const KEY = 'ignored';
/** Figma keeps 100 kB under a key, its name included. */
const MOST_CHARACTERS = 99_000;

export function readIgnored(): readonly Ignored[] {
  const kept = figma.root.getPluginData(KEY);
  if (kept === '') return [];
  const found: unknown = JSON.parse(kept);
  return Array.isArray(found) ? found.filter(isIgnored) : [];
}

/** @throws CallFailed `full`, `read-only` */
export function ignore(one: Ignored): readonly Ignored[] {
  return write([...readIgnored().filter((each) => !isSame(each, one)), one]);
}

export function unignore(one: Ignored): readonly Ignored[] {
  return write(readIgnored().filter((each) => !isSame(each, one)));
}

function write(all: readonly Ignored[]): readonly Ignored[] {
  const text = all.length === 0 ? '' : JSON.stringify(all);
  if (text.length > MOST_CHARACTERS) {
    throw new CallFailed('full', `${all.length} ignored findings are more than a file can keep.`);
  }
  figma.root.setPluginData(KEY, text);
  return all;
}

function isSame(a: Ignored, b: Ignored): boolean {
  return a.rule === b.rule && a.finding === b.finding;
}

/** A newer panel may have kept more. */
function isIgnored(value: unknown): value is Ignored {
  return (
    typeof value === 'object' &&
    value !== null &&
    'rule' in value &&
    typeof value.rule === 'string' &&
    'title' in value &&
    typeof value.title === 'string' &&
    (!('finding' in value) || typeof value.finding === 'string')
  );
}
