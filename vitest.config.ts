import { defineConfig } from 'vitest/config';

/** One run for the whole repository; `vitest run --project core` runs one package. Each package has its own project. */
export default defineConfig({
  test: {
    projects: [
      'packages/core',
      'packages/decoder-remote',
      'packages/store-postgres',
      'packages/plugin-cli',
      'packages/plugin-figma',
      'packages/plugin-lightroom',
      'scripts',
    ],
    // Native memory and worker threads want processes of their own; two of them leave no core idle and none crowded.
    pool: 'forks',
    maxWorkers: 2,
  },
});
