import { addMonths, type Day, firstOfMonth, isDay } from '#shared/lib/day.ts'
import { HostError } from '../terminal.ts'
import type { Means } from './command.ts'

type Row = [currency: string, day: Day, nominal: number, value: string]

/** The Bank's rates that were set from one day to another, as the store has them; `--fetch` asks the Bank first. */
export async function ratesBetween(
  { options, ask, signIn }: Means,
  span: { from: string | undefined; to: string | undefined },
): Promise<Row[]> {
  const from = dayOf(span.from, '--from')
  const to = dayOf(span.to, '--to')
  await signIn()
  if (options.fetch) await ask('rates.startFetch', { from, to })
  const rows = new Map<string, Row>()
  for (let month = firstOfMonth(from); month <= to; month = addMonths(month, 1)) {
    const { days } = await ask('rates.list', { month: month.slice(0, 7) })
    for (const { rates } of days)
      for (const rate of rates)
        if (rate?.source === 'cbr' && rate.day >= from && rate.day <= to)
          rows.set(`${rate.currency} ${rate.day}`, [rate.currency, rate.day, rate.nominal, rate.value])
  }
  if (rows.size === 0) throw new HostError('cli.noRates', {}, 1)
  return [...rows.values()]
}

function dayOf(text: string | undefined, name: string): Day {
  if (text === undefined || !isDay(text)) throw new HostError('usage.badDay', { name })
  return text
}
