/** Where the engine of this computer is. */
import { decode } from '../json/decode';

const LrFileUtils = lrImport('LrFileUtils');
const LrPathUtils = lrImport('LrPathUtils');
const LrTasks = lrImport('LrTasks');

/** What `calm install lightroom` has written beside the plug-in, for programs of the desktop do not see the shell's PATH. */
export interface Installed {
  /** Absolute path of Node. */
  readonly node: string;
  /** Absolute path of the command line's program. */
  readonly program: string;
  /** The folder in which the token lies, and while a server runs, where it listens. */
  readonly data: string;
}

/** Nothing where the plug-in was copied by hand, or the file is broken. */
export function readInstalled(): Installed | undefined {
  const file = LrPathUtils.child(_PLUGIN.path, 'installed.json');
  const found = readJson(file) as Partial<Installed> | undefined;
  if (found?.node === undefined || found.program === undefined || found.data === undefined)
    return undefined;
  return { node: found.node, program: found.program, data: found.data };
}

/** What a file says in JSON; nothing where it is not there or says nothing. */
export function readJson(path: string): unknown {
  const text = readText(path);
  if (text === undefined) return undefined;
  const [read, value] = LrTasks.pcall(() => decode(text));
  return read ? value : undefined;
}

/** Nothing where it is not there, or may not be read. */
export function readText(path: string): string | undefined {
  if (LrFileUtils.exists(path) !== 'file') return undefined;
  const [read, text] = LrTasks.pcall(() => LrFileUtils.readFile(path));
  return read ? text : undefined;
}
