import { VERSION_1 } from './1.js';

/**
 * What makes each version of the tables from the one before, the first from an empty schema. One file for each, never changed once it was
 * released; the file `test/fixtures/N.sql` is a store as version N wrote it, and a test opens each.
 */
export const MIGRATIONS: readonly string[] = [VERSION_1];
