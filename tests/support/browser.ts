import type { LaunchOptions } from '@playwright/test'

/** The Chromium that came with `npm ci`, or the one that E2E_CHROME names. */
export async function browserOptions(): Promise<LaunchOptions> {
  // On a bare Linux the bundled browser brings its own system libraries, but only when it believes itself there.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  return {
    executablePath: process.env.E2E_CHROME ?? (await bundled.executablePath()),
    // A headless shell without a sandbox helper; the pages it opens are our own.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--headless=shell'],
  }
}
