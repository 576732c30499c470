import type { UseQueryResult } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { Link } from 'wouter'
import { recommendationSentence } from '#renderer/i18n/recommendation-sentence.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { pathOf } from '../view.ts'
import styles from './AdvicePanel.module.css'
import { ListSkeleton } from './ListSkeleton.tsx'
import { Panel } from './Panel.tsx'

type Props = { query: UseQueryResult<CallOutput<'recommendations.list'>, TransportError> }

export function AdvicePanel({ query }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Panel
      title={t('dashboard.advice.title')}
      padding="none"
      query={query}
      skeleton={<ListSkeleton rows={5} height={56} inset />}
      actions={
        <Link href="/recommendations" className={styles.all}>
          {t('dashboard.advice.all')}
          <ArrowRight size={14} aria-hidden />
        </Link>
      }
    >
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.none}>{t('dashboard.advice.none')}</p>
        ) : (
          <ul>
            {items.map((item) => (
              <li key={item.id} className={styles.row}>
                <div className={styles.words}>
                  <Link
                    href={pathOf(
                      '/recommendations',
                      item.resourceId === null ? {} : { resource: String(item.resourceId) },
                    )}
                    className={styles.what}
                  >
                    {recommendationSentence(item, t, format)}
                  </Link>
                  <span className={styles.where}>
                    {item.resourceName} · {item.connectionName}
                  </span>
                </div>
                <span className={styles.savings}>
                  <Amount money={item.monthlySavings} />
                  <span className={styles.where}>{t('recommendations.perMonth')}</span>
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Panel>
  )
}
