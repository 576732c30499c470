import { ChevronDown, ChevronUp } from 'lucide-react'
import { useCallback } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Drawer } from '#renderer/ui/Drawer.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { DayRange } from '#shared/lib/period.ts'
import { MarkBadges } from '../components/MarkBadges.tsx'
import type { DrawerTab } from '../url.ts'
import { statusTone } from '../view.ts'
import { DrawerTabs } from './DrawerTabs.tsx'
import styles from './ResourceDrawer.module.css'

type Props = {
  /** 0 while nothing is open. */
  id: number
  tab: DrawerTab
  period: DayRange
  /** To the neighbours in the list; null where there is none. */
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  onTab: (tab: DrawerTab) => void
  onClose: () => void
}

/** Everything that is known of one resource, over the list that it was opened from. */
export function ResourceDrawer({ id, tab, period, onPrevious, onNext, onTab, onClose }: Props) {
  const { t } = useText()
  const { from, to } = period
  const { data, error, isFetching, refetch, isPlaceholderData } = useCall(
    'resources.get',
    { id, spendFrom: from, spendTo: to },
    { enabled: id > 0 },
  )
  const step = useCallback(
    (key: string): boolean => {
      const go = key === 'ArrowDown' ? onNext : key === 'ArrowUp' ? onPrevious : null
      go?.()
      return go !== null
    },
    [onNext, onPrevious],
  )
  const resource = data?.resource
  const isGone = error?.error.code === 'resource.notFound'
  return (
    <Drawer
      label={resource ? t('resources.drawerOf', { name: resource.name }) : t('resources.drawer')}
      isOpen={id > 0}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.altKey && step(event.key)) event.preventDefault()
      }}
      actions={
        <>
          <IconButton
            icon={ChevronUp}
            size="sm"
            label={t('resources.previous')}
            aria-keyshortcuts="Alt+ArrowUp"
            disabled={onPrevious === null}
            onClick={() => onPrevious?.()}
          />
          <IconButton
            icon={ChevronDown}
            size="sm"
            label={t('resources.next')}
            aria-keyshortcuts="Alt+ArrowDown"
            disabled={onNext === null}
            onClick={() => onNext?.()}
          />
        </>
      }
      head={
        resource && !isGone ? (
          <div className={styles.head}>
            <ProviderMark provider={resource.provider} size={36} />
            <div className={styles.words}>
              <h2 className={styles.name}>{resource.name}</h2>
              <p className={styles.where}>
                {[t(`resources.type.${resource.type}`), resource.connectionName, resource.region]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <div className={styles.badges}>
                {resource.marks.includes('zombie') ? null : (
                  <Badge tone={statusTone(resource.status)} hasDot>
                    {t(`resources.status.${resource.status}`)}
                  </Badge>
                )}
                <MarkBadges item={resource} />
              </div>
            </div>
          </div>
        ) : (
          <div className={styles.head} aria-busy={error === null}>
            <Skeleton width={36} height={36} radius={10} />
            <Skeleton width={240} height={22} />
          </div>
        )
      }
    >
      {error ? (
        <div className={styles.inset}>
          <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
        </div>
      ) : null}
      {data && !isGone ? (
        <DrawerTabs
          key={data.resource.id}
          data={data}
          tab={tab}
          period={period}
          isBusy={isPlaceholderData}
          onTab={onTab}
        />
      ) : error ? null : (
        <div className={styles.inset} aria-busy="true">
          <Skeleton height={180} radius={10} />
        </div>
      )}
    </Drawer>
  )
}
