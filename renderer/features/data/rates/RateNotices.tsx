import { CalendarCheck2, FlaskConical, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import styles from './rates.module.css'
import { hasDemoRates, lackingOf, type RatesView } from './view.ts'

/** What has to be known before the figures are read. */
export function RateNotices({ data }: { data: RatesView }) {
  const { t } = useText()
  const lacking = lackingOf(data)
  return (
    <>
      {hasDemoRates(data) ? (
        <Notice tone="demo" icon={FlaskConical} title={t('rates.demoTitle')}>
          {t('rates.demoText')}
        </Notice>
      ) : null}
      {data.isClosed ? (
        <Notice tone="info" icon={CalendarCheck2} title={t('rates.closedTitle')}>
          {t('rates.closedText')} <Link href="/data?tab=months">{t('rates.toMonths')}</Link>
        </Notice>
      ) : null}
      {lacking.length > 0 ? (
        <Notice
          tone="warn"
          icon={TriangleAlert}
          title={lacking
            .map(({ currency, missingDays }) => t('rates.missing', { currency, count: missingDays }))
            .join(', ')}
        >
          {t('rates.missingText')}
        </Notice>
      ) : null}
    </>
  )
}

type NoticeProps = { tone: 'demo' | 'info' | 'warn'; icon: LucideIcon; title: string; children: ReactNode }

function Notice({ tone, icon: Icon, title, children }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role="note">
      <Icon size={18} aria-hidden />
      <div>
        <p className={styles.noticeTitle}>{title}</p>
        <p>{children}</p>
      </div>
    </div>
  )
}
