import { AppError } from '#shared/errors/app-error.ts'
import type { ReadTask } from '../protocol.ts'
import { partOf } from '../table/file-bytes.ts'
import type { GivenPart } from '../table/table.ts'
import { baseName, isManifestName, readManifest } from './manifest.ts'

/** The files of a delivery that hold rows. Throws where a manifest lists what was not given. */
export function dataFiles(files: ReadTask['files']): { parts: GivenPart[]; hasManifest: boolean } {
  const parts: GivenPart[] = []
  const listed = new Set<string>()
  let hasManifest = false
  for (const [index, file] of files.entries()) {
    const names = isManifestName(file.name) ? readManifest(file.path) : null
    if (names) {
      hasManifest = true
      for (const name of names) listed.add(baseName(name))
    } else parts.push(partOf(index, file))
  }
  const given = new Set(parts.flatMap(({ name, path }) => [name, baseName(path)]))
  const missing = [...listed].filter((name) => !given.has(name))
  if (missing.length > 0)
    throw new AppError('import.manifestMissing', {
      names: missing.slice(0, 10).join(', ') + (missing.length > 10 ? ` … (${missing.length})` : ''),
      count: missing.length,
    })
  if (parts.length === 0) throw new AppError('import.noFile')
  return { parts, hasManifest }
}
