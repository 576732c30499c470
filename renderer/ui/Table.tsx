import { type ReactNode, useRef } from 'react'
import { cx } from './cx.ts'
import styles from './Table.module.css'
import { useScrollFrame } from './use-scroll-frame.ts'

type Props = {
  /** Names the table and its scrolling frame. */
  label: string
  /** The frame scrolls and the head stays when the table is higher than this. */
  maxHeight?: number | string
  isBusy?: boolean
  className?: string | undefined
  /** thead, tbody, tfoot with Th and Td. */
  children: ReactNode
}

/** Sticky head, tabular figures, one scrolling frame that the keyboard reaches. */
export function Table({ label, maxHeight, isBusy = false, className, children }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  useScrollFrame(frame, label)
  return (
    <div
      ref={frame}
      className={cx(styles.frame, className)}
      style={maxHeight === undefined ? undefined : { maxHeight }}
    >
      <table className={styles.table} aria-label={label} aria-busy={isBusy || undefined}>
        {children}
      </table>
    </div>
  )
}
