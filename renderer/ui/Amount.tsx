import { useFormat } from '#renderer/i18n/use-format.ts'
import type { MoneyText } from '#shared/lib/format-money.ts'

type Props = {
  money: MoneyText
  /** Rounded forms keep the exact amount in reach: on hover, and in the element's value. */
  form?: 'exact' | 'whole' | 'compact'
  sign?: boolean
}

export function Amount({ money, form = 'exact', sign = false }: Props) {
  const format = useFormat()
  const exact = format.money(money, { sign })
  if (form === 'exact') return <data value={money.amount}>{exact}</data>
  const text = form === 'whole' ? format.moneyWhole(money, { sign }) : format.moneyCompact(money, { sign })
  return (
    <data value={money.amount} title={exact}>
      {text}
    </data>
  )
}
