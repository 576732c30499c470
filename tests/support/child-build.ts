import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

/**
 * Builds one of the programs in tests/support/children the way the product is built, for a process of its own. It
 * lies under node_modules, from where the native module is found. `hasReader`: it reads files in a thread.
 */
export async function buildChild(
  name: string,
  { hasReader = false } = {},
): Promise<{ file: string; remove(): void }> {
  const outDir = resolve('node_modules', '.cache', `infrazen-${name}-${randomUUID()}`)
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: {
          [name]: resolve('tests', 'support', 'children', `${name}.ts`),
          ...(hasReader ? { reader: resolve('main', 'importers', 'thread', 'entry.ts') } : {}),
        },
        external: ['better-sqlite3', '@napi-rs/keyring'],
        output: {
          format: 'es',
          entryFileNames: (chunk) => (chunk.name === 'reader' ? 'reader.js' : '[name].mjs'),
        },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3', '@napi-rs/keyring'] },
  })
  return { file: join(outDir, `${name}.mjs`), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}
