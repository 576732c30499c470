import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import { resolvePeriod } from '#shared/lib/period.ts'
import { tierTone } from '../usage.ts'
import styles from './CardUsage.module.css'

type Props = {
  id: number
  /** Cards that fly by ask for nothing. */
  isWaiting: boolean
}

/** The average load of processor and memory over thirty days, as two small bars. */
export function CardUsage({ id, isWaiting }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { today } = useSession()
  const { data } = useCall(
    'resources.getUsage',
    { id, ...resolvePeriod('d30', today) },
    { enabled: !isWaiting, keepsPrevious: false },
  )
  const shown = (data?.metrics ?? []).filter(({ metric, share }) => share !== null && metric !== 'network')
  return (
    <div className={styles.usage}>
      {shown.slice(0, 2).map(({ metric, share, tier }) => {
        const percent = format.percent(share ?? 0, { digits: 0 })
        return (
          <div key={metric} className={styles.one}>
            <span className={styles.label}>{t(`resources.metric.${metric}`)}</span>
            <ProgressBar
              label={t(`resources.metric.${metric}`)}
              ratio={share ?? 0}
              tone={tierTone(tier)}
              valueText={percent}
              size="sm"
            />
            <span className={styles.value}>{percent}</span>
          </div>
        )
      })}
    </div>
  )
}
