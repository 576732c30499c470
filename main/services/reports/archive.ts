import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptFigure } from '#main/core/archive/figures.ts'
import type { ReportFileView } from '#shared/contract/reports.ts'

const DRAFT = '.part'
const FIGURES = 'document.json'
const FILES = 'files'

type Known = Pick<ReportFileView, 'name' | 'bytes' | 'sha256'>

/**
 * The archive's own folder: `<run>/files/…` and, to compare by, `<run>/document.json`. A run that is being made is called
 * `<run>.part` and takes its name when it is whole: half a report is never seen.
 */
export function createArchive(folder: string) {
  const placeOf = (runId: string): string => join(folder, runId)
  const draftOf = (runId: string): string => `${placeOf(runId)}${DRAFT}`
  const pathOf = (runId: string, name: string): string => join(placeOf(runId), FILES, name)

  async function drop(runId: string): Promise<void> {
    for (const path of [draftOf(runId), placeOf(runId)]) await rm(path, { force: true, recursive: true })
  }

  return {
    folder,
    pathOf,
    drop,

    /** An empty folder for the files of a run, whatever an earlier try has left. */
    async begin(runId: string): Promise<string> {
      await rm(draftOf(runId), { force: true, recursive: true })
      const files = join(draftOf(runId), FILES)
      await mkdir(files, { recursive: true, mode: 0o700 })
      return files
    },

    async keep(runId: string, figures: Iterable<KeptFigure>): Promise<void> {
      const text = JSON.stringify([...figures])
      await writeFile(join(draftOf(runId), FIGURES), text, { mode: 0o600 })
      await rename(draftOf(runId), placeOf(runId))
    },

    /** None where the run is older than figures are kept, or its folder is gone. */
    async figuresOf(runId: string): Promise<KeptFigure[]> {
      try {
        const kept: unknown = JSON.parse(await readFile(join(placeOf(runId), FIGURES), 'utf8'))
        return Array.isArray(kept) ? kept : []
      } catch {
        return []
      }
    },

    async check(runId: string, { name, bytes, sha256 }: Known): Promise<ReportFileView['state']> {
      const path = pathOf(runId, name)
      const found = await stat(path).catch(() => null)
      if (!found?.isFile()) return 'missing'
      if (found.size !== bytes) return 'changed'
      const hash = await hashOf(path).catch(() => null)
      if (hash === null) return 'missing'
      return hash === sha256 ? 'sound' : 'changed'
    },

    /** What was being made when the program was killed. */
    async sweep(): Promise<void> {
      const names = await readdir(folder).catch(() => [])
      for (const name of names.filter((one) => one.endsWith(DRAFT)))
        await rm(join(folder, name), { force: true, recursive: true })
    },
  }
}

export type Archive = ReturnType<typeof createArchive>

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part as Buffer)
  return hash.digest('hex')
}
