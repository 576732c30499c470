import { ArrowRight } from 'lucide-react'
import type { RuleText } from '../rules/rule-words.ts'
import styles from './components.module.css'

/** What a rule takes, and after the arrow who gets it. */
export function RuleLine({ words: { when, to } }: { words: RuleText }) {
  return to === null ? (
    when
  ) : (
    <>
      {when} <ArrowRight size={14} className={styles.arrow} role="img" aria-label="→" />{' '}
      <span className={styles.to}>{to}</span>
    </>
  )
}
