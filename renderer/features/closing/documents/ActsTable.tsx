import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { ActView } from '#shared/contract/acts.ts'
import { DoubtBadges } from './DoubtBadges.tsx'
import styles from './documents.module.css'
import { PaidBadge } from './PaidBadge.tsx'
import { useActWords } from './use-act-words.ts'
import { firstDay } from './view.ts'

type Props = { items: readonly ActView[]; month: string; onOpen: (id: string) => void }

export function ActsTable({ items, month, onOpen }: Props) {
  const { t } = useText()
  const format = useFormat()
  const hasDoubts = items.some(({ doubts, countedAsId }) => doubts.length > 0 || countedAsId !== null)
  return (
    <Table label={t('acts.table', { month: format.month(firstDay(month)) })}>
      <thead>
        <tr>
          <Th>{t('acts.account')}</Th>
          <Th>{t('acts.document')}</Th>
          <Th align="end">{t('acts.without')}</Th>
          <Th align="end">{t('acts.vat')}</Th>
          <Th align="end">{t('acts.total')}</Th>
          <Th>{t('acts.paid')}</Th>
          {hasDoubts ? <Th>{t('acts.doubts')}</Th> : null}
        </tr>
      </thead>
      <tbody>
        {items.map((act) => (
          <ActRow key={act.id} act={act} hasDoubts={hasDoubts} onOpen={onOpen} />
        ))}
      </tbody>
    </Table>
  )
}

type RowProps = Pick<Props, 'onOpen'> & { act: ActView; hasDoubts: boolean }

function ActRow({ act, hasDoubts, onOpen }: RowProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useActWords()
  const { currency } = act
  const corrects = words.correctsOf(act)
  return (
    <tr>
      <Td className={styles.wide}>
        {act.connectionName === null ? (
          <Badge tone="warn">{t('acts.unknown')}</Badge>
        ) : (
          <>
            {act.provider ? <ProviderMark provider={act.provider} /> : null} {act.connectionName}
          </>
        )}
        <span className={styles.under}>{words.supplierOf(act)}</span>
      </Td>
      <Td className={styles.wide}>
        <button type="button" className={styles.link} onClick={() => onOpen(act.id)}>
          {words.nameOf(act)}
        </button>
        <span className={styles.under}>
          {format.day(act.day)}
          {corrects === null ? null : `, ${corrects}`}
        </span>
      </Td>
      <Td align="end">
        <Amount money={{ amount: act.without, currency }} />
      </Td>
      <Td align="end">
        <Amount money={{ amount: act.vat, currency }} />
        <span className={styles.under}>{words.rateOf(act.rate)}</span>
      </Td>
      <Td align="end" tone="strong">
        <Amount money={{ amount: act.total, currency }} />
      </Td>
      <Td>
        <PaidBadge act={act} />
      </Td>
      {hasDoubts ? (
        <Td>
          <DoubtBadges act={act} />
        </Td>
      ) : null}
    </tr>
  )
}
