import { ChevronDown, Download, FileSpreadsheet, FileText } from 'lucide-react'
import { useMemo } from 'react'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import type { ColumnId } from '../columns.ts'
import type { ListBase } from '../url.ts'
import { useListExport } from '../use-list-export.ts'

type Props = { base: ListBase; columns: readonly ColumnId[]; isDisabled: boolean }

/** The list as a file: what the filter keeps, in this order, with the columns of the table. */
export function ExportMenu({ base, columns, isDisabled }: Props) {
  const { t } = useText()
  const { run, isPending } = useListExport(base, columns)
  const items = useMemo(
    () => [
      {
        id: 'xlsx',
        label: t('resources.exportXlsx'),
        icon: FileSpreadsheet,
        run: () => void run('xlsx'),
      },
      { id: 'csv', label: t('resources.exportCsv'), icon: FileText, run: () => void run('csv') },
    ],
    [t, run],
  )
  usePageActions(
    useMemo(
      () =>
        items.map(({ id, label, run: go }) => ({ id, label: `${t('resources.export')}: ${label}`, run: go })),
      [items, t],
    ),
  )
  return (
    <Menu
      label={t('resources.export')}
      sections={[{ id: 'files', label: t('resources.exportWhat'), items }]}
      trigger={(props) => (
        <Button icon={Download} isPending={isPending} disabled={isDisabled} {...props}>
          {t('resources.export')}
          <ChevronDown size={15} aria-hidden />
        </Button>
      )}
    />
  )
}
