import { CalmError, type StoreProvider } from '@calm-sdk/core';
import { Pool } from 'pg';
import { explain, newer } from './failures.js';
import { MIGRATIONS } from './migrations/index.js';
import { inTransaction, PostgresStore } from './postgres-store.js';

/** "CALM" in ASCII: keeps two that would make or change the tables at once apart. */
const MIGRATION_LOCK = 0x43414c4d;
const CONNECT_TIMEOUT_MS = 10_000;
const CONNECTIONS = 4;
/** Hosts to which nobody can listen on the way; an empty one, or a folder, stands for a Unix socket. */
const LOCAL = /^(?:|localhost|127(?:\.\d+){3}|\[?::1\]?|\/.*|%2F.*)$/iu;

/**
 * Stores in PostgreSQL 12 or later, in the tables of the schema `calm`, which is made where it is missing.
 *
 * `postgres://anna:secret@server:5432/studio`, with TLS options as of libpq: `?sslmode=verify-full&sslrootcert=/path/ca.pem`. Other hosts
 * than this one are spoken to by TLS, unless the URL says `sslmode=disable`. A Unix socket is `postgres:///studio?host=/run/postgresql`.
 */
export const postgresProvider: StoreProvider = {
  id: 'calm.postgres',
  schemes: ['postgres', 'postgresql'],
  open: async (url, { toRead = false } = {}) => {
    const location = withoutPassword(url);
    let pool: Pool | undefined;
    try {
      pool = new Pool({
        connectionString: withTls(url).href,
        connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        max: CONNECTIONS,
        application_name: 'calm',
        keepAlive: true,
      });
      // An idle connection that breaks is replaced with the next call, which tells where it cannot be.
      pool.on('error', () => undefined);
      await migrate(pool, location, toRead);
      return await PostgresStore.over(pool, location);
    } catch (error) {
      await pool?.end();
      throw explain(error, location);
    }
  },
};

function withoutPassword(url: URL): string {
  const shown = new URL(url);
  shown.password = '';
  shown.searchParams.delete('password');
  return shown.href;
}

function withTls(url: URL): URL {
  const host = url.searchParams.get('host') ?? url.hostname;
  const says = ['ssl', 'sslmode', 'sslnegotiation'].some((name) => url.searchParams.has(name));
  if (says || LOCAL.test(host)) return url;
  const secured = new URL(url);
  secured.searchParams.set('sslmode', 'verify-full');
  return secured;
}

async function migrate(pool: Pool, location: string, toRead: boolean): Promise<void> {
  const found = await versionOf(pool, location);
  // Whoever may only use the tables need not be allowed to make them.
  if (found === MIGRATIONS.length) return;
  if (found === 0 && toRead) {
    throw new CalmError('store-unavailable', `${location} holds no store yet.`, {
      hint: 'Check the name of the database; a store is made when something is said first.',
    });
  }
  await inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    // Another process may have done it meanwhile.
    const version = await versionOf(client, location);
    if (version === 0) {
      await client.query('CREATE SCHEMA IF NOT EXISTS calm');
      await client.query('CREATE TABLE calm.store (version integer NOT NULL)');
      await client.query('INSERT INTO calm.store VALUES (0)');
    }
    for (const step of MIGRATIONS.slice(version)) await client.query(step);
    await client.query('UPDATE calm.store SET version = $1', [MIGRATIONS.length]);
  });
}

/** @returns 0 where there are no tables yet */
async function versionOf(client: Pick<Pool, 'query'>, location: string): Promise<number> {
  const { rows } = await client.query<{ ours: boolean; taken: boolean }>(
    `SELECT to_regclass('calm.store') IS NOT NULL AS ours,
            EXISTS (SELECT FROM pg_tables WHERE schemaname = 'calm') AS taken`,
  );
  if (rows[0]?.ours !== true) {
    if (rows[0]?.taken !== true) return 0;
    throw new CalmError(
      'store-unavailable',
      `${location}: the schema calm has tables of another program.`,
      { hint: 'They were left as they are. Name another database.' },
    );
  }
  const stored = await client.query<{ version: number }>('SELECT version FROM calm.store');
  const version = stored.rows[0]?.version ?? 0;
  if (version > MIGRATIONS.length) throw newer(location, version);
  return version;
}
