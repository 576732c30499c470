import type { UseQueryResult } from '@tanstack/react-query'
import { ArrowRight, Plus } from 'lucide-react'
import { Link } from 'wouter'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge, type Tone } from '#renderer/ui/Badge.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { ConnectionView } from '#shared/contract/connections.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { isGranted } from '#shared/contract/permissions.ts'
import { providerName } from '#shared/texts/providers.ts'
import { pathOf } from '../view.ts'
import { Panel } from './Panel.tsx'
import styles from './ProvidersPanel.module.css'

type Props = { query: UseQueryResult<CallOutput<'connections.list'>, TransportError> }

const TONES: Record<ConnectionView['status'], Tone> = {
  new: 'info',
  checking: 'info',
  active: 'ok',
  error: 'bad',
  paused: 'neutral',
  archived: 'neutral',
}

export function ProvidersPanel({ query }: Props) {
  const { t } = useText()
  const { role } = useSession()
  return (
    <div id="providers" className={styles.panel}>
      <Panel
        title={t('dashboard.providers.title')}
        query={query}
        actions={
          <Link href="/connections" className={styles.all}>
            {t('dashboard.providers.all')}
            <ArrowRight size={14} aria-hidden />
          </Link>
        }
        skeleton={
          <ul className={styles.grid}>
            {['a', 'b', 'c', 'd'].map((name) => (
              <li key={name} className={styles.card}>
                <Skeleton width="70%" />
                <Skeleton width="50%" height={12} />
                <Skeleton width="60%" />
              </li>
            ))}
          </ul>
        }
      >
        {({ items }) => (
          <>
            {items.length === 0 ? <p className={styles.none}>{t('dashboard.providers.none')}</p> : null}
            <ul className={styles.grid}>
              {items.map((item) => (
                <ConnectionCard key={item.id} item={item} />
              ))}
              {isGranted(role, 'data.write') ? (
                <li className={styles.tile}>
                  <Link href="/connections?add=1" className={styles.add}>
                    <Plus size={18} aria-hidden />
                    {t('dashboard.providers.add')}
                  </Link>
                </li>
              ) : null}
            </ul>
          </>
        )}
      </Panel>
    </div>
  )
}

function ConnectionCard({ item }: { item: ConnectionView }) {
  const { t, language } = useText()
  const format = useFormat()
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <ProviderMark provider={item.provider} size={32} />
        <div className={styles.names}>
          <Link
            href={pathOf('/resources', { connectionId: item.id })}
            className={styles.name}
            title={item.name}
          >
            {item.name}
          </Link>
          <span className={styles.state}>
            <span className={styles.soft}>{providerName(item.provider, language)}</span>
            <Badge tone={TONES[item.status]} hasDot>
              {t(`dashboard.status.${item.status}`)}
            </Badge>
          </span>
        </div>
      </div>
      <p className={styles.cost}>
        {item.monthlyCost ? <Amount money={item.monthlyCost} /> : '—'}
        <span className={styles.soft}> {t('dashboard.providers.perMonth')}</span>
      </p>
      <p className={styles.soft}>
        {t('dashboard.providers.resources', { count: item.activeResources })}
        <br />
        {item.dataThrough ? (
          <>
            {t('dashboard.providers.through', { day: format.day(item.dataThrough) })}
            <br />
          </>
        ) : null}
        {item.lastSyncAtMs === null ? (
          t('dashboard.providers.never')
        ) : (
          <time
            dateTime={new Date(item.lastSyncAtMs).toISOString()}
            title={format.instant(item.lastSyncAtMs)}
          >
            {t('dashboard.providers.synced', { age: format.age(item.lastSyncAtMs) })}
          </time>
        )}
      </p>
    </li>
  )
}
