import { Link } from 'wouter'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { ClosedMonthView } from '#shared/contract/rates.ts'
import { firstDay } from '../months.ts'
import styles from './months.module.css'

type Props = {
  items: readonly ClosedMonthView[]
  mayClose: boolean
  onAct: (kind: 'close' | 'reopen', month: ClosedMonthView) => void
}

export function MonthsTable({ items, mayClose, onAct }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Table label={t('rates.m.table')}>
      <thead>
        <tr>
          <Th>{t('rates.m.month')}</Th>
          <Th>{t('rates.m.state')}</Th>
          <Th>{t('rates.m.rule')}</Th>
          <Th align="end">{t('rates.m.rates')}</Th>
          <Th align="end">{t('rates.m.corrections')}</Th>
          {mayClose ? (
            <Th align="end">
              <span className="visually-hidden">{t('common.more')}</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const name = format.month(firstDay(item.month))
          return (
            <tr key={item.month}>
              <Td tone="strong">
                <Link
                  href={`/data?tab=rates&month=${item.month}`}
                  className={styles.link}
                  aria-label={t('rates.m.toRates', { month: name })}
                >
                  {name}
                </Link>
              </Td>
              <Td>
                <State month={item} />
              </Td>
              <Td>{item.rule ? t(`rates.rule.${item.rule}`) : '—'}</Td>
              <Td align="end">{item.isClosed ? format.number(item.frozenRates) : '—'}</Td>
              <Td align="end">
                {!item.isClosed ? (
                  '—'
                ) : item.corrections > 0 ? (
                  <Badge tone="warn">{format.number(item.corrections)}</Badge>
                ) : (
                  t('rates.m.correctionsNone')
                )}
              </Td>
              {mayClose ? (
                <Td align="end">
                  {item.isClosed ? (
                    <Button
                      size="sm"
                      aria-label={t('rates.m.reopenOf', { month: name })}
                      onClick={() => onAct('reopen', item)}
                    >
                      {t('rates.m.reopen')}
                    </Button>
                  ) : item.isOver ? (
                    <Button
                      size="sm"
                      aria-label={t('rates.m.closeOf', { month: name })}
                      onClick={() => onAct('close', item)}
                    >
                      {t('rates.m.close')}
                    </Button>
                  ) : null}
                </Td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

function State({ month }: { month: ClosedMonthView }) {
  const { t } = useText()
  if (month.isClosed)
    return (
      <Badge tone="ok" hasDot>
        {t('rates.m.closed')}
      </Badge>
    )
  if (!month.isOver)
    return (
      <span title={t('rates.m.runningText')}>
        <Badge>{t('rates.m.running')}</Badge>
      </span>
    )
  return (
    <Badge tone={month.closings.length > 0 ? 'warn' : 'neutral'} hasDot>
      {t(month.closings.length > 0 ? 'rates.m.reopened' : 'rates.m.open')}
    </Badge>
  )
}
