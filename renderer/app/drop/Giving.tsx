import { useEffect, useState } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import styles from './DropArea.module.css'

/** Shorter ways than this need no word. */
const TELL_AFTER_BYTES = 8_000_000

/** How far files have come on their way from the browser to the program. */
export function Giving() {
  const { t } = useText()
  const format = useFormat()
  const [giving, setGiving] = useState<{ done: number; total: number } | null>(null)
  useEffect(() => transport.onGiving(setGiving), [])
  if (giving === null || giving.total < TELL_AFTER_BYTES) return null
  const words = t('imports.giving', { done: format.bytes(giving.done), of: format.bytes(giving.total) })
  return (
    <div className={styles.giving} role="status">
      <p>{words}</p>
      <ProgressBar label={words} ratio={giving.done / giving.total} size="sm" />
    </div>
  )
}
