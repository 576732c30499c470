import { Link } from 'wouter'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import type { ConnectionView } from '#shared/contract/connections.ts'
import { firstOfMonth } from '#shared/lib/day.ts'
import { Fact } from './Fact.tsx'

/** What the files of an account bill for its last month with data, each currency by itself: bills are made by the month. */
export function FilesFigures({ item: { id, dataThrough } }: { item: ConnectionView }) {
  const { t } = useText()
  const format = useFormat()
  const { today } = useSession()
  const to = dataThrough ?? today
  const from = firstOfMonth(to)
  const { data } = useCall('ledger.getTotals', { filter: { connectionIds: [id], from, to } })
  return (
    <>
      <Fact label={t('connections.billedIn')} note={format.dayRange(from, to)}>
        {data?.totals.length
          ? data.totals.map(({ currency, billed }) => (
              <div key={currency}>
                <Amount money={{ amount: billed, currency }} />
              </div>
            ))
          : data
            ? t('connections.noCosts')
            : '—'}
      </Fact>
      <Fact label={t('connections.lines')}>
        {data ? (
          <Link href={`/ledger?account=${encodeURIComponent(id)}&period=custom&from=${from}&to=${to}`}>
            {format.number(data.lines)}
          </Link>
        ) : (
          '—'
        )}
      </Fact>
    </>
  )
}
