import { printable } from './printable.js';

/** A name as it stands in a command that a person may copy. */
export function quoted(name: string, platform: NodeJS.Platform = process.platform): string {
  const shown = printable(name);
  if (/^[\w./:\\@%+,-]+$/u.test(shown)) return shown;
  // Within double quotes, these mean something to a shell.
  return platform === 'win32' || !/["$`\\!]/u.test(shown)
    ? `"${shown}"`
    : `'${shown.replaceAll("'", "'\\''")}'`;
}
