import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useMayImport } from '#renderer/app/drop/use-may-import.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import type { ImportView } from '#shared/contract/imports.ts'
import { ledgerPath } from '../view.ts'
import { Equation } from './Equation.tsx'
import styles from './imports.module.css'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** A loaded file: who loaded it and when, how much of it counts, and the way back. */
export function Committed({ item, onRows }: { item: ImportView; onRows: () => void }) {
  const { t } = useText()
  const format = useFormat()
  const may = useMayImport()
  const [isAsking, setAsking] = useState(false)
  const { status, by, committedAtMs, withdrawnAtMs, liveDays, days, rowsRejected } = item
  if (committedAtMs === null || (status !== 'committed' && status !== 'withdrawn')) return null
  const when = format.instant(committedAtMs)
  return (
    <Card>
      <div className={styles.committed}>
        <div className={styles.committedWords}>
          <p className={styles.strong}>
            {by === null ? t('imports.committed', { when }) : t('imports.committedBy', { who: by, when })}
            {withdrawnAtMs === null
              ? null
              : `, ${t('imports.withdrawnAt', { when: format.instant(withdrawnAtMs) })}`}
          </p>
          <Equation item={item} />
          {status === 'committed' ? (
            <p className={styles.soft}>
              {t('imports.isLive', { live: format.number(liveDays), days: format.number(days) })}{' '}
              {liveDays < days ? t('imports.isReplaced') : null}
            </p>
          ) : null}
        </div>
        <div className={styles.buttons}>
          {rowsRejected > 0 ? <Button onClick={onRows}>{t('imports.reasons')}</Button> : null}
          {status === 'committed' && liveDays > 0 ? (
            <Link href={ledgerPath(item)} className={styles.buttonLink}>
              {t('imports.toLedger')}
            </Link>
          ) : null}
          <Link href={`/data?tab=differences&since=f${item.id}`} className={styles.buttonLink}>
            {t('differences.fromFile')}
          </Link>
          {status === 'committed' && may === 'take' ? (
            <Button icon={Undo2} onClick={() => setAsking(true)}>
              {t('imports.withdraw')}
            </Button>
          ) : null}
        </div>
      </div>
      <WithdrawDialog item={item} isOpen={isAsking} onClose={() => setAsking(false)} />
    </Card>
  )
}
