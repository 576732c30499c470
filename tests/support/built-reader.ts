import { globSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vitest/config'
import { buildReader } from './child-build.ts'

const place = resolve('node_modules', '.cache', 'infrazen-reader', 'reader.mjs')
const SOURCES = '{main/importers,main/core,shared}/**/*.ts'

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Unless it is newer than all its sources. */
async function buildAnew(): Promise<void> {
  if (Math.max(...globSync(SOURCES).map(changedAt)) < changedAt(place)) return
  const { file, remove } = await buildReader()
  mkdirSync(dirname(place), { recursive: true })
  // Another run may be reading by the one that stands there.
  renameSync(file, place)
  remove()
}

let built: Promise<void> | null = null

/**
 * From source, every thread would strip a hundred files of their types anew: half a second for each of a hundred small
 * imports. Tests start the built one, as the product does.
 */
export const builtReader = (): Plugin => ({
  name: 'built-reader',
  enforce: 'pre',
  // Before the tests, and not when it is asked for: what was transformed once is kept from run to run.
  async buildStart() {
    built ??= buildAnew()
    await built
  },
  transform(code, id) {
    if (!id.endsWith('/main/importers/thread/start.ts')) return null
    return { code: code.replace(`'entry.ts', here`, JSON.stringify(pathToFileURL(place).href)), map: null }
  },
})
