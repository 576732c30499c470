import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Table.module.css'

type Props = {
  /** Figures stand at the end. */
  align?: 'start' | 'end'
  tone?: 'muted' | 'strong' | undefined
  /** Cuts long text with an ellipsis; the whole is in the title. */
  truncate?: string | undefined
  colSpan?: number
  className?: string | undefined
  children?: ReactNode
}

export function Td({ align = 'start', tone, truncate, colSpan, className, children }: Props) {
  return (
    <td className={cx(className)} data-align={align} data-tone={tone} colSpan={colSpan} title={truncate}>
      {truncate === undefined ? children : <span className={styles.truncate}>{children}</span>}
    </td>
  )
}
