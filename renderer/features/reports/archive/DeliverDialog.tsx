import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { DeliveryFields } from '../DeliveryFields.tsx'
import { type DeliveryDraft, deliveryRefusal, targetOf } from '../deliveries.ts'
import styles from '../reports.module.css'

type Props = { runId: string; isOpen: boolean; onClose: () => void }

/** What is in the archive goes out once more, or elsewhere. */
export function DeliverDialog({ isOpen, onClose, runId }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('reports.deliverTitle')} isOpen={isOpen} onClose={onClose} width={520}>
      {isOpen ? <Body runId={runId} onClose={onClose} /> : null}
    </Dialog>
  )
}

function Body({ runId, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useText()
  const tell = useTell()
  const { mutateAsync, isPending, error } = useCommand('reports.deliver')
  const [deliveries, setDeliveries] = useState<readonly DeliveryDraft[]>([
    { id: 'first', kind: 'folder', path: '' },
  ])
  const [isTried, setTried] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (isPending || deliveries.length === 0 || deliveries.some((one) => deliveryRefusal(one) !== null))
      return
    try {
      for (const draft of deliveries) await mutateAsync({ runId, target: targetOf(draft) })
    } catch {
      // The banner below tells of it.
      return
    }
    tell.done(t('reports.delivered'))
    onClose()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <DeliveryFields value={deliveries} isTried={isTried} onChange={setDeliveries} />
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.foot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending} disabled={deliveries.length === 0}>
          {t('reports.deliverSend')}
        </Button>
      </div>
    </form>
  )
}
