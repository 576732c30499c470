import { X } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import styles from './LedgerFilters.module.css'

/** A filter that came from elsewhere: it can only be taken back. */
export function OneChip({ label, value, onClear }: { label: string; value: string; onClear: () => void }) {
  const { t } = useText()
  return (
    <Button
      size="sm"
      icon={X}
      className={styles.one}
      aria-label={t('common.clearOf', { name: `${label}: ${value}` })}
      onClick={onClear}
    >
      <span className={styles.oneName} title={value}>
        {label}: {value}
      </span>
    </Button>
  )
}
