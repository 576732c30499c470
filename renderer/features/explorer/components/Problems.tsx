import { Info, TriangleAlert } from 'lucide-react'
import { Link } from 'wouter'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ViewProblem } from '#shared/contract/explorer.ts'
import { isDay } from '#shared/lib/day.ts'
import styles from './Problems.module.css'

type Props = { problems: readonly ViewProblem[]; onVat: () => void }

const QUIET: readonly ViewProblem['code'][] = ['data.begins', 'values.gone']

/** What the answer leaves out, and why, each with what helps. */
export function Problems({ problems, onVat }: Props) {
  const { t } = useText()
  const format = useFormat()
  if (problems.length === 0) return null
  const sentenceOf = ({ code, subject }: ViewProblem): string =>
    t(`explorer.problem.${code}`, {
      subject: subject !== null && isDay(subject) ? format.day(subject) : (subject ?? ''),
    })
  // Two tags that are gone are told once.
  const told = [...new Map(problems.map((problem) => [sentenceOf(problem), problem]))]
  return (
    <ul className={styles.list} aria-label={t('explorer.problems')}>
      {told.map(([sentence, problem]) => {
        const isQuiet = QUIET.includes(problem.code)
        const Icon = isQuiet ? Info : TriangleAlert
        return (
          <li key={sentence} className={styles.problem} data-tone={isQuiet ? 'info' : 'warn'}>
            <Icon size={16} aria-hidden />
            <span>{sentence}</span>
            {problem.code === 'vat.unknown' ? (
              <button type="button" className={styles.next} onClick={onVat}>
                {t('explorer.vatAccounts')}
              </button>
            ) : null}
            {problem.code === 'rates.missing' ? (
              <Link href="/data?tab=rates" className={styles.next}>
                {t('rates.toRates')}
              </Link>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
