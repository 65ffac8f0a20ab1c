/**
 * `src/definitions/attributes.ts`: what can be a main strength or weakness of a photograph, from the engine's registry. Identifiers are values of enumerations in
 * people's catalogues, so those that are gone stay. With `--check` it fails where the file is not in step.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createEngine } from '@calm-sdk/core';

const file = new URL('../src/definitions/attributes.ts', import.meta.url);
const engine = await createEngine();
const lines = engine.attributes
  .filter(({ appliesTo }) => appliesTo?.includes('photograph') ?? true)
  .map(
    ({ id, kind, title, optional }) =>
      `  { id: '${id}', title: '${capital(title)}', isWeakness: ${kind !== 'style' && optional !== true} },`,
  );
await engine.dispose();

const text = `/** Made by scripts/attributes.mjs from the engine's registry. Do not edit. */
export interface KnownAttribute {
  readonly id: string;
  readonly title: string;
  /** Whether it can be a weakness. */
  readonly isWeakness: boolean;
}

export const ATTRIBUTES: readonly KnownAttribute[] = [
${lines.join('\n')}
];
`;

function capital(title) {
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  console.error(`${file.pathname} is not in step with the registry: node scripts/attributes.mjs`);
  process.exitCode = 1;
}
