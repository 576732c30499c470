import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import type { ImportView, SummaryView } from '#shared/contract/imports.ts'
import { reasonWords } from '../view.ts'
import styles from './imports.module.css'

type Props = { item: ImportView; reasons: SummaryView['reasons']; onRows: () => void }

/** Why rows were not taken, and how many for each reason. */
export function Reasons({ item, reasons, onRows }: Props) {
  const { t } = useText()
  if (item.rowsRejected === 0) return null
  return (
    <Card
      title={t('imports.reasons')}
      subtitle={t('imports.reasonsText')}
      actions={
        <Button size="sm" onClick={onRows}>
          {t('imports.toRows')}
        </Button>
      }
    >
      <ul className={styles.reasons}>
        {reasons.map(({ reason, column, rows }) => (
          <li key={`${reason} ${column}`} className={styles.reason}>
            <span>
              {reasonWords(reason, t)}
              {column === null ? null : <code className={styles.column}>{column}</code>}
            </span>
            <span className={styles.count}>{t('imports.reasonRows', { count: rows })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
