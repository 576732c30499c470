import { useState } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { SummaryView } from '#shared/contract/imports.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { firstDay } from '../months.ts'
import styles from './imports.module.css'

const parts = ['accounts', 'months', 'services'] as const
type Part = (typeof parts)[number]

type Line = {
  key: string
  name: string
  provider?: string
  isNew?: boolean
  note?: string
  currency: Currency
  lines: number
  billed: string
  effective: string
}

/** What the file holds, by account, by month or by service; each line in its own currency. */
export function Breakdown({ summary }: { summary: SummaryView }) {
  const { t } = useText()
  const format = useFormat()
  const [part, setPart] = useState<Part>('accounts')
  const lines = useLines(summary, part)
  return (
    <Card
      title={t('imports.breakdown')}
      padding="none"
      actions={
        <Segmented
          size="sm"
          label={t('imports.breakdown')}
          value={part}
          options={parts.map((value) => ({ value, label: t(`imports.${value}`) }))}
          onChange={setPart}
        />
      }
    >
      <Table label={t(`imports.${part}`)} className={styles.figuresTable} maxHeight={440}>
        <thead>
          <tr>
            <Th>{t(HEADS[part])}</Th>
            <Th align="end">{t('imports.lines')}</Th>
            <Th align="end">{t('imports.billed')}</Th>
            <Th align="end">{t('imports.effectiveCol')}</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <Td>
                <span className={styles.account}>
                  {line.provider ? <ProviderMark provider={line.provider} size={22} /> : null}
                  <span>{line.name}</span>
                  {line.isNew ? <Badge tone="info">{t('imports.newAccount')}</Badge> : null}
                  {line.note ? <span className={styles.soft}>{line.note}</span> : null}
                </span>
              </Td>
              <Td align="end">{format.number(line.lines)}</Td>
              <Td align="end">
                <Amount money={{ amount: line.billed, currency: line.currency }} />
              </Td>
              <Td align="end" tone="muted">
                <Amount money={{ amount: line.effective, currency: line.currency }} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {part === 'services' && summary.services.length >= MOST_SERVICES ? (
        <p className={styles.tableNote}>{t('imports.servicesMore')}</p>
      ) : null}
    </Card>
  )
}

const MOST_SERVICES = 100
const HEADS = { accounts: 'imports.account', months: 'imports.month', services: 'imports.service' } as const

function useLines(summary: SummaryView, part: Part): Line[] {
  const format = useFormat()
  switch (part) {
    case 'accounts':
      return summary.accounts.map((each) => ({
        ...each,
        key: `${each.provider} ${each.accountRef} ${each.currency}`,
        name: each.accountName ?? each.accountRef,
        isNew: each.connectionId === null,
        note: `${each.accountName === null ? '' : `${each.accountRef}, `}${format.dayRange(each.from, each.to)}`,
      }))
    case 'months':
      return summary.months.map((each) => ({
        ...each,
        key: `${each.accountRef} ${each.month} ${each.currency}`,
        name: format.month(firstDay(each.month)),
        note: each.accountRef,
      }))
    case 'services':
      return summary.services.map((each) => ({
        ...each,
        key: `${each.service} ${each.currency}`,
        name: each.service,
      }))
  }
}
