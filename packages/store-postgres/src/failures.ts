/** What to say of what PostgreSQL and the network report. */
import { CalmError } from '@calm-sdk/core';
import { DatabaseError } from 'pg';
import { MIGRATIONS } from './migrations/index.js';

/** An error of the server's or the network's, said as one of ours that names the store. */
export function explain(error: unknown, location: string): CalmError {
  if (error instanceof CalmError) return error;
  if (error instanceof DatabaseError && error.code !== undefined) {
    return refused(error, error.code, location);
  }
  const hint =
    'Is PostgreSQL started, and does it listen at that address and port? On Debian: systemctl start postgresql; pg_isready tells.';
  return new CalmError(
    'store-unavailable',
    `${location} cannot be reached: ${error instanceof Error ? reasonOf(error) : String(error)}.`,
    { hint, retryable: true, cause: error },
  );
}

/** The tables have a format of which only a newer version of this package knows. */
export function newer(location: string, format: number): CalmError {
  return new CalmError(
    'store-newer',
    `${location} was written by a newer version of @calm-sdk/store-postgres: it has format ${format}, this version reads up to ${MIGRATIONS.length}.`,
    { hint: 'It was left as it is. Update the package.' },
  );
}

/** Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function refused(error: DatabaseError, code: string, location: string): CalmError {
  const unavailable = (problem: string, hint: string, retryable = false): CalmError =>
    new CalmError('store-unavailable', `${location}: ${problem}.`, {
      hint,
      retryable,
      cause: error,
    });
  if (code.startsWith('28')) {
    return unavailable(
      'the server does not let this user in',
      'Check the name and the password in the URL, or in ~/.pgpass, and what pg_hba.conf allows.',
    );
  }
  if (code === '3D000') {
    return unavailable(
      'there is no such database',
      'Create it, as with createdb, or correct its name in the URL.',
    );
  }
  if (code === '42501') {
    return unavailable(
      'this user may not do that',
      'The schema calm must belong to the user of the URL, who needs the right to create it: GRANT CREATE ON DATABASE … TO …',
    );
  }
  if (code === '25006') {
    return unavailable('the server is read-only', 'Name the server that takes writes.');
  }
  if (code.startsWith('53')) {
    return unavailable(
      `the server is short of something (${error.message})`,
      'Nothing was changed. Make room on its disk, or close connections, and try again.',
      true,
    );
  }
  if (/^(?:08|57|55P03|40)/u.test(code)) {
    return unavailable(`the server has stopped that (${error.message})`, 'Try again.', true);
  }
  if (/^XX00[12]$/u.test(code)) {
    return new CalmError('store-damaged', `${location} is damaged: ${error.message}.`, {
      hint: 'Ask whoever looks after the server for a backup, or import your last export into a new database.',
      cause: error,
    });
  }
  return new CalmError('internal', `${location} could not be used: ${error.message}.`, {
    hint: 'Nothing was changed. Please report this.',
    cause: error,
  });
}

/** Where a name stands for several addresses, each attempt has failed with a reason of its own. */
function reasonOf(error: Error): string {
  if (error instanceof AggregateError) {
    return error.errors.map((one) => (one instanceof Error ? one.message : String(one))).join(', ');
  }
  return error.message;
}
