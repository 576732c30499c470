import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import type { CostWhere } from '#shared/contract/costs.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { useSettled } from './use-settled.ts'
import styles from './WhereEditor.module.css'

type Props = { where: CostWhere; period: DayRange }

const REST_MS = 150

/** How much the filter would keep as it is written now. */
export function KeptCount({ where, period }: Props) {
  const { t } = useText()
  const format = useFormat()
  // The same question is the same text: the filter is made anew with every stroke.
  const asked = useSettled(JSON.stringify(where), REST_MS)
  const { data } = useCall('explorer.countFilter', {
    where: JSON.parse(asked) as CostWhere,
    from: period.from,
    to: period.to,
  })
  if (!data) return null
  return (
    <p className={styles.soft} role="status">
      {data.lines === 0
        ? t('costs.where.keepsNothing')
        : t('costs.where.keeps', {
            lines: format.number(data.lines),
            of: format.number(data.ofLines),
            resources: format.number(data.resources),
          })}
    </p>
  )
}
