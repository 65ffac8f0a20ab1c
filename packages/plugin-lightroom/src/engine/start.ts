/** Starts the engine by the command that `calm install lightroom` has recorded, where the person allows it. */
import type { Answer } from '../answer';
import { settings } from '../settings';
import { connect, type Connection } from './connection';
import { readInstalled, type Installed } from './installed';

const LrDate = lrImport('LrDate');
const LrTasks = lrImport('LrTasks');

/** Loading the model takes a second or two; a computer that is busy takes longer. */
const LONGEST_START_S = 30;
const PAUSE_S = 0.5;

/** The engine that runs, or the one that is started where that is allowed. Yields. */
export function connectOrStart(): Answer<Connection> {
  const found = connect();
  if (found.ok || found.failure.code !== 'engine-absent' || !settings().startEngine) return found;
  return start();
}

/** Starts the engine and waits until it answers. Yields. */
export function start(): Answer<Connection> {
  const installed = readInstalled();
  if (installed === undefined) return connect();
  LrTasks.startAsyncTask(() => {
    // Ends with the engine, which outlives Lightroom only where the system lets it.
    LrTasks.execute(commandLine(installed));
  });
  const deadline = LrDate.currentTime() + LONGEST_START_S;
  let connection = connect();
  while (!connection.ok && LrDate.currentTime() < deadline) {
    LrTasks.sleep(PAUSE_S);
    connection = connect();
  }
  return connection;
}

/** For the shell of the system; on Windows `cmd` takes the outermost quotes away. */
export function commandLine({ node, program }: Installed): string {
  if (WIN_ENV === true) return `"start "" /b "${node}" "${program}" serve"`;
  return `${quoted(node)} ${quoted(program)} serve >/dev/null 2>&1 &`;
}

/** One word for a POSIX shell, whatever is in it. */
function quoted(word: string): string {
  const [inside] = string.gsub(word, "'", "'\\''");
  return `'${inside}'`;
}
