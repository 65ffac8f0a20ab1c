import { defineConfig } from 'tsup';

export default defineConfig({
  // The recipe writes the prompts that it teaches by recipe.js, which no package exports.
  // The inference thread and the process of an extension are files of their own, found beside index.js by new URL('./worker.js', import.meta.url).
  entry: {
    index: 'src/index.ts',
    'store-contract': 'src/personalization/contract/store-contract.ts',
    client: 'src/transport/client/index.ts',
    layout: 'src/layout/index.ts',
    conformance: 'src/conformance/conformance.ts',
    worker: 'src/inference/worker.ts',
    'measuring-worker': 'src/attributes/measuring-worker.ts',
    'extension-host': 'src/extension/host.ts',
    recipe: 'src/decoder/language-model/recipe.ts',
  },
  format: 'esm',
  target: 'node20',
  platform: 'node',
  dts: {
    entry: {
      index: 'src/index.ts',
      'store-contract': 'src/personalization/contract/store-contract.ts',
      client: 'src/transport/client/index.ts',
      layout: 'src/layout/index.ts',
      conformance: 'src/conformance/conformance.ts',
    },
  },
  sourcemap: true,
  clean: true,
  splitting: true,
});
