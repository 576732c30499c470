import { type ReactNode, useId } from 'react'
import styles from './Block.module.css'

type Props = { title: string; actions?: ReactNode; note?: ReactNode; children: ReactNode }

/** A titled part of a tab. */
export function Block({ title, actions, note, children }: Props) {
  const id = useId()
  return (
    <section className={styles.block} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {actions}
      </header>
      {note ? <p className={styles.note}>{note}</p> : null}
      {children}
    </section>
  )
}
