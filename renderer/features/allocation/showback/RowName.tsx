import { ChevronRight } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import styles from './showback.module.css'

type Props = { label: string; hasChildren: boolean; isOpen: boolean }

/** A name in the tree, with whether there is more beneath it. */
export function RowName({ label, hasChildren, isOpen }: Props) {
  const { t } = useText()
  return (
    <span className={styles.name} data-folds={hasChildren ? '' : undefined}>
      <ChevronRight size={14} className={styles.arrow} data-open={isOpen ? '' : undefined} aria-hidden />
      {label}
      {hasChildren ? (
        <span className="visually-hidden">, {t(isOpen ? 'showback.expanded' : 'showback.collapsed')}</span>
      ) : null}
    </span>
  )
}
