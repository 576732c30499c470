import { Link } from 'wouter'
import { recommendationSentence } from '#renderer/i18n/recommendation-sentence.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import type { RecommendationView } from '#shared/contract/recommendations.ts'
import { confidenceLevel, confidenceTone, resourcePath } from '../view.ts'
import styles from './RecommendationList.module.css'

type Props = { items: readonly RecommendationView[]; isBusy: boolean }

export function RecommendationList({ items, isBusy }: Props) {
  return (
    <ul className={styles.list} aria-busy={isBusy || undefined}>
      {items.map((item) => (
        <Row key={item.id} item={item} />
      ))}
    </ul>
  )
}

function Row({ item }: { item: RecommendationView }) {
  const { t } = useText()
  const format = useFormat()
  const level = confidenceLevel(item.confidence)
  return (
    <li className={styles.row}>
      <ProviderMark provider={item.provider} size={32} />
      <div className={styles.words}>
        <p className={styles.what}>{recommendationSentence(item, t, format)}</p>
        <p className={styles.where}>
          <Link
            href={resourcePath(item)}
            aria-label={t('recommendations.openResource', { name: item.resourceName })}
          >
            {item.resourceName}
          </Link>
          {` · ${item.connectionName} · `}
          <time dateTime={new Date(item.createdAtMs).toISOString()} title={format.instant(item.createdAtMs)}>
            {t('recommendations.found', { age: format.age(item.createdAtMs) })}
          </time>
        </p>
      </div>
      <div className={styles.badges}>
        <Badge>{t(`recommendations.category.${item.category}`)}</Badge>
        <Badge tone={confidenceTone(level)}>
          {t('recommendations.confidenceIs', {
            level: t(`recommendations.confidence.${level}`),
            percent: format.percent(item.confidence, { digits: 0 }),
          })}
        </Badge>
        <Badge>{t(`recommendations.effort.${item.effort}`)}</Badge>
      </div>
      <div className={styles.savings}>
        <Amount money={item.monthlySavings} />
        <span className={styles.per}>{t('recommendations.perMonth')}</span>
      </div>
    </li>
  )
}
