import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import styles from './coverage.module.css'
import { type CoverageAccount, type Gap, gapsOf } from './coverage.ts'

type Props = { accounts: readonly CoverageAccount[]; year: string; onShow: (gap: Gap) => void }

const MOST = 50

/** Every gap in words, with what to do about it. */
export function GapList({ accounts, year, onShow }: Props) {
  const { t } = useText()
  const format = useFormat()
  const gaps = gapsOf(accounts)
  return (
    <Card title={t('data.gaps')} subtitle={gaps.length === 0 ? undefined : t('data.gapsText', { year })}>
      {gaps.length === 0 ? <p className={styles.soft}>{t('data.gapsNone', { year })}</p> : null}
      <ul className={styles.gaps}>
        {gaps.slice(0, MOST).map((gap) => (
          <li key={`${gap.connectionId} ${gap.from}`} className={styles.gap}>
            <ProviderMark provider={gap.provider} size={22} />
            <p className={styles.gapWords}>
              {gap.name}: {format.dayRange(gap.from, gap.to)}, {t('data.gapDays', { count: gap.days })}.{' '}
              <span className={styles.soft}>{t(gap.isFromApi ? 'data.gap.api' : 'data.gap.file')}</span>
            </p>
            <Button size="sm" variant="ghost" onClick={() => onShow(gap)}>
              {t('data.gap.show')}
            </Button>
          </li>
        ))}
      </ul>
      {gaps.length > MOST ? (
        <p className={styles.soft}>{t('data.moreGaps', { count: gaps.length - MOST })}</p>
      ) : null}
    </Card>
  )
}
