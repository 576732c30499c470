import { defineConfig } from 'vitest/config'
import { builtReader } from './tests/support/built-reader.ts'

/** Of hundreds of files each, which every worker would read anew. */
const bundled = ['drizzle-orm', 'drizzle-orm/better-sqlite3', 'drizzle-orm/sqlite-core']

const project = (name: string, testTimeout = 20_000) => ({
  plugins: [builtReader()],
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: 'node' as const,
    testTimeout,
    hookTimeout: 60_000,
    setupFiles: ['tests/support/no-network.ts'],
    deps: { optimizer: { ssr: { enabled: true, include: bundled } } },
    // Test files leave nothing behind in their process; the next one finds the program read and warm.
    isolate: false,
  },
})

export default defineConfig({
  test: {
    // One processor is left idle otherwise: on two, half of them.
    maxWorkers: '100%',
    projects: [
      project('unit'),
      project('contract'),
      project('integration', 60_000),
      project('security', 60_000),
    ],
  },
})
