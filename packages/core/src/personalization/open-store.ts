import { CalmError } from '../protocol/errors.js';
import { ContributionPoint } from '../registry/contribution-point.js';
import { openSqliteStore, sqliteProvider } from './sqlite/open-sqlite-store.js';
import type { OpenStoreOptions, PersonalizationStore, StoreProvider } from './store.js';

/** `postgres://…`; one letter before the colon is a drive of Windows. */
const SCHEME = /^([a-z][a-z0-9+.-]+):/iu;

/**
 * Opens a store by where it lies: the path of a SQLite file, or a URL that one of the providers knows by its scheme.
 *
 * @param location `/home/anna/taste.sqlite`, `file:///home/anna/taste.sqlite`, `postgres://anna@server/studio`
 * @param providers beside the built-in one, such as `postgresProvider` of `@calm-sdk/store-postgres`
 * @throws CalmError `invalid-request` for what names no place or a scheme that no provider knows, and whatever the provider throws
 */
export async function openStore(
  location: string,
  providers: readonly StoreProvider[] = [],
  options: OpenStoreOptions = {},
): Promise<PersonalizationStore> {
  // Programs without types may pass anything, nothing above all.
  if (typeof (location as unknown) !== 'string' || location === '') {
    throw new CalmError('invalid-request', 'It was not said where the store lies.', {
      hint: "Name a file, which is made where it is missing: openStore('taste.sqlite').",
    });
  }
  const stores = new ContributionPoint<StoreProvider>('stores');
  stores.register(sqliteProvider, 'calm');
  for (const provider of providers) stores.register(provider, 'the host');

  const scheme = SCHEME.exec(location)?.[1]?.toLowerCase();
  if (scheme === undefined) return openSqliteStore(location, options);
  const provider = [...stores].find(({ schemes }) => schemes.includes(scheme));
  if (provider === undefined) {
    const known = [...stores].flatMap(({ schemes }) => schemes);
    throw new CalmError('invalid-request', `No store opens URLs that begin with ${scheme}:`, {
      hint: `Name a path, or a URL that begins with ${known.map((name) => `${name}:`).join(' or ')}.`,
    });
  }
  return provider.open(urlOf(location, scheme), options);
}

/** Says nothing of the URL, which may hold a password. */
function urlOf(location: string, scheme: string): URL {
  if (!URL.canParse(location)) {
    throw new CalmError('invalid-request', `The ${scheme} URL of the store is not a valid URL.`, {
      hint: 'Characters such as # ? / @ in a name or a password are written as %23 %3F %2F %40.',
    });
  }
  return new URL(location);
}
