import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultBundleFolder, openBundle } from '../bundle/bundle.js';
import { Tokenizer } from './tokenizer.js';

interface Reference {
  readonly tokens: number;
  readonly cases: readonly (readonly [text: string, ids: readonly number[]])[];
}

/** Texts and what the reference made of them: training/tests/tokenizer_fixture.py. */
function readReference(): Reference {
  const lines = readFileSync(
    new URL('../../test/fixtures/tokenizer.jsonl', import.meta.url),
    'utf8',
  ).trimEnd();
  const [{ tokens }, ...cases] = lines.split('\n').map((line) => JSON.parse(line) as unknown) as [
    { tokens: number },
    ...Reference['cases'],
  ];
  return { tokens, cases };
}

it('cuts a thousand texts of every script as the reference does', async () => {
  const { tokens, cases } = readReference();
  const bundle = await openBundle(defaultBundleFolder());
  const tokenizer = await Tokenizer.open(bundle, 'tokenizer.json', tokens);
  expect(cases).toHaveLength(1000);
  const differing = cases.filter(
    ([text, ids]) => JSON.stringify(tokenizer.encode(text)) !== JSON.stringify(ids),
  );
  expect(differing).toEqual([]);
});
