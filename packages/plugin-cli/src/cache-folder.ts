import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where results are remembered between runs, by the custom of the platform: `$XDG_CACHE_HOME/calm` where that is set,
 * `~/Library/Caches/calm` on macOS, `%LOCALAPPDATA%\calm\cache` on Windows, `~/.cache/calm` elsewhere.
 * `undefined` where there is no home to put it in.
 */
export function cacheFolder(env: Environment, platform: NodeJS.Platform): string | undefined {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const xdg = env['XDG_CACHE_HOME'];
  // A relative path is to be ignored, says the XDG Base Directory Specification.
  if (xdg !== undefined && paths.isAbsolute(xdg)) return paths.join(xdg, 'calm');
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    return local === undefined || local === '' ? undefined : paths.join(local, 'calm', 'cache');
  }
  const home = env['HOME'];
  if (home === undefined || !paths.isAbsolute(home)) return undefined;
  return platform === 'darwin'
    ? paths.join(home, 'Library', 'Caches', 'calm')
    : paths.join(home, '.cache', 'calm');
}
