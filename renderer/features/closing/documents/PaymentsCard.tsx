import { Landmark, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { PaymentView } from '#shared/contract/acts.ts'
import styles from './documents.module.css'
import { PaymentsTable } from './PaymentsTable.tsx'
import { firstDay } from './view.ts'

type Props = { month: string; mayWrite: boolean; onOpen: (actId: string) => void }

/** What the bank has paid to suppliers, and for which documents. */
export function PaymentsCard({ month, mayWrite, onOpen }: Props) {
  const { t } = useText()
  const format = useFormat()
  const [leaving, setLeaving] = useState<PaymentView | null>(null)
  const { data, error, refetch, isFetching } = useCall('payments.list', { month, limit: 500 })
  const name = format.month(firstDay(month))
  return (
    <Card title={t('acts.payTitle')} subtitle={t('acts.paySubtitle', { month: name })} padding="none">
      {error ? (
        <div className={styles.inset}>
          <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
        </div>
      ) : data && data.items.length === 0 ? (
        <EmptyState icon={Landmark} title={t('acts.payEmpty')} text={t('acts.payEmptyText')} />
      ) : data ? (
        <PaymentsTable
          label={t('acts.payTable', { month: name })}
          items={data.items}
          mayWrite={mayWrite}
          onOpen={onOpen}
          action={
            mayWrite
              ? (payment) => (
                  <IconButton
                    icon={Trash2}
                    size="sm"
                    label={t('acts.payRemove', { number: payment.number })}
                    onClick={() => setLeaving(payment)}
                  />
                )
              : null
          }
        />
      ) : (
        <div className={styles.inset} aria-busy="true">
          <Skeleton height={180} radius={10} />
        </div>
      )}
      <RemovePayment payment={leaving} onClose={() => setLeaving(null)} />
    </Card>
  )
}

function RemovePayment({ payment, onClose }: { payment: PaymentView | null; onClose: () => void }) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const { mutate, isPending, error, reset } = useCommand('payments.remove')
  const close = (): void => {
    reset()
    onClose()
  }
  return (
    <ConfirmDialog
      isOpen={payment !== null}
      title={t('acts.payRemoveTitle')}
      confirmLabel={t('acts.remove')}
      isPending={isPending}
      error={error}
      onClose={close}
      onConfirm={() => {
        if (!payment) return
        mutate(
          { id: payment.id },
          {
            onSuccess: () => {
              tell.done(t('acts.payRemoved'))
              close()
            },
          },
        )
      }}
    >
      {payment ? (
        <p className={styles.soft}>
          {t('acts.payRemoveText', { number: payment.number, amount: format.money(payment) })}
        </p>
      ) : null}
    </ConfirmDialog>
  )
}
