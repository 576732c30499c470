import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CallOutput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Means } from './command.ts'

type Shelved = CallOutput<'ledger.listExports'>['items'][number]
type Taken = { bytes: number; sha256: string }

/** A file that a call has put on the shelf of exports: waits for it, hands it over, and clears the shelf. */
export async function takeExport(
  { ask, until, ports }: Means,
  id: string,
  to: string | null,
): Promise<Shelved & Taken> {
  const find = async (): Promise<Shelved> => {
    const { items } = await ask('ledger.listExports', {})
    const found = items.find((item) => item.id === id)
    if (!found) throw new AppError('export.notFound')
    return found
  }
  const item = await until(find, ({ status }) => status !== 'waiting' && status !== 'running')
  try {
    if (item.status !== 'done') throw failureOf(item)
    const path = join(ports.paths.exportsFolder, `${item.id}.${item.format}`)
    return { ...item, ...(await handOver(path, to)) }
  } finally {
    await ask('ledger.removeExport', { id })
  }
}

function failureOf({ problem }: Shelved): AppError {
  if (!problem) return new AppError('export.failed')
  return new AppError(problem.code as 'export.failed', problem.details as Record<string, string>)
}

/** Into a file, which appears whole or not at all, or to standard output; what went past is measured. */
async function handOver(from: string, to: string | null): Promise<Taken> {
  const hash = createHash('sha256')
  let bytes = 0
  const gauge = new PassThrough()
  gauge.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    hash.update(chunk)
  })
  if (to === null) {
    await pipeline(createReadStream(from), gauge, process.stdout, { end: false })
    return { bytes, sha256: hash.digest('hex') }
  }
  const draft = `${to}.part`
  try {
    await pipeline(createReadStream(from), gauge, createWriteStream(draft, { mode: 0o600 }))
    await rename(draft, to)
  } catch (error) {
    throw new AppError('export.failed', {}, { cause: error })
  } finally {
    await rm(draft, { force: true })
  }
  return { bytes, sha256: hash.digest('hex') }
}
