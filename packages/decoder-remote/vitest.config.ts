import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'remote',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
  },
});
