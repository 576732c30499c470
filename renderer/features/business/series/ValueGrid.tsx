import { useMemo, useRef } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { SeriesView } from '#shared/contract/business.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Day } from '#shared/lib/day.ts'
import businessStyles from '../business.module.css'
import { usePartNames } from '../use-part-names.ts'
import { AddPart } from './AddPart.tsx'
import { writeQuantity } from './quantity.ts'
import { SaveBar } from './SaveBar.tsx'
import styles from './series.module.css'
import { useDraft } from './use-draft.ts'
import { ValueCell } from './ValueCell.tsx'
import { cellKey, daysOfPage, footOf, pastedCells, placePasted, put } from './value-grid.ts'

type Props = {
  series: SeriesView
  page: string
  items: CallOutput<'business.listValues'>['items']
  mayWrite: boolean
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Cells to type into and to paste a spreadsheet's into; what is typed is kept when it is saved. */
export function ValueGrid({ series, page, items, mayWrite }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const frame = useRef<HTMLDivElement>(null)
  const [{ edits, parts: added }, change] = useDraft(series.id)
  const known = usePartNames(series.tagId, series.parts)
  const isByPart = series.tagId !== null
  const parts: readonly (string | null)[] = isByPart
    ? [...new Set([...series.parts, ...added, ...known.slice(0, 12)])]
    : [null]
  const days = daysOfPage(series.step, page)
  const kept = useMemo(
    () => new Map(items.map(({ day, part, value }) => [cellKey(day, part), value])),
    [items],
  )
  const decimal = language === 'ru' ? ',' : '.'
  const textOf = (key: string): string => {
    const before = kept.get(key)
    return edits.get(key) ?? (before === undefined ? '' : writeQuantity(before, decimal))
  }
  const write = (cells: readonly { key: string; text: string }[]): void =>
    change({ edits: put(edits, kept, cells) })
  const nameOf = (day: Day): string =>
    series.step === 'month' ? capitalised(format.month(day)) : format.day(day)
  const focusOn = (row: number, column: number): boolean => {
    const cell = frame.current?.querySelector<HTMLInputElement>(`[data-cell="${row}-${column}"]`)
    cell?.focus()
    cell?.select()
    return cell !== null && cell !== undefined
  }
  const paste = (text: string, row: number, column: number): void => {
    const { cells, outside } = placePasted(
      pastedCells(text),
      { row, column },
      { step: series.step, days, parts },
    )
    write(cells)
    showToast({
      tone: 'ok',
      text: t('series.values.pasted', { count: cells.length }),
      detail: outside > 0 ? t('series.values.pastedOutside', { count: outside }) : undefined,
    })
  }
  if (parts.length === 0)
    return (
      <div className={styles.noParts}>
        <p className={businessStyles.soft}>{t('series.values.noParts')}</p>
        {mayWrite ? <AddPart taken={[]} onAdd={(part) => change({ parts: [...added, part] })} /> : null}
      </div>
    )
  return (
    <div ref={frame}>
      <Table label={t('series.values.table', { name: series.name })} maxHeight="min(64vh, 620px)">
        <thead>
          <tr>
            <Th width={190}>{t(series.step === 'month' ? 'series.values.month' : 'series.values.day')}</Th>
            {parts.map((part) => (
              <Th key={part ?? ''} align="end">
                <span className={mayWrite ? styles.sum : undefined}>{part ?? t('series.values.value')}</span>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day, row) => (
            <tr key={day}>
              <Td>{nameOf(day)}</Td>
              {parts.map((part, column) => {
                const key = cellKey(day, part)
                const text = textOf(key)
                return (
                  <Td key={key} align="end">
                    {mayWrite ? (
                      <ValueCell
                        place={`${row}-${column}`}
                        label={t('series.values.cell', {
                          period: nameOf(day),
                          part: part ?? t('series.values.value'),
                        })}
                        text={text}
                        isEdited={edits.has(key)}
                        onChange={(next) => write([{ key, text: next }])}
                        onUndo={() => {
                          const next = new Map(edits)
                          next.delete(key)
                          change({ edits: next })
                        }}
                        onMove={(down, right) => focusOn(row + down, column + right)}
                        onPaste={(pasted) => paste(pasted, row, column)}
                      />
                    ) : text === '' ? (
                      '—'
                    ) : (
                      format.number(kept.get(key) ?? '0', 6)
                    )}
                  </Td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Td>{t(series.kind === 'flow' ? 'series.values.total' : 'series.values.mean')}</Td>
            {parts.map((part) => {
              const sum = footOf(days, part, series.kind, textOf)
              return (
                <Td key={part ?? ''} align="end">
                  <span className={mayWrite ? styles.sum : undefined}>
                    {sum === null ? '—' : format.number(sum, 6)}
                  </span>
                </Td>
              )
            })}
          </tr>
        </tfoot>
      </Table>
      {mayWrite ? (
        <SaveBar seriesId={series.id} edits={edits} onRevert={() => change({ edits: new Map() })}>
          {isByPart ? (
            <AddPart
              taken={parts.filter((part) => part !== null)}
              onAdd={(part) => change({ parts: [...added, part] })}
            />
          ) : null}
        </SaveBar>
      ) : null}
    </div>
  )
}
