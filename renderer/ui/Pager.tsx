import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { IconButton } from './IconButton.tsx'
import styles from './Pager.module.css'
import { pageRange } from './page-range.ts'

type Props = {
  /** From 1. */
  page: number
  pageSize: number
  shown: number
  total: number
  onPage: (page: number) => void
}

/** "101–145 of 145" with the ways to its sides; nothing where all of it is on one page. */
export function Pager({ page, pageSize, shown, total, onPage }: Props) {
  const { t } = useText()
  const range = pageRange(page, pageSize, shown, total)
  if (range === null || total <= pageSize) return null
  return (
    <nav className={styles.pager} aria-label={t('common.pages')}>
      <span role="status">{t('common.range', { from: range.from, to: range.to, total })}</span>
      <IconButton
        icon={ChevronLeft}
        size="sm"
        label={t('common.previousPage')}
        disabled={!range.hasPrevious}
        onClick={() => onPage(page - 1)}
      />
      <IconButton
        icon={ChevronRight}
        size="sm"
        label={t('common.nextPage')}
        disabled={!range.hasNext}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  )
}
