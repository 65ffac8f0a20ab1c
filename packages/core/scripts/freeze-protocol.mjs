/**
 * Keeps the protocol as it is released, under its version: every later one is held to it.
 *
 *   node packages/core/scripts/freeze-protocol.mjs [RELEASES]
 *
 * A version that was released stays as it is.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { namesOfMessages, readProtocol } from './schemas.mjs';

const schemas = new URL('../schema/v1/', import.meta.url);
const releases = process.argv[2] ?? fileURLToPath(new URL('../schema/released', import.meta.url));
const protocol = await readProtocol(schemas);
const folder = path.join(releases, protocol.version);
if (existsSync(folder)) {
  console.error(
    `Protocol ${protocol.version} was released already, and stays as it is in ${folder}. A changed protocol has another version in methods.json.`,
  );
  process.exitCode = 1;
} else {
  await mkdir(folder, { recursive: true });
  const files = namesOfMessages(protocol).map((name) => `${name}.schema.json`);
  for (const file of [...files, 'methods.json', 'examples']) {
    await cp(fileURLToPath(new URL(file, schemas)), path.join(folder, file), { recursive: true });
  }
  console.log(`Protocol ${protocol.version} is kept in ${folder}.`);
}
