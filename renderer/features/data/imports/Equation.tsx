import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ImportView } from '#shared/contract/imports.ts'
import { isOpen } from '../view.ts'
import styles from './imports.module.css'

/** Rows in = rows kept + rows in quarantine: no row goes missing, and everybody can see it. */
export function Equation({ item }: { item: ImportView }) {
  const { t } = useText()
  const format = useFormat()
  const { rowsIn, rowsKept, rowsRejected, status } = item
  return (
    <p className={styles.equation}>
      {t(isOpen(status) ? 'imports.equation' : 'imports.equationDone', {
        in: format.number(rowsIn),
        kept: format.number(rowsKept),
        rejected: format.number(rowsRejected),
      })}
    </p>
  )
}
