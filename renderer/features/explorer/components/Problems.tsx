import { Info, TriangleAlert } from 'lucide-react'
import { Link } from 'wouter'
import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { dimensionValue } from '#shared/contract/costs.ts'
import type { ViewProblem } from '#shared/contract/explorer.ts'
import { isDay } from '#shared/lib/day.ts'
import styles from './Problems.module.css'

type Props = { problems: readonly ViewProblem[]; onVat: () => void }

const QUIET: readonly ViewProblem['code'][] = ['data.begins', 'values.gone']

/** What the answer leaves out, and why, each with what helps. */
export function Problems({ problems, onVat }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { nameOf } = useDimensions()
  if (problems.length === 0) return null
  const subjectOf = ({ subject }: ViewProblem): string => {
    if (subject === null) return ''
    if (isDay(subject)) return format.day(subject)
    const dimension = dimensionValue.safeParse(subject)
    return dimension.success ? nameOf(dimension.data) : subject
  }
  return (
    <ul className={styles.list} aria-label={t('explorer.problems')}>
      {problems.map((problem) => {
        const isQuiet = QUIET.includes(problem.code)
        const Icon = isQuiet ? Info : TriangleAlert
        return (
          <li
            key={`${problem.code} ${problem.subject ?? ''}`}
            className={styles.problem}
            data-tone={isQuiet ? 'info' : 'warn'}
          >
            <Icon size={16} aria-hidden />
            <span>{t(`explorer.problem.${problem.code}`, { subject: subjectOf(problem) })}</span>
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
