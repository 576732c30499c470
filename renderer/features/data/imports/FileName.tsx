import { FileSpreadsheet, Files } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ImportView } from '#shared/contract/imports.ts'
import { sourceName } from '../view.ts'
import styles from './imports.module.css'

/** A file by its name, which opens it, and what it is. */
export function FileName({ item, onOpen }: { item: ImportView; onOpen: (id: number) => void }) {
  const { t } = useText()
  const format = useFormat()
  const Icon = item.files > 1 ? Files : FileSpreadsheet
  const facts = [
    sourceName(item.source, null, t),
    format.bytes(item.bytes),
    item.files > 1 ? t('imports.filesOf', { count: item.files }) : null,
    item.origin === 'window' ? null : t(`imports.by.${item.origin}`),
  ]
  return (
    <div className={styles.file}>
      <Icon size={20} strokeWidth={1.6} aria-hidden />
      <div className={styles.fileWords}>
        <button
          type="button"
          className={styles.fileName}
          title={item.fileName}
          onClick={() => onOpen(item.id)}
        >
          {item.fileName}
        </button>
        <span className={styles.soft}>{facts.filter(Boolean).join(' · ')}</span>
      </div>
    </div>
  )
}
