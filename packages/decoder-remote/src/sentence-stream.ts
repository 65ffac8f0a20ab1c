/** The sentences of an answer as they come: of the JSON that was asked for, or of plain text where a server gives that. */
import { CalmError } from '@calm-sdk/core';

/** An answer longer than this without the end of a sentence holds none. */
const LONGEST_SENTENCE = 2000;

export class SentenceStream {
  #pending = '';
  #kind: 'unknown' | 'json' | 'plain' = 'unknown';
  /** Within the JSON: before the list of sentences, in it, behind it. */
  #list: 'before' | 'within' | 'behind' = 'before';

  /** @returns the sentences that are whole with this piece */
  push(piece: string): readonly string[] {
    this.#pending += piece;
    this.#kind = this.#kind === 'unknown' ? this.#told() : this.#kind;
    const sentences =
      this.#kind === 'json' ? this.#strings() : this.#kind === 'plain' ? this.#plain() : [];
    if (this.#pending.length > LONGEST_SENTENCE && this.#list !== 'behind') {
      throw garbled('It has sent one sentence without an end.');
    }
    return sentences;
  }

  /** @returns what is left when the answer has ended, whole or not */
  end(): readonly string[] {
    if (this.#kind === 'json') {
      if (this.#list === 'before') throw garbled('Its JSON holds no list of sentences.');
      return [];
    }
    const rest = cleaned(this.#pending);
    this.#pending = '';
    return rest === '' ? [] : [rest];
  }

  /** What the answer begins as; reasoning and fences before it are passed over. */
  #told(): 'unknown' | 'json' | 'plain' {
    let text = this.#pending.trimStart();
    if (text.startsWith('<think>')) {
      const end = text.indexOf('</think>');
      if (end < 0) {
        // Only its end matters.
        this.#pending = `<think>${text.slice(-'</think>'.length)}`;
        return 'unknown';
      }
      text = text.slice(end + '</think>'.length).trimStart();
    }
    text = text.replace(/^```(?:json)?\s*\n/u, '');
    if (text === '' || '<think>'.startsWith(text) || text.startsWith('`')) return 'unknown';
    this.#pending = text;
    return /^[{[]/u.test(text) ? 'json' : 'plain';
  }

  /** Whole strings of the list. */
  #strings(): readonly string[] {
    const found: string[] = [];
    while (this.#list !== 'behind') {
      if (this.#list === 'before') {
        const start = this.#pending.indexOf('[');
        if (start < 0) break;
        this.#pending = this.#pending.slice(start + 1);
        this.#list = 'within';
      }
      this.#pending = this.#pending.replace(/^[\s,]+/u, '');
      if (this.#pending.startsWith(']')) {
        this.#list = 'behind';
        break;
      }
      const [token] = /^"(?:[^"\\]|\\.)*"/su.exec(this.#pending) ?? [];
      if (token === undefined) {
        if (this.#pending !== '' && !this.#pending.startsWith('"')) {
          throw garbled('Its list of sentences holds something else.');
        }
        break;
      }
      this.#pending = this.#pending.slice(token.length);
      const sentence = cleaned(string(token));
      if (sentence !== '') found.push(sentence);
    }
    return found;
  }

  #plain(): readonly string[] {
    this.#pending = this.#pending.replace(/(^|\n)\s*(?:[-*•]|\d+[.)])\s+(?=\S)/gu, '$1');
    const parts = this.#pending.split(/(?<=[.!?])\s+(?=\S)|\n+/u);
    this.#pending = parts.pop() ?? '';
    return parts.map(cleaned).filter((sentence) => sentence !== '');
  }
}

function string(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch (error) {
    throw garbled('A sentence in it is no JSON.', error);
  }
}

/** Without the marks of a list or of emphasis. */
function cleaned(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:[-*•]|\d+[.)])\s+/u, '')
    .replaceAll('**', '')
    .replace(/^`{3}.*$/u, '');
}

function garbled(what: string, cause?: unknown): CalmError {
  return new CalmError('remote-failed', `The model's answer is not what was asked for. ${what}`, {
    hint: 'Try it again, or another model: small ones often fail at this.',
    retryable: true,
    ...(cause === undefined ? {} : { cause }),
  });
}
