import { memo, useId } from 'react'
import { inOrder } from '#renderer/ui/in-order.ts'
import type { ReportPage } from '#shared/contract/page-ops.ts'
import { PageOpShape } from './PageOpShape.tsx'
import styles from './Preview.module.css'

type Props = { page: ReportPage; label: string }

/** The page as it will print: white in both themes. */
export const Sheet = memo(function Sheet({ page, label }: Props) {
  const id = useId()
  return (
    <svg className={styles.sheet} role="img" aria-label={label} viewBox={`0 0 ${page.width} ${page.height}`}>
      {inOrder(page.ops).map(({ place, item }) => (
        <PageOpShape key={place} op={item} clipId={`${id}-${place}`} />
      ))}
    </svg>
  )
})
