import { type ReactNode, useId } from 'react'
import styles from './Card.module.css'
import { cx } from './cx.ts'

type Props = {
  title?: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  /** `none` lets a table or a list reach the edges. */
  padding?: 'md' | 'none'
  className?: string | undefined
  children: ReactNode
}

export function Card({ title, subtitle, actions, padding = 'md', className, children }: Props) {
  const id = useId()
  const head =
    title || actions ? (
      <header className={styles.head}>
        <div className={styles.names}>
          {title ? (
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
          ) : null}
          {subtitle ? <p className={styles.subtitle}>{subtitle}</p> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
    ) : null
  return (
    <section className={cx(styles.card, className)} aria-labelledby={title ? id : undefined}>
      {head}
      <div className={styles.body} data-padding={padding} data-under-head={head ? '' : undefined}>
        {children}
      </div>
    </section>
  )
}
