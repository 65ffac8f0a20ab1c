/** JSON as RFC 8259 has it, into Lua's tables. */

const UNESCAPED: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Deeper than any message, and shallow enough for Lua's stack. */
const DEEPEST = 100;

interface Reader {
  readonly text: string;
  /** The byte to read next; Lua counts from 1. */
  at: number;
}

/**
 * What a text in JSON says. `null` is nil: a member of an object that is null is absent, and one in an array is refused, for Lua's arrays have no
 * holes. Raises an error that tells the byte where the text is no JSON.
 */
export function decode(text: string): unknown {
  const reader: Reader = { text, at: 1 };
  skipSpace(reader);
  const value = readValue(reader, 0);
  skipSpace(reader);
  if (reader.at <= text.length) fail(reader, 'the end');
  return value;
}

function readValue(reader: Reader, depth: number): unknown {
  if (depth > DEEPEST) fail(reader, 'fewer levels');
  const first = string.sub(reader.text, reader.at, reader.at);
  if (first === '"') return readText(reader);
  if (first === '{') return readObject(reader, depth);
  if (first === '[') return readList(reader, depth);
  const [word] = string.match(reader.text, '^%a+', reader.at);
  if (word !== undefined) return readWord(reader, word);
  return readNumber(reader);
}

function readWord(reader: Reader, word: string): boolean | undefined {
  if (word !== 'true' && word !== 'false' && word !== 'null') fail(reader, 'a value');
  reader.at += word.length;
  return word === 'null' ? undefined : word === 'true';
}

function readNumber(reader: Reader): number {
  const [digits] = string.match(reader.text, '^-?%d+%.?%d*[eE]?[+-]?%d*', reader.at);
  if (digits === undefined) return fail(reader, 'a value');
  // Where the system's language has a decimal comma, Lua reads nothing else.
  const value = tonumber(digits) ?? tonumber(string.gsub(digits, '%.', ',')[0]);
  if (value === undefined) return fail(reader, 'a number');
  reader.at += digits.length;
  return value;
}

function readText(reader: Reader): string {
  const { text } = reader;
  const [plain, after] = string.match(text, '^"([^"\\%c]*)"()', reader.at);
  if (plain !== undefined && after !== undefined) {
    // Lua captures a position as a number.
    reader.at = after as unknown as number;
    return plain;
  }
  const pieces: string[] = [];
  reader.at += 1;
  while (true) {
    const [piece] = string.match(text, '^[^"\\%c]+', reader.at);
    if (piece !== undefined) {
      pieces.push(piece);
      reader.at += piece.length;
    }
    const next = string.sub(text, reader.at, reader.at);
    if (next === '"') break;
    if (next !== '\\') fail(reader, 'the end of a text');
    pieces.push(readEscape(reader));
  }
  reader.at += 1;
  return table.concat(pieces);
}

function readEscape(reader: Reader): string {
  const letter = string.sub(reader.text, reader.at + 1, reader.at + 1);
  if (letter !== 'u') {
    const character = UNESCAPED[letter];
    if (character === undefined) return fail(reader, 'an escape');
    reader.at += 2;
    return character;
  }
  const high = readUnit(reader);
  if (high < 0xd800 || high > 0xdfff) return utf8(high);
  const low = string.sub(reader.text, reader.at, reader.at + 1) === '\\u' ? readUnit(reader) : 0;
  if (high > 0xdbff || low < 0xdc00 || low > 0xdfff)
    return fail(reader, 'the other half of a character');
  return utf8(0x10000 + (high - 0xd800) * 0x400 + (low - 0xdc00));
}

/** Four hexadecimal digits behind `\u`. */
function readUnit(reader: Reader): number {
  const [digits] = string.match(reader.text, '^\\u(%x%x%x%x)', reader.at);
  if (digits === undefined) return fail(reader, 'four hexadecimal digits');
  reader.at += 6;
  return tonumber(digits, 16)!;
}

function utf8(point: number): string {
  if (point < 0x80) return string.char(point);
  if (point < 0x800) return string.char(0xc0 + math.floor(point / 0x40), 0x80 + (point % 0x40));
  const last = 0x80 + (point % 0x40);
  const middle = 0x80 + (math.floor(point / 0x40) % 0x40);
  if (point < 0x10000) return string.char(0xe0 + math.floor(point / 0x1000), middle, last);
  return string.char(
    0xf0 + math.floor(point / 0x40000),
    0x80 + (math.floor(point / 0x1000) % 0x40),
    middle,
    last,
  );
}

function readList(reader: Reader, depth: number): unknown[] {
  const list: unknown[] = [];
  if (opensEmpty(reader, ']')) return list;
  while (true) {
    const value = readValue(reader, depth + 1);
    if (value === undefined) fail(reader, 'something other than null in an array');
    list.push(value);
    if (!goesOn(reader, ']')) return list;
  }
}

function readObject(reader: Reader, depth: number): LuaTable<string, unknown> {
  const object = new LuaTable<string, unknown>();
  if (opensEmpty(reader, '}')) return object;
  while (true) {
    if (string.sub(reader.text, reader.at, reader.at) !== '"') fail(reader, 'a name');
    const key = readText(reader);
    skipSpace(reader);
    if (string.sub(reader.text, reader.at, reader.at) !== ':') fail(reader, 'a colon');
    reader.at += 1;
    skipSpace(reader);
    object.set(key, readValue(reader, depth + 1));
    if (!goesOn(reader, '}')) return object;
  }
}

function opensEmpty(reader: Reader, closing: string): boolean {
  reader.at += 1;
  skipSpace(reader);
  if (string.sub(reader.text, reader.at, reader.at) !== closing) return false;
  reader.at += 1;
  return true;
}

/** Past a comma to the next member; false past the end. */
function goesOn(reader: Reader, closing: string): boolean {
  skipSpace(reader);
  const next = string.sub(reader.text, reader.at, reader.at);
  if (next !== ',' && next !== closing) fail(reader, `a comma or ${closing}`);
  reader.at += 1;
  skipSpace(reader);
  return next === ',';
}

function skipSpace(reader: Reader): void {
  const [, last] = string.find(reader.text, '^[ \t\r\n]+', reader.at);
  if (last !== undefined) reader.at = last + 1;
}

function fail(reader: Reader, expected: string): never {
  return error(`Byte ${reader.at} of the answer should be ${expected}.`, 0);
}
