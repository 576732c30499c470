import type { ReactNode } from 'react'
import styles from './Heading.module.css'

export function Heading({ title, text }: { title: ReactNode; text?: ReactNode }) {
  return (
    <header className={styles.heading}>
      <h1 className={styles.title}>{title}</h1>
      {text ? <p className={styles.text}>{text}</p> : null}
    </header>
  )
}
