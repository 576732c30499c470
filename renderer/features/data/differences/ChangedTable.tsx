import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import styles from './differences.module.css'

type Line = CallOutput<'differences.listLines'>['items'][number]
type Props = { items: readonly Line[]; isBusy: boolean; hasAccount: boolean }

const TONES = { added: 'info', corrected: 'warn', withdrawn: 'neutral' } as const

export function ChangedTable({ items, isBusy, hasAccount }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { data } = useCall('connections.list', {})
  const names = new Map(data?.items.map(({ id, name }) => [id, name]))
  return (
    <Table label={t('differences.linesTable')} isBusy={isBusy} className={styles.table} maxHeight={640}>
      <thead>
        <tr>
          <Th>{t('differences.day')}</Th>
          <Th>{t('differences.kind')}</Th>
          {hasAccount ? <Th>{t('differences.account')}</Th> : null}
          <Th>{t('differences.service')}</Th>
          <Th>{t('differences.resource')}</Th>
          <Th align="end">{t('differences.before')}</Th>
          <Th align="end">{t('differences.after')}</Th>
          <Th align="end">{t('differences.change')}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((line) => {
          const { kind, currency, before, after, amount } = line
          return (
            <tr key={line.id}>
              <Td>{format.day(line.day)}</Td>
              <Td>
                <Badge tone={TONES[kind]}>{t(`differences.kind.${kind}`)}</Badge>
              </Td>
              {hasAccount ? <Td>{names.get(line.connectionId) ?? line.connectionId}</Td> : null}
              <Td className={styles.wide}>
                {line.service}
                {line.sku === null ? null : <span className={styles.under}>{line.sku}</span>}
              </Td>
              <Td className={styles.wide}>{line.resource ?? '—'}</Td>
              <Td align="end">{before === null ? '—' : <Amount money={{ amount: before, currency }} />}</Td>
              <Td align="end">{after === null ? '—' : <Amount money={{ amount: after, currency }} />}</Td>
              <Td align="end">
                <Amount money={{ amount, currency }} sign />
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
