import { memo, useId } from 'react'
import type { ReportPage } from '#shared/contract/page-ops.ts'
import { PageOpShape } from './PageOpShape.tsx'
import styles from './Preview.module.css'

type Props = { page: ReportPage; label: string }

/** The page as it will print: white in both themes. */
export const Sheet = memo(function Sheet({ page, label }: Props) {
  const id = useId()
  return (
    <svg className={styles.sheet} role="img" aria-label={label} viewBox={`0 0 ${page.width} ${page.height}`}>
      {page.ops.map((op, at) => (
        // A stroke is nothing but its place in the list.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew whole
        <PageOpShape key={at} op={op} clipId={`${id}-${at}`} />
      ))}
    </svg>
  )
})
