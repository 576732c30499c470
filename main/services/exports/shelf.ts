import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LedgerExportView } from '#shared/contract/ledger.ts'

/** An export and whose it is. */
export type ExportRecord = LedgerExportView & { workspaceId: string }

const KEPT = 20
const isOver = ({ status }: ExportRecord): boolean => status !== 'waiting' && status !== 'running'

/**
 * The exports' own folder: each has its data in `<id>.<format>` and what is known of it in `<id>.json`. What is being
 * written is called `.part` until it is whole.
 */
export function createShelf(folder: string) {
  const records = new Map<string, ExportRecord>()

  const dataOf = ({ id, format }: ExportRecord): string => join(folder, `${id}.${format}`)
  const noteOf = ({ id }: ExportRecord): string => join(folder, `${id}.json`)
  const draftOf = (record: ExportRecord): string => `${dataOf(record)}.part`

  async function drop(record: ExportRecord): Promise<void> {
    records.delete(record.id)
    for (const path of [noteOf(record), dataOf(record), draftOf(record)]) await rm(path, { force: true })
  }

  return {
    records,
    draftOf,

    /** What the last run has left: whole exports are listed again, anything else goes. */
    async open(): Promise<void> {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const names = await readdir(folder)
      for (const name of names.filter((one) => one.endsWith('.json'))) {
        const record = await readRecord(join(folder, name))
        if (record && isOver(record)) records.set(record.id, record)
      }
      const wanted = new Set([...records.values()].flatMap((one) => [noteOf(one), dataOf(one)]))
      for (const path of names.map((name) => join(folder, name)))
        if (!wanted.has(path)) await rm(path, { force: true, recursive: true })
    },

    /** Puts the whole file in its place, and notes down what is known of it. */
    async keep(record: ExportRecord): Promise<void> {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      if (record.status === 'done') await rename(draftOf(record), dataOf(record))
      else await rm(draftOf(record), { force: true })
      const draft = `${noteOf(record)}.part`
      await writeFile(draft, JSON.stringify(record), { mode: 0o600 })
      await rename(draft, noteOf(record))
    },

    drop,

    /** Of each organisation the newest stay. */
    async tidy(workspaceId: string): Promise<void> {
      const own = [...records.values()].filter((one) => one.workspaceId === workspaceId && isOver(one))
      own.sort((a, b) => b.startedAtMs - a.startedAtMs || (a.id < b.id ? 1 : -1))
      for (const record of own.slice(KEPT)) await drop(record)
    },
  }
}

async function readRecord(path: string): Promise<ExportRecord | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    const isRecord = typeof value === 'object' && value !== null && 'id' in value && 'workspaceId' in value
    // Notes of earlier versions knew no other kind.
    return isRecord ? ({ kind: 'focus', ...value } as ExportRecord) : null
  } catch {
    // Half written when the power went: there is nothing to list.
    return null
  }
}
