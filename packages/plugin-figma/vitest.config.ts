import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'figma',
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
