import type { UseQueryResult } from '@tanstack/react-query'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import type { SpenderKind } from '#shared/contract/dashboard.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { capitalised, shareWidth } from '../view.ts'
import { RankPanel } from './RankPanel.tsx'
import styles from './ranks.module.css'
import { ShareBar } from './ShareBar.tsx'

type Props = {
  query: UseQueryResult<CallOutput<'dashboard.listSpenders'>, TransportError>
  by: SpenderKind
  onBy: (by: SpenderKind) => void
  period: Readonly<Record<string, string>>
  words: string
  noFullDay: string | null
}

export function SpendersPanel({ query, by, onBy, period, words, noFullDay }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <RankPanel
      title={t('dashboard.top.title')}
      subtitle={words}
      by={by}
      onBy={onBy}
      query={query}
      period={period}
      none={({ items }) => {
        if (items.length > 0) return null
        return noFullDay === null
          ? { title: t('dashboard.rank.noneTop') }
          : { title: capitalised(noFullDay), text: t('dashboard.movers.next.noFullDay') }
      }}
      figures={(item) => (
        <>
          <Amount money={item.amount} />
          <span className={styles.soft}>{item.share === null ? '—' : format.percent(item.share)}</span>
        </>
      )}
      bar={(item) => <ShareBar percent={shareWidth(item.share)} />}
      foot={(value) => (
        <>
          <p className={styles.soft}>
            <span>{t('dashboard.rank.rest')}</span>
            <Amount money={value.rest} />
          </p>
          <p className={styles.total}>
            <span>{t('dashboard.rank.total')}</span>
            <Amount money={value.total} />
          </p>
        </>
      )}
    />
  )
}
