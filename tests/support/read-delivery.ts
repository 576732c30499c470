import { basename } from 'node:path'
import type { BillLine } from '#main/core/ledger/line.ts'
import type { Rejected } from '#main/importers/protocol.ts'
import { recognise } from '#main/importers/registry.ts'
import { runTask } from '#main/importers/thread/run-task.ts'
import type { ImportAnswers, MappingSpec } from '#shared/contract/imports.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

type Options = { answers?: ImportAnswers; mappings?: { id: number; header: string; spec: MappingSpec }[] }

const taskOf = (paths: readonly string[], { answers = {}, mappings = [] }: Options) => ({
  files: paths.map((path) => ({ path, name: basename(path) })),
  answers,
  mappings,
  today: day('2026-11-26'),
})

/** What a person sees first: whether the file is understood, and what is asked. */
export const look = (paths: string | readonly string[], options: Options = {}) =>
  recognise(taskOf([paths].flat(), options))

/** Every row of a delivery, as the importer hands them over. Throws where it asks. */
export async function readLines(paths: string | readonly string[], options: Options = {}) {
  const found = await look(paths, options)
  if (found.kind === 'asking') throw new Error(`it asks for ${found.reading.questions.join(', ')}`)
  const lines: BillLine[] = []
  const rejected: Rejected[] = []
  const totals: (string | null)[] = []
  await found.read(
    {
      line: (line) => void lines.push(line),
      reject: (row) => void rejected.push(row),
      total: (_row, said) => void totals.push(said?.amount ?? null),
    },
    { bytes: () => {}, breathe: async () => {} },
  )
  const sum = (of: 'billed' | 'effective' | 'list' | 'contracted'): string =>
    formatDecimal(lines.reduce((all, line) => all + (parseDecimal(line[of]) ?? 0n), 0n))
  return { ...found, lines, rejected, totals, sum }
}

/** The whole way of a delivery into the sink of the ledger. */
export const readToEnd = (paths: string | readonly string[], options: Options = {}) =>
  runTask(taskOf([paths].flat(), options), { post: () => {}, room: async () => {} })

export const fixture = (name: string): string =>
  new URL(`../fixtures/imports/${name}`, import.meta.url).pathname
