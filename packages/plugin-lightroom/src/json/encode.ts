/** JSON as RFC 8259 has it, from Lua's tables. */

const ESCAPES: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * A value as JSON: a table whose first position is taken is an array, any other an object; what is nil is left out. Texts must be UTF-8. Raises an
 * error for numbers that JSON does not know, and for functions.
 */
export function encode(value: unknown): string {
  const pieces: string[] = [];
  write(value, pieces);
  return table.concat(pieces);
}

function write(value: unknown, pieces: string[]): void {
  if (typeof value === 'string') {
    pieces.push(quoted(value));
  } else if (typeof value === 'number') {
    pieces.push(written(value));
  } else if (typeof value === 'boolean') {
    pieces.push(value ? 'true' : 'false');
  } else if (type(value) === 'table') {
    const list = value as unknown[];
    if (list.length > 0) writeList(list, pieces);
    else writeObject(value as LuaTable<string, unknown>, pieces);
  } else {
    error(`A ${type(value)} has no form in JSON.`, 0);
  }
}

function writeList(list: unknown[], pieces: string[]): void {
  let separator = '[';
  for (const item of list) {
    pieces.push(separator);
    write(item, pieces);
    separator = ',';
  }
  pieces.push(']');
}

function writeObject(object: LuaTable<string, unknown>, pieces: string[]): void {
  const keys: string[] = [];
  for (const [key] of pairs(object)) keys.push(tostring(key));
  if (keys.length === 0) {
    pieces.push('{}');
    return;
  }
  table.sort(keys); // The same value is written in the same way.
  let separator = '{';
  for (const key of keys) {
    pieces.push(separator, quoted(key), ':');
    write(object.get(key), pieces);
    separator = ',';
  }
  pieces.push('}');
}

function quoted(text: string): string {
  // Pictures in base64 are long, and have nothing to escape.
  const [found] = string.find(text, '[%c"\\]');
  if (found === undefined) return `"${text}"`;
  const [escaped] = string.gsub(
    text,
    '[%c"\\]',
    (character) => ESCAPES[character] ?? string.format('\\u%04x', string.byte(character)),
  );
  return `"${escaped}"`;
}

function written(value: number): string {
  if (value !== value || value === math.huge || value === -math.huge)
    error('JSON knows no such number.', 0);
  // Some languages write a comma where JSON has a point.
  const [digits] = string.gsub(string.format('%.17g', value), ',', '.');
  return digits;
}
