import { ArrowDown, ArrowUp, ChevronsDownUp, ChevronsUpDown, LayoutGrid, Table2 } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { ColumnPicker } from '#renderer/ui/ColumnPicker.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { resourceSorts } from '#shared/contract/resources.ts'
import { type ColumnId, columnIds, defaultColumns } from '../columns.ts'
import { setColumns, setFolded, useLook } from '../look.ts'
import type { ListView } from '../url.ts'
import { isSectionOpen, type Section } from '../use-section-list.ts'
import { type Direction, naturalDirection, type ResourceSort } from '../view.ts'
import styles from './ListBar.module.css'

type Props = {
  view: ListView
  sort: ResourceSort
  direction: Direction
  total: number
  sections: readonly Section[]
  columns: readonly ColumnId[]
  onView: (view: ListView) => void
  onSort: (sort: ResourceSort, direction: Direction) => void
}

/** How the list is shown: by connection or as one table, in which order, with which columns. */
export function ListBar(props: Props) {
  const { view, sort, direction, total, sections, columns, onView, onSort } = props
  const { t } = useText()
  const folded = useLook((state) => state.folded)
  const isAnyOpen = sections.some((section) => isSectionOpen(section, sections, folded))
  return (
    <div className={styles.bar}>
      <Segmented
        label={t('resources.view')}
        value={view}
        options={[
          { value: 'sections', label: t('resources.view.sections'), icon: LayoutGrid },
          { value: 'table', label: t('resources.view.table'), icon: Table2 },
        ]}
        onChange={onView}
      />
      <p className="visually-hidden" role="status">
        {t('resources.found', { count: total })}
      </p>
      {view === 'sections' ? (
        <>
          {sections.length > 1 ? (
            <IconButton
              icon={isAnyOpen ? ChevronsDownUp : ChevronsUpDown}
              label={t(isAnyOpen ? 'resources.foldAll' : 'resources.unfoldAll')}
              onClick={() =>
                setFolded(
                  sections.map(({ connectionId }) => connectionId),
                  isAnyOpen,
                )
              }
            />
          ) : null}
          <Select
            label={t('resources.sort')}
            isLabelHidden
            value={sort}
            options={resourceSorts.map((value) => ({ value, label: t(`resources.sort.${value}`) }))}
            onChange={(next) => onSort(next, naturalDirection(next))}
          />
          <IconButton
            icon={direction === 'asc' ? ArrowUp : ArrowDown}
            label={t(direction === 'asc' ? 'resources.ascending' : 'resources.descending')}
            onClick={() => onSort(sort, direction === 'asc' ? 'desc' : 'asc')}
          />
        </>
      ) : (
        <ColumnPicker
          label={t('resources.columns')}
          resetLabel={t('resources.columnsReset')}
          columns={columnIds.map((id) => ({ id, label: t(`resources.col.${id}`) }))}
          shown={columns}
          onChange={setColumns}
          onReset={() => setColumns(defaultColumns)}
        />
      )}
    </div>
  )
}
