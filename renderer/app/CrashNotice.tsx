import { CloudOff, Copy, RotateCw } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { copyPlainText } from '#renderer/ui/press-copy.ts'
import styles from './CrashNotice.module.css'

const describe = (error: Error): string =>
  [`page: ${location.pathname}`, `time: ${new Date().toISOString()}`, error.stack ?? error.message].join('\n')

export function CrashNotice({ error }: { error: Error }) {
  const { t } = useText()
  const [isCopied, setCopied] = useState(false)
  const copy = (): void => setCopied(copyPlainText(describe(error)))
  return (
    <div className={styles.page}>
      <EmptyState
        icon={CloudOff}
        title={<span role="alert">{t('shell.crashedTitle')}</span>}
        text={t('shell.crashedText')}
        action={
          <div className={styles.actions}>
            <Button variant="primary" icon={RotateCw} onClick={() => location.reload()}>
              {t('shell.reload')}
            </Button>
            <Button icon={Copy} onClick={copy}>
              {isCopied ? t('common.copied') : t('common.copyDetails')}
            </Button>
          </div>
        }
      />
    </div>
  )
}
