import { RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import styles from './Section.module.css'

export function DemoSection() {
  const { t } = useText()
  const tell = useTell()
  const [, navigate] = useLocation()
  const [asks, setAsks] = useState<'reset' | 'remove' | null>(null)
  const update = useCommand('demo.update')
  const remove = useCommand('demo.remove')
  const close = (): void => {
    update.reset()
    remove.reset()
    setAsks(null)
  }
  return (
    <Card title={t('settings.section.demo')} subtitle={t('settings.demoText')}>
      <div className={styles.rows}>
        <div className={styles.row}>
          <div>
            <p className={styles.rowName}>{t('settings.demoReset')}</p>
            <p className={styles.muted}>{t('settings.demoResetText')}</p>
          </div>
          <Button icon={RotateCcw} onClick={() => setAsks('reset')}>
            {t('settings.demoResetAction')}
          </Button>
        </div>
        <div className={styles.row}>
          <div>
            <p className={styles.rowName}>{t('settings.demoRemove')}</p>
            <p className={styles.muted}>{t('settings.demoRemoveText')}</p>
          </div>
          <Button icon={Trash2} onClick={() => setAsks('remove')}>
            {t('settings.demoRemoveAction')}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        isOpen={asks === 'reset'}
        title={t('settings.demoResetTitle')}
        confirmLabel={t('settings.demoResetAction')}
        isPending={update.isPending}
        error={update.error}
        onClose={close}
        onConfirm={() =>
          update.mutate(
            {},
            {
              onSuccess: () => {
                close()
                tell.done(t('settings.demoResetDone'))
              },
            },
          )
        }
      >
        <p>{t('settings.demoResetWhat')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asks === 'remove'}
        title={t('settings.demoRemoveTitle')}
        confirmLabel={t('settings.demoRemoveAction')}
        isPending={remove.isPending}
        error={remove.error}
        onClose={close}
        onConfirm={() =>
          remove.mutate(
            {},
            {
              onSuccess: () => {
                close()
                navigate('/', { replace: true })
              },
            },
          )
        }
      >
        <p>{t('settings.demoRemoveWhat')}</p>
      </ConfirmDialog>
    </Card>
  )
}
