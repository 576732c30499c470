import type { Translate } from '#renderer/i18n/translate.ts'
import type { GridColumn } from '#renderer/ui/grid/types.ts'
import type { AllocationUrl } from '../url.ts'
import { type Sort, type SortColumn, sortColumns } from './view.ts'

type Given = { t: Translate; mode: AllocationUrl['mode']; sort: Sort; compared: string }

const isSortable = (id: string): id is SortColumn => (sortColumns as readonly string[]).includes(id)

/** What stands in a row, in the order of its cells. The rest is spread only where it is charged on. */
export const columnIds = (mode: AllocationUrl['mode']) =>
  [
    'name',
    'direct',
    'shared',
    ...(mode === 'chargeback' ? (['remainder'] as const) : []),
    'total',
    'share',
    'before',
    'change',
    'resources',
  ] as const
export type ColumnId = ReturnType<typeof columnIds>[number]

const widths: Record<ColumnId, number> = {
  name: 220,
  direct: 126,
  shared: 148,
  remainder: 126,
  total: 130,
  share: 72,
  before: 126,
  change: 148,
  resources: 112,
}

export function columnsOf({ t, mode, sort, compared }: Given): GridColumn[] {
  const hints: Partial<Record<ColumnId, string>> = {
    direct: t('showback.directHint'),
    shared: t('showback.sharedHint'),
    remainder: t('showback.remainderHint'),
    before: t('showback.beforeHint', { range: compared }),
  }
  return columnIds(mode).map((id): GridColumn => {
    const hint = hints[id]
    return {
      id,
      label: t(`showback.${id}`),
      ...(hint ? { hint } : {}),
      width: widths[id],
      align: id === 'name' ? 'start' : 'end',
      ...(isSortable(id)
        ? {
            sort:
              sort.by !== id ? null : sort.isDescending ? ('descending' as const) : ('ascending' as const),
          }
        : {}),
    }
  })
}
