import type { UseQueryResult } from '@tanstack/react-query'
import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { Link } from 'wouter'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import type { AlertView } from '#shared/contract/dashboard.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { alertWords } from '../alert-words.ts'
import { alertPath } from '../view.ts'
import styles from './AlertsPanel.module.css'
import { ListSkeleton } from './ListSkeleton.tsx'
import { Panel } from './Panel.tsx'

type Props = { query: UseQueryResult<CallOutput<'dashboard.listAlerts'>, TransportError> }

const ICONS: Record<AlertView['severity'], LucideIcon> = {
  critical: CircleAlert,
  warning: TriangleAlert,
  info: Info,
}

export function AlertsPanel({ query }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const { today } = useSession()
  return (
    <Panel
      title={t('dashboard.alerts.title')}
      subtitle={t('dashboard.alerts.subtitle')}
      padding="none"
      query={query}
      skeleton={<ListSkeleton rows={4} height={56} inset />}
    >
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.none}>{t('dashboard.alerts.none')}</p>
        ) : (
          <ul>
            {items.map((alert) => {
              const { title, detail } = alertWords(alert, { t, format, language, today })
              const Icon = ICONS[alert.severity]
              return (
                <li key={alert.id} className={styles.row} data-severity={alert.severity}>
                  <span
                    className={styles.icon}
                    role="img"
                    aria-label={t(`dashboard.alerts.${alert.severity}`)}
                  >
                    <Icon size={17} aria-hidden />
                  </span>
                  <div className={styles.words}>
                    <Link href={alertPath(alert)} className={styles.title}>
                      {title}
                    </Link>
                    {detail ? <span className={styles.detail}>{detail}</span> : null}
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
