import type { UseQueryResult } from '@tanstack/react-query'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { capacityUnit, capitalised, loadOf } from '../view.ts'
import { Panel } from './Panel.tsx'
import styles from './UtilizationPanel.module.css'

type Output = CallOutput<'dashboard.getUtilization'>
type Item = Output['items'][number]

type Props = { query: UseQueryResult<Output, TransportError>; noFullDay: string | null }

export function UtilizationPanel({ query, noFullDay }: Props) {
  const { t } = useText()
  return (
    <Panel
      title={t('dashboard.use.title')}
      subtitle={t('dashboard.use.subtitle')}
      query={query}
      skeleton={
        <div className={styles.list}>
          {['cpu', 'ram', 'disk', 'network'].map((metric) => (
            <div key={metric} className={styles.item}>
              <Skeleton width="45%" />
              <Skeleton height={8} />
              <Skeleton width="65%" height={12} />
            </div>
          ))}
        </div>
      }
    >
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.none}>
            {noFullDay === null ? t('dashboard.use.none') : `${capitalised(noFullDay)}.`}
          </p>
        ) : (
          <ul className={styles.list}>
            {items.map((item) => (
              <Meter key={item.metric} item={item} />
            ))}
          </ul>
        )
      }
    </Panel>
  )
}

const TONES = { calm: 'brand', high: 'warn', full: 'bad' } as const

function Meter({ item }: { item: Item }) {
  const { t } = useText()
  const format = useFormat()
  const { unit, divisor } = capacityUnit(item.metric, item.capacity)
  const value = (amount: number): string =>
    t(`dashboard.unit.${unit}`, { value: format.number(amount / divisor, divisor > 1 ? 1 : 0) })
  const used = format.number(item.used / divisor, divisor > 1 ? 1 : 0)
  const name = t(`dashboard.use.${item.metric}`)
  const words = t('dashboard.use.of', { used, capacity: value(item.capacity) })
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <span className={styles.name}>{name}</span>
        <span className={styles.ratio}>{format.percent(item.ratio, { digits: 0 })}</span>
      </div>
      <ProgressBar
        label={name}
        ratio={item.ratio}
        tone={TONES[loadOf(item.ratio)]}
        mark={item.peakRatio}
        valueText={words}
      />
      <div className={styles.facts}>
        <span>{words}</span>
        <span>
          {t('dashboard.use.peak', { percent: format.percent(item.peakRatio, { digits: 0 }) })}
          {' · '}
          {t('dashboard.use.resources', { count: item.resources })}
        </span>
      </div>
    </li>
  )
}
