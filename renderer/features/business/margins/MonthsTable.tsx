import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import type { MarginMonth, MarginsBy } from './view.ts'

type Props = { by: MarginsBy; months: readonly MarginMonth[]; currency: Currency; hasPrices: boolean }

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export function MonthsTable({ by, months, currency, hasPrices }: Props) {
  const { t } = useText()
  const format = useFormat()
  const money = (amount: string | null) => (amount === null ? '—' : <Amount money={{ amount, currency }} />)
  return (
    <Table label={t('margins.months')}>
      <thead>
        <tr>
          <Th>{t('margins.month')}</Th>
          <Th align="end">{t('margins.cost')}</Th>
          {hasPrices ? (
            <>
              <Th align="end">{t(by === 'clients' ? 'margins.price' : 'margins.revenue')}</Th>
              <Th align="end">{t('margins.margin')}</Th>
              <Th align="end">%</Th>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, cost, price, margin, marginRatio }) => (
          <tr key={month}>
            <Td>{capitalised(format.month(`${month}-01` as Day))}</Td>
            <Td align="end">{money(cost)}</Td>
            {hasPrices ? (
              <>
                <Td align="end">{money(price)}</Td>
                <Td align="end">{money(margin)}</Td>
                <Td align="end">{marginRatio === null ? '—' : format.percent(marginRatio)}</Td>
              </>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
