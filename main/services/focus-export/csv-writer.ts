import { columnsOf } from '#main/core/focus/columns.ts'
import { csvDecimal, csvLine } from '#main/core/focus/csv.ts'
import type { FocusVersion } from '#shared/contract/ledger.ts'
import type { Put, RowWriter } from './row-writer.ts'

const FULL_CHARS = 1_000_000

export function csvWriter(version: FocusVersion, customs: readonly string[], put: Put): RowWriter {
  const columns = columnsOf(version).map(({ name, type }) => ({ name, isDecimal: type === 'decimal' }))
  const encoder = new TextEncoder()
  let text = csvLine([...columns.map(({ name }) => name), ...customs])

  async function flush(): Promise<void> {
    const bytes = encoder.encode(text)
    text = ''
    await put(bytes)
  }

  return {
    add(row, values) {
      const cells = columns.map(({ name, isDecimal }) => (isDecimal ? csvDecimal(row[name]) : row[name]))
      text += csvLine(values.length === 0 ? cells : [...cells, ...values])
    },
    isFull: () => text.length >= FULL_CHARS,
    flush,
    end: flush,
  }
}
