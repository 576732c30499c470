import { Copy, RotateCw, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ErrorView } from '#shared/errors/app-error.ts'
import { describeError } from '#shared/texts/errors.ts'
import { Button } from './Button.tsx'
import styles from './ErrorBanner.module.css'
import { errorDetails } from './error-details.ts'
import { copyPlainText } from './press-copy.ts'

type Props = {
  /** A transport error or what it carries. */
  error: ErrorView | { error: ErrorView }
  onRetry?: (() => void) | undefined
  isRetrying?: boolean
}

/** The reason in the person's language, what to do next, a retry, and the details for whoever helps. */
export function ErrorBanner({ error, onRetry, isRetrying = false }: Props) {
  const { t, language } = useText()
  const [isCopied, setCopied] = useState(false)
  const view = 'error' in error ? error.error : error
  const { title, next } = describeError(view, language)
  const copy = (): void => setCopied(copyPlainText(errorDetails(view)))
  return (
    <div className={styles.banner} role="alert">
      <TriangleAlert className={styles.icon} size={18} aria-hidden />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p className={styles.next}>{next}</p>
        {view.ref ? <p className={styles.ref}>{t('common.errorRef', { ref: view.ref })}</p> : null}
      </div>
      <div className={styles.actions}>
        <Button size="sm" variant="ghost" icon={Copy} onClick={copy}>
          {isCopied ? t('common.copied') : t('common.copyDetails')}
        </Button>
        {onRetry ? (
          <Button size="sm" icon={RotateCw} onClick={onRetry} isPending={isRetrying}>
            {t('common.retry')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
