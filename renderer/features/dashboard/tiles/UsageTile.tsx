import { ChartNoAxesColumn } from 'lucide-react'
import { Link } from 'wouter'
import { linkOfView } from '#renderer/app/costs/view-query.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { providerValue } from '#shared/contract/values.ts'
import { groupWhere } from '#shared/lib/group-where.ts'
import { ListSkeleton } from '../components/ListSkeleton.tsx'
import { Panel } from '../components/Panel.tsx'
import ranks from '../components/ranks.module.css'
import styles from './RankList.module.css'
import { TileTitle } from './TileTitle.tsx'
import type { ViewTile } from './use-tile.ts'

const ROWS = 7

/** The dearest resources, with how much of their processors is used. */
export function UsageTile({ view }: { view: ViewTile }) {
  const { t } = useText()
  const format = useFormat()
  const { spec, title, href, words } = view
  const query = useCall('explorer.listUsage', { spec, limit: ROWS })
  return (
    <Panel
      title={<TileTitle title={title} href={href} />}
      subtitle={words}
      query={query}
      padding="none"
      skeleton={<ListSkeleton rows={ROWS} height={46} inset />}
    >
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon={ChartNoAxesColumn} title={t('views.tile.none')} text={t('views.tile.noneNext')} />
        ) : (
          <ul className={styles.list}>
            {items.map((item) => {
              const provider = providerValue.safeParse(item.provider)
              const where = groupWhere(['resource'], [item.key], spec.where)
              return (
                <li key={`${item.key} ${item.currency}`} className={styles.row}>
                  {provider.success ? <ProviderMark provider={provider.data} size={24} /> : null}
                  <div className={styles.who}>
                    <Link href={linkOfView({ ...spec, where })} className={styles.name} title={item.name}>
                      {item.name}
                    </Link>
                    <span className={styles.context}>
                      {item.cpu
                        ? t('views.tile.cpu', { percent: format.percent(item.cpu.mean, { digits: 0 }) })
                        : t('views.tile.notMeasured')}
                    </span>
                  </div>
                  <div className={styles.figures}>
                    <Amount money={{ amount: item.cost, currency: item.currency }} />
                    <span className={ranks.soft} />
                  </div>
                </li>
              )
            })}
          </ul>
        )
      }
    </Panel>
  )
}
