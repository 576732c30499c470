import { type ReactNode, useEffect, useId } from 'react'
import styles from './Page.module.css'

type Props = {
  title: string
  subtitle?: ReactNode
  actions?: ReactNode
  /** Narrow pages are for reading and forms. */
  width?: 'full' | 'narrow'
  children: ReactNode
}

/** The frame of every page: its name for the window and for screen readers, and its actions. */
export function Page({ title, subtitle, actions, width = 'full', children }: Props) {
  const id = useId()
  useEffect(() => {
    document.title = `${title} · InfraZen`
  }, [title])
  return (
    <section className={styles.page} data-width={width} aria-labelledby={id}>
      <header className={styles.header}>
        <div className={styles.names}>
          <h1 id={id} className={styles.title}>
            {title}
          </h1>
          {subtitle ? <p className={styles.subtitle}>{subtitle}</p> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      {children}
    </section>
  )
}
