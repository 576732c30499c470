import { readFileSync, statSync } from 'node:fs'

const MAX_BYTES = 8_000_000
const NAME = /manifest\.json$/i

export const isManifestName = (name: string): boolean => NAME.test(name)

/**
 * The names of the files that a manifest lists: AWS's (`dataFiles`, `reportKeys` or `files`) or Azure's (`blobs`). They are
 * compared with what a person gave and never opened: a manifest cannot make us read another file. Null: no manifest.
 */
export function readManifest(path: string): string[] | null {
  try {
    if (statSync(path).size > MAX_BYTES) return null
    return listIn(JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')))
  } catch {
    return null
  }
}

function listIn(value: unknown): string[] | null {
  if (typeof value !== 'object' || value === null) return null
  const { dataFiles, reportKeys, files, blobs } = value as Record<string, unknown>
  const list = [dataFiles, reportKeys, files, blobs].find((entry) => Array.isArray(entry)) as
    | unknown[]
    | undefined
  return list?.map(nameIn).filter((name) => name !== '') ?? null
}

function nameIn(entry: unknown): string {
  if (typeof entry === 'string') return entry
  if (typeof entry !== 'object' || entry === null) return ''
  const { blobName, key, path, name, url } = entry as Record<string, unknown>
  const found = [blobName, key, path, name, url].find((text) => typeof text === 'string')
  return typeof found === 'string' ? found : ''
}

const partsOf = (path: string): string[] => path.split(/[\\/]/).filter((part) => part !== '')

export const baseName = (path: string): string => partsOf(path).at(-1) ?? ''

/** How many folders, from the file upwards, two paths have in common; 0: not the same file name. */
export function commonEnd(a: string, b: string): number {
  const [left, right] = [partsOf(a).reverse(), partsOf(b).reverse()]
  let count = 0
  while (count < left.length && left[count] === right[count]) count += 1
  return count
}
