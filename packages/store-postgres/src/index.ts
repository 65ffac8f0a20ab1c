/**
 * Tastes of CALM kept in PostgreSQL.
 *
 * @packageDocumentation
 */
export { postgresProvider } from './open-postgres-store.js';
