import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Tooltip } from '#renderer/ui/Tooltip.tsx'
import type { ActView } from '#shared/contract/acts.ts'
import styles from './documents.module.css'

/** What is odd about a document, in a word; the rest of it on hover or focus. */
export function DoubtBadges({ act }: { act: ActView }) {
  const { t } = useText()
  const isCounted = act.countedAsId !== null
  if (act.doubts.length === 0 && !isCounted) return null
  return (
    <div className={styles.badges}>
      {isCounted ? (
        <Tooltip text={t('acts.countedText')}>
          <button type="button" className={styles.doubt}>
            <Badge>{t('acts.counted')}</Badge>
          </button>
        </Tooltip>
      ) : null}
      {act.doubts.map((doubt) => (
        <Tooltip key={doubt} text={t(`acts.doubt.${doubt}.text`)}>
          <button type="button" className={styles.doubt}>
            <Badge tone="warn">{t(`acts.doubt.${doubt}`)}</Badge>
          </button>
        </Tooltip>
      ))}
    </div>
  )
}
