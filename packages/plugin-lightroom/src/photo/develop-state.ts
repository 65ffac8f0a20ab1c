/** How a photograph is developed, as one short text: where it differs, the picture may look different. */

/** Settings that say when and how they were made, not how the picture looks. */
const SILENT: Record<string, true> = { ProcessVersion: true, Version: true };

/** Yields. */
export function developState(photo: LrPhoto): string {
  return fingerprint(flattened(photo.getDevelopSettings(), 0));
}

function flattened(value: unknown, depth: number): string {
  if (type(value) !== 'table' || depth > 8) return tostring(value);
  const settings = value as LuaTable<string | number, unknown>;
  const pieces: string[] = [];
  for (const [key, inner] of pairs(settings)) {
    const name = tostring(key);
    if (SILENT[name] === undefined) pieces.push(`${name}=${flattened(inner, depth + 1)}`);
  }
  table.sort(pieces);
  return `{${table.concat(pieces, ';')}}`;
}

/** 64 bits of a text: the sums of Adler-32 with larger primes, which Lua's numbers hold exactly. */
function fingerprint(text: string): string {
  let first = 1;
  let second = 0;
  for (let at = 1; at <= text.length; at += 1) {
    first = (first * 31 + string.byte(text, at)) % 4294967291;
    second = (second + first) % 4294967279;
  }
  return string.format('%08x%08x', first, second);
}
