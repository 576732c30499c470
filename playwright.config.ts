import { defineConfig } from '@playwright/test'
import { browserOptions } from './tests/support/browser.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    actionTimeout: 8_000,
    navigationTimeout: 10_000,
    viewport: { width: 1440, height: 900 },
    locale: 'ru-RU',
    contextOptions: { reducedMotion: 'reduce' },
    timezoneId: 'Europe/Moscow',
    launchOptions: await browserOptions(),
  },
  projects: [
    { name: 'web', testDir: 'tests/e2e/web' },
    { name: 'electron', testDir: 'tests/e2e/electron' },
  ],
})
