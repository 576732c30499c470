import type { ReactNode } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { PaymentView } from '#shared/contract/acts.ts'
import styles from './documents.module.css'
import { MatchSelect } from './MatchSelect.tsx'

type Props = {
  label: string
  items: readonly PaymentView[]
  mayWrite: boolean
  onOpen: (actId: string) => void
  /** What may be done with a payment, at the end of its row. */
  action: ((payment: PaymentView) => ReactNode) | null
}

export function PaymentsTable({ label, items, mayWrite, onOpen, action }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t('acts.day')}</Th>
          <Th>{t('acts.payee')}</Th>
          <Th>{t('acts.purpose')}</Th>
          <Th align="end">{t('acts.amount')}</Th>
          <Th>{t('acts.pays')}</Th>
          {action ? (
            <Th align="end">
              <span className="visually-hidden">{t('common.more')}</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {items.map((payment) => (
          <tr key={payment.id}>
            <Td>
              {format.day(payment.day)}
              <span className={styles.under}>{t('acts.payNumber', { number: payment.number })}</span>
            </Td>
            <Td className={styles.wide}>
              {payment.payee.name}
              {payment.payee.inn === null ? null : (
                <span className={styles.under}>{t('acts.inn', { inn: payment.payee.inn })}</span>
              )}
            </Td>
            <Td className={styles.wide}>{payment.purpose}</Td>
            <Td align="end" tone="strong">
              <Amount money={payment} />
            </Td>
            <Td>
              <Pays payment={payment} mayWrite={mayWrite} onOpen={onOpen} />
            </Td>
            {action ? <Td align="end">{action(payment)}</Td> : null}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Pays({ payment, mayWrite, onOpen }: { payment: PaymentView } & Pick<Props, 'mayWrite' | 'onOpen'>) {
  const { t } = useText()
  const { actId, actNumber, matchedBy } = payment
  const how = matchedBy === null ? null : t(`acts.matchedBy.${matchedBy}`)
  return (
    <div className={styles.match}>
      {mayWrite ? (
        <MatchSelect payment={payment} />
      ) : actId === null ? (
        t('acts.paysNothing')
      ) : (
        <button type="button" className={styles.link} onClick={() => onOpen(actId)}>
          {t('acts.payNumber', { number: actNumber ?? '' })}
        </button>
      )}
      {how === null || actId === null ? null : <span className={styles.under}>{how}</span>}
    </div>
  )
}
