import type { UseQueryResult } from '@tanstack/react-query'
import { ChartNoAxesColumn } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { type SpenderKind, type SpenderView, spenderKinds } from '#shared/contract/dashboard.ts'
import { providerName } from '#shared/texts/providers.ts'
import { spenderPath } from '../view.ts'
import { ListSkeleton } from './ListSkeleton.tsx'
import { Panel } from './Panel.tsx'
import styles from './RankPanel.module.css'

type Props<T> = {
  title: string
  subtitle: string
  by: SpenderKind
  onBy: (by: SpenderKind) => void
  query: UseQueryResult<T, TransportError>
  period: Readonly<Record<string, string>>
  /** Why there is no list, or null when there is one. */
  none: (value: T) => { title: string; text?: string } | null
  /** The figures at the end of a row, and the bar under it. */
  figures: (item: SpenderView) => ReactNode
  bar: (item: SpenderView, items: readonly SpenderView[]) => ReactNode
  /** The line that closes the sum. */
  foot: (value: T) => ReactNode
}

/** Who costs most, who changed most: the same list with other figures. */
export function RankPanel<T extends { items: readonly SpenderView[] }>(props: Props<T>) {
  const { t, language } = useText()
  const { by, period } = props
  const label = (item: SpenderView): string =>
    item.key === '' ? t('dashboard.rank.unattributed') : item.label
  return (
    <Panel
      className={styles.panel}
      title={props.title}
      subtitle={props.subtitle}
      query={props.query}
      padding="none"
      skeleton={<ListSkeleton rows={7} height={46} inset />}
      actions={
        <Select
          size="sm"
          label={`${props.title}: ${t('dashboard.rank.by')}`}
          isLabelHidden
          value={by}
          options={spenderKinds.map((value) => ({ value, label: t(`dashboard.rank.${value}`) }))}
          onChange={props.onBy}
        />
      }
    >
      {(value) => {
        const none = props.none(value)
        return none !== null ? (
          <EmptyState icon={ChartNoAxesColumn} {...none} />
        ) : (
          <div className={styles.content}>
            <ul className={styles.list}>
              {value.items.map((item) => (
                <li key={item.key} className={styles.row}>
                  {item.provider ? <ProviderMark provider={item.provider} size={24} /> : null}
                  <div className={styles.who}>
                    {item.key === '' ? (
                      <span className={styles.name}>{label(item)}</span>
                    ) : (
                      <Link href={spenderPath(by, item, period)} className={styles.name} title={label(item)}>
                        {label(item)}
                      </Link>
                    )}
                    {item.context ? (
                      <span className={styles.context}>
                        {by === 'connection' ? providerName(item.context, language) : item.context}
                      </span>
                    ) : null}
                  </div>
                  <div className={styles.figures}>{props.figures(item)}</div>
                  <div className={styles.bar}>{props.bar(item, value.items)}</div>
                </li>
              ))}
            </ul>
            <div className={styles.foot}>{props.foot(value)}</div>
          </div>
        )
      }}
    </Panel>
  )
}
