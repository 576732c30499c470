import { CircleCheck, TriangleAlert, X } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { dismissToast, useToasts } from '#renderer/state/toasts.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import styles from './Toasts.module.css'

/** The region is always there, so that screen readers hear what appears in it. */
export function Toasts() {
  const { t } = useText()
  const items = useToasts((state) => state.items)
  return (
    <section className={styles.region} aria-label={t('shell.toasts')} aria-live="polite" aria-atomic="false">
      {items.map(({ id, tone, text, detail }) => {
        const Icon = tone === 'ok' ? CircleCheck : TriangleAlert
        return (
          <div key={id} className={styles.toast} data-tone={tone}>
            <Icon size={17} aria-hidden className={styles.icon} />
            <div className={styles.words}>
              <p className={styles.text}>{text}</p>
              {detail ? <p className={styles.detail}>{detail}</p> : null}
            </div>
            <IconButton
              icon={X}
              size="sm"
              label={t('common.close')}
              hasTooltip={false}
              onClick={() => dismissToast(id)}
            />
          </div>
        )
      })}
    </section>
  )
}
