/**
 * Makes a foreign text (a file's name, a message that quotes one) safe and plain to print on one line of a terminal:
 * control characters, format characters such as right-to-left overrides, and unpaired surrogates are shown as escapes,
 * so that no name can move the cursor, colour the screen or pose as another.
 *
 * @example printable('a\n\x1b[31m.jpg') // 'a\\n\\x1b[31m.jpg'
 */
export function printable(text: string): string {
  return text.replace(HIDDEN, (character) => {
    const short = SHORT[character];
    if (short !== undefined) return short;
    const code = character.codePointAt(0) as number;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}

// The joiners U+200C and U+200D are part of words and emoji, and harmless.
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
