import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  outputDir: fileURLToPath(new URL('../../test-results/e2e', import.meta.url)),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // Each test starts a whole app; two of them at once make a small machine slower, not faster.
  workers: 1,
  retries: 0,
  forbidOnly: true,
});
