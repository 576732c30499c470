import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { DocBlock, DocTable, ReportDocument } from '#main/core/report/document.ts'
import { tableSlices } from './table-slices.ts'

const FORMAT = 'infrazen.report'
const VERSION = 1

type Named = { title: string; key: string }

/** The report for machines, as its rows come; amounts are text, so that no reader rounds them. */
export async function writeJson(
  document: ReportDocument,
  path: string,
  checksum: string,
  signal: AbortSignal,
): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    const { title, organisation, language, period, periodName, asOfMs, timeZone, footer } = document
    const head = { format: FORMAT, version: VERSION, title, organisation, language, period, periodName }
    const facts = { ...head, asOf: new Date(asOfMs).toISOString(), timeZone, footer, checksum }
    await file.writeFile(`${JSON.stringify(facts).slice(0, -1)},"blocks":[`)
    for await (const part of blockParts(document.blocks, signal)) await file.writeFile(part)
    await file.writeFile(']}\n')
    await file.sync()
  } finally {
    await file.close()
  }
}

/** SHA-256 of everything that the report tells: equal sums, equal figures. */
export async function checksumOf(document: ReportDocument, signal: AbortSignal): Promise<string> {
  const { title, organisation, language, period, asOfMs, timeZone, footer } = document
  const hash = createHash('sha256')
  hash.update(JSON.stringify([title, organisation, language, period, asOfMs, timeZone, footer]))
  for await (const part of blockParts(document.blocks, signal)) hash.update(part)
  return hash.digest('hex')
}

async function* blockParts(blocks: readonly DocBlock[], signal: AbortSignal): AsyncGenerator<string> {
  for (const [at, block] of blocks.entries()) {
    if (at > 0) yield ','
    if (block.kind !== 'table' && block.kind !== 'chart') {
      yield JSON.stringify(block)
      continue
    }
    const { kind, id, title } = block
    yield `${JSON.stringify({ kind, id, title }).slice(0, -1)},`
    yield* tableParts(block.table, signal)
    yield '}'
  }
}

async function* tableParts(table: DocTable, signal: AbortSignal): AsyncGenerator<string> {
  const columns = table.columns.map(({ key, title, kind, unit }) => ({ key, title, kind, unit }))
  const { total, left, note } = table
  yield `${JSON.stringify({ columns, total: total?.cells ?? null, left, note }).slice(1, -1)},"rows":[`
  let isFirst = true
  for await (const slice of tableSlices(table, signal)) {
    const rows = slice.map(({ cells, level, role, unit }) =>
      JSON.stringify({
        cells,
        ...(level ? { level } : {}),
        ...(role ? { role } : {}),
        ...(unit ? { unit } : {}),
      }),
    )
    yield `${isFirst ? '' : ','}${rows.join(',')}`
    isFirst = false
  }
  yield ']'
}

/** Blocks that hold a table, with a name for each; an untitled one is called by its number. */
export function tablesOf(document: ReportDocument): (Named & { table: DocTable })[] {
  return document.blocks.flatMap((block, at) =>
    block.kind === 'table' || block.kind === 'chart'
      ? [{ title: block.title || `${at + 1}`, key: block.id, table: block.table }]
      : [],
  )
}
