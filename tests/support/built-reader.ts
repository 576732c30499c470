import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vitest/config'
import { buildReader } from './child-build.ts'

/**
 * Files are read in a thread, and from source every thread would strip a hundred files of their types anew: half a second
 * for each of a hundred small imports. The reader is built once, as in the product, by whoever first asks for it.
 */
export function builtReader(): Plugin {
  let built: ReturnType<typeof buildReader> | null = null
  return {
    name: 'built-reader',
    enforce: 'pre',
    async transform(code, id) {
      if (!id.endsWith('/main/importers/thread/start.ts')) return null
      built ??= buildReader()
      const { file, remove } = await built
      process.once('exit', remove)
      return { code: code.replace(`'entry.ts', here`, JSON.stringify(pathToFileURL(file).href)), map: null }
    },
  }
}
