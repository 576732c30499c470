import { defineConfig } from '@playwright/test'

// The bundled Chromium unpacks its own system libraries when it believes itself on a bare Linux, which is what it must survive.
process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'
const { default: bundled } = await import('@sparticuz/chromium')

const executablePath = process.env.E2E_CHROME ?? (await bundled.executablePath())

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    // The bundled browser is a headless shell without a sandbox helper; the pages it opens are our own.
    launchOptions: {
      executablePath,
      args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--headless=shell'],
    },
  },
  projects: [
    { name: 'web', testDir: 'tests/e2e/web' },
    { name: 'electron', testDir: 'tests/e2e/electron' },
  ],
})
