import { defineConfig } from 'vitest/config'
import { builtReader } from './tests/support/built-reader.ts'

const project = (name: string, testTimeout = 20_000) => ({
  plugins: [builtReader()],
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: 'node' as const,
    testTimeout,
    hookTimeout: 60_000,
    setupFiles: ['tests/support/no-network.ts'],
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
