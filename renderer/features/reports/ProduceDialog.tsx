import { FileOutput } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { ReportFormat, ReportSpec } from '#shared/contract/report-spec.ts'
import { DeliveryFields } from './DeliveryFields.tsx'
import { type DeliveryDraft, deliveryRefusal, targetOf } from './deliveries.ts'
import { FormatChecks } from './FormatChecks.tsx'
import styles from './reports.module.css'

/** What is to be produced: a saved report as it was saved, or one as it is on screen. */
export type Producible = { name: string } & ({ reportId: string } | { spec: ReportSpec; isUnsaved: boolean })

type Props = {
  /** Null: nothing is. */
  what: Producible | null
  onStarted: (runId: string) => void
  onClose: () => void
}

export function ProduceDialog({ what, onStarted, onClose }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('reports.produceTitle')} isOpen={what !== null} onClose={onClose} width={560}>
      {what === null ? null : <Body what={what} onStarted={onStarted} onClose={onClose} />}
    </Dialog>
  )
}

function Body({ what, onStarted, onClose }: Props & { what: Producible }) {
  const { t } = useText()
  const { mutate, isPending, error } = useCommand('reports.start')
  const [formats, setFormats] = useState<readonly ReportFormat[]>(['pdf', 'xlsx'])
  const [why, setWhy] = useState('')
  const [deliveries, setDeliveries] = useState<readonly DeliveryDraft[]>([])
  const [isTried, setTried] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (isPending || formats.length === 0 || deliveries.some((one) => deliveryRefusal(one) !== null)) return
    mutate(
      {
        ...('reportId' in what ? { reportId: what.reportId } : { spec: what.spec }),
        formats: [...formats],
        why: why.trim() || null,
        deliveries: deliveries.map(targetOf),
      },
      {
        onSuccess: ({ runId }) => {
          showToast({ tone: 'ok', text: t('reports.started'), detail: what.name })
          onStarted(runId)
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <p className={styles.strong}>{what.name}</p>
        <p className={styles.soft}>
          {t('isUnsaved' in what && what.isUnsaved ? 'reports.produceUnsaved' : 'reports.produceText')}
        </p>
      </div>
      <FormatChecks
        value={formats}
        onChange={setFormats}
        error={isTried && formats.length === 0 ? t('reports.formatsNone') : undefined}
      />
      <TextField
        label={t('reports.why')}
        hint={t('reports.whyHint')}
        value={why}
        maxLength={500}
        onChange={setWhy}
      />
      <Disclosure label={t('reports.alsoSend')} isNeeded={deliveries.length > 0}>
        <DeliveryFields value={deliveries} isTried={isTried} onChange={setDeliveries} />
      </Disclosure>
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.foot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" icon={FileOutput} isPending={isPending} data-focus-first>
          {t('reports.produce')}
        </Button>
      </div>
    </form>
  )
}
