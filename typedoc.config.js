import { OptionDefaults } from 'typedoc';

/** `npm run docs`: the API reference, in docs/api. */
export default {
  name: 'CALM SDK',
  entryPoints: ['packages/core/src/index.ts'],
  tsconfig: 'packages/core/tsconfig.json',
  out: 'docs/api',
  excludeInternal: true,
  excludePrivate: true,
  disableSources: true,
  readme: 'README.md',
  // Bounds of lists, as JSON Schema states them in the generated types.
  blockTags: [...OptionDefaults.blockTags, '@minItems', '@maxItems'],
};
