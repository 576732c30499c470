import { Lock } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Delta } from '#renderer/ui/Delta.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { ImportDifference, SummaryView } from '#shared/contract/imports.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { firstDay } from '../months.ts'
import { directionOf } from '../sums.ts'
import styles from './imports.module.css'

type Props = { differences: readonly ImportDifference[]; accounts: SummaryView['accounts'] }

const TONES = { new: 'info', same: 'neutral', changed: 'warn' } as const

/** Against what counts already, by account and month: what is new, the same, and what would change. */
export function DifferenceTable({ differences, accounts }: Props) {
  const { t } = useText()
  return (
    <Card title={t('imports.difference')} subtitle={t('imports.differenceText')} padding="none">
      <Table label={t('imports.differenceTable')} className={styles.figuresTable} maxHeight={480}>
        <thead>
          <tr>
            <Th>{t('imports.account')}</Th>
            <Th>{t('imports.month')}</Th>
            <Th align="end">{t('imports.diff.days')}</Th>
            <Th>{t('imports.diff.kind')}</Th>
            <Th align="end">{t('imports.diff.before')}</Th>
            <Th align="end">{t('imports.diff.after')}</Th>
            <Th align="end">{t('imports.diff.change')}</Th>
          </tr>
        </thead>
        <tbody>
          {differences.map((each) => (
            <Row
              key={`${each.provider} ${each.accountRef} ${each.month} ${each.currency}`}
              each={each}
              name={accounts.find(({ accountRef }) => accountRef === each.accountRef)?.accountName ?? null}
            />
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

function Row({ each, name }: { each: ImportDifference; name: string | null }) {
  const { t } = useText()
  const format = useFormat()
  const { provider, accountRef, month, currency, kind, before, after, change, days, isFromApi, isClosed } =
    each
  return (
    <tr>
      <Td>
        <span className={styles.account}>
          <ProviderMark provider={provider} size={22} />
          <span>{name ?? accountRef}</span>
        </span>
      </Td>
      <Td>
        <span className={styles.inline}>
          {format.month(firstDay(month))}
          {isClosed ? (
            <Badge tone="warn" icon={Lock}>
              {t('imports.diff.closed')}
            </Badge>
          ) : null}
        </span>
      </Td>
      <Td align="end">{format.number(days)}</Td>
      <Td>
        <span className={styles.inline}>
          <Badge tone={TONES[kind]}>{t(`imports.diff.${kind}`)}</Badge>
          {isFromApi ? <span className={styles.soft}>{t('imports.diff.fromApi')}</span> : null}
        </span>
      </Td>
      <Td align="end">
        <Side side={before} currency={currency} />
      </Td>
      <Td align="end">
        <Side side={after} currency={currency} />
      </Td>
      <Td align="end">
        {kind === 'same' ? (
          '—'
        ) : (
          <Delta direction={directionOf(change)}>
            <Amount money={{ amount: change, currency }} sign />
          </Delta>
        )}
      </Td>
    </tr>
  )
}

function Side({ side, currency }: { side: ImportDifference['before']; currency: Currency }) {
  const { t } = useText()
  if (side === null) return '—'
  return (
    <>
      <Amount money={{ amount: side.billed, currency }} />
      <span className={styles.under}>{t('imports.diff.lines', { count: side.lines })}</span>
    </>
  )
}
