import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import type { ImportView } from '#shared/contract/imports.ts'
import styles from './imports.module.css'

/** How far the file is read, in bytes and rows, and how fast. */
export function ReadProgress({ item }: { item: ImportView }) {
  const { t } = useText()
  const format = useFormat()
  const { bytes, bytesRead, rowsIn, rowsPerSecond, fileName } = item
  const ofBytes = t('imports.readBytes', { read: format.bytes(bytesRead), of: format.bytes(bytes) })
  return (
    <div className={styles.progress}>
      <ProgressBar
        label={t('imports.progress', { name: fileName })}
        ratio={bytes > 0 ? bytesRead / bytes : 0}
        valueText={ofBytes}
      />
      <p className={styles.progressWords}>
        <span>{ofBytes}</span>
        <span>{t('imports.readRows', { count: rowsIn, rows: format.number(rowsIn) })}</span>
        {rowsPerSecond > 0 ? (
          <span>{t('imports.perSecond', { rows: format.number(rowsPerSecond, 0) })}</span>
        ) : null}
      </p>
    </div>
  )
}
