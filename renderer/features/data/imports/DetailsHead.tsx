import { FileSpreadsheet } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { providerName } from '#shared/texts/providers.ts'
import { STATUS_TONES, sourceName } from '../view.ts'
import styles from './imports.module.css'

export type Details = CallOutput<'imports.get'>

/** The file's name, what it is, and how it stands. */
export function DetailsHead({ details: { item, reading } }: { details: Details }) {
  const { t, language } = useText()
  const format = useFormat()
  const facts = [
    sourceName(item.source, reading?.version, t),
    item.providers.map((provider) => providerName(provider, language)).join(', '),
    item.from && item.to ? format.dayRange(item.from, item.to) : null,
    format.bytes(item.bytes),
    item.files > 1 ? t('imports.filesOf', { count: item.files }) : null,
  ]
  return (
    <header className={styles.detailsHead}>
      <FileSpreadsheet size={28} strokeWidth={1.5} aria-hidden />
      <div className={styles.fileWords}>
        <h2 className={styles.detailsName}>{item.fileName}</h2>
        <p className={styles.soft}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <Badge tone={STATUS_TONES[item.status]} hasDot>
        {t(`imports.status.${item.status}`)}
      </Badge>
    </header>
  )
}
