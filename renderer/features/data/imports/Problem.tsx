import { TriangleAlert } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ProblemView } from '#shared/contract/connections.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import styles from './imports.module.css'

/** Why a file could not be read, and what to do about it. */
export function Problem({ problem }: { problem: ProblemView }) {
  const { language } = useText()
  const { title, next } = describeProblem(problem, language)
  return (
    <div className={styles.problem}>
      <TriangleAlert size={18} aria-hidden />
      <div>
        <p className={styles.strong}>{title}</p>
        <p>{next}</p>
      </div>
    </div>
  )
}
