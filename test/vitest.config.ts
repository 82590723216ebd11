import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/{shared,main,renderer,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    pool: 'forks',
  },
});
