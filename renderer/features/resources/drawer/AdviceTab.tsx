import { ArrowRight, Lightbulb } from 'lucide-react'
import { Link } from 'wouter'
import { recommendationSentence } from '#renderer/i18n/recommendation-sentence.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import styles from './AdviceTab.module.css'
import { TabBody } from './TabBody.tsx'

/** What could be saved on it. */
export function AdviceTab({ id }: { id: number }) {
  const { t } = useText()
  const format = useFormat()
  const advice = useCall('recommendations.list', { resourceId: id, limit: 100 })
  return (
    <TabBody query={advice}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            icon={Lightbulb}
            title={t('resources.adviceNone')}
            text={t('resources.adviceNoneText')}
          />
        ) : (
          <>
            <ul>
              {items.map((item) => (
                <li key={item.id} className={styles.item}>
                  <div className={styles.words}>
                    <p>{recommendationSentence(item, t, format)}</p>
                    <p className={styles.badges}>
                      <Badge>{t(`recommendations.category.${item.category}`)}</Badge>
                      <Badge>{t(`recommendations.effort.${item.effort}`)}</Badge>
                    </p>
                  </div>
                  <p className={styles.savings}>
                    <Amount money={item.monthlySavings} />
                    <span className={styles.per}>{t('recommendations.perMonth')}</span>
                  </p>
                </li>
              ))}
            </ul>
            <Link href={`/recommendations?resource=${id}`} className={styles.link}>
              {t('resources.toAdvice')}
              <ArrowRight size={14} aria-hidden />
            </Link>
          </>
        )
      }
    </TabBody>
  )
}
