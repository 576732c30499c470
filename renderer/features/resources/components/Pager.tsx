import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { pageRange } from '../view.ts'
import styles from './Pager.module.css'

type Props = { page: number; shown: number; total: number; onPage: (page: number) => void }

export function Pager({ page, shown, total, onPage }: Props) {
  const { t } = useText()
  const range = pageRange(page, shown, total)
  return (
    <nav className={styles.pager} aria-label={t('resources.pages')}>
      <span aria-live="polite">
        {t('resources.range', { from: range?.from ?? 0, to: range?.to ?? 0, total })}
      </span>
      {range && !range.hasPrevious && !range.hasNext ? null : (
        <>
          <IconButton
            icon={ChevronLeft}
            size="sm"
            label={t('resources.previous')}
            disabled={page <= 1}
            onClick={() => onPage(Math.max(1, page - 1))}
          />
          <IconButton
            icon={ChevronRight}
            size="sm"
            label={t('resources.next')}
            disabled={range ? !range.hasNext : true}
            onClick={() => onPage(page + 1)}
          />
        </>
      )}
    </nav>
  )
}
