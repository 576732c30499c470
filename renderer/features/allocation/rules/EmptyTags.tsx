import { Split } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import styles from './rules.module.css'

/** What a virtual tag is, and one button that begins. */
export function EmptyTags({ mayWrite, onStart }: { mayWrite: boolean; onStart: () => void }) {
  const { t } = useText()
  return (
    <Card>
      <EmptyState
        icon={Split}
        title={t('allocation.emptyTitle')}
        text={t('allocation.emptyText')}
        action={
          mayWrite ? (
            <div className={styles.start}>
              <Button variant="primary" size="lg" onClick={onStart}>
                {t('allocation.emptyStart')}
              </Button>
              <p className={styles.soft}>{t('allocation.emptyStartHint')}</p>
            </div>
          ) : (
            <p className={styles.soft}>{t('allocation.emptyViewer')}</p>
          )
        }
      />
    </Card>
  )
}
