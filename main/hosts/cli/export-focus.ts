import { createReadStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { makeFolder } from '#main/adapters/make-folder.ts'
import { createBackend } from '#main/backend/create-backend.ts'
import type { Ports } from '#main/ports/ports.ts'
import { type FocusVersion, focusVersions } from '#shared/contract/ledger.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Day, dayInZone, isDay } from '#shared/lib/day.ts'
import { exitCodes } from '../exit-codes.ts'
import { HostError, type Terminal } from '../terminal.ts'

/** As the words stand on the command line. */
type Asked = {
  focus?: string | undefined
  format?: string | undefined
  from?: string | undefined
  to?: string | undefined
  out?: string | undefined
  organisation?: string | undefined
  latin?: boolean | undefined
}

/** Before any bill of a cloud. */
const LONG_AGO = '2000-01-01'

/** Writes the ledger out as FOCUS: into a file, which appears whole, or to standard output. */
export async function exportFocus(
  ports: Ports,
  asked: Asked,
  terminal: Pick<Terminal, 'note'>,
): Promise<number> {
  const { out = '-', organisation = null, format = 'csv', latin: isLatin = false } = asked
  const version = readVersion(asked.focus)
  if (format !== 'csv' && format !== 'parquet') throw new HostError('usage.badFocusFormat')
  const from = readDay(asked.from, '--from') ?? (LONG_AGO as Day)
  const to = readDay(asked.to, '--to') ?? dayInZone(ports.clock.nowMs(), 'UTC')
  const target = out === '-' ? null : resolve(process.env.INIT_CWD ?? '.', out)
  const backend = await createBackend(ports)
  const { exportsFolder } = ports.paths
  if (!target) makeFolder(exportsFolder)
  const path = target ? `${target}.part` : join(exportsFolder, `${ports.ids.next()}.part`)
  try {
    const { lines, bytes, broken } = await backend.runExport({
      organisation,
      filter: { from, to },
      version,
      format,
      isLatin,
      path,
    })
    if (target) await rename(path, target)
    else await pipeline(createReadStream(path), process.stdout, { end: false })
    terminal.note('export.done', { lines, bytes, version })
    if (broken === 0) return exitCodes.ok
    terminal.note('export.notConformant', { rules: broken })
    return exitCodes.partly
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('export.failed', {}, { cause: error })
  } finally {
    await rm(path, { force: true })
    await backend.close()
  }
}

function readVersion(text = '1.2'): FocusVersion {
  const version = focusVersions.find((known) => known === text)
  if (!version) throw new HostError('usage.badFocusVersion')
  return version
}

function readDay(text: string | undefined, name: string): Day | undefined {
  if (text !== undefined && !isDay(text)) throw new HostError('usage.badDay', { name })
  return text
}
