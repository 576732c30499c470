import { ArrowRight } from 'lucide-react'
import type { RuleText } from '../rules/rule-words.ts'
import styles from './components.module.css'

/** What a rule takes, and after the arrow who gets it; before that its name, if it has one. */
export function RuleLine({ words: { name, when, to } }: { words: RuleText }) {
  return (
    <>
      {name === '' ? null : <span className={styles.to}>{name}: </span>}
      <span className={name === '' ? undefined : styles.soft}>{when}</span>{' '}
      <ArrowRight size={14} className={styles.arrow} role="img" aria-label="→" />{' '}
      <span className={name === '' ? styles.to : styles.soft}>{to}</span>
    </>
  )
}
