import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

type Built = { file: string; remove(): void }

/** Packages with a part that is no JavaScript. */
const native = ['better-sqlite3', '@napi-rs/keyring', '@resvg/resvg-js']

/** Bundles programs the way the product is bundled. It lies under node_modules, from where the native module is found. */
async function bundle(name: string, input: Record<string, string>): Promise<Built> {
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
        input,
        external: native,
        output: {
          format: 'es',
          codeSplitting: name !== 'reader',
          entryFileNames: (chunk) => (chunk.name === 'reader' ? 'reader.js' : '[name].mjs'),
        },
      },
    },
    ssr: { noExternal: true, external: native },
  })
  const file = join(outDir, name === 'reader' ? 'reader.js' : `${name}.mjs`)
  return { file, remove: () => rmSync(outDir, { recursive: true, force: true }) }
}

const reader = resolve('main', 'importers', 'thread', 'entry.ts')

/** The thread that reads files. */
export const buildReader = (): Promise<Built> => bundle('reader', { reader })

/** One of the programs in tests/support/children, for a process of its own. `hasReader`: it reads files in a thread. */
export const buildChild = (name: string, { hasReader = false } = {}): Promise<Built> =>
  bundle(name, {
    [name]: resolve('tests', 'support', 'children', `${name}.ts`),
    ...(hasReader ? { reader } : {}),
  })
