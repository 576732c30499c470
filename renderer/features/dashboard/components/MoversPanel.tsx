import type { UseQueryResult } from '@tanstack/react-query'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Delta } from '#renderer/ui/Delta.tsx'
import type { SpenderKind, SpenderView } from '#shared/contract/dashboard.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { capitalised, changeWidth, directionOf, whyNoChange } from '../view.ts'
import { RankPanel } from './RankPanel.tsx'
import styles from './ranks.module.css'
import { ShareBar } from './ShareBar.tsx'

type Props = {
  query: UseQueryResult<CallOutput<'dashboard.listMovers'>, TransportError>
  by: SpenderKind
  onBy: (by: SpenderKind) => void
  period: Readonly<Record<string, string>>
  noFullDay: string | null
}

export function MoversPanel({ query, by, onBy, period, noFullDay }: Props) {
  const { t } = useText()
  const format = useFormat()
  const wasNow = (item: SpenderView): string =>
    t('dashboard.rank.wasNow', { before: format.money(item.before), now: format.money(item.amount) })
  return (
    <RankPanel
      title={t('dashboard.movers.title')}
      subtitle={t('dashboard.movers.subtitle')}
      by={by}
      onBy={onBy}
      query={query}
      period={period}
      none={({ items, comparison }) => {
        if (comparison !== 'whole') {
          const title = capitalised(whyNoChange(comparison, noFullDay, t))
          return { title, text: t(`dashboard.movers.next.${comparison}`) }
        }
        return items.length === 0 ? { title: t('dashboard.rank.noneMovers') } : null
      }}
      figures={(item) => (
        <span title={wasNow(item)} className={styles.change}>
          <Delta direction={directionOf(item.change.amount)}>
            <Amount money={item.change} sign />
          </Delta>
          <span className={styles.soft}>
            {item.changeRatio === null
              ? t('dashboard.rank.new')
              : format.percent(item.changeRatio, { sign: true })}
          </span>
        </span>
      )}
      bar={(item, items) => {
        const direction = directionOf(item.change.amount)
        const all = items.map((other) => other.change.amount)
        return (
          <ShareBar
            percent={changeWidth(item.change.amount, all)}
            tone={direction === 'flat' ? 'brand' : direction}
          />
        )
      }}
      foot={(value) => (
        <p className={styles.total}>
          <span>{t('dashboard.rank.totalChange')}</span>
          <Delta direction={directionOf(value.totalChange.amount)}>
            <Amount money={value.totalChange} sign />
          </Delta>
        </p>
      )}
    />
  )
}
