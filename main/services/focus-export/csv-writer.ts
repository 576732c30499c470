import { columnsOf } from '#main/core/focus/columns.ts'
import { csvLine } from '#main/core/focus/csv.ts'
import type { FocusVersion } from '#shared/contract/ledger.ts'
import type { Put, RowWriter } from './row-writer.ts'

const FULL_CHARS = 1_000_000

export function csvWriter(version: FocusVersion, customs: readonly string[], put: Put): RowWriter {
  const names = columnsOf(version).map(({ name }) => name)
  const encoder = new TextEncoder()
  let text = csvLine([...names, ...customs])

  async function flush(): Promise<void> {
    const bytes = encoder.encode(text)
    text = ''
    await put(bytes)
  }

  return {
    add(row, values) {
      const cells: (string | null)[] = names.map((name) => row[name])
      text += csvLine(values.length === 0 ? cells : [...cells, ...values])
    },
    isFull: () => text.length >= FULL_CHARS,
    flush,
    end: flush,
  }
}
