/**
 * A process of its own that appends to a store, for tests: `child.mjs URL TAG COUNT`. It prints the id of each rating once it is kept.
 */
import { createHash } from 'node:crypto';
import { postgresProvider } from '../dist/index.js';

const [url, tag, count] = process.argv.slice(2);
const sha = (text) => createHash('sha256').update(text).digest('hex');
const store = await postgresProvider.open(new URL(url));
for (let number = 0; number < Number(count); number++) {
  const id = `${tag}-${number}`;
  const rating = {
    ...{ kind: 'rating', id, at: '2026-02-03T10:20:30Z', source: 'cli', session: 's' },
    ...{ shown: false, picture: sha(id), value: 3, scale: { low: 1, high: 5 } },
  };
  const shared = { ...rating, id: `shared-${number}`, picture: sha(`shared-${number}`) };
  const added = await store.append('p', [rating, shared], [{ sha256: sha(id), paths: [] }]);
  process.stdout.write(`${id} ${added}\n`);
}
await store[Symbol.asyncDispose]();
