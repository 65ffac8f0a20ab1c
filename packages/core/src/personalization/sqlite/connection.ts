/**
 * One connection to one SQLite file, by libsql, whose calls are synchronous: a transaction is one stretch of JavaScript, so that nothing
 * of this process can come between its statements, and two stores on one file cannot wait for each other for ever.
 *
 * libsql ends the whole process where it is given a boolean or a closed connection, and where a text in the file is no UTF-8, as in one
 * that is damaged. None of this reaches it: values have types, a closed connection says so, and texts are read as the bytes that they are.
 */
import type Libsql from 'libsql';

/** What a statement may be given. SQLite keeps a number in a column of integers as an integer. */
export type Value = string | number | Uint8Array | null;
/** One row, by column. */
export type Row = Readonly<Record<string, number | ArrayBuffer>>;

/** How long to wait for another process that writes, in milliseconds. The event loop waits as well; writes take milliseconds. */
const BUSY_TIMEOUT = 10_000;

/** Selects columns of text as bytes: libsql must not see a text that may be damaged. */
export function bytesOf(...columns: readonly string[]): string {
  return columns.map((column) => `CAST(${column} AS BLOB) AS ${column}`).join(', ');
}

export class Connection {
  readonly #database: Libsql.Database;
  readonly #statements = new Map<string, Libsql.Statement>();
  #open = true;

  private constructor(database: Libsql.Database) {
    this.#database = database;
  }

  /** Opens a file that is there, by its path or by a `file:` URL with what SQLite is told of it. libsql is loaded with the first call, so that programs without a store do not pay for it. */
  static async open(path: string): Promise<Connection> {
    const { default: Database } = await import('libsql');
    const connection = new Connection(new Database(path));
    connection.#waitForOthers(BUSY_TIMEOUT);
    return connection;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /**
   * All rows of a query, each with its columns in the order of the query. Texts must be selected by {@link bytesOf}.
   *
   * @typeParam R what the columns hold; STRICT tables hold nothing else
   */
  all<R extends Row>(sql: string, ...values: readonly Value[]): readonly R[] {
    return this.#prepare(sql).all(...values) as R[];
  }

  /** The first row of a query. */
  first<R extends Row>(sql: string, ...values: readonly Value[]): R | undefined {
    return this.all<R>(sql, ...values)[0];
  }

  /** Runs one statement that gives no rows. */
  change(sql: string, ...values: readonly Value[]): void {
    this.#prepare(sql).run(...values);
  }

  /** Runs any number of statements without values. */
  run(sql: string): void {
    this.#assertOpen();
    this.#database.exec(sql);
  }

  /** Does all of it or nothing; no other process writes meanwhile. */
  transaction<T>(work: () => T): T {
    this.run('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      // Some failures, such as a full disk, have rolled back already.
      if (this.#database.inTransaction) this.run('ROLLBACK');
      throw error;
    }
  }

  /** Does what others may be in the way of, without waiting for them. */
  atOnce<T>(work: () => T): T {
    this.#waitForOthers(0);
    try {
      return work();
    } finally {
      this.#waitForOthers(BUSY_TIMEOUT);
    }
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#statements.clear();
    this.#database.close();
  }

  #waitForOthers(milliseconds: number): void {
    this.run(`PRAGMA busy_timeout = ${milliseconds}`);
  }

  #prepare(sql: string): Libsql.Statement {
    this.#assertOpen();
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #assertOpen(): void {
    if (!this.#open) throw new Error('The connection has been closed.');
  }
}
