import { useMemo } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Grid } from '#renderer/ui/grid/Grid.tsx'
import type { Currency } from '#shared/lib/currency.ts'
import { cellsOf, columnsOf, type MarginWords } from './margin-cells.ts'
import type { MarginItem, Margins, MarginsBy } from './view.ts'

type Props = {
  by: MarginsBy
  items: readonly MarginItem[]
  totals: Margins['totals']
  currency: Currency
  hasPrices: boolean
  onOpen: (part: string | null) => void
}

/** Parts by what they cost, with totals; Enter opens one. */
export function MarginGrid({ by, items, totals, currency, hasPrices, onOpen }: Props) {
  const { t } = useText()
  const format = useFormat()
  const words = useMemo<MarginWords>(
    () => ({ t, format, currency, by, hasPrices }),
    [t, format, currency, by, hasPrices],
  )
  const rows = useMemo(
    () =>
      items.map((item) => ({
        key: item.part ?? '',
        cells: cellsOf(
          { text: item.part ?? t('margins.nobody'), opens: true },
          item,
          { terms: item.terms, gap: item.gap },
          words,
        ),
      })),
    [items, words, t],
  )
  const foot = useMemo(
    () => [{ key: 'total', cells: cellsOf({ text: t('margins.total') }, totals, null, words) }],
    [totals, words, t],
  )
  return (
    <Grid
      label={t(`margins.table.${by}`)}
      columns={columnsOf(words)}
      count={rows.length}
      rowAt={(index) => rows[index] ?? null}
      foot={foot}
      onOpen={(index) => {
        const item = items[index]
        if (item) onOpen(item.part)
      }}
      height={520}
    />
  )
}
