import { FileX2 } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Drawer } from '#renderer/ui/Drawer.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { ActFacts } from './ActFacts.tsx'
import { ActForm } from './ActForm.tsx'
import { ActLines } from './ActLines.tsx'
import styles from './documents.module.css'
import { PaymentsTable } from './PaymentsTable.tsx'
import { useActWords } from './use-act-words.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

type Props = {
  id: string | null
  mayWrite: boolean
  onOpen: (id: string) => void
  onClose: () => void
}

/** A document whole: what it says, whose it is, what has been paid. */
export function ActDrawer({ id, mayWrite, onOpen, onClose }: Props) {
  const { t } = useText()
  const words = useActWords()
  const { data, error } = useCall(
    'acts.get',
    { id: id ?? '' },
    { enabled: id !== null, keepsPrevious: false },
  )
  const name = data ? words.nameOf(data.act) : t('acts.document')
  return (
    <Drawer
      label={name}
      isOpen={id !== null}
      onClose={onClose}
      head={<h2 className={styles.drawerTitle}>{name}</h2>}
    >
      <div className={styles.drawer}>
        {error ? <ErrorBanner error={error} /> : null}
        {data ? (
          <Whole key={data.act.id} data={data} mayWrite={mayWrite} onOpen={onOpen} onClose={onClose} />
        ) : error ? null : (
          <Skeleton height={240} radius={10} />
        )}
      </div>
    </Drawer>
  )
}

type WholeProps = Pick<Props, 'mayWrite' | 'onOpen' | 'onClose'> & { data: CallOutput<'acts.get'> }

function Whole({ data, mayWrite, onOpen, onClose }: WholeProps) {
  const { t } = useText()
  const [isLeaving, setLeaving] = useState(false)
  const { act, lines, payments } = data
  return (
    <>
      <ActFacts act={act} hasForm={mayWrite} />
      {mayWrite ? <ActForm act={act} /> : null}
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('acts.lines')}</h3>
        {lines.length === 0 ? (
          <p className={styles.soft}>{t('acts.noLines')}</p>
        ) : (
          <ActLines act={act} lines={lines} />
        )}
      </section>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('acts.payments')}</h3>
        {payments.length === 0 ? (
          <p className={styles.soft}>{t('acts.noPayments')}</p>
        ) : (
          <PaymentsTable
            label={t('acts.payments')}
            items={payments}
            mayWrite={mayWrite}
            onOpen={onOpen}
            action={null}
          />
        )}
      </section>
      {mayWrite ? (
        <div>
          <Button icon={FileX2} variant="ghost" onClick={() => setLeaving(true)}>
            {t('acts.withdraw')}
          </Button>
        </div>
      ) : null}
      <WithdrawDialog act={act} isOpen={isLeaving} onClose={() => setLeaving(false)} onDone={onClose} />
    </>
  )
}
