import { FolderOutput, Mail, RotateCw, Send } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Badge, type Tone } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import type { DeliveryView, ReportRunView } from '#shared/contract/reports.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import { targetWords } from '../deliveries.ts'
import styles from './archive.module.css'
import { DeliverDialog } from './DeliverDialog.tsx'

type Props = { run: ReportRunView }

const TONES: Record<DeliveryView['status'], Tone> = {
  waiting: 'neutral',
  done: 'ok',
  retrying: 'warn',
  failed: 'bad',
}

/** Where the report went, what stood in the way, and another try. */
export function RunDeliveries({ run }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const { role } = useSession()
  const tell = useTell()
  const deliver = useCommand('reports.deliver')
  const [isOpen, setOpen] = useState(false)
  const mayWrite = isGranted(role, 'data.write')
  return (
    <section className={styles.section} aria-labelledby="run-deliveries">
      <div className={styles.headLine}>
        <h3 id="run-deliveries" className={styles.heading}>
          {t('reports.deliveries')}
        </h3>
        {mayWrite ? (
          <Button size="sm" icon={Send} aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {t('reports.deliverNew')}
          </Button>
        ) : null}
      </div>
      {run.deliveries.length === 0 ? <p className={styles.soft}>{t('reports.deliveriesNone')}</p> : null}
      <ul className={styles.files}>
        {run.deliveries.map(({ id, target, status, attempts, lastAtMs, nextAtMs, problem }) => {
          const Icon = target.kind === 'folder' ? FolderOutput : Mail
          const words = targetWords(target)
          const told = problem ? describeProblem(problem, language) : null
          return (
            <li key={id} className={styles.file}>
              <Icon size={17} aria-hidden className={styles.icon} />
              <div className={styles.fileWords}>
                <p className={styles.fileName}>{words}</p>
                <p className={styles.badges}>
                  <Badge tone={TONES[status]} hasDot>
                    {t(`reports.delivery.${status}`, {
                      when: nextAtMs === null ? '' : format.instant(nextAtMs),
                    })}
                  </Badge>
                  <span className={styles.soft}>
                    {[
                      ...(attempts > 0 ? [t('reports.deliveryAttempts', { count: attempts })] : []),
                      ...(lastAtMs === null ? [] : [format.instant(lastAtMs)]),
                    ].join(', ')}
                  </span>
                </p>
                {told ? (
                  <p className={styles.problem}>
                    {told.title} {told.next}
                  </p>
                ) : null}
              </div>
              {mayWrite && (status === 'failed' || status === 'retrying') ? (
                <Button
                  size="sm"
                  icon={RotateCw}
                  aria-label={t('reports.deliveryAgainOf', { name: words })}
                  isPending={deliver.isPending}
                  onClick={() =>
                    deliver.mutate(
                      { runId: run.id, target },
                      { onSuccess: () => tell.done(t('reports.delivered')), onError: tell.failed },
                    )
                  }
                >
                  {t('reports.deliveryAgain')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      <DeliverDialog runId={run.id} isOpen={isOpen} onClose={() => setOpen(false)} />
    </section>
  )
}
