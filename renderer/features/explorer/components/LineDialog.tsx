import { Link } from 'wouter'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Drawer } from '#renderer/ui/Drawer.tsx'
import type { LedgerLineView } from '#shared/contract/ledger.ts'
import styles from './LineDialog.module.css'

type Props = { line: LedgerLineView | null; onClose: () => void }

/** A line of a bill whole, as FOCUS has it. */
export function LineDialog({ line, onClose }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Drawer
      label={t('ledger.line')}
      isOpen={line !== null}
      onClose={onClose}
      head={line ? `${t('ledger.line')}, ${format.day(line.day)}` : null}
    >
      {line ? (
        <div className={styles.body}>
          <Link href={ledgerPath(line)} className={styles.link}>
            {t('explorer.toLedger')}
          </Link>
          <dl className={styles.columns}>
            {Object.entries(line.columns).map(([name, value]) => (
              <div key={name} className={styles.pair}>
                <dt className={styles.name}>{name}</dt>
                <dd className={styles.value}>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </Drawer>
  )
}

/** The same line among its neighbours: its account, its resource and its day. */
function ledgerPath({ day, connectionId, columns }: LedgerLineView): string {
  const query = new URLSearchParams({ period: 'custom', from: day, to: day, account: connectionId })
  if (columns.ResourceId) query.set('resource', columns.ResourceId)
  return `/ledger?${query.toString()}`
}
