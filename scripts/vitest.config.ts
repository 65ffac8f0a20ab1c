import { defineProject } from 'vitest/config';

/** The house itself: set-up, arrows, licences, and what a stranger gets who installs the packages. */
export default defineProject({
  test: {
    name: 'house',
    include: ['**/*.test.ts'],
    pool: 'forks',
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
