import { useCallback, useState } from 'react'
import { useFileSaver } from '#renderer/app/use-file-saver.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import type { ColumnId } from './columns.ts'
import type { ListBase } from './url.ts'

/** The whole list as it is filtered and ordered, with the columns in sight. */
export function useListExport(base: ListBase, columns: readonly ColumnId[]) {
  const { language } = useText()
  const save = useFileSaver()
  const [isPending, setPending] = useState(false)
  const run = useCallback(
    async (format: 'csv' | 'xlsx'): Promise<void> => {
      setPending(true)
      await save(() =>
        transport.call('resources.export', { ...base, format, language, columns: ['name', ...columns] }),
      )
      setPending(false)
    },
    [base, columns, language, save],
  )
  return { run, isPending }
}
