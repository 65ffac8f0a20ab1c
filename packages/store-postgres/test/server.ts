/** A PostgreSQL of the tests' own, in a folder of its own, gone when it is stopped. */
import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { find } from '../../../scripts/needs.mjs';

/** The server refuses to run as root. */
const NOBODY = 65_534;
/** Of the server and of whoever connects by TCP. */
export const PASSWORD = 'se#cr/et@1';

export interface Server {
  /** Where its files are, its log of changes apart: `base`. */
  readonly base: string;
  readonly port: number;
  /** A URL of one of its databases, by its Unix socket, where nobody asks for a password. */
  url(database: string): string;
  /** The same by TCP, with a password. */
  tcpUrl(database: string, password?: string): string;
  run(sql: string, database?: string): string;
  start(): void;
  /** Ends it as a power cut would. */
  crash(): void;
  remove(): void;
}

export async function startServer(): Promise<Server> {
  const folder = mkdtempSync(path.join(tmpdir(), 'calm-postgres-'));
  const data = path.join(folder, 'data');
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const run = (program: string, ...args: string[]): string =>
    execFileSync(find(program)!, args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(isRoot && { uid: NOBODY, gid: NOBODY }),
    });
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  run(
    'initdb',
    ...['-D', data, '-U', 'calm', '-E', 'UTF8', '--locale=C', '--no-sync'],
    ...['--auth-local=trust', '--auth-host=scram-sha-256', `--pwfile=${passwordFile}`],
  );
  const port = await freePort();
  const log = path.join(folder, 'log');
  const start = (): void => {
    const options = `-k ${folder} -c listen_addresses=127.0.0.1 -p ${port}`;
    try {
      // Its own output must not be ours, which it would keep open.
      run('pg_ctl', '-D', data, '-l', log, '-o', options, '-w', 'start');
    } catch (error) {
      throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8')}`, { cause: error });
    }
  };
  start();
  return {
    base: path.join(data, 'base'),
    port,
    url: (database) => `postgres:///${database}?host=${folder}&port=${port}&user=calm`,
    tcpUrl: (database, password = PASSWORD) =>
      `postgresql://calm:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    run: (sql, database = 'postgres') =>
      run(
        'psql',
        ...['-h', folder, '-p', `${port}`, '-U', 'calm', '-d', database],
        ...['-v', 'ON_ERROR_STOP=1', '-Atqc', sql],
      ),
    start,
    crash: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
    },
    remove: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      rmSync(folder, { recursive: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('No free port.'));
      });
    });
  });
}
