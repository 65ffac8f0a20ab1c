import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a platform keeps things of one sort. */
interface Custom {
  /** The variable that names the folder, by the XDG Base Directory Specification. */
  readonly xdg: string;
  /** Within the home folder. */
  readonly home: readonly string[];
  readonly mac: readonly string[];
  /** Within `%LOCALAPPDATA%\calm`. */
  readonly windows: string;
}

/**
 * Where results are remembered between runs, by the custom of the platform: `$XDG_CACHE_HOME/calm` where that is set,
 * `~/Library/Caches/calm` on macOS, `%LOCALAPPDATA%\calm\cache` on Windows, `~/.cache/calm` elsewhere.
 * `undefined` where there is no home to put it in.
 */
export function cacheFolder(env: Environment, platform: NodeJS.Platform): string | undefined {
  return folderOf(env, platform, {
    xdg: 'XDG_CACHE_HOME',
    home: ['.cache'],
    mac: ['Library', 'Caches'],
    windows: 'cache',
  });
}

/**
 * Where things lie that a person has added and nothing makes anew: `$XDG_DATA_HOME/calm` where that is set,
 * `~/Library/Application Support/calm` on macOS, `%LOCALAPPDATA%\calm\data` on Windows, `~/.local/share/calm` elsewhere.
 * `undefined` where there is no home to put it in.
 */
export function dataFolder(env: Environment, platform: NodeJS.Platform): string | undefined {
  return folderOf(env, platform, {
    xdg: 'XDG_DATA_HOME',
    home: ['.local', 'share'],
    mac: ['Library', 'Application Support'],
    windows: 'data',
  });
}

function folderOf(env: Environment, platform: NodeJS.Platform, custom: Custom): string | undefined {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const xdg = env[custom.xdg];
  // A relative path is to be ignored, says the XDG Base Directory Specification.
  if (xdg !== undefined && paths.isAbsolute(xdg)) return paths.join(xdg, 'calm');
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    return local === undefined || local === ''
      ? undefined
      : paths.join(local, 'calm', custom.windows);
  }
  const home = env['HOME'];
  if (home === undefined || !paths.isAbsolute(home)) return undefined;
  return paths.join(home, ...(platform === 'darwin' ? custom.mac : custom.home), 'calm');
}
